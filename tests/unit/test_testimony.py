"""Receipts and prints bear witness: a restored backup is a fork that is told, a cut log is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import (
    deciding,
    merging,
    publishing,
    receiving,
    safekeeping,
    scoring,
    testimony,
    verification,
    witnesses,
)
from kipp_desktop.services.exporting import finish
from tests.conftest import STAGE, ReadyEvent


def printed(event: ReadyEvent) -> str:
    """The QR text of a print of the log as it stands."""
    master = event.master()
    key = master.key()
    with master.store.begin() as tx:
        return publishing.anchor(tx, key, None).qr_text


@pytest.fixture
def witnessed(scored: ReadyEvent) -> tuple[ReadyEvent, Path, list[Path], str]:
    """A backup, then files, an act, receipts and a print that only exist after it."""
    backup = safekeeping.back_up(scored.master(), "pagi")
    merging.apply(scored.master(), scored.files)
    deciding.decide_bonus(scored.master(), "01", 100, "pleno")
    receipts = publishing.write_receipts(scored.master(), scored.folder / "terima")
    text = printed(scored)
    assert all(one.holds for one in testimony.hear(scored.master(), receipts, [text]))
    scored.shut()
    return scored, backup, receipts, text


def notes(event: ReadyEvent, receipts: list[Path], text: str) -> set[str | None]:
    return {one.note for one in testimony.hear(event.master(), receipts, [text])}


def check(event: ReadyEvent, capsys: Any, *words: str) -> tuple[int, dict[str, Any]]:
    event.shut()
    capsys.readouterr()
    code = cli.main(["check", str(event.folder / "lomba.kipp"), *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def finish_again(event: ReadyEvent, receipt: Path) -> None:
    """J-01 gets a receipt, changes a score, and writes `J-01-lagi.nilai`."""
    desk = event.desk("J-01")
    receiving.receive(desk, receipt)
    scoring.withdraw_declaration(desk, STAGE, "salah")
    scoring.reopen(desk, STAGE, "01", "salah")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 10000)
    finish(desk, event.folder / "J-01-lagi.nilai")


def test_after_a_restore_the_fork_is_told_and_explained(
    witnessed: tuple[ReadyEvent, Path, list[Path], str], capsys: Any
) -> None:
    event, backup, receipts, text = witnessed
    safekeeping.restore(event.folder / "lomba.kipp", backup)
    heard = testimony.hear(event.master(), receipts, [text])
    assert {one.note for one in heard} == {"seen_before_restore"}
    assert all(one.missing for one in heard[:-1])
    assert {one.outcome for one in merging.apply(event.master(), event.files)} == {"accepted"}
    assert all(one.holds for one in testimony.hear(event.master(), receipts, [text]))
    code, answer = check(event, capsys, "--witness", str(receipts[0]), "--print", text)
    assert (code, answer["ok"]) == (0, True)
    assert {one["note"] for one in answer["witnesses"]} == {"seen_before_restore"}


def test_a_log_that_was_cut_without_a_word_is_named(
    witnessed: tuple[ReadyEvent, Path, list[Path], str], capsys: Any
) -> None:
    event, backup, receipts, text = witnessed
    (event.folder / "lomba.kipp").write_bytes(backup.read_bytes())
    assert notes(event, receipts, text) == {"seen_beyond_log"}
    for _ in range(12):
        deciding.decide_bonus(event.master(), "02", 100, "pleno")
    assert notes(event, receipts, text) == {"log_rewritten"}
    code, answer = check(event, capsys, "--print", text)
    assert (code, answer["ok"]) == (1, False)


def test_an_earlier_restore_explains_no_later_fork(scored: ReadyEvent) -> None:
    """A backup was restored in the morning; in the evening the log is cut without a word."""
    master, file = scored.master(), scored.folder / "lomba.kipp"
    backup = safekeeping.back_up(master, "pagi")
    deciding.decide_bonus(master, "02", 100, "pleno")
    lost = printed(scored)
    scored.shut()
    safekeeping.restore(file, backup)
    noon = safekeeping.back_up(scored.master(), "siang")
    merging.apply(scored.master(), scored.files)
    receipts, text = publishing.write_receipts(scored.master(), scored.folder / "terima"), printed(scored)
    scored.shut()
    file.write_bytes(noon.read_bytes())
    assert notes(scored, receipts, text) == {"seen_beyond_log"}
    assert notes(scored, [], lost) == {"seen_before_restore"}


def test_a_restore_that_cannot_say_what_it_lost_explains_nothing_signed_after_it(scored: ReadyEvent) -> None:
    """It could be invented early, to excuse whatever is cut later; a juror who knew the log with it in it
    and is in a later receipt gives it away.
    """
    master, file = scored.master(), scored.folder / "lomba.kipp"
    with master.store.begin() as tx:
        tx.append("backup_restored", {"size": tx.log.head()[0], "lost": None})
    merging.apply(master, scored.files)
    early = publishing.write_receipts(master, scored.folder / "pagi")
    before = safekeeping.back_up(master, "siang")
    finish_again(scored, early[0])
    merging.apply(master, [scored.folder / "J-01-lagi.nilai"])
    late = publishing.write_receipts(master, scored.folder / "sore")
    scored.shut()
    file.write_bytes(before.read_bytes())
    deciding.decide_bonus(scored.master(), "02", 100, "pleno")
    merging.apply(scored.master(), [scored.folder / "J-01-lagi.nilai"])
    told = {one.source: one.note for one in testimony.hear(scored.master(), [*early, *late])}
    assert told["J-01.terima"] == "log_rewritten"


@pytest.mark.parametrize("left", ["spoilt", "gone"])
def test_a_master_that_cannot_be_read_any_more_leaves_the_fork_explained(
    witnessed: tuple[ReadyEvent, Path, list[Path], str], left: str
) -> None:
    event, backup, receipts, text = witnessed
    file = event.folder / "lomba.kipp"
    if left == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:3000])
    safekeeping.restore(file, backup)
    with event.master().store.begin() as tx:
        (restored,) = tx.log.events(("backup_restored",))
    assert restored.data["lost"] is None
    assert notes(event, receipts, text) == {"seen_before_restore"}


def test_what_was_lost_before_stays_explained_when_another_backup_is_restored(
    witnessed: tuple[ReadyEvent, Path, list[Path], str],
) -> None:
    event, backup, receipts, text = witnessed
    file = event.folder / "lomba.kipp"
    safekeeping.restore(file, backup)
    deciding.decide_bonus(event.master(), "02", 100, "pleno")
    between = printed(event)
    event.shut()
    safekeeping.restore(file, backup)
    assert notes(event, receipts, text) == notes(event, [], between) == {"seen_before_restore"}


def test_a_juror_who_saw_the_other_branch_is_noted_at_the_merge_and_in_the_verifier(
    witnessed: tuple[ReadyEvent, Path, list[Path], str],
) -> None:
    event, backup, receipts, _ = witnessed
    finish_again(event, receipts[0])
    event.shut()
    safekeeping.restore(event.folder / "lomba.kipp", backup)
    (again,) = merging.apply(event.master(), [event.folder / "J-01-lagi.nilai"])
    assert (again.outcome, again.notes) == ("accepted", ("seen_before_restore",))
    assert [one.kind for one in witnesses.findings(event.master())] == ["seen_before_restore"]
    merging.apply(event.master(), event.files)
    bundle = event.folder / "hasil.hasil"
    publishing.write_bundle(event.master(), bundle)
    report = verification.verify(bundle, receipts)
    assert report.ok
    (checkpoints,) = [step for step in report.steps if step.name == "checkpoints"]
    assert "explained by a restored backup" in checkpoints.detail_en
    assert "dijelaskan oleh pemulihan cadangan" in checkpoints.detail


def test_somebody_elses_witness_says_nothing(scored: ReadyEvent, tmp_path: Path) -> None:
    merging.apply(scored.master(), scored.files)
    text = printed(scored)
    parts = text.split(":")
    other = ":".join([*parts[:2], str(int(parts[2]) + 1), *parts[3:]])
    (one,) = testimony.hear(scored.master(), [], [other])
    assert (one.note, one.holds) == ("seen_not_ours", False)


@pytest.mark.parametrize("text", ["", "KIPP1:a:b", "KIPP1:a:1:!:!:!:!", "KIPP2:a:1::::", "halo"])
def test_what_is_no_print_is_refused(scored: ReadyEvent, text: str) -> None:
    with pytest.raises(UserError) as refused:
        testimony.hear(scored.master(), [], [text])
    assert refused.value.code == "print.unreadable"


def test_the_text_of_a_print_gives_the_signed_checkpoint_back(scored: ReadyEvent) -> None:
    master = scored.master()
    (one,) = testimony.hear(master, [], [printed(scored)])
    with master.store.begin() as tx:
        assert (one.size, one.note) == (tx.log.head()[0], None)
