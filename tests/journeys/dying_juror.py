"""A juror's window in a process of its own that is killed while a value is being typed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import kipp_desktop.gui  # noqa: F401 - first of all: it keeps None alive under Python 3.11
from kipp_desktop.app import Desktop
from kipp_desktop.services import jurors


def main(folder: Path) -> None:
    """Score, write, half type a value, and be gone without a word."""
    desktop = Desktop(QApplication([]))
    desktop.show_desk(jurors.open_desk(folder))
    window = desktop.window
    window.activateWindow()
    QTest.qWait(50)
    window.go_to("04")
    for text in ("81", "72"):
        QTest.keyClicks(window.focusWidget(), text)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    box = window.sheet.comments.boxes["private"]
    box.setFocus()
    QTest.keyClicks(box, "tanya ulang biaya per tahun")
    window.sheet.focus_criterion("replikasi")
    QTest.qWait(1000)  # longer than the place takes to be noted
    QTest.keyClicks(window.focusWidget(), "9")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
