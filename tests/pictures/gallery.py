"""Draw every widget in light and dark into out/pictures, to be looked at by people. Not a test.

QT_QPA_PLATFORM=offscreen python tests/pictures/gallery.py
"""

from __future__ import annotations

import os
import sys
from datetime import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kipp_desktop.gui.icons import IconButton, icon_pixmap  # noqa: E402
from kipp_desktop.gui.languages import Languages  # noqa: E402
from kipp_desktop.gui.tasks import Tasks  # noqa: E402
from kipp_desktop.gui.theme import Theme, apply_theme  # noqa: E402
from kipp_desktop.gui.widgets.card import Button, Card, Pill  # noqa: E402
from kipp_desktop.gui.widgets.empty_state import EmptyState  # noqa: E402
from kipp_desktop.gui.widgets.facts import Facts  # noqa: E402
from kipp_desktop.gui.widgets.file_drop import FileDropArea  # noqa: E402
from kipp_desktop.gui.widgets.header_bar import HeaderBar  # noqa: E402
from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog  # noqa: E402
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable  # noqa: E402
from kipp_desktop.gui.widgets.rows import Cell, Column, Row  # noqa: E402
from kipp_desktop.gui.widgets.state_mark import State, StateMark, state_words  # noqa: E402
from kipp_desktop.gui.widgets.step_rail import Step, StepRail  # noqa: E402
from kipp_desktop.gui.widgets.task_strip import TaskStrip  # noqa: E402
from kipp_desktop.gui.widgets.text import Text  # noqa: E402
from kipp_desktop.gui.widgets.thin_bar import ThinBar  # noqa: E402
from kipp_desktop.gui.widgets.value_field import NumberBox, ValueField  # noqa: E402

OUT = ROOT / "out" / "pictures"
RIGHT, CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


def intake(theme: Theme) -> QWidget:
    """The organiser's third step, after look/intake-light.png."""
    window = QWidget()
    window.setProperty("surface", "background")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    header = HeaderBar(theme)
    header.set_title(
        "KIPP Kabupaten Contoh 2024  ·  salinan induk", "paket versi 2  ·  cadangan 10.30 di flashdisk"
    )
    header.saved.show_saved(time(10, 32, 5))
    pill = Pill()
    pill.show_standing(final=False)
    header.add(pill)
    header.add(IconButton(theme, "settings", "Pengaturan"))
    column.addWidget(header)
    below = QHBoxLayout()
    below.setSpacing(0)
    rail = StepRail(
        theme,
        "Langkah",
        [
            Step("Siapkan", "33 peserta, 5 juri", State.LOCKED),
            Step("Bagikan", "versi 2 diterima 5 juri", State.LOCKED),
            Step("Terima", "4 dari 5 juri lengkap", State.PARTIAL),
            Step("Peringkat", "dibuka setelah ditutup", State.EMPTY, open=False),
            Step("Pleno", "", State.EMPTY, open=False),
            Step("Cetak & arsip", "", State.EMPTY, open=False),
        ],
    )
    rail.setFixedWidth(theme.px(236))
    rail.set_current(2)
    below.addWidget(rail)
    below.addLayout(intake_page(theme), 1)
    column.addLayout(below, 1)
    return window


