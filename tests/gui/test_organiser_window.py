"""The frame: rail, header, languages, keyboard; and notices."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.notices import NoticeBar, Notices
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

GUI = Path(__file__).resolve().parents[2] / "kipp_desktop" / "gui"


@pytest.fixture
def issued(open_event):  # noqa: F811
    return open_event("issued")


def test_every_step_says_where_it_stands(issued):
    facts = [step.facts for step in issued.window.rail._steps]
    assert facts[:4] == [
        "33 peserta, 5 juri",
        "versi 1 terbit",
        "0 dari 5 juri lengkap",
        "dibuka setelah ditutup",
    ]
    assert "salinan induk" in issued.window.windowTitle()


def test_the_language_changes_without_a_restart(issued, languages, qtbot):
    window = issued.window
    languages.use("en")
    qtbot.wait(20)
    assert window.receive.title.text() != "Terima berkas nilai"
    assert window.rail._steps[0].name != "Siapkan"
    languages.use("id")
    qtbot.wait(20)
    assert window.receive.title.text() == "Terima berkas nilai"


def test_alt_and_a_digit_go_to_a_step(issued, qtbot):
    window = issued.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key, at in ((Qt.Key.Key_3, 2), (Qt.Key.Key_6, 5), (Qt.Key.Key_1, 0)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.rail.current == at and window.pages[at].isVisible()


def test_every_control_has_a_name(issued):
    nameless = []
    for step in range(6):
        issued.window.go_to(step)
        page = issued.window.pages[step]
        tabs = getattr(page, "tabs", None)
        for at in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(at)
            nameless += [
                (step, at, type(one).__name__, one.parent())
                for kind in (QAbstractButton, QComboBox, QTableView, QLineEdit)
                for one in page.findChildren(kind)
                if one.isVisible() and not (one.accessibleName() or getattr(one, "text", str)())
                if not isinstance(one.parent(), QComboBox) and not one.objectName().startswith("qt_")
            ]
    assert nameless == []


def test_one_primary_button_a_step(issued):
    for at in range(6):
        issued.window.go_to(at)
        page = issued.window.pages[at]
        primary = [
            one.text()
            for one in page.findChildren(QAbstractButton)
            if one.isVisibleTo(page) and one.isVisible() and one.property("kind") == "primary"
        ]
        assert len(primary) <= 1, (at, primary)


def test_the_window_works_at_the_smallest_size(issued):
    issued.window.resize(1093, 614)
    for at in range(6):
        issued.window.go_to(at)
        page = issued.window.pages[at]
        assert page.width() + issued.window.rail.width() <= 1093
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and button.window() is issued.window and button.text():
                right = button.mapTo(issued.window, button.rect().bottomRight())
                assert right.x() <= 1093, button.text()


def test_no_lambda_is_connected():
    mine = [*GUI.glob("*/organiser_*.py"), GUI / "organiser_window.py", GUI / "notices.py"]
    assert not [one.name for one in mine if re.search(r"\.connect\(\s*lambda", one.read_text("utf-8"))]


def test_a_notice_says_an_error_in_the_present_language(theme, languages, qtbot):
    bar = NoticeBar(theme, Notices(languages))
    qtbot.addWidget(bar)
    assert bar.text() == "" and bar.isHidden()
    bar.show_error(UserError("file.table_empty", file="daftar.xlsx"))
    assert "daftar.xlsx" in bar.text() and "tidak berisi tabel" in bar.text()
    languages.use("en")
    qtbot.wait(20)
    assert "holds no table" in bar.text()
    bar.dismiss()
    assert bar.text() == ""


def test_a_notice_of_fixed_words_goes_when_the_language_changes(theme, languages, qtbot):
    bar = NoticeBar(theme, Notices(languages))
    qtbot.addWidget(bar)
    bar.show_words("4 penugasan disimpan.", "ok")
    languages.use("en")
    bar.show_words("4 assignments saved.", "ok")  # said in the new language before the bar hears of it
    qtbot.wait(20)
    assert bar.text() == "4 assignments saved."
    languages.use("id")
    qtbot.wait(20)
    assert bar.text() == "" and bar.isHidden()


def test_a_failed_job_says_why_and_leaves_everything_usable(issued):
    page = issued.window.ranking
    issued.window.go_to(3)

    def job(master, progress):
        raise UserError("file.table_empty", file="x")

    issued.window.office.act("coba", job, page.notice)
    issued.settle()
    assert "x" in page.notice.text() and not issued.window.office.busy
