"""Backups nobody asks for, the stick, a backup that is only looked at, and putting one back."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import checking, deciding, masters, merging, publishing, results, safekeeping
from kipp_desktop.services.safekeeping import OwnBackups
from kipp_desktop.store import backups
from kipp_desktop.store.engine import holder_note
from tests.conftest import ReadyEvent

NOW = datetime.now(UTC)


def refusal(what: Any, *args: Any) -> UserError:
    with pytest.raises(UserError) as refused:
        what(*args)
    return refused.value


def labels(event: ReadyEvent) -> list[str]:
    return [one.label for one in safekeeping.listed(event.folder / "lomba.kipp")]


@pytest.fixture
def fresh(scored: ReadyEvent) -> ReadyEvent:
    """The scored competition without any backup."""
    shutil.rmtree(backups.folder_of(scored.folder / "lomba.kipp"), ignore_errors=True)
    return scored


# — on their own —


def test_a_master_is_backed_up_when_it_is_opened_and_every_ten_minutes_when_it_changed(
    fresh: ReadyEvent,
) -> None:
    own = OwnBackups(fresh.master())
    assert own.keep_up(NOW) is not None
    assert own.keep_up(NOW + timedelta(minutes=30)) is None  # nothing changed
    deciding.decide_bonus(fresh.master(), "01", 100, "pleno")
    assert own.keep_up(NOW + timedelta(minutes=9)) is None  # changed, but not yet ten minutes
    assert own.keep_up(NOW + timedelta(minutes=11)) is not None
    assert labels(fresh) == ["berkala", "berkala"]


def test_opening_an_unchanged_master_again_makes_no_other_backup(fresh: ReadyEvent) -> None:
    path = fresh.folder / "lomba.kipp"
    old = (NOW - timedelta(hours=5)).timestamp()
    os.utime(path, (old, old))
    assert OwnBackups(fresh.master()).keep_up() is not None
    fresh.shut()
    assert OwnBackups(fresh.master()).keep_up(NOW + timedelta(hours=1)) is None
    deciding.decide_bonus(fresh.master(), "01", 100, "pleno")
    fresh.shut()
    os.utime(path)
    assert OwnBackups(fresh.master()).keep_up(NOW + timedelta(hours=2)) is not None


def test_the_command_line_makes_the_backup_that_is_due(fresh: ReadyEvent) -> None:
    path = str(fresh.folder / "lomba.kipp")
    for _ in range(3):
        assert cli.main(["board", path]) == 0
    assert labels(fresh) == ["berkala"]


def test_a_backup_that_cannot_be_made_stops_no_command(
    fresh: ReadyEvent, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise UserError("store.full", file="lomba.kipp")

    monkeypatch.setattr(backups, "make", full)
    assert cli.main(["board", str(fresh.folder / "lomba.kipp")]) == 0
    assert "penuh" in capsys.readouterr().err


# — the stick —


def test_after_a_merge_a_verified_copy_is_on_the_chosen_stick(
    fresh: ReadyEvent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, stick = fresh.folder / "lomba.kipp", tmp_path / "stik"
    stick.mkdir()
    assert cli.main(["backup", str(path), "--stick", str(stick)]) == 0
    capsys.readouterr()
    assert cli.main(["merge", str(path), str(fresh.file("J-01")), "--json"]) == 0
    copied = Path(json.loads(capsys.readouterr().out)["copied"])
    assert copied.is_relative_to(stick)
    copied.rename(tmp_path / "kembali.kipp")
    master = masters.open_master(tmp_path / "kembali.kipp")
    with master.store.begin() as tx:
        assert len(tx.payload_digests()) == 1
    master.close()


def test_a_stick_that_was_pulled_out_is_said_and_stops_nothing(fresh: ReadyEvent, tmp_path: Path) -> None:
    master, stick = fresh.master(), tmp_path / "stik"
    stick.mkdir()
    assert safekeeping.choose_stick(master, stick).path is not None
    shutil.rmtree(stick)
    merging.apply(master, fresh.files)
    copied = safekeeping.copy_to_stick(master)
    assert copied.path is None
    assert copied.problem is not None
    assert (copied.problem.code, stick.exists()) == ("backup.no_stick", False)
    assert safekeeping.choose_stick(master, None) == safekeeping.StickCopy()
    assert safekeeping.stick(master) is None


def test_the_masters_own_folder_is_no_stick(fresh: ReadyEvent) -> None:
    assert refusal(safekeeping.choose_stick, fresh.master(), fresh.folder).code == "backup.same_place"
    assert safekeeping.stick(fresh.master()) is None


# — looked at —


def test_who_comes_second_is_told_who_has_the_master_and_may_look_at_the_newest_backup(
    fresh: ReadyEvent,
) -> None:
    merging.apply(fresh.master(), fresh.files)
    asked = datetime.now(UTC).replace(microsecond=0)
    safekeeping.back_up(fresh.master(), "diminta")
    deciding.decide_bonus(fresh.master(), "01", 100, "pleno")
    path = fresh.folder / "lomba.kipp"
    refused = refusal(masters.open_master, path)
    assert refused.code == "store.in_use"
    who = json.loads(holder_note(path).read_text())["who"]
    assert who in str(refused.facts["holder"])
    looked = safekeeping.open_newest(path)
    assert looked.copy is not None
    assert asked <= looked.copy.at <= datetime.now(UTC)
    assert len(results.result(looked).rankings[0].rows) == 3
    with looked.store.begin() as tx:
        assert [event.type for event in tx.log.events(("bonus_decided",))] == []
    scratch = looked.copy.folder
    looked.close()
    assert not scratch.exists()
    assert holder_note(path).exists()  # whoever has it open still does


def test_a_backup_that_is_looked_at_cannot_be_written(fresh: ReadyEvent) -> None:
    safekeeping.back_up(fresh.master(), "diminta")
    looked = safekeeping.open_newest(fresh.folder / "lomba.kipp")
    assert refusal(deciding.decide_bonus, looked, "01", 100, "pleno").code == "store.read_only"
    assert refusal(merging.apply, looked, fresh.files).code.startswith("store.")
    assert looked.path == fresh.folder / "lomba.kipp"
    looked.close()


def test_a_spoilt_backup_is_passed_over(fresh: ReadyEvent) -> None:
    first = safekeeping.back_up(fresh.master(), "diminta")
    second = safekeeping.back_up(fresh.master(), "diminta")
    second.write_bytes(second.read_bytes()[:5000])
    looked = safekeeping.open_newest(fresh.folder / "lomba.kipp")
    assert looked.copy is not None
    looked.close()
    first.unlink()
    assert refusal(safekeeping.open_newest, fresh.folder / "lomba.kipp").code == "store.no_backup"


# — put back —


def test_the_name_of_a_backups_file_is_nobody_elses_business(fresh: ReadyEvent) -> None:
    """`backup_restored` stands in public bundles, and a file may be called after a person."""
    backup = safekeeping.back_up(fresh.master(), "diminta")
    named = backup.rename(fresh.folder / "Cadangan Bu Siti Aminah.kipp")
    fresh.shut()
    safekeeping.restore(fresh.folder / "lomba.kipp", named)
    publishing.write_bundle(fresh.master(), fresh.folder / "umum.hasil", public=True)
    assert "Siti" not in (fresh.folder / "umum.hasil").read_text("utf-8")


def test_a_restored_backup_says_so_in_the_log_with_the_size_it_was_put_back_at(fresh: ReadyEvent) -> None:
    backup = safekeeping.back_up(fresh.master(), "diminta")
    merging.apply(fresh.master(), fresh.files)
    fresh.shut()
    assert safekeeping.restore(fresh.folder / "lomba.kipp", backup) is not None
    with fresh.master().store.begin() as tx:
        (restored,) = tx.log.events(("backup_restored",))
        assert restored.data == {"size": restored.seq - 1, "lost": []}
    assert [one for one in checking.check_master(fresh.master()) if not one.ok] == []
    assert {one.outcome for one in merging.apply(fresh.master(), fresh.files)} == {"accepted"}
