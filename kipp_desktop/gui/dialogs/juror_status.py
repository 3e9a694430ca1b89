"""The juror's laptop at a glance: its code, where its key is, package, receipts, alarms."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kipp_desktop.domain.competition import Competition
from kipp_desktop.gui.languages import date_short, time_words, translate
from kipp_desktop.gui.models.places import places_words
from kipp_desktop.gui.models.receptions import receipt_words
from kipp_desktop.gui.notices import Notices
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.scrolled import scrolled
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.desk_status import DeskStatus
from kipp_desktop.services.receipts import ReceiptNote


class StatusDialog(QDialog):
    """Read-only; everything in it can be copied or read aloud."""

    def __init__(
        self,
        theme: Theme,
        notices: Notices,
        status: DeskStatus,
        competition: Competition,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._competition, self._language = competition, language
        title = translate("StatusDialog", "Laptop dan berkas saya")
        self.setWindowTitle(title)
        self.resize(min(theme.px(680), 1040), min(theme.px(520), 570))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._fill(status)
        box = QDialogButtonBox()
        box.addButton(
            Button(translate("StatusDialog", "Tutup"), "primary"), QDialogButtonBox.ButtonRole.RejectRole
        )
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(title, "heading"))
        column.addWidget(scrolled(self._column, title), 1)
        column.addWidget(box)

    def _fill(self, status: DeskStatus) -> None:
        for alarm in status.alarms:
            card = Card(translate("StatusDialog", "Peringatan"), "bad")
            card.body.addWidget(self._text(self._notices.sentence_of(alarm.code, alarm.facts)))
            seen = translate("StatusDialog", "Pertama terlihat {when}").format(when=_when(alarm.at))
            card.body.addWidget(Text(seen, "small", "soft"))
            self._column.addWidget(card)
        self._add(translate("StatusDialog", "Laptop"), self._laptop(status))
        self._add(translate("StatusDialog", "Paket"), self._package(status))
        self._add(translate("StatusDialog", "Tanda terima"), self._receipts(status))
        self._add(translate("StatusDialog", "Riwayat ekspor"), self._exports(status))

    def _add(self, caption: str, facts: list[tuple[str, str]]) -> None:
        card = Card(caption)
        shown = Facts()
        shown.set_facts(facts)
        card.body.addWidget(shown)
        self._column.addWidget(card)

    def _laptop(self, status: DeskStatus) -> list[tuple[str, str]]:
        keeping = status.keeping
        typing = status.typed_by or translate("StatusDialog", "juri sendiri")
        return [
            (translate("StatusDialog", "Kode laptop"), status.device_code),
            (translate("StatusDialog", "Tempat nilai"), str(status.folder)),
            (
                translate("StatusDialog", "Kunci perangkat"),
                self._notices.sentence_of(f"keeping.{keeping.place}", {"name": keeping.name}),
            ),
            (translate("StatusDialog", "Yang mengetik"), typing),
            (translate("StatusDialog", "Perbedaan dua laptop"), str(status.differences)),
        ]

    def _package(self, status: DeskStatus) -> list[tuple[str, str]]:
        version = translate("StatusDialog", "{version}, kode {code}")
        facts = [
            (
                translate("StatusDialog", "Versi"),
                version.format(version=status.package_version, code=status.package_code),
            )
        ]
        if status.rescore:
            cells = places_words(self._competition, status.rescore, self._language)
            facts.append((translate("StatusDialog", "Perlu dinilai ulang"), cells))
        return facts

    def _receipts(self, status: DeskStatus) -> list[tuple[str, str]]:
        note = status.receipt
        facts = [(translate("StatusDialog", "Keadaan"), receipt_words(note)[0])]
        if note is not None:
            facts += self._lacking(note)
        lies = {
            "older": translate("StatusDialog", "lebih lama dari yang sudah dilihat"),
            "rewritten": translate("StatusDialog", "tidak cocok dengan catatan yang sudah dilihat"),
        }
        line = translate("StatusDialog", "sampai catatan ke-{size}")
        for held in status.receipts:
            words = [line.format(size=held.size), lies.get(held.lie, "")]
            facts.append((_when(held.at), "  ·  ".join(part for part in words if part)))
        return facts

    def _exports(self, status: DeskStatus) -> list[tuple[str, str]]:
        """Every file this laptop wrote, the newest first."""
        facts: list[tuple[str, str]] = []
        for one in status.exports:
            received = translate("StatusDialog", "diterima panitia")
            words = [one.file, one.code, received if one.received else ""]
            facts.append((_when(one.at), "  ·  ".join(word for word in words if word)))
        return facts or [(translate("StatusDialog", "Belum ada"), translate("StatusDialog", "tekan Ctrl+E"))]

    def _lacking(self, note: ReceiptNote) -> list[tuple[str, str]]:
        """What the organiser lacks, and what this laptop lacks."""
        facts: list[tuple[str, str]] = []
        lacking = note.uncovered
        if lacking is None:
            words = self._notices.sentence_of("receipt.other_files", {})
            facts.append((translate("StatusDialog", "Belum diterima"), words))
        elif lacking.count:
            words = translate(
                "StatusDialog",
                "{cells} nilai, {sheets} keadaan lembar, {comments} catatan, {declarations} pernyataan",
            )
            counts = {
                "cells": lacking.cells,
                "sheets": lacking.sheets,
                "comments": lacking.comments,
                "declarations": lacking.declarations,
            }
            facts.append((translate("StatusDialog", "Belum diterima"), words.format(**counts)))
            places = [tuple(place.split("/")) for place in lacking.places]
            where = places_words(self._competition, places, self._language)
            facts.append((translate("StatusDialog", "Di mana"), where))
        if note.unknown:
            words = self._notices.sentence_of("receipt.unknown", {"count": len(note.unknown)})
            facts.append((translate("StatusDialog", "Di laptop lain"), words))
        return facts

    def _text(self, words: str) -> Text:
        text = Text(words).wrapped()
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return text


def _when(at: str) -> str:
    """A time of the store (UTC) on the juror's clock."""
    local = datetime.fromisoformat(at).astimezone()
    return f"{date_short(local.date())} {time_words(local, seconds=False)}"
