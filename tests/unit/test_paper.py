"""Paper: keyed blind by two people, differences settled with the sheet in hand, starred, withdrawn."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import (
    checking,
    conflicts,
    deciding,
    merging,
    paper,
    printing,
    publishing,
    results,
    verification,
)
from tests.conftest import CRITERIA, STAGE, ReadyEvent, value_of

PLACE = ("J-05", STAGE, "01")
VALUES = dict(zip(CRITERIA, ("80", "81,00", "82", "83", "84"), strict=True))
CENTI = dict(zip(CRITERIA, (8000, 8100, 8200, 8300, 8400), strict=True))


def refusal(act, *args, **named) -> str:
    with pytest.raises(UserError) as refused:
        act(*args, **named)
    return refused.value.code


def sheet(event: ReadyEvent, entry: str = "01"):
    board = results.board(event.master(), STAGE)
    return next(one for one in board.sheets if (one.juror, one.entry) == ("J-05", entry))


def entered(event: ReadyEvent, **changes: str) -> None:
    for operator in ("Sari", "Budi"):
        paper.key_in(event.master(), PLACE, operator, VALUES | changes)


def test_nothing_counts_until_two_people_have_typed_the_same(issued: ReadyEvent) -> None:
    master = issued.master()
    assert paper.key_in(master, PLACE, "Sari", VALUES) == "keyed_once"
    assert sheet(issued).state == "none"
    assert paper.key_in(master, PLACE, "Budi", VALUES) == "entered"
    found = sheet(issued)
    assert (found.state, found.values, found.paper) == ("locked", tuple(CENTI.values()), True)
    (one,) = paper.papers(master)
    assert (one.state, one.operators, one.cells) == ("entered", ("Sari", "Budi"), CENTI)
    assert all(check.ok for check in checking.check_master(master))


def test_the_first_keying_survives_a_restart(issued: ReadyEvent) -> None:
    paper.key_in(issued.master(), PLACE, "Sari", VALUES)
    issued.shut()
    (one,) = paper.papers(issued.master())
    assert (one.place, one.state, one.keyings[0].operator) == (PLACE, "keyed_once", "Sari")
    assert paper.key_in(issued.master(), PLACE, "Budi", VALUES) == "entered"


def test_the_second_operator_is_somebody_else(issued: ReadyEvent) -> None:
    master = issued.master()
    paper.key_in(master, PLACE, "Sari", VALUES)
    assert refusal(paper.key_in, master, PLACE, " sari ", VALUES) == "paper.same_operator"


def test_one_person_is_not_two_operators_however_the_name_is_typed(issued: ReadyEvent) -> None:
    """Else a sheet is entered on one person's word, and `operators` in the log holds one id."""
    master = issued.master()
    with master.store.begin() as tx:
        juror = next(one for one in tx.jurors() if one.id == "J-02")
    for first, again in (("Sari Dewi", "sari   DEWI"), (juror.name, "J-02")):
        place = (*PLACE[:2], "02" if again == "J-02" else "01")
        paper.key_in(master, place, first, VALUES)
        assert refusal(paper.key_in, master, place, again, VALUES) == "paper.same_operator"
    assert refusal(paper.key_in, master, PLACE, " ", VALUES) == "paper.operator_needed"


def test_a_juror_keys_no_sheet_of_their_own(issued: ReadyEvent) -> None:
    """Else the juror is one of the two who vouch that the paper says what was typed."""
    master = issued.master()
    with master.store.begin() as tx:
        juror = next(one for one in tx.jurors() if one.id == PLACE[0])
    for own in ("J-05", " j-05 ", f"  {juror.name.upper()} ", f"J-05 {juror.name}"):
        assert refusal(paper.key_in, master, PLACE, own, VALUES) == "paper.own_sheet"
    assert paper.papers(master) == []
    paper.key_in(master, PLACE, "Sari", VALUES)
    assert refusal(paper.key_in, master, PLACE, juror.name, VALUES) == "paper.own_sheet"
    assert paper.key_in(master, PLACE, "J-02", VALUES) == "entered", "another juror may"


def test_titles_make_nobody_a_second_operator(issued: ReadyEvent) -> None:
    master = issued.master()
    paper.key_in(master, PLACE, "Dr. Siti  Aminah", VALUES)
    assert refusal(paper.key_in, master, PLACE, "siti aminah, M.Si", VALUES) == "paper.same_operator"
    assert sheet(issued).state == "none"
    assert paper.key_in(master, PLACE, "Siti Aminah (Inspektorat)", VALUES) == "entered", "told apart"


def test_titles_make_a_juror_nobody_else_on_the_own_sheet(issued: ReadyEvent) -> None:
    master = issued.master()
    name = named(issued, "J-05", "Siti Aminah")
    for typed in (f"Dr. {name}", f"{name.lower()}, M.Si.", f"Hj. {name}, S.Sos., M.Si."):
        assert refusal(paper.key_in, master, PLACE, typed, VALUES) == "paper.own_sheet"


