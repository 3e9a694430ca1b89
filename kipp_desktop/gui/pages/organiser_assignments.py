"""Who judges what: the board, sharing out, conflicts of interest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableView

from kipp_desktop.domain.assigning import SameHouse
from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.gui.dialogs.organiser_assign import AssignDialog, AssignmentPlanDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.assignments import AssignmentsModel, Place, of_stage
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_list_import import ListImport
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPanel, lay_out_table
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import CellDelegate
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import assigning, importing
from kipp_desktop.services.assigning import AssignmentPlan, Wish
from kipp_desktop.services.masters import Master

_COLUMN, _ROW, _NAMES = 62, 36, 300  # at 100 %


class AssignmentsTab(OrganiserPanel):
    """Space gives or takes a place; recusals want a reason and stay."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self.notice = notice
        self.stage_box = Choice()
        self.summary = Text("", "second", "soft").wrapped()
        self.board = AssignmentsModel(self)
        self.table = QTableView()
        self.load = Button("")
        self.lists = ListImport(office, notice, self)
        self.share = Button("")
        self.interests = Button("")
        self.recuse = Button("")
        self.stage_box.setMinimumContentsLength(24)
        self._arrange()
        self.stage_box.activated.connect(self._on_stage)
        self.load.clicked.connect(self._on_load)
        self.lists.written.connect(self._on_listed)
        self.share.clicked.connect(self._on_share)
        self.interests.clicked.connect(self.find_interests)
        self.recuse.clicked.connect(self._on_recuse)
        self.table.doubleClicked.connect(self._on_toggled)
        self.table.selectionModel().selectionChanged.connect(self.look)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle)
        self.start()

    def stage(self) -> str | None:
        """The stage that is shown."""
        data = self.stage_box.currentData()
        return None if data is None else str(data)

    def show_overview(self, overview: Overview) -> None:
        """Draw the stages of juries and the board of the chosen one."""
        language = self.office.languages.current
        chosen = self.stage()
        self.stage_box.clear()
        for stage in overview.draft.stages:
            if stage.panel != ORGANISER:
                self.stage_box.addItem(stage.name.in_language(language), stage.id)
        at = self.stage_box.findData(chosen)
        if at < 0 and overview.draft.assignments:  # the last stage that is open
            at = self.stage_box.findData(overview.draft.assignments[-1].stage)
        self.stage_box.setCurrentIndex(max(0, at))
        self._show_board()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.stage_box.setAccessibleName(translate("AssignmentsTab", "Tahap"))
        self.table.setAccessibleName(translate("AssignmentsTab", "Siapa menilai apa"))
        self.load.setText(translate("AssignmentsTab", "&Impor daftar …"))
        self.load.setToolTip(translate("AssignmentsTab", "Kolom: juri, peserta, tahap"))
        self.share.setText(translate("AssignmentsTab", "&Bagi tugas …"))
        self.interests.setText(translate("AssignmentsTab", "Cari benturan &kepentingan …"))
        self.recuse.setText(translate("AssignmentsTab", "&Tidak menilai …"))

    def look(self) -> None:
        """Only with jurors and participants; recusing wants chosen cells."""
        there = bool(self.board.jurors and self.board.entries) and not self.office.busy
        self.load.setEnabled(self.stage() is not None and not self.office.busy)
        self.share.setEnabled(self.stage() is not None and not self.office.busy)
        self.interests.setEnabled(there)
        self.recuse.setEnabled(there and bool(self.chosen()))

    def chosen(self) -> list[Place]:
        """The chosen places that are not recused."""
        places = (self.board.place(index) for index in self.table.selectionModel().selectedIndexes())
        return [place for place in places if self.board.state(place) != "recused"]

    def toggle(self) -> None:
        """Give the chosen places to their jurors, or take them away if all are theirs."""
        places, stage = self.chosen(), self.stage()
        if not places or stage is None or self.office.busy:
            return
        give = any(self.board.state(place) is None for place in places)

        def job(master: Master, progress: Progress) -> int:
            return assigning.put(master, stage, set(places), give)

        self.office.act(translate("AssignmentsTab", "Mengubah penugasan"), job, self.notice)

    def propose(self, wish: Wish) -> None:
        """Work an assignment out and show it before it is written."""

        def job(master: Master, progress: Progress) -> AssignmentPlan:
            return assigning.propose(master, wish)

        what = translate("AssignmentsTab", "Menghitung pembagian")
        self.office.act(what, job, self.notice, self._on_proposed, writes=False)

    def write(self, plan: AssignmentPlan) -> None:
        """Write an assignment."""

        def job(master: Master, progress: Progress) -> int:
            return assigning.write(master, plan)

        what = translate("AssignmentsTab", "Menulis pembagian")
        self.office.act(what, job, self.notice, self._on_written)

    def find_interests(self) -> None:
        """Look for jurors who would judge their own institution."""
        stage = self.stage()
        if stage is None:
            return

        def job(master: Master, progress: Progress) -> list[SameHouse]:
            return assigning.conflicts_of_interest(master, stage)

        what = translate("AssignmentsTab", "Mencari benturan kepentingan")
        self.office.act(what, job, self.notice, self._on_found, writes=False)

    def keep_off(self, places: list[Place], reason: str) -> None:
        """Recuse jurors, with a reason."""
        stage = self.stage()
        if stage is None:
            return

        def job(master: Master, progress: Progress) -> None:
            assigning.recuse(master, stage, places, reason)

        self.office.act(translate("AssignmentsTab", "Mencatat"), job, self.notice)

    def _show_board(self) -> None:
        overview, stage = self.overview, self.stage()
        if overview is None or stage is None:
            return
        jurors, entries, states = of_stage(overview.draft, overview.result.state.rulings, stage)
        self.board.show(jurors, entries, states)
        px = self.office.theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.table.horizontalHeader().setDefaultSectionSize(px(_COLUMN))
        self.table.verticalHeader().setFixedWidth(px(_NAMES))
        if not entries:
            words = translate(
                "AssignmentsTab",
                "Belum ada peserta atau juri pada tahap ini: impor daftarnya, atau lanjutkan tahap "
                "sebelumnya lebih dulu.",
            )
        else:
            given = sum(state == "assigned" for state in states.values())
            words = translate(
                "AssignmentsTab",
                "{jurors} juri, {entries} peserta, {n} lembar. Spasi memberi atau mengambil tugas pada sel "
                "yang dipilih.",
            ).format(jurors=len(jurors), entries=len(entries), n=given)
        self.summary.setText(words)
        self.look()

    def _on_stage(self, index: int) -> None:
        self._show_board()

    def _on_toggled(self, index: QModelIndex) -> None:
        self.toggle()

    def _on_load(self) -> None:
        title = translate("AssignmentsTab", "Impor penugasan")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "Excel, CSV (*.xlsx *.csv)")
        if path:
            self.lists.read(translate("AssignmentsTab", "Mengimpor penugasan"), Path(path), _take)

    def _on_listed(self, count: int) -> None:
        words = translate("AssignmentsTab", "{n} baris penugasan ditulis.")
        self.notice.show_words(words.format(n=count), "ok")

    def _on_share(self) -> None:
        overview, stage = self.overview, self.stage()
        if overview is None or stage is None:
            return
        categories = list(dict.fromkeys(entry.category for entry in overview.draft.entries if entry.category))
        dialog = AssignDialog(self.office.theme, stage, self.stage_box.currentText(), categories, self)
        if dialog.agreed():
            self.propose(dialog.wish())
        dialog.deleteLater()

    def _on_proposed(self, plan: AssignmentPlan) -> None:
        dialog = AssignmentPlanDialog(plan, self)
        if dialog.agreed():
            self.write(plan)
        dialog.deleteLater()

    def _on_written(self, count: int) -> None:
        words = translate("AssignmentsTab", "Pembagian ditulis: {n} lembar.")
        everybody = translate("AssignmentsTab", "Semua juri menilai semua peserta.")
        self.notice.show_words(words.format(n=count) if count else everybody, "ok")

    def _on_found(self, found: list[SameHouse]) -> None:
        if not found:
            words = translate("AssignmentsTab", "Tidak ada juri yang akan menilai instansinya sendiri.")
            self.notice.show_words(words, "ok")
            return
        names = {} if self.overview is None else {one.id: one.name for one in self.overview.draft.jurors}
        named = [
            f"{one.juror} {names.get(one.juror, '')} – {one.entry} {one.institution}" for one in found[:10]
        ]
        more = translate("AssignmentsTab", "… dan {n} lagi").format(n=len(found) - 10) if found[10:] else ""
        reason = ask_reason(
            self,
            translate("AssignmentsTab", "{n} juri akan menilai instansinya sendiri").format(n=len(found)),
            "\n".join([*named, more]).strip(),
            translate("AssignmentsTab", "Catat: tidak menilai"),
            [translate("AssignmentsTab", "Satu instansi dengan peserta")],
        )
        if reason is not None:
            self.keep_off([(one.juror, one.entry) for one in found], reason)

    def _on_recuse(self) -> None:
        places = self.chosen()
        reason = ask_reason(
            self,
            translate("AssignmentsTab", "Juri tidak menilai {n} peserta").format(n=len(places)),
            translate(
                "AssignmentsTab",
                "Juri yang tidak menilai keluar dari pembagi nilai peserta itu. Ini dicatat dan dicetak.",
            ),
            translate("AssignmentsTab", "Catat"),
            [
                translate("AssignmentsTab", "Satu instansi dengan peserta"),
                translate("AssignmentsTab", "Pernah menjadi pembina inovasi ini"),
                translate("AssignmentsTab", "Hubungan keluarga"),
            ],
        )
        if reason is not None:
            self.keep_off(places, reason)

    def _arrange(self) -> None:
        self.table.setModel(self.board)
        self.table.setProperty("rich", True)
        self.table.setItemDelegate(CellDelegate(self.office.theme, True, self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        for header in (self.table.verticalHeader(), self.table.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        head, everyday = (self.stage_box, self.summary), (self.recuse, self.interests)
        lay_out_table(self, head, self.table, everyday, (self.load, self.share))


def _take(master: Master, path: Path, skip_bad: bool) -> int:
    return importing.import_list(master, "assignments", path, skip_bad=skip_bad)[0]
