"""The stages: who passes, by the organiser's own results, by choice, or by the rule; and on to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from kipp_desktop.domain.advancing import Outcome
from kipp_desktop.domain.competition import ORGANISER, Stage
from kipp_desktop.gui.dialogs.organiser_curate import CurateDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.outcomes import advance_words, going_on, outcome_rows, stage_rows
from kipp_desktop.gui.models.ranking import sentence_case
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPanel
from kipp_desktop.gui.pages.organiser_stage_work import StageWork
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.deciding import GateLine


class StagesTab(OrganiserPanel):
    """Stages at the left, the results of the chosen one at the right. Space ticks an organiser's result."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self._ticks: dict[str, bool] = {}  # results that are not saved yet
        self.work = StageWork(office, notice, self)
        self.stages = RichTable(office.theme, "", [Column("")], PEOPLE_ROW)
        self.stages.horizontalHeader().hide()
        self._name = ElidedText("", "heading")
        self._how = Text("", "second", "soft").wrapped()
        self.table = RichTable(office.theme, "", self._columns(), PEOPLE_ROW)
        self.all_pass = Button("", "ghost")
        self.load = Button("")
        self.choose = Button("")
        self.save = Button("")
        self.primary = Button("", "primary")
        self._arrange()
        self._connect()
        self.start()

    def stage(self) -> Stage | None:
        """The stage that is chosen."""
        key = self.stages.current_key()
        return (
            None if self.overview is None or key is None else self.overview.competition.stage_by_id[str(key)]
        )

    def found(self) -> tuple[Outcome, ...]:
        """Results of the chosen stage."""
        stage = self.stage()
        return self.overview.outcomes[stage.id] if self.overview is not None and stage is not None else ()

    def tick(self, entry: str) -> None:
        """Turn the result of an entry over; nothing is written before Simpan."""
        if not self._ticks_here() or self.office.busy:
            return
        saved = {one.entry: one.verdict for one in self.found()}
        if saved.get(entry) in (None, "out"):
            return
        now = self._ticks.get(entry, saved[entry] == "pass" if saved[entry] != "open" else None)
        wanted = not now
        if saved[entry] == ("pass" if wanted else "fail"):
            self._ticks.pop(entry, None)
        else:
            self._ticks[entry] = wanted
        self._show_results()

    def pass_all(self) -> None:
        """Let everybody pass who has no result yet."""
        undecided = (one.entry for one in self.found() if one.verdict == "open")
        self._ticks = {**dict.fromkeys(undecided, True), **self._ticks}
        self._show_results()

    def write(self, reason: str = "") -> None:
        """Save the ticked results; the reason is for those who fail."""
        stage = self.stage()
        if stage is None or not self._ticks:
            return
        lines = [
            GateLine(entry, None, 100 if passed else 0, "" if passed else reason)
            for entry, passed in self._ticks.items()
        ]
        self._ticks = {}
        self.work.save(stage.id, lines)

    def advance(self) -> None:
        """Let those who pass go on to the next stage."""
        stage = self.stage()
        if stage is not None:
            self.work.advance(stage.id)

    def show_overview(self, overview: Overview) -> None:
        """Draw stages and results; the stage that is open now is chosen first."""
        first = self.stages.current_key() is None
        self.stages.set_rows(stage_rows(overview, self.office.languages.current))
        self.stages.setFixedWidth(self.office.theme.px(260))
        if first:
            advanced = overview.result.state.rulings.advanced
            waiting = (stage.id for stage in overview.competition.stages if stage.id not in advanced)
            self.stages.choose(next(waiting, overview.competition.stages[0].id))
        self._show_results()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.stages.setAccessibleName(translate("StagesTab", "Tahap"))
        self.table.setAccessibleName(translate("StagesTab", "Hasil tahap"))
        self.table.rows.set_columns(self._columns())
        self.all_pass.setText(translate("StagesTab", "S&emua lulus"))
        self.load.setText(translate("StagesTab", "&Impor hasil …"))
        self.choose.setText(translate("StagesTab", "&Pilih peserta …"))
        self.primary.setText(translate("StagesTab", "&Lanjutkan tahap"))

    def look(self) -> None:
        """Only what the kind of stage offers, and only while it is open."""
        stage, overview, busy = self.stage(), self.overview, self.office.busy
        if stage is None or overview is None:
            for button in (self.all_pass, self.load, self.choose, self.save, self.primary):
                button.hide()
            return
        done = stage.id in overview.result.state.rulings.advanced
        gate = self._ticks_here()
        self.load.setVisible(stage.panel == ORGANISER and not done)
        self.all_pass.setVisible(gate and any(one.verdict == "open" for one in self.found()))
        self.choose.setVisible(stage.advance.kind == "curated" and not done)
        self.save.setVisible(bool(self._ticks))
        self.save.setText(translate("StagesTab", "&Simpan {n} hasil").format(n=len(self._ticks)))
        self.save.set_kind("primary")
        self.primary.setVisible(stage.id != overview.competition.stages[-1].id and not done)
        self.primary.set_kind("secondary" if self._ticks else "primary")
        decided = going_on(overview, stage.id) is not None
        self.primary.setEnabled(decided and not self._ticks and not busy)
        for button in (self.all_pass, self.load, self.choose, self.save):
            button.setEnabled(not busy)

    def _arrange(self) -> None:
        left, right = Card(), Card()
        for card, table in ((left, self.stages), (right, self.table)):
            card.body.setContentsMargins(8, 8, 8, 4)
            if card is right:
                head = QHBoxLayout()
                head.setContentsMargins(8, 0, 4, 0)
                texts = QVBoxLayout()
                texts.setSpacing(0)
                texts.addWidget(self._name)
                texts.addWidget(self._how)
                head.addLayout(texts, 1)
                head.addWidget(self.all_pass, 0, Qt.AlignmentFlag.AlignTop)
                card.body.addLayout(head)
            card.body.addWidget(table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(left)
        middle.addWidget(right, 1)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.load)
        actions.addWidget(self.choose)
        actions.addStretch(1)
        actions.addWidget(self.save)
        actions.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(actions)

    def _connect(self) -> None:
        self.stages.chosen.connect(self._on_stage)
        self.table.clicked.connect(self._on_clicked)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._on_space)
        self.all_pass.clicked.connect(self.pass_all)
        self.load.clicked.connect(self._on_load)
        self.choose.clicked.connect(self._on_choose)
        self.save.clicked.connect(self._on_save)
        self.primary.clicked.connect(self.advance)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("StagesTab", "Peserta")),
            Column(translate("StagesTab", "Nilai"), 80, Qt.AlignmentFlag.AlignRight),
            Column(translate("StagesTab", "Hasil"), 150),
            Column(translate("StagesTab", "Alasan"), 190),
        ]

    def _ticks_here(self) -> bool:
        """Whether the chosen stage is a gate of the organiser's that is still open."""
        stage, overview = self.stage(), self.overview
        if stage is None or overview is None or stage.id in overview.result.state.rulings.advanced:
            return False
        return stage.panel == ORGANISER and stage.advance.kind == "pass"

    def _show_results(self) -> None:
        stage, overview = self.stage(), self.overview
        if stage is None or overview is None:
            return
        self._name.setText(stage.name.in_language(self.office.languages.current))
        self._how.setText(self._how_words(stage, overview))
        decimals = overview.competition.rule.published_decimals
        shown = stage.panel == ORGANISER or overview.is_visible(stage.id)
        self.table.set_rows(outcome_rows(overview.competition, self.found(), self._ticks, decimals, shown))
        self.table.setColumnHidden(1, stage.form != "scored" or not shown)
        self.table.setColumnHidden(3, not any(one.why for one in self.found()))
        self.look()

    def _how_words(self, stage: Stage, overview: Overview) -> str:
        passing = sum(one.verdict == "pass" for one in self.found())
        if stage.id in overview.result.state.rulings.advanced:
            words = translate("StagesTab", "{n} dari {all} peserta sudah dilanjutkan.")
            return words.format(n=passing, all=len(self.found()))
        if stage.id == overview.competition.stages[-1].id:
            return translate("StagesTab", "Tahap terakhir: peringkatnya adalah hasil kompetisi.")
        hint = translate("StagesTab", " Centang dengan Spasi atau klik.") if self._ticks_here() else ""
        if stage.panel != ORGANISER and not overview.is_visible(stage.id):
            hint = translate("StagesTab", " Hasilnya tampak setelah penerimaan ditutup di langkah Peringkat.")
        return sentence_case(advance_words(stage.advance)) + hint

    def _on_stage(self, key: object) -> None:
        self._ticks = {}
        self._show_results()

    def _on_space(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self.tick(str(key))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 2:
            self.tick(str(self.table.rows.key_at(index.row())))

    def _on_load(self) -> None:
        title = translate("StagesTab", "Impor hasil")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "Excel, CSV (*.xlsx *.csv)")
        stage = self.stage()
        if path and stage is not None:
            self.work.import_results(stage.id, Path(path))

    def _on_choose(self) -> None:
        stage = self.stage()
        if self.overview is None or stage is None:
            return
        entries = [self.overview.entry(one.entry) for one in self.found() if one.verdict != "out"]
        chosen = [one.entry for one in self.found() if one.verdict == "pass"]
        left_out = self.overview.result.state.rulings.left_out.get(stage.id, {})
        dialog = CurateDialog(self.office.theme, entries, chosen, left_out, self)
        if dialog.agreed():
            self.work.curate(
                stage.id,
                dialog.chosen(),
                dialog.reason(),
                dialog.present(),
                dialog.left_out(),
                dialog.vote(),
            )
        dialog.deleteLater()

    def _on_save(self) -> None:
        failing = [entry for entry, passed in self._ticks.items() if not passed]
        reason: str | None = ""
        if failing:
            reason = ask_reason(
                self,
                translate("StagesTab", "Tidak lanjut: {entries}").format(entries=", ".join(failing)),
                translate("StagesTab", "Alasan ini dicatat untuk semua peserta tersebut dan dicetak."),
                translate("StagesTab", "Simpan hasil"),
                [
                    translate("StagesTab", "Berkas tidak lengkap"),
                    translate("StagesTab", "Tidak sesuai tema atau kategori"),
                    translate("StagesTab", "Belum dilaksanakan"),
                ],
            )
        if reason is not None:
            self.write(reason)
