"""Where files belong that reach an organiser's window from outside: to its pages, or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.gui.opening import kind_of
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.services import recents


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Files for Terima, results to check, and what is for another window."""

    scores: list[Path]
    results: list[Path]
    elsewhere: list[Path]


def arrivals(files: Sequence[Path], office: OrganiserOffice) -> Arrivals:
    """Sort files; what nothing is known of goes to Terima, which refuses it in words.

    A package or a receipt of another competition is for a juror's window; this master itself is open already.
    """
    sorted_ = Arrivals([], [], [])
    for path in files:
        kind = kind_of(path)
        if kind == "bundle":
            sorted_.results.append(path)
        elif kind == "database" and path.absolute() == office.master.path.absolute():
            continue
        elif kind == "database" or (kind in ("package", "receipt") and not _is_ours(path, office)):
            sorted_.elsewhere.append(path)
        else:
            sorted_.scores.append(path)
    return sorted_


def _is_ours(path: Path, office: OrganiserOffice) -> bool:
    overview = office.overview
    return overview is None or recents.competition_of(path) in (overview.draft.id, "")