def test_a_name_that_two_jurors_bear_is_refused_on_the_sheet_of_either(issued: ReadyEvent) -> None:
    """Which of the two is typing can't be told from the name; the id tells it."""
    master = issued.master()
    named(issued, "J-02", "Siti Aminah")
    name = named(issued, "J-05", "Siti Aminah")
    for juror in ("J-02", "J-05"):
        assert refusal(paper.key_in, master, (juror, *PLACE[1:]), name, VALUES) == "paper.own_sheet"
    paper.key_in(master, PLACE, "J-02", VALUES)
    other = (PLACE[0], STAGE, "02")
    paper.key_in(master, other, "Sari", VALUES)
    assert paper.key_in(master, other, "J-02", VALUES) == "entered", "the other juror, told by the id"


def named(event: ReadyEvent, juror: str, name: str) -> str:
    with event.master().store.begin() as tx:
        tx.put_jurors([replace(one, name=name) for one in tx.jurors() if one.id == juror])
    return name


def test_keyings_that_differ_wait_until_the_difference_is_settled(issued: ReadyEvent) -> None:
    master = issued.master()
    paper.key_in(master, PLACE, "Sari", VALUES)
    assert paper.key_in(master, PLACE, "Budi", VALUES | {"kebaruan": "88"}) == "differs"
    assert sheet(issued).state == "none"
    (one,) = paper.papers(master)
    assert one.differing() == ["kebaruan"]
    assert refusal(paper.key_in, master, PLACE, "Tono", VALUES) == "paper.keyed_twice"
    assert refusal(paper.resolve, master, PLACE, {}) == "paper.cell_missing"
    assert refusal(paper.resolve, master, PLACE, {"kebaruan": "101"}) == "value.out_of_scale"
    assert refusal(paper.resolve, master, PLACE, {"efektif": "80"}) == "paper.not_differing"
    paper.resolve(master, PLACE, {"kebaruan": "88"})
    assert sheet(issued).values == (8800, 8100, 8200, 8300, 8400)
    (one,) = paper.papers(master)
    assert one.operators == ("Sari", "Budi")
    assert refusal(paper.resolve, master, PLACE, {"kebaruan": "80"}) == "paper.nothing_to_resolve"


def test_a_box_that_is_empty_on_paper_is_not_scored_and_never_zero(issued: ReadyEvent) -> None:
    master = issued.master()
    left_out = {name: text for name, text in VALUES.items() if name != "kebaruan"}
    assert refusal(paper.key_in, master, PLACE, "Sari", left_out) == "paper.cell_missing"
    entered(issued, kebaruan="-")
    assert sheet(issued).values == (None, 8100, 8200, 8300, 8400)
    assert ("partial", "01") in {(gap.kind, gap.entry) for gap in results.result(master).gaps}


@pytest.mark.parametrize(
    ("place", "typed", "code"),
    [
        (("J-99", STAGE, "01"), VALUES, "paper.not_owed"),
        (("J-05", STAGE, "77"), VALUES, "paper.not_owed"),
        (("J-91", STAGE, "01"), VALUES, "paper.not_owed"),
        (PLACE, VALUES | {"lain": "1"}, "score.unknown_criterion"),
        (PLACE, VALUES | {"kebaruan": "delapan"}, "value.not_a_number"),
        (PLACE, VALUES | {"kebaruan": "80,5"}, "value.out_of_scale"),
    ],
)
def test_what_no_sheet_could_hold_is_refused(
    issued: ReadyEvent, place: tuple[str, str, str], typed: dict[str, str], code: str
) -> None:
    master = issued.master()
    before = issued.folder.joinpath("lomba.kipp").read_bytes()
    assert refusal(paper.key_in, master, place, "Sari", typed) == code
    assert issued.folder.joinpath("lomba.kipp").read_bytes() == before


