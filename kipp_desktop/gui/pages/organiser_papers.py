"""Sheets filled in on paper: typed twice, blind, by two people; the differences settled with the paper."""

from __future__ import annotations

from pathlib import Path

from kipp_desktop.gui.dialogs.organiser_paper import KeyingDialog, NamedPlace, ResolveDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import entry_words, paper_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_intake_list import IntakeList
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.services import paper
from kipp_desktop.services.masters import Master
from kipp_desktop.services.paper import Paper, PaperState, Place


class PapersPage(IntakeList):
    """One row a sheet of paper."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, self._columns(), "document")
        self.withdraw = Button("")
        self.resolve = Button("")
        self.withdraw.clicked.connect(self._on_withdraw)
        self.resolve.clicked.connect(self._on_resolve)
        self.put_acts(self.withdraw, self.resolve)
        self.start()

    def paper(self) -> Paper | None:
        """The one that is chosen."""
        key = self.table.current_key()
        found = self.overview.intake.papers if self.overview is not None else ()
        return next((one for one in found if one.place == key), None)

    def key_in(self, place: Place, operator: str, typed: dict[str, str], scan: Path | None) -> None:
        """Keep what one operator typed."""

        def job(master: Master, progress: Progress) -> PaperState:
            digest = None if scan is None else paper.scan_digest(scan)
            return paper.key_in(master, place, operator, typed, digest)

        self.office.act(translate("PapersPage", "Menyimpan ketikan"), job, self.notice, self._on_keyed)

    def show_overview(self, overview: Overview) -> None:
        """Draw the table."""
        self.show_rows(paper_rows(overview))

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("PapersPage", "Lembar kertas"))
        self.lead.setText(
            translate(
                "PapersPage",
                "Untuk lembar yang diisi dengan pena. Diketik dua orang tanpa saling melihat, bertanda "
                "bintang di papan dan di setiap cetakan, dan ditarik hanya dengan alasan.",
            )
        )
        self.table.setAccessibleName(translate("PapersPage", "Lembar kertas"))
        self.table.rows.set_columns(self._columns())
        self.empty.set_words(
            translate("PapersPage", "Belum ada lembar kertas"),
            translate("PapersPage", "Bila laptop juri tidak dapat dipakai, ketik lembar kertasnya di sini."),
        )
        self.withdraw.setText(translate("PapersPage", "&Tarik …"))
        self.resolve.setText(translate("PapersPage", "&Selesaikan beda …"))
        self.primary.setText(translate("PapersPage", "&Ketik lembar …"))

    def look(self) -> None:
        """Typing as soon as somebody owes a sheet; the others with the chosen row."""
        chosen, busy, overview = self.paper(), self.office.busy, self.overview
        owing = overview is not None and bool(overview.boards)
        self.primary.setEnabled(owing and not busy)
        self.resolve.setEnabled(chosen is not None and chosen.state == "differs" and not busy)
        self.withdraw.setEnabled(chosen is not None and not busy)

    def act(self) -> None:
        """Type a sheet; the chosen one, if it waits for its second operator, stands first."""
        overview = self.overview
        if overview is None:
            return
        places = self._places(overview)
        if not places:
            return
        dialog = KeyingDialog(self.office.theme, places, self.office.languages.current, self)
        chosen = self.paper()
        if chosen is not None and chosen.state == "keyed_once":
            dialog.choose(chosen.place)
        if dialog.agreed():
            self.key_in(dialog.chosen(), dialog.operator.text(), dialog.boxes.typed(), dialog.scan_file())
        dialog.deleteLater()

    def _places(self, overview: Overview) -> list[NamedPlace]:
        """Every sheet that may be typed now: owed, and neither entered nor keyed twice."""
        state = overview.result.state
        done = {one.place for one in overview.intake.papers if one.state != "keyed_once"}
        found: list[NamedPlace] = []
        for place in paper.owed_places(state):
            juror, stage, entry = place
            if place in done:
                continue
            rubric = state.competition.rubric_for(stage, state.competition.entry_by_id[entry])
            name = overview.juror_name(juror)
            if len(overview.boards) > 1:
                language = self.office.languages.current
                name += f"  ·  {state.competition.stage_by_id[stage].name.in_language(language)}"
            found.append(NamedPlace(place, name, entry_words(overview, entry), rubric.criterion))
        return sorted(found, key=lambda one: (one.place[1], one.place[0]))

    def _on_resolve(self) -> None:
        chosen, overview = self.paper(), self.overview
        if chosen is None or overview is None:
            return
        juror, stage, entry = chosen.place
        competition = overview.competition
        criteria = competition.rubric_for(stage, competition.entry_by_id[entry]).criterion
        where = f"{overview.juror_name(juror)}, {entry_words(overview, entry)}"
        language = self.office.languages.current
        dialog = ResolveDialog(self.office.theme, chosen, criteria, where, language, self)
        if dialog.agreed():
            typed = dialog.boxes.typed()

            def job(master: Master, progress: Progress) -> PaperState:
                paper.resolve(master, chosen.place, typed)
                return "entered"

            self.office.act(translate("PapersPage", "Mencatat lembar"), job, self.notice, self._on_keyed)
        dialog.deleteLater()

    def _on_withdraw(self) -> None:
        chosen = self.paper()
        if chosen is None:
            return
        reason = ask_reason(
            self,
            translate("PapersPage", "Tarik lembar kertas"),
            translate("PapersPage", "Lembar ini tidak dihitung lagi dan boleh diketik ulang."),
            translate("PapersPage", "Tarik"),
            [
                translate("PapersPage", "Salah lembar"),
                translate("PapersPage", "Juri sudah mengirim berkasnya"),
            ],
        )
        if reason is None:
            return

        def job(master: Master, progress: Progress) -> None:
            paper.withdraw(master, chosen.place, reason)

        self.office.act(translate("PapersPage", "Menarik lembar"), job, self.notice)

    def _on_keyed(self, state: PaperState) -> None:
        words = {
            "keyed_once": (_keyed_once, "info"),
            "differs": (_differs, "warn"),
            "entered": (_entered, "ok"),
        }
        said, tone = words[state]
        self.notice.show_words(said, tone)  # type: ignore[arg-type]

    def _columns(self) -> list[Column]:
        return [
            Column(translate("PapersPage", "Juri dan peserta")),
            Column(translate("PapersPage", "Pengetik"), 240),
            Column(translate("PapersPage", "Keadaan"), 260),
        ]


def _keyed_once() -> str:
    return translate("PapersPage", "Ketikan pertama tersimpan, belum dihitung. Minta orang kedua mengetik.")


def _differs() -> str:
    return translate(
        "PapersPage", "Kedua ketikan berbeda dan tersimpan. Selesaikan bedanya sambil melihat kertasnya."
    )


def _entered() -> str:
    return translate("PapersPage", "Lembar kertas tercatat dan dihitung, bertanda bintang.")
