"""The juror's side of the exchange through the real windows: lost laptop, two laptops, receipt, alarm."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kipp_desktop.exchange import key_file
from kipp_desktop.gui.dialogs.juror_code import CodeDialog
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services import (
    assisting,
    device_keys,
    exporting,
    laptops,
    masters,
    merging,
    publishing,
    recents,
    scoring,
)
from kipp_desktop.services.issuing import Issued
from tests.gui import juror_desks
from tests.gui.juror_desks import STAGE
from tests.journeys.juror_day import LEFT, PATIENCE, drop, enrolled, finished, left, words_of
from tests.unit.package_samples import reissued_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one


def test_a_lost_laptop_is_replaced_by_the_code_and_the_last_file(
    desktop, handed_out, elsewhere, tmp_path, qtbot
):
    scoring.write_comment(elsewhere, STAGE, "03", "", "private", "catatan pribadi")
    last = exporting.export(elsewhere, tmp_path / "terakhir.nilai").path
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    drop(window, last, qtbot)
    assert [own.look for own in window.book.sheets] == [own.look for own in scoring.sheets(elsewhere, STAGE)]
    own = scoring.sheet(window.desk, STAGE, "03").comments
    assert own == {("", "praise"): "Kunjungan rumah terjadwal, data lansia terhubung posyandu."}
    assert "belum ada tanda terima" in _receipt(window)
    for entry in ("03", "04", "10"):
        juror_desks.give(window.desk, entry, 80, 81, 82, 83, 84)
    window.book.reload()
    path = finished(window, tmp_path / "flashdisk", qtbot)
    master = masters.open_master(tmp_path / "panitia" / "contoh.kipp")
    assert [one.outcome for one in merging.apply(master, [last, path])] == ["accepted", "waiting"]
    for one in laptops.laptops(master):
        laptops.confirm_device(master, one.juror, one.key)
    receipt = publishing.write_receipts(master, tmp_path / "terima")[0]
    master.close()
    drop(window, receipt, qtbot)
    assert _receipt(window) == "diterima panitia 10/10"


def test_two_laptops_are_brought_together_by_keys_on_the_merge_screen(
    desktop, handed_out, elsewhere, tmp_path, qtbot
):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    juror_desks.give(window.desk, "01", 91, 88, 86, 86, 87)
    juror_desks.give(window.desk, "03", 70)
    scoring.write_comment(window.desk, STAGE, "03", "", "praise", "Data terhubung.")
    theirs = exporting.export(elsewhere, tmp_path / "lain.nilai")
    drop(window, theirs.path, qtbot)
    dialog = window.laptop.differing.dialog
    assert dialog.isVisible() and dialog.table.hasFocus()
    kinds = [(place[1], place[2]) for place in dialog._differences]
    assert kinds == [("01", ""), ("01", "kebaruan"), ("03", "/praise"), ("03", "kebaruan")]
    assert not dialog.apply.isEnabled()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_B):
        QTest.keyClick(dialog.table, key)
    assert dialog.apply.text() == "Terapkan 3 pilihan"
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.apply.text() == "Terapkan 2 pilihan"
    dialog.table.choose((STAGE, "03", "/praise"))
    QTest.keyClick(dialog.table, Qt.Key.Key_B)
    assert scoring.sheet(window.desk, STAGE, "01").values[0] == 9100  # nothing is written yet
    QTest.mouseClick(dialog.apply, LEFT)
    own = scoring.sheet(window.desk, STAGE, "01")
    assert (own.values[0], own.state) == (9000, "locked")
    assert scoring.sheet(window.desk, STAGE, "03").comments["", "praise"].startswith("Data terhubung.\n")
    assert "1 perbedaan antara dua laptop" in window.screen_.standing.differences.text()

    window.export()
    window.files.dialog.destination.set_folder(tmp_path)
    window.files.dialog.accept()
    qtbot.waitUntil(lambda: "1 perbedaan" in window.notice.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.laptop.differing.dialog.isVisible(), timeout=PATIENCE)
    dialog = window.laptop.differing.dialog
    QTest.keyClick(dialog.table, Qt.Key.Key_Left)
    QTest.mouseClick(dialog.apply, LEFT)
    assert window.screen_.standing.differences.text() == ""
    assert scoring.sheet(window.desk, STAGE, "03").values[0] == 7000
    merged = exporting.export(window.desk, tmp_path / "gabung.nilai")
    with window.desk.store.begin() as tx:
        assert set(tx.ancestors()) == {theirs.digest, merged.digest}


def test_leaving_the_merge_screen_changes_nothing(desktop, handed_out, elsewhere, tmp_path, qtbot):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    juror_desks.give(window.desk, "03", 70)
    drop(window, exporting.export(elsewhere, tmp_path / "lain.nilai").path, qtbot)
    dialog = window.laptop.differing.dialog
    QTest.mouseClick(dialog.all_theirs, LEFT)
    QTest.mouseClick(dialog.later, LEFT)
    assert scoring.sheet(window.desk, STAGE, "03").values[0] == 7000
    assert window.screen_.standing.differences.isVisible()
    QTest.mouseClick(window.screen_.standing.differences.button, LEFT)
    assert window.laptop.differing.dialog.choices == {}


def test_the_header_says_what_the_receipt_lacks(desktop, handed_out, tmp_path, qtbot):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    for entry in window.book.entries:
        juror_desks.give(window.desk, entry, 80, 81, 82, 83, 84)
    window.book.reload()
    path = finished(window, tmp_path / "flashdisk", qtbot)
    master = masters.open_master(tmp_path / "panitia" / "contoh.kipp")
    merging.apply(master, [path])
    receipt = publishing.write_receipts(master, tmp_path / "terima")[0]
    master.close()
    drop(window, receipt, qtbot)
    assert _receipt(window) == "diterima panitia 10/10"
    window.book.withdraw("salah ketik")
    window.book.reopen("01", "salah ketik")
    window.book.enter("01", "kebaruan", 9900)
    words = "diterima panitia 10/10  ·  3 perubahan sesudah tanda terima"
    qtbot.waitUntil(lambda: _receipt(window) == words, timeout=PATIENCE)
    window.laptop.show_status()
    assert "1 nilai, 1 keadaan lembar, 0 catatan, 1 pernyataan" in words_of(window.laptop.dialog)


def test_two_packages_of_one_version_are_an_alarm_that_stays_in_sight(desktop, handed_out, tmp_path, qtbot):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    other = _other_package(handed_out, tmp_path)
    before = window.desk.package.digest
    window.receive(other)
    qtbot.waitUntil(lambda: "PERINGATAN" in window.notice.text(), timeout=PATIENCE)
    assert window.desk.package.digest == before
    alarm = window.screen_.standing.alarm
    assert alarm.isVisible() and "Dua paket berbeda mengaku versi 1" in alarm.text()
    window.notice.dismiss()
    left(desktop, qtbot)
    first = desktop.window
    assert isinstance(first, WelcomeWindow)
    first._on_recent(recents.desk_folder(handed_out.competition.id, "J-01"))
    qtbot.waitUntil(lambda: isinstance(desktop.window, JurorWindow), timeout=PATIENCE)
    alarm = desktop.window.screen_.standing.alarm
    qtbot.waitUntil(alarm.isVisible, timeout=PATIENCE)
    QTest.mouseClick(alarm.button, LEFT)
    assert "Dua paket berbeda mengaku versi 1" in words_of(desktop.window.laptop.dialog)


def test_a_double_clicked_receipt_and_score_file_open_the_jurors_own_sheets(
    desktop, handed_out, elsewhere, tmp_path, qtbot
):
    enrolled(desktop, handed_out, "J-01", qtbot)
    left(desktop, qtbot)
    path = exporting.export(elsewhere, tmp_path / "lain.nilai").path
    desktop.window.open_file(path)
    qtbot.waitUntil(lambda: isinstance(desktop.window, JurorWindow), timeout=PATIENCE)
    window = desktop.window
    qtbot.waitUntil(lambda: "diambil dari laptop lain" in window.notice.text(), timeout=PATIENCE)
    left(desktop, qtbot)
    foreign = tmp_path / "orang-lain.nilai"
    whole = json.loads(path.read_bytes())
    whole["about"]["juror"] = "J-02"
    foreign.write_text(json.dumps(whole))
    desktop.window.open_file(foreign)
    assert "berkas nilai" in desktop.window.notice.text()


def test_an_assistant_is_named_in_the_header_and_in_the_file(desktop, handed_out, qtbot):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    window.laptop.ask_assistant()
    dialog = window.laptop.dialog
    assert not dialog.begin.isEnabled()
    QTest.keyClicks(dialog.name, "Rina Kartikasari")
    QTest.mouseClick(dialog.begin, LEFT)
    assert "diketik oleh Rina Kartikasari" in window.screen_.header._subtitle.text()
    juror_desks.give(window.desk, "01", 80)
    window.laptop.ask_assistant()
    QTest.mouseClick(window.laptop.dialog.end, LEFT)
    assert "diketik" not in window.screen_.header._subtitle.text()
    scoring.declare(window.desk, STAGE, "final", "sebagian")
    with window.desk.store.begin() as tx:
        (typist,) = assisting.people_of(tx, [tx.declarations()[STAGE].typed_by])
    assert typist.name == "Rina Kartikasari"


def test_a_lost_device_key_is_renewed_with_the_code_where_it_is_missed(desktop, handed_out, tmp_path, qtbot):
    window = enrolled(desktop, handed_out, "J-01", qtbot)
    before = window.desk.device_code
    qtbot.waitUntil(lambda: before in window.notice.text(), timeout=PATIENCE)  # the greeting
    assert device_keys.FILE_NAME in window.notice.text()
    juror_desks.give(window.desk, "01", 80)
    (window.desk.store.folder / device_keys.FILE_NAME).unlink()
    window.export()
    window.files.dialog.destination.set_folder(tmp_path)
    window.files.dialog.accept()
    qtbot.waitUntil(lambda: isinstance(window.laptop.dialog, CodeDialog), timeout=PATIENCE)
    QTest.keyClicks(window.laptop.dialog.code, juror_desks.code_of(handed_out, "J-01"))
    QTest.mouseClick(window.laptop.dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: "aktif lagi" in window.notice.text(), timeout=PATIENCE)
    assert window.desk.device_code != before
    assert window.desk.device_code in window.notice.text()
    assert scoring.sheet(window.desk, STAGE, "01").values[0] == 8000
    exporting.export(window.desk, tmp_path / "lagi.nilai")


def _other_package(handed_out: Issued, folder: Path) -> Path:
    """The organiser's own hand, and another first version."""

    def renamed(payload: dict[str, Any]) -> None:
        payload["title"] = "KIPP Kabupaten Contoh 2024 (perbaikan)"

    key = key_file.load(folder / "panitia" / "contoh.kunci").signing
    return reissued_file(handed_out.package, key, folder / "lain.paket", renamed, version=1)


def _receipt(window: JurorWindow) -> str:
    return window.screen_.header._receipt.text()
