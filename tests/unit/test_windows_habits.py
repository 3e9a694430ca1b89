"""What Windows does to programs, simulated: synchronised folders, scanners, locks, names, an old release."""

from __future__ import annotations

import ctypes
import errno
import locale
import subprocess
import sys
from pathlib import Path

import pytest

from kipp_desktop import paths, system_age
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import safe_write as writing
from kipp_desktop.exchange.safe_write import ATTEMPTS, safe_write
from kipp_desktop.services import exporting, issuing, jurors, masters, scoring, setting_up
from tests.conftest import CRITERIA, STAGE, score_all

ROOT = Path(__file__).resolve().parents[2]


def refusal(act) -> UserError:
    with pytest.raises(UserError) as caught:
        act()
    return caught.value


# --- synchronised folders


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Pemkab Contoh/Lomba", "OneDrive"),
        ("Dropbox/lomba", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud/bagian organisasi", "Nextcloud"),
        ("Lomba OneDrive", ""),
        ("Dropboxers", ""),
        ("Dokumen", ""),
    ],
)
def test_folders_that_are_synchronised_are_known_by_name(tmp_path, folder, service):
    assert paths.synced_by(tmp_path / folder / "lomba.kipp") == service


def test_onedrive_under_any_name_is_known_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Awan"))
    assert paths.synced_by(tmp_path / "Awan" / "lomba" / "lomba.kipp") == "OneDrive"


def test_no_master_and_no_juror_store_is_made_or_opened_in_such_a_folder(issued, tmp_path):
    cloud = tmp_path / "OneDrive - Pemkab Contoh"
    error = refusal(lambda: setting_up.new_master(cloud / "baru.kipp", "lima-kriteria", "KIPP"))
    assert (error.code, error.facts["service"]) == ("store.synced", "OneDrive")
    code = issued.codes["J-01"]
    assert refusal(lambda: jurors.enrol(issued.package, "J-01", code, cloud / "J-01")).code == "store.synced"
    issued.shut()
    moved = cloud / "lomba.kipp"
    cloud.mkdir(exist_ok=True)
    (issued.folder / "lomba.kipp").replace(moved)
    before = moved.read_bytes()
    assert refusal(lambda: masters.open_master(moved)).code == "store.synced"
    assert moved.read_bytes() == before


# --- renames that a scanner refuses, files another program holds


def windows(monkeypatch, refused: int) -> list[float]:
    """Rename as Windows does while a scanner looks at the file: refused some times. The pauses made."""
    pauses: list[float] = []
    plain, left = Path.replace, [refused]

    def replace(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(self))
        return plain(self, target)

    monkeypatch.setattr(writing, "_ON_WINDOWS", True)
    monkeypatch.setattr(writing, "_sync_folder", lambda _: None)
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(writing.time, "sleep", pauses.append)
    return pauses


def test_a_rename_that_a_scanner_refuses_is_tried_again_for_some_seconds(tmp_path, monkeypatch):
    pauses = windows(monkeypatch, ATTEMPTS - 1)
    safe_write(tmp_path / "nilai.nilai", b"isi")
    assert (tmp_path / "nilai.nilai").read_bytes() == b"isi"
    assert len(pauses) == ATTEMPTS - 1
    assert 1 < sum(pauses) < 10


def test_a_file_that_another_program_keeps_is_refused_in_the_end_and_stays_whole(tmp_path, monkeypatch):
    path = tmp_path / "peringkat.xlsx"
    path.write_bytes(b"yang lama")
    windows(monkeypatch, 10_000)
    assert refusal(lambda: safe_write(path, b"yang baru")).code == "write.not_allowed"
    assert [one.name for one in tmp_path.iterdir()] == ["peringkat.xlsx"]
    assert path.read_bytes() == b"yang lama"


def test_a_stick_that_was_pulled_out_is_a_sentence_and_the_export_is_made_again(scored, tmp_path):
    desk = scored.desk("J-01")
    stick = tmp_path / "E"
    assert refusal(lambda: exporting.export(desk, stick / "J-01.nilai")).code == "write.no_folder"
    stick.mkdir()
    assert exporting.export(desk, stick / "J-01.nilai").path.is_file()


def test_a_read_only_stick_changes_nothing_on_the_laptop(issued, tmp_path, monkeypatch):
    desk = issued.desk("J-01")
    score_all(desk)

    def refused(*_: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "open", refused)
        assert refusal(lambda: exporting.export(desk, tmp_path / "J-01.nilai")).code == "write.not_allowed"
    values = scoring.sheet(desk, STAGE, "01").values
    assert len(values) == len(CRITERIA) and None not in values
    assert exporting.export(desk, tmp_path / "J-01.nilai").path.is_file()


