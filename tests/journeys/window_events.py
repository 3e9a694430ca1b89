"""The same events with everything the organiser does done in the real window, from the first page on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QFileDialog

from kipp_desktop.app import Desktop
from kipp_desktop.gui.dialogs.organiser_lists import ListDialog
from kipp_desktop.gui.organiser_window import OrganiserWindow
from kipp_desktop.gui.widgets.rich_table import RichTable
from tests.gui.organiser_windows import Opened
from tests.journeys import organiser_steps as steps
from tests.journeys.juror_day import PATIENCE, click
from tests.journeys.template_events import Ranked, TemplateEvent


@dataclass(kw_only=True)
class WindowEvent(TemplateEvent):
    """A competition made on the first page; jurors' laptops are driven from the command line."""

    desktop: Desktop
    qtbot: Any
    patch: pytest.MonkeyPatch
    opened: Opened = field(init=False)

    def set_up(self) -> None:
        """Kompetisi baru on the first page, and both lists through their dialog."""
        self.begin()
        for name in ("entries", "jurors"):
            self.opened.click(self.list_dialog(name).confirm)
        draft = self.opened.window.office.overview.draft
        assert [one.id for one in draft.entries] == [one["nomor"] for one in self.entries]

    def begin(self) -> None:
        """Kompetisi baru on the first page; nothing is listed yet."""
        folder = Path("panitia").absolute()
        folder.mkdir()
        first = self.desktop.welcome()
        click(first.page.organiser.second_button)
        dialog = first.dialog
        dialog.template.setCurrentIndex(dialog.template.findData(self.template))
        dialog.destination.set_folder(folder)
        click(dialog.confirm)
        self.qtbot.waitUntil(lambda: isinstance(self.desktop.window, OrganiserWindow), timeout=PATIENCE)
        window = self.desktop.window
        self.opened = Opened(window, window.office.master, folder, self.qtbot)
        self.opened.settle()

    def list_dialog(self, name: str) -> ListDialog:
        """A list dropped on Peserta or Juri, looked through."""
        tab = steps.setup_tab(self.opened, name)
        listed = self.lists()[name == "jurors"]
        tab.drop.given.emit([Path(listed).absolute()])
        dialog = self.opened.dialog()
        assert isinstance(dialog, ListDialog)
        self.opened.judged(dialog)
        return dialog

    def gate(self, stage: str, failing: Mapping[str, str]) -> list[str]:
        """Ticks on Hasil tahap."""
        tab = steps.tick_gate(self.opened, stage, failing)
        told = {key: why for key, word, why in _results(tab.table) if word == "tidak lanjut"}
        assert told == failing
        return self.advance(stage)

    def value(self, stage: str, values: Mapping[str, int]) -> None:
        """Impor hasil on Hasil tahap."""
        tab = steps.stage_tab(self.opened, stage)
        assert ("dari tiap kelompok" in tab._how.text()) == (tab.stage().advance.per == "group")
        listed = str(Path(self.listed_values(values)).absolute())
        self.patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (listed, ""))
        self.opened.click(tab.load)

    def assign(self, stage: str, owed: Mapping[str, Sequence[str]]) -> None:
        """Takes away on Penugasan what is not owed: cells chosen together, the space bar."""
        tab = steps.setup_tab(self.opened, "assignments")
        tab.stage_box.setCurrentIndex(tab.stage_box.findData(stage))
        tab.stage_box.activated.emit(tab.stage_box.currentIndex())
        board, chosen = tab.board, tab.table.selectionModel()
        for row in range(board.rowCount()):
            for column in range(board.columnCount()):
                seat, entry = board.place(board.index(row, column))
                if entry not in owed[seat]:
                    flag = QItemSelectionModel.SelectionFlag.Select
                    chosen.setCurrentIndex(board.index(row, column), flag)
        steps.press_space(self.opened, tab.table)
        self.opened.settle()

    def let_best_through(self, stage: str, best: int) -> None:
        """The form of the stage on Tahap, saved."""
        tab = steps.setup_tab(self.opened, "forms")
        tab.stages.choose(stage)
        for box, data in ((tab.advance, "top"), (tab.per, "overall"), (tab.at_tie, "plenary")):
            box.setCurrentIndex(box.findData(data))
            box.activated.emit(box.currentIndex())
        tab.first.setText(str(best))
        tab.first.editingFinished.emit()
        self.opened.click(tab.save)

    def held_up_by(self, stage: str) -> str:
        """Lanjutkan tahap rests; Pleno says what is open."""
        assert not steps.stage_tab(self.opened, stage).primary.isEnabled()
        self.opened.window.go_to(steps.PLENARY)
        rows = self.opened.window.plenary.gaps.rows
        return " ".join(str(rows.index(row, 1).data()) for row in range(rows.rowCount()))

    def settle_tie(self, stage: str, order: Sequence[str], reason: str, present: str) -> None:
        """Putuskan urutan on Pleno."""
        page = self.opened.window.plenary
        self.opened.window.go_to(steps.PLENARY)
        tie = next(
            at for at, gap in enumerate(page._shown) if gap.kind == "tie" and set(order) <= _entries(gap)
        )
        page.gaps.choose(tie)

        def decide(dialog) -> None:
            chosen = dialog.order_list
            for place, entry in enumerate(order):
                chosen.list.setCurrentRow(chosen.order().index(entry))
                while chosen.order().index(entry) > place:
                    click(chosen.up)
            steps.give_decision(dialog, reason, present)

        self.opened.answer(page.settle, decide)

    def advance(self, stage: str) -> list[str]:
        """Lanjutkan tahap."""
        tab = steps.stage_tab(self.opened, stage)
        self.opened.click(tab.primary)
        return [key for key, word, _ in _results(tab.table) if word == "lanjut"]

    def issue(self) -> None:
        """Terbitkan versi on Bagikan; the codes uncovered as for reading them out."""
        page = self.opened.window.share
        self.opened.window.go_to(steps.SHARE)
        folder = Path("keluar").absolute()
        folder.mkdir(exist_ok=True)
        self.patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        self.opened.click(page.primary)
        self.version += 1
        self.opened.click(page.reveal)
        rows = page.seats.rows
        self.codes = {str(rows.key_at(row)): rows.index(row, 3).data() for row in range(rows.rowCount())}

    def take_in(self, stage: str, files: Sequence[str]) -> None:
        """Dropped on Terima, merged; Tutup penerimaan on Peringkat. Both pages show the stage unasked."""
        window = self.opened.window
        steps.drop(self.opened, [Path(one).absolute() for one in files])
        assert {one.outcome for one in window.receive._plan} == {"accepted"}
        assert window.receive.part.shown().stage == stage
        self._await_closing(stage)
        steps.close_intake(self.opened, "Semua juri sudah menyerahkan nilai")
        assert window.office.overview.is_closed(stage)
        assert window.ranking.ranking().stage == stage
        last = stage == window.office.overview.result.state.last_stage
        assert last or window.ranking.groups.isVisible()  # says whose ranking this is, though there is one
        assert window.rail._steps[steps.RANKING].open

    def rows(self, group: str = "overall") -> list[Ranked]:
        """The table on Peringkat; the result comes first, other groups are chosen."""
        page = self.opened.window.ranking
        self.opened.window.go_to(steps.RANKING)
        last = page.groups.itemData(0)[0]
        (at,) = [at for at in range(page.groups.count()) if tuple(page.groups.itemData(at)) == (last, group)]
        page.groups.setCurrentIndex(at)
        page.groups.activated.emit(at)
        self.opened.settle()
        if group != "overall":  # told apart by its beginning: a long name is cut
            assert page.groups.currentText().startswith(group.partition(":")[2])
        rows = page.table.rows
        read = [[rows.index(row, column).data() for column in range(5)] for row in range(rows.rowCount())]
        return [
            Ranked(str(rows.key_at(at)), _number(score), int(jurors.split()[0]), label)
            for at, (_, _, score, jurors, label) in enumerate(read)
        ]

    def finalise(self) -> None:
        """Nyatakan final on Pleno."""
        self.opened.window.go_to(steps.PLENARY)
        self.opened.answer(self.opened.window.plenary.primary, lambda dialog: None)
        assert self.opened.window.office.overview.final

    def minutes(self) -> str:
        """The first print."""
        return steps.first_print(self.opened, self.patch)

    def bundles(self) -> str:
        """Both bundles on Cetak & arsip, and PASS of each on Periksa hasil beside them."""
        archive = self.opened.window.archive
        archive.tabs.setCurrentWidget(archive.files)
        auditor, public = archive.files.cards[:2]
        written = Path("hasil.hasil").absolute(), Path("umum.hasil").absolute()
        self.patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written[0]), ""))
        self.opened.click(auditor.button)
        self.patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written[1]), ""))
        self.opened.answer(public.button, lambda dialog: None)
        found: set[str] = set()
        for bundle in written:
            assert steps.passes(self.opened, bundle)
            found.add(archive.verify.report.result_digest)
        (digest,) = found
        return digest

    def _await_closing(self, stage: str) -> None:
        """Of a stage before the last: it says why it can't be advanced yet, and Pleno has no work yet."""
        window = self.opened.window
        overview = window.office.overview
        if stage == overview.result.state.last_stage:
            return
        tab = steps.stage_tab(self.opened, stage)
        assert not tab.primary.isEnabled() and "setelah penerimaan ditutup" in tab._how.text()
        window.go_to(steps.PLENARY)
        assert window.plenary.gaps.rows.rowCount() == 0 and not window.plenary.primary.isEnabled()


def _results(table: RichTable) -> list[tuple[str, str, str]]:
    """Entry, result and reason of every line of Hasil tahap."""
    rows = table.rows
    return [
        (str(rows.key_at(row)), rows.index(row, 2).data(), rows.index(row, 3).data())
        for row in range(rows.rowCount())
    ]


def _entries(gap) -> set[str]:
    return set((gap.entry or "").split(", "))


def _number(words: str) -> Fraction:
    return Fraction(words.replace(".", "").replace(",", "."))
