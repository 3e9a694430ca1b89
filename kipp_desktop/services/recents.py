"""What the first page shows of earlier work, and where a juror stopped. Losing either loses no score.

The summary is a small file beside the store, so that the first page opens no database.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from kipp_desktop import paths

if TYPE_CHECKING:
    from kipp_desktop.services.jurors import JurorDesk
    from kipp_desktop.services.scoring import OwnSheet

SUMMARY_NAME = "ringkasan.json"
STORE_NAME = "nilai.kipp-juri"
PIN_LENGTHS = range(4, 9)
"""Digits of a PIN: fewer than the signs of a code, so that the two are never mistaken."""
REHEARSAL = "Gladi"
"""How the title of a rehearsal begins; other practice competitions are samples."""
_PLACE = "place"


class Recent(NamedTuple):
    """One line of earlier work. `done` of `total` sheets; a master says neither."""

    path: Path
    kind: Literal["juror", "master"]
    title: str
    who: str = ""
    done: int = 0
    total: int = 0
    final: bool = False
    practice: bool = False
    at: str = ""


class Place(NamedTuple):
    """The sheet, and the criterion on it, where the juror stopped."""

    stage: str
    entry: str
    criterion: str


def desk_folder(competition: str, juror: str) -> Path:
    """Where a juror's store of a competition belongs on this laptop."""
    return paths.data_folder() / "juri" / competition / juror


def is_desk(folder: Path) -> bool:
    """Whether a juror's store is there."""
    return (folder / STORE_NAME).is_file()


def is_shared(folder: Path) -> bool:
    """Whether another juror of the competition has a store beside this one: each opens with the own code."""
    return sum(is_desk(one) for one in folder.parent.iterdir()) > 1


def desk_of(path: Path) -> Path | None:
    """The folder of the juror's store that a receipt or a score file is for, when it is on this laptop.

    What the file says of itself is only a hint here; whoever opens the store checks it.
    """
    said = _said(path)
    ids = [str(said.get(name, "")) for name in ("competition", "juror")]
    if not all(_is_folder_name(one) for one in ids):
        return None
    folder = desk_folder(*ids)
    return folder if is_desk(folder) else None


def competition_of(path: Path) -> str:
    """The competition that a package, receipt or score file says it is of: a hint; empty if none."""
    return str(_said(path).get("competition", ""))


def _said(path: Path) -> Mapping[str, object]:
    """What a file says of itself, not yet verified."""
    from kipp_desktop.domain.errors import UserError
    from kipp_desktop.exchange import canonical, decoding, package, signing

    try:
        whole = decoding.mapping(canonical.decode_json(decoding.read_capped(path)))
        if (about := whole.get("about")) is not None:
            return decoding.mapping(about)
        kind = "package" if whole.get("fmt") == package.FMT else "receipt"
        return decoding.mapping(canonical.decode_json(signing.envelope_payload(kind, whole.get("dsse"))))
    except UserError:
        return {}


def _is_folder_name(text: str) -> bool:
    from kipp_desktop.domain.bounds import ID

    return ID.fullmatch(text) is not None and set(text) != {"."}


def note(desk: JurorDesk, sheets: Sequence[OwnSheet], final: bool) -> None:
    """Write the summary of a store beside it; a disk that refuses is no reason to interrupt anyone."""
    competition = desk.competition
    summary = {
        "title": competition.title,
        "who": desk.juror.name or desk.juror_id,
        "done": sum(own.state != "draft" for own in sheets),
        "total": len(sheets),
        "final": final,
        "practice": competition.practice,
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    with suppress(OSError):
        (desk.store.folder / SUMMARY_NAME).write_text(json.dumps(summary), encoding="utf-8")


def known(opened: Sequence[Path]) -> list[Recent]:
    """Earlier work: what was opened, newest first, then every other juror's store of this laptop.

    A stick has another letter on the next laptop, and settings may be lost: stores are found all the same.
    """
    stores = sorted((paths.data_folder() / "juri").glob(f"*/*/{STORE_NAME}"))
    others = [store.parent for store in stores if store.parent not in opened]
    found = [recent(path) for path in (*opened, *others)]
    return [one for one in found if one is not None]


def recent(path: Path) -> Recent | None:
    """What is known of a store's folder or a master's file; None when it is gone."""
    if is_desk(path):
        return _juror(path)
    if path.is_file():
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return Recent(path, "master", path.stem, at=changed.isoformat(timespec="seconds"))
    return None


def remember(desk: JurorDesk, place: Place) -> None:
    """Note where the juror is."""
    with desk.store.begin() as tx:
        tx.set_meta(_PLACE, json.dumps(place._asdict()))


def remembered(desk: JurorDesk) -> Place | None:
    """Where the juror stopped, if that sheet is still owed."""
    with desk.store.look() as tx:
        held = tx.meta(_PLACE)
    if held is None:
        return None
    place = Place(**json.loads(held))
    return place if place.entry in desk.owed.get(place.stage, ()) else None


def _juror(folder: Path) -> Recent:
    try:
        held = json.loads((folder / SUMMARY_NAME).read_text(encoding="utf-8"))
        return Recent(folder, "juror", **held)
    except (OSError, ValueError, TypeError):
        return Recent(folder, "juror", folder.parent.name, folder.name)
