"""F1 in a dialog: the window behind it is shut off meanwhile, so each dialog gets the key as it comes up."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.view_menu import key

_NAME = "help"
_BY_TOPIC = {
    "mulai": "AboutDialog CrashReportDialog",
    "cek-laptop": "LaptopCheckDialog",
    "flashdisk": "ScoresPlaceDialog",
    "juri-paket": "CodeDialog PackageNewsDialog",
    "juri-lembar": "AssistantDialog ReasonDialog",
    "juri-tinjau": "ReviewDialog",
    "juri-selesai": "FinishDialog ExportedDialog RescueDialog",
    "juri-dua-laptop": "PinDialog DifferencesDialog StatusDialog",
    "panitia-siapkan": "NewCompetitionDialog ListDialog ParticularsDialog ProblemsDialog AssignDialog "
    "AssignmentPlanDialog TimetableDialog DrawDialog DocumentsDialog ShapeChangesDialog ReplaceDialog",
    "panitia-bagikan": "SlipsDialog SeatDialog",
    "panitia-terima": "DeviceDialog RevokeDialog ConflictDialog KeyingDialog ResolveDialog",
    "panitia-peringkat": "OpenRankingDialog ChangesDialog BonusDialog",
    "panitia-pleno": "ActDialog TieDialog CurateDialog AwardDialog FinaliseDialog ObjectionDialog "
    "AnswerDialog PeriodDialog",
    "panitia-arsip": "PreviewDialog PublicDialog EraseDialog RetentionDialog",
    "panitia-kunci": "KeyDialog CopyDialog BackupsDialog PassphraseDialog NewPassphraseDialog "
    "SecretPaperDialog",
    "masalah": "ShutOutDialog",
}
TOPICS = {dialog: topic for topic, dialogs in _BY_TOPIC.items() for dialog in dialogs.split()}
"""The class of a dialog → the page of the help that explains it."""
OTHERWISE = "masalah"


class DialogHelp(QObject):
    """Gives every dialog its F1; the help opens beside it and goes with it."""

    def __init__(self, around: Surroundings, app: QApplication) -> None:
        super().__init__(app)
        self._around = around
        app.focusWindowChanged.connect(self._on_window)

    def give(self, dialog: QDialog) -> None:
        """Let F1 in a dialog open its page."""
        if dialog.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(key("F1"), dialog)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(self._on_f1)

    def _on_window(self, window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if window is not None and isinstance(dialog, QDialog):
            self.give(dialog)

    def _on_f1(self) -> None:
        from kipp_desktop.gui.help_window import HelpWindow

        shortcut = self.sender()
        dialog = shortcut.parent() if shortcut is not None else None
        if isinstance(dialog, QDialog):
            shown = dialog.findChild(HelpWindow) or HelpWindow(self._around, dialog)
            shown.open_at(TOPICS.get(type(dialog).__name__, OTHERWISE))
