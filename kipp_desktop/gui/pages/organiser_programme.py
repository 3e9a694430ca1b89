"""The order of presentation, drawn by lots or set by hand, and its clock times."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kipp_desktop.domain.competition import ORGANISER
from kipp_desktop.domain.timetable import Timetable
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.dialogs.organiser_timetable import TimetableDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import Choice, OrganiserPanel, lay_out_table
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import scheduling
from kipp_desktop.services.masters import Master
from kipp_desktop.services.scheduling import Programme


class ProgrammeTab(OrganiserPanel):
    """The list in the order of presentation; what is moved by hand is kept with a reason when it is saved."""

    def __init__(self, office: OrganiserOffice, notice: NoticeBar) -> None:
        super().__init__(office)
        self.notice = notice
        self.programme: Programme | None = None
        self._order: list[str] = []
        self.stage_box = Choice()
        self.summary = Text("", "second", "soft").wrapped()
        self.table = RichTable(office.theme, "", self._columns(), PEOPLE_ROW)
        self.up, self.down = Button("↑", "ghost"), Button("↓", "ghost")
        self.save, self.draw, self.times = Button("", "primary"), Button(""), Button("")
        self.stage_box.setMinimumContentsLength(24)
        self._arrange()
        self.stage_box.activated.connect(self._on_stage)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.save.clicked.connect(self._on_save)
        self.draw.clicked.connect(self._on_draw)
        self.times.clicked.connect(self._on_times)
        self.table.chosen.connect(self._on_chosen)
        self.start()

    def stage(self) -> str | None:
        """The stage that is shown."""
        data = self.stage_box.currentData()
        return None if data is None else str(data)

    def show_overview(self, overview: Overview) -> None:
        """Ask for the programme of the chosen stage."""
        language, chosen = self.office.languages.current, self.stage()
        self.stage_box.clear()
        for stage in overview.draft.stages:
            if stage.panel != ORGANISER:
                self.stage_box.addItem(stage.name.in_language(language), stage.id)
        at = self.stage_box.findData(chosen)
        self.stage_box.setCurrentIndex(at if at >= 0 else self.stage_box.count() - 1)
        self._ask()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.stage_box.setAccessibleName(translate("ProgrammeTab", "Tahap"))
        self.table.setAccessibleName(translate("ProgrammeTab", "Urutan tampil"))
        self.table.rows.set_columns(self._columns())
        self.up.setAccessibleName(translate("ProgrammeTab", "Tampil lebih awal"))
        self.down.setAccessibleName(translate("ProgrammeTab", "Tampil lebih akhir"))
        self.save.setText(translate("ProgrammeTab", "&Simpan urutan …"))
        self.draw.setText(translate("ProgrammeTab", "&Undi urutan …"))
        self.times.setText(translate("ProgrammeTab", "&Jadwal …"))

    def look(self) -> None:
        """Moving wants a chosen row, saving a moved one."""
        programme, busy = self.programme, self.office.busy
        at = self._order.index(self._key()) if self._key() in self._order else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._order) - 1)
        moved = programme is not None and list(programme.order) != self._order
        self.save.setVisible(moved)
        self.save.setEnabled(not busy)
        for button in (self.draw, self.times):
            button.setEnabled(bool(self._order) and not busy)

    def draw_lots(self, present: list[str], seed: str) -> None:
        """Draw lots before witnesses."""
        stage = self.stage()
        if stage is None:
            return

        def job(master: Master, progress: Progress) -> tuple[str, list[str]]:
            return scheduling.draw(master, stage, present, seed)

        self.office.act(translate("ProgrammeTab", "Mengundi"), job, self.notice, self._on_drawn)

    def keep_order(self, reason: str) -> None:
        """Keep the order as it was moved."""
        stage, order = self.stage(), list(self._order)
        if stage is None:
            return

        def job(master: Master, progress: Progress) -> None:
            scheduling.arrange(master, stage, order, reason)

        self.office.act(translate("ProgrammeTab", "Menyimpan urutan"), job, self.notice)

    def set_times(self, frame: Timetable) -> None:
        """Set the frame of the schedule."""

        def job(master: Master, progress: Progress) -> Programme:
            return scheduling.set_timetable(master, frame)

        self.office.act(translate("ProgrammeTab", "Menyusun jadwal"), job, self.notice)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("ProgrammeTab", "Urutan"), 90, Qt.AlignmentFlag.AlignRight),
            Column(translate("ProgrammeTab", "Jam"), 150),
            Column(translate("ProgrammeTab", "Peserta")),
        ]

    def _ask(self) -> None:
        stage = self.stage()
        if stage is None:
            return

        def read(master: Master) -> Programme:
            return scheduling.programme(master, stage)

        what = translate("ProgrammeTab", "Membaca urutan")
        self.office.look_up(what, read, self._on_read, self.notice.show_error)

    def _on_read(self, programme: Programme) -> None:
        if programme.stage != self.stage():
            return
        if self.programme is None or list(self.programme.order) == self._order or programme != self.programme:
            self._order = list(programme.order)
        self.programme = programme
        self._show()

    def _show(self) -> None:
        overview, programme = self.overview, self.programme
        if overview is None or programme is None:
            return
        as_saved = list(programme.order) == self._order
        rows: list[Row] = []
        if programme.slots and as_saved:
            place = 0
            for at, slot in enumerate(programme.slots):
                when = (
                    Cell(f"{slot.start}–{slot.end}", slot.day if len(programme.frame.days) > 1 else "")
                    if programme.frame
                    else Cell()
                )
                if slot.entry is None:
                    rows.append(
                        Row(
                            f"pause-{at}",
                            (
                                Cell(),
                                when,
                                Cell(slot.name or translate("ProgrammeTab", "Istirahat"), tone="soft"),
                            ),
                        )
                    )
                    continue
                place += 1
                rows.append(
                    Row(slot.entry, (Cell(str(place), role="strong"), when, _who(overview, slot.entry)))
                )
        else:
            rows = [
                Row(entry, (Cell(str(at), role="strong"), Cell(), _who(overview, entry)))
                for at, entry in enumerate(self._order, 1)
            ]
        self.table.set_rows(rows)
        self.summary.setText(self._words(as_saved))
        self.look()

    def _words(self, as_saved: bool) -> str:
        if not as_saved:
            return translate("ProgrammeTab", "Urutan diubah tetapi belum disimpan; jam dihitung sesudahnya.")
        drawn = self.overview.last("running_order_drawn") if self.overview is not None else None
        if drawn is not None and list(drawn.data["order"]) == self._order:
            words = translate("ProgrammeTab", "Diundi dengan benih {seed}. No. peserta tidak pernah berubah.")
            return words.format(seed=drawn.data["seed"])
        return translate(
            "ProgrammeTab",
            "No. peserta tidak pernah berubah; urutan tampil boleh diundi pagi hari tanpa paket baru.",
        )

    def _key(self) -> str:
        return str(self.table.current_key() or "")

    def _on_stage(self, index: int) -> None:
        self.programme = None
        self._ask()

    def _on_chosen(self, key: object) -> None:
        self.look()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self._order.index(self._key())
        self._order[at], self._order[at + step] = self._order[at + step], self._order[at]
        self._show()

    def _on_save(self) -> None:
        reason = ask_reason(
            self,
            translate("ProgrammeTab", "Simpan urutan tampil"),
            translate("ProgrammeTab", "Urutan yang disusun tangan dicatat dengan alasannya."),
            translate("ProgrammeTab", "Simpan"),
            [
                translate("ProgrammeTab", "Jarak tempuh peserta"),
                translate("ProgrammeTab", "Permintaan peserta"),
            ],
        )
        if reason is not None:
            self.keep_order(reason)

    def _on_draw(self) -> None:
        dialog = DrawDialog(self)
        if dialog.agreed():
            self.draw_lots(dialog.present(), dialog.seed.text().strip())
        dialog.deleteLater()

    def _on_drawn(self, drawn: tuple[str, list[str]]) -> None:
        words = translate("ProgrammeTab", "Urutan tampil diundi dengan benih {seed} dan dicatat.")
        self.notice.show_words(words.format(seed=drawn[0]), "ok")

    def _on_times(self) -> None:
        overview, stage = self.overview, self.stage()
        if overview is None or stage is None:
            return
        segments = sum(seconds for _, seconds in overview.draft.stage_by_id[stage].segments)
        held = self.programme.frame if self.programme is not None else None
        dialog = TimetableDialog(stage, held, segments, self)
        frame = dialog.frame() if dialog.agreed() else None
        dialog.deleteLater()
        if frame is not None:
            self.set_times(frame)

    def _arrange(self) -> None:
        head, official = (self.stage_box, self.summary), (self.times, self.draw, self.save)
        lay_out_table(self, head, self.table, (self.up, self.down), official)


class DrawDialog(ActDialog):
    """Who watches the drawing of lots, and a seed that somebody in the hall may call out."""

    def __init__(self, parent: OrganiserPanel) -> None:
        super().__init__(
            translate("DrawDialog", "Undi urutan tampil"),
            translate(
                "DrawDialog",
                "Benihnya dicatat; dengan benih yang sama siapa pun memperoleh urutan yang sama. Benih boleh "
                "disebut hadirin, misalnya tiga angka.",
            ),
            translate("DrawDialog", "Undi"),
            parent,
            reason=False,
            present=True,
        )
        self.seed: QLineEdit = self.add_line(translate("DrawDialog", "&Benih (kosong: dibuatkan)"))


def _who(overview: Overview, entry: str) -> Cell:
    found = overview.entry(entry)
    return Cell(found.title, found.institution, lead=entry, tip=f"{entry} {found.title}")
