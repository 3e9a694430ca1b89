"""The juror's window: values in, values kept, and nothing said that is not so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui import juror_decisions
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.pages.juror_value import AUTOSAVE_MS
from kipp_desktop.services import jurors, recents, scoring
from tests.gui import juror_desks
from tests.gui.juror_desks import CRITERIA, STAGE

pytest_plugins = ["tests.gui.juror_around"]

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def _type(window: JurorWindow, text: str) -> None:
    """Keys go to whatever has the focus, as on a keyboard."""
    QTest.keyClicks(window.focusWidget(), text)


def _press(window: JurorWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget(), key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)


def _stored(window: JurorWindow, entry: str = "01") -> tuple[int | None, ...]:
    return scoring.sheet(window.desk, STAGE, entry).values


def test_a_sheet_is_scored_with_digits_and_enter_alone(window):
    for value in ("90", "88", "86", "85", "87"):
        _type(window, value)
        _press(window, ENTER)
    assert _stored(window) == (9000, 8800, 8600, 8500, 8700)
    assert window.screen_.header.saved.text().startswith("Tersimpan ")
    assert window.focusWidget() is window.sheet.comments.boxes["praise"]


def test_control_enter_goes_on_to_the_next_participant(window):
    _type(window, "90")
    _press(window, ENTER, CONTROL)
    assert window.entry == "02"
    assert _stored(window)[0] == 9000
    _type(window, "80")
    _press(window, Qt.Key.Key_Enter, CONTROL | Qt.KeyboardModifier.KeypadModifier)
    assert window.entry == "03"
    _press(window, Qt.Key.Key_1, CONTROL)
    assert window.entry == "01"
    assert _stored(window, "02")[0] == 8000
    assert window.focusWidget() is window.sheet.cards["efektif"].input


def test_a_value_saves_itself_after_a_pause(window, qtbot):
    _type(window, "85")
    assert _stored(window)[0] is None
    qtbot.waitUntil(lambda: _stored(window)[0] == 8500, timeout=AUTOSAVE_MS + 1500)
    assert window.focusWidget().text() == "85"


@pytest.mark.parametrize("typed", ["850", "8x", "-1", "100,5"])
def test_what_the_scale_does_not_have_is_refused_in_place(window, typed):
    field = window.sheet.cards["kebaruan"].input
    _type(window, typed)
    _press(window, ENTER)
    assert window.focusWidget() is field
    assert _stored(window)[0] is None
    assert field.property("invalid") is True
    assert "0–100" in window.sheet.cards["kebaruan"]._meaning.text()
    assert not window.screen_.header.saved.text()


def test_a_refused_text_keeps_the_juror_on_the_sheet_until_it_is_put_right(window):
    _type(window, "850")
    _press(window, ENTER, CONTROL)
    assert window.entry == "01"
    window.list.table.choose("04")
    assert window.entry == "01"
    assert window.list.table.current_key() == "01"
    _press(window, Qt.Key.Key_Escape)
    _press(window, ENTER, CONTROL)
    assert window.entry == "02"


def test_comma_and_dot_are_the_same(window, around, home, qtbot):
    field = window.sheet.cards["kebaruan"].input
    field._scale = type(field._scale)(0, 10000, 50)
    assert field._scale.allows(8750)
    _type(window, "87.50")
    assert field._parsed() == (8750, True)
    field.setText("87,5")
    assert field._parsed() == (8750, True)
    field.revert()


def test_arrows_step_along_the_scale(window, qtbot):
    _type(window, "85")
    _press(window, Qt.Key.Key_Up)
    assert window.focusWidget().text() == "86"
    _press(window, Qt.Key.Key_PageDown)
    _press(window, Qt.Key.Key_Tab)
    assert _stored(window)[0] == 7600


def test_zero_is_a_score_and_empty_is_none(window):
    first, second = window.sheet.cards["kebaruan"].input, window.sheet.cards["efektif"].input
    _type(window, "0")
    _press(window, ENTER)
    _press(window, ENTER)
    assert _stored(window)[:2] == (0, None)
    assert (first.text(), second.text()) == ("0", "")
    assert second.placeholderText() == "belum"
    assert window.sheet.sum._sum.text() == "0,00"
    first.setFocus()
    first.clear()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert _stored(window)[0] is None
    assert window.sheet.sum._sum.text() == "–"


def test_the_level_lights_up_for_the_value_typed(window):
    card = window.sheet.cards["kebaruan"]
    _type(window, "9")
    assert "meniru" in card._meaning.text()
    _type(window, "0")
    assert card._meaning.text() == "86–100  pendekatan baru, belum ada di daerah lain"
    assert card._levels._lit == 3


def test_undo_and_redo_are_appended_and_named(window):
    _type(window, "80")
    _press(window, ENTER)
    window.sheet.focus_criterion("kebaruan")
    _type(window, "90")
    _press(window, ENTER)
    window.menu.name_steps()
    assert window.menu.undo.text() == "Urungkan: Kebaruan 80 → 90"
    _press(window, Qt.Key.Key_Z, CONTROL)
    assert _stored(window)[0] == 8000
    _press(window, Qt.Key.Key_Z, CONTROL)
    assert _stored(window)[0] is None
    _press(window, Qt.Key.Key_Y, CONTROL)
    assert _stored(window)[0] == 8000
    with window.desk.store.begin() as tx:
        assert [event.data["new"] for event in tx.log.events(("score",))] == [8000, 9000, 8000, None, 8000]


def test_pauses_within_one_visit_are_one_step_back(window, qtbot):
    _type(window, "8")
    qtbot.waitUntil(lambda: _stored(window)[0] == 800, timeout=AUTOSAVE_MS + 1500)
    _type(window, "5")
    _press(window, ENTER)
    assert _stored(window)[0] == 8500
    window.undo()
    assert _stored(window)[0] is None


def test_saved_is_said_only_after_the_commit_and_a_failure_is_said_plainly(window, monkeypatch):
    def full(*args: object) -> None:
        raise UserError("store.full", file="nilai.kipp-juri")

    monkeypatch.setattr(scoring, "enter_score", full)
    _type(window, "85")
    _press(window, ENTER)
    assert window.screen_.header.saved.text() == "Belum tersimpan"
    assert window.notice.text()
    assert window.sheet.cards["kebaruan"].input.text() == "85"
    assert window.sheet.cards["kebaruan"]._meaning.text().startswith("belum tersimpan")
    assert window.book.history("01").undoable is None
    monkeypatch.undo()
    _type(window, "80")
    _press(window, ENTER)
    assert _stored(window)[:2] == (8500, 8000)
    assert window.sheet.cards["kebaruan"]._meaning.text().startswith("71–85")
    assert window.screen_.header.saved.text().startswith("Tersimpan ")
    assert not window.notice.text()


def test_comments_are_kept_when_the_box_is_left(window):
    box = window.sheet.comments.boxes["improve"]
    box.setFocus()
    QTest.keyClicks(box, "Perluas ke desa lain")
    window.go_next()
    assert scoring.sheet(window.desk, STAGE, "01").comments["", "improve"] == "Perluas ke desa lain"
    assert box.toPlainText() == ""
    window.go_previous()
    assert box.toPlainText() == "Perluas ke desa lain"


def test_a_locked_sheet_can_only_be_read_until_it_is_opened_with_a_reason(window, monkeypatch):
    juror_desks.give(window.desk, "01", 80, 80, 80, 80, 80)
    window.book.reload()
    QTest.mouseClick(window.sheet.foot.lock_button, Qt.MouseButton.LeftButton)
    assert scoring.sheet(window.desk, STAGE, "01").state == "draft"
    QTest.keyClick(window.decisions.dialog.confirm, Qt.Key.Key_Return)
    assert scoring.sheet(window.desk, STAGE, "01").state == "locked"
    field = window.sheet.cards["kebaruan"].input
    assert field.isReadOnly()
    assert window.sheet.comments.boxes["praise"].isReadOnly()
    assert not window.sheet.comments.boxes["private"].isReadOnly()
    monkeypatch.setattr(juror_decisions, "ask_reason", lambda *args: "Salah ketik")
    QTest.mouseClick(window.sheet.standing.button, Qt.MouseButton.LeftButton)
    assert scoring.sheet(window.desk, STAGE, "01").state == "draft"
    assert not field.isReadOnly()


def test_an_incomplete_sheet_cannot_be_locked(window):
    assert not window.sheet.foot.lock_button.isEnabled()


def test_abstaining_needs_a_reason_and_counts_as_done(window, monkeypatch):
    monkeypatch.setattr(juror_decisions, "ask_reason", lambda *args: None)
    window.sheet.foot.abstain_button.click()
    assert scoring.sheet(window.desk, STAGE, "01").state == "draft"
    monkeypatch.setattr(juror_decisions, "ask_reason", lambda *args: "Terlibat dalam inovasi ini")
    window.sheet.foot.abstain_button.click()
    own = scoring.sheet(window.desk, STAGE, "01")
    assert (own.state, own.reason) == ("abstained", "Terlibat dalam inovasi ini")
    assert window.list._done.text() == "1 dari 10 selesai"


def test_equal_totals_are_flagged_in_words(window):
    juror_desks.half_done(window.desk)
    window.book.reload()
    assert window.book.tied() == {"01", "08"}
    assert window.list._ties.text() == "▪ 2 peserta dengan nilai sama"


def test_the_overview_shows_own_values_and_says_belum_for_none(window):
    juror_desks.half_done(window.desk)
    window.book.reload()
    _press(window, Qt.Key.Key_T, CONTROL)
    table = window.screen_.overview.table
    assert table.rows.rowCount() == 10
    row = table.rows.row_of("03")
    assert [table.rows.index(row, column).data() for column in (1, 2)] == ["85", "belum"]
    table.rows.sort(6, Qt.SortOrder.DescendingOrder)
    assert table.rows.key_at(0) in ("01", "08")
    table.opened.emit("04")
    assert window.entry == "04"
    assert window.sheet.isVisible()


def test_the_window_opens_where_the_juror_stopped(window, around, qtbot):
    window.go_to("07")
    window.sheet.focus_criterion("bermanfaat")
    folder = window.desk.store.folder
    window.close()
    from kipp_desktop.services import jurors

    again = JurorWindow(around, jurors.open_desk(folder))
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    assert again.entry == "07"
    assert again.focusWidget() is again.sheet.cards["bermanfaat"].input
    known = recents.recent(folder)
    assert known is not None and (known.total, known.who) == (10, "Dr. Siti Rahmawati")
    again.close()


def test_a_window_that_was_closed_at_once_never_touches_its_store_again(window, languages, qtbot):
    folder = window.desk.store.folder
    window.close()
    languages.use("en")
    qtbot.wait(600)  # longer than the greeting and the header wait
    again = jurors.open_desk(folder)  # which would be refused while somebody holds it
    assert again.juror_id == window.desk.juror_id
    again.close()


def test_missing_sheets_are_listed_before_anything_is_final(window):
    juror_desks.half_done(window.desk)
    window.book.reload()
    window.list.finish_button.click()
    dialog = window.files.dialog
    keys = [dialog.table.rows.key_at(row) for row in range(dialog.table.rows.rowCount())]
    assert keys == [(STAGE, "03"), (STAGE, "04"), (STAGE, "10")]
    dialog.table.choose((STAGE, "04"))
    dialog.confirm.click()
    assert window.entry == "04"
    assert not window.book.declared


def test_a_juror_who_leaves_early_declares_with_a_reason(window, home, qtbot):
    juror_desks.half_done(window.desk)
    window.book.reload()
    window.list.finish_button.click()
    window.files.dialog.despite.click()
    assert not window.book.declared
    window.files.dialog._choices.button(0).click()
    window.files.dialog._confirm.click()
    dialog = window.files.dialog
    dialog.word.setChecked(True)
    dialog.destination.set_folder(home)
    with qtbot.waitSignal(window.files.exported, timeout=10_000):
        dialog.confirm.click()
    with window.desk.store.begin() as tx:
        said = tx.declarations()[STAGE]
    assert said.declared and said.text.endswith("(Harus pulang sebelum peserta terakhir)")
    assert window.book.sheet("04").state == "draft"
    window.files.dialog.accept()


def test_one_button_locks_declares_and_exports(window, home, qtbot):
    juror_desks.half_done(window.desk)
    for entry in ("03", "04", "10"):
        juror_desks.give(window.desk, entry, 80, 81, 82, 83, 84)
    window.book.reload()
    assert window.list.finish_button.property("kind") == "primary"
    window.list.finish_button.click()
    dialog = window.files.dialog
    assert not dialog.confirm.isEnabled()
    dialog.word.setChecked(True)
    dialog.destination.set_folder(home)
    with qtbot.waitSignal(window.files.exported, timeout=10_000) as caught:
        dialog.confirm.click()
    exported = caught.args[0]
    assert exported.path.parent == home and exported.path.is_file()
    assert window.book.declared
    assert window.sheet.cards["kebaruan"].input.isReadOnly()
    assert window.sheet.standing.button.text() == "Tarik pernyataan …"
    done = window.files.dialog
    assert isinstance(done, QDialog)
    QTest.keyClick(done, Qt.Key.Key_Return)
    assert not done.isVisible(), "Enter is enough at the end"


def test_every_input_has_a_name(window):
    for widget in [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]:
        assert widget.accessibleName(), widget


def test_tab_walks_the_criteria_in_their_order(window):
    names = []
    for _ in CRITERIA:
        names.append(window.focusWidget().accessibleName())
        _press(window, Qt.Key.Key_Tab)
    assert names == ["Kebaruan", "Efektif", "Bermanfaat", "Mudah direplikasi", "Berkelanjutan"]
    assert window.focusWidget() is window.sheet.comments.boxes["praise"]


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_it_fits_the_smallest_screen_at_any_zoom(window, theme, zoom):
    theme.apply("light", zoom)
    window.resize(1093, 614)
    QTest.qWait(20)
    least = window.minimumSizeHint()
    assert least.width() <= 1093 and least.height() <= 614
    scroll = window.sheet._scroll
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_english_is_spoken_at_once(window, languages):
    languages.use("en")
    QTest.qWait(20)
    assert window.sheet.cards["kebaruan"]._name.text() == "Novelty"
    assert window.screen_.header._subtitle.text().startswith("Presentation and interview")
