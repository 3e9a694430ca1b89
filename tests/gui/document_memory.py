"""Run by its test: a juror reads 300 pages from end to end. Prints how many MB that added to the window.

Beside the sheet, with the whole width, enlarged and with a search, as a whole day of reading would.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kipp_desktop import paths
from kipp_desktop.app import Desktop
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.services import jurors

_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_mb() -> float:
    """What the process has in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1024**2


def main(desk: str) -> None:
    """Open the window, look, read, look again."""
    app = QApplication([])
    desktop = Desktop(app)
    desktop.show_desk(jurors.open_desk(Path(desk)))
    window = desktop.window
    assert isinstance(window, JurorWindow)
    window.resize(1366, 768)
    window.go_to("03")
    spin(app, 0.5)
    before = most = resident_mb()
    window.documents.toggle()
    pane = window.documents.pane
    assert pane is not None
    while not pane.readable:
        spin(app, 0.01)
    for zoom, full in ((0.0, False), (0.0, True), (4.0, False)):
        if full != window.screen_.full:
            window.documents.toggle_full()
        if zoom:
            pane.pages.set_zoom(zoom)
        for page in range(0, pane.bar.page_box.maximum(), 5):
            pane.pages.go_to(page)
            spin(app, 0.02)
            most = max(most, resident_mb())
    pane.search.begin(0)
    pane.search.text.setText("posyandu")
    pane.search._find()
    while pane.search.hits.busy:
        spin(app, 0.01)
    most = max(most, resident_mb())
    print(
        f"{pane.bar.page_box.maximum()} {pane.search.hits.count} {before:.1f} {most - before:.1f}", flush=True
    )
    window.close()
    desktop.close()


def spin(app: QApplication, seconds: float) -> None:
    """Let the window work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    home = Path(sys.argv[2])
    for name in ("data_folder", "config_folder", "log_folder"):
        setattr(paths, name, lambda name=name: home / name)
    main(sys.argv[1])
