"""Step 6: paper, files, and checking a result."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from kipp_desktop import paths
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.printers import OtherPaper, paper_in, paper_of, printer_for
from kipp_desktop.services import deciding, merging, particulars
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def final(open_event):  # noqa: F811
    opened = open_event("issued")
    merging.apply(opened.master, opened.files)
    deciding.finalise(opened.master, "Disepakati pleno")
    opened.window.go_to(5)
    opened.window.office.refresh(opened.window.archive.notice)
    opened.settle()
    return opened


def test_the_sheet_is_made_when_asked_for_and_shows_the_ranking(final):
    tab = final.window.archive.printing
    assert not tab.preview.data and not tab.printing.isEnabled()
    assert final.window.office.overview.last("printed") is None
    tab.choice.set_document("peringkat")
    final.click(tab.compose)
    text = tab.preview.text()
    assert "PEMERINTAH KABUPATEN CONTOH" in text and "Juara I" in text
    assert tab.preview.pages >= 1 and tab.printing.isEnabled()
    assert tab.choice.place.isVisible() is False  # there is one ranking only
    tab.save_to(final.folder / "peringkat.pdf")
    final.settle()
    assert (final.folder / "peringkat.pdf").read_bytes() == tab.preview.data


def test_another_paper_asks_for_another_sheet(final):
    tab = final.window.archive.printing
    final.click(tab.compose)
    height = tab.preview._document.pagePointSize(0).height()
    paper = tab.choice.paper
    paper.setCurrentIndex(paper.findData("a4"))
    paper.activated.emit(paper.currentIndex())
    assert not tab.preview.data
    final.click(tab.compose)
    assert tab.preview._document.pagePointSize(0).height() < height


def test_the_sheet_goes_onto_a_printer_whole(final, tmp_path):
    tab = final.window.archive.printing
    final.click(tab.compose)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    assert tab.preview.render_on(printer)
    assert (tmp_path / "cetak.pdf").stat().st_size > 1000


def test_the_first_print_is_minutes_and_script_in_one_click(final, tmp_path):
    tab = final.window.archive.printing
    final.click(tab.compose)
    assert [one.document for one in tab._made] == ["berita-acara", "naskah"]
    assert "BERITA ACARA" in tab.preview.text().upper() and tab.shown.isVisible()
    minutes = tab.preview.pages
    tab.shown.setCurrentIndex(1)
    tab.shown.activated.emit(1)
    assert "BERITA ACARA HASIL" not in tab.preview.text().upper() and tab.preview.data == tab._made[1].data
    tab.save_to(final.folder)
    final.settle()
    written = sorted(path.name.partition("-kipp")[0] for path in final.folder.glob("*-kipp-*.pdf"))
    assert written == ["berita-acara", "naskah"]
    tab.shown.activated.emit(0)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    assert tab.preview.render_on(printer, [tab._made[1].data])
    pages = len(PdfReader(str(tmp_path / "cetak.pdf")).pages)
    assert pages == minutes + len(PdfReader(BytesIO(tab._made[1].data)).pages)


def test_every_document_can_be_chosen_and_asks_only_what_it_needs(final):
    tab = final.window.archive.printing
    titles = [tab.choice.document.itemData(at) for at in range(tab.choice.document.count())]
    assert {"berita-acara", "rekapitulasi", "lembar-juri", "umpan-balik", "piagam"} < set(titles)
    assert "slip" not in titles
    tab.choice.set_document("lembar-juri")
    who = tab.choice.who
    assert who.isVisible() and who.itemText(0) == "semua" and who.count() == 6
    who.setCurrentIndex(2)
    assert tab.choice.wanted().juror == "J-02" and tab.choice.wanted().entry is None
    tab.choice.set_document("jawaban-keberatan")
    assert tab.choice.wanted().entry == "01" and who.itemText(0).startswith("01 ")
    tab.choice.set_document("pengumuman")
    assert not tab.choice.language.isVisible() and tab.choice.wanted().language == "id"


def test_what_documents_say_is_asked_once_and_kept(final):
    tab = final.window.archive.printing

    def fill(dialog):
        dialog.lines["place"].setText("Contoh")
        dialog.lines["number"].setText("000.8/123")
        dialog.lines["copies"].setText("tiga")
        assert not dialog.confirm.isEnabled() and "Jumlah rangkap" in dialog._note.text()
        dialog.lines["copies"].setText("3")

    final.answer(tab.details, fill)
    assert particulars.kept_particulars(final.master).place == "Contoh"
    final.click(tab.compose)
    assert "000.8/123" in tab.preview.text()
    final.click(tab.compose)
    assert "000.8/123" not in tab.preview.text()  # the number was for that print alone


def test_a_sheet_of_an_older_result_says_so(final):
    tab = final.window.archive.printing
    final.click(tab.compose)
    deciding.unfinalise(final.master, "Nilai menyusul")
    final.window.office.refresh(final.window.archive.notice)
    final.settle()
    assert "Hasil berubah" in tab._note.text() and tab._note.isVisible()


def test_a_bundle_passes_its_own_check(final):
    archive = final.window.archive
    archive.tabs.setCurrentWidget(archive.files)
    path = final.folder / "hasil.hasil"
    archive.files.write_bundle(path, public=False)
    final.settle()
    assert "terakhir ditulis" in archive.files.cards[0].fact.text()
    archive.tabs.setCurrentWidget(archive.verify)
    archive.verify.verify([path])
    final.settle()
    assert archive.verify.verdict.text() == "PASS"
    results = {archive.verify.steps.rows.index(row, 1).data() for row in range(14)}
    assert results == {"PASS"}


def test_an_altered_bundle_fails_and_says_what_to_do(final):
    archive = final.window.archive
    path = final.folder / "hasil.hasil"
    archive.files.write_bundle(path, public=False)
    final.settle()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for at, line in enumerate(lines) if at != len(lines) // 2))
    archive.verify.verify([path])
    final.settle()
    assert archive.verify.verdict.text() in ("FAIL", "TIDAK TERBACA")


def test_a_check_without_a_bundle_asks_for_one(final):
    archive = final.window.archive
    archive.verify.verify([final.folder / "J-01.terima"])
    assert "bundel" in archive.notice.text()


def test_the_workbook_is_written(final):
    archive = final.window.archive
    archive.files.write_workbook(final.folder / "buku.xlsx")
    final.settle()
    assert (final.folder / "buku.xlsx").read_bytes()[:2] == b"PK"


def test_before_a_public_bundle_the_words_it_shows_are_listed(final, monkeypatch):
    archive, seen = final.window.archive, []
    archive.tabs.setCurrentWidget(archive.files)
    path = final.folder / "umum.hasil"
    monkeypatch.setattr(archive.files, "_ask_file", lambda *_: path)

    def look(dialog):
        rows = dialog.table.rows
        seen.extend(rows.index(row, 2).data() for row in range(rows.rowCount()))

    final.answer(archive.files.cards[1].button, look)
    final.settle()
    assert "Disepakati pleno" in seen
    assert path.exists()


def file_printer(path, paper=QPageSize.PageSizeId.A4):
    """A printer that writes a PDF, with this paper in it."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(paper))
    return printer


