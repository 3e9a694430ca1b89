"""Looking after a folder or stick: files that are new and whole are told, each once for what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_LOOK_EVERY_MS = 1_000  # sticks and shares don't always say that something has changed

_Look = tuple[int, int]  # size, time of the last change in nanoseconds


class FolderWatch(QObject):
    """Watches the files of some suffixes in one folder, not those below it. It never opens them."""

    arrived = Signal(list)  # of Path; whole since the look before
    here = Signal(bool)  # whether the folder can be reached; a stick may be pulled and put back

    def __init__(self, suffixes: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suffixes = tuple(suffixes)
        self._folder: Path | None = None
        self._here = False
        self._before: dict[Path, _Look] = {}
        self._told: dict[Path, _Look] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """What is watched."""
        return self._folder

    @property
    def is_here(self) -> bool:
        """Whether it could be reached at the last look."""
        return self._here

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, what lies in it already included; None ends it."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._folder, self._here, self._before, self._told = folder, folder is not None, {}, {}
        if folder is None:
            self._timer.stop()
            return
        self._watcher.addPath(str(folder))
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look now: a file that is as it was at the look before is whole."""
        found = self._found()
        if self._folder is None:
            return
        if self._here != (found is not None):
            self._here = found is not None
            self.here.emit(self._here)
            if self._here:
                self._watcher.addPath(str(self._folder))
        present = found or {}
        whole = [
            path
            for path, look in present.items()
            if self._before.get(path) == look and self._told.get(path) != look
        ]
        self._before = present
        self._told |= {path: present[path] for path in whole}
        if whole:
            self.arrived.emit(whole)

    def _found(self) -> dict[Path, _Look] | None:
        """The files there, or None where the folder can't be reached."""
        if self._folder is None:
            return None
        try:
            named = [path for path in self._folder.iterdir() if path.suffix.lower() in self._suffixes]
            looks = {path: path.stat() for path in sorted(named) if path.is_file()}
        except OSError:
            return None
        return {path: (look.st_size, look.st_mtime_ns) for path, look in looks.items()}
