"""People who are no jurors and stand in what is signed: by an id that is a salted commitment to the name."""

from __future__ import annotations

import secrets
from typing import Annotated

import msgspec

from kipp_desktop.domain.bounds import LONGEST_TEXT, check_text
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.canonical import b64, unb64

MARK = "W-"
"""How such an id begins."""
AND = ", "
"""What stands between the ids of those who typed for a juror."""
TYPISTS_CAP = 400
"""How long all of them may be."""


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name with the salt (base64) that keeps its id from being tried out."""

    salt: Annotated[str, msgspec.Meta(max_length=64)]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]

    def __post_init__(self) -> None:
        check_text(self.name, "name")

    @property
    def id(self) -> str:
        """The commitment. Raises UserError("file.damaged") for a salt that is none."""
        return MARK + canonical.sha256(unb64(self.salt) + canonical.dumps({"name": self.name}))[:32]


def named(name: str) -> Named:
    """Somebody under a fresh salt."""
    return Named(b64(secrets.token_bytes(16)), name)
