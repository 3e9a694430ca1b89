"""Room: on a small screen with large letters nothing grows out of the window and no word is crushed."""

from __future__ import annotations

import pytest

from kipp_desktop.gui.dialogs.organiser_paper import KeyingDialog
from kipp_desktop.gui.pages.organiser_legend import Legend
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import merging
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

SMALL = (1093, 614)  # 1366×768 at 125 %


@pytest.fixture
def merged(open_event):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, [*opened.files, opened.second])
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    return opened


BETWEEN = [pytest.param(zoom, marks=pytest.mark.long) for zoom in (125, 150)]  # what holds at both ends


@pytest.mark.parametrize("zoom", [100, *BETWEEN, 200])
def test_no_page_makes_the_window_larger_than_a_small_screen(merged, theme, zoom, qtbot):
    theme.apply("light", zoom)
    window = merged.window
    for step in range(6):
        window.go_to(step)
        qtbot.wait(5)
        least = window.minimumSizeHint().expandedTo(window.minimumSize())
        assert least.width() <= SMALL[0] and least.height() <= SMALL[1], (step, least.toTuple())


def test_a_page_that_needs_more_room_scrolls_to_all_of_it(merged, theme, qtbot):
    theme.apply("light", 150)
    window = merged.window
    window.resize(*SMALL)
    window.go_to(5)
    qtbot.wait(20)
    page = window.archive
    area = window._stack.currentWidget()
    assert page.width() >= page.minimumSizeHint().width()
    assert area.horizontalScrollBar().maximum() >= page.width() - area.viewport().width()


def test_names_of_jurors_are_not_crushed_beside_their_laptops(merged, theme, qtbot):
    theme.apply("light", 150)
    window = merged.window
    window.resize(*SMALL)
    window.go_to(2)
    window.intake.tabs.setCurrentWidget(window.intake.laptops)
    qtbot.wait(20)
    table = window.intake.laptops.table
    assert table.columnWidth(0) >= theme.px(150)
    assert table.columnWidth(1) >= theme.metrics("strong").horizontalAdvance("00000-00000")


def test_the_legend_says_every_mark_however_narrow(theme, qtbot):
    legend = Legend(theme, list(State)[:6])
    qtbot.addWidget(legend)
    wide = legend.sizeHint()
    assert legend.heightForWidth(wide.width()) == wide.height()
    assert legend.heightForWidth(wide.width() // 2) >= 2 * wide.height()
    placed = zip(legend._parts(), legend._placed(200), strict=True)
    assert all(left + width <= 200 + theme.px(16) for (_, _, width), (left, _) in placed)


def test_a_long_name_leaves_the_title_of_the_entry_in_sight(merged, theme, qtbot):
    places = merged.window.intake.papers._places(merged.window.office.overview)
    dialog = KeyingDialog(theme, places, "id")
    qtbot.addWidget(dialog)
    last = places[-1]
    dialog.choose(last.place)
    assert dialog.chosen() == last.place
    assert dialog.juror.currentText() == "Maya Lestari"
    assert dialog.place.currentText().startswith("27 Mal Pelayanan")
    dialog.juror.setCurrentIndex(0)
    assert dialog.juror.currentText().startswith("Dr. Ir. Raden Asdep")
    assert dialog.place.count() == 10 and dialog.chosen()[0] == "J-01"
