"""Long jobs on one worker, with progress, cancelling, and every answer on the UI thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from kipp_desktop.gui.garbage import UiGarbage

T = TypeVar("T")
_REPORT_EVERY = 0.05  # seconds; a job may step ten thousand times without flooding the window


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The person stopped the job. Raised by `Progress.step` and `Progress.stop_if_cancelled`."""


class Progress:
    """What a job is given: it says how far it is and learns whether to stop. Used on the worker only."""

    def __init__(self, report: Callable[[int, int, str], None], stop: threading.Event) -> None:
        self._report = report
        self._stop = stop
        self._told = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()

    def stop_if_cancelled(self) -> None:
        """Raise Cancelled if the person asked to stop; call where stopping is safe."""
        if self.cancelled:
            raise Cancelled

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` parts were gone through (total 0: unknown), or raise Cancelled."""
        self.stop_if_cancelled()
        now = time.monotonic()
        if done >= total or now - self._told >= _REPORT_EVERY:
            self._told = now
            self._report(done, total, what)


@dataclass(eq=False)
class Task:
    """One job that was handed in; keep it only to cancel it."""

    what: str
    stop: threading.Event
    on_done: Callable[[Any], None]
    on_failed: Callable[[Exception], None]
    on_cancelled: Callable[[], None] | None
    future: Future[Any] | None = None

    def cancel(self) -> None:
        """Ask the job to stop at its next step; one that has not begun never begins."""
        self.stop.set()


class Tasks(QObject):
    """The worker of the program. Belongs to the UI thread; jobs run one after another, never two at once."""

    started = Signal(str)  # what is being done
    progressed = Signal(int, int, str)  # done, total, what
    idle = Signal()  # nothing runs and nothing waits

    _begun = Signal(object)
    _stepped = Signal(object, int, int, str)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = UiGarbage(self)  # where there is a worker, it must not take windows apart
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._waiting: list[Task] = []
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._begun.connect(self._on_begun, queued)
        self._stepped.connect(self._on_stepped, queued)
        self._ended.connect(self._on_ended, queued)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._waiting)

    def run(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
        what: str,
        on_cancelled: Callable[[], None] | None = None,
    ) -> Task:
        """Run `function` on the worker after those already waiting; one of the three answers is called.

        Answers arrive on the UI thread, and not at all if they are methods of a widget that is gone.
        `function` must not touch a widget. Raises RuntimeError after `close`.
        """
        if self._closed:
            raise RuntimeError("the worker is closed")
        task = Task(what, threading.Event(), on_done, on_failed, on_cancelled)
        self._waiting.append(task)
        task.future = self._worker.submit(self._work, task, function)
        return task

    def cancel(self) -> None:
        """Ask the job that runs now to stop; those behind it still run."""
        if self._waiting:
            self._waiting[0].cancel()

    def close(self) -> None:
        """Stop everything and wait for the running job's next step; no answer is called any more."""
        self._closed = True
        for task in self._waiting:
            task.cancel()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    def _work(self, task: Task, function: Callable[[Progress], T]) -> T:
        """Run on the worker. Signals are sent here; the slots behind them run on the UI thread."""
        try:
            if task.stop.is_set():
                raise Cancelled
            self._begun.emit(task)

            def report(done: int, total: int, what: str) -> None:
                self._stepped.emit(task, done, total, what)

            return function(Progress(report, task.stop))
        finally:
            self._ended.emit(task)

    def _on_begun(self, task: Task) -> None:
        if task in self._waiting:
            self.started.emit(task.what)

    def _on_stepped(self, task: Task, done: int, total: int, what: str) -> None:
        if task in self._waiting:
            self.progressed.emit(done, total, what or task.what)

    def _on_ended(self, task: Task) -> None:
        if task not in self._waiting:  # closed meanwhile
            return
        self._waiting.remove(task)
        try:
            _answer(task)
        finally:
            if not self._waiting:
                self.idle.emit()


def _answer(task: Task) -> None:
    """Call the one answer that fits how the job ended."""
    assert task.future is not None
    try:
        result = task.future.result()
    except (Cancelled, CancelledError):
        if task.on_cancelled is not None and _alive(task.on_cancelled):
            task.on_cancelled()
    except Exception as error:
        if _alive(task.on_failed):
            task.on_failed(error)
    else:
        if _alive(task.on_done):
            task.on_done(result)


def _alive(answer: Callable[..., None]) -> bool:
    """Whether the object behind a bound method still exists on the C++ side."""
    owner = getattr(answer, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
