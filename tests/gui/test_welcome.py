"""The first page: files find their place, codes open stores, and a mistake costs nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from kipp_desktop.gui.opening import kind_of
from kipp_desktop.gui.welcome_window import WelcomeWindow
from kipp_desktop.services import exporting, recents
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20_000


@pytest.fixture
def issued(home):
    """A package and its codes."""
    return juror_desks.issue(home / "panitia")


@pytest.fixture
def first_page(around, qtbot):
    """The first window."""
    made = WelcomeWindow(around)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _drop(window: WelcomeWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_files_are_known_by_what_is_in_them(issued, home, tmp_path):
    desk = juror_desks.desk(home / "lain")
    juror_desks.give(desk, "01", 1, 2, 3, 4, 5)
    scores = exporting.export(desk, home / "nilai.txt").path
    desk.close()
    odd = tmp_path / "nama-salah.nilai"
    odd.write_bytes(issued.package.read_bytes())
    assert kind_of(odd) == "package"
    assert kind_of(scores) == "scores"
    assert kind_of(home / "panitia" / "contoh.kipp") == "database"
    (tmp_path / "surat.paket").write_text("Yth. Bapak/Ibu", encoding="utf-8")
    assert kind_of(tmp_path / "surat.paket") == "unknown"
    assert kind_of(tmp_path / "tidak-ada") == "unknown"


def test_a_dropped_package_asks_for_name_and_code(first_page, issued, qtbot):
    _drop(first_page, issued.package)
    qtbot.waitUntil(first_page.enrol.isVisible, timeout=PATIENCE)
    enrol = first_page.enrol
    assert [enrol.names.rows.key_at(row) for row in range(4)] == ["J-01", "J-02", "J-91", "J-92"]
    enrol.names.choose("J-02")
    assert not enrol.go.isEnabled()
    QTest.keyClicks(enrol.code, juror_desks.code_of(issued, "J-02").replace("-", " ").lower())
    assert enrol.go.isEnabled()
    with qtbot.waitSignal(first_page.opening.desk_opened, timeout=PATIENCE) as caught:
        QTest.mouseClick(enrol.go, Qt.MouseButton.LeftButton)
    desk = caught.args[0]
    assert desk.juror_id == "J-02"
    assert desk.store.folder == recents.desk_folder(desk.competition.id, "J-02")
    desk.close()


def test_a_wrong_code_says_so_and_loses_nothing(first_page, issued, qtbot):
    first_page.open_file(issued.package)
    qtbot.waitUntil(first_page.enrol.isVisible, timeout=PATIENCE)
    first_page.enrol.names.choose("J-01")
    QTest.keyClicks(first_page.enrol.code, juror_desks.code_of(issued, "J-02"))
    QTest.keyClick(first_page.enrol.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(first_page.notice.text()), timeout=PATIENCE)
    assert "code." not in first_page.notice.text()
    assert first_page.enrol.isVisible() and first_page.enrol.code.text()
    assert first_page.enrol.code.property("invalid") is True
    assert not recents.is_desk(recents.desk_folder(issued.competition.id, "J-01"))


def test_a_juror_who_was_here_needs_no_code(first_page, issued, qtbot):
    from kipp_desktop.services import jurors

    folder = recents.desk_folder(issued.competition.id, "J-01")
    jurors.enrol(issued.package, "J-01", juror_desks.code_of(issued, "J-01"), folder).close()
    first_page.open_file(issued.package)
    qtbot.waitUntil(first_page.enrol.isVisible, timeout=PATIENCE)
    first_page.enrol.names.choose("J-01")
    assert first_page.enrol.go.text() == "Lanjutkan menilai"
    with qtbot.waitSignal(first_page.opening.desk_opened, timeout=PATIENCE) as caught:
        first_page.enrol.go.click()
    caught.args[0].close()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ({"fmt": "kipp-receipt"}, "tanda terima"),
        ({"fmt": "kipp-score"}, "berkas nilai"),
        ({"fmt": "lain"}, "bukan berkas KIPP"),
    ],
)
def test_other_files_are_told_where_they_belong(first_page, tmp_path, head, said):
    path = tmp_path / "berkas.nilai"
    path.write_text(json.dumps(head), encoding="utf-8")
    _drop(first_page, path)
    assert said in first_page.notice.text()
    assert path.name in first_page.notice.text()


def test_a_damaged_package_is_one_sentence(first_page, issued, qtbot):
    issued.package.write_bytes(issued.package.read_bytes()[:-200])
    first_page.open_file(issued.package)
    qtbot.waitUntil(lambda: bool(first_page.notice.text()), timeout=PATIENCE)
    assert not first_page.enrol.isVisible()


def test_earlier_work_is_listed_with_its_state(first_page, around, home, qtbot):
    desk = juror_desks.desk(home / "acara")
    juror_desks.half_done(desk)
    from kipp_desktop.gui.models.score_book import ScoreBook

    ScoreBook(desk).note()
    around.preferences.opened(desk.store.folder)
    around.preferences.opened(home / "sudah-dihapus.kipp")
    desk.close()
    first_page.refresh()
    rows = first_page.page.recent_table.rows
    assert rows.rowCount() == 1
    assert rows.index(0, 0).data() == juror_desks.TITLE
    assert rows.index(0, 1).data() == "6 dari 10 lembar dikunci"
    with qtbot.waitSignal(first_page.opening.desk_opened, timeout=PATIENCE) as caught:
        first_page.page.recent_table.opened.emit(desk.store.folder)
    caught.args[0].close()


def test_the_juror_window_starts_without_the_heavy_libraries(home):
    desk = juror_desks.desk(home / "acara")
    folder = desk.store.folder
    desk.close()
    code = f"""
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kipp_desktop.app import Desktop
from kipp_desktop.services import jurors
app = QApplication([])
desktop = Desktop(app)
desktop.welcome()
desktop.show_desk(jurors.open_desk(Path({str(folder)!r})))
app.processEvents()
heavy = ("pandas", "numpy", "reportlab", "openpyxl", "alembic", "PySide6.QtPdf", "xlsxwriter")
heavy += ("PySide6.QtNetwork", "PySide6.QtPrintSupport", "kipp_desktop.services.helping")
heavy += ("kipp_desktop.services.admission", "kipp_desktop.gui.help_window", "kipp_desktop.gui.dialogs")
heavy += ("kipp_desktop.domain.derive", "kipp_desktop.services.receipts", "kipp_desktop.exchange.score_file")
print([name for name in heavy if name in sys.modules])
desktop.window.close()
desktop.close()
"""
    env = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "HOME": str(home), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr[-800:]


def test_a_rehearsal_says_what_it_is_before_a_code_is_typed_and_while_judging(
    first_page, around, home, qtbot
):
    from kipp_desktop.gui.juror_window import JurorWindow
    from kipp_desktop.services import jurors, masters, practising

    issued = juror_desks.issue(home / "panitia")
    master = masters.open_master(home / "panitia" / "contoh.kipp")
    rehearsal = practising.rehearse(master, home / "gladi")
    master.close()
    for package, said in ((rehearsal.issued.package, True), (issued.package, False)):
        first_page.open_file(package)
        qtbot.waitUntil(lambda wanted=package: first_page.enrol.path == wanted, timeout=PATIENCE)
        assert first_page.enrol.practice.isVisible() is said
    juror, code = rehearsal.issued.codes[0]
    desk = jurors.enrol(rehearsal.issued.package, juror.id, code, home / "juri")
    window = JurorWindow(around, desk)
    qtbot.addWidget(window)
    assert window.screen_._practice.text() == "GLADI"
    window.close()


def test_a_new_master_is_not_offered_a_place_in_a_synchronised_folder(first_page, around, tmp_path, qtbot):
    from kipp_desktop.gui.dialogs.new_competition import NewCompetitionDialog

    cloud = tmp_path / "OneDrive - Pemkab Contoh"
    cloud.mkdir()
    dialog = NewCompetitionDialog(around.theme, [("lima-kriteria", "KIPP 2024")], str(cloud), first_page)
    assert dialog.path().parent == Path.home()
    dialog.title.setText("CON")
    assert dialog.path().stem != "con"  # which Windows keeps for itself
    dialog.destination.set_folder(cloud)
    first_page.opening.new_master(dialog.path(), "lima-kriteria", "KIPP 2024")
    qtbot.waitUntil(lambda: "OneDrive" in first_page.notice.text(), timeout=PATIENCE)
    assert list(cloud.iterdir()) == []


def test_of_many_files_the_one_that_opens_a_competition_comes_first(first_page, issued, tmp_path, qtbot):
    letter = tmp_path / "surat.nilai"
    letter.write_text(json.dumps({"fmt": "kipp-score"}), encoding="utf-8")
    first_page.take([letter, issued.package])
    qtbot.waitUntil(first_page.enrol.isVisible, timeout=PATIENCE)
    assert first_page.enrol.path == issued.package


def test_opening_what_was_opened_last_writes_no_settings(around, home, monkeypatch):
    around.preferences.opened(home / "pertama.kipp")
    written: list[object] = []
    monkeypatch.setattr("kipp_desktop.gui.preferences.settings.save", lambda kept: written.append(kept))
    around.preferences.opened(home / "pertama.kipp")
    assert not written
    around.preferences.opened(home / "kedua.kipp")
    assert len(written) == 1
