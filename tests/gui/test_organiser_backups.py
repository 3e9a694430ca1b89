"""Backups in the window: made on their own, copied to the stick, looked at, and put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kipp_desktop import paths
from kipp_desktop.app import Desktop
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services import deciding, issuing, masters, merging, safekeeping
from kipp_desktop.store import backups
from tests.gui.organiser_windows import Opened, cheap, open_event, prepared  # noqa: F401

PATIENCE = 20_000


def labels(opened: Opened) -> list[str]:
    return [one.label for one in safekeeping.listed(opened.master.path)]


def test_opening_a_master_makes_a_backup_and_the_header_says_when(open_event, qtbot):  # noqa: F811
    opened = open_event("new")
    qtbot.waitUntil(lambda: labels(opened) == [safekeeping.ON_ITS_OWN], timeout=PATIENCE)
    qtbot.waitUntil(lambda: "cadangan" in opened.window.header._subtitle.text(), timeout=PATIENCE)
    opened.settle()
    assert "belum ada cadangan" not in opened.window.header._subtitle.text()


def test_a_backup_is_made_after_ten_minutes_when_something_changed(open_event, qtbot, monkeypatch):  # noqa: F811
    opened = open_event("new")
    qtbot.waitUntil(lambda: len(labels(opened)) == 1, timeout=PATIENCE)
    opened.settle()
    opened.window.own_backups.look()
    opened.settle()
    assert len(labels(opened)) == 1
    deciding.decide_bonus(opened.master, "01", 100, "pleno")
    monkeypatch.setattr(backups, "EVERY", backups.EVERY * 0)
    opened.window.own_backups.look()
    opened.settle()
    assert len(labels(opened)) == 2


def test_a_backup_that_cannot_be_made_is_said_once(open_event, qtbot, monkeypatch):  # noqa: F811
    def full(*_: object) -> None:
        raise UserError("store.full", file="contoh.kipp")

    monkeypatch.setattr(backups, "make", full)
    opened = open_event("new")
    notice = opened.window.setup.notice
    qtbot.waitUntil(lambda: "penuh" in notice.text(), timeout=PATIENCE)
    notice.dismiss()
    opened.window.own_backups.look()
    opened.settle()
    assert notice.text() == ""


def test_the_chosen_stick_gets_a_copy_after_every_merge(open_event):  # noqa: F811
    opened = open_event("issued")
    stick = opened.folder / "FLASHDISK"
    stick.mkdir()
    opened.window.show_backups()
    dialog = opened.window.backups_dialog
    assert not dialog.forgetting.isVisible()
    dialog.use_stick(stick)
    opened.settle()
    assert str(stick) in dialog.stick.text() and "disalin" in dialog.notice.text()
    dialog.accept()
    receive = opened.window.receive
    receive.add_files(opened.files[:1])
    opened.settle()
    receive.merge()
    opened.settle()
    copies = [one.label for one in backups.listed(stick / "contoh.kipp.cadangan")]
    assert safekeeping.AFTER_MERGE in copies
    shutil.rmtree(stick)
    receive.add_files(opened.files[1:2])
    opened.settle()
    receive.merge()
    opened.settle()
    assert "tidak terpasang" in receive.notice.text()
    assert opened.window.office.overview.files == 2


def test_the_dialog_lists_what_there_is_and_asks_before_restoring(open_event, qtbot):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files[:1])
    opened.window.show_backups()
    dialog = opened.window.backups_dialog
    assert not dialog.restoring.isEnabled()
    dialog.making.click()
    opened.settle()
    said = [dialog.table.rows.index(row, 1).data() for row in range(dialog.table.rows.rowCount())]
    assert {"diminta", "sebelum menggabungkan berkas"} <= set(said)
    wanted: list[Path] = []
    dialog.restore_wanted.connect(wanted.append)
    dialog.table.choose(dialog.table.rows.key_at(0))
    asked: list[str] = []
    opened.answer(dialog.restoring, lambda question: asked.append(question.windowTitle()))
    assert asked == ["Pulihkan cadangan"]
    assert wanted == [safekeeping.listed(opened.master.path)[0].path]


def test_a_backup_that_is_looked_at_takes_no_acts(open_event, theme, languages, qtbot):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files[:2])
    safekeeping.back_up(opened.master, safekeeping.ASKED_FOR)
    looked = safekeeping.open_newest(opened.master.path)
    window = OrganiserWindow(looked, theme, languages, Tasks())
    qtbot.addWidget(window)
    window.show()
    seen = Opened(window, looked, opened.folder, qtbot)
    seen.settle()
    assert "Hanya dibaca" in window.note.text() and window.office.overview.files == 2
    window.share.issue(opened.folder)
    seen.settle()
    assert "hanya untuk dibaca" in window.share.notice.text()
    assert not list(opened.folder.glob("*-v2.paket"))
    window.close()
    window.office.tasks.close()
    looked.close()


def test_packages_are_looked_at_before_the_score_files_they_are_dropped_with(open_event):  # noqa: F811
    opened = open_event("issued")
    opened.window.share.issue(opened.folder)
    opened.settle()
    (first,), (second,) = (opened.folder.glob(f"*-v{n}.paket") for n in (1, 2))
    receive = opened.window.receive
    receive.add_files([opened.files[0], second, first])
    opened.settle()
    assert [one.file for one in receive._plan] == [first, second, opened.files[0]]
    assert [one.code for one in receive._plan[:2]] == ["merge.package_known"] * 2


# — the whole program —


@pytest.fixture
def desktop(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cheap) -> Iterator[Desktop]:  # noqa: F811
    """The program, keeping its settings in the test's own folder."""
    for name in ("data_folder", "config_folder"):
        folder = tmp_path / name
        monkeypatch.setattr(paths, name, lambda folder=folder: folder)
    made = Desktop(qapp)
    yield made
    if made.window is not None:
        made.window.close()
    made.close()


