"""Official acts that several pages offer: each asks first, does it on the worker, says what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.dialogs.organiser_awards import AwardDialog, BonusDialog
from kipp_desktop.gui.dialogs.organiser_decisions import (
    ConflictChoice,
    ConflictDialog,
    FinaliseDialog,
    OpenRankingDialog,
    TieDialog,
)
from kipp_desktop.gui.dialogs.organiser_laptops import DeviceDialog
from kipp_desktop.gui.dialogs.organiser_seats import SeatDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import entry_words, value_words, view_name
from kipp_desktop.gui.models.moments import when_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.plenary import lapsed_award, order_rows
from kipp_desktop.gui.models.ranking import gap_rows, link_words, told_together
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.services import deciding
from kipp_desktop.services.conflicts import Contest, View
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
            translate("Acts", "Tutup penerimaan: {stage}").format(stage=self._stage_name(stage)),
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
        dialog = OpenRankingDialog(self._stage_name(stage), self._page)
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
        rows = gap_rows(overview, told_together(gaps))
        dialog = FinaliseDialog(self._office.theme, rows, blocking, order_rows(overview), self._page)
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
        dialog = TieDialog(self._office.theme, named, overview.members(stage), self._page)
        if dialog.agreed():
            order, how, reason, present = dialog.order(), dialog.how(), dialog.reason(), dialog.present()
            vote = dialog.vote()

            def job(master: Master, progress: Progress) -> None:
                deciding.decide_tie(master, order, how, reason, present, stage, group, vote)

            self._office.act(
                translate("Acts", "Mencatat keputusan"), job, self._page.notice, self._on_decided
            )
        dialog.deleteLater()

    def decide_award(self, ranking: GroupRanking) -> None:
        """Give the awards of a ranking in another order; after a decision that is void, beginning with it."""
        overview = self._office.overview
        if overview is None:
            return
        placed = [row for row in ranking.rows if row.place is not None]
        lines = [
            (row.entry, f"{row.place}.  {row.entry} · {overview.entry(row.entry).title}") for row in placed
        ]
        before, said = lapsed_award(overview, ranking) or ((), "")
        rank = {entry: at for at, entry in enumerate(before)}
        lines.sort(key=lambda line: rank.get(line[0], len(rank)))
        members = overview.members(ranking.stage)
        dialog = AwardDialog(self._office.theme, lines, members, self._page, said)
        if dialog.agreed():
            order, reason, present = dialog.order(), dialog.reason(), dialog.present()
            vote, stage, group = dialog.votes.vote(), ranking.stage, ranking.group

            def job(master: Master, progress: Progress) -> None:
                deciding.decide_plenary(master, reason, present, order, None, stage, group, vote)

            self._office.act(
                translate("Acts", "Mencatat keputusan"), job, self._page.notice, self._on_decided
            )
        dialog.deleteLater()

    def decide_bonus(self, entries: Sequence[str]) -> None:
        """Add points to one of these entries, or take some."""
        overview = self._office.overview
        if overview is None:
            return
        lines = [(entry, entry_words(overview, entry)) for entry in entries]
        dialog = BonusDialog(self._office.theme, lines, self._page)
        if dialog.agreed():
            entry, points, reason = dialog.chosen(), dialog.centi() or 0, dialog.reason()

            def job(master: Master, progress: Progress) -> None:
                deciding.decide_bonus(master, entry, points, reason)

            self._office.act(
                translate("Acts", "Mencatat keputusan"), job, self._page.notice, self._on_decided
            )
        dialog.deleteLater()

    def decide_conflict(self, place: tuple[str, str, str]) -> None:
        """Choose between what two laptops of one juror say, or a laptop and paper."""
        overview = self._office.overview
        found = overview.intake.contests if overview is not None else ()
        contest = next((one for one in found if one.place == place), None)
        if overview is None or contest is None:
            return
        where = f"{overview.juror_name(place[0])}, {entry_words(overview, place[2])}"
        dialog = ConflictDialog(self._office.theme, where, conflict_choices(overview, contest), self._page)
        if dialog.agreed():
            chosen, reason, present = dialog.chosen(), dialog.reason(), dialog.present()

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

    def name_seat(self, seat: str) -> None:
        """Say who came to sit on a spare seat, so that its files count."""
        dialog = SeatDialog(seat, self._page)
        if dialog.agreed():
            name, institution, letter = (
                field.text().strip() for field in (dialog.name, dialog.institution, dialog.letter)
            )

            def job(master: Master, progress: Progress) -> None:
                deciding.name_juror(master, seat, name, institution, letter)

            self._office.act(translate("Acts", "Mencatat"), job, self._page.notice)
        dialog.deleteLater()

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

    def _stage_name(self, stage: str) -> str:
        overview = self._office.overview
        return stage if overview is None else link_words(overview.competition, f"stage:{stage}")

    def _on_final(self, answer: object) -> None:
        self._page.notice.show_words(_final, "ok")

    def _on_decided(self, answer: object) -> None:
        self._page.notice.show_words(_decided, "ok")


def conflict_choices(overview: Overview, contest: Contest) -> list[ConflictChoice]:
    """What can be chosen: each whole sheet, then each differing value."""
    words = translate("Acts", "Seluruh lembar menurut {source}")
    found = [ConflictChoice(words.format(source=_source(view)), None, view.head) for view in contest.views]
    by_head = {view.head: view for view in contest.views}
    for criterion in contest.differing():
        name = link_words(overview.competition, f"criterion:{criterion}")
        held = contest.held(criterion)
        for value in dict.fromkeys(held.values()):
            sources = ", ".join(view_name(by_head[head]) for head, one in held.items() if one == value)
            words = translate("Acts", "{name}: {value}   ({sources})")
            said = words.format(name=name, value=value_words(value), sources=sources)
            found.append(ConflictChoice(said, criterion, value))
    return found


def _source(view: View) -> str:
    return f"{view_name(view)} · {view.file} · {when_words(view.received_at)}"


def _final() -> str:
    return translate("Acts", "Dinyatakan final. Cetak lembar dan tulis bundel di langkah Cetak & arsip.")


def _decided() -> str:
    return translate("Acts", "Keputusan dicatat.")
