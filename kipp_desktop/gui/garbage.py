"""Python's garbage is collected on the UI thread only.

Windows and dialogs lie in reference cycles, and the collector runs in whichever thread happens to allocate:
on the worker it would take Qt's objects apart there, which ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class UiGarbage(QObject):
    """Switches the automatic collector off for good, and collects by a timer as often as it would have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [at for at in range(3) if counts[at] > thresholds[at] > 0]
        if due:
            gc.collect(due[-1])
