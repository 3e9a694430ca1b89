"""Lists in the window: problems in their cells, columns that are told, pasting, editing, undo, documents."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kipp_desktop import paths
from kipp_desktop.gui.dialogs.organiser_lists import ListDialog
from kipp_desktop.gui.widgets.edit_grid import MARK_ROLE
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def new(open_event, monkeypatch, tmp_path):  # noqa: F811
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    opened = open_event("new")
    opened.window.setup.tabs.setCurrentWidget(opened.window.setup.entries)
    return opened


def test_a_column_is_told_and_a_wrong_cell_mended_by_keys(new):
    path = new.folder / "daftar.csv"
    path.write_text("nomor;Nama Program;instansi;mulai\n34;SI JEMPOL;Dinas A;besok\n", encoding="utf-8")
    new.window.setup.entries.import_first([path])
    dialog = new.dialog()
    assert "belum dikenali" in dialog.summary.text()
    assert dialog.grid.currentIndex().column() == 1 and "Nama Program" in dialog.meaning_label.text()
    dialog.meaning.setCurrentIndex(dialog.meaning.findData("title"))
    dialog.meaning.activated.emit(dialog.meaning.currentIndex())
    new.judged(dialog)
    mark = dialog.grid.grid.index(0, 3).data(MARK_ROLE)
    assert "bukan tanggal" in mark.words and not dialog.confirm.isEnabled()

    dialog.grid.go_to(0, 3)
    QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
    editor = dialog.grid.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "10/01/2022")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    new.qtbot.waitUntil(lambda: dialog.grid.grid.text(0, 3) == "10/01/2022")
    new.judged(dialog)
    assert dialog.grid.grid.index(0, 3).data(MARK_ROLE) is None
    assert dialog.confirm.isEnabled()
    new.click(dialog.confirm)
    added = new.window.office.overview.draft.entry_by_id["34"]
    assert (added.title, added.started_on) == ("SI JEMPOL", "2022-01-10")


def test_the_keys_go_to_the_table_however_fast_the_file_was_read(new):
    """What can be pressed before the dialog is shown would get them."""
    page = new.window.setup.entries
    dialog = ListDialog(new.window.office, "entries", "Daftar.csv", page.notice, page)
    dialog.add.setEnabled(True)
    dialog.open()
    assert dialog.focusWidget() is dialog.grid
    dialog.reject()


def test_rows_are_pasted_from_the_clipboard(new):
    QGuiApplication.clipboard().setText("34\tSI JEMPOL\tDinas A\n35\tKUPAT ASEM\tPuskesmas B\n")
    new.click(new.window.setup.entries.paste)
    dialog = new.dialog()
    new.judged(dialog)
    new.click(dialog.confirm)
    assert len(new.window.office.overview.draft.entries) == 35


def test_the_kelompok_is_shown_where_there_are_several(new):
    table = new.window.setup.entries.table
    assert table.isColumnHidden(3)
    path = new.folder / "daftar.csv"
    path.write_text("nomor;judul;instansi;kelompok\n34;SI JEMPOL;Perumda;BUMD\n", encoding="utf-8")
    new.window.setup.entries.import_first([path])
    dialog = new.dialog()
    new.judged(dialog)
    new.click(dialog.confirm)
    assert not table.isColumnHidden(3) and table.rows.index(33, 3).data() == "BUMD"


def test_an_empty_clipboard_is_said(new):
    QGuiApplication.clipboard().setText("  ")
    new.click(new.window.setup.entries.paste)
    assert "Papan klip" in new.window.setup.notice.text()


def test_the_list_is_edited_undone_and_saved(new):
    new.click(new.window.setup.entries.edit)
    dialog = new.dialog()
    new.judged(dialog)
    assert dialog.grid.grid.rowCount() == 33 and not dialog.confirm.isEnabled()
    dialog.book.type(2, 1, "Jemput Bola")
    dialog.grid.go_to(32, 0)
    new.click(dialog.remove)
    assert dialog.grid.grid.rowCount() == 32 and "hapus baris" in dialog.undo.text()
    new.click(dialog.undo)
    assert dialog.grid.grid.rowCount() == 33 and "ubah sel" in dialog.undo.text()
    new.click(dialog.redo)
    new.judged(dialog)
    new.click(dialog.confirm)
    draft = new.window.office.overview.draft
    assert draft.entry_by_id["03"].title == "Jemput Bola" and "33" not in draft.entry_by_id


def test_documents_without_an_owner_wait_for_one(new):
    folder = new.folder / "berkas"
    folder.mkdir()
    for name in ("01 proposal.pdf", "undangan.pdf"):
        (folder / name).write_bytes(name.encode())
    new.window.setup.entries.match_documents(folder)
    dialog = new.dialog()
    assert dialog.confirm.text() == "&Daftarkan 1 dokumen"
    dialog.grid.grid.edited.emit(1, 1, "77")
    assert dialog.confirm.text() == "&Daftarkan 1 dokumen"
    dialog.grid.grid.edited.emit(1, 1, "02")
    new.click(dialog.confirm)
    entries = new.window.office.overview.draft.entry_by_id
    assert [one.name for one in entries["02"].attachments] == ["undangan.pdf"]
    assert not new.window.setup.entries.table.isColumnHidden(4)


def test_conditions_of_taking_part_are_set_and_shown_on_the_list(new):
    tab = new.window.setup.entries

    def fill(dialog):
        dialog.types.setText("UPTD; Perangkat Daerah")
        dialog.on.setText("2024-10-24")

    new.answer(tab.conditions, fill)
    found = new.window.office.overview.findings
    assert [(one.entry, one.kind) for one in found] == [("15", "type")]
    row = tab.table.rows.row_of("15")
    assert "tidak boleh ikut" in tab.table.rows.index(row, 5).data()
