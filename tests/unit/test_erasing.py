"""Erasing a closed competition: not before its time, not by mistake, and with a record of what went."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kipp_desktop import verifier
from kipp_desktop.cli import main
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_card
from kipp_desktop.services import deciding, erasing, keys, merging, safekeeping
from kipp_desktop.store import backups
from tests.conftest import ReadyEvent

TITLE, LATER = "KIPP Kabupaten Contoh", date(2099, 1, 1)


@pytest.fixture
def final(scored: ReadyEvent) -> ReadyEvent:
    """A final result, two backups beside the master and one on a stick, and a master put aside."""
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.finalise(master)
    safekeeping.back_up(master, "diminta")
    stick = scored.folder / "stik"
    stick.mkdir()
    safekeeping.choose_stick(master, stick)
    (scored.folder / "lomba.disisihkan-20240101-000000.kipp").write_bytes(
        safekeeping.listed(master.path)[0].path.read_bytes()
    )
    return scored


def refusal(event: ReadyEvent, **changes: object) -> str:
    master = event.master()
    before = {path: path.stat().st_size for path in event.folder.rglob("*") if path.is_file()}
    words = {"title": TITLE, "reason": "Masa simpan berakhir", "today": LATER} | changes
    with pytest.raises(UserError) as refused:
        erasing.erase(master, **words)  # type: ignore[arg-type]
    after = {path: path.stat().st_size for path in event.folder.rglob("*") if path.is_file()}
    assert before.keys() == after.keys()
    return refused.value.code


def test_a_competition_that_is_not_final_is_not_erased(scored: ReadyEvent) -> None:
    assert refusal(scored) == "erase.not_final"


def test_a_competition_is_kept_five_years_after_its_result_was_final(final: ReadyEvent) -> None:
    with final.master().store.begin() as tx:
        day = date.fromisoformat(tx.log.events(["finalised"])[0].at[:10])
    until = day.replace(year=day.year + erasing.YEARS)
    assert erasing.retention(final.master()).until == until
    assert refusal(final, today=until - timedelta(days=1)) == "erase.too_early"
    assert erasing.retention(final.master(), until).why is None


def test_another_date_is_set_with_a_reason_and_logged(final: ReadyEvent) -> None:
    master = final.master()
    with pytest.raises(UserError):
        erasing.set_retention(master, LATER, " ")
    with pytest.raises(UserError):
        erasing.set_retention(master, date(2001, 1, 1), "JRA")
    erasing.set_retention(master, LATER, "Jadwal retensi arsip daerah")
    assert refusal(final, today=LATER - timedelta(days=1)) == "erase.too_early"
    with master.store.begin() as tx:
        assert tx.log.events(["retention_set"])[0].data["until"] == "2099-01-01"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "KIPP Kabupaten"}, "erase.not_confirmed"),
        ({"title": ""}, "erase.not_confirmed"),
        ({"reason": "  "}, "reason.needed"),
    ],
)
def test_it_takes_a_reason_and_the_whole_title(final: ReadyEvent, changes: dict[str, str], code: str) -> None:
    assert refusal(final, **changes) == code


def test_master_key_backups_and_copies_go_and_the_rest_stays(final: ReadyEvent) -> None:
    path, stick = final.master().path, final.folder / "stik"
    found = erasing.plan(final.master()).files
    assert {one.parent.name for one in found} >= {"event", "lomba.kipp.cadangan"} and len(found) >= 5
    done = erasing.erase(final.master(), TITLE, "Masa simpan berakhir", today=LATER)
    assert (done.removed, done.failed, done.kept) == (found, (), None)
    assert done.removed[-1] == path
    left = {one.name for one in final.folder.iterdir()}  # the jurors' own stores are folders in it
    assert not any(one.endswith((".kipp", ".kunci", ".cadangan", "-journal")) for one in left)
    assert backups.listed(backups.folder_of(path)) == [] and list(stick.iterdir()) == []
    assert "J-01.nilai" in left and "lomba-penghapusan.txt" in left


def test_a_key_that_was_kept_aside_goes_too(final: ReadyEvent) -> None:
    master = final.master()
    keys.restore(master, key_card.one_string(master.key()))
    assert len(keys.put_aside(master.key_path)) == 1
    done = erasing.erase(master, TITLE, "Masa simpan berakhir", today=LATER)
    assert list(final.folder.glob("*.kunci")) == []
    assert done.failed == ()


def test_a_backup_of_another_competition_in_the_folder_is_left_alone(
    final: ReadyEvent, tmp_path: Path
) -> None:
    from kipp_desktop.services import setting_up

    other = setting_up.new_master(tmp_path / "lain.kipp", "lima-kriteria", "Lain")
    strange = backups.folder_of(final.master().path) / "20240101-000000.diminta.kipp"
    other.store.database.backup_to(strange)
    other.close()
    erasing.erase(final.master(), TITLE, "Masa simpan berakhir", today=LATER)
    assert strange.exists()


def test_the_record_says_what_went_why_and_what_is_out_of_reach(final: ReadyEvent) -> None:
    done = erasing.erase(final.master(), TITLE, "Masa simpan berakhir", today=LATER, language="en")
    text = done.record.read_text("utf-8")
    assert TITLE in text and "Masa simpan berakhir" in text and "lomba.kunci" in text
    assert "jurors' laptops" in text and "No result bundle was kept" in text


def test_the_result_is_kept_if_asked_and_passes_its_check(final: ReadyEvent, tmp_path: Path) -> None:
    bundle = tmp_path / "arsip.hasil"
    done = erasing.erase(final.master(), TITLE, "Masa simpan berakhir", bundle, today=LATER)
    assert done.kept == bundle and str(bundle) in done.record.read_text("utf-8")
    assert verifier.verify(bundle).ok
    assert "Juri J-01" not in bundle.read_text("utf-8")


def test_a_stick_that_is_not_there_is_named(final: ReadyEvent) -> None:
    (final.folder / "stik").rename(final.folder / "dicabut")
    assert erasing.plan(final.master()).absent_stick == final.folder / "stik"
    done = erasing.erase(final.master(), TITLE, "Masa simpan berakhir", today=LATER)
    assert "stik" in done.record.read_text("utf-8")


def test_what_cannot_be_removed_is_named_and_the_rest_goes(
    final: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def locked(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".kunci":
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", locked)
    done = erasing.erase(final.master(), TITLE, "Masa simpan berakhir", today=LATER)
    assert [path.suffix for path in done.failed] == [".kunci"]
    assert not final.folder.joinpath("lomba.kipp").exists() and len(done.removed) >= 4
    assert "lomba.kunci" in done.record.read_text("utf-8")


def test_the_command_line_refuses_before_the_date_and_says_until_when(
    final: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    path = final.folder / "lomba.kipp"
    final.shut()
    assert main(["erase", str(path), "--reason", "selesai", "--confirm", TITLE]) == 1
    assert "harus disimpan sampai" in capsys.readouterr().err
    assert main(["retain", str(path), "--json"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert held["erasable"] is False and held["until"]
    today = erasing._today().isoformat()
    assert main(["retain", str(path), "besok", "--reason", "x"]) == 1
    assert main(["retain", str(path), today, "--reason", "JRA daerah"]) == 0
    capsys.readouterr()
    words = ["erase", str(path), "--reason", "selesai", "--confirm", TITLE, "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["kept"] is None
    assert not path.exists()
