"""Whose sheets open on a laptop that several people use: with the own code, or with a PIN the juror set.

A courtesy between colleagues and no more: the store is not encrypted, and whoever can read the files of the
laptop can read it. What is sent is signed and sealed whatever the PIN.
"""

from __future__ import annotations

import hmac
import json
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.services import jurors, recents
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.recents import PIN_LENGTHS

_PIN = "pin"
_KEY_LENGTH = 32


def open_desk(folder: Path, typed: str | None = None) -> JurorDesk:
    """Open a juror's store for the person at the laptop; `typed` is the PIN, or the code of the slip.

    A PIN that was set is asked for; without one, the code where jurors share the laptop, rehearsals apart.
    Raises UserError: admission.pin_wanted, admission.code_wanted (nothing typed yet), pin.wrong, code.…,
    store.…
    """
    desk = jurors.open_desk(folder)
    try:
        _admit(desk, typed)
    except BaseException:
        desk.close()
        raise
    return desk


def has_pin(desk: JurorDesk) -> bool:
    """Whether the juror set a PIN."""
    return bool(_held(desk))


def set_pin(desk: JurorDesk, pin: str) -> None:
    """Ask for this PIN from now on. Raises UserError("pin.unfit") unless it is 4 to 8 digits."""
    if not _is_pin(pin):
        raise UserError("pin.unfit", least=PIN_LENGTHS[0], most=PIN_LENGTHS[-1])
    salt = secrets.token_bytes(activation.SALT_LENGTH)
    held = {"salt": b64(salt), "key": b64(_stretched(pin, salt))}
    with desk.store.begin() as tx:
        tx.set_meta(_PIN, json.dumps(held))


def remove_pin(desk: JurorDesk) -> None:
    """Ask for no PIN any more."""
    with desk.store.begin() as tx:
        tx.set_meta(_PIN, "")


def _admit(desk: JurorDesk, typed: str | None) -> None:
    held = _held(desk)
    shared = not desk.competition.practice and recents.is_shared(desk.store.folder)
    if not held and not shared:
        return
    if typed is None:
        raise UserError("admission.pin_wanted" if held else "admission.code_wanted")
    if held and _is_pin(typed):
        found = json.loads(held)
        if not hmac.compare_digest(_stretched(typed, unb64(found["salt"])), unb64(found["key"])):
            raise UserError("pin.wrong")
    else:
        jurors.check_code(desk, typed)


def _held(desk: JurorDesk) -> str:
    with desk.store.begin() as tx:
        return tx.meta(_PIN) or ""


def _is_pin(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) in PIN_LENGTHS


def _stretched(pin: str, salt: bytes) -> bytes:
    cost = activation.COST
    kdf = Argon2id(
        salt=salt,
        length=_KEY_LENGTH,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(pin.encode("ascii"))
