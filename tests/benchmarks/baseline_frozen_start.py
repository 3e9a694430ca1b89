"""Baseline: a bare PySide6 window, frozen by PyInstaller as it comes."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("KIPP Desktop"))
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
