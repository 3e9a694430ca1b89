"""Step 2, Bagikan: the package goes out, every juror gets a slip, codes stay covered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from kipp_desktop.domain.competition import Juror
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.gui.dialogs.organiser_slips import SlipsDialog
from kipp_desktop.gui.icons import icon
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.jurors import seat_rows
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.pages.organiser_news import NewsCard
from kipp_desktop.gui.pages.organiser_office import OrganiserOffice
from kipp_desktop.gui.pages.organiser_page import OrganiserPage
from kipp_desktop.gui.stick_maker import StickMaker
from kipp_desktop.gui.tasks import Progress
from kipp_desktop.gui.widgets.card import Button, Card, Pill, TableCard
from kipp_desktop.gui.widgets.facts import Facts
from kipp_desktop.gui.widgets.reason_dialog import ask_reason
from kipp_desktop.gui.widgets.rich_table import PEOPLE_ROW, RichTable
from kipp_desktop.gui.widgets.rows import Column
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services import attaching, issuing, practising, printing
from kipp_desktop.services.attaching import Delivered
from kipp_desktop.services.exporting import short_code
from kipp_desktop.services.issuing import Issued
from kipp_desktop.services.masters import Master
from kipp_desktop.services.practising import Practice

Codes = tuple[tuple[Juror, str], ...]


class SharePage(OrganiserPage):
    """Issues package versions and shows the seats."""

    def __init__(self, office: OrganiserOffice) -> None:
        super().__init__(office, scrolls=False)
        self._codes: dict[str, str] = {}
        self._written: Path | None = None
        self._card = Card()
        self._headline = Text("", "heading").wrapped()
        self.facts = Facts()
        self._pill = Pill()
        self._seats_title = Text("", "heading")
        self.seats = RichTable(office.theme, "", self._columns(), PEOPLE_ROW)
        self.reveal = Button("", "ghost")
        self.renew = Button("", "ghost")
        self.picture = Button("", "ghost")
        self.news = NewsCard(office.theme)
        self.practice = Button("")
        self.stick = StickMaker(office, self.notice, self)
        self.slips = Button("")
        self.primary = Button("", "primary")
        self._arrange()
        self.reveal.clicked.connect(self._on_reveal)
        self.renew.clicked.connect(self._on_renew)
        self.picture.clicked.connect(self._on_picture)
        self.practice.clicked.connect(self._on_practice)
        self.slips.clicked.connect(self.show_slips)
        self.primary.clicked.connect(self._on_issue)
        self.seats.chosen.connect(self._on_seat)
        self.start()

    def issue(self, folder: Path) -> None:
        """Issue the next version into a folder."""

        def job(master: Master, progress: Progress) -> tuple[Issued, Delivered]:
            issued = issuing.issue(master, folder)
            return issued, attaching.deliver(master, folder, progress.step)

        self.office.act(translate("SharePage", "Menerbitkan paket"), job, self.notice, self._on_issued)

    def rehearse(self, folder: Path) -> None:
        """Make a rehearsal: package and slips that no real master takes."""
        language = self.office.languages.current

        def job(master: Master, progress: Progress) -> Practice:
            return practising.rehearse(master, folder, language)

        what = translate("SharePage", "Menyiapkan gladi")
        self.office.act(what, job, self.notice, self._on_rehearsed, writes=False)

    def save_picture(self, seat: str, path: Path) -> None:
        """Write a seat's slip as a picture."""
        language = self.office.languages.current

        def job(master: Master, progress: Progress) -> Path:
            safe_write(path, printing.slip_png(master, seat, language), private=True)
            return path

        what = translate("SharePage", "Menggambar slip")
        self.office.act(what, job, self.notice, self._on_saved, writes=False)

    def show_codes(self) -> None:
        """Uncover the codes until the page is left."""

        def job(master: Master, progress: Progress) -> Codes:
            return issuing.codes(master)

        what = translate("SharePage", "Membaca kode")
        self.office.act(what, job, self.notice, self._on_codes, writes=False)

    def show_slips(self) -> None:
        """Make the slips and show them."""

        def job(master: Master, progress: Progress) -> bytes:
            return printing.slips_pdf(master, language=self.office.languages.current)

        what = translate("SharePage", "Menyusun slip")
        self.office.act(what, job, self.notice, self._on_slips, writes=False)

    def save(self, data: bytes, path: Path) -> None:
        """Write a finished document."""

        def job(master: Master, progress: Progress) -> Path:
            printing.save(data, path)
            return path

        what = translate("SharePage", "Menyimpan")
        self.office.act(what, job, self.notice, self._on_saved, writes=False)

    def left(self) -> None:
        """Cover the codes again."""
        if self._codes:
            self._codes = {}
            self._show_seats()

    def show_overview(self, overview: Overview) -> None:
        """Draw the facts of the newest version and the seats."""
        package = overview.result.state.package
        self._headline.setText(_headline(overview))
        facts: list[tuple[str, str]] = []
        if package is not None:
            facts = [
                (translate("SharePage", "Kode paket"), short_code(package.digest)),
                (translate("SharePage", "Isi"), self._contents(overview)),
            ]
            if self._written is not None:
                facts.append((translate("SharePage", "Berkas"), str(self._written)))
        self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))
        self.news.show_news(overview, self.office.languages.current)
        self._show_pill(overview)
        self._show_seats()

    def retranslate(self) -> None:
        """Write the fixed texts."""
        self.title.setText(translate("SharePage", "Bagikan paket"))
        self.lead.setText(
            translate(
                "SharePage",
                "Satu berkas .paket untuk semua juri, dan slip kode untuk masing-masing. "
                "Aturan peringkat tersegel di dalam paket sebelum nilai pertama.",
            )
        )
        self._seats_title.setText(translate("SharePage", "Kursi dan kode"))
        self.seats.setAccessibleName(translate("SharePage", "Kursi juri"))
        self.seats.rows.set_columns(self._columns())
        self.renew.setText(translate("SharePage", "&Ganti kode"))
        self.picture.setText(translate("SharePage", "Gam&bar slip …"))
        self.practice.setText(translate("SharePage", "G&ladi …"))
        self.stick.retranslate()
        self.slips.setText(translate("SharePage", "&Slip kode (PDF) …"))

    def look(self) -> None:
        """Issuing needs participants and jurors; slips need a package."""
        overview, busy = self.overview, self.office.busy
        issued = overview is not None and overview.version > 0
        ready = overview is not None and bool(overview.draft.entries) and bool(overview.jurors)
        self.primary.setEnabled(ready and not busy)
        version = (overview.version if overview else 0) + 1
        self.primary.setText(translate("SharePage", "&Terbitkan versi {n} …").format(n=version))
        needed = not issued or (overview is not None and overview.outdated)
        self.primary.set_kind("primary" if needed else "secondary")
        self.slips.set_kind("secondary" if needed else "primary")
        first, last = (self.slips, self.primary) if needed else (self.primary, self.slips)
        self.footer.removeWidget(last)
        self.footer.addWidget(last)
        self.setTabOrder(first, last)
        for button in (self.slips, self.reveal, self.stick.button):
            button.setEnabled(issued and not busy)
        for button in (self.renew, self.picture):
            button.setEnabled(issued and not busy and self.seats.current_key() is not None)
        self.practice.setEnabled(ready and not busy)
        self.reveal.setText(
            translate("SharePage", "Tutup k&ode")
            if self._codes
            else translate("SharePage", "Tampilkan k&ode")
        )
        self.reveal.setIcon(icon(self.office.theme, "eye-off" if self._codes else "eye", "accent"))

    # parts

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self.facts)
        row = QHBoxLayout()
        row.addWidget(self._seats_title, 1)
        row.addWidget(self.picture)
        row.addWidget(self.renew)
        row.addWidget(self.reveal)
        table = TableCard(self.seats)
        self.content.addWidget(self._card)
        self.content.addWidget(self.news)
        self.content.addLayout(row)
        self.content.addWidget(table, 1)
        self.footer.addWidget(self.practice)
        self.footer.addWidget(self.stick.button)
        self.footer.addStretch(1)
        self.footer.addWidget(self.slips)
        self.footer.addWidget(self.primary)
        self.use_footer()

    def _columns(self) -> list[Column]:
        return [
            Column(translate("SharePage", "Kursi"), 80),
            Column(translate("SharePage", "Juri")),
            Column(translate("SharePage", "Berkas masuk"), 140),
            Column(translate("SharePage", "Kode"), 170),
        ]

    def _contents(self, overview: Overview) -> str:
        return translate("SharePage", "{entries} peserta, {jurors} juri, {spare} kursi cadangan").format(
            entries=len(overview.competition.entries),
            jurors=sum(not juror.spare for juror in overview.competition.jurors),
            spare=sum(juror.spare for juror in overview.competition.jurors),
        )

    def _show_pill(self, overview: Overview) -> None:
        self._pill.setVisible(overview.version > 0)
        if overview.outdated:
            self._pill.show_words(translate("SharePage", "perlu versi baru"), "warn")
        else:
            self._pill.show_words(translate("SharePage", "berlaku"), "ok")

    def _show_seats(self) -> None:
        if self.overview is not None:
            self.seats.set_rows(seat_rows(self.overview, self._codes))
        self.look()

    def _on_seat(self, key: object) -> None:
        self.look()

    def _on_issue(self) -> None:
        title = translate("SharePage", "Folder untuk paket")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.issue(Path(folder))

    def _on_picture(self) -> None:
        seat = str(self.seats.current_key())
        title = translate("SharePage", "Simpan gambar slip")
        path, _ = QFileDialog.getSaveFileName(self, title, f"slip-{seat}.png", "PNG (*.png)")
        if path:
            self.save_picture(seat, Path(path))

    def _on_practice(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("SharePage", "Folder kosong untuk gladi"))
        if folder:
            self.rehearse(Path(folder))

    def _on_rehearsed(self, made: Practice) -> None:
        words = translate(
            "SharePage",
            "Gladi siap: {file} dan slipnya. Kode, kunci, dan kompetisinya tersendiri; berkas gladi tidak "
            "diterima di sini.",
        )
        self.notice.show_words(words.format(file=made.issued.package.name), "ok")

    def _on_issued(self, done: tuple[Issued, Delivered]) -> None:
        issued, delivered = done
        self._written = issued.package
        if self.overview is not None:
            self.show_overview(self.overview)
        text = translate(
            "SharePage",
            "Versi {n} ditulis dan dibaca ulang: {file}. Kirimkan sebagai dokumen; kodenya hanya lewat slip.",
        )
        text = text.format(n=issued.version, file=issued.package.name)
        if delivered.missing:
            lost = translate("SharePage", " Dokumen yang tidak ditemukan lagi atau sudah berubah: {files}.")
            text += lost.format(files=", ".join(delivered.missing))
        elif delivered.written:
            copied = translate("SharePage", " {n} dokumen peserta disalin ke folder dokumen di sampingnya.")
            text += copied.format(n=delivered.written)
        self.notice.show_words(text, "warn" if delivered.missing else "ok")

    def _on_reveal(self) -> None:
        if self._codes:
            self.left()
        else:
            self.show_codes()

    def _on_renew(self) -> None:
        seat = str(self.seats.current_key())
        reason = ask_reason(
            self,
            translate("SharePage", "Ganti kode {seat}").format(seat=seat),
            translate(
                "SharePage",
                "Laptop yang sudah terdaftar tetap berlaku. Kode lama masih membuka paket lama, tetapi "
                "laptop yang didaftarkan dengannya menunggu sampai kodenya dicocokkan.",
            ),
            translate("SharePage", "Ganti kode"),
            [translate("SharePage", "Slip hilang"), translate("SharePage", "Kode diketahui orang lain")],
        )
        if reason is None:
            return

        def job(master: Master, progress: Progress) -> tuple[str, bytes]:
            issuing.renew_code(master, seat, reason)
            return seat, printing.slips_pdf(master, seat=seat)

        self.office.act(translate("SharePage", "Mengganti kode"), job, self.notice, self._on_renewed)

    def _on_renewed(self, renewed: tuple[str, bytes]) -> None:
        seat, slip = renewed
        self._codes = {}
        self._show_seats()
        self._on_slips(slip)
        text = translate(
            "SharePage",
            "Kode {seat} diganti. Laptop yang sudah terdaftar tetap berlaku; "
            "kode baru dipakai mulai versi paket berikutnya.",
        )
        self.notice.show_words(text.format(seat=seat), "ok")

    def _on_codes(self, codes: Codes) -> None:
        self._codes = {juror.id: code for juror, code in codes}
        self._show_seats()

    def _on_slips(self, data: bytes) -> None:
        dialog = SlipsDialog(self.office.theme, data, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(self._on_save_slips)
        self._slips = data
        dialog.open()

    def _on_save_slips(self, path: Path) -> None:
        self.save(self._slips, path)

    def _on_saved(self, path: Path) -> None:
        self.notice.show_words(translate("SharePage", "Disimpan: {file}").format(file=path), "ok")


def _headline(overview: Overview) -> str:
    if not overview.version:
        return translate("SharePage", "Paket belum diterbitkan")
    if overview.outdated:
        text = translate("SharePage", "Siapkan sudah berubah sejak versi {n}: terbitkan versi {next}")
        return text.format(n=overview.version, next=overview.version + 1)
    return translate("SharePage", "Paket versi {n}").format(n=overview.version)
