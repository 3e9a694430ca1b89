"""The log of an open master, read once and read on from there: it only ever grows."""

from __future__ import annotations

from kipp_desktop.domain.rulings import Event
from kipp_desktop.store.master_store import MasterTransaction


class LogReading:
    """What has been read so far. One for one master, used by one reader at a time."""

    def __init__(self) -> None:
        self._read: tuple[Event, ...] = ()

    def events(self, tx: MasterTransaction) -> tuple[Event, ...]:
        """Every event in order; only those that are new are read from the store."""
        last = self._read[-1] if self._read else None
        if last is not None and tx.log.hash_at(last.seq) != last.hash:
            self._read, last = (), None  # another log stands there now, of a backup
        new = tx.log.events_after(0 if last is None else last.seq)
        if new:
            self._read = (*self._read, *new)
        return self._read
