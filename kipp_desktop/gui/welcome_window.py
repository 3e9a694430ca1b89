"""The window of the first page: opens what is chosen, dropped or given on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop import paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.help_menu import HelpMenu
from kipp_desktop.gui.icons import IconButton
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.notices import NoticeBar
from kipp_desktop.gui.opening import SUFFIXES, Opening, kind_of
from kipp_desktop.gui.pages.juror_enrol import EnrolPage
from kipp_desktop.gui.pages.welcome import WelcomePage
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import ViewMenu, pop_up
from kipp_desktop.gui.widgets.file_drop import files_in
from kipp_desktop.gui.widgets.task_strip import TaskStrip
from kipp_desktop.services import recents

if TYPE_CHECKING:
    from kipp_desktop.exchange.package import Package
    from kipp_desktop.gui.dialogs.juror_code import CodeDialog
    from kipp_desktop.gui.dialogs.new_competition import NewCompetitionDialog
    from kipp_desktop.gui.pages.check import CheckPage

_PACKAGES, _MASTERS = "package", "master"  # purposes of folders


class WelcomeWindow(QMainWindow):
    """Listens to `opening`; whoever made this window listens to it too and shows what was opened."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.opening = Opening(around.tasks, self)
        self.page = WelcomePage(around.theme)
        self.enrol = EnrolPage(around.theme)
        self.notice = NoticeBar(around.theme, around.notices)
        self.menu_button = IconButton(around.theme, "settings", "")
        self.dialog: NewCompetitionDialog | None = None
        self.checking: CheckPage | None = None  # made with the first bundle
        self.code_dialog: CodeDialog | None = None
        self._waiting: tuple[Path, Path | None] | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowTitle("KIPP Desktop")
        self.resize(1100, 720)
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the first page with what was opened before."""
        self.page.show_recents(recents.known(self._around.preferences.recent()))
        self.enrol.set_busy(False)
        self._stack.setCurrentWidget(self.page)

    def take(self, files: Sequence[Path]) -> None:
        """Take in files that were dropped or opened from outside: one competition is opened at a time.

        A master goes before a package, and both before files that need one of them to be open.
        """
        self.open_file(min(files, key=_rank))

    def open_file(self, path: Path) -> None:
        """Lead a file to the right place by what is in it."""
        self.notice.dismiss()
        kind = kind_of(path)
        if kind == "package":
            self.opening.read_package(path)
        elif kind == "database" and path.name == recents.STORE_NAME:
            self._open_desk(path.parent)
        elif kind == "database":
            self.opening.open_master(path)
        elif kind == "bundle":
            self.check_result(path)
        elif kind in ("receipt", "scores") and (folder := recents.desk_of(path)) is not None:
            self._open_desk(folder, path)
        else:
            self._refuse(path, kind)

    def check_result(self, path: Path) -> None:
        """Check a published result: anybody may, no competition has to be open."""
        if self.checking is None:
            self.checking = self._check_page()
        self._stack.setCurrentWidget(self.checking)
        self.checking.panel.verify([path])

    def help_topic(self) -> str:
        """The page of the help that explains what is shown."""
        shown = self._stack.currentWidget()
        return "juri-paket" if shown is self.enrol else "mulai" if shown is self.page else "periksa-hasil"

    def choose_package(self) -> None:
        """Ask for a package."""
        kinds = translate("WelcomeWindow", "Paket")
        beside = str(paths.program_folder()) if paths.is_portable() else ""
        self._choose(_PACKAGES, translate("WelcomeWindow", "Buka paket"), f"{kinds} (*.paket)", beside)

    def choose_master(self) -> None:
        """Ask for a master."""
        kinds = translate("WelcomeWindow", "Salinan induk")
        self._choose(_MASTERS, translate("WelcomeWindow", "Buka salinan induk"), f"{kinds} (*.kipp)")

    def new_competition(self) -> None:
        """Ask for a template and a title."""
        from kipp_desktop.gui.dialogs.new_competition import NewCompetitionDialog
        from kipp_desktop.services import setting_up

        names = setting_up.template_names()
        templates = [(name, str(setting_up.read_template(name)["title"])) for name in names]
        folder = self._around.preferences.folder(_MASTERS)
        self.dialog = NewCompetitionDialog(self._around.theme, templates, folder, self)
        self.dialog.accepted.connect(self._on_new)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the newest work, else at the juror's door: never at the settings."""
        super().showEvent(event)
        if self.page.isVisible():
            self.page.begin()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Our files are welcome anywhere."""
        if files_in(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first one."""
        self.take(files_in(event.mimeData(), SUFFIXES))

    def _lay_out(self) -> None:
        self.menu = QMenu(self)
        ViewMenu(self._around, self).add_to(self.menu)
        self.menu.addSeparator()
        self.help = HelpMenu(self._around, self, self.help_topic)
        self.help.add_to(self.menu)
        self.page.help_wanted.connect(self.help.show_help)
        self.page.laptop_wanted.connect(self.help.check_laptop)
        self.menu_button.clicked.connect(self._on_menu)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.setSpacing(12)
        top.addWidget(self.notice, 1)
        top.addStretch(0)
        top.addWidget(self.menu_button)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.enrol)
        contents = QWidget()
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(TaskStrip(self._around.theme, self._around.tasks))
        self.setCentralWidget(contents)

    def _check_page(self) -> CheckPage:
        from kipp_desktop.gui.pages.check import CheckPage

        page = CheckPage(self._around, self.notice)
        page.left.connect(self.refresh)
        self._stack.addWidget(page)
        return page

    def _connect(self) -> None:
        page, opening = self.page, self.opening
        page.package_wanted.connect(self.choose_package)
        page.master_wanted.connect(self.choose_master)
        page.new_wanted.connect(self.new_competition)
        page.demo_juror_wanted.connect(opening.demo_desk)
        page.demo_master_wanted.connect(opening.demo_master)
        page.recent_wanted.connect(self._on_recent)
        self.enrol.left.connect(self.refresh)
        self.enrol.wanted.connect(self._on_code)
        self.enrol.again_wanted.connect(self._on_again)
        opening.package_read.connect(self._on_package)
        opening.failed.connect(self._on_failed)
        opening.admission_wanted.connect(self._on_admission)
        opening.master_shut_out.connect(self._on_shut_out)

    def _choose(self, purpose: str, title: str, kinds: str, first: str = "") -> None:
        folder = self._around.preferences.folder(purpose) or first
        name, _ = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if name:
            self._around.preferences.used_folder(purpose, Path(name).parent)
            self.open_file(Path(name))

    def _refuse(self, path: Path, kind: str) -> None:
        """Say where a file belongs that cannot be opened here."""
        self.notice.show_words(partial(_refusal, kind, path.name), "warn" if kind == "unknown" else "info")

    def _on_menu(self) -> None:
        pop_up(self.menu, self.menu_button)

    def _on_package(self, package: Package, path: Path) -> None:
        self.notice.dismiss()
        self._stack.setCurrentWidget(self.enrol)
        self.enrol.show_package(package, path)

    def _on_code(self, juror: str, code: str) -> None:
        if self.enrol.package is not None:
            self.notice.dismiss()
            self.enrol.set_busy(True)
            self.opening.enrol(self.enrol.path, self.enrol.package.competition.id, juror, code)

    def _on_again(self, juror: str) -> None:
        if self.enrol.package is not None:
            self.notice.dismiss()
            folder = recents.desk_folder(self.enrol.package.competition.id, juror)
            self._open_desk(folder, self.enrol.path)

    def _open_desk(self, folder: Path, arrived: Path | None = None) -> None:
        self.opening.open_desk(folder, arrived)

    def _on_admission(self, folder: Path, arrived: Path | None, question: str) -> None:
        """On a laptop that several use, ask for the PIN the juror set, else for the own code."""
        from kipp_desktop.gui.dialogs.juror_code import CodeDialog

        known = recents.recent(folder)
        title = translate("WelcomeWindow", "Penilaian {name}")
        title = title.format(name=known.who if known else folder.name)
        words = self._around.notices.sentence_of(question, {})
        opens = translate("WelcomeWindow", "Buka")
        with_pin = question == "admission.pin_wanted"
        dialog = CodeDialog(self._around.theme, title, words, opens, self, with_pin=with_pin)
        dialog.accepted.connect(self._on_own_code)
        dialog.finished.connect(dialog.deleteLater)
        self.code_dialog, self._waiting = dialog, (folder, arrived)
        dialog.open()

    def _on_own_code(self) -> None:
        if self.code_dialog is not None and self._waiting is not None:
            folder, arrived = self._waiting
            self.opening.open_desk(folder, arrived, self.code_dialog.code.text())

    def _on_recent(self, path: Path) -> None:
        self.notice.dismiss()
        if recents.is_desk(path):
            self._open_desk(path)
        else:
            self.open_file(path)

    def _on_new(self) -> None:
        dialog = self.dialog
        if dialog is not None:
            path = dialog.path()
            self._around.preferences.used_folder(_MASTERS, path.parent)
            self.opening.new_master(path, dialog.template.currentData(), dialog.title.text().strip())

    def _on_failed(self, error: Exception) -> None:
        if self._stack.currentWidget() is self.enrol:
            self.enrol.refuse_code()
        self.notice.show_error(error)

    def _on_shut_out(self, path: Path, error: UserError) -> None:
        """Say who has the master, and offer its newest backup to be looked at or put back."""
        from kipp_desktop.gui.dialogs.organiser_shut_out import ShutOutDialog

        self.shut_out = ShutOutDialog(self._around, path, error, self)
        self.shut_out.look_wanted.connect(self.opening.read_newest_backup)
        self.shut_out.restore_wanted.connect(self.opening.restore_master)
        self.shut_out.finished.connect(self.shut_out.deleteLater)
        self.shut_out.open()

    def _retranslate(self) -> None:
        self.menu_button.set_name(translate("WelcomeWindow", "Bahasa, tampilan, bantuan"))


def _rank(path: Path) -> int:
    kinds = ("database", "package", "bundle", "receipt", "scores", "unknown")
    return kinds.index(kind_of(path))


def _refusal(kind: str, file: str) -> str:
    """Where a file belongs that cannot be opened on the first page."""
    words = {
        "receipt": translate(
            "WelcomeWindow",
            "{file} adalah tanda terima untuk juri yang penilaiannya tidak ada di laptop ini. Tidak ada yang "
            "berubah. Buka di laptop juri itu.",
        ),
        "scores": translate(
            "WelcomeWindow",
            "{file} adalah berkas nilai. Juri: buka dulu paket dengan kode Anda, lalu seret berkas ini ke "
            "jendelanya. Panitia: buka salinan induk, lalu langkah Terima. Tidak ada yang berubah.",
        ),
    }
    other = translate(
        "WelcomeWindow", "{file} bukan berkas KIPP yang dikenal. Tidak ada yang dibuka atau diubah."
    )
    return words.get(kind, other).format(file=file)
