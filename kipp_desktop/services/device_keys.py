"""Where a laptop's device key is kept: in the system's keyring, else in a file that only its owner reads."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, cast

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import safe_write

FILE_NAME = "perangkat.kunci"
SERVICE = "KIPP Desktop"
PATIENCE_S = 10.0
_RECOMMENDED = 1  # keyring's own line: below it are the fail and null keyrings and plain-text files

_log = logging.getLogger(__name__)


class Wallet(Protocol):
    """What is asked of a keyring's backend."""

    name: str

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class Keeping(NamedTuple):
    """Where a device key is: a keyring by its own name, or a file beside the store."""

    place: Literal["keyring", "file"]
    name: str


def keep(folder: Path, account: str, secret: str, keyring_wanted: bool) -> Keeping:
    """Keep a secret and say where. `account` (the device's public key) tells stores on one laptop apart.

    Without a keyring, or with one that forgets, refuses or doesn't answer in time, it becomes a file.
    Raises what `safe_write` raises.
    """
    if keyring_wanted:

        def put(backend: Wallet) -> str | None:
            backend.set_password(SERVICE, account, secret)
            return backend.name if backend.get_password(SERVICE, account) == secret else None

        name = _asked(put)
        if name is not None:
            return Keeping("keyring", name)
    safe_write(folder / FILE_NAME, secret.encode("ascii"), private=True)
    return Keeping("file", FILE_NAME)


def fetch(folder: Path, account: str, keeping: Keeping) -> str:
    """The secret. Raises UserError: store.no_secrets, store.keyring_silent."""
    path = folder / FILE_NAME
    if keeping.place == "keyring":
        held = _asked(lambda backend: backend.get_password(SERVICE, account))
        if held is not None:
            return held
        if not path.exists():  # unless somebody put a copy there
            raise UserError("store.keyring_silent", name=keeping.name)
    try:
        return path.read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        raise UserError("store.no_secrets", file=str(path)) from error


def forget(account: str) -> None:
    """Take a secret out of the keyring again: its store could not be made."""
    _asked(lambda backend: backend.delete_password(SERVICE, account))


def _asked(question: Callable[[Wallet], str | None]) -> str | None:
    """Ask the system's keyring; None when there is none, when it fails, and when nobody answers in time.

    Another program answers, and a locked one may wait for ever: a thread of its own waits, not the caller.
    """
    answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def ask() -> None:
        answer = None
        try:
            import keyring  # late: a juror's start needs none

            backend = keyring.get_keyring()
            if backend.priority >= _RECOMMENDED:
                answer = question(cast(Wallet, backend))
        except Exception as error:  # whatever a wallet's plug-in raises: the file is there for it
            _log.warning("Keyring not usable: %r", error)
        answers.put(answer)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=PATIENCE_S)
    except queue.Empty:
        _log.warning("Keyring gave no answer within %s s", PATIENCE_S)
        return None
