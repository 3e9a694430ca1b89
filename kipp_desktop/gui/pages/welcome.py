"""The first page: three doors, and earlier work below them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kipp_desktop import paths
from kipp_desktop.gui.icons import icon_pixmap
from kipp_desktop.gui.languages import date_short, time_words, translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.card import Button, Card
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Cell, Column, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.recents import REHEARSAL, Recent

_WIDTH = 1040  # at 100 %
_NARROW = 760  # below this many pixels at 100 % the doors stand one above the other


class Door(Card):
    """Who one is, what happens, and one or two buttons."""

    first = Signal()
    second = Signal()

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._icon_name = icon_name
        self._picture = QLabel()
        self._title = Text("", "heading").wrapped()
        self._words = Text("", "second", "soft").wrapped()
        self.first_button, self.second_button = Button(), Button("", "ghost")
        self.first_button.clicked.connect(self.first)
        self.second_button.clicked.connect(self.second)
        self.body.setSpacing(8)
        for part in (self._picture, self._title, self._words):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self.first_button)
        self.body.addWidget(self.second_button)
        self._dress()
        theme.changed.connect(self._dress)

    def set_words(self, title: str, words: str, first: str, second: str) -> None:
        """Write the door in the present language."""
        self._title.setText(title)
        self._words.setText(words)
        self.first_button.setText(first)
        self.second_button.setText(second)
        for button in (self.first_button, self.second_button):
            button.setAccessibleDescription(title)
        self.setAccessibleName(title)

    def _dress(self) -> None:
        size = self._theme.px(32)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon_pixmap(self._theme, self._icon_name, "accent", size, ratio))


class WelcomePage(QScrollArea):
    """Says by signals what is wanted; opens nothing itself."""

    package_wanted = Signal()
    new_wanted = Signal()
    master_wanted = Signal()
    demo_juror_wanted = Signal()
    demo_master_wanted = Signal()
    recent_wanted = Signal(object)  # Path
    laptop_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recents: tuple[Recent, ...] = ()
        self._wide: bool | None = None
        self._title = Text("KIPP Desktop", "title")
        self._about = Text("", "body", "soft").wrapped()
        self.juror = Door(theme, "edit")
        self.organiser = Door(theme, "gavel")
        self.demo = Door(theme, "eye")
        self.juror.first_button.set_kind("primary")
        self._doors = QGridLayout()
        self._doors.setSpacing(16)
        self._recent_title = Text("", "heading")
        self.recent_table = RichTable(theme, "", self._columns(), PEOPLE_ROW)
        self.recent_table.horizontalHeader().hide()
        self.recent_card = Card()
        self.recent_card.body.setContentsMargins(8, 6, 8, 6)
        self.recent_card.body.addWidget(self.recent_table)
        self._hint = Text("", "second", "soft").wrapped()
        self.place = Text("", "small", "soft").wrapped()  # of the scores
        self.laptop, self.help = Button("", "ghost"), Button("", "ghost")
        self._contents = QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        theme.changed.connect(self._dress)

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """List earlier work, newest first; none hides the list."""
        self._recents = tuple(recents)
        self.place.setText(_place_words())
        self.place.setVisible(paths.is_portable())
        self.recent_table.set_rows([_recent_row(one) for one in recents])
        self._recent_title.setVisible(bool(recents))
        self.recent_card.setVisible(bool(recents))
        self._dress()

    def begin(self) -> None:
        """Give the keys to the newest work, so that Enter goes on with it; else to the juror's door."""
        if self._recents:
            self.recent_table.choose(self._recents[0].path)
            self.recent_table.setFocus()
        else:
            self.juror.first_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Doors beside or above each other."""
        super().resizeEvent(event)
        self._arrange(event.size().width() >= self._theme.px(_NARROW))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(24, 28, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(12)
        column.addLayout(self._doors)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(self.laptop)
        below.addWidget(self.help)
        column.addLayout(below)
        column.addWidget(self.place)
        column.addSpacing(16)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent_card)
        column.addStretch(1)
        middle = QWidget()
        around = QGridLayout(middle)
        around.setContentsMargins(0, 0, 0, 0)
        around.setColumnStretch(0, 1)
        around.setColumnStretch(1, 100)
        around.setColumnStretch(2, 1)
        around.addWidget(self._contents, 0, 1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(middle)

    def _connect(self) -> None:
        self.juror.first.connect(self.package_wanted)
        self.organiser.first.connect(self.master_wanted)
        self.organiser.second.connect(self.new_wanted)
        self.demo.first.connect(self.demo_juror_wanted)
        self.demo.second.connect(self.demo_master_wanted)
        self.laptop.clicked.connect(self.laptop_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.recent_table.opened.connect(self._on_recent)
        self.recent_table.clicked.connect(self._on_clicked)

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        kept = self.juror.second_button.sizePolicy()
        kept.setRetainSizeWhenHidden(wide)  # so that the first buttons stand on one line
        self.juror.second_button.setSizePolicy(kept)
        for at, door in enumerate((self.juror, self.organiser, self.demo)):
            self._doors.removeWidget(door)
            self._doors.addWidget(door, 0 if wide else at, at if wide else 0)
            self._doors.setColumnStretch(at, 1 if wide or at == 0 else 0)

    def _columns(self) -> list[Column]:
        return [
            Column(translate("Welcome", "Kompetisi")),
            Column(translate("Welcome", "Keadaan"), 230),
            Column(translate("Welcome", "Dibuka"), 150, Qt.AlignmentFlag.AlignRight),
        ]

    def _on_recent(self, path: Path) -> None:
        self.recent_wanted.emit(path)

    def _on_clicked(self) -> None:
        path = self.recent_table.current_key()
        if isinstance(path, Path):
            self.recent_wanted.emit(path)

    def _dress(self) -> None:
        self._contents.setMaximumWidth(self._theme.px(_WIDTH))
        self.recent_table.setFixedHeight(self.recent_table.full_height())
        self.recent_table.setColumnHidden(2, self._theme.px(_NARROW) > self.width())

    def _retranslate(self) -> None:
        self._about.setText(
            translate("Welcome", "Meja penilaian kompetisi inovasi pelayanan publik. Bekerja tanpa internet.")
        )
        self.juror.set_words(
            translate("Welcome", "Saya juri"),
            translate(
                "Welcome",
                "Buka paket dari panitia, pilih nama Anda, lalu ketik kode dari slip yang Anda terima.",
            ),
            translate("Welcome", "Buka paket …"),
            "",
        )
        self.juror.second_button.setVisible(False)
        self.organiser.set_words(
            translate("Welcome", "Saya panitia"),
            translate("Welcome", "Siapkan kompetisi, bagikan paket, gabungkan nilai, dan cetak peringkat."),
            translate("Welcome", "Buka salinan induk …"),
            translate("Welcome", "Kompetisi baru …"),
        )
        self.demo.set_words(
            translate("Welcome", "Coba acara contoh"),
            translate(
                "Welcome", "Kabupaten Contoh dengan peserta dan nilai karangan. Tidak ada yang dapat rusak."
            ),
            translate("Welcome", "Coba sebagai juri"),
            translate("Welcome", "Coba sebagai panitia"),
        )
        self._hint.setText(
            translate("Welcome", "Berkas paket atau salinan induk juga dapat diseret ke jendela ini.")
        )
        self.laptop.setText(translate("Welcome", "Cek laptop saya"))
        self.help.setText(translate("Welcome", "Bantuan"))
        self._recent_title.setText(translate("Welcome", "Terakhir dibuka"))
        self.recent_table.setAccessibleName(self._recent_title.text())
        self.recent_table.rows.set_columns(self._columns())
        self.show_recents(self._recents)


def _place_words() -> str:
    """Where scores are kept; of interest where the program is carried about."""
    if not paths.is_portable() or paths.place_undecided():
        return ""
    if paths.portable_folder() is None:
        return translate("Welcome", "Nilai disimpan di laptop ini: {folder}").format(
            folder=paths.data_folder()
        )
    words = translate(
        "Welcome", "Nilai disimpan di flashdisk: {folder}. Jangan cabut selama program terbuka."
    )
    return words.format(folder=paths.data_folder())


def _recent_row(recent: Recent) -> Row:
    sample = recent.practice and not recent.title.startswith(REHEARSAL)  # a rehearsal's title says so itself
    title = f"{recent.title} ({translate('Welcome', 'CONTOH')})" if sample else recent.title
    if recent.kind == "master":
        who, state, words = translate("Welcome", "Panitia, salinan induk"), None, ""
    else:
        who = translate("Welcome", "Juri: {name}").format(name=recent.who)
        words = translate("Welcome", "{done} dari {total} lembar dikunci")
        words = words.format(done=recent.done, total=recent.total)
        whole = recent.final or (recent.total > 0 and recent.done == recent.total)
        state = State.LOCKED if whole else State.PARTIAL if recent.done else State.EMPTY
        if recent.final:
            words = translate("Welcome", "dinyatakan final")
    standing = Cell(words, role="second", tone="soft", state=state)
    return Row(
        recent.path,
        (Cell(title, who, role="strong"), standing, Cell(_when(recent.at), role="small", tone="soft")),
    )


def _when(at: str) -> str:
    if not at:
        return ""
    moment = datetime.fromisoformat(at)
    return f"{date_short(moment.date())} {time_words(moment, seconds=False)}"
