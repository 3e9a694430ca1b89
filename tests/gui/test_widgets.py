"""The parts of pages: shapes, words, keyboard."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QFocusEvent, QImage, QPainter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.pages.organiser_legend import Legend
from kipp_desktop.gui.palette import LIGHT
from kipp_desktop.gui.widgets.card import Button, Card, Pill
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.file_drop import FileDropArea
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.header_bar import HeaderBar
from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State, StateMark, paint_state, state_words
from kipp_desktop.gui.widgets.step_rail import Step, StepButton, StepRail
from kipp_desktop.gui.widgets.text import ElidedText
from kipp_desktop.gui.widgets.thin_bar import ThinBar
from kipp_desktop.gui.widgets.value_field import ValueField


def _ink(state: State) -> list[bool]:
    """The mark at 16 px as a laser printer would put it: black where it is not white."""
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_state(painter, QRectF(0, 0, 16, 16), state, LIGHT)
    painter.end()
    return [image.pixelColor(x, y).lightness() < 190 for y in range(16) for x in range(16)]


@pytest.mark.parametrize("first", list(State))
def test_states_differ_in_black_and_white(qapp, first):
    mine = _ink(first)
    assert any(mine)
    for second in State:
        if second is not first:
            different = sum(a != b for a, b in zip(mine, _ink(second), strict=True))
            assert different >= 12, second


def test_every_state_has_words_of_its_own(languages):
    assert len({state_words(state) for state in State}) == len(State)
    indonesian = state_words(State.LOCKED)
    languages.use("en")
    assert (indonesian, state_words(State.LOCKED)) == ("terkunci", "locked")


def test_a_mark_is_read_aloud(theme, qtbot):
    mark = StateMark(theme, State.CONFLICT)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "perlu keputusan"
    mark.set_state(State.LOCKED)
    assert mark.accessibleName() == "terkunci"


def test_the_header_says_when_it_was_saved_in_either_language(theme, languages, qtbot):
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    header.show()
    assert header.saved.text() == ""
    header.saved.show_saved(time(10, 32, 5))
    assert header.saved.text() == "Tersimpan 10.32.05"
    languages.use("en")
    assert header.saved.text() == "Saved 10.32.05"


def test_no_second_takes_more_room_than_another(theme, qtbot):
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    widths: set[int] = set()
    for moment in (time(11, 11, 11), time(20, 8, 58), time(4, 44, 44)):
        header.saved.show_saved(moment)
        widths.add(header.saved.sizeHint().width())
    assert len(widths) == 1
    header.saved.show_failure("Belum tersimpan: disk penuh")
    assert header.saved.sizeHint().width() not in widths


def test_a_failed_save_stays_until_the_next_that_succeeds(theme, qtbot):
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    header.saved.show_saved(time(10, 0))
    header.saved.show_failure("Belum tersimpan: disk penuh")
    assert header.saved.accessibleName() == "Belum tersimpan: disk penuh"
    header.saved.show_saved(time(10, 1))
    assert header.saved.text() == "Tersimpan 10.01.00"


def test_the_receipt_line_is_hidden_without_words(theme, qtbot):
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    header.set_receipt("diterima panitia 10/10", "ok")
    assert not header._receipt.isHidden()
    header.set_receipt("")
    assert header._receipt.isHidden()


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_title_of_the_competition_can_be_read_whole_beside_what_is_saved_and_received(theme, qtbot, zoom):
    theme.apply("light", zoom)
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    header.set_title("KIPP Kabupaten Contoh 2024", "Presentasi dan Wawancara · Juri: Dr. Siti Rahmawati")
    header.saved.show_saved(time(10, 32, 5))
    header.set_receipt("belum ada tanda terima")
    buttons = QWidget()
    buttons.setFixedWidth(theme.px(140))
    header.add(buttons)
    header.resize(1093, header.sizeHint().height())
    header.show()
    QApplication.processEvents()
    title = header._title
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


@pytest.fixture
def rail(theme, qtbot):
    steps = [Step("Siapkan", "33 peserta", State.LOCKED), Step("Bagikan"), Step("Terima", "", open=False)]
    made = StepRail(theme, "Langkah", steps)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_rail_asks_and_leaves_the_choice_to_the_page(rail, qtbot):
    chosen = []
    rail.chosen.connect(chosen.append)
    qtbot.mouseClick(rail.findChildren(StepButton)[2], Qt.MouseButton.LeftButton)
    assert chosen == [2]
    assert rail.current == 0


def test_the_rail_is_walked_with_the_arrow_keys(rail, qtbot):
    chosen = []
    rail.chosen.connect(chosen.append)
    buttons = rail.findChildren(StepButton)
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    qtbot.keyClick(buttons[1], Qt.Key.Key_End)
    assert buttons[2].hasFocus()
    qtbot.keyClick(buttons[2], Qt.Key.Key_Down)
    assert buttons[2].hasFocus()
    qtbot.keyClick(buttons[2], Qt.Key.Key_Space)
    assert chosen == [1, 2]


def test_a_step_is_read_aloud_with_state_and_facts(rail):
    first = rail.findChildren(StepButton)[0]
    assert first.accessibleName() == "1 Siapkan"
    assert first.accessibleDescription() == "langkah ini, terkunci, 33 peserta"


def test_a_reason_must_have_words(theme, qtbot):
    dialog = ReasonDialog("Buka lembar", "Mengapa?", "Buka", parent=None)
    qtbot.addWidget(dialog)
    confirm = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Buka")
    assert not confirm.isEnabled()
    dialog._words.setPlainText("   ")
    assert not confirm.isEnabled()
    dialog._words.setPlainText("salah ketik\n di Kebaruan")
    assert confirm.isEnabled()
    assert dialog.reason() == "salah ketik di Kebaruan"


def test_a_common_reason_is_enough_and_another_needs_words(theme, qtbot):
    dialog = ReasonDialog("Abstain", "Mengapa?", "Abstain", ["Instansi sendiri", "Keluarga & teman"])
    qtbot.addWidget(dialog)
    choices = dialog.findChildren(QRadioButton)
    assert dialog.reason() == ""
    choices[1].click()
    assert dialog.reason() == "Keluarga & teman"
    dialog._words.setPlainText("ipar")
    assert dialog.reason() == "Keluarga & teman: ipar"
    choices[2].click()
    dialog._words.setPlainText("")
    assert dialog.reason() == ""


def _dropped(area: FileDropArea, *names: str) -> list[Path]:
    given: list[list[Path]] = []
    area.given.connect(given.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    area.dropEvent(event)
    return given[0] if given else []


def test_dropped_files_are_handed_over_and_others_passed_by(theme, qtbot):
    area = FileDropArea(theme, [".nilai"])
    qtbot.addWidget(area)
    folder = Path.home().anchor + "stik/"
    assert _dropped(area, folder + "a.nilai", folder + "b.pdf", folder + "C.NILAI") == [
        Path(folder + "a.nilai"),
        Path(folder + "C.NILAI"),
    ]
    assert _dropped(area, folder + "b.pdf") == []


@pytest.fixture
def table(theme, qtbot):
    made = RichTable(theme, "Peserta", [Column("Peserta"), Column("Nilai", 90)], PEOPLE_ROW)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_rows(_rows("8,0", "9,0", "10,0"))
    return made


def _rows(*values: str) -> list[Row]:
    return [
        Row(
            n,
            (Cell(f"Peserta {n}", "Dinas", f"0{n}", State.LOCKED), Cell(v, sort=float(v.replace(",", ".")))),
        )
        for n, v in enumerate(values, 1)
    ]


def test_the_first_arrow_goes_to_the_first_row(table):
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert not table.selectionModel().hasSelection(), "the keys alone choose nobody"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def test_new_values_keep_the_current_row(table):
    table.choose(2)
    resets = QSignalSpy(table.rows.modelReset)
    table.set_rows(_rows("8,0", "9,5", "10,0"))
    assert table.current_key() == 2
    assert resets.count() == 0
    assert table.rows.index(1, 1).data() == "9,5"


def test_another_order_keeps_the_current_key(table):
    table.choose(3)
    table.set_rows(list(reversed(_rows("8,0", "9,0", "10,0"))))
    assert table.current_key() == 3
    assert table.currentIndex().row() == 0


def test_sorting_goes_by_value_not_by_letters_and_keeps_the_current_key(table):
    table.choose(2)
    table.rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert [table.rows.key_at(row) for row in range(3)] == [3, 2, 1]
    assert table.current_key() == 2


def test_a_cell_is_read_aloud_with_everything_it_shows(table):
    said = table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "01, Peserta 1, Dinas, terkunci"


def test_choosing_and_opening_tell_the_key(table, qtbot):
    chosen, opened = [], []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [2, 3]
    assert opened == [3]


def test_rows_grow_with_the_zoom(table, theme):
    assert table.rowHeight(0) == 56
    theme.apply("light", 200)
    assert table.rowHeight(0) == 112


def test_a_table_paints_every_kind_of_cell(theme, qtbot):
    table = RichTable(theme, "Papan", [Column("a"), Column("b", 60, Qt.AlignmentFlag.AlignRight)])
    qtbot.addWidget(table)
    table.select_cells()
    table.set_rows([Row(s, (Cell(state=s), Cell("87,50", flag="nilai sama", tone="warn"))) for s in State])
    table.show()
    table.setCurrentIndex(table.rows.index(0, 0))
    assert not table.grab().isNull()
    assert table.full_height() > 340


def test_an_empty_field_says_so_until_it_is_entered(theme, qtbot):
    field = ValueField("Kebaruan, 0 sampai 100")
    qtbot.addWidget(field)
    field.show()
    field.clearFocus()
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert field.placeholderText() == "belum"
    assert field.font().pixelSize() == 13
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.placeholderText() == ""
    field.setText("85")
    assert field.font().pixelSize() == 22


def test_a_bar_stays_within_its_ends(theme, qtbot):
    bar = ThinBar(theme, "Selesai")
    qtbot.addWidget(bar)
    for done, total, shown in ((0, 0, 0), (3, 10, 3), (12, 10, 10), (-1, 10, 0)):
        bar.set_share(done, total)
        assert bar.value() == shown
        assert not bar.grab().isNull()


def test_pill_follows_the_standing(theme, languages, qtbot):
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_standing(final=False)
    assert (pill.text(), pill.property("pill")) == ("SEMENTARA", "warn")
    pill.show_standing(final=True)
    assert (pill.text(), pill.property("pill")) == ("FINAL", "ok")


def test_long_text_ends_in_dots_and_is_whole_in_the_tooltip(theme, qtbot):
    label = ElidedText("PELITA – Peduli Lansia Terpadu dan seterusnya")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.minimumSizeHint().width() < 80
    assert label.toolTip() == label.text()
    label.setText("Pendek")
    assert label.toolTip() == "Pendek"


def test_empty_state_has_one_button_or_none(theme, qtbot):
    empty = EmptyState(theme, "package")
    qtbot.addWidget(empty)
    empty.set_words("Belum ada paket", "Seret berkasnya ke sini.")
    assert empty._button.isHidden()
    empty.set_words("Belum ada paket", "Seret berkasnya ke sini.", "Buka paket …")
    with qtbot.waitSignal(empty.asked):
        empty._button.click()


def test_facts_are_replaced_not_added(theme, qtbot):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.set_facts([("Kode", "K7QM"), ("Berkas", "a.nilai")])
    facts.set_facts([("Kode", "2XWA")])
    assert facts._grid.count() == 2


def test_every_interactive_part_has_an_accessible_name(theme, rail, table, qtbot):
    area = FileDropArea(theme, [".nilai"])
    area.set_words("Seret berkas nilai ke sini", "", "Berkas nilai")
    card = Card("Dokumen")
    card.body.addWidget(Button("Buka"))
    parts: list[QWidget] = [area, rail, table, card, ThinBar(theme, "Selesai"), ValueField("Kebaruan")]
    for part in parts:
        qtbot.addWidget(part)
        assert part.accessibleName(), part
    for part in parts:
        for button in part.findChildren(QPushButton):
            assert button.accessibleName() or button.text(), button


def test_a_star_leaves_the_mark_in_line_with_the_marks_above(theme, qtbot):
    table = RichTable(theme, "Papan", [Column("01", 72, Qt.AlignmentFlag.AlignHCenter)])
    qtbot.addWidget(table)
    table.set_rows([Row(0, (Cell("", state=State.LOCKED),)), Row(1, (Cell("*", state=State.LOCKED),))])
    table.resize(200, 200)
    table.show()
    image = table.viewport().grab().toImage()
    green = QColor(LIGHT.ok).name()
    lefts = []
    for row in (0, 1):
        rect = table.visualRect(table.rows.index(row, 0))
        inked = [
            x
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
            if image.pixelColor(x, y).name() == green
        ]
        lefts.append((min(inked), max(inked)))
    assert lefts[0] == lefts[1]


def test_the_legend_says_what_a_star_means_once_there_is_one(theme, languages, qtbot):
    legend = Legend(theme, [State.LOCKED])
    qtbot.addWidget(legend)
    assert legend.accessibleName() == "terkunci"
    legend.show_star(True)
    assert legend.accessibleName() == "terkunci, * dari kertas"


def test_an_official_question_is_as_high_as_it_needs_and_keeps_its_buttons_on_a_low_screen(theme, qtbot):
    dialog = ActDialog("Cabut laptop", "Berkas dari laptop ini tidak dihitung lagi. " * 4, "Cabut")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    bar = dialog.findChild(FormArea).verticalScrollBar()
    assert bar.maximum() == 0
    natural = dialog.height()
    for number in range(30):
        dialog.add_line(f"Kriteria {number}")
    dialog.hide()
    dialog.show()
    qtbot.wait(20)
    room = dialog.screen().availableGeometry().height()
    assert natural < dialog.height() < room
    assert bar.maximum() > 0
    assert dialog.confirm.mapTo(dialog, dialog.confirm.rect().bottomLeft()).y() < dialog.height()
