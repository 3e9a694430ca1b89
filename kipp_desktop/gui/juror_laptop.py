"""What concerns the juror's laptop and not one sheet: standing lines, status, who types, its other laptop."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.juror_differing import JurorDiffering
from kipp_desktop.gui.juror_files import JurorFiles
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.score_book import ScoreBook
from kipp_desktop.gui.pages.juror_screen import JurorScreen
from kipp_desktop.gui.pages.juror_standing import Standing
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.services import assisting, jurors, standing

_FIRST_MS = 50  # the sheet is painted first, then what stands above it is read
BREAK_MS = 5 * 60_000  # without a key: a break, in which an export is due
_LATER_MS = 400  # the header counts again once the keys have rested; a greeting waits for it too


class JurorLaptop(QObject):
    """Keeps the standing lines and the header true, and opens the dialogs; the last one is in `dialog`."""

    sheet_wanted = Signal(str, str)  # stage, entry

    def __init__(self, around: Surroundings, screen: JurorScreen, book: ScoreBook, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._screen = screen
        self._book = book
        self._window = window
        self.dialog: QDialog | None = None
        self.differing = JurorDiffering(around, book, screen.notice, window)
        self.differing.settled.connect(self.refresh)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        book.saved.connect(self._on_saved)
        around.languages.changed.connect(self.refresh)
        lines = screen.standing
        lines.status_wanted.connect(self.show_status)
        lines.differences_wanted.connect(self.settle_differences)
        lines.rescore_wanted.connect(self._on_rescore)
        self._at_break = False
        self._break = QTimer(self)
        self._break.setSingleShot(True)
        self._break.setInterval(BREAK_MS)
        self._break.timeout.connect(self._on_break)
        self._break.start()
        book.refused.connect(self._on_refused)
        self._greeting = QTimer(self)
        self._greeting.setSingleShot(True)
        self._greeting.timeout.connect(self._greet)

    def begin(self) -> None:
        """The window shows itself: read once it has been painted."""
        self._later.start(_FIRST_MS)
        self._greeting.start(_LATER_MS)

    def follow(self, files: JurorFiles) -> None:
        """Look again after every file, and open what one asks for."""
        files.exported.connect(self._on_exported)
        files.refused.connect(self.refresh)
        files.differences_open.connect(self.settle_differences)
        files.key_missing.connect(self.ask_code)

    def refresh(self) -> None:
        """Read what the organiser has, what is alarming and what is open."""
        try:
            pressing = standing.pressing(self._book.desk)
            self._screen.read_receipt()
        except UserError as error:
            self._screen.notice.show_error(error)
            return
        said = self._around.notices.sentence_of
        alarms = tuple(said(one.code, one.facts) for one in pressing.alarms)
        unsent = pressing.unsent if self._at_break else 0
        sent_at = datetime.fromisoformat(pressing.sent_at).astimezone() if pressing.sent_at else None
        self._screen.standing.show_standing(
            Standing(len(self._book.unsaved), alarms, pressing.differences, self._outdated(), unsent, sent_at)
        )

    def rest(self) -> None:
        """The store is closing: nothing is read any more."""
        self._later.stop()
        self._break.stop()
        self._greeting.stop()
        self._book.saved.disconnect(self._on_saved)
        self._around.languages.changed.disconnect(self.refresh)

    def show_status(self) -> None:
        """Show the laptop at a glance."""
        from kipp_desktop.gui.dialogs.juror_status import StatusDialog
        from kipp_desktop.services.desk_status import desk_status

        around, desk = self._around, self._book.desk
        names = desk.competition, around.languages.current
        self._open(StatusDialog(around.theme, around.notices, desk_status(desk), *names, self._window))

    def settle_differences(self) -> None:
        """Show what is open between the two laptops."""
        self.differing.open()

    def ask_assistant(self) -> None:
        """Ask who types."""
        from kipp_desktop.gui.dialogs.juror_assistant import AssistantDialog

        now = assisting.assistant(self._book.desk)
        dialog = AssistantDialog(self._around.theme, now, self._window)
        dialog.begun.connect(self._on_begun)
        dialog.ended.connect(self._on_ended)
        self._open(dialog)

    def ask_pin(self) -> None:
        """Ask for a PIN that this laptop wants from now on."""
        from kipp_desktop.gui.dialogs.juror_pin import PinDialog
        from kipp_desktop.services import admission

        dialog = PinDialog(self._around.theme, admission.has_pin(self._book.desk), self._window)
        dialog.given.connect(self._on_pin)
        dialog.removed.connect(self._on_no_pin)
        self._open(dialog)

    def ask_code(self) -> None:
        """The device key is gone: offer to activate this laptop again."""
        from kipp_desktop.gui.dialogs.juror_code import CodeDialog

        words = translate(
            "Laptop",
            "Kunci perangkat tidak ada lagi di laptop ini. Dengan kode dari slip, laptop ini mendapat kunci "
            "baru; semua nilai tetap ada. Panitia mencocokkan kode laptop yang baru sebelum menghitungnya.",
        )
        title = translate("Laptop", "Aktifkan laptop ini lagi")
        dialog = CodeDialog(self._around.theme, title, words, translate("Laptop", "Aktifkan"), self._window)
        dialog.accepted.connect(self._on_code)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _greet(self) -> None:
        """On a laptop that was just enrolled: its code, and where its key is."""
        desk = self._book.desk
        if not standing.is_fresh(desk):
            return
        code, keeping = desk.device_code, desk.keeping
        ready = translate("Laptop", "Laptop ini siap dipakai menilai. Kode laptopnya {code}.")

        def words() -> str:
            kept = self._around.notices.sentence_of(f"keeping.{keeping.place}", {"name": keeping.name})
            return f"{ready.format(code=code)} {kept}"

        self._screen.notice.show_words(words)

    def _on_saved(self, when: datetime) -> None:
        self._later.start(_LATER_MS)
        self._break.start()

    def _on_refused(self, error: UserError) -> None:
        self._later.start(_LATER_MS)

    def _on_break(self) -> None:
        """The keys have rested for a while: remind of the export, until there is one."""
        self._at_break = True
        self.refresh()

    def _on_exported(self) -> None:
        self._at_break = False
        self.refresh()

    def _outdated(self) -> int:
        return sum(len(own.outdated) for own in self._book.sheets if own.look == "rescore")

    def _on_rescore(self) -> None:
        for own in self._book.sheets:
            if own.look == "rescore":
                self.sheet_wanted.emit(own.stage, own.entry)
                return

    def _on_begun(self, name: str) -> None:
        try:
            assisting.begin(self._book.desk, name)
        except UserError as error:
            self._screen.notice.show_error(error)
        self._screen.read_assistant()

    def _on_ended(self) -> None:
        assisting.end(self._book.desk)
        self._screen.read_assistant()

    def _on_pin(self, pin: str) -> None:
        desk = self._book.desk

        def job(progress: Progress) -> None:
            from kipp_desktop.services import admission

            admission.set_pin(desk, pin)

        what = translate("Laptop", "Menyimpan PIN")
        self._around.tasks.run(job, self._on_pin_set, self._screen.notice.show_error, what)

    def _on_pin_set(self, done: None) -> None:
        words = translate("Laptop", "PIN ditanyakan setiap kali penilaian Anda dibuka di laptop ini.")
        self._screen.notice.show_words(words, "ok")

    def _on_no_pin(self) -> None:
        from kipp_desktop.services import admission

        admission.remove_pin(self._book.desk)
        words = translate("Laptop", "PIN dihapus.")
        self._screen.notice.show_words(words, "ok")

    def _on_code(self) -> None:
        from kipp_desktop.gui.dialogs.juror_code import CodeDialog

        dialog, desk = self.dialog, self._book.desk
        if not isinstance(dialog, CodeDialog):
            return
        code = dialog.code.text()

        def job(progress: Progress) -> str:
            jurors.renew_device(desk, code)
            return desk.device_code

        what = translate("Laptop", "Memeriksa kode")
        self._around.tasks.run(job, self._on_renewed, self._screen.notice.show_error, what)

    def _on_renewed(self, device: str) -> None:
        words = translate("Laptop", "Laptop ini aktif lagi. Kode laptopnya sekarang {code}.")
        self._screen.notice.show_words(words.format(code=device), "ok")
        self.refresh()