def intake_page(theme: Theme) -> QVBoxLayout:
    page = QVBoxLayout()
    page.setContentsMargins(26, 18, 26, 18)
    page.setSpacing(8)
    page.addWidget(Text("Terima berkas nilai", "title"))
    page.addWidget(
        Text("Seret berkas ke sini atau pilih. Setiap berkas diperiksa dulu.", "second", "soft").wrapped()
    )
    files = RichTable(theme, "Berkas", [Column("", 300), Column(""), Column("", 160, RIGHT)])
    files.horizontalHeader().hide()
    said = [
        (State.LOCKED, "Dr. Siti Rahmawati.nilai", "10 lembar terkunci, 50 nilai baru", "diterima", "ok"),
        (State.LOCKED, "Asdep Budi Santoso.nilai", "sudah pernah digabung", "tanpa pengaruh", "soft"),
        (State.CONFLICT, "Hj. Nur Aini (laptop 2).nilai", "2 nilai berbeda", "perlu keputusan", "bad"),
        (State.REFUSED, "nilai-kudus.nilai", "kompetisi lain (KIPP Kudus 2024)", "ditolak", "warn"),
    ]
    files.set_rows(
        [
            Row(
                n,
                (
                    Cell(n, state=s, role="strong"),
                    Cell(w, tone="soft", role="second"),
                    Cell(e, tone=t, role="strong"),
                ),
            )
            for s, n, w, e, t in said
        ]
    )
    files.setFixedHeight(files.full_height())
    card = Card()
    card.body.setContentsMargins(8, 6, 8, 6)
    card.body.addWidget(files)
    page.addWidget(card)
    page.addSpacing(8)
    page.addWidget(Text("Papan juri × peserta", "heading"))
    page.addWidget(board(theme), 1)
    foot = QHBoxLayout()
    foot.addWidget(Button("Tolak dan lihat alasan"))
    foot.addWidget(Text("● terkunci  ◐ sebagian  ○ belum", "second", "soft"))
    foot.addStretch(1)
    foot.addWidget(Button("Gabungkan 1 berkas", "primary"))
    page.addLayout(foot)
    return page


def board(theme: Theme) -> Card:
    columns = [
        Column("", 220),
        *(Column(f"{n:02d}", 0, CENTER) for n in range(1, 11)),
        Column("lengkap", 84, RIGHT),
    ]
    table = RichTable(theme, "Papan", columns, PEOPLE_ROW)
    table.select_cells()
    jurors = ["Asdep Budi Santoso", "Dr. Siti Rahmawati", "Hj. Nur Aini", "Ir. Joko Purnomo", "Maya Lestari"]
    states = list(State)
    rows = []
    for at, juror in enumerate(jurors):
        marks = [Cell(state=State.LOCKED if (n * at) % 7 else states[(n + at) % 10]) for n in range(10)]
        total = Cell(f"{10 - at}/10", role="strong", tone="warn" if at > 2 else "ink")
        rows.append(Row(juror, (Cell(juror, "kementerian", role="strong"), *marks, total)))
    table.set_rows(rows)
    table.setCurrentIndex(table.rows.index(2, 4))
    card = Card()
    card.body.setContentsMargins(8, 6, 8, 6)
    card.body.addWidget(table)
    return card


def juror(theme: Theme) -> QWidget:
    """Participants, criteria, timer: after look/juror-light.png."""
    window = QWidget()
    window.setProperty("surface", "background")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    header = HeaderBar(theme)
    header.set_title(
        "KIPP Kabupaten Contoh 2024", "Presentasi dan wawancara  ·  Juri: Dr. Siti Rahmawati (akademisi)"
    )
    header.saved.show_saved(time(10, 32, 5))
    header.set_receipt("belum ada tanda terima")
    column.addWidget(header)
    below = QHBoxLayout()
    below.setContentsMargins(0, 0, 20, 0)
    below.setSpacing(24)
    below.addWidget(participants(theme))
    below.addLayout(criteria(theme), 1)
    below.addLayout(side(theme))
    column.addLayout(below, 1)
    return window