# --- a second process that holds the store

HOLDING = """
import sys, time
from pathlib import Path
from kipp_desktop.services import jurors
desk = jurors.open_desk(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def test_a_store_that_another_process_has_open_is_said_with_its_holder_and_opens_once_it_is_gone(issued):
    folder = issued.folder / "J-01"
    command = [sys.executable, "-c", HOLDING, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "open\n"
        error = refusal(lambda: jurors.open_desk(folder))
        other.kill()
    assert error.code == "store.in_use"
    assert error.facts["holder"] != "?"
    jurors.open_desk(folder).close()


# --- names and numbers


@pytest.mark.parametrize(
    "title", ["CON", "nul", "LPT1", "A:B?*<>|", " . ", "KIPP " * 60, "…", "Ñandú – Güler"]
)
def test_a_title_becomes_a_file_name_that_windows_takes(title):
    name = f"{issuing.slug(title)}.kipp"
    assert name.split(".")[0] not in ("con", "nul", "lpt1")
    assert len(name) < 80
    assert not set(name) & set('<>:"/\\|?*')
    assert name.strip(" .") == name


def test_a_path_longer_than_windows_allows_by_default_is_written_or_said(tmp_path):
    deep = tmp_path / ("d" * 100) / ("e" * 100) / ("f" * 100)
    deep.mkdir(parents=True)
    safe_write(deep / "nilai.nilai", b"isi")
    assert (deep / "nilai.nilai").read_bytes() == b"isi"
    assert refusal(lambda: safe_write(deep / f"{'g' * 300}.nilai", b"isi")).code == "write.path_too_long"


def test_windows_saying_no_such_folder_of_a_long_path_is_understood(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_ON_WINDOWS", True)
    missing = OSError(errno.ENOENT, "The system cannot find the path specified")
    assert writing.write_error(missing, tmp_path / ("d" * 260) / "a.nilai").code == "write.path_too_long"
    assert writing.write_error(missing, tmp_path / "a.nilai").code == "write.no_folder"


def test_a_locale_with_a_decimal_comma_changes_no_number(scored, tmp_path):
    from kipp_desktop.domain.numbers import centi_text

    wanted = [name for name in ("id_ID.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8") if _has(name)]
    before = exporting.export(scored.desk("J-01"), tmp_path / "a.nilai").digest
    try:
        if wanted:
            locale.setlocale(locale.LC_ALL, wanted[0])
        assert centi_text(8750) == "87,50"
        assert exporting.export(scored.desk("J-01"), tmp_path / "b.nilai").digest == before
    finally:
        locale.setlocale(locale.LC_ALL, "C")


def _has(name: str) -> bool:
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, "C")
    return True


# --- an older Windows


@pytest.mark.parametrize(
    ("build", "named"),
    [(7601, "Windows 7"), (9200, "Windows 8"), (9600, "Windows 8.1"), (17134, "Windows 10 (build")],
)
def test_an_older_windows_is_named_in_both_languages_with_what_it_takes(build, named):
    words = system_age.complaint(build)
    assert words.count(named) == 2
    assert words.count(system_age.LEAST_NAME) == 2
    assert "!" not in words


def test_a_newer_windows_and_other_systems_are_not_spoken_to():
    assert system_age.complaint(17763) == system_age.complaint(26100) == system_age.complaint(None) == ""


@pytest.mark.parametrize(("answer", "starts"), [(1, True), (2, False)])
def test_who_is_told_may_try_all_the_same(monkeypatch, answer, starts):
    asked: list[str] = []

    class User32:
        @staticmethod
        def MessageBoxW(_window, words, _title, _kind):
            asked.append(words)
            return answer

    monkeypatch.setattr(system_age, "windows_build", lambda: 9600)
    monkeypatch.setattr(ctypes, "windll", type("windll", (), {"user32": User32}), raising=False)
    assert system_age.may_start() is starts
    assert "Windows 8.1" in asked[0]


def test_the_readme_names_the_same_release():
    readme = Path(__file__).resolve().parents[2] / "README.md"
    assert "Windows 10 version 1809" in readme.read_text("utf-8")
    assert system_age.LEAST_NAME.replace("versi", "version") == "Windows 10 version 1809"
