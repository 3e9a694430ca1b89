"""Who was present goes into the log as ids: jurors, roles, and commitments whose names stay in the master."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kipp_desktop import verifier
from kipp_desktop.cli import main
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import attendance, deciding, merging, printing, publishing
from tests.conftest import ReadyEvent

GUEST = "Bambang Sudarmono, S.Sos., M.Si."


@pytest.fixture
def merged(scored: ReadyEvent) -> ReadyEvent:
    merging.apply(scored.master(), scored.files)
    return scored


def ids(event: ReadyEvent, *names: str) -> list[str]:
    with event.master().store.begin() as tx:
        return attendance.ids_of(tx, names)


@pytest.mark.parametrize("typed", ["J-02", "j-02", "Juri J-02", "  juri   J-02 ", "J-02 Juri J-02"])
def test_a_juror_is_there_under_the_own_id_however_typed(merged: ReadyEvent, typed: str) -> None:
    assert ids(merged, typed) == ["J-02"]


@pytest.mark.parametrize(
    ("typed", "role"), [("Panitia", "panitia"), ("Ketua Dewan Juri", "ketua"), ("chair", "ketua")]
)
def test_organiser_and_chair_are_there_under_their_roles(merged: ReadyEvent, typed: str, role: str) -> None:
    assert ids(merged, typed) == [role]


def test_anybody_else_is_a_commitment_that_says_nothing_and_stays_the_same(merged: ReadyEvent) -> None:
    (first,) = ids(merged, GUEST)
    assert first.startswith("W-") and len(first) == 34
    assert ids(merged, GUEST.upper(), "panitia", GUEST) == [first, "panitia"]
    with merged.master().store.begin() as tx:
        assert attendance.names_of(tx)[first] == GUEST


def test_an_act_that_fails_keeps_no_name(merged: ReadyEvent) -> None:
    with pytest.raises(UserError):
        deciding.open_ranking(merged.master(), [GUEST])
    with merged.master().store.begin() as tx:
        assert attendance.kept(tx) == {}


@pytest.mark.parametrize("by", [["Juri J-01", "J-01"], ["Panitia", "organiser"], [GUEST, GUEST.lower()]])
def test_one_person_typed_twice_is_not_two(merged: ReadyEvent, by: list[str]) -> None:
    with pytest.raises(UserError) as refused:
        deciding.open_ranking(merged.master(), by)
    assert refused.value.code == "open_ranking.two_needed"


@pytest.mark.parametrize(
    "by",
    [
        ["Dr. Siti  Aminah", "siti aminah, M.Si"],
        ["J-01", "Hj. Juri J-01, M.Si."],
        [GUEST, "Bambang Sudarmono"],
    ],
)
def test_two_spellings_of_one_person_are_not_two_at_an_act(merged: ReadyEvent, by: list[str]) -> None:
    """Neither is chosen silently: whoever records the act says who they are."""
    with pytest.raises(UserError) as refused:
        deciding.open_ranking(merged.master(), by)
    assert refused.value.code == "present.same_name"
    assert set(refused.value.facts.values()) == set(by)


def test_two_people_of_one_name_are_told_apart_by_what_follows_it(merged: ReadyEvent) -> None:
    found = ids(merged, "Siti Aminah (Inspektorat)", "Siti Aminah (Bagian Organisasi)")
    assert len(found) == 2


def bundle(event: ReadyEvent, public: bool) -> Path:
    path = event.folder / "hasil.hasil"
    publishing.write_bundle(event.master(), path, public)
    return path


def test_a_public_bundle_names_nobody_who_was_present(merged: ReadyEvent) -> None:
    deciding.open_ranking(merged.master(), [GUEST, "Juri J-01"])
    public = bundle(merged, public=True)
    assert "Bambang" not in public.read_text("utf-8")
    assert verifier.verify(public).ok


def test_an_auditors_bundle_opens_the_commitment_and_the_verifier_checks_it(merged: ReadyEvent) -> None:
    deciding.open_ranking(merged.master(), [GUEST, "Juri J-01"])
    path = bundle(merged, public=False)
    assert GUEST in path.read_text("utf-8")
    assert verifier.verify(path).ok
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    (people,) = [line["body"] for line in lines if line["kind"] == "people"]
    (witness,) = [person for id_, person in people.items() if id_.startswith("W-")]
    witness["name"] = "Orang Lain"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    failed = [step for step in verifier.verify(path).steps if not step.ok]
    assert [step.name for step in failed] == ["packages"]
    assert "W-" in failed[0].detail_en


def test_an_event_that_holds_a_name_as_typed_is_still_valid(merged: ReadyEvent) -> None:
    master = merged.master()
    with master.store.begin() as tx:
        tx.append("ranking_opened", {"stage": "final", "by": ["Nama Lama", "Ketua"]})
        assert attendance.with_names(tx.log.events(["ranking_opened"]), attendance.names_of(tx))[0].data[
            "by"
        ] == ["Nama Lama", "Ketua"]
    assert verifier.verify(bundle(merged, public=False)).ok


def test_the_workbook_names_who_was_present(merged: ReadyEvent) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    deciding.open_ranking(merged.master(), [GUEST, "J-03"])
    book = load_workbook(BytesIO(printing.ranking_workbook(merged.master())))
    cells = [cell.value for row in book["Keputusan"].iter_rows() for cell in row]
    assert f"{GUEST}; Juri J-03" in cells


def test_what_a_public_bundle_will_show_of_peoples_words_is_listed_before(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.open_ranking(master, [GUEST, "ketua"])
    deciding.recuse(master, "J-02", "01", "keluarga dekat inovator")
    with master.store.begin() as tx:
        tx.append("ranking_opened", {"stage": "final", "by": ["Nama Lama", "ketua"]})
    words = publishing.public_words(master)
    by_event = {(word.kind, word.text) for word in words if word.where.startswith("#")}
    assert by_event == {("recused", "keluarga dekat inovator"), ("ranking_opened", "Nama Lama")}
    public = bundle(merged, public=True).read_text("utf-8")
    assert "Nama Lama" in public and "keluarga dekat" in public


def test_the_command_line_lists_them_before_the_public_bundle_is_there(
    merged: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    deciding.recuse(merged.master(), "J-02", "01", "keluarga dekat inovator")
    merged.shut()
    out = merged.folder / "umum.hasil"
    assert main(["bundle", str(merged.folder / "lomba.kipp"), str(out), "--public", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "keluarga dekat inovator" in said.err and "keluarga dekat" not in said.out
    assert out.exists()
