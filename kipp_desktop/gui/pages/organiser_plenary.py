"""Step 5, Pleno: what stands between the ranking and FINAL, and the decisions that were recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from kipp_desktop.domain.checks import Gap
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.gui.dialogs.organiser_decisions import order_columns
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.models.outcomes import going_on, waiting_stage
from kipp_desktop.gui.models.plenary import decision_rows, order_rows
from kipp_desktop.gui.models.ranking import gap_rows, group_words, told_together
from kipp_desktop.gui.pages.organiser_acts import OrganiserActs
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPage
from kipp_desktop.gui.pages.organiser_settling import Settling
from kipp_desktop.gui.pages.organiser_stage_work import StageWork
from kipp_desktop.gui.widgets.card import Button, TableCard
from kipp_desktop.gui.widgets.empty_state import EmptyState
from kipp_desktop.gui.widgets.rich_table import RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text

_MOST_ROWS = 9


class PlenaryPage(OrganiserPage):
    """Gaps with the act that settles each, the record of decisions, and FINAL."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office)
        self.acts = OrganiserActs(self)
        self._shown: list[Gap] = []
        self._open_title = Text("", "heading")
        self._none = EmptyState(office.theme, "gavel")
        self.gaps = RichTable(office.theme, "", self._gap_columns())
        self.settle = Button("")
        self._past_title = Text("", "heading")
        self._past_none = Text("", "second", "soft").wrapped()
        self.decisions = RichTable(office.theme, "", self._decision_columns())
        self.groups = Choice()  # whose awards; hidden where there is one ranking
        self.award = Button("")
        self.bonus = Button("")
        self.advance = Button("")
        self.stage_work = StageWork(office, self.notice, self)
        self.settling = Settling(self, self.acts, self.stage_work)
        self.primary = Button("", "primary")
        self._orders_title = Text("", "heading")
        self.orders = RichTable(office.theme, "", order_columns())
        self._arrange()
        self.gaps.chosen.connect(self._on_gap)
        self.gaps.opened.connect(self._on_opened)
        self.settle.clicked.connect(self._on_settle)
        self.award.clicked.connect(self._on_award)
        self.bonus.clicked.connect(self._on_bonus)
        self.advance.clicked.connect(self._on_advance)
        self.primary.clicked.connect(self._on_primary)
        self.start()

    def gap(self) -> Gap | None:
        """The gap that is chosen."""
        key = self.gaps.current_key()
        return self._shown[int(str(key))] if key is not None and int(str(key)) < len(self._shown) else None

    def show_overview(self, overview: Overview) -> None:
        """Draw gaps and decisions."""
        seen = overview.is_visible(overview.result.state.last_stage)
        found = [gap for gap in overview.gaps if seen or gap.kind != "tie"]
        self._shown = [*_open_ties(overview), *told_together(found)]
        self.gaps.set_rows(gap_rows(overview, self._shown))
        rows = min(len(self._shown), _MOST_ROWS)
        self._fit(self.gaps, rows)
        self._gaps_card.setVisible(bool(self._shown))
        self._none.setVisible(not self._shown)
        self._say_none(overview)
        orders = order_rows(overview)
        self.orders.set_rows(orders)
        self._fit(self.orders, min(len(orders), _MOST_ROWS))
        for part in (self._orders_title, self._orders_card):
            part.setVisible(bool(orders))
        self._fill_groups(overview)
        past = decision_rows(overview)
        self.decisions.set_rows(past)
        self._fit(self.decisions, min(len(past), _MOST_ROWS))
        self._past_card.setVisible(bool(past))
        self._past_none.setVisible(not past)

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("PlenaryPage", "Pleno"))
        self.lead.setText(
            translate(
                "PlenaryPage",
                "Setiap keputusan dicatat dengan alasan dan yang hadir, lalu dicetak. "
                "Peringkat yang dihitung tetap terlihat.",
            )
        )
        self._open_title.setText(translate("PlenaryPage", "Yang belum beres"))
        self._past_title.setText(translate("PlenaryPage", "Keputusan tercatat"))
        self._past_none.setText(translate("PlenaryPage", "Belum ada keputusan."))
        self.gaps.setAccessibleName(translate("PlenaryPage", "Yang belum beres"))
        self.decisions.setAccessibleName(translate("PlenaryPage", "Keputusan tercatat"))
        self.gaps.rows.set_columns(self._gap_columns())
        self.decisions.rows.set_columns(self._decision_columns())
        self._orders_title.setText(
            translate("PlenaryPage", "Urutan yang bergantung pada juri yang pulang lebih awal")
        )
        self.orders.setAccessibleName(self._orders_title.text())
        self.orders.rows.set_columns(order_columns())
        self.groups.setAccessibleName(translate("PlenaryPage", "Kelompok penghargaan"))
        self.award.setText(translate("PlenaryPage", "&Urutan penghargaan …"))
        self.bonus.setText(translate("PlenaryPage", "Nilai &tambah …"))

    def look(self) -> None:
        """The act that fits the chosen gap; FINAL once there are scores."""
        overview, busy = self.overview, self.office.busy
        act = self.settling.words(self.gap(), overview)
        self.settle.setText(act or translate("PlenaryPage", "&Putuskan …"))
        self.settle.setEnabled(bool(act) and not busy)
        self.settle.setVisible(bool(self._shown))
        final = overview is not None and overview.final
        self.award.setEnabled(self._ranked() is not None and not busy)
        self.bonus.setEnabled(self._ranked() is not None and not busy)
        cancel = translate("PlenaryPage", "&Batalkan final …")
        self.primary.setText(cancel if final else translate("PlenaryPage", "&Nyatakan final …"))
        waiting = self._look_advance(overview)
        self.primary.set_kind("secondary" if final or waiting else "primary")
        begun = overview is not None and overview.files > 0 and overview.result_begun
        self.primary.setEnabled(begun and not busy)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._open_title, 1)
        row.addWidget(self.settle)
        self._gaps_card, self._past_card = TableCard(self.gaps), TableCard(self.decisions)
        self._orders_card = TableCard(self.orders)
        self.content.addLayout(row)
        self.content.addWidget(self._gaps_card)
        self.content.addWidget(self._none)
        self.content.addWidget(self._orders_title)
        self.content.addWidget(self._orders_card)
        self.content.addSpacing(8)
        self.content.addWidget(self._past_title)
        self.content.addWidget(self._past_none)
        self.content.addWidget(self._past_card)
        self.content.addStretch(1)
        self.footer.addWidget(self.groups)
        self.footer.addWidget(self.award)
        self.footer.addWidget(self.bonus)
        self.footer.addStretch(1)
        self.footer.addWidget(self.advance)
        self.footer.addWidget(self.primary)
        self.use_footer()

    def _fit(self, table: RichTable, rows: int) -> None:
        header = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(header + rows * self.office.theme.px(34) + 2 * table.frameWidth() + 4)

    def _gap_columns(self) -> list[Column]:
        return [
            Column(translate("PlenaryPage", "Apa"), 230),
            Column(translate("PlenaryPage", "Di mana")),
            Column(translate("PlenaryPage", "Rincian"), 180),
        ]

    def _decision_columns(self) -> list[Column]:
        return [
            Column(translate("PlenaryPage", "Pukul"), 130),
            Column(translate("PlenaryPage", "Keputusan"), 380),
            Column(translate("PlenaryPage", "Alasan")),
        ]

    def _say_none(self, overview: Overview) -> None:
        if not overview.files:
            self._none.set_words(
                translate("PlenaryPage", "Belum ada yang diputuskan"),
                translate("PlenaryPage", "Kekurangan dan nilai sama muncul di sini setelah nilai diterima."),
            )
        elif not overview.result_begun:
            self._none.set_words(
                translate("PlenaryPage", "Tahap terakhir belum dimulai"),
                translate(
                    "PlenaryPage",
                    "Hasil dinyatakan final di sini setelah tahap sebelumnya dilanjutkan dan tahap terakhir "
                    "dinilai.",
                ),
            )
        else:
            self._none.set_words(
                translate("PlenaryPage", "Tidak ada yang tertinggal"),
                translate("PlenaryPage", "Semua lembar yang ditugaskan lengkap, terkunci, dan sama."),
            )

    def _on_gap(self, key: object) -> None:
        self.look()

    def _on_opened(self, key: object) -> None:
        self._on_settle()

    def _on_settle(self) -> None:
        gap, overview = self.gap(), self.overview
        if gap is None or overview is None or self.office.busy:
            return
        self.settling.settle(gap, overview)

    def _rankings(self) -> list[GroupRanking]:
        """The rankings of the result, where they may be seen and somebody has a place."""
        overview = self.overview
        if overview is None or overview.final:
            return []
        found = (one for one in overview.rankings() if one.stage == overview.result.state.last_stage)
        return [one for one in found if any(row.place for row in one.rows)]

    def _ranked(self) -> GroupRanking | None:
        """The one whose awards are meant."""
        found = self._rankings()
        return found[max(0, self.groups.currentIndex())] if found else None

    def _fill_groups(self, overview: Overview) -> None:
        kept, found = max(0, self.groups.currentIndex()), self._rankings()
        self.groups.clear()
        self.groups.addItems([group_words(overview, one, self.office.languages.current) for one in found])
        self.groups.setCurrentIndex(kept if kept < len(found) else 0)
        self.groups.setVisible(len(found) > 1)

    def _on_award(self) -> None:
        ranking = self._ranked()
        if ranking is not None:
            self.acts.decide_award(ranking)

    def _on_bonus(self) -> None:
        ranking = self._ranked()
        if ranking is not None:
            self.acts.decide_bonus([row.entry for row in ranking.rows if row.place is not None])

    def _look_advance(self, overview: Overview | None) -> bool:
        """Offer to advance the stage that waits; whether that is the next thing to do."""
        stage = None if overview is None else waiting_stage(overview)
        if overview is None or stage is None or overview.final:
            self.advance.hide()
            return False
        name, count = stage.name.in_language(self.office.languages.current), going_on(overview, stage.id)
        self.advance.setText(translate("PlenaryPage", "&Lanjutkan tahap {stage}").format(stage=name))
        self.advance.setEnabled(count is not None and not self.office.busy)
        self.advance.show()
        due = count is not None and (stage.id not in overview.boards or overview.is_closed(stage.id))
        self.advance.set_kind("primary" if due else "secondary")
        return due

    def _on_advance(self) -> None:
        stage = None if self.overview is None else waiting_stage(self.overview)
        if stage is not None:
            self.stage_work.advance(stage.id)

    def _on_primary(self) -> None:
        if self.overview is not None and self.overview.final:
            self.acts.unfinalise()
        else:
            self.acts.finalise()


def _open_ties(overview: Overview) -> list[Gap]:
    """Joint places of the result that may still be decided, and those across a cut that have to be."""
    told = overview.competition.rule.after_ties == "plenary" or overview.final  # then they are gaps, or done
    return [
        Gap("tie", tie.stage, entry=", ".join(tie.entries), detail=tie.group)
        for tie in overview.ties
        if tie.crosses_cut or not told
    ]
