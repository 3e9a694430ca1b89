"""Long jobs run elsewhere and answer here."""

import threading
import time

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtTest import QSignalSpy

from kipp_desktop.gui.tasks import Cancelled, Tasks
from kipp_desktop.gui.widgets.task_strip import TaskStrip


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


class Page(QObject):
    """Takes answers and remembers on which thread they came."""

    def __init__(self):
        super().__init__()
        self.results, self.errors, self.cancelled, self.threads = [], [], 0, []

    def done(self, result):
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def failed(self, error):
        self.errors.append(error)
        self.threads.append(QThread.currentThread())

    def stopped(self):
        self.cancelled += 1


def test_the_result_arrives_on_the_ui_thread(tasks, qtbot, qapp):
    page, worked_on = Page(), []

    def job(progress):
        worked_on.append(threading.current_thread())
        return 42

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Menghitung")
    assert page.results == [42]
    assert page.threads == [qapp.thread()]
    assert worked_on[0] is not threading.main_thread()


def test_an_error_arrives_as_it_was_raised(tasks, qtbot):
    page, error = Page(), OSError("disk penuh")

    def job(progress):
        raise error

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Menulis")
    assert page.errors == [error]
    assert page.results == []


def test_progress_is_told_in_order_and_ends_at_the_total(tasks, qtbot):
    page, told = Page(), QSignalSpy(tasks.progressed)

    def job(progress):
        for at in range(1, 5):
            time.sleep(0.06)
            progress.step(at, 4, f"berkas {at}")

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Memeriksa")
    assert [told.at(at) for at in range(told.count())] == [[at, 4, f"berkas {at}"] for at in range(1, 5)]


def test_many_steps_do_not_flood_the_window(tasks, qtbot):
    page, told = Page(), QSignalSpy(tasks.progressed)

    def job(progress):
        for at in range(1, 20_001):
            progress.step(at, 20_000)

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Menghitung")
    assert told.count() < 200
    assert told.at(told.count() - 1) == [20_000, 20_000, "Menghitung"]


def test_cancelling_stops_at_the_next_step_and_is_no_error(tasks, qtbot):
    page, running = Page(), threading.Event()

    def job(progress):
        running.set()
        for at in range(10_000):
            time.sleep(0.002)
            progress.step(at, 10_000)

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Lama", page.stopped)
        assert running.wait(2)
        tasks.cancel()
    assert (page.results, page.errors, page.cancelled) == ([], [], 1)


def test_a_job_can_look_whether_to_stop_and_tidy_up(tasks, qtbot):
    page, running, tidied = Page(), threading.Event(), []

    def job(progress):
        running.set()
        while not progress.cancelled:
            time.sleep(0.002)
        tidied.append(True)
        raise Cancelled

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Lama", page.stopped)
        assert running.wait(2)
        tasks.cancel()
    assert tidied == [True]
    assert page.cancelled == 1


def test_jobs_run_one_after_another_in_order(tasks, qtbot):
    page, together, most = Page(), [], []

    def job(number):
        def work(progress):
            together.append(number)
            most.append(len(together))
            time.sleep(0.01)
            together.remove(number)
            return number

        return work

    with qtbot.waitSignal(tasks.idle):
        for number in range(5):
            tasks.run(job(number), page.done, page.failed, "Antre")
    assert page.results == [0, 1, 2, 3, 4]
    assert max(most) == 1


def test_a_waiting_job_that_is_cancelled_never_begins(tasks, qtbot):
    page, go, began = Page(), threading.Event(), []

    def first(progress):
        go.wait(2)

    def second(progress):
        began.append(True)

    with qtbot.waitSignal(tasks.idle):
        tasks.run(first, page.done, page.failed, "Satu")
        tasks.run(second, page.done, page.failed, "Dua", page.stopped).cancel()
        go.set()
    assert began == []
    assert page.cancelled == 1


def test_no_answer_reaches_a_page_that_is_gone(tasks, qtbot):
    import shiboken6

    page, go = Page(), threading.Event()

    def job(progress):
        go.wait(2)

    with qtbot.waitSignal(tasks.idle):
        tasks.run(job, page.done, page.failed, "Lama")
        shiboken6.delete(page)
        go.set()
    assert page.results == []


def test_closing_stops_the_job_and_calls_nobody(qapp, qtbot):
    tasks, page, running = Tasks(), Page(), threading.Event()

    def job(progress):
        running.set()
        while True:
            time.sleep(0.002)
            progress.stop_if_cancelled()

    tasks.run(job, page.done, page.failed, "Lama", page.stopped)
    assert running.wait(2)
    tasks.close()
    qtbot.wait(20)
    assert (page.results, page.errors, page.cancelled) == ([], [], 0)
    with pytest.raises(RuntimeError):
        tasks.run(job, page.done, page.failed, "Lagi")


def test_an_answer_that_starts_another_job_keeps_the_worker_busy(tasks, qtbot):
    page = Page()

    def again(result):
        tasks.run(lambda progress: result + 1, page.done, page.failed, "Kedua")

    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda progress: 1, again, page.failed, "Pertama")
    assert page.results == [2]
    assert not tasks.busy


def test_the_strip_shows_a_long_job_and_its_button_stops_it(theme, tasks, qtbot):
    page = Page()
    strip = TaskStrip(theme, tasks)
    qtbot.addWidget(strip)

    def job(progress):
        at = 0
        while True:
            time.sleep(0.01)
            at += 1
            progress.step(at, 1000, "Memeriksa tanda tangan")

    tasks.run(job, page.done, page.failed, "Menggabungkan", page.stopped)
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible, timeout=3000)
    with qtbot.waitSignal(tasks.idle):
        strip._cancel.click()
    assert page.cancelled == 1
    assert strip.isHidden()


def test_the_strip_does_not_blink_for_a_short_job(theme, tasks, qtbot):
    page = Page()
    strip = TaskStrip(theme, tasks)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda progress: None, page.done, page.failed, "Sebentar")
    qtbot.wait(350)
    assert strip.isHidden()
