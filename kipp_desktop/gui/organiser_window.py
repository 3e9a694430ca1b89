"""The organiser's window: what is open at the top, the path of six steps at the left, one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.models.care import moment_words, reminder
from kipp_desktop.gui.models.organiser_path import header_words, steps
from kipp_desktop.gui.notices import Notices
from kipp_desktop.gui.opening import SUFFIXES
from kipp_desktop.gui.organiser_arrivals import arrivals
from kipp_desktop.gui.own_backups import BackupTimer
from kipp_desktop.gui.pages.organiser_archive import ArchivePage
from kipp_desktop.gui.pages.organiser_intake import IntakePage
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.pages.organiser_plenary_step import PlenaryStep
from kipp_desktop.gui.pages.organiser_ranking import RankingPage
from kipp_desktop.gui.pages.organiser_setup import SetupPage
from kipp_desktop.gui.pages.organiser_share import SharePage
from kipp_desktop.gui.pages.organiser_tabs import TabbedStep
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Pill
from kipp_desktop.gui.widgets.file_drop import files_in
from kipp_desktop.gui.widgets.header_bar import HeaderBar
from kipp_desktop.gui.widgets.page_area import PageArea
from kipp_desktop.gui.widgets.standing_note import StandingNote
from kipp_desktop.gui.widgets.step_rail import StepRail
from kipp_desktop.gui.widgets.task_strip import TaskStrip
from kipp_desktop.services.masters import Master

_RAIL, _NARROW_RAIL = 236, 150  # width of the path at 100 %, and the least
_RAIL_SHARE = 0.28  # of the window's width, at most
_RECEIVE, _ARCHIVE = 2, 5  # steps
_HELP = tuple(f"panitia-{step}" for step in ("siapkan", "bagikan", "terima", "peringkat", "pleno", "arsip"))
_ROOMY = 600  # height at 100 % from which path and standing note fit whole


class OrganiserWindow(QMainWindow):
    """One open master. The composition root makes theme, languages and tasks, and closes the master.

    `master` must be open; reading it begins at once, on the worker. Menus, zoom and theme belong to whoever
    makes the window: it is a QMainWindow with an empty menu bar. `shut` is emitted when it was closed.
    """

    shut = Signal()
    elsewhere = Signal(list)  # of Path: files that belong to other windows
    restore_wanted = Signal(object)  # Path of a backup; whoever owns the master closes it and puts that back

    def __init__(
        self,
        master: Master,
        theme: Theme,
        languages: Languages,
        tasks: Tasks,
        notices: Notices | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = OrganiserOffice(master, theme, languages, tasks, notices or Notices(languages), self)
        self.header = HeaderBar(theme)
        self._pill = Pill()
        self.header.add(self._pill)
        self.rail = StepRail(theme, "", steps(None))
        self.note = StandingNote()
        self.rail.add_below(self.note)
        self.own_backups = BackupTimer(self.office, self)
        self.setup = SetupPage(self.office)
        self.share = SharePage(self.office)
        self.intake = IntakePage(self.office)
        self.receive = self.intake.receive
        self.ranking = RankingPage(self.office)
        self.decisions = PlenaryStep(self.office)
        self.plenary = self.decisions.plenary
        self.archive = ArchivePage(self.office)
        self.pages: tuple[OrganiserPage | TabbedStep, ...] = (
            self.setup,
            self.share,
            self.intake,
            self.ranking,
            self.decisions,
            self.archive,
        )
        self._arrange(theme, tasks)
        self._connect()
        self.setAcceptDrops(True)
        self._show()
        self._stack.setFocus()  # no ring before the first key
        self.office.refresh(self.setup.notice)

    def go_to(self, step: int) -> None:
        """Bring a step to the front; 0 is Siapkan."""
        before = self.pages[self._stack.currentIndex()]
        if before is not self.pages[step]:
            before.left()
        self._stack.setCurrentIndex(step)
        self.rail.set_current(step)
        self.pages[step].opened()

    def take(self, files: Sequence[Path]) -> None:
        """Take in files that were dropped or opened from outside; `elsewhere` gets those of other windows."""
        there = arrivals(files, self.office)
        if there.scores:
            self.go_to(_RECEIVE)
            self.receive.add_files(there.scores)
        if there.results:
            self.go_to(_ARCHIVE)
            self.archive.tabs.setCurrentWidget(self.archive.verify)
            self.archive.verify.verify(there.results)
        if there.elsewhere:
            self.elsewhere.emit(there.elsewhere)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Our files are welcome anywhere."""
        if files_in(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        self.take(files_in(event.mimeData(), SUFFIXES))

    def help_topic(self) -> str:
        """The page of the help that explains the step that is shown."""
        verifying = self.archive.verify.isVisible()
        return "periksa-hasil" if verifying else _HELP[self._stack.currentIndex()]

    def show_key(self) -> None:
        """Open the care of the organiser's key."""
        from kipp_desktop.gui.dialogs.organiser_key import KeyDialog

        self.key_dialog = KeyDialog(self.office, self)
        self.key_dialog.finished.connect(self.key_dialog.deleteLater)
        self.key_dialog.open()

    def show_backups(self) -> None:
        """Open the list of backups."""
        from kipp_desktop.gui.dialogs.organiser_backups import BackupsDialog

        self.backups_dialog = BackupsDialog(self.office, self)
        self.backups_dialog.restore_wanted.connect(self.restore_wanted)
        self.backups_dialog.finished.connect(self.backups_dialog.deleteLater)
        self.backups_dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give path and standing note less where the page needs the room."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a job that runs come to its next step first."""
        self.office.shut()
        super().closeEvent(event)
        self.shut.emit()

    def _arrange(self, theme: Theme, tasks: Tasks) -> None:
        self.setMinimumSize(960, 560)
        self.resize(1366, 768)
        # Whoever is made inside its place is dressed once; every move into another place dresses it again.
        inside = QWidget(self)
        self._stack = QStackedWidget(inside)
        self._rail_area = PageArea(self.rail, inside)
        for page in self.pages:
            self._stack.addWidget(PageArea(page, self._stack))
        inside.setProperty("surface", "background")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail_area)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        column.addWidget(TaskStrip(theme, tasks))
        self.setCentralWidget(inside)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.office.changed.connect(self._show)
        self.office.care_changed.connect(self._show)
        self.own_backups.failed.connect(self._on_no_backup)
        self.note.button.clicked.connect(self.show_key)
        self.office.saved.connect(self._on_saved)
        self.office.theme.changed.connect(self._fit)
        for step, page in enumerate(self.pages):
            page.step_wanted.connect(self.go_to)
            shortcut = QShortcut(QKeySequence(f"Alt+{step + 1}"), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._on_shortcut)

    def _on_shortcut(self) -> None:
        shortcut = self.sender()
        if shortcut is not None:
            self.go_to(int(shortcut.property("step")))

    def _on_saved(self) -> None:
        self.header.saved.show_saved(datetime.now().astimezone())

    def _on_no_backup(self, error: Exception) -> None:
        self.pages[self._stack.currentIndex()].notice.show_error(error)

    def _fit(self) -> None:
        px = self.office.theme.px
        most = max(px(_NARROW_RAIL), round(self.width() * _RAIL_SHARE))
        self._rail_area.setFixedWidth(min(px(_RAIL), most))
        self.note.set_roomy(self.height() >= px(_ROOMY))

    def _show(self) -> None:
        overview = self.office.overview
        self.rail.setAccessibleName(translate("OrganiserWindow", "Langkah panitia"))
        self.rail.set_steps(steps(overview))
        title, subtitle = header_words(overview)
        self.header.set_title(title, subtitle)
        self.setWindowTitle(title)
        self._pill.setVisible(overview is not None)
        self._pill.show_standing(overview is not None and overview.final)
        self._show_note()

    def _show_note(self) -> None:
        """What has to stay in sight: that this is only a backup, else what is left to do about the key."""
        overview, copy = self.office.overview, self.office.master.copy
        if copy is not None:
            words = translate("OrganiserWindow", "Cadangan {at}. Yang sesudahnya tidak tampak di sini.")
            self.note.say(
                translate("OrganiserWindow", "Hanya dibaca"), words.format(at=moment_words(copy.at))
            )
            return
        left = "" if overview is None else reminder(overview.care.key)
        heading = translate("OrganiserWindow", "Kunci panitia") if left else ""
        self.note.say(heading, left, translate("OrganiserWindow", "&Urus kunci …"))
