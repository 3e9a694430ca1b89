"""Who judges what and in which order, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kipp_desktop.services.assigning import Wish
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def issued(open_event):  # noqa: F811
    return open_event("issued")


def show(opened, name):
    tab = getattr(opened.window.setup, name)
    opened.window.setup.tabs.setCurrentWidget(tab)
    opened.settle()
    return tab


def choose(tab, row, column):
    index = tab.board.index(row, column)
    tab.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_a_place_is_taken_and_given_by_the_space_bar_and_a_recusal_stays(issued):
    tab = show(issued, "assignments")
    assert (tab.board.rowCount(), tab.board.columnCount()) == (10, 5)
    choose(tab, 0, 0)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Space)
    issued.settle()
    assert tab.board.state(("J-01", "01")) is None
    assert tab.board.headerData(0, Qt.Orientation.Horizontal) == "J-01\n9"
    tab.keep_off([("J-02", "01")], "Satu instansi")
    issued.settle()
    choose(tab, 0, 1)
    assert tab.board.state(("J-02", "01")) == "recused" and tab.chosen() == []
    assert issued.window.office.overview.outdated


def test_a_participant_whom_nobody_judges_stays_on_the_board_and_is_given_back(issued):
    tab = show(issued, "assignments")
    whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    for held in (None, "assigned"):  # taken from all five, then given back
        tab.table.selectionModel().select(tab.board.index(0, 0), whole)
        tab.toggle()
        issued.settle()
        assert tab.board.rowCount() == 10
        assert {tab.board.state((juror.id, "01")) for juror in tab.board.jurors} == {held}


def test_who_judges_what_comes_from_a_list_whose_bad_rows_are_shown_first(issued, monkeypatch):
    tab = show(issued, "assignments")
    rows = [f"{seat};{entry};final" for seat in ("J-01", "J-02") for entry in ("01", "02")]
    path = issued.folder / "tugas.csv"
    path.write_text("\n".join(["juri;peserta;tahap", *rows, "J-77;01;final"]), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    issued.click(tab.load)
    dialog = issued.dialog()
    assert dialog.problems.rows.rowCount() == 1 and dialog.problems.rows.index(0, 0).data() == "6"
    assert tab.board.state(("J-03", "01")) == "assigned"  # nothing written yet
    issued.click(dialog.confirm)
    given = {place for place, state in tab.board._states.items() if state == "assigned"}
    assert given == {(seat, entry) for seat in ("J-01", "J-02") for entry in ("01", "02")}
    assert tab.board.rowCount() == 10 and "4 baris" in issued.window.setup.notice.text()


def test_a_draw_is_shown_before_it_is_written(issued):
    tab = show(issued, "assignments")
    plans = []
    tab._on_proposed = plans.append
    tab.propose(Wish("final", "balanced", each=3, seed="17"))
    issued.settle()
    (plan,) = plans
    assert set(plan.loads.values()) == {6} and plan.alone == ()
    tab.write(plan)
    issued.settle()
    assert "30 lembar" in issued.window.setup.notice.text()


def test_the_order_is_drawn_moved_by_hand_and_timed(issued):
    tab = show(issued, "programme")
    tab.draw_lots(["Kabag Organisasi"], "13 05 27")
    issued.settle()
    issued.qtbot.waitUntil(lambda: "13 05 27" in tab.summary.text(), timeout=20_000)
    drawn = list(tab.programme.order)
    assert not issued.window.office.overview.outdated  # no new package for an order
    tab.table.choose(drawn[1])
    issued.click(tab.up)
    assert tab.save.isVisible() and "belum disimpan" in tab.summary.text()
    issued.answer(tab.save, lambda dialog: dialog._choices.button(0).setChecked(True))
    issued.qtbot.waitUntil(lambda: tab.programme.order[0] == drawn[1], timeout=20_000)

    def fill(dialog):
        dialog.days.setText("2024-10-24")
        dialog.pauses.setText("09.40 20 Istirahat")

    issued.answer(tab.times, fill)
    issued.qtbot.waitUntil(lambda: bool(tab.programme.slots), timeout=20_000)
    rows = [tab.table.rows.index(row, 1).data() for row in range(3)]
    assert rows == ["09.00–09.20", "09.20–09.40", "09.40–10.00"]
