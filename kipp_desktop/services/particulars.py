"""What documents say and no score file knows: where the plenary met, who signs, how a certificate is worded.

Kept in the master as settings and asked for once; a print may be given others for itself alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.moments import ZONES, zone_here
from kipp_desktop.services.masters import Master
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterTransaction

SETTING = "particulars"
ONCE = ("number", "day")
"""What belongs to one print and is never kept."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Texts as typed; empty = a dotted line, or left out where the document can do without.

    The officials are "capacity; name; rank; NIP", of which only the first is needed; `day` is ISO.
    """

    number: str = ""
    day: str = ""
    place: str = ""  # over the signatures: "Wonosobo"
    venue: str = ""  # where the plenary met
    decree: str = ""  # that appoints the jury
    official: str = ""  # who settles the result: "Bupati Wonosobo"
    decision: str = ""  # the decree that the annex belongs to
    copies: str = ""
    known_by: str = ""
    signer: str = ""  # of letters and announcements
    decides: str = ""  # of the decree's annex and the certificate
    recipient: str = ""  # of the covering letter; lines parted by ";"
    next_level: str = ""  # "tingkat Provinsi Jawa Tengah"
    wording: str = ""  # of the certificate
    presenters: str = ""  # who hands the prizes over, parted by ";"
    zone: str = ""  # by whose clock moments are said: WIB, WITA or WIT; UTC where nothing is known

    @property
    def date(self) -> date | None:
        """The day, if it is known."""
        return date.fromisoformat(self.day) if self.day else None

    def whole(self, key: str) -> int:
        """A whole number, 0 where nothing was given."""
        return int(getattr(self, key) or 0)

    def people(self, key: str) -> list[str]:
        """The parts of a text that are parted by ";"."""
        return [part.strip() for part in str(getattr(self, key)).split(";") if part.strip()]


KEYS = tuple(field.name for field in fields(Particulars))


def particulars(tx: MasterTransaction) -> Particulars:
    """What the master keeps."""
    held = tx.settings().get(SETTING, {})
    return Particulars(**{key: held[key] for key in KEYS if key in held})


def begin_particulars(tx: MasterTransaction) -> None:
    """What a new master knows by itself: the time zone of the machine it is made on, if it has a name."""
    zone = zone_here(datetime.now(UTC))
    if zone:
        tx.set_setting(SETTING, {"zone": zone})


def kept_particulars(master: Master) -> Particulars:
    """The same outside a transaction."""
    with master.store.begin() as tx:
        return particulars(tx)


def keep_particulars(master: Master, given: Mapping[str, str]) -> None:
    """Keep these. Raises UserError: set.unknown_key, set.bad_value; nothing is kept then."""
    with master.store.begin() as tx:
        held = with_given(particulars(tx), given)
        once = [key for key in ONCE if given.get(key)]
        if once:
            raise UserError("set.unknown_key", key=once[0])
        tx.set_setting(SETTING, {key: text for key, text in asdict(held).items() if text})
        tx.append("settings_changed", {"changes": dict(given)})


def with_given(held: Particulars, given: Mapping[str, Any]) -> Particulars:
    """These with others in their place. Raises UserError: set.unknown_key, set.bad_value."""
    for key, text in given.items():
        if key not in KEYS:
            raise UserError("set.unknown_key", key=key)
        _check(key, str(text))
    return replace(held, **{key: str(text).strip() for key, text in given.items()})


def _check(key: str, text: str) -> None:
    try:
        plain_text(text, 2000)
        if not text.strip():
            return
        if key == "day":
            date.fromisoformat(text.strip())
        elif (key == "zone" and text.strip() not in ZONES) or (key == "copies" and not 0 <= int(text) <= 999):
            raise ValueError(text)
    except (UserError, ValueError) as error:
        raise UserError("set.bad_value", key=key, why=text[:60]) from error
