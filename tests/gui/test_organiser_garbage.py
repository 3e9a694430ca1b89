"""What lies in a cycle is never taken apart on the worker."""

import gc
import threading

from kipp_desktop.gui.garbage import UiGarbage
from kipp_desktop.gui.tasks import Tasks


class Cycle:
    """Remembers the thread that takes it apart."""

    def __init__(self, seen):
        self.me, self.seen = self, seen

    def __del__(self):
        self.seen.append(threading.current_thread())


def test_the_worker_takes_no_windows_apart(qtbot):
    tasks, seen, done = Tasks(), [], []

    def job(progress):
        for _ in range(50):
            Cycle(seen)
            [[] for _ in range(5000)]  # enough to set the automatic collector off

    tasks.run(job, done.append, done.append, "")
    qtbot.waitUntil(lambda: bool(done))
    assert done == [None] and seen == []
    gc.collect()
    assert set(seen) == {threading.current_thread()}
    tasks.close()


def test_garbage_is_collected_in_time(qapp):
    seen = []
    garbage = UiGarbage()
    gc.collect()
    for _ in range(1000):
        Cycle(seen)
    garbage.collect()
    assert len(seen) == 1000
