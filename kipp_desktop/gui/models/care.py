"""How well the organiser's key and the master are kept, in words: reminder, facts, backups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kipp_desktop.gui.languages import date_short, time_words, translate
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.services import keys, safekeeping
from kipp_desktop.services.keys import KeyStatus
from kipp_desktop.services.masters import Master
from kipp_desktop.services.safekeeping import Backup


@dataclass(frozen=True, slots=True)
class Care:
    """The key file, the newest backup, and the stick that gets copies."""

    key: KeyStatus
    backed_up: datetime | None
    stick: Path | None

    @property
    def settled(self) -> bool:
        """Whether nothing of the key is left to do."""
        key = self.key
        return key.present and key.protected and key.copied and key.restore_tried


def read_care(master: Master) -> Care:
    """Read it; no passphrase is needed."""
    newest = next(iter(safekeeping.listed(master.path)), None)
    return Care(keys.status(master), None if newest is None else newest.at, safekeeping.stick(master))


def moment_words(at: datetime) -> str:
    """A moment as people here read it, in the time of this computer: 24 Okt 2024 10.30."""
    local = at.astimezone()
    return f"{date_short(local.date())} {time_words(local, seconds=False)}"


def backup_words(care: Care) -> str:
    """The newest backup, for the header; today's by its time alone."""
    if care.backed_up is None:
        return translate("Care", "belum ada cadangan")
    local = care.backed_up.astimezone()
    today = local.date() == datetime.now().astimezone().date()
    at = time_words(local, seconds=False) if today else moment_words(local)
    return translate("Care", "cadangan {at}").format(at=at)


def reminder(key: KeyStatus) -> str:
    """What is left to do about the key, one thing a line; empty when all is done."""
    if not key.present:
        return translate("Care", "Berkas kunci tidak ada di tempatnya.")
    left = (
        (key.protected, translate("Care", "belum dilindungi frasa sandi")),
        (key.copied, translate("Care", "belum ada kartu atau salinan")),
        (key.restore_tried, translate("Care", "pemulihan belum dicoba")),
    )
    return "\n".join(f"·  {words}" for settled, words in left if not settled)


def backup_rows(found: Sequence[Backup]) -> list[Row]:
    """When, on what occasion, and how large; newest first."""
    return [
        Row(
            str(one.path),
            (
                Cell(moment_words(one.at), role="strong"),
                Cell(_occasion(one.label), tone="soft", tip=str(one.path)),
                Cell(_size(one.path), tone="soft"),
            ),
        )
        for one in found
    ]


def _occasion(label: str) -> str:
    words = {
        safekeeping.BEFORE_MERGE: translate("Care", "sebelum menggabungkan berkas"),
        safekeeping.AFTER_MERGE: translate("Care", "sesudah menggabungkan berkas"),
        safekeeping.ON_ITS_OWN: translate("Care", "otomatis"),
        safekeeping.ASKED_FOR: translate("Care", "diminta"),
    }
    if label.startswith("skema-"):
        return translate("Care", "sebelum memakai versi program baru")
    return words.get(label, label)


def _size(path: Path) -> str:
    try:
        return f"{max(1, path.stat().st_size // 1024)} KB"
    except OSError:
        return "–"