@pytest.fixture
def event(prepared, tmp_path: Path) -> Path:  # noqa: F811
    """A copy of the issued event; its master."""
    shutil.copytree(prepared["issued"], tmp_path / "acara")
    return tmp_path / "acara" / "contoh.kipp"


def organiser(desktop: Desktop, qtbot: object) -> OrganiserWindow:
    """The organiser's window, once it has read the master."""

    def there() -> bool:
        window = desktop.window
        return isinstance(window, OrganiserWindow) and window.office.overview is not None

    qtbot.waitUntil(there, timeout=PATIENCE)
    window = desktop.window
    assert isinstance(window, OrganiserWindow)
    office = window.office
    qtbot.waitUntil(lambda: not (office.busy or office.tasks.busy or office.drawing), timeout=PATIENCE)
    return window


def shut_out(window: WelcomeWindow, qtbot: object) -> object:
    """The dialog that says who has the master."""
    qtbot.waitUntil(lambda: getattr(window, "shut_out", None) is not None, timeout=PATIENCE)
    return window.shut_out


def test_the_second_opener_reads_who_has_it_and_looks_at_the_newest_backup(desktop, event, qtbot):
    first = masters.open_master(event)
    merging.apply(first, sorted(event.parent.glob("J-*.nilai"))[:2])
    safekeeping.back_up(first, safekeeping.ASKED_FOR)
    welcome = desktop.welcome()
    welcome.open_file(event)
    dialog = shut_out(welcome, qtbot)
    assert "sedang dibuka" in dialog.words.text() and "·" in dialog.words.text()
    assert "Cadangan terbaru bertanggal" in dialog.backup.text()
    assert not dialog.restore.isVisible()
    dialog.look.click()
    window = organiser(desktop, qtbot)
    assert window.office.master.copy is not None and window.office.overview.files == 2
    first.close()


def test_a_spoilt_master_is_restored_from_the_first_page(desktop, event, qtbot):
    first = masters.open_master(event)
    safekeeping.back_up(first, safekeeping.ASKED_FOR)
    first.close()
    data = bytearray(event.read_bytes())
    data[100:6000] = bytes(5900)
    event.write_bytes(bytes(data))
    welcome = desktop.welcome()
    welcome.open_file(event)
    dialog = shut_out(welcome, qtbot)
    assert dialog.restore.isVisible()
    dialog.restore.click()
    window = organiser(desktop, qtbot)
    assert window.office.overview.last("backup_restored") is not None
    assert list(event.parent.glob("contoh.disisihkan-*.kipp"))


def test_restoring_closes_the_master_and_opens_it_again(desktop, event, qtbot):
    desktop.welcome().open_file(event)
    window = organiser(desktop, qtbot)
    backup = safekeeping.back_up(window.office.master, safekeeping.ASKED_FOR)
    merging.apply(window.office.master, sorted(event.parent.glob("J-*.nilai")))
    window.restore_wanted.emit(backup)
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=PATIENCE)
    again = organiser(desktop, qtbot)
    assert again.office.overview.files == 0
    assert again.office.overview.last("backup_restored").data["lost"] == []
    again.close()
    QApplication.processEvents()


def test_after_a_restore_the_lost_package_is_taken_back_on_the_receiving_step(desktop, event, qtbot):
    master = masters.open_master(event)
    backup = safekeeping.back_up(master, safekeeping.ASKED_FOR)
    second = issuing.issue(master, event.parent).package
    master.close()
    safekeeping.restore(event, backup)
    desktop.welcome().open_file(event)
    window = organiser(desktop, qtbot)
    assert window.office.overview.version == 1
    receive = window.receive
    window.go_to(2)
    receive.add_files([*sorted(event.parent.glob("J-0?.nilai")), second])
    qtbot.waitUntil(lambda: len(receive._plan) == 6, timeout=PATIENCE)
    assert "milik panitia sendiri" in receive.plan.table.rows.index(0, 1).data()
    qtbot.waitUntil(receive.primary.isEnabled, timeout=PATIENCE)
    receive.primary.click()
    qtbot.waitUntil(lambda: window.office.overview.version == 2, timeout=PATIENCE)
    assert window.office.overview.files == 5


def test_the_menu_leads_to_key_and_backups(desktop, event, qtbot):
    desktop.welcome().open_file(event)
    window = organiser(desktop, qtbot)
    file_menu = window.menuBar().actions()[0].menu()
    actions: dict[str, Callable[[], None]] = {one.text(): one.trigger for one in file_menu.actions()}
    actions["Kunci panitia …"]()
    assert window.key_dialog.isVisible()
    window.key_dialog.accept()
    actions["Cadangan dan pemulihan …"]()
    assert window.backups_dialog.isVisible()
    window.backups_dialog.accept()
