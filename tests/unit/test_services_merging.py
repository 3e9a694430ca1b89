"""What a file does to the master: seven outcomes, each with its reason,
and a refused one changes not one byte.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_file, score_file, sealing
from kipp_desktop.sentences import catalogue
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    laptops,
    merging,
    publishing,
    quarantine,
    receiving,
    results,
    scoring,
)
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.store.master_store import MasterStore, MasterTransaction, StoredPayload
from tests.conftest import STAGE, ReadyEvent, score_all


def merged(event: ReadyEvent, *files: Path) -> list[FileOutcome]:
    return merging.apply(event.master(), files)


def kinds(outcomes: list[FileOutcome]) -> list[str]:
    assert all(one.code in catalogue() for one in outcomes)
    return [one.outcome for one in outcomes]


def sound(master) -> bool:
    return all(check.ok for check in checking.check_master(master))


def test_a_first_file_is_accepted_and_counted(scored: ReadyEvent) -> None:
    (one,) = merged(scored, scored.file("J-01"))
    assert (one.outcome, one.code, one.juror) == ("accepted", "merge.accepted", "J-01")
    assert (one.cells_new, one.cells_same, one.conflicts, one.notes) == (15, 0, 0, ())
    assert one.facts == {"juror": "J-01", "cells": 15, "conflicts": 0}


def test_the_same_file_again_is_known_and_changes_nothing(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    before = results.result(master).digest
    assert kinds(merging.apply(master, [*scored.files, scored.file("J-01")])) == ["known"] * 6
    assert results.result(master).digest == before


def test_the_same_file_twice_in_one_merge_is_accepted_once(scored: ReadyEvent) -> None:
    assert kinds(merged(scored, scored.file("J-01"), scored.file("J-01"))) == ["accepted", "known"]


def test_the_plan_says_what_merging_does_and_writes_nothing(scored: ReadyEvent) -> None:
    master = scored.master()
    files = [*scored.files, scored.file("J-02"), scored.folder / "hilang.nilai"]
    before = scored.folder.joinpath("lomba.kipp").read_bytes()
    planned = merging.plan(master, files)
    assert scored.folder.joinpath("lomba.kipp").read_bytes() == before
    assert merging.apply(master, files) == planned


def later_file(event: ReadyEvent, juror: str = "J-01", value: int = 9900) -> Path:
    """The juror changes one value and exports again."""
    desk = event.desk(juror)
    scoring.withdraw_declaration(desk, STAGE, "salah ketik")
    scoring.reopen(desk, STAGE, "01", "salah ketik")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", value)
    path = event.folder / f"{juror}-lagi.nilai"
    exporting.finish(desk, path)
    return path


def test_an_older_file_after_a_newer_one_is_superseded(scored: ReadyEvent) -> None:
    newer = later_file(scored)
    outcomes = merged(scored, newer, scored.file("J-01"))
    assert kinds(outcomes) == ["accepted", "superseded"]


def test_a_newer_file_brings_only_what_changed(scored: ReadyEvent) -> None:
    one, two = merged(scored, scored.file("J-01"), later_file(scored))
    assert (one.cells_new, two.cells_new, two.cells_same) == (15, 1, 14)


def second_laptop(event: ReadyEvent, juror: str = "J-01", value: int = 5000) -> Path:
    """A file from another device of the same juror, enrolled with the same code."""
    desk = event.desk(juror, f"{juror}-kedua")
    score_all(desk, lambda *_: value)
    path = event.folder / f"{juror}-kedua.nilai"
    exporting.finish(desk, path)
    return path


def test_a_second_device_waits_until_it_is_confirmed(scored: ReadyEvent) -> None:
    master = scored.master()
    first, second = merging.apply(master, [scored.file("J-01"), second_laptop(scored)])
    assert (first.outcome, second.outcome, second.code) == ("accepted", "waiting", "merge.all_waiting")
    assert second.facts["waiting"] == 1, "the file that counted until now waits, too, and that is said"
    old, new = sorted(laptops.laptops(master), key=lambda one: one.digests != _of(first))
    assert {old.state, new.state} == {"waiting"}
    assert states(master) == {"none"}
    deciding.confirm_device(master, "J-01", old.key)
    assert states(master) == {"locked"}
    now = {one.key: one.state for one in laptops.laptops(master)}
    assert now == {old.key: "confirmed", new.key: "waiting"}
    assert sound(master)


def _of(outcome: FileOutcome) -> list[str]:
    return [score_digest(outcome.file)]


def score_digest(path: Path) -> str:
    """Which payload is inside, as the organiser's key reads it."""
    key = key_file.load(path.parent / "lomba.kunci")
    outside = score_file.read_outside(path.read_bytes())
    return score_file.open_sealed(outside, list(key.identities)).digest


