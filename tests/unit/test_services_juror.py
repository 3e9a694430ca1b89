"""A juror's laptop: scoring, locking, declaring, exporting, and the second laptop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_file, score_file, sealing
from kipp_desktop.services import (
    checking,
    device_keys,
    exporting,
    issuing,
    jurors,
    laptops,
    merging,
    publishing,
    receipts,
    receiving,
    scoring,
    setting_up,
)
from kipp_desktop.store.juror_store import FILE_NAME
from tests.conftest import CRITERIA, ENTRIES, STAGE, ReadyEvent, score_all, value_of


def refusal(what: Any, *args: Any) -> str:
    with pytest.raises(UserError) as refused:
        what(*args)
    return refused.value.code


def content(event: ReadyEvent, path: Path) -> score_file.ScorePayload:
    """What a score file says, as the organiser reads it."""
    return opened(event, path).payload


def opened(event: ReadyEvent, path: Path) -> score_file.ScoreFile:
    """A score file, as the organiser opens it."""
    key = key_file.load(event.folder / "lomba.kunci")
    return score_file.open_sealed(score_file.read_outside(path.read_bytes()), list(key.identities))


# — enrolling —


def test_a_package_opens_with_the_jurors_own_code_only(issued: ReadyEvent) -> None:
    folder = issued.folder / "baru"
    assert refusal(jurors.enrol, issued.package, "J-02", issued.codes["J-01"], folder) == "code.other_juror"
    assert (
        refusal(jurors.enrol, issued.package, "J-99", issued.codes["J-01"], folder) == "package.unknown_juror"
    )
    assert refusal(jurors.enrol, issued.package, "J-01", "K7QM", folder) == "code.mistyped"
    assert not (folder / FILE_NAME).exists()


def test_a_store_is_never_enrolled_over(issued: ReadyEvent) -> None:
    again = (issued.package, "J-01", issued.codes["J-01"], issued.folder / "J-01")
    assert refusal(jurors.enrol, *again) == "store.exists"


def test_two_jurors_may_use_one_laptop_in_folders_of_their_own(issued: ReadyEvent) -> None:
    assert {issued.desk(one).juror_id for one in ("J-01", "J-02")} == {"J-01", "J-02"}
    scoring.enter_score(issued.desk("J-01"), STAGE, "01", "kebaruan", 8000)
    assert scoring.sheet(issued.desk("J-02"), STAGE, "01").scored == 0


def test_scores_are_there_when_the_store_is_opened_again(issued: ReadyEvent) -> None:
    scoring.enter_score(issued.desk("J-01"), STAGE, "01", "kebaruan", 8000)
    issued.shut()
    assert scoring.sheet(issued.desk("J-01"), STAGE, "01").values[0] == 8000


# — entering —


def test_a_score_comes_back_with_what_stood_there_before(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    said = [scoring.enter_score(desk, STAGE, "01", "efektif", value) for value in (8000, 8500, None, 9000)]
    assert said == [None, 8000, 8500, None]


def test_each_change_is_one_event_and_repeating_is_none(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    for value in (8000, 8000, 8500, 8500):
        scoring.enter_score(desk, STAGE, "01", "efektif", value)
    with desk.store.begin() as tx:
        events = [(one.data["old"], one.data["new"]) for one in tx.log.events(["score"])]
    assert events == [(None, 8000), (8000, 8500)]


def test_clearing_what_was_never_scored_leaves_no_trace(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assert scoring.enter_score(desk, STAGE, "01", "efektif", None) is None
    path = issued.folder / "kosong.nilai"
    exporting.export(desk, path)
    assert content(issued, path).cells == ()


@pytest.mark.parametrize(
    ("entry", "criterion", "value", "code"),
    [
        ("01", "kebaruan", 10100, "value.out_of_scale"),
        ("01", "kebaruan", 8050, "value.out_of_scale"),
        ("01", "hilang", 8000, "score.unknown_criterion"),
        ("99", "kebaruan", 8000, "score.not_assigned"),
    ],
)
def test_a_score_that_is_not_the_jurors_to_give_is_refused(
    issued: ReadyEvent, entry: str, criterion: str, value: int, code: str
) -> None:
    assert refusal(scoring.enter_score, issued.desk("J-01"), STAGE, entry, criterion, value) == code
    assert scoring.sheet(issued.desk("J-01"), STAGE, "01").scored == 0


def test_a_sheet_shows_what_is_done_of_it(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    looks = [scoring.sheet(desk, STAGE, "01").look]
    for criterion in CRITERIA:
        scoring.enter_score(desk, STAGE, "01", criterion, 8000)
        looks.append(scoring.sheet(desk, STAGE, "01").look)
    scoring.lock(desk, STAGE, "01")
    looks.append(scoring.sheet(desk, STAGE, "01").look)
    assert looks == ["none", *["partial"] * 4, "complete", "locked"]


def test_the_running_total_leaves_out_what_is_missing(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    own = scoring.sheet(desk, STAGE, "01")
    assert (own.running_total, own.points_so_far, own.total) == (16, 20, None)


# — locking and declaring —


def full(event: ReadyEvent, juror: str = "J-01") -> Any:
    desk = event.desk(juror)
    score_all(desk)
    return desk


def test_an_incomplete_sheet_cannot_be_locked(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    with pytest.raises(UserError) as refused:
        scoring.lock(desk, STAGE, "01")
    assert refused.value.code == "sheet.incomplete"
    assert refused.value.facts["missing"].split(", ")[0] == "Efektif"


def test_a_locked_sheet_is_changed_only_after_reopening_with_a_reason(issued: ReadyEvent) -> None:
    desk = full(issued)
    scoring.lock(desk, STAGE, "01")
    assert refusal(scoring.enter_score, desk, STAGE, "01", "kebaruan", 8000) == "score.locked"
    assert refusal(scoring.reopen, desk, STAGE, "01", "  ") == "reason.needed"
    scoring.reopen(desk, STAGE, "01", "salah ketik")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)


def test_lock_all_locks_what_is_complete(issued: ReadyEvent) -> None:
    desk = full(issued)
    scoring.enter_score(desk, STAGE, "02", "kebaruan", None)
    scoring.abstain(desk, STAGE, "03", "satu instansi")
    assert scoring.lock_complete(desk, STAGE) == ["01"]
    assert scoring.missing(desk, STAGE) == ["02"]


def test_abstaining_needs_a_reason_and_absence_does_not(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assert refusal(scoring.abstain, desk, STAGE, "01", "") == "reason.needed"
    scoring.abstain(desk, STAGE, "01", "satu instansi")
    scoring.mark_absent(desk, STAGE, "02")
    assert [scoring.sheet(desk, STAGE, one).look for one in ENTRIES] == ["abstained", "absent", "none"]
    assert refusal(scoring.enter_score, desk, STAGE, "01", "kebaruan", 8000) == "score.locked"
    assert refusal(scoring.mark_absent, desk, STAGE, "01") == "sheet.other_state"


def test_declaring_waits_until_all_is_settled_or_a_reason_is_given(issued: ReadyEvent) -> None:
    desk = full(issued)
    scoring.lock(desk, STAGE, "01")
    with pytest.raises(UserError) as refused:
        scoring.declare(desk, STAGE, "final")
    assert (refused.value.code, refused.value.facts) == ("declare.incomplete", {"entries": "02, 03"})
    assert not scoring.declared(desk, STAGE)
    scoring.declare(desk, STAGE, "final", "dipanggil pimpinan")
    assert scoring.declared(desk, STAGE)


def test_after_declaring_nothing_changes_until_it_is_withdrawn(issued: ReadyEvent) -> None:
    desk = full(issued)
    scoring.lock_complete(desk, STAGE)
    scoring.declare(desk, STAGE, "final")
    assert refusal(scoring.reopen, desk, STAGE, "01", "salah") == "score.declared"
    assert refusal(scoring.withdraw_declaration, desk, STAGE, "") == "reason.needed"
    scoring.withdraw_declaration(desk, STAGE, "salah")
    scoring.reopen(desk, STAGE, "01", "salah")


def test_finishing_while_something_is_open_locks_what_is_complete_and_says_what_is_not(
    issued: ReadyEvent,
) -> None:
    desk = full(issued)
    scoring.enter_score(desk, STAGE, "02", "kebaruan", None)
    path = issued.file("J-01")
    assert refusal(exporting.finish, desk, path) == "declare.incomplete"
    assert not path.exists()
    assert [scoring.sheet(desk, STAGE, one).look for one in ENTRIES] == ["locked", "partial", "locked"]


# — exporting —


def test_exporting_again_unchanged_is_the_same_payload(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    again = exporting.export(desk, scored.folder / "lagi.nilai")
    assert again.unchanged
    assert content(scored, again.path) == content(scored, scored.file("J-01"))
    master = scored.master()
    assert [one.outcome for one in merging.apply(master, [scored.file("J-01"), again.path])] == [
        "accepted",
        "known",
    ]


def test_a_receipt_alone_is_nothing_new_to_send(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    written = publishing.write_receipts(master, scored.folder / "terima")
    desk = scored.desk("J-01")
    receiving.receive(desk, written[0])
    assert exporting.export(desk, scored.folder / "lagi.nilai").unchanged
    note = receipts.last_receipt(desk)
    assert note is not None
    assert note.covers


def test_a_change_after_a_receipt_carries_what_the_juror_saw(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    written = publishing.write_receipts(master, scored.folder / "terima")
    desk = scored.desk("J-01")
    receiving.receive(desk, written[0])
    scoring.write_comment(desk, STAGE, "01", "", "private", "catatan sendiri")
    assert exporting.export(desk, scored.folder / "lagi.nilai").unchanged
    scoring.withdraw_declaration(desk, STAGE, "salah")
    changed = exporting.export(desk, scored.folder / "baru.nilai")
    assert not changed.unchanged
    assert content(scored, changed.path).seen is not None


def test_ancestors_are_all_that_went_before(issued: ReadyEvent) -> None:
    desk = full(issued)
    made = []
    for number, value in enumerate((8000, 8100, 8200)):
        scoring.enter_score(desk, STAGE, "01", "kebaruan", value)
        made.append(exporting.export(desk, issued.folder / f"{number}.nilai"))
    assert content(issued, made[2].path).ancestors == tuple(sorted(one.digest for one in made[:2]))


def test_an_export_that_could_not_be_written_is_written_later_as_the_same(issued: ReadyEvent) -> None:
    desk = full(issued)
    assert refusal(exporting.export, desk, issued.folder / "flashdisk" / "a.nilai") == "write.no_folder"
    again = exporting.export(desk, issued.folder / "a.nilai")
    assert again.unchanged
    assert len(content(issued, again.path).cells) == 15


def test_comments_are_sealed_in_and_private_notes_stay(issued: ReadyEvent) -> None:
    desk = full(issued)
    scoring.write_comment(desk, STAGE, "01", "kebaruan", "praise", "Rapi")
    scoring.write_comment(desk, STAGE, "01", "", "private", "kurang yakin")
    path = exporting.export(desk, issued.folder / "a.nilai").path
    key = key_file.load(issued.folder / "lomba.kunci")
    inside = sealing.unseal(json.loads(path.read_bytes())["sealed"], list(key.identities))
    assert b"Rapi" in inside
    assert b"yakin" not in inside
    assert exporting.export(desk, issued.folder / "b.nilai").unchanged
    scoring.write_comment(desk, STAGE, "01", "kebaruan", "praise", "")
    assert not exporting.export(desk, issued.folder / "c.nilai").unchanged


def test_the_juror_can_open_the_own_file_for_recovery(scored: ReadyEvent) -> None:
    identity = scored.desk("J-01").secrets().identity
    outside = score_file.read_outside(scored.file("J-01").read_bytes())
    assert score_file.open_sealed(outside, [identity]).payload.juror == "J-01"


def test_a_store_without_its_device_key_keeps_scores_and_says_so(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    (desk.store.folder / device_keys.FILE_NAME).unlink()
    assert refusal(exporting.export, desk, scored.folder / "a.nilai") == "store.no_secrets"
    assert scoring.sheet(desk, STAGE, "01").values[0] == value_of("J-01", "01", "kebaruan")
    assert [one.name for one in checking.check_juror(desk) if not one.ok] == ["secrets"]


# — the second laptop —


@pytest.fixture
def two(issued: ReadyEvent) -> tuple[ReadyEvent, Any, Any]:
    """A juror's two laptops, nothing scored."""
    return issued, issued.desk("J-01"), issued.desk("J-01", "kedua")


