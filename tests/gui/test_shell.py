"""Around the work: F1 on each page, check of the laptop, what the program is, a crash of the last start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kipp_desktop import logs, paths, settings
from kipp_desktop.app import Desktop
from kipp_desktop.gui import dialog_help, help_window, stick_maker
from kipp_desktop.gui import languages as speech
from kipp_desktop.gui.dialogs.juror_pin import PinDialog
from kipp_desktop.gui.dialogs.scores_place import ScoresPlaceDialog
from kipp_desktop.gui.help_window import HelpWindow
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services import helping, jurors
from tests.gui import juror_desks
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

pytest_plugins = ["tests.gui.juror_around"]
PATIENCE = 20_000
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def first_page(around, qtbot):
    made = WelcomeWindow(around)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def press_f1(window, qtbot) -> HelpWindow:
    menu = getattr(window, "help", None) or window.menu.help
    QTest.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: menu.help_window is not None and menu.help_window.isVisible(), timeout=PATIENCE)
    return menu.help_window


def test_f1_explains_the_page_that_is_shown(first_page, home, qtbot):
    assert press_f1(first_page, qtbot)._topic == "mulai"
    issued = juror_desks.issue(home / "panitia")
    first_page._on_package(jurors.read_package(issued.package), issued.package)
    assert first_page.help_topic() == "juri-paket"
    first_page.check_result(issued.package)
    assert first_page.help_topic() == "periksa-hasil"


def test_f1_explains_the_jurors_pages(window, qtbot):
    shown = press_f1(window, qtbot)
    assert shown._topic == "juri-lembar"
    shown.close()
    window.show_overview()
    assert window.help_topic() == "juri-tinjau"


def test_each_step_of_the_organiser_has_its_page(open_event):  # noqa: F811
    window = open_event("new").window
    topics = []
    for step in range(6):
        window.go_to(step)
        topics.append(window.help_topic())
    window.archive.tabs.setCurrentWidget(window.archive.verify)
    topics.append(window.help_topic())
    assert len(set(topics)) == 7
    assert set(topics) <= set(helping.topics())


def test_the_help_is_searched_followed_and_speaks_the_other_language(first_page, languages, qtbot):
    shown = press_f1(first_page, qtbot)
    assert "<img" in shown.page.toHtml()
    shown._on_link(QUrl("juri-paket"))
    assert shown.page.accessibleName() == "Paket dan kode"
    assert shown.topics.currentItem().text() == "Paket dan kode"
    QTest.keyClicks(shown.search, "abstain nol")
    assert [shown.topics.item(at).text() for at in range(shown.topics.count())] == [
        "Panduan juri dalam satu halaman",
        "Lembar penilaian",
    ]
    languages.use("en")
    qtbot.waitUntil(lambda: shown.page.accessibleName() == "Package and code", timeout=PATIENCE)
    shown.search.clear()
    assert shown.topics.currentItem().text() == "Package and code"


def test_a_guide_is_saved_from_the_help(first_page, monkeypatch, tmp_path, qtbot):
    shown = press_f1(first_page, qtbot)
    path = tmp_path / "Panduan juri.pdf"
    monkeypatch.setattr(help_window.QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    shown.juror_guide.click()
    qtbot.waitUntil(lambda: path.name in shown.notice.text(), timeout=PATIENCE)
    assert path.read_bytes().startswith(b"%PDF-")


def test_the_laptop_is_checked_from_the_first_page(first_page, tmp_path, qtbot):
    first_page.page.laptop.click()
    dialog = first_page.help.dialog
    qtbot.waitUntil(lambda: len(dialog.findings) == 6, timeout=PATIENCE)
    dialog.destination.set_folder(tmp_path)
    dialog.again.click()
    qtbot.waitUntil(lambda: dialog.findings[3].code == "laptop.stick_ok", timeout=PATIENCE)


def test_what_the_program_is_can_be_copied(first_page):
    first_page.help.show_about()
    first_page.help.dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "KIPP Desktop 1." in copied and "Qt 6." in copied and "Liberation" in copied


def test_a_crash_is_told_once_at_the_next_start(home, qapp, qtbot):
    folder = logs.paths.log_folder()
    folder.mkdir(parents=True)
    (folder / "window-crash.txt").write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    desktop = Desktop(qapp)
    first = desktop.welcome()
    desktop.offer_crash_report()
    (dialog,) = [one for one in first.children() if hasattr(one, "text") and one.isWidgetType()]
    assert "Segmentation fault" in dialog.text.toPlainText()
    dialog.accept()
    desktop.offer_crash_report()
    assert len(list(folder.glob("window-crash-*.txt"))) == 1
    first.close()
    desktop.close()


@pytest.mark.parametrize(
    ("system", "spoken"),
    [("id_ID", "id"), ("en_ID", "id"), ("jv_ID", "id"), ("C", "id"), ("en_US", "en"), ("nl_NL", "en")],
)
def test_the_first_start_speaks_as_the_system_and_later_ones_as_chosen(
    theme, languages, home, monkeypatch, system, spoken
):
    monkeypatch.setattr(speech.QLocale, "system", staticmethod(lambda: QLocale(system)))
    preferences = Preferences(theme, languages)
    preferences.apply()
    assert languages.current == spoken
    preferences.use_language("en")
    again = Preferences(theme, languages)
    again.apply()
    assert languages.current == "en" == settings.load().language


def test_a_carried_program_asks_where_scores_are_kept_and_says_it(home, qapp, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "portable.txt").touch()
    monkeypatch.setattr(paths, "program_folder", lambda: stick)
    monkeypatch.setattr(paths, "_laptop_mark", lambda: tmp_path / "laptop" / "mark.txt")
    monkeypatch.setattr(paths, "data_folder", lambda: paths.portable_folder() or tmp_path / "laptop")
    desktop = Desktop(qapp)
    first = desktop.welcome()
    assert first.page.place.text() == ""  # nobody has chosen yet
    desktop.ask_place()
    (dialog,) = [one for one in first.children() if isinstance(one, ScoresPlaceDialog)]
    dialog.reject()
    assert dialog.isVisible()  # scores have to be kept somewhere
    monkeypatch.setattr(paths, "choose_place", refuse_once(paths.choose_place))
    dialog.on_stick.click()
    assert dialog.isVisible() and str(stick) in dialog._problem.text()
    dialog.on_stick.click()
    assert not dialog.isVisible()
    assert "flashdisk" in first.page.place.text() and str(stick) in first.page.place.text()
    desktop.ask_place()
    assert [one for one in first.children() if isinstance(one, ScoresPlaceDialog) and one.isVisible()] == []
    first.close()
    desktop.close()


def refuse_once(choose):
    """A write-protected stick whose lock is then moved."""
    refusals = [PermissionError(13, "Permission denied")]

    def choosing(beside_program: bool) -> None:
        if refusals:
            raise refusals.pop()
        choose(beside_program)

    return choosing


def test_the_organiser_prepares_a_stick_from_the_step_share(open_event, tmp_path, monkeypatch):  # noqa: F811
    opened = open_event("issued")
    share = opened.window.share
    opened.window.go_to(1)
    program, stick = tmp_path / "program", tmp_path / "E"
    program.mkdir()
    stick.mkdir()
    (program / "kipp-desktop").write_bytes(b"program")
    answers = [str(stick), str(program)]
    monkeypatch.setattr(stick_maker.QFileDialog, "getExistingDirectory", lambda *_: answers.pop(0))
    opened.click(share.stick.button)
    assert "boleh dicabut" in share.notice.text()
    assert (stick / "KIPP-Juri" / "kipp-desktop").read_bytes() == b"program"


def test_a_screen_of_high_density_is_drawn_sharply_and_holds_the_window(home):
    """At 150 % the offscreen display of 800 × 800 leaves 533 × 533 logical pixels."""
    code = """
