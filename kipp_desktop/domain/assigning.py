"""Who judges what: by category or field, in pairs, or drawn with a seed; and who should not.

A draw is a sorting by SHA-256 of "seed/id": whoever knows the seed can repeat it with any tool.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kipp_desktop.domain.competition import Entry, Juror

Pair = tuple[str, str]  # juror, entry


def drawn(ids: Sequence[str], seed: str) -> list[str]:
    """The ids in the order of the lots that `seed` gives."""
    return sorted(ids, key=lambda one: lot(seed, one))


def lot(seed: str, id_: str) -> str:
    """The lot of one id: 64 hex digits."""
    return hashlib.sha256(f"{seed}/{id_}".encode()).hexdigest()


def by_category(fields: Mapping[str, Collection[str]], entries: Sequence[Entry]) -> list[Pair]:
    """Each entry to the jurors of its category. `fields`: category → jurors."""
    wanted = {name.casefold(): jurors for name, jurors in fields.items()}
    return [(juror, entry.id) for entry in entries for juror in wanted.get(entry.category.casefold(), ())]


def in_teams(
    jurors: Sequence[str], entries: Sequence[str], size: int, seed: str, barred: Collection[Pair] = ()
) -> list[Pair]:
    """Fixed teams of `size` jurors in their order, entries dealt to the teams in the order of the lots.

    Jurors left over join the last team. A team with a barred member is passed over for that entry while there
    is another. Raises ValueError for fewer jurors than a team needs.
    """
    if size < 1 or len(jurors) < size:
        raise ValueError("assigning: too few jurors for a team")
    count = len(jurors) // size
    teams = [list(jurors[at * size : (at + 1) * size]) for at in range(count)]
    teams[-1] += jurors[count * size :]
    loads = [0] * count
    pairs: list[Pair] = []
    for entry in drawn(entries, seed):
        barring = [sum((juror, entry) in barred for juror in team) for team in teams]
        at = min(range(count), key=lambda team: (barring[team], loads[team], team))
        loads[at] += 1
        pairs += [(juror, entry) for juror in teams[at] if (juror, entry) not in barred]
    return pairs


def balanced(
    jurors: Sequence[str], entries: Sequence[str], each: int, seed: str, barred: Collection[Pair] = ()
) -> list[Pair]:
    """`each` jurors for every entry, drawn so that everybody judges equally many as far as recusals allow.

    Entries come in the order of their lots; each takes those with the fewest so far, among equals those whose
    lot is lowest. Raises ValueError where an entry can't get so many.
    """
    loads = dict.fromkeys(jurors, 0)
    pairs: list[Pair] = []
    for entry in drawn(entries, seed):
        free = [juror for juror in jurors if (juror, entry) not in barred]
        if each < 1 or len(free) < each:
            raise ValueError(f"assigning: too few jurors for {entry}")
        free.sort(key=lambda juror: (loads[juror], lot(seed, f"{entry}/{juror}")))
        for juror in free[:each]:
            loads[juror] += 1
            pairs.append((juror, entry))
    return pairs


@dataclass(frozen=True, slots=True)
class SameHouse:
    """A juror and an entry of one institution."""

    juror: str
    entry: str
    institution: str


def same_house(jurors: Sequence[Juror], entries: Sequence[Entry]) -> list[SameHouse]:
    """Jurors who would judge their own institution, or one that stands in its name, in juror order.

    "Dinas Kesehatan Kabupaten Contoh" and "Dinas Kesehatan" are one house; "Dinas" alone is none.
    """
    found: list[SameHouse] = []
    houses = [(entry, _house(entry.institution), _house(entry.proposer)) for entry in entries]
    for juror in jurors:
        own = _house(juror.institution)
        if len(own) < 2:
            continue
        for entry, institution, proposer in houses:
            if _one_house(own, institution) or own == proposer:
                found.append(SameHouse(juror.id, entry.id, entry.institution))
    return found


def _house(name: str) -> tuple[str, ...]:
    """The words of an institution's name."""
    return tuple(re.findall(r"\w+", name.casefold()))


def _one_house(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the shorter name, of two words at least, begins the longer one."""
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= 2 and longer[: len(shorter)] == shorter
