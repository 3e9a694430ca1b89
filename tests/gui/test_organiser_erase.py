"""Erasing a closed competition from the menu: refused before its time, and nothing comes back afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMessageBox

from kipp_desktop import verifier
from kipp_desktop.gui.erasing import Erasing
from kipp_desktop.services import deciding, erasing, merging
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def final(open_event):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files)
    deciding.finalise(opened.master, "Disepakati pleno")
    return opened


def answered(opened, act, *fills):
    """Begin, and let each of `fills` answer the dialog that comes next."""
    waiting, seen = list(fills), []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog not in seen:
            seen.append(dialog)
            fill = waiting.pop(0)
            if waiting:
                QTimer.singleShot(20, look)
            fill(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    act()
    opened.qtbot.waitUntil(lambda: not waiting, timeout=20_000)
    opened.settle()


def test_before_the_retention_date_it_is_refused_with_the_date(final):
    told = []

    def fill(dialog):
        told.append(dialog.text())
        dialog.accept()

    answered(final, Erasing(final.window).begin, fill)
    assert "harus disimpan sampai" in told[0]
    assert final.master.path.exists()


def test_the_title_wakes_the_button_and_the_master_is_gone_for_good(final, qtbot):
    erasing.set_retention(final.master, erasing._today(), "Jadwal retensi arsip daerah")
    path = final.master.path
    begun = Erasing(final.window)
    closed = QSignalSpy(begun.done)

    def read(box):
        assert isinstance(box, QMessageBox) and "laptop juri" in box.informativeText()
        box.accept()

    def fill(dialog):
        dialog.reason_field.setPlainText("Masa simpan berakhir")
        dialog.typed.setText(dialog._title[:-1])
        assert not dialog.confirm.isEnabled()
        dialog.typed.setText(dialog._title)
        assert dialog.confirm.isEnabled() and dialog.keep.isChecked()
        dialog.confirm.click()

    answered(final, begun.begin, fill, read)
    qtbot.waitUntil(lambda: closed.count() > 0, timeout=20_000)
    final.window.office.refresh(final.window.archive.notice)  # a page that still asks is not answered
    qtbot.wait(50)
    assert not path.exists() and not path.with_suffix(".kunci").exists()
    (bundle,) = path.parent.glob("*-arsip.hasil")
    assert verifier.verify(bundle).ok


def test_another_retention_date_takes_a_reason_and_is_logged(final):
    def fill(dialog):
        assert not dialog.confirm.isEnabled()
        dialog.date.setDate(dialog.date.minimumDate().addYears(2))
        dialog.reason_field.setPlainText("Jadwal retensi arsip daerah")
        dialog.confirm.click()

    answered(final, Erasing(final.window).ask_retention, fill)
    held = erasing.retention(final.master).until
    assert held is not None and held.year == erasing._today().year + 2
    assert final.window.office.overview.last("retention_set").data["reason"] == "Jadwal retensi arsip daerah"
