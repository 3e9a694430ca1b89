"""Laptops, conflicts, late files and codes: what the organiser sees of them and does about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.sentences import sentence
from kipp_desktop.services import (
    checking,
    conflicts,
    deciding,
    exporting,
    intake,
    issuing,
    laptops,
    lateness,
    merging,
    printing,
    received,
    results,
    scoring,
)
from kipp_desktop.services.conflicts import Contest
from kipp_desktop.store.juror_store import StoredDeclaration
from tests.conftest import CRITERIA, STAGE, ReadyEvent, score_all

PEOPLE = ["Ketua Dewan Juri", "Sekretaris Panitia"]


def refusal(act, *args, **named) -> str:
    with pytest.raises(UserError) as refused:
        act(*args, **named)
    return refused.value.code


def second_laptop(event: ReadyEvent, value: int = 5000, entries: tuple[str, ...] = ("01",)) -> Path:
    """J-01 scores some entries on another laptop and exports."""
    desk = event.desk("J-01", "J-01-kedua")
    for entry in entries:
        for criterion in CRITERIA:
            scoring.enter_score(desk, STAGE, entry, criterion, value)
        scoring.lock(desk, STAGE, entry)
    path = event.folder / "laptop kedua.nilai"
    exporting.export(desk, path)
    return path


def both_confirmed(event: ReadyEvent, value: int = 5000) -> tuple[str, str]:
    """Two laptops of J-01 merged and confirmed; the digests of their files, the first laptop's first."""
    master = event.master()
    merging.apply(master, [event.file("J-01"), second_laptop(event, value)])
    for one in laptops.laptops(master):
        deciding.confirm_device(master, "J-01", one.key)
    files = {one.file: one.digest for one in received.received(master)}
    return files["J-01.nilai"], files["laptop kedua.nilai"]


def contest(event: ReadyEvent) -> Contest:
    (one,) = conflicts.contests(event.master())
    return one


def cell(event: ReadyEvent, criterion: str, entry: str = "01") -> int | None:
    board = results.board(event.master(), STAGE)
    (sheet,) = [one for one in board.sheets if (one.juror, one.entry) == ("J-01", entry)]
    return sheet.values[CRITERIA.index(criterion)]


# — laptops —


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_neither_laptop_counts_until_one_is_confirmed_whichever_file_arrived_first(
    scored: ReadyEvent, order: tuple[int, int]
) -> None:
    master = scored.master()
    files = [scored.file("J-01"), second_laptop(scored)]
    merging.apply(master, [files[at] for at in order])
    assert [one.state for one in laptops.laptops(master)] == ["waiting", "waiting"]
    first = scored.desk("J-01").device_code
    deciding.confirm_device(master, "J-01", laptops.with_code(laptops.laptops(master), "J-01", first).key)
    assert {one.code: one.state for one in laptops.laptops(master)} == {
        first: "confirmed",
        scored.desk("J-01", "J-01-kedua").device_code: "waiting",
    }
    assert {one.state for one in results.board(master, STAGE).sheets if one.juror == "J-01"} == {"locked"}


