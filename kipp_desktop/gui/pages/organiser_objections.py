"""The register of objections: who objected to the result, when, and what was answered."""

from __future__ import annotations

from kipp_desktop.gui.dialogs.organiser_objections import AnswerDialog, ObjectionDialog, PeriodDialog
from kipp_desktop.gui.languages import date_words, translate
from kipp_desktop.gui.models.intake import entry_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.plenary import objection_rows
from kipp_desktop.gui.pages.organiser_intake_list import IntakeList
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import objecting
from kipp_desktop.services.masters import Master
from kipp_desktop.services.objecting import Objection


class ObjectionsPage(IntakeList):
    """One row an objection; answering is the thing to do with it."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, self._columns(), "mail")
        self.period = Button("")
        self.enter = Button("")
        self.period.clicked.connect(self._on_period)
        self.enter.clicked.connect(self._on_enter)
        self.put_acts(self.period, self.enter)
        self.start()

    def objection(self) -> Objection | None:
        """The one that is chosen."""
        key = self.table.current_key()
        held = () if self.overview is None else self.overview.register.objections
        return next((one for one in held if one.number == key), None)

    def show_overview(self, overview: Overview) -> None:
        """Draw the register."""
        self.show_rows(objection_rows(overview))
        self._say(overview)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("ObjectionsPage", "Keberatan"))
        self.table.setAccessibleName(translate("ObjectionsPage", "Buku keberatan"))
        self.table.rows.set_columns(self._columns())
        self.empty.set_words(
            translate("ObjectionsPage", "Belum ada keberatan"),
            translate("ObjectionsPage", "Keberatan peserta dicatat di sini setelah hasil dinyatakan final."),
        )
        self.period.setText(translate("ObjectionsPage", "&Masa sanggah …"))
        self.enter.setText(translate("ObjectionsPage", "Catat &keberatan …"))
        self.primary.setText(translate("ObjectionsPage", "&Jawab …"))
        if self.overview is not None:
            self._say(self.overview)

    def look(self) -> None:
        """Entering once a result was final; answering what has no answer."""
        overview, chosen, busy = self.overview, self.objection(), self.office.busy
        final = overview is not None and overview.last("finalised") is not None
        self.enter.setEnabled(final and not busy)
        self.period.setEnabled(overview is not None and overview.final and not busy)
        self.primary.setEnabled(chosen is not None and not chosen.answer and not busy)

    def act(self) -> None:
        """Answer the chosen objection."""
        chosen, overview = self.objection(), self.overview
        if chosen is None or overview is None or chosen.answer:
            return
        dialog = AnswerDialog(self.office.theme, entry_words(overview, chosen.entry), chosen, self)
        if dialog.agreed():
            self.object_to(chosen.entry, chosen.text, dialog.words())
        dialog.deleteLater()

    def object_to(self, entry: str, text: str, answer: str = "") -> None:
        """Enter an objection, or answer it."""

        def job(master: Master, progress: Progress) -> None:
            objecting.object_to(master, entry, text, answer)

        self.office.act(translate("ObjectionsPage", "Mencatat"), job, self.notice)

    def _on_enter(self) -> None:
        overview = self.overview
        if overview is None:
            return
        stage = overview.result.state.last_stage
        ranked = [row.entry for one in overview.rankings() if one.stage == stage for row in one.rows]
        everybody = [one.id for one in overview.competition.entries]
        lines = [(entry, entry_words(overview, entry)) for entry in dict.fromkeys([*ranked, *everybody])]
        dialog = ObjectionDialog(self.office.theme, lines, self)
        if dialog.agreed():
            self.object_to(dialog.chosen(), dialog.words())
        dialog.deleteLater()

    def _on_period(self) -> None:
        if self.overview is None:
            return
        dialog = PeriodDialog(self.overview.register.until, self)
        if dialog.agreed():
            until, reason = dialog.until(), dialog.reason()

            def job(master: Master, progress: Progress) -> None:
                objecting.open_period(master, until, reason)

            self.office.act(translate("ObjectionsPage", "Mencatat"), job, self.notice)
        dialog.deleteLater()

    def _say(self, overview: Overview) -> None:
        until = overview.register.until
        words = translate(
            "ObjectionsPage", "Masa sanggah belum ditetapkan; lazimnya lima hari sejak pengumuman."
        )
        if until is not None:
            words = translate("ObjectionsPage", "Keberatan diterima sampai {day}.").format(
                day=date_words(until)
            )
        self.lead.setText(words)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("ObjectionsPage", "Peserta"), 280),
            Column(translate("ObjectionsPage", "Keberatan")),
            Column(translate("ObjectionsPage", "Jawaban"), 280),
        ]
