"""A column that scrolls where the window is lower than what is in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolled(column: QVBoxLayout, name: str) -> QScrollArea:
    """The column, pushed up, with room for the bar beside it; `name` is what a screen reader says."""
    column.setContentsMargins(0, 0, 8, 0)
    column.addStretch(1)
    contents = QWidget()
    contents.setLayout(column)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(contents)
    area.setAccessibleName(name)
    return area
