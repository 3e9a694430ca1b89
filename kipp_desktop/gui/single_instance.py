"""One running window program per person: a second start hands its files over and ends.

A lock file says who is first, so that a start loads no network code; the first one listens once its window is
there. Nobody but the same person's programs on the same machine can reach the socket.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from kipp_desktop import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_MESSAGE = 65_536  # bytes; some hundred paths
PATIENCE_S = 5.0
_STEP_MS = 100
_TAKEN = b"ok\n"


class SingleInstance(QObject):
    """The claim to be the first, and what arrives from those who come second."""

    arrived = Signal(list)  # of Path; empty when somebody only started the program again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name()
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only a program that is gone gives its lock away, never a long day
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the first; where no lock can be written, everybody is."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Take files from later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # what a crash left behind
        server.newConnection.connect(self._on_connection)
        server.listen(self._name)
        self._server = server

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give files to the first; False when it does not answer, and one had better open them oneself."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:  # the first may be starting still
            socket.connectToServer(self._name)
            if socket.waitForConnected(_STEP_MS):
                message = json.dumps([str(path.absolute()) for path in files])
                socket.write(message.encode() + b"\n")
                return _answered(socket, until)
            time.sleep(_STEP_MS / 1000)
        return False

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_MESSAGE)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready(self) -> None:
        socket: QLocalSocket = self.sender()  # type: ignore[assignment]
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST_MESSAGE:
                socket.abort()
            return
        files = _files(bytes(socket.readLine().data()))
        socket.write(_TAKEN)
        socket.flush()
        if files is not None:
            self.arrived.emit(files)


def _answered(socket: QLocalSocket, until: float) -> bool:
    while not socket.canReadLine() and time.monotonic() < until:
        if not socket.waitForReadyRead(_STEP_MS) and not socket.isValid():
            break
    return bytes(socket.readLine().data()) == _TAKEN


def _files(message: bytes) -> list[Path] | None:
    """The paths of a message; None for anything that is no list of texts."""
    with suppress(ValueError):
        said = json.loads(message)
        if isinstance(said, list) and all(isinstance(one, str) for one in said):
            return [Path(one) for one in said]
    return None


def _name() -> str:
    """One for each person and each place of settings: a stick is a program of its own."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError):
        who = ""
    digest = hashlib.sha256(f"{who}\n{paths.config_folder()}".encode()).hexdigest()
    return f"kipp-desktop-{digest[:16]}"
