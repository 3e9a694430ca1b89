"""Jurors as rows: on the list of the set-up, and as seats with their codes."""

from __future__ import annotations

from collections.abc import Mapping

from kipp_desktop.domain.competition import Juror
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.board import background_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State

COVERED = "••••-••••-•"


def juror_rows(overview: Overview) -> list[Row]:
    """Id, name with institution, background, role; spare seats last, quietly."""
    return [_juror_row(juror) for juror in overview.draft.jurors]


def seat_rows(overview: Overview, codes: Mapping[str, str]) -> list[Row]:
    """Seat, who sits on it, how many files came, the code covered unless it is in `codes`."""
    files: dict[str, int] = {}
    for laptop in overview.intake.laptops:
        files[laptop.juror] = files.get(laptop.juror, 0) + len(laptop.files)
    rows: list[Row] = []
    for juror in overview.draft.jurors:
        came = files.get(juror.id, 0)
        words = translate("Jurors", "{n} berkas").format(n=came) if came else translate("Jurors", "belum ada")
        received = Cell(
            words, state=State.LOCKED if came else State.EMPTY, tone="ink" if came else "soft", role="second"
        )
        shown = codes.get(juror.id, COVERED if overview.version else "")
        code = Cell(shown, role="strong", tone="ink" if juror.id in codes else "soft")
        rows.append(Row(juror.id, (Cell(juror.id, tone="soft"), _who(juror), received, code)))
    return rows


def role_words(role: str) -> str:
    """The role of a juror on the panel."""
    words = {
        "ketua": translate("Jurors", "ketua"),
        "sekretaris": translate("Jurors", "sekretaris"),
        "anggota": translate("Jurors", "anggota"),
    }
    return words.get(role, role)


def _juror_row(juror: Juror) -> Row:
    spare = juror.spare and not juror.name
    background = "" if spare else background_words(juror.background)
    role = "" if spare else role_words(juror.role)
    return Row(
        juror.id,
        (
            Cell(juror.id, tone="soft"),
            _who(juror),
            Cell(background, role="second"),
            Cell(role, role="second"),
            Cell(juror.panel, tone="soft", role="second"),
        ),
    )


def _who(juror: Juror) -> Cell:
    if juror.spare and not juror.name:
        return Cell(
            translate("Jurors", "kursi cadangan"),
            translate("Jurors", "diberi nama saat penggantinya datang"),
            tone="soft",
        )
    second = "  ·  ".join(part for part in (juror.title, juror.institution) if part)
    return Cell(juror.name or juror.id, second, tip=juror.name)
