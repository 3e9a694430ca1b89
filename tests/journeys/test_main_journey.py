"""The main job through the real windows: package, code, scores by keys, export, merge, ranking, PDF."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from kipp_desktop.app import Desktop
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.welcome_window import WelcomeWindow
from tests.gui import juror_desks
from tests.journeys.juror_day import CONTROL, ENTER, LEFT, PATIENCE, always, left

LEVEL = {"J-01": 80, "J-02": 70}  # what a juror gives to the first entry; each further one gets one more


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
def test_from_the_package_to_the_ranking_sheet(desktop, tmp_path, monkeypatch, qtbot):
    issued = juror_desks.issue(tmp_path / "panitia")
    files = []
    for juror in ("J-01", "J-02"):
        _enrol(desktop, issued.package, juror, juror_desks.code_of(issued, juror), monkeypatch, qtbot)
        _score_everything(desktop.window, LEVEL[juror])
        files.append(_finish(desktop.window, tmp_path / "flashdisk", qtbot))
        left(desktop, qtbot)
    assert [file.name for file in files] == [
        f"nilai-{juror}-kipp-kabupaten-contoh-2024.nilai" for juror in ("J-01", "J-02")
    ]

    organiser = _open_master(desktop, tmp_path / "panitia" / "contoh.kipp", monkeypatch, qtbot)
    _merge(organiser, files, qtbot)
    ranking = _rank(organiser, qtbot)
    assert [row.entry for row in ranking.rows] == [f"{number:02d}" for number in range(10, 0, -1)]

    text = _printed(organiser, tmp_path / "peringkat.pdf", qtbot)
    assert "KIPP Kabupaten Contoh 2024".upper() in text.upper()
    assert text.index("Kampung Sehat Jiwa") < text.index("BUMDes Terhubung") < text.index("ANTRE PINTAR")
    assert "84,00" in text and "75,00" in text  # (89 + 79) / 2 and (80 + 70) / 2


def _enrol(
    desktop: Desktop, package: Path, juror: str, code: str, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    """Saya juri → package → own name → code, a wrong one first."""
    window = desktop.window if isinstance(desktop.window, WelcomeWindow) else desktop.welcome()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", always((str(package), "")))
    QTest.mouseClick(window.page.juror.first_button, LEFT)
    qtbot.waitUntil(lambda: window.enrol.isVisible(), timeout=PATIENCE)
    names = window.enrol.names
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Home, CONTROL)
    while names.current_key() != juror:
        QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClicks(window.enrol.code, "K7QM-2XRD-C")
    QTest.keyClick(window.enrol.code, ENTER)
    qtbot.waitUntil(lambda: bool(window.notice.text()), timeout=PATIENCE)
    assert "Kode" in window.notice.text()
    window.enrol.code.selectAll()
    QTest.keyClicks(window.enrol.code, code.lower())
    QTest.keyClick(window.enrol.code, ENTER)
    qtbot.waitUntil(lambda: isinstance(desktop.window, JurorWindow), timeout=PATIENCE)
    qtbot.waitExposed(desktop.window)
    desktop.window.activateWindow()


def _score_everything(window: JurorWindow, level: int) -> None:
    """Digits, Enter and Ctrl+Enter only."""
    for place, entry in enumerate(window.book.entries):
        assert window.entry == entry
        for _ in window.sheet.cards:
            QTest.keyClicks(window.focusWidget(), str(level + place))
            QTest.keyClick(window.focusWidget(), ENTER)
        QTest.keyClick(window.focusWidget(), ENTER, CONTROL)
    assert window.screen_.header.saved.text().startswith("Tersimpan ")
    assert not window.book.missing()


def _finish(window: JurorWindow, stick: Path, qtbot: object) -> Path:
    """The one button at the end."""
    stick.mkdir(exist_ok=True)
    QTest.mouseClick(window.list.finish_button, LEFT)
    dialog = window.files.dialog
    dialog.word.setFocus()
    QTest.keyClick(dialog.word, Qt.Key.Key_Space)
    dialog.destination.set_folder(stick)
    with qtbot.waitSignal(window.files.exported, timeout=PATIENCE) as caught:
        QTest.mouseClick(dialog.confirm, LEFT)
    assert all(own.state == "locked" for own in window.book.sheets)
    window.files.dialog.accept()
    return caught.args[0].path


def _open_master(
    desktop: Desktop, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> OrganiserWindow:
    """Saya panitia → open the master."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", always((str(path), "")))
    QTest.mouseClick(desktop.window.page.organiser.first_button, LEFT)
    qtbot.waitUntil(lambda: isinstance(desktop.window, OrganiserWindow), timeout=PATIENCE)
    _settle(desktop.window, qtbot)
    return desktop.window


def _merge(window: OrganiserWindow, files: list[Path], qtbot: object) -> None:
    """Step 3: drop the files, look at the plan, merge."""
    window.go_to(2)
    window.receive.drop.given.emit(files)
    _settle(window, qtbot)
    assert window.receive.plan.table.rows.rowCount() == len(files)
    QTest.mouseClick(window.receive.primary, LEFT)
    _settle(window, qtbot)
    assert window.office.overview.files == len(files)


def _rank(window: OrganiserWindow, qtbot: object):
    """Step 4: shut until intake is closed."""
    window.go_to(3)
    assert window.ranking.ranking() is None
    _answer(lambda dialog: dialog._choices.button(0).setChecked(True))
    QTest.mouseClick(window.ranking.shut._button, LEFT)
    _settle(window, qtbot)
    assert window.ranking.table.rows.rowCount() == 10
    return window.ranking.ranking()


def _printed(window: OrganiserWindow, path: Path, qtbot: object) -> str:
    """Step 6: compose the sheet, save it, read it."""
    window.go_to(5)
    tab = window.archive.printing
    tab.choice.set_document("peringkat")
    QTest.mouseClick(tab.compose, LEFT)
    _settle(window, qtbot)
    tab.save_to(path)
    _settle(window, qtbot)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


def _settle(window: OrganiserWindow, qtbot: object) -> None:
    office = window.office
    qtbot.waitUntil(
        lambda: office.overview is not None and not (office.busy or office.tasks.busy or office.drawing),
        timeout=PATIENCE,
    )


def _answer(fill: Callable[[QDialog], None]) -> None:
    """Fill in the next modal dialog and confirm it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(20, look)
            return
        fill(dialog)
        confirm = getattr(dialog, "confirm", None) or dialog._confirm
        confirm.click()

    QTimer.singleShot(20, look)
