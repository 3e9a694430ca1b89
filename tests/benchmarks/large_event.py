"""`python -m tests.benchmarks.large_event [ENTRIES JURORS]`: how long the organiser's window holds still.

A national event is set up, its proposals shared out; every page is opened. Printed for each: the longest time
that the thread of the window was kept from its next event, and when the worker was quiet again.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kipp_desktop.gui.languages import Languages  # noqa: I001 - the package before Qt
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kipp_desktop import paths
from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.services import assigning, deciding, masters, setting_up
from kipp_desktop.services.assigning import Wish
from kipp_desktop.services.deciding import GateLine

CATEGORIES = ("Kesehatan", "Pendidikan", "Ketahanan pangan", "Inklusi sosial")
GROUPS = ("umum", "replikasi", "khusus")


def set_up(path: Path, entries: int, jurors: int) -> None:
    """A master whose proposals passed the gate and are shared out among pairs of evaluators."""
    master = setting_up.new_master(path, "nasional")
    setting_up.put_entries(master, [_entry(number) for number in range(1, entries + 1)])
    seats = [
        Juror(f"E-{number:03d}", f"Prof. Dr. Evaluator ke-{number}", institution="U", panel="evaluator")
        for number in range(1, jurors + 1)
    ]
    setting_up.put_jurors(master, [*seats, Juror("J-01", "Ketua Panel")])
    lines = [GateLine(f"{number:04d}", None, 100) for number in range(1, entries + 1)]
    deciding.enter_gate(master, "administrasi", lines)
    deciding.advance(master, "administrasi")
    assigning.write(master, assigning.propose(master, Wish("proposal", "teams", each=2, seed="1")))
    master.close()


def _entry(number: int) -> Entry:
    title = f"Inovasi {number} – Pelayanan Terpadu bagi Warga Lereng dan Desa Terpencil"
    place = f"Dinas Pelayanan Kabupaten Contoh {number % 38}"
    kind, group = CATEGORIES[number % 4], GROUPS[number % 3]
    return Entry(f"{number:04d}", title, place, "Perangkat Daerah", kind, group, "2021-01-10")


class Watch:
    """Beats as often as the window lets it; the longest pause between two beats is the block."""

    def __init__(self, window: OrganiserWindow) -> None:
        self._window = window
        self._last = self._longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def of(self, act: Callable[[], object]) -> tuple[float, float]:
        """Longest block and time until quiet, in seconds."""
        QTest.qWait(20)
        start = self._last = time.perf_counter()
        self._longest = 0.0
        act()
        office = self._window.office
        QTest.qWait(20)
        while office.overview is None or office.busy or office.tasks.busy:
            QTest.qWait(5)
        self._beat()
        return self._longest, time.perf_counter() - start

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


def measure(folder: Path, entries: int, jurors: int) -> dict[str, tuple[float, float]]:
    """Act → longest block, time until quiet."""
    set_up(folder / "besar.kipp", entries, jurors)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, paths.resources())
    theme.apply("light", 100)
    languages = Languages(app, paths.resources() / "i18n")
    languages.use("id")
    master = masters.open_master(folder / "besar.kipp")
    window = OrganiserWindow(master, theme, languages, Tasks())
    window.show()
    watch = Watch(window)
    found = {"first reading": watch.of(lambda: None)}
    tabs = window.setup.tabs
    for at in range(tabs.count()):
        found[tabs.tabText(at)] = watch.of(lambda at=at: tabs.setCurrentIndex(at))
    for step in range(1, len(window.pages)):
        found[f"step {step + 1}"] = watch.of(lambda step=step: window.go_to(step))
    window.go_to(0)
    found["reading again"] = watch.of(lambda: window.office.refresh(window.setup.notice))
    window.close()
    window.office.tasks.close()
    master.close()
    return found


def main(arguments: list[str]) -> int:
    """Measure and print; nothing fails because it is slow."""
    entries, jurors = (int(one) for one in (*arguments, "3500", "300")[:2])
    with tempfile.TemporaryDirectory() as folder:
        for what, (block, quiet) in measure(Path(folder), entries, jurors).items():
            print(f"{what:28} longest block {block * 1000:6.0f} ms, quiet after {quiet:5.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
