"""How a body decided: votes, how many may vote, and what those said who saw it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services.words import plain_text


@dataclass(frozen=True, slots=True)
class Vote:
    """Votes counted by hand at a plenary. `of` is the number of its members; `dissent` as it was said."""

    agree: int
    against: int = 0
    abstain: int = 0
    of: int = 0
    dissent: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        """How many took part; who abstains is there."""
        return self.agree + self.against + self.abstain

    @property
    def quorate(self) -> bool:
        """Whether more than half of the members took part."""
        return 2 * self.cast > self.of

    @property
    def carried(self) -> bool:
        """Whether more were for it than against it."""
        return self.agree > self.against


def event_data(vote: Vote | None) -> Mapping[str, Any]:
    """What goes into the event of a decision; nothing where nobody counted.

    Raises UserError: vote.bad_number, vote.too_many, vote.not_carried, vote.no_quorum, text.not_plain.
    """
    if vote is None:
        return {}
    if min(vote.agree, vote.against, vote.abstain) < 0 or vote.cast == 0 or vote.of < 1:
        raise UserError("vote.bad_number")
    if vote.cast > vote.of:
        raise UserError("vote.too_many", cast=vote.cast, of=vote.of)
    if not vote.quorate:
        raise UserError("vote.no_quorum", cast=vote.cast, of=vote.of)
    if not vote.carried:
        raise UserError("vote.not_carried", agree=vote.agree, against=vote.against)
    for text in vote.dissent:
        plain_text(text, 2000)
    votes = {"agree": vote.agree, "against": vote.against, "abstain": vote.abstain, "of": vote.of}
    return {"votes": votes, **({"dissent": list(vote.dissent)} if vote.dissent else {})}


def vote_of(data: Mapping[str, Any]) -> Vote | None:
    """The votes of a decision's event, if they were counted."""
    votes: Mapping[str, int] | None = data.get("votes")
    if votes is None:
        return None
    return Vote(
        votes["agree"], votes["against"], votes["abstain"], votes["of"], tuple(data.get("dissent", ()))
    )