def test_a_printer_with_other_paper_gets_the_document_made_for_that_paper(final, tmp_path, monkeypatch):
    tab = final.window.archive.printing
    tab.choice.set_document("peringkat")
    final.click(tab.compose)
    monkeypatch.setattr(OtherPaper, "answer", lambda _question: "again")
    tab.print_with(file_printer(tmp_path / "a4.pdf"))
    final.settle()
    assert tab.choice.paper.currentData() == "a4"
    assert round(tab.preview._document.pagePointSize(0).height()) == 842
    assert (tmp_path / "a4.pdf").stat().st_size > 1000
    assert "printer" in final.window.archive.notice.text()


def test_nothing_is_printed_smaller_unasked(final, tmp_path, monkeypatch):
    tab = final.window.archive.printing
    tab.choice.set_document("peringkat")
    final.click(tab.compose)
    monkeypatch.setattr(OtherPaper, "answer", lambda _question: "no")
    tab.print_with(file_printer(tmp_path / "a4.pdf"))
    assert not (tmp_path / "a4.pdf").exists()
    looked = []
    monkeypatch.setattr(OtherPaper, "answer", lambda _question: "look")
    monkeypatch.setattr(tab.preview, "look_on", lambda printer, others: looked.append(printer))
    tab.print_with(file_printer(tmp_path / "a4.pdf"))
    assert looked


@pytest.mark.parametrize(
    ("millimetres", "paper"),
    [((210, 297), "a4"), ((297, 210), "a4"), ((215, 330), "f4"), ((216, 330), "f4"), ((210, 330), "folio"),
     ((216, 279), None)],
)  # fmt: skip
def test_papers_are_known_by_their_size(millimetres, paper):
    assert paper_of(QPageSize(QSizeF(*millimetres), QPageSize.Unit.Millimeter)) == paper


def test_a_lying_page_goes_onto_a_lying_sheet():
    printer = printer_for(QSizeF(935.4, 609.4))
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert paper_in(printer) == "f4"


def test_the_printer_used_last_is_offered_again(final, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    tab, asked = final.window.archive.printing, []
    tab.choice.set_document("peringkat")
    final.click(tab.compose)
    final.window.office.preferences = Preferences(final.window.office.theme, final.window.office.languages)
    final.window.office.preferences.used_printer("Printer Sekda")
    monkeypatch.setattr(tab.preview, "ask_printer", asked.append)
    final.click(tab.printing)
    assert asked == ["Printer Sekda"]


def test_the_folder_of_a_saved_document_can_be_opened(final, tmp_path, monkeypatch):
    tab, opened = final.window.archive.printing, []
    tab.choice.set_document("peringkat")
    final.click(tab.compose)
    assert not tab.browse.isVisible()
    tab.save_to(tmp_path / "peringkat.pdf")
    final.settle()
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    final.click(tab.browse)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
