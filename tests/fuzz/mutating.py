"""Small damage to good samples: bits, bytes, stretches, and values inside JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

ODD: Sequence[Any] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 10**17, -(10**17), 10**40, 0.5, 1e300, "", "0", "x" * 300,
    "\u0000", "\u202e", "\ufeff", "../x", "=1+1", "final", "01", "J-01", "1/2", "2024-02-30", "AAAA",
    "a" * 64, [], {}, [[]], [None], {"a": 1}, {"kind": "mean"}, [[[[[[[[]]]]]]]],
)  # fmt: skip
PIECES = (
    *(b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"<", b">", b"=", b"\n", b"\0", b"\xff", b"&a;"),
    *(b"null", b"NaN", b"1e9", b"-0", b"\\ud800", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
    *(b"PK\x03\x04", b'r="XFD1048576"', b"<!DOCTYPE x []>"),
)


def mutated(data: bytes, chance: Random) -> bytes:
    """A sample with one to four things changed; half of the time inside its JSON, if it is that."""
    for _ in range(chance.randint(1, 4)):
        data = (_in_json(data, chance) if chance.random() < 0.5 else None) or _in_bytes(data, chance)
    return data


def _in_bytes(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    length = min(len(data) - place, chance.choice((1, 1, 2, 4, 16, 200)))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[:place] + data[place + length :],
        lambda: data[:place] + data[place : place + length] * 2 + data[place + length :],
        lambda: data[:place] + chance.choice(PIECES) + data[place:],
        lambda: data[:place] + chance.choice(PIECES) + data[place + length :],
        lambda: data[:place] + chance.randbytes(length) + data[place + length :],
        lambda: (
            data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
            if place < len(data)
            else data[:place]
        ),
    )
    return chance.choice(ways)()


def _in_json(data: bytes, chance: Random) -> bytes | None:
    """One value of one line's JSON replaced, removed or doubled; written as canonically as JSON can be."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    try:
        thing = json.loads(lines[number])
        places = list(_places(thing))
        if not places:
            return None
        holder, key = chance.choice(places)
        _change(holder, key, chance, thing)
        text = json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        lines[number] = text.encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError, TypeError):
        return None
    return b"\n".join(lines)


def _places(thing: Any) -> Any:
    keys = thing if isinstance(thing, dict) else range(len(thing)) if isinstance(thing, list) else ()
    for key in list(keys):
        yield thing, key
        yield from _places(thing[key])


def _change(holder: Any, key: Any, chance: Random, whole: Any) -> None:
    way = chance.random()
    if way < 0.5:
        holder[key] = chance.choice(ODD)
    elif way < 0.65:
        del holder[key]
    elif way < 0.8:
        other, name = chance.choice(list(_places(whole)))
        holder[key] = other[name] if other is not holder else chance.choice(ODD)
    elif isinstance(holder[key], int) and not isinstance(holder[key], bool):
        holder[key] += chance.choice((-100, -1, 1, 100))
    elif isinstance(holder, list):
        holder.insert(key, holder[key])
    else:
        holder[f"{key}x"] = holder[key]
