"""Step 4, Peringkat: shut until it may be seen, then every place with its derivation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from kipp_desktop.domain.explain import Explanation
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.dialogs.organiser_changes import ChangesDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.mirroring import Screens
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.organiser_path import waiting_things
from kipp_desktop.gui.models.ranking import group_words, has_labels, ranking_rows
from kipp_desktop.gui.pages.organiser_acts import OrganiserActs
from kipp_desktop.gui.pages.organiser_explain import ExplainPanel
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPage
from kipp_desktop.gui.widgets.card import Button, TableCard
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import ElidedText
from kipp_desktop.services import results
from kipp_desktop.services.masters import Master

_PLENARY = 4  # index of step 5
_BESIDE = 980  # logical pixels from which the derivation stands beside the table


class RankingPage(OrganiserPage):
    """The live table, SEMENTARA or FINAL; select a row and see why."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self.acts = OrganiserActs(self)
        self.screens = Screens(self)
        self._cancel_reading: Callable[[], None] | None = None
        self._wanted: str | None = None
        self._measured = False
        self.groups = Choice()
        self.shut = EmptyState(office.theme, "lock")
        self.table = RichTable(office.theme, "", self._columns(), PEOPLE_ROW)
        self.why = ExplainPanel(office.theme)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._middle = QStackedWidget()
        self._gaps = ElidedText("", "second", "warn")
        self.to_plenary = Button("", "ghost")
        self.changed = Button("", "ghost")
        self.close_intake = Button("")
        self.early = Button("", "ghost")
        self.primary = Button("", "primary")
        self._arrange()
        self._connect()
        self.start()

    def ranking(self) -> GroupRanking | None:
        """The ranking that is shown, or None while there is none to see."""
        if self.overview is None or self.screens.mirrored:
            return None
        seen = {(one.stage, one.group): one for one in self.overview.rankings()}
        return seen.get(self.groups.currentData()) or next(iter(seen.values()), None)

    def show_overview(self, overview: Overview) -> None:
        """Draw the table, or why it is shut."""
        self._fill_groups(overview)
        ranking = self.ranking()
        self._middle.setCurrentIndex(0 if ranking is None else 1)
        self._say_shut(overview)
        count = waiting_things(overview) if overview.files and not overview.final else 0
        self._gaps.setText(translate("RankingPage", "{n} hal belum beres").format(n=count) if count else "")
        self.to_plenary.setVisible(bool(count))
        self._say_changed(overview, ranking)
        if ranking is not None:
            self.table.set_rows(ranking_rows(overview, ranking))
            self.table.setColumnHidden(4, not has_labels(overview, ranking))
            self._explain(self.table.current_key())

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("RankingPage", "Peringkat"))
        self.lead.setText(
            translate(
                "RankingPage",
                "Dihitung dari berkas yang digabung menurut aturan di paket. "
                "Pilih satu baris untuk melihat asal nilainya.",
            )
        )
        self.groups.setAccessibleName(translate("RankingPage", "Tahap dan kelompok"))
        self.table.setAccessibleName(translate("RankingPage", "Tabel peringkat"))
        self.table.rows.set_columns(self._columns())
        self.to_plenary.setText(translate("RankingPage", "&Lihat di Pleno"))
        self.close_intake.setText(translate("RankingPage", "&Tutup penerimaan …"))
        self.early.setText(translate("RankingPage", "Buka lebih &awal …"))
        if self.overview is not None:
            self._say_shut(self.overview)

    def reading(self) -> Sequence[QWidget]:
        """Where to look next."""
        return (self.to_plenary, self.changed)

    def look(self) -> None:
        """Acts rest while something runs, and where they would make no sense."""
        overview, stage, shut = self.overview, self._awaited(), self.ranking() is None
        covered = overview is not None and stage is not None and not overview.is_visible(stage)
        result = overview is not None and overview.is_visible(overview.result.state.last_stage)
        begun = overview is not None and overview.files > 0 and overview.result_begun
        final = overview is not None and overview.final
        self.early.setVisible(covered and not self.screens.mirrored)
        self.close_intake.setVisible(stage is not None and not shut)
        self.primary.setVisible(result and begun and not shut)
        words = (
            translate("RankingPage", "&Batalkan final …")
            if final
            else translate("RankingPage", "&Nyatakan final …")
        )
        self.primary.setText(words)
        self.primary.set_kind("secondary" if final else "primary")
        for part in (self.early, self.close_intake, self.primary, self.shut):
            part.setEnabled(not self.office.busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the derivation below the table where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= self.office.theme.px(_BESIDE)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or not self._measured:
            self._measured = True
            self._split.setOrientation(wanted)
            self._split.setSizes([560, 520] if beside else [320, 260])

    def _arrange(self) -> None:
        self.groups.setMinimumContentsLength(30)
        self.title_row.addWidget(self.groups)
        card = TableCard(self.table)
        self._split.addWidget(card)
        self._split.addWidget(self.why)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._middle.addWidget(self.shut)
        self._middle.addWidget(self._split)
        self.content.addWidget(self._middle, 1)
        self.footer.addWidget(self._gaps)
        self.footer.addWidget(self.to_plenary)
        self.footer.addWidget(self.changed)
        self.footer.addStretch(1)
        self.footer.addWidget(self.early)
        self.footer.addWidget(self.close_intake)
        self.footer.addWidget(self.primary)
        self.use_footer()

    def _connect(self) -> None:
        self.screens.changed.connect(self._on_screens)
        self.table.chosen.connect(self._explain)
        self.groups.activated.connect(self._on_group)
        self.shut.asked.connect(self._on_close)
        self.early.clicked.connect(self._on_open)
        self.to_plenary.clicked.connect(self._on_plenary)
        self.changed.clicked.connect(self._on_changes)
        self.close_intake.clicked.connect(self._on_close)
        self.primary.clicked.connect(self._on_primary)

    def _columns(self) -> list[Column]:
        right = Qt.AlignmentFlag.AlignRight
        return [
            Column("", 40, right),
            Column(translate("RankingPage", "Peserta")),
            Column(translate("RankingPage", "Nilai"), 74, right),
            Column(translate("RankingPage", "Juri"), 68, right),
            Column(translate("RankingPage", "Predikat"), 116),
        ]

    def _on_screens(self) -> None:
        """Draw the table, or cover it, when a projector was plugged in or out."""
        if self.overview is not None:
            self.show_overview(self.overview)
        self.look()

    def _on_group(self, at: int) -> None:
        if self.overview is not None:
            self.show_overview(self.overview)

    def _awaited(self) -> str | None:
        """The stage whose intake can be closed now; None before the first file."""
        overview = self.overview
        return overview.awaited_stage() if overview is not None and overview.files else None

    def _on_open(self) -> None:
        stage = self._awaited()
        if stage is not None:
            self.acts.open_ranking(stage)

    def _on_close(self) -> None:
        stage = self._awaited()
        if stage is not None:
            self.acts.close_intake(stage)

    def _on_plenary(self) -> None:
        self.step_wanted.emit(_PLENARY)

    def _on_changes(self) -> None:
        overview, ranking = self.overview, self.ranking()
        opening = overview.openings.get(ranking.stage) if overview and ranking else None
        if overview is not None and opening is not None:
            language = self.office.languages.current
            dialog = ChangesDialog(self.office.theme, overview, opening, language, self)
            dialog.exec()
            dialog.deleteLater()

    def _on_primary(self) -> None:
        if self.overview is not None and self.overview.final:
            self.acts.unfinalise()
        else:
            self.acts.finalise()

    def _explain(self, key: object) -> None:
        """Read the derivation of a row on the worker; a newer wish replaces it."""
        ranking = self.ranking()
        if self._cancel_reading is not None:
            self._cancel_reading()
            self._cancel_reading = None
        if ranking is None or key is None:
            self._wanted = None
            hint = translate(
                "RankingPage", "Pilih satu baris untuk melihat asal nilainya, jaraknya, dan penukarnya."
            )
            self.why.show_hint(hint)
            return
        self._wanted = entry = str(key)

        def job(master: Master) -> Explanation:
            return results.explained(master, entry, ranking.stage, ranking.group)

        what = translate("RankingPage", "Membaca asal nilai")
        self.why.show_waiting(what)
        self._cancel_reading = self.office.look_up(what, job, self._on_explained, self._on_unexplained)

    def _on_explained(self, found: Explanation) -> None:
        ranking = self.ranking()
        if ranking is not None and self.overview is not None and found.row.entry == self._wanted:
            self.why.show_explanation(self.overview, ranking, found, self.office.languages.current)

    def _on_unexplained(self, error: Exception) -> None:
        self.notice.show_error(error)

    def _say_changed(self, overview: Overview, ranking: GroupRanking | None) -> None:
        opening = overview.openings.get(ranking.stage) if ranking else None
        count = len(opening.changes) if opening else 0
        self.changed.setVisible(bool(count))
        words = translate("RankingPage", "{n} nilai &berubah sesudah dibuka …")
        self.changed.setText(words.format(n=count))

    def _say_shut(self, overview: Overview) -> None:
        if self.screens.mirrored:
            self.shut.set_words(
                translate("RankingPage", "Layar ini digandakan"),
                translate(
                    "RankingPage",
                    "Peringkat tidak ditampilkan selama layar ini tampak juga di proyektor. Perluas layar "
                    "(bukan gandakan), atau lepas kabel proyektor.",
                ),
            )
            return
        if self._awaited() is None:
            self.shut.set_words(
                translate("RankingPage", "Belum ada nilai"),
                translate(
                    "RankingPage", "Peringkat dihitung setelah berkas nilai digabung di langkah Terima."
                ),
            )
            return
        self.shut.set_words(
            translate("RankingPage", "Peringkat masih tertutup"),
            translate(
                "RankingPage",
                "Peringkat terbuka setelah penerimaan ditutup, supaya tidak ada nilai yang berubah "
                "karena melihatnya. "
                "Bila harus lebih awal, panitia dan ketua dewan juri membukanya bersama; pembukaan "
                "itu dicatat.",
            ),
            translate("RankingPage", "&Tutup penerimaan …"),
        )

    def _fill_groups(self, overview: Overview) -> None:
        found = overview.rankings()
        newest, kept = self.groups.itemData(0), self.groups.currentData()
        if newest and found and newest[0] != found[0].stage:
            kept = None  # the stage that can be seen since goes first
        self.groups.clear()
        for one in found:
            self.groups.addItem(
                group_words(overview, one, self.office.languages.current), (one.stage, one.group)
            )
        at = next((at for at in range(self.groups.count()) if self.groups.itemData(at) == kept), 0)
        self.groups.setCurrentIndex(at)
        alone = len(found) == 1 and found[0].stage == overview.result.state.last_stage
        self.groups.setVisible(bool(found) and not alone)
