"""The letterhead: its coat of arms from a file, and how it will look on paper."""

from __future__ import annotations

from pathlib import Path

from kipp_desktop.domain.competition import Letterhead, Paper, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.canonical import b64
from kipp_desktop.exchange.decoding import read_capped
from kipp_desktop.services import setting_up
from kipp_desktop.services.masters import Master, set_up
from kipp_desktop.services.words import plain_text

LOGO_CAP = 512 * 1024
LONGEST_LINE = 200


def logo_of(path: Path) -> str:
    """A coat of arms for the letterhead, base64. Raises what `logo_from` raises, and file.unreadable."""
    return logo_from(read_capped(path))


def logo_from(data: bytes) -> str:
    """The bytes of a PNG, checked. Raises UserError: letterhead.logo_too_large, document.logo_unreadable."""
    from kipp_desktop.documents.blocks import read_logo

    if len(data) > LOGO_CAP:
        raise UserError("letterhead.logo_too_large", most=LOGO_CAP // 1024)
    text = b64(data)
    read_logo(text)
    return text


def put(master: Master, lines: list[str], logo: str | None) -> None:
    """Write the letterhead. Raises UserError("text.not_plain")."""
    for line in lines:
        plain_text(line, LONGEST_LINE)
    setting_up.put_setting(master, "letterhead", plain(Letterhead(tuple(lines), logo)))


def held(master: Master) -> Letterhead:
    """The letterhead as it is."""
    with master.store.begin() as tx:
        return set_up(tx).letterhead


def preview(letterhead: Letterhead, paper: Paper) -> bytes:
    """A page that bears only this letterhead, as PDF."""
    from kipp_desktop.documents import blocks
    from kipp_desktop.documents.page import Page, compose

    page = Page("Kop", paper, footer=False)
    lines = letterhead.lines or ("…",)
    return compose(page, lambda: blocks.letterhead(lines, letterhead.logo_png, page.text_width))
