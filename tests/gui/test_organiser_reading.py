"""A backup that is looked at: whatever would write is off and says why, whatever only reads works."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtGui import QGuiApplication

from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.file_drop import FileDropArea
from kipp_desktop.services import deciding, masters, merging, safekeeping
from tests.gui.organiser_windows import cheap, prepared  # noqa: F401


@pytest.fixture
def looked_at(prepared, theme, languages, qtbot, tmp_path, cheap):  # noqa: F811
    folder = tmp_path / "acara"
    shutil.copytree(prepared["issued"], folder)
    path = folder / "contoh.kipp"
    master = masters.open_master(path)
    merging.apply(master, sorted(folder.glob("J-*.nilai")))
    deciding.close_intake(master, "final", "Batas waktu sudah lewat")
    safekeeping.back_up(master, safekeeping.ASKED_FOR)
    master.close()
    copy = safekeeping.open_newest(path)
    window = OrganiserWindow(copy, theme, languages, Tasks())
    qtbot.addWidget(window)
    window.show()
    office = window.office
    qtbot.waitUntil(
        lambda: office.overview is not None and not (office.tasks.busy or office.drawing), timeout=20_000
    )
    yield window
    window.close()
    window.office.tasks.close()
    copy.close()


def test_nothing_that_writes_can_be_pressed(looked_at):
    window = looked_at
    receive, ranking = window.receive, window.ranking
    reading = (
        receive.part.remind,
        receive.plan.ask,
        receive.plan.unwatch,
        ranking.to_plenary,
        ranking.changed,
    )
    allowed = {button.text() for button in reading}
    for page in (window.setup, window.share, window.intake, window.ranking, window.decisions):
        works = [one.text() for one in page.findChildren(Button) if one.isEnabled() and one.text()]
        assert all(text in allowed for text in works), (type(page).__name__, works)
        assert not any(drop.isEnabled() for drop in page.findChildren(FileDropArea))
    assert "hanya dibaca" in window.plenary.primary.toolTip()
    assert not window.archive.printing.compose.isEnabled()


def test_nothing_wakes_up_again_when_a_row_is_chosen(looked_at):
    page = looked_at.plenary
    looked_at.go_to(4)
    page.gaps.choose(0)
    assert page.gap() is not None and not page.settle.isEnabled()


def test_what_only_reads_works(looked_at, qtbot):
    looked_at.go_to(2)
    looked_at.receive.part.remind.click()
    assert "Maya Lestari" in QGuiApplication.clipboard().text()
    looked_at.go_to(5)
    looked_at.archive.tabs.setCurrentWidget(looked_at.archive.log)
    qtbot.waitUntil(looked_at.archive.log.export.isEnabled, timeout=20_000)
    looked_at.go_to(3)
    page = looked_at.ranking
    page.table.choose(page.ranking().rows[0].entry)
    qtbot.waitUntil(lambda: any(one.rows.rowCount() == 5 for one in page.why.tables), timeout=20_000)
