"""Official acts that several pages offer: each asks first, does it on the worker, says what was done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.derive import Sheet
from kipp_desktop.domain.numbers import centi_text
from kipp_desktop.gui.dialogs.organiser_decisions import (
    ConflictChoice,
    ConflictDialog,
    DeviceDialog,
    FinaliseDialog,
    OpenRankingDialog,
    TieDialog,
)
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.ranking import gap_row, link_words, told_together
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.services import deciding
from kipp_desktop.services.exporting import short_code
from kipp_desktop.services.laptops import Laptop
from kipp_desktop.services.masters import Master


class OrganiserActs(QObject):
    """Asks in front of a page and shows the answer in its notice."""

    def __init__(self, page: OrganiserPage) -> None:
        super().__init__(page)
        self._page = page
        self._office = page.office

    def close_intake(self, stage: str) -> None:
        """Close the intake of a stage, after a question."""
        reason = ask_reason(
            self._page,
            translate("Acts", "Tutup penerimaan"),
            translate(
                "Acts",
                "Setelah ditutup peringkat terbuka, dan berkas yang datang kemudian dicatat sebagai "
                "terlambat.",
            ),
            translate("Acts", "Tutup penerimaan"),
            [
                translate("Acts", "Semua juri sudah menyerahkan nilai"),
                translate("Acts", "Batas waktu sudah lewat"),
            ],
        )
        if reason is None:
            return

        def job(master: Master, progress: Progress) -> None:
            deciding.close_intake(master, stage, reason)

        self._office.act(translate("Acts", "Menutup penerimaan"), job, self._page.notice)

    def open_ranking(self, stage: str) -> None:
        """Open a ranking before intake is closed, by two people."""
        dialog = OpenRankingDialog(self._page)
        if dialog.agreed():
            by = dialog.by()

            def job(master: Master, progress: Progress) -> None:
                deciding.open_ranking(master, by, stage)

            self._office.act(translate("Acts", "Membuka peringkat"), job, self._page.notice)
        dialog.deleteLater()

    def finalise(self) -> None:
        """Freeze the result; gaps are listed and need a reason."""
        overview = self._office.overview
        if overview is None:
            return
        gaps = overview.result.gaps
        blocking = sum(not gap.is_note for gap in gaps)
        rows = [gap_row(overview, at, gap) for at, gap in enumerate(told_together(gaps))]
        dialog = FinaliseDialog(self._office.theme, rows, blocking, self._page)
        if dialog.agreed():
            reason = dialog.reason() or None

            def job(master: Master, progress: Progress) -> None:
                deciding.finalise(master, reason)

            what = translate("Acts", "Menyatakan final")
            self._office.act(what, job, self._page.notice, self._on_final)
        dialog.deleteLater()

    def unfinalise(self) -> None:
        """Take FINAL back, with a reason."""
        reason = ask_reason(
            self._page,
            translate("Acts", "Batalkan final"),
            translate("Acts", "Status kembali SEMENTARA. Pembatalan dan alasannya dicatat dan dicetak."),
            translate("Acts", "Batalkan final"),
        )
        if reason is None:
            return

        def job(master: Master, progress: Progress) -> None:
            deciding.unfinalise(master, reason)

        self._office.act(translate("Acts", "Membatalkan final"), job, self._page.notice)

    def decide_tie(self, stage: str, group: str, tie: tuple[str, ...]) -> None:
        """Put entries of equal score in order."""
        overview = self._office.overview
        if overview is None:
            return
        named = [(entry, overview.entry(entry).title) for entry in tie]
        dialog = TieDialog(self._office.theme, named, self._page)
        if dialog.agreed():
            order, how, reason, present = dialog.order(), dialog.how(), dialog.reason(), dialog.present()

            def job(master: Master, progress: Progress) -> None:
                deciding.decide_tie(master, order, how, reason, present, stage, group)

            self._office.act(
                translate("Acts", "Mencatat keputusan"), job, self._page.notice, self._on_decided
            )
        dialog.deleteLater()

    def decide_conflict(self, gap: Gap) -> None:
        """Choose between what two laptops of one juror say."""
        overview = self._office.overview
        sheet = None if overview is None else sheet_of(overview, gap)
        if overview is None or sheet is None:
            return
        where = f"{overview.juror_name(sheet.juror)}, {sheet.entry} {overview.entry(sheet.entry).title}"
        dialog = ConflictDialog(self._office.theme, where, conflict_choices(overview, sheet), self._page)
        if dialog.agreed():
            chosen, reason, present = dialog.chosen(), dialog.reason(), dialog.present()
            place = (sheet.juror, sheet.stage, sheet.entry)

            def job(master: Master, progress: Progress) -> None:
                deciding.decide_conflict(master, *place, chosen.criterion, chosen.choice, reason, present)

            self._office.act(
                translate("Acts", "Mencatat keputusan"), job, self._page.notice, self._on_decided
            )
        dialog.deleteLater()

    def recuse(self, gap: Gap) -> None:
        """Take a juror off an entry that was not judged, with a reason."""
        overview = self._office.overview
        juror, entry = gap.juror, gap.entry
        if overview is None or juror is None or entry is None:
            return
        reason = ask_reason(
            self._page,
            translate("Acts", "{juror} tidak menilai peserta {entry}").format(
                juror=overview.juror_name(juror), entry=entry
            ),
            translate(
                "Acts", "Lembar ini tidak lagi ditunggu. Nilai dihitung dari juri lain dan jumlahnya dicetak."
            ),
            translate("Acts", "Catat"),
            [translate("Acts", "Konflik kepentingan"), translate("Acts", "Tidak mengikuti presentasi")],
        )
        if reason is None:
            return

        def job(master: Master, progress: Progress) -> None:
            deciding.recuse(master, juror, entry, reason, gap.stage)

        self._office.act(translate("Acts", "Mencatat"), job, self._page.notice)

    def confirm_device(self, laptop: Laptop) -> None:
        """Let a further laptop count, once its ten characters were compared by voice."""
        overview = self._office.overview
        if overview is None:
            return
        dialog = DeviceDialog(overview.juror_name(laptop.juror), laptop.code, self._page)
        if dialog.agreed():

            def job(master: Master, progress: Progress) -> None:
                deciding.confirm_device(master, laptop.juror, laptop.key)

            self._office.act(translate("Acts", "Mengonfirmasi laptop"), job, self._page.notice)
        dialog.deleteLater()

    def _on_final(self, answer: object) -> None:
        self._page.notice.show_words(_final, "ok")

    def _on_decided(self, answer: object) -> None:
        self._page.notice.show_words(_decided, "ok")


def sheet_of(overview: Overview, gap: Gap) -> Sheet | None:
    """The sheet a gap speaks of."""
    sheets = overview.result.state.table.of(gap.stage, gap.entry or "")
    return next((sheet for sheet in sheets if sheet.juror == gap.juror), None)


def conflict_choices(overview: Overview, sheet: Sheet) -> list[ConflictChoice]:
    """What can be chosen: each whole sheet, then each differing value."""
    words = translate("Acts", "Seluruh lembar menurut ekspor {file}")
    found = [ConflictChoice(words.format(file=short_code(head)), None, head) for head in sheet.opinions]
    for trouble in sheet.troubles:
        if trouble.kind != "conflict":
            continue
        name = link_words(overview.competition, f"criterion:{trouble.criterion}")
        for value in dict.fromkeys(trouble.values.values()):
            said = translate("Acts", "kosong") if value is None else centi_text(value)
            files = ", ".join(short_code(head) for head, held in trouble.values.items() if held == value)
            words = translate("Acts", "{name}: {value}   (ekspor {files})")
            found.append(
                ConflictChoice(words.format(name=name, value=said, files=files), trouble.criterion, value)
            )
    return found


def _final() -> str:
    return translate("Acts", "Dinyatakan final. Cetak lembar dan tulis bundel di langkah Cetak & arsip.")


def _decided() -> str:
    return translate("Acts", "Keputusan dicatat.")
