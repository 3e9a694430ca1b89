"""Steps of an organiser's day in the real window, which the journeys share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QTableView

from kipp_desktop.gui.pages.organiser_stages import StagesTab
from tests.gui.organiser_windows import Opened
from tests.journeys.template_events import paper_text

SETUP, SHARE, INTAKE, RANKING, PLENARY, ARCHIVE = range(6)


def setup_tab(opened: Opened, name: str):
    """A tab of Siapkan, in front."""
    opened.window.go_to(SETUP)
    tab = getattr(opened.window.setup, name)
    opened.window.setup.tabs.setCurrentWidget(tab)
    opened.settle()
    return tab


def intake_tab(opened: Opened, name: str):
    """A tab of Terima, in front."""
    opened.window.go_to(INTAKE)
    page = getattr(opened.window.intake, name)
    opened.window.intake.tabs.setCurrentWidget(page)
    return page


def stage_tab(opened: Opened, stage: str) -> StagesTab:
    """The results of a stage."""
    tab = setup_tab(opened, "stages")
    tab.stages.choose(stage)
    return tab


def tick_gate(opened: Opened, stage: str, failing: Mapping[str, str]) -> StagesTab:
    """Everybody passes the organiser's gate but those named, each with a reason; by keys and buttons."""
    tab = stage_tab(opened, stage)
    opened.click(tab.all_pass)
    opened.click(tab.save)
    for reason in dict.fromkeys(failing.values()):
        for entry in (one for one, why in failing.items() if why == reason):
            tab.table.choose(entry)
            press_space(opened, tab.table)
        opened.answer(tab.save, lambda dialog, reason=reason: give_reason(dialog, reason))
    return tab


def press_space(opened: Opened, table: QTableView) -> None:
    """The space bar on a table that has the keys."""
    opened.window.activateWindow()
    opened.qtbot.waitUntil(opened.window.isActiveWindow)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)


def give_reason(dialog: QDialog, reason: str) -> None:
    """Choose a common reason, or write one."""
    if reason in dialog._reasons:
        dialog._choices.button(dialog._reasons.index(reason)).setChecked(True)
        return
    if dialog._reasons:
        dialog._choices.button(len(dialog._reasons)).setChecked(True)
    dialog._words.setPlainText(reason)


def give_decision(dialog: QDialog, reason: str, present: str) -> None:
    """The reason of a decision, and who was there."""
    dialog.reason_field.setPlainText(reason)
    dialog.present_field.setText(present)


def drop(opened: Opened, files: Sequence[Path]) -> None:
    """Drop files on Terima, look at the plan, merge."""
    page = intake_tab(opened, "receive")
    if page._applied:
        opened.click(page.primary)
    page.drop.given.emit(list(files))
    opened.settle()
    assert [one.file for one in page._plan] == list(files)
    opened.click(page.primary)


def close_intake(opened: Opened, reason: str) -> None:
    """Close the intake that is open, from Peringkat."""
    opened.window.go_to(RANKING)
    page = opened.window.ranking
    button = page.close_intake if page.close_intake.isVisible() else page.shut._button
    opened.answer(button, lambda dialog: give_reason(dialog, reason))


def first_print(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> str:
    """Minutes and script in one click; what the minutes say."""
    opened.window.go_to(ARCHIVE)
    tab = opened.window.archive.printing
    opened.click(tab.compose)
    folder = opened.folder / "cetak"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    opened.click(tab.save)
    (minutes,) = folder.glob("berita-acara-*.pdf")
    assert len(list(folder.glob("naskah-*.pdf"))) == 1
    return paper_text(minutes)


def passes(opened: Opened, bundle: Path) -> bool:
    """Whether *Periksa hasil* says PASS of a bundle that is dropped there."""
    archive = opened.window.archive
    opened.window.go_to(ARCHIVE)
    archive.tabs.setCurrentWidget(archive.verify)
    archive.verify.drop.given.emit([bundle])
    opened.settle()
    return archive.verify.verdict.text() == "PASS"
