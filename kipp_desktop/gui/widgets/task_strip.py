"""A strip that says what the worker does, how far it is, and lets one stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.gui.widgets.thin_bar import ThinBar

_PATIENCE = 300  # milliseconds; what is quicker than that needs no strip


class TaskStrip(QFrame):
    """Hidden while nothing runs, and for jobs that are over at once."""

    def __init__(self, theme: Theme, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setProperty("bar", "bottom")
        self._what = ElidedText("", "second")
        self._count = Text("", "second", "soft")
        self._bar = ThinBar(theme, "")
        self._cancel = Button("", "secondary")
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._what, 2)
        row.addWidget(self._bar, 3)
        row.addWidget(self._count)
        row.addWidget(self._cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self.show)
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progressed)
        tasks.idle.connect(self._on_idle)
        self._retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say the button in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._cancel.setText(translate("TaskStrip", "Batalkan"))
        self._bar.setAccessibleName(translate("TaskStrip", "Kemajuan"))

    def _on_started(self, what: str) -> None:
        self._what.setText(what)
        self._count.setText("")
        self._bar.set_share(0, 1)
        self._cancel.setEnabled(True)
        if self.isHidden():
            self._wait.start()

    def _on_progressed(self, done: int, total: int, what: str) -> None:
        if self._cancel.isEnabled():  # else it says that it is stopping
            self._what.setText(what)
        self._bar.set_share(done, total)
        counted = translate("TaskStrip", "{done} dari {total}").format(done=done, total=total)
        self._count.setText(counted if total else "")

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._what.setText(translate("TaskStrip", "Menghentikan …"))
        self._tasks.cancel()

    def _on_idle(self) -> None:
        self._wait.stop()
        self.hide()