def test_paper_against_a_differing_file_is_a_conflict_that_names_the_paper(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    entered(scored)
    assert sheet(scored).state == "conflict"
    (one,) = conflicts.contests(master)
    by_laptop = {view.laptop: view for view in one.views}
    assert by_laptop[None].cells == CENTI
    assert by_laptop[None].file == "Sari, Budi"
    deciding.decide_conflict(master, *PLACE, None, by_laptop[None].head, "kertas yang benar", ["Ketua"])
    assert sheet(scored).values == tuple(CENTI.values())


def test_paper_that_says_what_the_file_says_is_no_conflict(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    same = {name: str(value_of("J-05", "01", name) // 100) for name in CRITERIA}
    entered(scored, **same)
    found = sheet(scored)
    assert (found.state, found.paper) == ("locked", True)
    assert conflicts.contests(master) == []


def test_a_withdrawn_paper_is_gone_with_a_reason_and_may_be_typed_again(issued: ReadyEvent) -> None:
    master = issued.master()
    assert refusal(paper.withdraw, master, PLACE, "r") == "paper.none"
    entered(issued)
    assert refusal(paper.key_in, master, PLACE, "Tono", VALUES) == "paper.entered_already"
    assert refusal(paper.withdraw, master, PLACE, "") == "reason.needed"
    paper.withdraw(master, PLACE, "lembar milik juri lain")
    assert (sheet(issued).state, paper.papers(master)) == ("none", [])
    assert paper.key_in(master, PLACE, "Sari", VALUES) == "keyed_once"
    paper.withdraw(master, PLACE, "salah lembar")
    assert paper.papers(master) == []
    with master.store.begin() as tx:
        kinds = [event.type for event in tx.log.events(("paper_keyed", "paper_keyings_dropped"))]
    assert kinds == ["paper_keyed"] * 3 + ["paper_keyings_dropped"]


def test_the_scans_digest_is_kept_and_two_scans_are_not_one(issued: ReadyEvent) -> None:
    scan = issued.folder / "pindaian.pdf"
    scan.write_bytes(b"%PDF pindaian")
    digest = paper.scan_digest(scan)
    assert digest == hashlib.sha256(b"%PDF pindaian").hexdigest()
    master = issued.master()
    paper.key_in(master, PLACE, "Sari", VALUES, digest)
    assert refusal(paper.key_in, master, PLACE, "Budi", VALUES, "0" * 64) == "paper.scans_differ"
    assert paper.key_in(master, PLACE, "Budi", VALUES) == "entered"
    assert paper.papers(master)[0].scan_sha256 == digest
    assert refusal(paper.scan_digest, issued.folder / "tidak ada") == "file.unreadable"


def test_entering_and_withdrawing_paper_takes_final_back(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.finalise(master)
    entered(scored)
    assert results.result(master).status == "SEMENTARA"
    paper.withdraw(master, PLACE, "salah lembar")
    assert results.result(master).status == "SEMENTARA", "the same scores again are not FINAL by themselves"


def test_an_outsider_recomputes_a_result_with_paper_in_it(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files[:4])
    for entry in ("01", "02", "03"):
        for operator in ("Sari", "Budi"):
            paper.key_in(master, ("J-05", STAGE, entry), operator, VALUES)
    deciding.finalise(master)
    path = scored.folder / "hasil.hasil"
    for public in (False, True):
        publishing.write_bundle(master, path, public)
        assert [step.name for step in verification.verify(path).steps if not step.ok] == []


def test_paper_is_starred_on_the_board(issued: ReadyEvent, capsys: pytest.CaptureFixture[str]) -> None:
    entered(issued)
    issued.shut()
    assert cli.main(["board", str(issued.folder / "lomba.kipp")]) == 0
    said = capsys.readouterr().out
    assert "terkunci 5/5*" in said
    assert "* nilai diketik dari lembar kertas." in said


def test_the_command_never_shows_the_second_operator_what_the_first_typed(
    issued: ReadyEvent, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = str(issued.folder / "lomba.kipp")
    where = "/".join(PLACE)
    typed = tmp_path / "lembar.csv"
    typed.write_text("criterion,value\n" + "\n".join(f'{name},"{text}"' for name, text in VALUES.items()))
    issued.shut()

    def kipp(*words: str, code: int = 0):
        capsys.readouterr()
        assert cli.main(["paper", path, *words, "--json"]) == code
        return capsys.readouterr()

    assert json.loads(kipp("enter", where, str(typed), "--operator", "Sari").out)["state"] == "keyed_once"
    listed = kipp("list")
    assert "8300" not in listed.out + listed.err
    assert json.loads(listed.out)["papers"][0]["state"] == "keyed_once"
    second = kipp("enter", where, str(typed), "--set", "kebaruan=88", "--operator", "Budi")
    assert json.loads(second.out) == {"place": where, "state": "differs", "differing": ["kebaruan"]}
    assert json.loads(kipp("resolve", where, "--set", "kebaruan=88").out)["state"] == "entered"
    assert json.loads(kipp("withdraw", where, "--reason", "salah lembar").out)["state"] == "withdrawn"
    kipp("withdraw", where, "--reason", "lagi", code=1)
    kipp("enter", "J-05", "--operator", "Sari", code=2)
    kipp("enter", where, str(tmp_path / "tidak ada.csv"), "--operator", "Sari", code=1)


def test_the_ranking_sheet_stars_what_came_from_paper_and_names_whose(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files[:4])
    entered(scored)
    pages = PdfReader(io.BytesIO(printing.ranking_sheet_pdf(master))).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    assert "5/5*" in text
    assert "lembar kertas yang diketik dua kali: 01 (J-05)" in text
