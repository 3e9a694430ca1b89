"""Baseline: a bare PySide6 window with a SQLAlchemy connection, from nothing to the first paint."""

import os
import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from sqlalchemy import create_engine, text


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        os._exit(0)


app = QApplication(sys.argv[:1])
with create_engine("sqlite://").connect() as connection:
    label = QLabel(str(connection.execute(text("SELECT 1")).scalar()))
window = Window()
window.setCentralWidget(label)
window.resize(1366, 768)
window.show()
app.exec()
