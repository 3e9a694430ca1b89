"""What is asked of a master and of a desk alike: the log, comments beside payloads, whose signature it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, score_file, signing
from kipp_desktop.services.checking.answers import Check, asked, fails, faulty, stated
from kipp_desktop.store.juror_store import StoredExport
from kipp_desktop.store.log import EventLog
from kipp_desktop.store.master_store import StoredPayload

# — the log of either store —


def log_checks(log: EventLog) -> list[Check]:
    return [
        stated("append_only", log.is_append_only),
        asked("log", lambda: fails(log.walk)),
        asked("log_head", lambda: _head(log)),
    ]


def _head(log: EventLog) -> list[str]:
    """The head row is the last event's number and hash."""
    rows = log.rows()
    last = (rows[-1][0], rows[-1][3]) if rows else None
    head = log.head()
    return [] if head == last or (last is None and head[0] == 0) else [f"{head[0]}"]


def comments(stored: Iterable[StoredPayload | StoredExport]) -> list[str]:
    """The comments beside a payload are those whose salted digest it signed."""

    def bound(one: StoredPayload | StoredExport) -> bool:
        held = None if one.comments is None else decoding.convert(one.comments, score_file.Comments).digest()
        signed = decoding.mapping(canonical.loads(signing.envelope_payload("score", one.envelope)))
        return signed.get("comments") == held

    return faulty(((one.digest, one) for one in stored), bound)


def signed_by(keys: Sequence[str]) -> Callable[[signing.Kind, Mapping[str, Any]], bytes]:
    """What opens an envelope that one of the keys signed; it raises UserError("file.bad_signature")."""

    def verified(kind: signing.Kind, envelope: Mapping[str, Any]) -> bytes:
        for key in keys:
            try:
                return signing.verify(kind, envelope, key)
            except UserError:
                continue
        raise UserError("file.bad_signature")

    return verified
