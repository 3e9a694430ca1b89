"""A visiting team on the same screen: one shared seat, checklists to tick off, steps of 1–5 to press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import exporting, merging, scoring
from kipp_desktop.services.masters import open_master
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]

ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton


@pytest.fixture
def team(around, home, qtbot, request) -> Iterator[JurorWindow]:
    """The team's window, at the checklist of documents or at the survey."""
    made = JurorWindow(around, juror_desks.team_desk(home / "acara", request.param))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


CHECKLIST = pytest.mark.parametrize("team", ["administrasi"], indirect=True)
SURVEY = pytest.mark.parametrize("team", ["survei"], indirect=True)


def _stored(team: JurorWindow, entry: str = "01") -> tuple[int | None, ...]:
    return scoring.sheet(team.desk, team.book.stage, entry).values


@CHECKLIST
def test_a_checklist_is_ticked_off_by_keys_and_counted_not_summed(team):
    assert "Tim: Tim Survei Lapangan A" in team.screen_.header._subtitle.text()
    for key in ("y", "t"):
        QTest.keyClicks(team.focusWidget(), key)
        QTest.keyClick(team.focusWidget(), ENTER)
    assert _stored(team) == (100, 0, None)
    assert team.sheet.sum.accessibleName() == "Butir terpenuhi 1 / 3, ya 1  ·  tidak 1  ·  belum 1"
    said = [card.input.accessibleName().rpartition(": ")[2] for card in team.sheet.cards.values()]
    assert said == ["Ya", "Tidak", "belum"], "no is not the same as not yet"


@CHECKLIST
def test_what_is_chosen_bears_a_tick_and_nothing_moves_for_it(team):
    field = next(iter(team.sheet.cards.values())).input
    yes, no = field._buttons.values()
    before = [button.width() for button in (yes, no)]
    QTest.mouseClick(yes, LEFT)
    QTest.qWait(10)
    assert (yes.text(), no.text()) == ("✓ Ya", "Tidak")
    assert [button.width() for button in (yes, no)] == before
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert (yes.text(), _stored(team)[0]) == ("Ya", None)


@SURVEY
def test_steps_of_one_to_five_are_pressed_or_typed(team):
    card = list(team.sheet.cards.values())[1]
    assert [button.text() for button in card.input._buttons.values()] == ["1", "2", "3", "4", "5"]
    QTest.mouseClick(card.input._buttons[400], LEFT)
    assert _stored(team)[1] == 400
    QTest.keyClicks(card.input, "5")
    assert _stored(team)[1] == 500
    QTest.keyClick(card.input, Qt.Key.Key_Left)
    assert _stored(team)[1] == 400
    QTest.keyClicks(card.input, "7")
    assert _stored(team)[1] == 400, "there is no such step"


@SURVEY
def test_a_long_question_is_read_whole_however_large_the_text(team, theme):
    theme.apply("light", 200)
    team.resize(1093, 614)
    QTest.qWait(50)
    for card in team.sheet.cards.values():
        name = card._name
        assert name.text() == card.criterion.name.id
        assert name.height() >= name.heightForWidth(name.width())


@CHECKLIST
def test_the_teams_sheet_reaches_the_organiser_as_that_of_one_seat(team, home):
    for criterion in team.book.sheet("01").rubric.criterion:
        scoring.enter_score(team.desk, team.book.stage, "01", criterion.id, 100)
    scoring.lock(team.desk, team.book.stage, "01")
    path = exporting.export(team.desk, home / "tim.nilai").path
    master = open_master(home / "acara" / "contoh.kipp")
    assert [one.outcome for one in merging.apply(master, [path])] == ["accepted"]
    master.close()
