"""How a question about a store is asked, and what an answer is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from kipp_desktop.domain.errors import UserError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer; `detail` names what is wrong, one thing after the other."""

    name: str
    ok: bool
    detail: str = ""


# — how a question is answered —


def asked(name: str, question: Callable[[], list[str]]) -> Check:
    """What can't even be read is an answer too: a store may hold anything when somebody else wrote to it."""
    try:
        faults = question()
    except (UserError, ValueError, LookupError, TypeError, AttributeError) as error:
        faults = [str(error)[:200]]
    return Check(name, not faults, ", ".join(faults))


def stated(name: str, holds: Callable[[], bool]) -> Check:
    return asked(name, lambda: [] if holds() else [name])


def fails(act: Callable[[], object]) -> list[str]:
    act()
    return []


def faulty(things: Iterable[tuple[str, T]], holds: Callable[[T], bool]) -> list[str]:
    """The names of the things of which it doesn't hold; where asking raises, it doesn't."""
    return [name for name, thing in things if not _holds(lambda thing=thing: holds(thing))]


def _holds(question: Callable[[], bool]) -> bool:
    return asked("", lambda: [] if question() else ["?"]).ok
