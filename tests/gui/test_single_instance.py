"""A second start ends and the running window gets its files, shown with two real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from kipp_desktop.app import Program
from kipp_desktop.gui import single_instance
from kipp_desktop.gui.single_instance import LONGEST_MESSAGE, SingleInstance
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20_000

# The real program; each file that its windows are given is written down. It ends by itself.
RUNNING = """
import sys
from pathlib import Path
from kipp_desktop import app
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
note = Path(sys.argv[1])
plain = app.Desktop.arrive
def arrive(self, files):
    plain(self, files)
    note.write_text("\\n".join(map(str, files)) + "\\nend", encoding="utf-8")
    QTimer.singleShot(0, QApplication.quit)
app.Desktop.arrive = arrive
listen = app.SingleInstance.listen
def listening(self):
    listen(self)
    note.with_name("ready").touch()
app.SingleInstance.listen = listening
QTimer.singleShot(60_000, app.sys.exit)
sys.exit(app.main([]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One person's folders, the same for both starts."""
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(tmp_path))
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def wait_for(path: Path) -> None:
    until = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < until, f"{path.name} never came"
        time.sleep(0.05)


def test_the_second_of_two_processes_hands_its_files_to_the_first_and_ends(environment, tmp_path):
    note = tmp_path / "arrived"
    (tmp_path / "lomba bupati 2024.paket").write_text("{}", encoding="utf-8")
    first = subprocess.Popen([sys.executable, "-c", RUNNING, str(note)], cwd=ROOT, env=environment)
    try:
        wait_for(tmp_path / "ready")
        second = subprocess.run(
            [sys.executable, "-m", "kipp_desktop", "lomba bupati 2024.paket"],
            cwd=tmp_path, env=environment, timeout=60, check=False,
        )  # fmt: skip
        assert second.returncode == 0
        wait_for(note)
        assert note.read_text("utf-8").splitlines() == [str(tmp_path / "lomba bupati 2024.paket"), "end"]
        assert first.wait(30) == 0
    finally:
        first.kill()


@pytest.fixture
def first(home, qapp):
    """The running program's side."""
    made = SingleInstance()
    assert made.claim()
    made.listen()
    yield made
    made.close()


def test_nobody_else_is_first_while_the_first_runs(first):
    second = SingleInstance()
    assert not second.claim()
    first.close()
    assert second.claim()
    second.close()


def test_where_the_first_does_not_answer_the_second_opens_its_files_itself(home, monkeypatch):
    monkeypatch.setattr(single_instance, "PATIENCE_S", 0.2)
    first, second = SingleInstance(), SingleInstance()
    assert first.claim()  # but hangs, and listens to nobody
    assert not second.claim()
    assert not second.hand_over([Path("a.paket")])
    first.close()


@pytest.mark.parametrize(
    "message", [b'{"no": "list"}\n', b"[1, 2]\n", b"\xff\xfe\n", b"[" * LONGEST_MESSAGE + b"\n"]
)
def test_a_strange_message_opens_nothing(first, qtbot, message):
    heard = []
    first.arrived.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    qtbot.waitUntil(lambda: socket.state() == socket.LocalSocketState.ConnectedState, timeout=PATIENCE)
    socket.write(message)
    again = QLocalSocket()
    again.connectToServer(first._name)
    again.write(json.dumps(["/media/flashdisk/J-01.nilai"]).encode() + b"\n")
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    assert heard == [[Path("/media/flashdisk/J-01.nilai")]]


def test_a_double_click_on_macos_is_an_event_of_the_application(qapp):
    opened = QFileOpenEvent("/Users/siti/lomba.paket")
    assert opened.type() == QEvent.Type.FileOpen
    heard = []

    class Listening:
        """What `Program.event` needs of a program: a second QApplication can't be made."""

        class file_opened:
            emit = staticmethod(heard.append)

    assert Program.event(Listening(), opened)
    assert heard == [[Path("/Users/siti/lomba.paket")]]
    assert isinstance(QApplication.instance(), QApplication)


def test_files_from_outside_find_the_right_window(home, qapp, qtbot):
    """A juror's own file stays in the juror's window; a master leaves it for the organiser's."""
    from kipp_desktop.app import Desktop
    from kipp_desktop.gui.juror_window import JurorWindow
    from kipp_desktop.gui.organiser_window import OrganiserWindow
    from kipp_desktop.services import exporting, jurors, recents

    issued = juror_desks.issue(home / "panitia")
    folder = recents.desk_folder(issued.competition.id, "J-01")
    desktop = Desktop(qapp)
    desktop.show_desk(jurors.enrol(issued.package, "J-01", juror_desks.code_of(issued, "J-01"), folder))
    siti = desktop.window
    with qtbot.waitSignal(siti.files.received, timeout=PATIENCE) as caught:
        desktop.arrive([issued.package])
    assert caught.args[0].kind == "known"
    juror_desks.give(siti.desk, "01", 80)
    scores = exporting.export(siti.desk, home / "siti.nilai").path
    desktop.arrive([home / "panitia" / "contoh.kipp"])
    qtbot.waitUntil(lambda: isinstance(desktop.window, OrganiserWindow), timeout=PATIENCE)
    organiser = desktop.window
    qtbot.waitUntil(lambda: organiser.office.overview is not None, timeout=PATIENCE)
    desktop.arrive([scores, home / "panitia" / "contoh.kipp"])
    qtbot.waitUntil(lambda: len(organiser.receive._plan) == 1, timeout=PATIENCE)
    assert organiser.receive.isVisible()
    qtbot.waitUntil(lambda: not desktop.around.tasks.busy, timeout=PATIENCE)

    other = juror_desks.issue(home / "kudus")
    desktop.arrive([other.package])
    qtbot.waitUntil(lambda: hasattr(desktop.window, "enrol"), timeout=PATIENCE)
    qtbot.waitUntil(desktop.window.enrol.isVisible, timeout=PATIENCE)
    assert not isinstance(desktop.window, JurorWindow | OrganiserWindow)
    desktop.window.close()
    desktop.close()
