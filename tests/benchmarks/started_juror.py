"""The program itself: a juror's store opened in the juror's window, from nothing to the first paint."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kipp_desktop.app import Desktop
from kipp_desktop.services.jurors import open_desk


class FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            watched.event(event)
            os._exit(0)
        return False


app = QApplication(sys.argv[:1])
desktop = Desktop(app)
desktop.show_desk(open_desk(Path(sys.argv[1])))
assert desktop.window is not None
first = FirstPaint()
desktop.window.installEventFilter(first)
app.exec()
