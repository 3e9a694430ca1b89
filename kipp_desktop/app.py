"""The window program's only composition root: makes what there is one of, and hands it down."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from kipp_desktop import __version__, logs, paths
from kipp_desktop.gui.dialog_help import DialogHelp
from kipp_desktop.gui.languages import Languages, translate
from kipp_desktop.gui.notices import Notices
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.single_instance import SingleInstance
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress, Tasks
from kipp_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from kipp_desktop.gui.juror_window import JurorWindow
    from kipp_desktop.gui.organiser_window import OrganiserWindow
    from kipp_desktop.gui.welcome_window import WelcomeWindow
    from kipp_desktop.services.jurors import JurorDesk
    from kipp_desktop.services.masters import Master

_AGAIN_MS = 400  # files that wait look again this often


class Desktop(QObject):
    """The program while its windows are open: one at a time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        resources = paths.resources()
        theme = Theme(app, resources)
        languages = Languages(app, resources / "i18n")
        preferences = Preferences(theme, languages, self)
        preferences.apply()
        self.around = Surroundings(theme, languages, Tasks(self), Notices(languages), preferences)
        DialogHelp(self.around, app)
        self.window: WelcomeWindow | JurorWindow | OrganiserWindow | None = None
        self._waiting_files: list[Path] = []  # until a question is answered
        self._for_first_page: list[Path] = []  # until what is open is left
        self._masters: list[Master] = []  # open, or waiting for the worker to close them

    def welcome(self) -> WelcomeWindow:
        """Show the first page."""
        from kipp_desktop.gui.welcome_window import WelcomeWindow

        window = WelcomeWindow(self.around)
        window.opening.desk_opened.connect(self.show_desk)
        window.opening.enrolled.connect(self.bring_documents)
        window.opening.master_opened.connect(self.show_master)
        self._show(window)
        return window

    def show_desk(self, desk: JurorDesk, arrived: Path | None = None) -> None:
        """Show a juror's sheets, and take in the file that was opened with them."""
        from kipp_desktop.gui.juror_window import JurorWindow

        window = JurorWindow(self.around, desk)
        window.home_wanted.connect(self.go_home)
        self.around.preferences.opened(desk.store.folder)
        self._show(window)
        window.files.elsewhere.connect(self._open_elsewhere)
        if arrived is not None:
            window.take([arrived])

    def bring_documents(self, package: Path) -> None:
        """Copy the documents beside a package to the laptop of the juror who has just come with it."""
        from kipp_desktop.gui.juror_window import JurorWindow

        if isinstance(self.window, JurorWindow):
            self.window.documents.take_in_beside(package)

    def show_master(self, master: Master) -> None:
        """Show an organiser's competition."""
        from kipp_desktop.gui.erasing import Erasing
        from kipp_desktop.gui.master_menu import MasterMenu
        from kipp_desktop.gui.organiser_window import OrganiserWindow

        around = self.around
        self._masters.append(master)
        window = OrganiserWindow(master, around.theme, around.languages, around.tasks, around.notices)
        window.office.preferences = around.preferences
        menu = MasterMenu(around, window, window.help_topic)
        menu.home_wanted.connect(self.go_home)
        erasing = Erasing(window)
        menu.erase_wanted.connect(erasing.begin)
        menu.retention_wanted.connect(erasing.ask_retention)
        erasing.done.connect(self.go_home)
        menu.key_wanted.connect(window.show_key)
        menu.backups_wanted.connect(window.show_backups)
        window.restore_wanted.connect(self.restore)
        window.shut.connect(self._let_go_of_master)
        window.elsewhere.connect(self._open_elsewhere)
        around.preferences.opened(master.path)
        self._show(window)

    def arrive(self, files: list[Path]) -> None:
        """Bring the window forward with files that were double-clicked or given to a second start.

        Where a question is open, they wait for its answer.
        """
        window = self.window
        if window is None:
            return
        if QApplication.activeModalWidget() is not None:
            self._waiting_files += files
            QTimer.singleShot(_AGAIN_MS, self._arrive_again)
        elif files:
            window.take(files)
        bring_forward(window)

    def go_home(self) -> None:
        """Close what is open and show the first page; a window that cannot close yet stays.

        A juror's window is left when the worker has finished.
        """
        tasks, window = self.around.tasks, self.window
        if tasks.busy and not self._masters:
            tasks.idle.connect(self.go_home, Qt.ConnectionType.SingleShotConnection)
        elif window is not None and window.close():
            first = self.welcome()
            files, self._for_first_page = self._for_first_page, []
            if files:
                first.take(files)

    def restore(self, backup: Path) -> None:
        """Close the master, put a backup in its place, and open it again."""
        window = self.window
        path = self._masters[-1].path
        if window is not None and window.close():
            self.welcome().opening.restore_master(path, backup)

    def ask_place(self) -> None:
        """A program that is carried about asks where scores are kept, once on each laptop."""
        if not paths.place_undecided() or self.window is None:
            return
        from kipp_desktop.gui.dialogs.scores_place import ScoresPlaceDialog

        dialog = ScoresPlaceDialog(self.around, self.window)
        dialog.chosen.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_place(self) -> None:
        from kipp_desktop.gui.welcome_window import WelcomeWindow

        self.around.preferences.read_again()
        if isinstance(self.window, WelcomeWindow):
            self.window.refresh()

    def offer_crash_report(self) -> None:
        """After a start that follows a hard crash, show what is safe and where the report is."""
        report = logs.set_crash_aside("window")
        if report is not None and self.window is not None:
            from kipp_desktop.gui.dialogs.crash_report import CrashReportDialog

            dialog = CrashReportDialog(self.around.theme, report, self.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def close(self) -> None:
        """Wait for the worker and let go of everything."""
        self.around.tasks.close()
        while self._masters:
            self._masters.pop().close()

    def _show(self, window: WelcomeWindow | JurorWindow | OrganiserWindow) -> None:
        before, self.window = self.window, window
        place(window, before)
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _arrive_again(self) -> None:
        files, self._waiting_files = self._waiting_files, []
        if files:
            self.arrive(files)

    def _open_elsewhere(self, files: list[Path]) -> None:
        """Open files of another competition from the first page, at once or when what is open is left."""
        self._for_first_page = files
        self.go_home()
        if self._for_first_page and not self.around.tasks.busy and self.window is not None:
            words = translate(
                "Desktop",
                "{file} belum dibuka: ada isian yang belum dapat disimpan. Berkas itu dibuka setelah "
                "penilaian ini ditutup.",
            )
            self.around.notices.say(self.window, words.format(file=files[0].name))

    def _let_go_of_master(self) -> None:
        """Close the master behind the jobs that still use it."""

        def job(progress: Progress) -> None:
            while self._masters:
                self._masters.pop().close()

        self.around.tasks.run(job, _nothing, _nothing, "")


def _nothing(result: object) -> None:
    """Nobody waits for this answer."""


def bring_forward(window: QMainWindow) -> None:
    """Show a window above the others, as it was before it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def place(window: QMainWindow, before: QMainWindow | None) -> None:
    """Put a window where the one before stood; the first one within the screen, up to 1366×768."""
    if before is not None and before.isVisible():
        window.resize(before.size())
        window.move(before.pos())
        if before.isMaximized():
            window.setWindowState(before.windowState())
        return
    room = QApplication.primaryScreen().availableSize()
    window.resize(min(1366, room.width()), min(768, room.height()))


class Program(QApplication):
    """The application; macOS hands over double-clicked files as events."""

    file_opened = Signal(list)  # of Path

    def event(self, event: QEvent) -> bool:
        """Pass a double-clicked file on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit([Path(event.file())])
            return True
        return super().event(event)


def main(argv: list[str]) -> int:
    """Open the window program with files, the demo event (`--demo`) or the first page.

    Where it runs already, the running one takes the files and this start ends.
    """
    app = Program(sys.argv[:1])
    app.setApplicationName(paths.NAME)
    app.setApplicationVersion(__version__)
    # What Qt's own file dialog remembers is kept with our settings: on a stick, where the program is carried.
    folder = str(paths.config_folder())
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)
    app.setWindowIcon(QIcon(str(paths.resources() / "windows" / "kipp-desktop.svg")))
    files = [Path(text) for text in argv if not text.startswith("-")]
    single = SingleInstance(app)
    if not single.claim() and single.hand_over(files):
        return 0
    desktop = Desktop(app)
    sys.excepthook = _Hook(desktop).caught
    window = desktop.welcome()
    QTimer.singleShot(0, desktop.ask_place)
    QTimer.singleShot(0, desktop.offer_crash_report)
    app.file_opened.connect(desktop.arrive)
    single.arrived.connect(desktop.arrive)
    QTimer.singleShot(0, single.listen)  # once the window is there
    if "--demo" in argv:
        window.opening.demo_desk()
    if files:
        window.take(files)
    try:
        return app.exec()
    finally:
        single.close()
        desktop.close()


class _Hook:
    """An unexpected error in a slot is said and logged; the window stays."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._saying = False

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it and say it once, however often it comes back."""
        if not isinstance(error, Exception) or self._saying:
            sys.__excepthook__(kind, error, trace)
            return
        self._saying = True
        try:
            self._desktop.around.notices.tell(self._desktop.window, error)
        finally:
            self._saying = False
