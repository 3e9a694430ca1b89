"""A new competition: which template, which title, and where its master is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.gui.dialogs.juror_destination import Destination
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text


class NewCompetitionDialog(QDialog):
    """Asks only for what a master needs to be made; the rest is the organiser's first step."""

    def __init__(
        self, theme: Theme, templates: list[tuple[str, str]], last_folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.template = QComboBox()
        for name, title in templates:
            self.template.addItem(title, name)
        self.title = QLineEdit()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.destination = Destination(last_folder or documents)
        if paths.synced_by(self.destination.folder()):  # as Documents is on many laptops, unnoticed
            self.destination.set_folder(Path.home())
        self.confirm = Button(translate("NewCompetition", "Buat kompetisi"), "primary")
        self.setMinimumWidth(min(theme.px(540), 1000))
        self._lay_out()
        self.template.currentIndexChanged.connect(self._on_template)
        self.title.textChanged.connect(self._look)
        self._on_template()

    def path(self) -> Path:
        """The master's file: the title as a name that every system takes, and one that is free."""
        from kipp_desktop.services.issuing import slug  # late: the dialog opens without what issuing needs

        words = slug(self.title.text())
        folder = self.destination.folder()
        path, number = folder / f"{words}.kipp", 2
        while path.exists():
            path, number = folder / f"{words}-{number}.kipp", number + 1
        return path

    def _lay_out(self) -> None:
        heading = translate("NewCompetition", "Kompetisi baru")
        self.setWindowTitle(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        column.addWidget(Text(heading, "heading"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("NewCompetition", "Contoh susunan tahap dan kriteria"), self.template),
            (translate("NewCompetition", "Nama kompetisi"), self.title),
            (translate("NewCompetition", "Simpan salinan induk di"), self.destination),
        )
        for words, field in rows:
            label = Text(words, "second", "soft")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(field)
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(Button(translate("NewCompetition", "Batal")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addSpacing(12)
        column.addWidget(box)

    def _on_template(self) -> None:
        self.title.setText(self.template.currentText())
        self._look()

    def _look(self) -> None:
        self.confirm.setEnabled(bool(self.title.text().strip()))
