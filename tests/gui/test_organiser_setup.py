"""Step 1: identity, lists from Excel, the organiser's own stages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QDialog

from kipp_desktop.gui.dialogs.organiser_lists import ListDialog
from kipp_desktop.services.attendance import spoken
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401

BAD = (
    "nomor;judul;instansi;mulai;keterangan\n"
    "34;Judul baik;Dinas Baik;10/01/2022;x\n"
    ";Tanpa nomor;Dinas A;;\n"
    "35;;Dinas B;besok;\n"
    "34;Nomor ganda;Dinas C;;\n"
)


def _dialog(opened, kind=QDialog):
    return next(one for one in opened.window.findChildren(kind) if one.isVisible())


def _words(table):
    rows = table.rows
    return [[rows.index(r, c).data() for c in range(rows.columnCount())] for r in range(rows.rowCount())]


@pytest.fixture
def new(open_event):  # noqa: F811
    return open_event("new")


def test_identity_is_written_when_saved_and_not_before(new):
    tab = new.window.setup.identity
    assert tab.competition.text() == "KIPP Kabupaten Contoh 2024"
    assert not tab.save.isEnabled()
    tab.theme.setText("Layanan Tanpa Antre")
    tab.letterhead.setPlainText("PEMERINTAH KABUPATEN CONTOH\n\n  BAGIAN ORGANISASI  ")
    assert new.window.office.overview.draft.theme == "Pelayanan Dekat, Mudah, dan Terukur"
    new.click(tab.save)
    draft = new.window.office.overview.draft
    assert draft.theme == "Layanan Tanpa Antre"
    assert draft.letterhead.lines == ("PEMERINTAH KABUPATEN CONTOH", "BAGIAN ORGANISASI")
    assert not tab.save.isEnabled()
    assert "Tersimpan" in new.window.header.saved.text()


def test_identity_can_be_taken_back(new):
    tab = new.window.setup.identity
    tab.competition.setText("Salah ketik")
    new.click(tab.undo)
    assert tab.competition.text() == "KIPP Kabupaten Contoh 2024"


def test_the_rule_is_said_in_words(new):
    text = new.window.setup.identity._rule.text()
    assert "rata-rata juri" in text and "unggul pada Kebaruan, Efektif, Bermanfaat" in text


def test_an_import_lists_every_problem_and_writes_nothing(new):
    path = new.folder / "daftar.csv"
    path.write_text(BAD, encoding="utf-8-sig")
    tab = new.window.setup.entries
    new.window.setup.tabs.setCurrentWidget(tab)
    tab.import_first([path])
    new.settle()
    dialog = _dialog(new, ListDialog)
    problems = _words(dialog.problems)
    assert [row[:2] for row in problems] == [["3", "A"], ["4", "B"], ["4", "D"], ["5", "A"], ["1", "E"]]
    assert "judul belum diisi" in problems[1][2] and "bukan tanggal" in problems[2][2]
    assert "sama dengan baris 2" in problems[3][2]
    assert not dialog.confirm.isEnabled()
    assert len(new.window.office.overview.draft.entries) == 33
    dialog.reject()


def test_bad_rows_can_be_skipped_on_purpose(new):
    path = new.folder / "daftar.csv"
    path.write_text(BAD, encoding="utf-8-sig")
    tab = new.window.setup.entries
    new.window.setup.tabs.setCurrentWidget(tab)
    tab.import_first([path])
    new.settle()
    dialog = _dialog(new, ListDialog)
    dialog.skip.setChecked(True)
    assert dialog.confirm.text() == "&Impor 1 baris"
    new.click(dialog.confirm)
    assert new.window.office.overview.draft.entries[-1].title == "Judul baik"
    assert tab.table.rows.rowCount() == 34
    assert "1 baris ditulis" in new.window.setup.notice.text()


def test_a_list_is_dropped_on_the_tab(new):
    path = new.folder / "juri.csv"
    path.write_text("nama;instansi;unsur\nDr. Baru;Universitas Baru;akademisi\n", encoding="utf-8")
    tab = new.window.setup.jurors
    new.window.setup.tabs.setCurrentWidget(tab)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    new.settle()
    dialog = _dialog(new, ListDialog)
    assert dialog.grid.grid.rowCount() == 1 and dialog.confirm.isEnabled()
    dialog.reject()


def test_a_file_that_is_no_table_is_refused_in_one_sentence(new):
    path = new.folder / "daftar.xlsx"
    path.write_bytes(b"PK\x03\x04 terpotong")
    new.window.setup.entries.import_first([path])
    new.settle()
    dialog = _dialog(new, ListDialog)
    assert "daftar.xlsx" in dialog.notice.text() and "Tidak ada yang diimpor" in dialog.notice.text()
    assert not dialog.confirm.isEnabled()
    dialog.reject()


def test_a_gate_is_ticked_with_the_keyboard_and_saved_with_a_reason(new, qtbot):
    tab = new.window.setup.stages
    new.window.setup.tabs.setCurrentWidget(tab)
    new.window.activateWindow()
    qtbot.waitUntil(new.window.isActiveWindow)
    tab.table.setFocus()
    tab.table.choose("30")
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)  # lanjut
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)  # tidak lanjut
    new.click(tab.all_pass)
    assert new.window.office.overview.outcomes["administrasi"][0].verdict == "open"  # nothing written yet
    new.answer(tab.save, lambda dialog: dialog._choices.button(0).setChecked(True))
    outcomes = {one.entry: one for one in new.window.office.overview.outcomes["administrasi"]}
    assert outcomes["30"].verdict == "fail" and outcomes["30"].why == "Berkas tidak lengkap"
    assert sum(one.verdict == "pass" for one in outcomes.values()) == 32
    new.click(tab.primary)
    assert "32 peserta lanjut" in new.window.setup.notice.text()


def test_gate_results_from_a_list_show_their_problems_before_anything_is_written(new):
    path = new.folder / "hasil.csv"
    path.write_text("peserta;hasil;alasan\n01;lulus;\n99;lulus;\n02;mungkin;\n", encoding="utf-8")
    tab = new.window.setup.stages
    new.window.setup.tabs.setCurrentWidget(tab)
    tab.work.import_results("administrasi", path)
    new.settle()
    dialog = _dialog(new)
    assert [row[:2] for row in _words(dialog.problems)] == [["3", "A"], ["4", "B"]]
    assert new.window.office.overview.outcomes["administrasi"][0].verdict == "open"
    dialog.confirm.click()
    new.settle()
    assert new.window.office.overview.outcomes["administrasi"][0].verdict == "pass"


def test_a_curated_cut_records_who_was_chosen_and_who_was_there(new):
    tab = new.window.setup.stages
    new.window.setup.tabs.setCurrentWidget(tab)
    new.click(tab.all_pass)
    new.click(tab.save)
    new.click(tab.primary)
    tab.stages.choose("kurasi")

    def choose(dialog):
        for row in range(3):
            dialog.list.topLevelItem(row).setCheckState(0, Qt.CheckState.Checked)
        assert not dialog.confirm.isEnabled()
        dialog.list.topLevelItem(4).setText(1, "Belum ada bukti pelaksanaan")
        dialog.reason_field.setPlainText("Kesepakatan rapat")
        dialog.present_field.setText("Sekretaris; Kepala Bagian")

    new.answer(tab.choose, choose)
    event = new.window.office.overview.last("entries_curated")
    assert event.data["entries"] == ["01", "02", "03"]
    assert event.data["left_out"] == {"05": "Belum ada bukti pelaksanaan"}
    assert "Belum ada bukti pelaksanaan" in [tab.table.rows.index(row, 3).data() for row in range(33)]
    assert spoken(event.data["present"], new.window.office.overview.people) == ["Sekretaris", "Kepala Bagian"]
    new.click(tab.primary)
    assert "3 peserta lanjut" in new.window.setup.notice.text()


def test_a_stage_that_is_open_cannot_go_on(new):
    tab = new.window.setup.stages
    new.window.setup.tabs.setCurrentWidget(tab)
    assert tab.primary.isVisible() and not tab.primary.isEnabled()


def test_a_spare_seat_is_named(open_event):  # noqa: F811
    opened = open_event("issued")
    tab = opened.window.setup.jurors
    opened.window.setup.tabs.setCurrentWidget(tab)
    tab.table.choose("J-01")
    assert not tab.name.isEnabled()
    tab.table.choose("J-91")

    def fill(dialog):
        dialog.name.setText("Drs. Pengganti")
        dialog.institution.setText("Kementerian PANRB")
        dialog.letter.setText("ST/12/2024")

    opened.answer(tab.name, fill)
    assert opened.window.office.overview.juror_name("J-91") == "Drs. Pengganti"


def test_the_letterhead_is_drawn_as_it_will_be_printed_and_keeps_its_arms(new, qtbot):
    tab = new.window.setup.identity
    qtbot.waitUntil(lambda: not tab.kop._drawn.isNull(), timeout=20_000)
    before = tab.kop._drawn.copy()
    arms = QImage(1200, 1500, QImage.Format.Format_RGB32)
    arms.fill(QColor("#1b6e3a"))
    path = new.folder / "lambang.jpg"
    assert arms.save(str(path))
    tab.kop.use_picture(path)
    qtbot.waitUntil(lambda: tab.kop._drawn != before, timeout=20_000)
    new.click(tab.save)
    held = new.window.office.overview.draft.letterhead
    assert held.logo_png is not None and held.lines[0] == "PEMERINTAH KABUPATEN CONTOH"
    (new.folder / "bukan.png").write_bytes(b"bukan gambar")
    tab.kop.use_picture(new.folder / "bukan.png")
    assert "lambang" in new.window.setup.notice.text()
    assert tab.kop.logo == held.logo_png