def participants(theme: Theme) -> QWidget:
    panel = Card()
    panel.setProperty("card", None)
    panel.setProperty("bar", "left")
    panel.setFixedWidth(theme.px(330))
    panel.body.setContentsMargins(12, 16, 12, 16)
    top = QHBoxLayout()
    top.addWidget(Text("Peserta", "second", "soft"))
    top.addStretch(1)
    top.addWidget(Text("6 dari 10 selesai", "small", "soft"))
    panel.body.addLayout(top)
    bar = ThinBar(theme, "Selesai")
    bar.set_share(6, 10)
    panel.body.addWidget(bar)
    table = RichTable(theme, "Peserta", [Column(""), Column("", 88, RIGHT)], PEOPLE_ROW, ruled=False)
    table.horizontalHeader().hide()
    names = [
        ("Antrean Sehat Daring", "Dinas Kesehatan", State.LOCKED, "87,50", "nilai sama"),
        ("Kebun Belajar Cerdas", "Dinas Pendidikan", State.LOCKED, "81,25", ""),
        ("PELITA – Peduli Lansia Terpadu", "Puskesmas Karang Kidul", State.PARTIAL, "1 / 5", ""),
        ("Desa Siaga Data", "Kecamatan Sukamaju", State.EMPTY, "", ""),
        ("Sayur Segar Sekolah", "SMPN 1 Contoh", State.ABSTAINED, "abstain", ""),
        ("Rumah Sakit Tanpa Menunggu", "RSUD Setya Bhakti", State.LOCKED, "79,25", ""),
        ("Jemput Layanan Difabel", "Dinas Sosial", State.COMPLETE, "84,00", ""),
        ("Peta Keluarga Rentan", "Bappeda", State.LOCKED, "87,50", "nilai sama"),
        ("BUMDes Terhubung", "Dinas PMD", State.WITHDRAWN, "mundur", ""),
        ("Kampung Sehat Jiwa", "Puskesmas Wirasari Timur", State.ABSENT, "", ""),
    ]
    rows = []
    for number, (title, office, state, value, flag) in enumerate(names, 1):
        shown = Cell(
            value,
            role="strong" if "," in value else "small",
            tone="ink" if "," in value else "soft",
            flag=flag,
        )
        rows.append(Row(number, (Cell(title, office, f"{number:02d}", state), shown)))
    table.set_rows(rows)
    table.choose(3)
    panel.body.addWidget(table, 1)
    panel.body.addWidget(Button("Kunci semua, nyatakan final, ekspor", "primary"))
    return panel


def criteria(theme: Theme) -> QVBoxLayout:
    page = QVBoxLayout()
    page.setContentsMargins(0, 20, 0, 16)
    page.setSpacing(8)
    page.addWidget(Text("03   PELITA – Peduli Lansia Terpadu", "title"))
    page.addWidget(
        Text("Puskesmas Karang Kidul  ·  Kesehatan  ·  berjalan sejak 10 Januari 2022", "second", "soft")
    )
    for at, (name, value) in enumerate([("Kebaruan", "85"), ("Efektivitas", ""), ("Manfaat", "")]):
        card = Card()
        row = QHBoxLayout()
        texts = QVBoxLayout()
        texts.addWidget(Text(name, "heading"))
        texts.addWidget(Text("0–100", "small", "soft"))
        row.addLayout(texts, 1)
        row.addWidget(Text("25 %", "second", "soft"))
        row.addSpacing(24)
        field = ValueField(name)
        field.setText(value)
        field.setFixedWidth(theme.px(130))
        field.set_invalid(at == 2)
        row.addWidget(field)
        card.body.addLayout(row)
        card.body.setContentsMargins(18, 10, 18, 10)
        card.set_active(at == 1)
        if at == 1:
            field.setObjectName("focus-me")
        page.addWidget(card)
    words = QPlainTextEdit("Kunjungan rumah terjadwal, data lansia terhubung posyandu.")
    page.addWidget(words)
    total = Card(kind="accent")
    line = QHBoxLayout()
    line.addWidget(Text("Jumlah sementara", "second", "soft"))
    line.addStretch(1)
    line.addWidget(Text("21,25", "sum", "accent"))
    total.body.addLayout(line)
    page.addWidget(total)
    foot = QHBoxLayout()
    for text in ("‹  Sebelumnya", "Abstain …", "Kunci lembar"):
        foot.addWidget(Button(text))
    foot.addStretch(1)
    foot.addWidget(Button("Berikutnya  ›", "primary"))
    page.addLayout(foot)
    return page