from PySide6.QtWidgets import QApplication
from kipp_desktop.app import Desktop
app = QApplication([])
desktop = Desktop(app)
first = desktop.welcome()
app.processEvents()
room = app.primaryScreen().availableSize()
sharp = first.page.juror._picture.pixmap()
wide = sharp.deviceIndependentSize().width()
print(first.devicePixelRatio(), sharp.devicePixelRatio(), sharp.width() == round(wide * 1.5))
print(first.width() <= room.width() and first.height() <= room.height())
first.close()
desktop.close()
"""
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    env = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.5"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["1.5", "1.5", "True", "True"], done.stdout + done.stderr[-800:]


def test_a_button_that_is_only_an_icon_is_drawn_anew_on_another_screen(theme, qtbot, monkeypatch):
    button = IconButton(theme, "search", "Cari")
    qtbot.addWidget(button)
    width = button.icon().availableSizes()[0].width()
    monkeypatch.setattr(IconButton, "devicePixelRatioF", lambda _: 2.0)
    button.grab()
    assert [size.width() for size in button.icon().availableSizes()] == [2 * width]


def test_the_dialogs_that_have_a_page_of_their_own_exist_and_so_does_the_page():
    dialogs = set()
    for path in (ROOT / "kipp_desktop" / "gui").rglob("*.py"):
        dialogs |= set(re.findall(r"^class (\w+Dialog)\(", path.read_text("utf-8"), re.MULTILINE))
    assert set(dialog_help.TOPICS) <= dialogs
    assert {*dialog_help.TOPICS.values(), dialog_help.OTHERWISE} <= set(helping.topics())


def test_f1_in_a_dialog_opens_its_page_beside_it(first_page, around, qapp, qtbot):
    dialog = PinDialog(around.theme, False, first_page)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    help_ = dialog_help.DialogHelp(around, qapp)
    help_.give(dialog)
    help_.give(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (shown,) = dialog.findChildren(HelpWindow)
    qtbot.waitUntil(shown.isVisible, timeout=PATIENCE)
    assert shown._topic == "juri-dua-laptop"
    dialog.close()
    help_.deleteLater()
