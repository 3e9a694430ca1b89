"""Step 6: paper, files, and checking a result."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter

from kipp_desktop.services import deciding, merging
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
    final.click(tab.compose)
    text = tab.preview.text()
    assert "PEMERINTAH KABUPATEN CONTOH" in text and "Juara I" in text
    assert tab.preview.pages >= 1 and tab.printing.isEnabled()
    tab.save_to(final.folder / "peringkat.pdf")
    final.settle()
    assert (final.folder / "peringkat.pdf").read_bytes() == tab.preview.data


def test_another_paper_asks_for_another_sheet(final):
    tab = final.window.archive.printing
    final.click(tab.compose)
    height = tab.preview._document.pagePointSize(0).height()
    tab.paper.setCurrentIndex(tab.paper.findData("a4"))
    tab.paper.activated.emit(tab.paper.currentIndex())
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
