"""The juror's window and the bare table, side by side: value after value, each timed from Enter to paint.

The clock stops at the first paint that shows the new "Tersimpan"; it then fades in.
"""

import gc
import json
import statistics
import sys
import time
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kipp_desktop.app import Desktop
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services.jurors import open_desk
from tests.benchmarks.baseline_painted import Table


class Juror(QObject):
    """The real window: the keys go to a criterion, Enter saves."""

    def __init__(self, window: JurorWindow) -> None:
        super().__init__()
        self._window = window
        self._saved: QWidget = window.screen_.header.saved
        self._saved.installEventFilter(self)
        criteria = list(window.sheet.cards)
        self._places = cycle((entry, one) for entry in window.book.entries for one in criteria)
        self._commits = 0
        self._seen = 0
        self.painted = False
        window.book.saved.connect(self._on_saved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint counts once the value is committed."""
        if event.type() == QEvent.Type.Paint and self._commits > self._seen:
            self.painted = True
        return False

    def begin(self) -> None:
        """Let the keys go to the next criterion."""
        entry, criterion = next(self._places)
        self._window.go(entry)
        self._window.sheet.focus_criterion(criterion)

    def type(self, text: str) -> None:
        """Type, and save nothing yet."""
        QTest.keyClicks(self._window.focusWidget(), text)

    def enter(self) -> None:
        """Save."""
        self.painted, self._seen = False, self._commits
        QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Return)

    def _on_saved(self, when: object) -> None:
        self._commits += 1


def timed(app: QApplication, one: Juror | Table, window: QWidget, text: str) -> float:
    """Seconds from Enter to the paint; a minute without one is a fault of the benchmark."""
    window.activateWindow()
    one.begin()
    for _ in range(5):
        app.processEvents()
    gc.collect()
    one.type(text)  # no event is worked off after it: what is typed would save itself after a pause
    began = time.perf_counter()
    one.enter()
    while not one.painted:
        app.processEvents()
        assert time.perf_counter() - began < 60
    return time.perf_counter() - began


def main(store: Path, presses: int) -> None:
    """Print the p95 of both, in seconds."""
    app = QApplication(sys.argv[:1])
    desktop = Desktop(app)
    desktop.show_desk(open_desk(store))
    window, table = desktop.window, Table(store.parent)
    assert isinstance(window, JurorWindow)
    table.resize(window.size())
    table.show()
    juror = Juror(window)
    times: tuple[list[float], list[float]] = ([], [])
    for press in range(presses + 2):
        text = str(press % 89 + 10)
        for one, shown, taken in ((juror, window, times[0]), (table, table, times[1])):
            taken.append(timed(app, one, shown, text))
    print(json.dumps([statistics.quantiles(taken[2:], n=20)[-1] for taken in times]))
    window.close()
    desktop.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