def test_cells_of_the_other_laptop_are_added(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    scoring.enter_score(left, STAGE, "01", "kebaruan", 8000)
    scoring.enter_score(right, STAGE, "01", "efektif", 7000)
    scoring.enter_score(right, STAGE, "02", "kebaruan", 6000)
    path = exporting.export(right, event.folder / "kanan.nilai").path
    said = receiving.receive(left, path)
    assert (said.kind, said.taken, said.differences) == ("own_file", 2, 0)
    assert scoring.sheet(left, STAGE, "01").values[:2] == (8000, 7000)
    assert receiving.receive(left, path).kind == "known"
    merged = exporting.export(left, event.folder / "gabung.nilai")
    assert content(event, path).device != content(event, merged.path).device
    assert content(event, merged.path).ancestors == (exporting.export(right, path).digest,)
    assert all(one.ok for one in checking.check_juror(left))


def conflict(two: tuple[ReadyEvent, Any, Any]) -> tuple[ReadyEvent, Any, Path]:
    event, left, right = two
    scoring.enter_score(left, STAGE, "01", "kebaruan", 8000)
    scoring.enter_score(right, STAGE, "01", "kebaruan", 9000)
    path = exporting.export(right, event.folder / "kanan.nilai").path
    assert receiving.receive(left, path).differences == 1
    return event, left, path


@pytest.mark.parametrize(("choice", "value"), [("mine", 8000), ("theirs", 9000)])
def test_where_laptops_differ_the_juror_chooses(
    two: tuple[ReadyEvent, Any, Any], choice: str, value: int
) -> None:
    event, left, path = conflict(two)
    assert scoring.sheet(left, STAGE, "01").values[0] == 8000
    assert refusal(exporting.export, left, event.folder / "a.nilai") == "export.differences_open"
    assert refusal(receiving.resolve, left, STAGE, "02", "kebaruan", "mine") == "resolve.no_difference"
    assert receiving.resolve(left, STAGE, "01", "kebaruan", choice) == 0  # pyright: ignore
    assert scoring.sheet(left, STAGE, "01").values[0] == value
    chosen = exporting.export(left, event.folder / "a.nilai")
    (kanan,) = content(event, chosen.path).ancestors
    assert kanan == exporting.export(two[2], path).digest
    assert all(one.ok for one in checking.check_juror(left))


def test_the_choice_settles_the_conflict_for_the_organiser(two: tuple[ReadyEvent, Any, Any]) -> None:
    from kipp_desktop.services import deciding, results

    event, left, path = conflict(two)
    receiving.resolve(left, STAGE, "01", "kebaruan", "theirs")
    mine = exporting.export(left, event.folder / "a.nilai").path
    master = event.master()
    merging.apply(master, [path, mine])
    for device in [one.key for one in laptops.laptops(master)]:
        deciding.confirm_device(master, "J-01", device)
    (sheet,) = [
        one for one in results.board(master, STAGE).sheets if (one.juror, one.entry) == ("J-01", "01")
    ]
    assert (sheet.state, sheet.values[0]) == ("draft", 9000)


def test_a_file_that_knew_everything_here_is_taken_over_whole(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    score_all(left)
    first = exporting.export(left, event.folder / "kiri.nilai").path
    receiving.receive(right, first)
    scoring.enter_score(right, STAGE, "01", "kebaruan", 9900)
    exporting.finish(right, event.folder / "kanan.nilai")
    said = receiving.receive(left, event.folder / "kanan.nilai")
    assert (said.taken, said.differences) == (1, 0)
    assert scoring.sheet(left, STAGE, "01").values[0] == 9900
    assert scoring.declared(left, STAGE)
    assert [scoring.sheet(left, STAGE, one).look for one in ENTRIES] == ["locked"] * 3


def test_a_state_that_differs_is_the_jurors_to_choose_too(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    score_all(left)
    scoring.abstain(right, STAGE, "01", "satu instansi")
    path = exporting.export(right, event.folder / "kanan.nilai").path
    assert receiving.receive(left, path).differences == 1
    assert receiving.resolve(left, STAGE, "01", "", "theirs") == 0
    assert scoring.sheet(left, STAGE, "01").look == "abstained"


def test_a_second_file_waits_until_the_first_is_settled(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, _ = conflict(two)
    scoring.enter_score(two[2], STAGE, "02", "kebaruan", 5000)
    later = exporting.export(two[2], event.folder / "kanan2.nilai").path
    assert refusal(receiving.receive, left, later) == "export.differences_open"


# — what else may arrive —


def test_another_jurors_file_and_other_kinds_are_refused(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    assert refusal(receiving.receive, desk, scored.file("J-02")) == "file.other_juror"
    assert refusal(receiving.receive, desk, scored.folder / "lomba.kunci") == "file.other_kind"
    foreign = scored.folder / "a.txt"
    foreign.write_text("[]")
    assert refusal(receiving.receive, desk, foreign) == "file.damaged"


def test_another_jurors_receipt_is_refused(scored: ReadyEvent) -> None:
    merging.apply(scored.master(), scored.files)
    written = publishing.write_receipts(scored.master(), scored.folder / "terima")
    assert refusal(receiving.receive, scored.desk("J-01"), written[1]) == "receipt.other_juror"
    assert receipts.last_receipt(scored.desk("J-01")) is None


def test_a_receipt_covers_the_newest_export_or_says_it_does_not(scored: ReadyEvent) -> None:
    master, desk = scored.master(), scored.desk("J-01")
    merging.apply(master, scored.files)
    receiving.receive(desk, publishing.write_receipts(master, scored.folder / "terima")[0])
    note = receipts.last_receipt(desk)
    assert note is not None
    assert (note.covers, publishing.counts_text(note.counts)) == (True, "3/3")
    scoring.withdraw_declaration(desk, STAGE, "salah")
    exporting.export(desk, scored.folder / "baru.nilai")
    note = receipts.last_receipt(desk)
    assert note is not None
    assert not note.covers


def test_a_newer_package_is_taken_over_and_scores_stay(scored: ReadyEvent) -> None:
    master, desk = scored.master(), scored.desk("J-01")
    setting_up.put_entries(master, [Entry("04", "Inovasi 4", "Dinas 4")])
    newer = issuing.issue(master, scored.folder).package
    assert receiving.receive(desk, newer).kind == "package"
    assert receiving.receive(desk, newer).kind == "known"
    assert refusal(receiving.receive, desk, scored.package) == "package.older"
    assert desk.owed[STAGE] == [*ENTRIES, "04"]
    assert scoring.sheet(desk, STAGE, "01").look == "locked"
    scored.shut()
    assert scored.desk("J-01").package.version == 2


def test_the_drawn_running_order_is_the_jurors_list(issued: ReadyEvent) -> None:
    master = issued.master()
    setting_up.put_setting(master, "running_order", ["03", "01"])
    desk = issued.desk("J-01")
    receiving.receive(desk, issuing.issue(master, issued.folder).package)
    assert desk.owed[STAGE] == ["03", "01", "02"]
    assert [one.entry for one in scoring.sheets(desk, STAGE)] == ["03", "01", "02"]


def test_a_store_whose_values_were_tampered_with_is_found_out(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    with desk.store.begin() as tx:
        tx.put_cell(STAGE, "01", "kebaruan", 1, 100)
    assert [(one.name, one.detail) for one in checking.check_juror(desk) if not one.ok] == [
        ("cells", "final/01/kebaruan")
    ]