def side(theme: Theme) -> QVBoxLayout:
    page = QVBoxLayout()
    page.setContentsMargins(0, 20, 0, 16)
    page.setSpacing(16)
    timer = Card("Presentasi")
    row = QHBoxLayout()
    row.addWidget(Text("06:12", "timer", "warn"))
    row.addStretch(1)
    row.addWidget(Text("dari 07:00", "body", "soft"))
    timer.body.addLayout(row)
    bar = ThinBar(theme, "Waktu", "warn")
    bar.set_share(372, 420)
    timer.body.addWidget(bar)
    timer.body.addSpacing(8)
    buttons = QHBoxLayout()
    buttons.addWidget(Button("Jeda"))
    buttons.addWidget(Button("Tanya jawab ›"))
    timer.body.addLayout(buttons)
    page.addWidget(timer)
    about = Card("Dokumen")
    facts = Facts()
    facts.set_facts(
        [("Proposal PELITA.pdf", "24 hlm"), ("Kode", "K7QM-2XWA"), ("Rumah", "Puskesmas Karang Kidul")]
    )
    about.body.addWidget(facts)
    page.addWidget(about)
    page.addStretch(1)
    for card in (timer, about):
        card.setFixedWidth(theme.px(310))
    return page


def parts(theme: Theme) -> QWidget:
    """Everything else on one sheet."""
    window = QWidget()
    window.setProperty("surface", "background")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(window)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(16)
    grid.addWidget(states(theme), 0, 0)
    grid.addWidget(controls(theme), 0, 1)
    grid.addWidget(icons(theme), 1, 0)
    drop = FileDropArea(theme, [".nilai"])
    drop.set_words("Seret berkas nilai ke sini", "Dari flashdisk atau folder WhatsApp", "Berkas nilai")
    over = FileDropArea(theme, [".nilai"])
    over.set_words("Lepaskan di sini", "3 berkas", "Berkas nilai")
    over.setProperty("over", True)
    right = QVBoxLayout()
    right.addWidget(drop)
    right.addWidget(over)
    empty = EmptyState(theme, "package")
    empty.set_words(
        "Belum ada paket", "Buka paket dari panitia atau seret berkasnya ke jendela ini.", "Buka paket …"
    )
    right.addWidget(empty, 1)
    tasks = Tasks(window)
    strip = TaskStrip(theme, tasks)
    tasks.started.emit("Menggabungkan berkas nilai")
    tasks.progressed.emit(3, 5, "Memeriksa tanda tangan: Hj. Nur Aini")
    strip.show()
    right.addWidget(strip)
    grid.addLayout(right, 1, 1)
    return window


