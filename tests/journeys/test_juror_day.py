"""A juror's day through the real windows: by keys alone, by mouse alone, and what may go wrong in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from kipp_desktop.exchange import key_file, signing
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import exporting, jurors, scoring
from kipp_desktop.services.recents import desk_folder
from tests.gui import juror_desks
from tests.gui.juror_desks import STAGE
from tests.journeys.juror_day import (
    CONTROL,
    ENTER,
    PATIENCE,
    click,
    click_row,
    drop,
    left,
    press,
    shown_window,
    type_in,
    words_of,
)
from tests.unit.package_samples import criterion, reissued_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one

ROOT = Path(__file__).resolve().parents[2]
TAB, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Space


def tab_to(window: QWidget, widget: QWidget) -> None:
    """Tab until a widget has the keys; a whole round without it is a failure."""
    for _ in range(60):
        if window.focusWidget() is widget:
            return
        press(window, TAB)
    raise AssertionError(f"Tab never reaches {widget.accessibleName() or widget}")


def asked(window: QWidget, act: Callable[[], None], fill: Callable[[QDialog], None]) -> None:
    """Do what opens a modal question, fill it in, and come back as a window manager would."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.activateWindow()
            QTest.qWait(10)
            fill(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    act()
    window.activateWindow()
    QTest.qWait(10)


def second_reason_by_keys(dialog: QDialog) -> None:
    """Down the list of reasons, then to the confirming button and press it."""
    tab_to(dialog, dialog._choices.button(0))
    QTest.keyClick(dialog._choices.button(0), SPACE)
    QTest.keyClick(dialog._choices.button(0), Qt.Key.Key_Down)
    tab_to(dialog, dialog._confirm)
    press(dialog, SPACE)


def first_reason_by_mouse(dialog: QDialog) -> None:
    click(dialog._choices.button(0))
    click(dialog._confirm)


def own(window: JurorWindow, entry: str) -> scoring.OwnSheet:
    return scoring.sheet(window.desk, STAGE, entry)


def test_a_day_by_keys_alone(juror, tmp_path, qtbot):
    foot = juror.sheet.foot
    for value in ("90", "88", "0", "86,0", "87.0"):  # decimal comma and dot; nought is a score
        type_in(juror, value)
        press(juror, ENTER)
    type_in(juror, "Pendaftaran daring dipakai lansia")
    tab_to(juror, foot.lock_button)
    press(juror, SPACE)
    press(juror.decisions.dialog, ENTER)
    assert (own(juror, "01").state, own(juror, "01").values) == ("locked", (9000, 8800, 0, 8600, 8700))

    press(juror, ENTER, CONTROL)
    tab_to(juror, foot.abstain_button)
    asked(juror, lambda: press(juror, SPACE), second_reason_by_keys)
    assert own(juror, "02").reason == "Hubungan keluarga atau kerja dengan peserta"

    press(juror, Qt.Key.Key_3, CONTROL)
    type_in(juror, "84")
    press(juror, Qt.Key.Key_Up)
    for _ in juror.sheet.cards:
        press(juror, ENTER)
    assert own(juror, "03").values == (8500, None, None, None, None)
    press(juror, Qt.Key.Key_Z, CONTROL)
    assert own(juror, "03").values == (None,) * 5
    press(juror, Qt.Key.Key_Y, CONTROL)
    assert own(juror, "03").values[0] == 8500

    for entry in juror.book.entries[2:]:
        juror_desks.give(juror.desk, entry, 80, 81, 82, 83, 84)
    juror.book.reload()
    tab_to(juror, juror.list.finish_button)
    press(juror, SPACE)
    dialog = juror.files.dialog
    dialog.destination.set_folder(tmp_path)
    tab_to(dialog, dialog.word)
    press(dialog, SPACE)
    tab_to(dialog, dialog.confirm)
    with qtbot.waitSignal(juror.files.exported, timeout=PATIENCE) as caught:
        press(dialog, SPACE)
    assert caught.args[0].path.is_file()
    assert "boleh dicabut" in words_of(juror.files.dialog)
    juror.files.dialog.accept()


def test_a_day_by_mouse_or_finger_alone(juror, tmp_path, qtbot):
    cards = list(juror.sheet.cards.values())
    pad = juror.sheet.pad
    click(cards[0].pad_button)
    for keys in (["8", "5"], ["9", "back", "7", "0"], ["0"], ["8", "0", "more"], ["9", "9", "less"]):
        assert pad.isVisible()
        for key in (*keys, "next"):
            click(pad.buttons[key])
    assert own(juror, "01").values == (8500, 7000, 0, 8100, 9800)
    click(juror.sheet.foot.lock_button)
    click(juror.decisions.dialog.confirm)
    assert own(juror, "01").state == "locked"

    click_row(juror.list.table, "05")
    asked(juror, lambda: click(juror.sheet.foot.abstain_button), first_reason_by_mouse)
    click_row(juror.list.table, "06")
    asked(juror, lambda: click(juror.sheet.foot.absent_button), first_reason_by_mouse)
    assert (own(juror, "05").state, own(juror, "06").state) == ("abstained", "absent")

    click_row(juror.list.table, "01")
    asked(juror, lambda: click(juror.sheet.standing.button), first_reason_by_mouse)
    assert own(juror, "01").state == "draft"

    click(juror.screen_.overview_button)
    click_row(juror.screen_.overview.table, "04", twice=True)
    assert juror.entry == "04"


def test_out_of_range_is_refused_on_the_pad_as_on_the_keyboard(juror):
    card = juror.sheet.cards["kebaruan"]
    click(card.pad_button)
    for key in ("8", "5", "0", "next"):
        click(juror.sheet.pad.buttons[key])
    assert "0–100" in card._meaning.text()
    assert own(juror, "01").values[0] is None
    press(juror, Qt.Key.Key_Escape)
    assert juror.sheet.pad.isHidden()
    assert card.input.text() == ""


def test_a_sheet_is_reopened_with_a_reason_and_everything_stands_in_the_log(juror):
    juror_desks.half_done(juror.desk)
    juror.book.reload()
    juror.go_to("08")
    tab_to(juror, juror.sheet.standing.button)
    asked(juror, lambda: press(juror, SPACE), second_reason_by_keys)
    assert own(juror, "08").state == "draft"
    with juror.desk.store.begin() as tx:
        last = tx.log.last("sheet")
        tx.log.verify()
    assert (last.data["old"], last.data["new"]) == ("locked", "draft")
    assert last.data["reason"] == "Pertimbangan baru setelah wawancara"


def test_after_a_crash_the_juror_goes_on_at_the_same_field(desktop, juror, tmp_path, qtbot):
    folder = desk_folder(juror.desk.competition.id, "J-01")
    left(desktop, qtbot)
    program = [sys.executable, "-m", "tests.journeys.dying_juror", str(folder)]
    homes = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    env = {**os.environ, **dict.fromkeys(homes, str(tmp_path / "rumah")), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(program, cwd=ROOT, env=env, timeout=120, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    desktop.show_desk(jurors.open_desk(folder))
    window = shown_window(desktop, qtbot)
    assert window.entry == "04"
    assert window.focusWidget() is window.sheet.cards["replikasi"].input
    assert own(window, "04").values == (8100, 7200, None, None, None), "the half typed 9 was no value yet"
    assert window.sheet.comments.boxes["private"].toPlainText() == "tanya ulang biaya per tahun"
    window.menu.name_steps()
    assert window.menu.undo.text() == "Urungkan: Catatan pribadi: tanya ulang biaya per ta…"


def test_a_changed_meaning_asks_for_that_cell_again_and_keeps_the_old_value_out(
    juror, handed_out, tmp_path, qtbot
):
    juror_desks.half_done(juror.desk)
    juror.book.reload()

    def meaning(payload: dict[str, Any]) -> None:
        criterion(payload, "efektif")["rev"] = 2

    key = key_file.load(tmp_path / "panitia" / "contoh.kunci").signing
    drop(juror, reissued_file(handed_out.package, key, tmp_path / "v2.paket", meaning), qtbot)
    juror.files.dialog.reject()
    rows = juror.list.table.rows
    assert "nilai ulang" in rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    click(juror.screen_.standing.rescore.button)
    assert juror.entry == "01"
    assert juror.focusWidget() is juror.sheet.cards["efektif"].input
    assert juror.sheet.cards["efektif"].input.text() == ""
    assert "Efektif" in juror.sheet.standing._words.text()
    type_in(juror, "77")
    press(juror, ENTER)
    assert own(juror, "01").look == "complete"
    assert own(juror, "01").values == (9000, 7700, 8600, 8600, 8700)


def test_the_private_note_never_leaves_the_laptop(juror, tmp_path):
    juror.sheet.comments.boxes["praise"].setFocus()
    type_in(juror, "Rapi dan terukur")
    juror.sheet.comments.boxes["private"].setFocus()
    type_in(juror, "rahasia saya")
    juror.go_next()
    path = exporting.export(juror.desk, tmp_path / "satu.nilai").path
    with juror.desk.store.begin() as tx:
        (stored,) = tx.exports()
    assert "Rapi dan terukur" in str(stored.comments)
    assert "rahasia" not in str(stored.comments)
    assert b"rahasia" not in path.read_bytes() + signing.envelope_payload("score", stored.envelope)


def test_the_whole_screen_speaks_english(juror, languages_source):
    juror_desks.half_done(juror.desk)
    juror.book.reload()
    juror.go_to("08")
    juror._around.preferences.use_language("en")
    QTest.qWait(20)
    juror.show_overview()
    said = visible_words(juror)
    juror.show_sheet()
    said |= visible_words(juror)
    left = {text for text in said if text in languages_source}
    assert not left


@pytest.fixture
def languages_source() -> set[str]:
    """Every Indonesian text of the screen that reads otherwise in English."""
    from xml.etree import ElementTree

    found: set[str] = set()
    for message in ElementTree.parse(ROOT / "resources" / "i18n" / "kipp_en.ts").iter("message"):
        source, english = message.findtext("source", ""), message.findtext("translation", "")
        if english and english.casefold() != source.casefold():
            found.add(source)
    return found


def visible_words(window: QWidget) -> set[str]:
    """What stands on the labels and buttons that can be seen, and what is read aloud of them."""
    found: set[str] = set()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
            if isinstance(widget, QAbstractButton) or hasattr(widget, "text"):
                text = widget.text()
                found.add(text if isinstance(text, str) else "")
    return found