def states(master, juror: str = "J-01") -> set[str]:
    """The derived states of a juror's sheets."""
    with_table = results.board(master, STAGE)
    return {sheet.state for sheet in with_table.sheets if sheet.juror == juror}


def test_a_revoked_devices_files_are_called_so(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    (laptop,) = laptops.laptops(master)
    deciding.revoke_device(master, "J-01", laptop.key, laptop.digests, "laptop hilang")
    (late_one,) = merging.apply(master, [later_file(scored)])
    assert (late_one.outcome, late_one.code) == ("waiting", "merge.revoked")
    assert states(master) == {"locked"}
    assert sound(master)


def test_a_file_after_closing_is_late_and_counts_once_it_is_let_in(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    before = results.result(master).digest
    deciding.close_intake(master)
    (one,) = merging.apply(master, [later_file(scored)])
    assert (one.outcome, one.code) == ("late", "merge.late")
    assert results.result(master).digest == before
    deciding.reopen_intake(master, deciding.late_files(master), "flashdisk tertukar")
    assert results.result(master).digest != before
    assert deciding.late_files(master) == []
    assert sound(master)


def test_a_file_from_a_spare_seat_waits_until_somebody_is_named(scored: ReadyEvent) -> None:
    master = scored.master()
    desk = scored.desk("J-91")
    score_all(desk, lambda *_: 7000)
    exporting.finish(desk, scored.file("J-91"))
    (one,) = merging.apply(master, [scored.file("J-91")])
    assert (one.outcome, one.code) == ("waiting", "merge.seat_unnamed")
    assert "J-91" not in results.board(master, STAGE).jurors
    deciding.name_juror(master, "J-91", "Pengganti", "Universitas", "ST/12")
    assert states(master, "J-91") == {"locked"}
    assert sound(master)


def test_two_laptops_that_differ_are_a_conflict(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    (first,) = laptops.laptops(master)
    deciding.confirm_device(master, "J-01", first.key)
    path = second_laptop(scored)
    merging.apply(master, [path])
    (other,) = [one for one in laptops.laptops(master) if one.key != first.key]
    deciding.confirm_device(master, "J-01", other.key)
    assert states(master) == {"conflict"}
    newer = later_file(scored)
    (one,) = merging.apply(master, [newer])
    assert one.outcome == "accepted"
    assert states(master) == {"conflict"}
    assert sound(master)


# — refused —


def refused(event: ReadyEvent, data: bytes | Path) -> FileOutcome:
    """The outcome of a bad file, and the proof that nothing of the master changed;
    a good one goes in beside it.
    """
    path = event.folder / "buruk.nilai"
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        path = data
    master = event.master()
    before = event.folder.joinpath("lomba.kipp").read_bytes()
    (bad,) = merging.apply(master, [path])
    assert event.folder.joinpath("lomba.kipp").read_bytes() == before
    outcomes = merging.apply(master, [path, event.file("J-05")])
    assert kinds(outcomes)[1] == "accepted"
    assert bad.code in catalogue()
    return bad


def outer(event: ReadyEvent, **fields: object) -> bytes:
    return json.dumps({**json.loads(event.file("J-01").read_bytes()), **fields}).encode()


def test_an_altered_file_is_refused(scored: ReadyEvent) -> None:
    data = bytearray(scored.file("J-01").read_bytes())
    data[len(data) // 2] ^= 1
    assert refused(scored, bytes(data)).outcome == "refused"


def test_a_truncated_file_is_refused(scored: ReadyEvent) -> None:
    data = scored.file("J-01").read_bytes()
    assert refused(scored, data[: len(data) // 2]).code == "file.damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.damaged"),
        (b"PK\x03\x04 bukan nilai", "file.damaged"),
        (b'{"fmt":"kipp-receipt"}', "file.other_kind"),
    ],
)
def test_a_foreign_file_is_refused(scored: ReadyEvent, data: bytes, code: str) -> None:
    assert refused(scored, data).code == code


def test_a_package_that_is_here_already_changes_nothing(scored: ReadyEvent) -> None:
    known = refused(scored, scored.package)
    assert (known.outcome, known.code) == ("known", "merge.package_known")


@pytest.mark.parametrize(
    ("name", "code"), [("hilang.nilai", "file.unreadable"), ("J-01", "file.no_plain_file")]
)
def test_a_missing_file_or_a_folder_is_refused(scored: ReadyEvent, name: str, code: str) -> None:
    assert refused(scored, scored.folder / name).code == code


def test_a_file_over_the_cap_is_refused(scored: ReadyEvent) -> None:
    assert refused(scored, b" " * (5 * 1024 * 1024 + 1)).code == "file.too_large"


def test_a_file_of_another_competition_is_refused_by_its_title(scored: ReadyEvent) -> None:
    about = {
        **json.loads(scored.file("J-01").read_bytes())["about"],
        "competition": "01LAIN",
        "title": "KIPP Lain",
    }
    bad = refused(scored, outer(scored, about=about))
    assert (bad.code, bad.facts) == ("file.other_competition", {"title": "KIPP Lain"})


def test_a_file_sealed_to_somebody_else_is_refused(scored: ReadyEvent) -> None:
    stranger = sealing.recipient_of(sealing.new_identity())
    assert (
        refused(scored, outer(scored, sealed=sealing.seal(b"{}", [stranger]))).code == "file.not_for_this_key"
    )


def test_a_file_made_with_an_unknown_package_is_refused(scored: ReadyEvent) -> None:
    """A juror who opened a later version that this master, restored from a backup, never issued."""
    backup = scored.folder.joinpath("lomba.kipp").read_bytes()
    master = scored.master()
    issued = issuing.issue(master, scored.folder)
    scored.shut()
    scored.folder.joinpath("lomba.kipp").write_bytes(backup)
    desk = scored.desk("J-01")
    assert receiving.receive(desk, issued.package).news
    path = scored.folder / "J-01-v2.nilai"
    exporting.export(desk, path)
    assert refused(scored, path).code == "file.unknown_package"


# — quarantined —


def test_a_file_of_a_later_format_is_kept_verbatim_until_an_upgrade(scored: ReadyEvent, monkeypatch) -> None:
    path = scored.folder / "baru.nilai"
    path.write_bytes(outer(scored, v=2))
    master = scored.master()
    assert kinds(merging.apply(master, [path, path])) == ["quarantined", "quarantined"]
    with master.store.begin() as tx:
        (held,) = tx.quarantined()
    assert held.data.encode() == path.read_bytes()
    assert kinds(quarantine.retry(master)) == ["quarantined"]
    real = score_file.read_outside
    monkeypatch.setattr(
        score_file, "read_outside", lambda data: real(json.dumps({**json.loads(data), "v": 1}).encode())
    )
    assert kinds(quarantine.retry(master)) == ["accepted"]
    with master.store.begin() as tx:
        assert tx.quarantined() == []


# — notes —


def test_a_checkpoint_that_the_log_does_not_hold_is_pointed_out(scored: ReadyEvent) -> None:
    """The juror saw more of the log than this master, restored from a backup, still has."""
    backup = scored.folder.joinpath("lomba.kipp").read_bytes()
    master = scored.master()
    merging.apply(master, scored.files)
    receipts = publishing.write_receipts(master, scored.folder / "terima")
    scored.shut()
    scored.folder.joinpath("lomba.kipp").write_bytes(backup)
    receiving.receive(scored.desk("J-01"), receipts[0])
    path = later_file(scored)
    restored = scored.master()
    (one,) = merging.apply(restored, [path])
    assert (one.outcome, one.notes) == ("accepted", ("seen_beyond_log",))
    merging.apply(
        restored, [scored.file("J-03"), scored.file("J-02"), scored.file("J-04"), scored.file("J-05")]
    )
    (again,) = merging.plan(restored, [later_file(scored, value=9800)])
    assert again.notes == ("log_rewritten",)


def test_a_checkpoint_on_the_log_needs_no_note(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    receipts = publishing.write_receipts(master, scored.folder / "terima")
    receiving.receive(scored.desk("J-01"), receipts[0])
    (one,) = merging.apply(master, [later_file(scored)])
    assert (one.outcome, one.notes) == ("accepted", ())


def test_merging_reports_each_file_as_it_comes(scored: ReadyEvent) -> None:
    seen: list[tuple[int, int, str]] = []
    merging.apply(scored.master(), scored.files, lambda *said: seen.append(said))
    assert [(done, name) for done, _, name in seen] == [
        (number, path.name) for number, path in enumerate(scored.files)
    ]


@pytest.mark.parametrize(("handful", "first"), [(1, "accepted"), (16, "late")])
def test_a_master_that_changes_between_judging_and_writing_is_looked_at_again(
    scored: ReadyEvent, handful: int, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window closes intake while the worker merges: what isn't written yet is late,
    and a later format is kept.
    """
    monkeypatch.setattr(merging, "HANDFUL", handful)
    master = scored.master()
    newer = scored.folder / "baru.nilai"
    newer.write_bytes(outer(scored, v=2))

    files = [scored.file("J-01"), scored.file("J-02"), newer]
    real, seen = merging._Intake.judge, []

    def judge(intake, found):
        judged = real(intake, found)
        if found.path not in seen:
            meanwhile(found.path)
        seen.append(found.path)
        return judged

    def meanwhile(path):
        if path == files[1]:
            deciding.close_intake(master)
        if path == files[2]:
            with master.store.begin() as tx:
                tx.append("dicatat", {})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging._Intake, "judge", judge)
        assert kinds(merging.apply(master, files)) == [first, "late", "quarantined"]
    with master.store.begin() as tx:
        assert len(tx.quarantined()) == 1
    assert sound(master)


def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each transaction that took in any has taken in."""
    taken: list[int] = []
    begin, add, counts = MasterStore.begin, MasterTransaction.add_payload, [0]

    @contextmanager
    def counting(store: MasterStore) -> Generator[MasterTransaction]:
        counts[0] = 0
        with begin(store) as tx:
            yield tx
        taken.append(counts[0])

    def counted(tx: MasterTransaction, stored: StoredPayload) -> None:
        counts[0] += 1
        add(tx, stored)

    monkeypatch.setattr(MasterStore, "begin", counting)
    monkeypatch.setattr(MasterTransaction, "add_payload", counted)
    return taken


def test_a_handful_of_files_shares_a_commit(scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "HANDFUL", 2)
    master = scored.master()
    taken = commits(monkeypatch)
    assert kinds(merging.apply(master, scored.files)) == ["accepted"] * 5
    assert [files for files in taken if files] == [2, 2, 1]


def test_what_is_amiss_with_one_file_of_a_handful_stops_no_other(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third of five is refused while it is written: the others come in one by one."""
    put = MasterTransaction.put_juror_table

    def refusing(tx, table):
        if table.juror == "J-03":
            raise UserError("store.refused", file="lomba.kipp", why="x")
        put(tx, table)

    monkeypatch.setattr(MasterTransaction, "put_juror_table", refusing)
    master = scored.master()
    taken = commits(monkeypatch)
    found = merging.apply(master, scored.files)
    assert [one.outcome for one in found] == ["accepted", "accepted", "refused", "accepted", "accepted"]
    assert [files for files in taken if files] == [1, 1, 1, 1]
    monkeypatch.undo()
    assert sound(scored.master())
    with scored.master().store.begin() as tx:
        assert tx.payload_jurors() == {"J-01", "J-02", "J-04", "J-05"}


@pytest.mark.parametrize("what", ["report", "judge"])
def test_what_stops_the_looking_at_files_keeps_out_none_before_it(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """A fault of the program at the fourth file, or somebody who stops there."""
    judge = merging._Intake.judge

    def at_fault(intake, found):
        if found.path == scored.files[3]:
            raise KeyError("a fault")
        return judge(intake, found)

    def report(done: int, total: int, name: str) -> None:
        if done == 3 and what == "report":
            raise KeyError("stop")

    if what == "judge":
        monkeypatch.setattr(merging._Intake, "judge", at_fault)
    master = scored.master()
    with pytest.raises(KeyError):
        merging.apply(master, scored.files, report)
    with master.store.begin() as tx:
        assert tx.payload_jurors() == {"J-01", "J-02", "J-03"}
    assert sound(master)


def test_a_store_that_cannot_be_read_stops_the_merge_and_is_no_fault_of_a_file(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was judged until then counts; what could not be judged counts nowhere."""

    def unreadable(intake, file):
        if file.payload.juror == "J-02":
            raise UserError("store.failed", file="lomba.kipp", why="x")
        return ()

    monkeypatch.setattr(merging._Intake, "_seen_notes", unreadable)
    master = scored.master()
    with pytest.raises(UserError, match=r"store\.failed"):
        merging.apply(master, scored.files)
    monkeypatch.undo()
    assert kinds(merging.apply(master, scored.files)) == ["known", *["accepted"] * 4]
    assert sound(master)


def test_a_merge_forgets_what_it_has_written(scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file of a juror whose first is written and forgotten is judged as if it were remembered."""
    newer = [later_file(scored, juror) for juror in ("J-01", "J-02")]
    files = [*scored.files, *newer]
    planned = merging.plan(scored.master(), files)
    monkeypatch.setattr(merging, "HANDFUL", 1)
    held: list[int] = []
    keep = merging._Intake.keep

    def kept(intake, handful):
        held.append(len(intake._snapshots))
        return keep(intake, handful)

    monkeypatch.setattr(merging._Intake, "keep", kept)
    assert merging.apply(scored.master(), files) == planned
    assert max(held) == 2, "the last juror's and the one's at hand"