def states(theme: Theme) -> Card:
    card = Card("Keadaan")
    grid = QGridLayout()
    for at, state in enumerate(State):
        grid.addWidget(StateMark(theme, state), at % 5, at // 5 * 2)
        grid.addWidget(Text(state_words(state)), at % 5, at // 5 * 2 + 1)
    card.body.addLayout(grid)
    row = QHBoxLayout()
    for text, tone in (
        ("SEMENTARA", "warn"),
        ("FINAL", "ok"),
        ("CONTOH", "accent"),
        ("ditutup", "soft"),
        ("gagal", "bad"),
    ):
        row.addWidget(Pill(text, tone))
    row.addStretch(1)
    card.body.addLayout(row)
    return card


def controls(theme: Theme) -> Card:
    card = Card("Kendali")
    first = QHBoxLayout()
    for text, kind in (
        ("Utama", "primary"),
        ("Kedua", "secondary"),
        ("Ringan", "ghost"),
        ("Hapus", "danger"),
    ):
        first.addWidget(Button(text, kind))
    off = Button("Mati", "primary")
    off.setEnabled(False)
    first.addWidget(off)
    first.addWidget(IconButton(theme, "help", "Bantuan"))
    first.addStretch(1)
    card.body.addLayout(first)
    second = QHBoxLayout()
    box = QComboBox()
    box.addItems(["F4 215 × 330", "A4"])
    spin = NumberBox("Bobot", 0, 100, " %")
    spin.setValue(25)
    second.addWidget(box)
    second.addWidget(spin)
    edit = QLineEdit()
    edit.setPlaceholderText("ketik di sini …")
    second.addWidget(edit)
    card.body.addLayout(second)
    third = QHBoxLayout()
    check, radio, half = QCheckBox("Centang"), QRadioButton("Pilihan"), QCheckBox("Sebagian")
    check.setChecked(True)
    radio.setChecked(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    for widget in (check, QCheckBox("Kosong"), half, radio, QRadioButton("Lain")):
        third.addWidget(widget)
    card.body.addLayout(third)
    tabs = QTabWidget()
    tabs.addTab(QLabel(""), "Identitas")
    tabs.addTab(QLabel(""), "Rubrik")
    tabs.setFixedHeight(theme.px(60))
    card.body.addWidget(tabs)
    return card


def icons(theme: Theme) -> Card:
    card = Card("Ikon")
    grid = QGridLayout()
    names = sorted(path.stem for path in theme.icons.glob("*.svg"))
    for at, name in enumerate(names):
        label = QLabel()
        label.setPixmap(icon_pixmap(theme, name, "ink", theme.px(24), 2))
        label.setToolTip(name)
        grid.addWidget(label, at // 10, at % 10)
    card.body.addLayout(grid)
    return card


def draw(app: QApplication, theme: Theme, suffix: str) -> None:
    for name, make, size in (
        ("intake", intake, (1366, 768)),
        ("juror", juror, (1366, 768)),
        ("parts", parts, (1366, 900)),
    ):
        window = make(theme)
        window.resize(*size)
        window.show()
        field = window.findChild(QLineEdit, "focus-me")
        if field is not None:
            window.activateWindow()
            field.setFocus()
        wait(app)
        window.grab().save(str(OUT / f"{name}-{suffix}.png"))
        window.close()
    dialog = ReasonDialog(
        "Abstain untuk 03 PELITA",
        "Lembar ini tidak dihitung dari Anda. Alasan dicatat dan dicetak.",
        "Nyatakan abstain",
        ["Instansi saya sendiri", "Hubungan keluarga", "Ikut membina inovasi ini"],
    )
    dialog.show()
    wait(app)
    dialog.grab().save(str(OUT / f"reason-{suffix}.png"))
    dialog.close()
    menu = QMenu()
    menu.addAction("Buka paket …\tCtrl+O")
    menu.addSeparator()
    menu.addAction("Ekspor nilai").setEnabled(False)
    menu.popup(menu.pos())
    menu.setActiveAction(menu.actions()[0])
    wait(app)
    menu.grab().save(str(OUT / f"menu-{suffix}.png"))
    menu.close()
    focus(app, theme, suffix)


def focus(app: QApplication, theme: Theme, suffix: str) -> None:
    """Each control with the ring."""
    row = QWidget()
    line = QHBoxLayout(row)
    made = [
        Button("Utama", "primary"),
        Button("Kedua"),
        Button("Ringan", "ghost"),
        QCheckBox("Centang"),
        QComboBox(),
    ]
    made += [IconButton(theme, "help", "Bantuan"), QLineEdit("85")]
    pictures = QWidget()
    pictures_line = QHBoxLayout(pictures)
    for widget in made:
        line.addWidget(widget)
    row.show()
    row.activateWindow()
    for widget in made:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        wait(app)
        label = QLabel()
        label.setPixmap(widget.grab())
        pictures_line.addWidget(label)
    pictures.grab().save(str(OUT / f"focus-{suffix}.png"))
    row.close()


def wait(app: QApplication) -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(180)


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = apply_theme(app, "light", 100, ROOT / "resources")
    languages = Languages(app, ROOT / "resources" / "i18n")
    if (ROOT / "resources" / "i18n" / "qtbase_id.qm").exists():
        languages.use("id")
    draw(app, theme, "light")
    theme.apply("dark", 100)
    draw(app, theme, "dark")
    theme.apply("light", 150)
    draw(app, theme, "light-150")


if __name__ == "__main__":
    main()
