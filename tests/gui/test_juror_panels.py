"""Panels of the juror's screen and its timer: by key, by menu, by hand, and as they were left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kipp_desktop import settings
from kipp_desktop.gui.juror_clock import JurorClock
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.services import jurors, timing
from kipp_desktop.services.timing import TimerStand
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]

PATIENCE = 20_000
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NOON = datetime(2024, 10, 24, 12, 0).astimezone()


def press(window: JurorWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget(), key, modifiers)


def again(window: JurorWindow, around, qtbot) -> JurorWindow:
    """The same juror after a restart."""
    size = window.size()
    window.close()
    fresh = replace(around, preferences=Preferences(around.theme, around.languages))
    made = JurorWindow(fresh, jurors.open_desk(window.desk.store.folder))
    qtbot.addWidget(made)
    made.resize(size)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=PATIENCE)
    return made


@pytest.mark.parametrize(
    ("key", "panel"),
    [
        (Qt.Key.Key_P, lambda screen: screen.list),
        (Qt.Key.Key_K, lambda screen: screen.sheet.comments),
        (Qt.Key.Key_S, lambda screen: screen.side),
        (Qt.Key.Key_W, lambda screen: screen.side.timer),
        (Qt.Key.Key_D, lambda screen: screen.side.documents),
        (Qt.Key.Key_N, lambda screen: screen.side._own),
    ],
)
def test_a_key_hides_a_panel_for_good_and_shows_it_again(window, around, qtbot, key, panel):
    assert panel(window.screen_).isVisible()
    press(window, key, CONTROL_SHIFT)
    assert not panel(window.screen_).isVisible()
    later = again(window, around, qtbot)
    assert not panel(later.screen_).isVisible()
    press(later, key, CONTROL_SHIFT)
    assert panel(later.screen_).isVisible()
    later.close()


def test_the_menu_says_which_panels_are_shown(window):
    window.menu.panels._mark()
    seen = {name: action.isChecked() for name, action in window.menu.panels._panel_of.items()}
    assert set(seen.values()) == {True}
    window.menu.panels._panel_of["comments"].trigger()
    window.menu.panels._mark()
    assert not window.menu.panels._panel_of["comments"].isChecked()
    assert not window.sheet.comments.isVisible()


def test_without_comments_enter_goes_from_the_last_criterion_to_the_next_button(window):
    press(window, Qt.Key.Key_K, CONTROL_SHIFT)
    window.sheet.focus_criterion("berkelanjutan")
    QTest.keyClicks(window.focusWidget(), "80")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.focusWidget() is window.sheet.foot.next_button


def test_widths_that_were_pulled_are_kept_and_the_design_comes_back(window, around, qtbot):
    columns = window.screen_.columns
    designed = columns.sizes()
    columns.moveSplitter(240, 1)
    qtbot.waitUntil(lambda: "list" in settings.load().columns, timeout=PATIENCE)
    later = again(window, around, qtbot)
    assert abs(later.screen_.columns.sizes()[0] - 240) <= 8
    later.menu.panels._arranging[2].trigger()
    assert later.screen_.columns.sizes() == designed
    later.close()


def test_a_column_that_is_pulled_shut_stays_shut(window, around, qtbot):
    window.screen_.columns.moveSplitter(0, 1)
    qtbot.waitUntil(lambda: not window.list.isVisible(), timeout=PATIENCE)
    assert not again(window, around, qtbot).list.isVisible()


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_the_list_never_scrolls_to_the_side_however_narrow_it_is_pulled(window, theme, qtbot, zoom):
    theme.apply("light", zoom)
    for width in (1366, 1093):
        window.resize(width, 614)
        for left in (window.list.width(), 200):
            window.screen_.columns.moveSplitter(left, 1)
            qtbot.wait(20)
            assert window.list.table.horizontalScrollBar().maximum() == 0, (width, left)


def test_the_right_column_is_widened_by_key(window):
    before = window.screen_.side.width()
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.screen_.side.width() > before
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert abs(window.screen_.side.width() - before) <= 2


def test_on_a_small_laptop_the_clock_stands_in_the_header(window, qtbot):
    assert not window.screen_.clock.isVisible()
    window.resize(1093, 614)
    assert not window.screen_.side.isVisible()
    clock = window.screen_.clock
    assert clock.isVisible()
    assert clock.text() == "07:00"
    QTest.mouseClick(clock, Qt.MouseButton.LeftButton)
    assert window.screen_.side.timer.going
    assert "Presentasi" in clock.accessibleName()


def test_the_timer_is_started_and_turned_while_one_types(window):
    field = window.focusWidget()
    timer = window.screen_.side.timer
    QTest.keyClicks(field, "8")
    QTest.keyClick(field, Qt.Key.Key_F5)
    assert timer.going
    QTest.keyClick(field, Qt.Key.Key_F6)
    assert timer.words[0] == "Wawancara"
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_F5)
    assert not timer.going
    QTest.keyClick(field, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert timer.left == 780
    assert (field.text(), window.focusWidget()) == ("85", field)


def test_the_last_minute_is_said_in_words_too(window):
    now = [0.0]
    timer = window.screen_.side.timer
    timer._now = lambda: now[0]
    timer.toggle()
    now[0] = 365
    timer.show_time()
    assert timer._phase_text.text() == "menit terakhir"
    assert timer.accessibleDescription() == "00:55 dari 07:00 menit terakhir"


@pytest.mark.parametrize(("wanted", "heard"), [(False, 0), (True, 2)])
def test_the_sound_is_heard_at_the_last_minute_and_at_the_end_if_it_is_wanted(window, around, wanted, heard):
    now, beeps = [0.0], []
    timer = window.screen_.side.timer
    timer._now = lambda: now[0]
    around.preferences.use_timer_sound(wanted)
    JurorClock(around, timer, window.book, lambda: beeps.append(now[0]))
    timer.toggle()
    for now[0] in (10.0, 361.0, 365.0, 420.0, 425.0):
        timer.show_time()
    assert len(beeps) == heard


def test_a_timer_that_was_paused_stands_there_after_a_restart(window, around, qtbot):
    now = [0.0]
    timer = window.screen_.side.timer
    timer._now = lambda: now[0]
    timer.next_segment()
    timer.toggle()
    now[0] = 30.0
    timer.toggle()
    later = again(window, around, qtbot)
    assert later.screen_.side.timer.words[:2] == ("Wawancara", "12:30")
    assert not later.screen_.side.timer.going
    later.close()


class TestAfterARestart:
    @pytest.fixture
    def desk(self, home):
        made = juror_desks.desk(home / "acara")
        yield made
        made.close()

    def stand(self, desk, stand: TimerStand, later: timedelta, stage: str = "final") -> TimerStand | None:
        timing.remember_timer(desk, "final", stand, NOON)
        return timing.remembered_timer(desk, stage, NOON + later)

    def test_a_timer_that_ran_has_run_on(self, desk):
        found = self.stand(desk, TimerStand(1, 30, True), timedelta(seconds=90))
        assert found == TimerStand(1, 120, True)

    @pytest.mark.parametrize(
        ("going", "later"),
        [(True, timedelta(hours=2)), (False, timedelta(days=1)), (True, timedelta(minutes=-5))],
    )
    def test_what_is_long_ago_or_was_never_is_forgotten(self, desk, going, later):
        assert self.stand(desk, TimerStand(1, 30, going), later) is None

    def test_another_stage_has_a_timer_of_its_own(self, desk):
        assert self.stand(desk, TimerStand(1, 30, False), timedelta(0), "lapangan") is None


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("reading", [False, True])
def test_a_small_laptop_has_room_for_clock_and_document_at_any_size_of_text(window, theme, zoom, reading):
    theme.apply("light", zoom)
    window.resize(1093, 614)
    window.screen_.side.timer.toggle()
    window.screen_.header.saved.show_saved(NOON)
    window.screen_.read_receipt()
    if reading:
        window.documents.toggle()
    QTest.qWait(20)
    least = window.minimumSizeHint()
    assert least.width() <= 1093
    assert least.height() <= 614
    assert window.screen_.clock.isVisible()
    criteria = window.sheet._scroll
    assert criteria.widget().minimumSizeHint().width() <= criteria.viewport().width()
