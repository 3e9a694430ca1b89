"""The log tab: every event in words, found by type, juror, entry or word, shown as it stands in the chain."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kipp_desktop.gui.models import event_log
from kipp_desktop.gui.models.event_log import Wish
from kipp_desktop.gui.widgets.rows import CELL_ROLE
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import deciding, merging
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def log(open_event):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files)
    deciding.recuse(opened.master, "J-02", "05", "Satu instansi dengan inovator")
    opened.window.go_to(5)
    opened.window.archive.tabs.setCurrentWidget(opened.window.archive.log)
    opened.window.office.refresh(opened.window.archive.notice)
    opened.settle()
    return opened


def shown(opened):
    return [line.type for line in opened.window.archive.log._shown]


def choose(choice, data):
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def test_the_newest_event_stands_first_and_all_are_there(log):
    tab = log.window.archive.log
    assert shown(log)[0] == "recused" and shown(log)[-1] == "created"
    assert tab.table.rows.rowCount() == len(log.window.office.overview.events)
    assert "Satu instansi" in tab.table.rows.index(0, 3).data()


def test_filters_and_search_go_together(log, qtbot):
    tab = log.window.archive.log
    choose(tab.juror, "J-02")
    assert set(shown(log)) == {"recused", "score_accepted"}
    choose(tab.entry, "05")
    assert shown(log) == ["recused"]
    choose(tab.juror, None)
    choose(tab.entry, None)
    choose(tab.kind, "score_accepted")
    assert set(shown(log)) == {"score_accepted"}
    choose(tab.kind, None)
    tab.search.setText("INSTANSI satu")
    qtbot.waitUntil(lambda: shown(log) == ["recused"])
    assert tab.count.text().startswith("1 dari")


def test_an_event_is_shown_as_it_stands_in_the_chain(log):
    tab = log.window.archive.log
    tab.table.choose(tab._shown[0].seq)
    log.settle()
    body = json.loads(tab.body.toPlainText())
    assert (body["type"], body["data"]["juror"]) == ("recused", "J-02")
    assert tab._shown[0].hash in tab.hash.text()


def test_what_is_shown_can_be_exported(log):
    tab = log.window.archive.log
    choose(tab.kind, "recused")
    tab.write(log.folder / "catatan.csv")
    log.settle()
    text = (log.folder / "catatan.csv").read_text("utf-8-sig")
    assert text.count("\r\n") == 2 or text.count("\n") == 2
    assert "Satu instansi" in text


def test_the_log_grows_in_sight_and_speaks_the_other_language(log, languages, qtbot):
    tab = log.window.archive.log
    deciding.take_out(log.master, "08", "withdrawn", "Mundur")
    log.window.office.refresh(log.window.archive.notice)
    log.settle()
    assert shown(log)[0] == "entry_withdrawn"
    languages.use("en")
    qtbot.waitUntil(lambda: "withdrew" in tab.table.rows.index(0, 2).data(), timeout=20_000)
    log.settle()


def test_a_decision_that_holds_no_more_is_marked_by_shape_and_word(log):
    master, tab = log.master, log.window.archive.log
    deciding.finalise(master, "Pleno sepakat")
    deciding.unfinalise(master, "Ada berkas tertinggal")
    log.window.office.refresh(log.window.archive.notice)
    log.settle()
    assert shown(log)[:2] == ["unfinalised", "finalised"]
    taken_back, in_force = tab.table.rows.index(1, 2), tab.table.rows.index(0, 2)
    assert taken_back.data().startswith("Dibatalkan: ")
    assert (taken_back.data(CELL_ROLE).state, in_force.data(CELL_ROLE).state) == (State.LAPSED, None)
    tab.table.choose(tab._shown[1].seq)
    assert tab.told.text().startswith("Dibatalkan: ")


def test_fifty_thousand_events_make_only_the_rows_that_are_seen(log, monkeypatch):
    tab, made = log.window.archive.log, []
    row_of = event_log._row
    monkeypatch.setattr(event_log, "_row", lambda line, *how: made.append(line.seq) or row_of(line, *how))
    one = tab._shown[0]
    tab._on_lines([replace(one, seq=seq, what=f"Peristiwa {seq}") for seq in range(1, 50_001)])
    tab.table.repaint()
    tab.table.scrollToBottom()
    tab.table.repaint()
    assert tab.table.rows.rowCount() == 50_000
    assert 0 < len(set(made)) < 500
    assert len(Wish(words="peristiwa 49999").of(tab._lines)) == 1