def test_the_code_on_the_jurors_screen_is_the_one_the_organiser_types(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    code = scored.desk("J-01").device_code
    (laptop,) = laptops.laptops(master)
    assert laptop.code == code
    spoken = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert laptops.with_code([laptop], "J-01", spoken) is laptop
    assert refusal(laptops.with_code, [laptop], "J-01", "AAAAA-AAAAA") == "device.code_unknown"
    assert refusal(laptops.with_code, [laptop], "J-02", code) == "device.code_unknown"


def test_a_laptop_that_came_after_closing_is_called_late(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    deciding.close_intake(master)
    merging.apply(master, [second_laptop(scored)])
    assert sorted(one.state for one in laptops.laptops(master)) == ["late", "only"]


def test_a_revoked_laptop_keeps_the_files_on_its_list_and_cannot_be_confirmed(scored: ReadyEvent) -> None:
    first, second = both_confirmed(scored)
    master = scored.master()
    (other,) = [one for one in laptops.laptops(master) if second in one.digests]
    deciding.revoke_device(master, "J-01", other.key, [], "laptop hilang")
    assert cell(scored, "kebaruan") != 5000
    deciding.revoke_device(master, "J-01", other.key, [second], "berkasnya diperiksa bersama juri")
    (other,) = [one for one in laptops.laptops(master) if second in one.digests]
    assert (other.state, other.kept) == ("revoked", {second})
    assert contest(scored).open
    assert refusal(deciding.confirm_device, master, "J-01", other.key) == "device.is_revoked"
    assert refusal(deciding.revoke_device, master, "J-01", other.key, [first], "r") == "device.unknown_file"


def test_a_file_to_keep_is_named_by_its_digest_or_its_ten_characters(scored: ReadyEvent) -> None:
    first, second = both_confirmed(scored)
    master = scored.master()
    (other,) = [one for one in laptops.laptops(master) if second in one.digests]
    for typed in (short_code(second), short_code(second).replace("-", "").lower(), second.upper()):
        deciding.revoke_device(master, "J-01", other.key, [typed, second], "laptop hilang")
        with master.store.begin() as tx:
            assert tx.log.events(("device_revoked",))[-1].data["keep"] == [second]
    for typed in (short_code(first), second[:10], "AAAAA-AAAAA"):
        with pytest.raises(UserError) as refused:
            deciding.revoke_device(master, "J-01", other.key, [second, typed], "laptop hilang")
        assert refused.value.code == "device.unknown_file"
        assert "64" in sentence(refused.value, "en") and typed in sentence(refused.value, "en")


def test_a_code_that_two_files_bear_keeps_neither(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, second = both_confirmed(scored)
    master = scored.master()
    (other,) = [one for one in laptops.laptops(master) if second in one.digests]
    twin = second[:-1] + ("0" if second[-1] != "0" else "1")
    monkeypatch.setattr(laptops, "_sent_by", lambda *_: {second, twin})
    revoke = deciding.revoke_device
    assert refusal(revoke, master, "J-01", other.key, [short_code(second)], "r") == "device.unknown_file"
    revoke(master, "J-01", other.key, [second], "laptop hilang")


def test_confirming_twice_is_logged_once(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    (laptop,) = laptops.laptops(master)
    for _ in range(2):
        deciding.confirm_device(master, "J-01", laptop.key)
    with master.store.begin() as tx:
        assert len(tx.log.events(("device_confirmed",))) == 1


def test_the_command_confirms_and_revokes_by_the_laptops_code(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    merging.apply(scored.master(), [scored.file("J-01"), second_laptop(scored)])
    one, two = scored.desk("J-01").device_code, scored.desk("J-01", "J-01-kedua").device_code
    scored.shut()
    path = str(scored.folder / "lomba.kipp")
    assert cli.main(["device", path, "confirm", "J-01", one]) == 0
    assert cli.main(["device", path, "confirm", "J-01", "AAAAA-AAAAA"]) == 1
    assert cli.main(["device", path, "confirm", "J-01"]) == 2
    assert cli.main(["device", path, "revoke", "J-01", two]) == 1, "a reason is needed"
    assert cli.main(["device", path, "revoke", "J-01", two, "--reason", "bukan laptop juri"]) == 0
    capsys.readouterr()
    assert cli.main(["device", path, "list", "--json"]) == 0
    listed = {row["code"]: row for row in json.loads(capsys.readouterr().out)["devices"]}
    assert (listed[one]["state"], listed[two]["state"]) == ("confirmed", "revoked")
    assert [file["file"] for file in listed[two]["files"]] == ["laptop kedua.nilai"]
    assert cli.main(["device", path, "list"]) == 0
    told = capsys.readouterr().out
    assert "dihitung, kode dicocokkan" in told and "dicabut" in told


# — conflicts —


def test_a_conflict_shows_every_head_with_its_laptop_and_every_differing_cell(scored: ReadyEvent) -> None:
    first, second = both_confirmed(scored)
    one = contest(scored)
    assert one.place == ("J-01", STAGE, "01")
    assert one.open
    assert not one.states_differ
    by_head = {view.head: view for view in one.views}
    assert by_head.keys() == {first, second}
    assert by_head[second].laptop == scored.desk("J-01", "J-01-kedua").device_code
    assert by_head[second].file == "laptop kedua.nilai"
    assert by_head[second].cells == dict.fromkeys(CRITERIA, 5000)
    assert one.differing() == list(CRITERIA)
    assert set(one.held("kebaruan").values()) == {cell_of_first(scored), 5000}


def cell_of_first(event: ReadyEvent) -> int:
    from tests.conftest import value_of

    return value_of("J-01", "01", "kebaruan")


def test_a_decision_on_a_sheet_is_in_force_until_its_basis_changes(scored: ReadyEvent) -> None:
    first, second = both_confirmed(scored)
    master = scored.master()
    deciding.decide_conflict(master, "J-01", STAGE, "01", None, second, "juri membenarkan", PEOPLE)
    assert (cell(scored, "kebaruan"), contest(scored).open) == (5000, False)
    deciding.decide_conflict(master, "J-01", STAGE, "01", None, first, "juri meralat", PEOPLE)
    assert [one.state for one in contest(scored).rulings] == ["overruled", "in_force"]
    desk = scored.desk("J-01", "J-01-kedua")
    scoring.reopen(desk, STAGE, "01", "salah")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 6000)
    scoring.lock(desk, STAGE, "01")
    exporting.export(desk, scored.folder / "kedua lagi.nilai")
    merging.apply(master, [scored.folder / "kedua lagi.nilai"])
    one = contest(scored)
    assert [ruling.state for ruling in one.rulings] == ["void", "void"]
    assert one.open
    assert all(check.ok for check in checking.check_master(master))


def test_cells_are_decided_one_by_one(scored: ReadyEvent) -> None:
    both_confirmed(scored)
    master = scored.master()
    for criterion in CRITERIA:
        assert contest(scored).open
        deciding.decide_conflict(master, "J-01", STAGE, "01", criterion, 5000, "juri hadir", PEOPLE)
    assert not contest(scored).open
    assert cell(scored, "berkelanjutan") == 5000
    deciding.decide_conflict(
        master, "J-01", STAGE, "01", "kebaruan", cell_of_first(scored), "juri meralat", PEOPLE
    )
    assert cell(scored, "kebaruan") == cell_of_first(scored)


def test_a_cell_is_not_chosen_on_a_sheet_that_was_decided_whole(scored: ReadyEvent) -> None:
    first, _ = both_confirmed(scored)
    master = scored.master()
    deciding.decide_conflict(master, "J-01", STAGE, "01", None, first, "r", PEOPLE)
    decide = deciding.decide_conflict
    assert refusal(decide, master, "J-01", STAGE, "01", "kebaruan", 5000, "r", PEOPLE) == (
        "conflict.sheet_decided"
    )


def test_what_is_no_conflict_cannot_be_decided(scored: ReadyEvent) -> None:
    master = scored.master()
    both_confirmed(scored)
    decide = deciding.decide_conflict
    assert refusal(decide, master, "J-01", STAGE, "02", None, "x", "r", PEOPLE) == "conflict.none"
    assert refusal(decide, master, "J-01", STAGE, "01", "kebaruan", 1, "r", PEOPLE) == "conflict.bad_choice"
    assert refusal(decide, master, "J-01", STAGE, "01", None, "f" * 64, "r", PEOPLE) == "conflict.bad_choice"
    assert refusal(decide, master, "J-01", STAGE, "01", None, "f" * 64, "", PEOPLE) == "reason.needed"
    assert refusal(decide, master, "J-01", STAGE, "01", None, "f" * 64, "r", []) == "present.needed"


def test_a_cleared_cell_against_a_value_is_a_conflict(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    desk = scored.desk("J-01", "J-01-kedua")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 5000)
    scoring.enter_score(desk, STAGE, "01", "kebaruan", None)
    exporting.export(desk, scored.folder / "kosong.nilai")
    merging.apply(master, [scored.folder / "kosong.nilai"])
    for one in laptops.laptops(master):
        deciding.confirm_device(master, "J-01", one.key)
    one = contest(scored)
    assert set(one.held("kebaruan").values()) == {None, cell_of_first(scored)}
    assert one.states_differ, "locked against draft: only the whole sheet can be chosen"
    locked = next(view.head for view in one.views if view.state == "locked")
    deciding.decide_conflict(master, "J-01", STAGE, "01", None, locked, "juri membenarkan", PEOPLE)
    assert cell(scored, "kebaruan") == cell_of_first(scored)


def test_a_cloned_store_whose_copies_went_on_apart_is_a_conflict(scored: ReadyEvent) -> None:
    """Same laptop key, so nothing waits; but neither copy knew what the other wrote."""
    import shutil

    master = scored.master()
    scored.desk("J-01")
    scored.shut()
    shutil.copytree(scored.folder / "J-01", scored.folder / "J-01-salinan")
    master = scored.master()
    for name, value in (("J-01", 9900), ("J-01-salinan", 9800)):
        from kipp_desktop.services import jurors

        desk = jurors.open_desk(scored.folder / name)
        scoring.withdraw_declaration(desk, STAGE, "salah")
        scoring.reopen(desk, STAGE, "01", "salah")
        scoring.enter_score(desk, STAGE, "01", "kebaruan", value)
        exporting.finish(desk, scored.folder / f"{name}-x.nilai")
        desk.close()
    found = merging.apply(master, [scored.folder / "J-01-x.nilai", scored.folder / "J-01-salinan-x.nilai"])
    assert [one.outcome for one in found] == ["accepted", "accepted"]
    assert contest(scored).differing() == ["kebaruan"]
    assert len(laptops.laptops(master)) == 1


def test_the_command_shows_conflicts_and_takes_a_head_by_its_ten_characters(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    _, second = both_confirmed(scored)
    scored.shut()
    path = str(scored.folder / "lomba.kipp")
    assert cli.main(["conflicts", path, "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (one["juror"], one["entry"], one["open"], one["differing"]) == ("J-01", "01", True, list(CRITERIA))
    assert {head["digest"] for head in one["heads"]} >= {second}
    assert cli.main(["conflicts", path]) == 0
    told = capsys.readouterr().out
    assert f"J-01/{STAGE}/01" in told and "terkunci" in told and "locked" not in told
    words = ["--choose", exporting.short_code(second), "--reason", "juri hadir", "--present", "Ketua"]
    assert cli.main(["decide", path, "conflict", f"J-01/{STAGE}/01", *words]) == 0
    capsys.readouterr()
    assert cli.main(["conflicts", path, "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert [ruling["state"] for ruling in one["decisions"]] == ["in_force"]
    assert cli.main(["--lang", "en", "conflicts", path]) == 0
    assert "in force" in capsys.readouterr().out
    assert not one["open"]


# — late —


def later(event: ReadyEvent, value: int = 9900) -> Path:
    desk = event.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah ketik")
    scoring.reopen(desk, STAGE, "01", "salah ketik")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", value)
    path = event.folder / f"lagi-{value}.nilai"
    exporting.finish(desk, path)
    return path


def test_a_late_file_says_which_values_it_would_change(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    merging.apply(master, [later(scored)])
    (one,) = lateness.late(master)
    assert (one.stage, one.received.juror, one.received.file) == (STAGE, "J-01", "lagi-9900.nilai")
    (change,) = one.changes
    assert (change.entry, change.criterion, change.counted, change.late) == (
        "01", "kebaruan", cell_of_first(scored), 9900,
    )  # fmt: skip
    assert ("late", STAGE) in {(gap.kind, gap.stage) for gap in results.result(master).gaps}


def test_a_late_file_with_nothing_new_is_not_held_against_the_result(scored: ReadyEvent) -> None:
    """The older file of a juror whose newer one was received in time."""
    master = scored.master()
    older, newer = scored.file("J-01"), later(scored)
    merging.apply(master, [newer])
    deciding.close_intake(master)
    (one,) = merging.apply(master, [older])
    assert one.outcome == "late"
    assert lateness.late(master) == []
    assert "late" not in {gap.kind for gap in results.result(master).gaps}


def test_only_the_named_late_file_is_let_in(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    merging.apply(master, [later(scored, 9900), later(scored, 9800)])
    wanted = [one.received.digest for one in lateness.late(master) if one.changes[0].late == 9900]
    deciding.reopen_intake(master, wanted, "flashdisk tertukar")
    assert cell(scored, "kebaruan") == 9900
    assert [one.changes[0].late for one in lateness.late(master)] == [9800]


def test_the_command_lists_late_files(scored: ReadyEvent, capsys: pytest.CaptureFixture[str]) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    merging.apply(master, [later(scored)])
    scored.shut()
    assert cli.main(["late", str(scored.folder / "lomba.kipp"), "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["late"]
    assert one["changes"] == [
        {"entry": "01", "criterion": "kebaruan", "counted": cell_of_first(scored), "late": 9900}
    ]


# — codes and declarations —


def test_a_renewed_code_needs_a_reason_and_has_a_slip_of_its_own(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(issuing.renew_code, scored.master(), "J-01", " ") == "reason.needed"
    slip = scored.folder / "slip-J-01.pdf"
    path = str(scored.folder / "lomba.kipp")
    scored.shut()
    words = ["--reason", "slip hilang", "--slip", str(slip), "--json"]
    assert cli.main(["renew-code", path, "J-01", *words]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["code"] != scored.codes["J-01"]
    from pypdf import PdfReader

    text = "".join(page.extract_text() for page in PdfReader(slip).pages)
    assert said["code"] in text
    assert "J-02" not in text
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    assert [one.state for one in laptops.laptops(master)] == ["only"], "the enrolled laptop stays valid"
    assert printing.slips_pdf(master, seat="J-01").startswith(b"%PDF")


def test_a_code_that_could_not_be_saved_is_not_renewed(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    master = scored.master()

    def full(key: object) -> None:
        raise UserError("write.no_space", file="lomba.kunci")

    with monkeypatch.context() as patch:
        patch.setattr(master, "save_key", full)
        assert refusal(issuing.renew_code, master, "J-01", "slip hilang") == "write.no_space"
    issuing.renew_code(master, "J-01", "slip hilang")  # the old code still opens the seat


def test_who_typed_for_a_juror_is_shown_with_the_declaration(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    score_all(desk)
    scoring.lock_complete(desk, STAGE)
    with desk.store.begin() as tx:
        tx.put_declaration(STAGE, StoredDeclaration(True, scoring.FINAL_WORDS, "Rina Pendamping"))
    exporting.export(desk, issued.file("J-01"))
    master = issued.master()
    merging.apply(master, [issued.file("J-01")])
    assert received.typed(master) == {("J-01", STAGE): "Rina Pendamping"}
    assert intake.look(master).typed_by == {("J-01", STAGE): "Rina Pendamping"}
