"""What came in on a juror's laptop, in words: receptions, receipts, and where two laptops differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.state_mark import State, state_words
from kipp_desktop.gui.widgets.text import Tone

if TYPE_CHECKING:  # a laptop that starts has received nothing yet
    from kipp_desktop.services.attachments import TakenDocuments
    from kipp_desktop.services.own_files import OpenDifference
    from kipp_desktop.services.receipts import ReceiptNote
    from kipp_desktop.services.receiving import Reception

_STATES = {"locked": State.LOCKED, "abstained": State.ABSTAINED, "absent": State.ABSENT}


def reception_words(reception: Reception) -> str:
    """What a file did, in a sentence or two; a receipt that lies behind or beside the log says so itself."""
    if reception.news is not None:
        words = translate("Receptions", "Paket versi {version} dipakai. Semua nilai Anda tetap ada.")
        return words.format(version=reception.news.version)
    if reception.kind == "receipt":
        return translate("Receptions", "Tanda terima panitia disimpan.")
    if reception.kind == "known":
        return translate("Receptions", "Berkas ini sudah pernah dibaca. Tidak ada yang berubah.")
    taken = translate("Receptions", "%n nilai diambil dari laptop lain.", "", reception.taken)
    if not reception.differences:
        return taken
    open_ = translate("Receptions", "%n perbedaan menunggu pilihan Anda.", "", reception.differences)
    return f"{taken} {open_}"


def documents_words(taken: TakenDocuments) -> str:
    """What a folder of documents brought."""
    parts: list[str] = []
    if taken.listed:
        parts.append(translate("Receptions", "%n dokumen peserta disalin ke laptop ini.", "", taken.listed))
    if taken.unlisted:
        words = translate(
            "Receptions", "%n berkas tidak tercantum dalam paket dan ditandai.", "", taken.unlisted
        )
        parts.append(words)
    if taken.known and not parts:
        parts.append(translate("Receptions", "%n dokumen sudah ada di laptop ini.", "", taken.known))
    if taken.refused:
        names = ", ".join(name for name, _ in taken.refused[:3])
        words = translate("Receptions", "%n berkas tidak dapat disalin: {names}.", "", len(taken.refused))
        parts.append(words.format(names=names))
    return " ".join(parts) or translate(
        "Receptions", "Tidak ada dokumen peserta di sana. Tidak ada yang disalin."
    )


def receipt_words(note: ReceiptNote | None) -> tuple[str, Tone]:
    """The line of the header: what the organiser has, and what it lacks."""
    if note is None:
        return translate("Receptions", "belum ada tanda terima"), "soft"
    if note.uncovered is None:
        return translate("Receptions", "tanda terima untuk berkas lain"), "warn"
    done = note.counts.assigned - note.counts.missing
    words = translate("Receptions", "diterima panitia {got}/{all}").format(got=done, all=note.counts.assigned)
    if note.uncovered.count:
        after = translate("Receptions", "%n perubahan sesudah tanda terima", "", note.uncovered.count)
        return f"{words}  ·  {after}", "warn"
    if note.unknown:
        other = translate("Receptions", "ada berkas dari laptop lain")
        return f"{words}  ·  {other}", "warn"
    return words, "ok"


def difference_words(one: OpenDifference, criterion: str) -> tuple[str, str, str]:
    """What a difference is about, this laptop's side and the other's; `criterion` is its name."""
    return (
        _about(one, criterion),
        _side(one, one.mine, one.my_reason),
        _side(one, one.theirs, one.their_reason),
    )


def _about(one: OpenDifference, criterion: str) -> str:
    if one.kind == "state":
        return translate("Receptions", "Keadaan lembar")
    if one.kind == "cell":
        return criterion
    kinds = {
        "praise": translate("Receptions", "Keunggulan"),
        "improve": translate("Receptions", "Rekomendasi"),
    }
    name = kinds[one.key.rpartition("/")[2]]
    return f"{name}: {criterion}" if criterion else name


def _side(one: OpenDifference, side: int | str | None, reason: str | None) -> str:
    if side is None:
        return translate("Receptions", "kosong")
    if isinstance(side, int):
        return centi_text(side)
    if one.kind == "comment":
        return side
    words = state_words(_STATES[side]) if side in _STATES else translate("Receptions", "terbuka")
    return f"{words} ({reason})" if reason else words
