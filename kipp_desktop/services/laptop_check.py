"""Cek laptop saya: what a laptop is like on the day before. A trial file comes and goes, nothing else."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import make_folder, safe_write

Standing = Literal["ok", "warn", "bad"]
LEAST_WIDTH, LEAST_HEIGHT = 1093, 614  # logical pixels: 1366×768 at 125 %
ENOUGH_MB, LEAST_MB = 500, 50
TRIAL_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check: what it is about, how it stands, and the sentence that says so."""

    about: Literal["display", "room", "store", "stick", "clock", "printer"]
    standing: Standing
    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


def check(
    display: tuple[int, int], stick: Path | None, printers: Sequence[str], now: datetime
) -> list[Finding]:
    """Look at the laptop; `display` in logical pixels, `stick` a folder to write a trial file to."""
    return [_display(*display), _room(), _store(), _stick(stick), _clock(now), _printer(printers)]


def _display(width: int, height: int) -> Finding:
    facts = {"width": width, "height": height, "least": f"{LEAST_WIDTH}×{LEAST_HEIGHT}"}
    if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
        return Finding("display", "ok", "laptop.display_ok", facts)
    return Finding("display", "warn", "laptop.display_small", facts)


def _room() -> Finding:
    try:
        free = shutil.disk_usage(_nearest(paths.data_folder())).free // 1_000_000
    except OSError as error:
        return Finding("room", "warn", "laptop.room_unknown", {"why": error.strerror or str(error)})
    facts = {"free": f"{free:,}".replace(",", "."), "least": LEAST_MB}
    if free < LEAST_MB:
        return Finding("room", "bad", "laptop.room_none", facts)
    return Finding("room", "ok" if free >= ENOUGH_MB else "warn", "laptop.room_left", facts)


def _store() -> Finding:
    folder = paths.data_folder()
    service = paths.synced_by(folder)
    if service:
        return Finding("store", "bad", "laptop.store_synced", {"folder": str(folder), "service": service})
    try:
        _try_writing(folder)
    except UserError as error:
        return Finding("store", "bad", error.code, error.facts)
    place = "laptop.store_on_stick" if paths.portable_folder() else "laptop.store_ok"
    return Finding("store", "ok", place, {"folder": str(folder)})


def _stick(folder: Path | None) -> Finding:
    if folder is None:
        return Finding("stick", "warn", "laptop.stick_none")
    try:
        _try_writing(folder)
    except UserError as error:
        return Finding("stick", "bad", error.code, error.facts)
    return Finding("stick", "ok", "laptop.stick_ok", {"folder": str(folder)})


def _clock(now: datetime) -> Finding:
    """A clock that stands before the program's own files is certainly wrong; the rest only people can see."""
    facts = {"time": now.strftime("%H.%M"), "date": now.strftime("%d-%m-%Y"), "zone": now.strftime("%Z")}
    try:
        newest = paths.resources().stat().st_mtime
    except OSError:
        newest = 0.0
    if now.timestamp() < newest:
        return Finding("clock", "bad", "laptop.clock_behind", facts)
    return Finding("clock", "ok", "laptop.clock", facts)


def _printer(printers: Sequence[str]) -> Finding:
    if printers:
        return Finding("printer", "ok", "laptop.printer_ok", {"names": ", ".join(printers)})
    return Finding("printer", "warn", "laptop.printer_none")


def _try_writing(folder: Path) -> None:
    """Write a file, read it back and remove it. Raises what `safe_write` raises."""
    make_folder(folder)
    trial = folder / f"cek-laptop-{secrets.token_hex(4)}.tmp"
    try:
        safe_write(trial, secrets.token_bytes(TRIAL_BYTES))
    finally:
        with contextlib.suppress(OSError):
            trial.unlink(missing_ok=True)


def _nearest(folder: Path) -> Path:
    """The folder, or the first above it that is there."""
    return next(one for one in (folder, *folder.parents) if one.exists())
