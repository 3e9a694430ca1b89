"""Fixtures of the organiser's tests: an issued event with score files, opened in the real window."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from kipp_desktop.exchange import activation
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.services import exporting, masters, scoring
from kipp_desktop.services.masters import Master
from tests.gui import organiser_event

LAPTOP_TWO = "Hj. Nur Aini (laptop 2).nilai"


@dataclass
class Opened:
    """The window on a copy of an event that the test may do with as it likes."""

    window: OrganiserWindow
    master: Master
    folder: Path
    qtbot: object

    @property
    def files(self) -> list[Path]:
        """The score file of every juror, without the second laptop."""
        return sorted(path for path in self.folder.glob("J-*.nilai"))

    @property
    def second(self) -> Path:
        """What the second laptop of J-03 exported."""
        return self.folder / LAPTOP_TWO

    def settle(self) -> None:
        """Wait until the worker has nothing left and the pages show it."""
        office = self.window.office
        self.qtbot.waitUntil(lambda: not (office.busy or office.tasks.busy or office.drawing), timeout=20_000)

    def click(self, button) -> None:
        """Press a button as people do, and wait."""
        assert button.isVisible() and button.isEnabled(), button.text()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, button, fill: Callable[[QDialog], None]) -> None:
        """Press a button that asks something, fill the dialog in, and confirm it where that is possible."""
        seen: list[str] = []
        wrong: list[Exception] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
                return
            seen.append(dialog.windowTitle())
            try:
                fill(dialog)
            except Exception as error:  # a dialog that stays open is waited for without end
                wrong.append(error)
            confirm = getattr(dialog, "confirm", None) or dialog._confirm
            if confirm.isEnabled() and not wrong:
                confirm.click()
            else:
                dialog.reject()

        QTimer.singleShot(20, look)
        self.click(button)
        if wrong:
            raise wrong[0]
        assert seen

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        self.settle()
        return next(one for one in self.window.findChildren(QDialog) if one.isVisible())

    def judged(self, dialog) -> None:
        """Wait until a list was looked through."""
        self.qtbot.waitUntil(lambda: dialog.book.plan is not None, timeout=20_000)
        self.settle()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders by name: `new` set up only, `issued` with five jurors' files. Read-only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(activation, "COST", activation.KdfCost(8, 1, 1))
        new = organiser_event.set_up(tmp_path_factory.mktemp("new"))
        new.master.close()
        event = organiser_event.set_up(tmp_path_factory.mktemp("issued"))
        organiser_event.choose_finalists(event)
        organiser_event.issue(event)
        _export(event)
        event.master.close()
    return {"new": new.folder, "issued": event.folder}


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes that cost nothing to open."""
    monkeypatch.setattr(activation, "COST", activation.KdfCost(8, 1, 1))


@pytest.fixture
def open_event(prepared, theme, languages, qtbot, tmp_path, cheap) -> Iterator[Callable[[str], Opened]]:
    """Open a copy of a prepared event in the organiser's window."""
    opened: list[Opened] = []

    def open_(name: str) -> Opened:
        folder = tmp_path / name
        shutil.copytree(prepared[name], folder)
        master = masters.open_master(folder / "contoh.kipp")
        window = OrganiserWindow(master, theme, languages, Tasks())
        qtbot.addWidget(window)
        window.show()
        found = Opened(window, master, folder, qtbot)
        opened.append(found)
        found.settle()
        return found

    yield open_
    for one in opened:
        one.window.close()
        one.window.office.tasks.close()
        one.master.close()


def _export(event: organiser_event.Event) -> None:
    """Two jurors complete, one abstained once, one left one out, one half-way; a second laptop of J-03."""
    scores = random.Random(7)
    event.file("J-01", scores)
    event.file("J-02", scores, abstain="05")
    event.file("J-03", scores, leave=["20"])
    event.file("J-04", scores)
    desk = event.desk("J-05")
    for entry in ("01", "02", "03", "04", "05"):
        organiser_event.score(desk, entry, scores)
    for criterion in desk.rubric("final", "08").criterion[:3]:
        scoring.enter_score(desk, "final", "08", criterion.id, 8000)
    exporting.export(desk, event.folder / "J-05.nilai")
    desk.close()
    other = event.desk("J-03", "b")
    organiser_event.score(other, "04", random.Random(99))
    exporting.export(other, event.folder / LAPTOP_TWO)
    other.close()
