"""The result bundle: JSON Lines with which anybody can recompute the ranking (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kipp_desktop.domain.rulings import DERIVED_FROM
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.signing import Envelope

FORMAT = "kipp-bundle/1"


def lines(
    header: Mapping[str, Any],
    keys: Iterable[Envelope],
    packages: Iterable[Envelope],
    people: Mapping[str, Any] | None,
    scores: Iterable[Envelope],
    events: Iterable[tuple[int, str, str, str]],
    checkpoints: Iterable[Envelope],
    result: Envelope,
) -> Iterable[bytes]:
    """The lines of a `.hasil`.

    Without `people` it is the public variant: bodies of other events only as digests.

    `events` are (seq, type, body, hash).
    """
    yield _line("header", header)
    yield from (_line("key", envelope) for envelope in keys)
    yield from (_line("package", envelope) for envelope in packages)
    if people is not None:
        yield _line("people", people)
    yield from (_line("score", envelope) for envelope in scores)
    for seq, kind, body, hash_ in events:
        shown = people is not None or kind in DERIVED_FROM
        event: dict[str, Any] = {"seq": seq, "digest": canonical.sha256(body.encode("utf-8")), "hash": hash_}
        yield _line("event", {**event, "body": body} if shown else event)
    yield from (_line("checkpoint", envelope) for envelope in checkpoints)
    yield _line("result", result)


def _line(kind: str, body: Mapping[str, Any]) -> bytes:
    return canonical.dumps({"kind": kind, "body": dict(body)}) + b"\n"
