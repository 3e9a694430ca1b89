"""Whether what this window shows is on a projector too: a ranking is never drawn there unasked."""

from __future__ import annotations

import ctypes
import struct
import sys
from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

_PATH, _MODE = 72, 64  # bytes of DISPLAYCONFIG_PATH_INFO and DISPLAYCONFIG_MODE_INFO
_ACTIVE = 2  # QDC_ONLY_ACTIVE_PATHS


class Screens(QObject):
    """Looks at the screens; `changed` when one came, went or moved."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        program = QGuiApplication.instance()
        assert isinstance(program, QGuiApplication)
        program.screenAdded.connect(self._on_added)
        program.screenRemoved.connect(self.changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.changed)

    @property
    def mirrored(self) -> bool:
        """Whether two screens show the same."""
        return overlap(screen.geometry() for screen in QGuiApplication.screens()) or _duplicated()

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()


def overlap(places: Iterable[QRect]) -> bool:
    """Whether two of these rectangles of one desktop share some of it."""
    found = list(places)
    return any(one.intersects(other) for at, one in enumerate(found) for other in found[:at])


def shares_a_source(paths: bytes) -> bool:
    """Whether two of Windows' active display paths show the same picture; each is 72 bytes long."""
    sources = [struct.unpack_from("<IiI", paths, at) for at in range(0, len(paths), _PATH)]
    return len(set(sources)) < len(sources)


def _duplicated() -> bool:
    """Windows shows duplicated screens to programs as one, and tells the difference only when asked."""
    if sys.platform != "win32":
        return False
    user = ctypes.windll.user32
    count, modes = ctypes.c_uint32(), ctypes.c_uint32()
    if user.GetDisplayConfigBufferSizes(_ACTIVE, ctypes.byref(count), ctypes.byref(modes)):
        return False
    paths = ctypes.create_string_buffer(_PATH * count.value)
    rest = ctypes.create_string_buffer(_MODE * modes.value)
    counts = (ctypes.byref(count), paths, ctypes.byref(modes), rest)
    if user.QueryDisplayConfig(_ACTIVE, *counts, None):
        return False
    return shares_a_source(paths.raw[: _PATH * count.value])
