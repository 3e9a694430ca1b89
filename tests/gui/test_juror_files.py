"""What arrives on a juror's laptop, small scales, long rubrics, the timer, and the demo event."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kipp_desktop import paths
from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text
from kipp_desktop.gui.dialogs import juror_destination
from kipp_desktop.gui.pages.juror_choice import ChoiceField, choices, value_input
from kipp_desktop.gui.pages.juror_timer import TimerCard
from kipp_desktop.gui.pages.juror_value import ScoreField
from kipp_desktop.services import exporting, jurors, masters, merging, publishing, receiving, scoring
from tests.gui import juror_desks
from tests.gui.juror_desks import CRITERIA, STAGE

pytest_plugins = ["tests.gui.juror_around"]
PATIENCE = 20_000


@pytest.fixture
def other_laptop(home: Path, window):
    """The same juror on another laptop, with one score that differs and one that is new."""
    folder = home / "acara"
    code = (folder / "kode.txt").read_text("ascii")
    package = next(folder.glob("*.paket"))
    desk = jurors.enrol(package, "J-01", code, home / "laptop-2")
    juror_desks.give(desk, "01", 70)
    juror_desks.give(desk, "02", 75)
    yield desk
    desk.close()


def test_the_other_laptops_file_is_settled_cell_by_cell(window, other_laptop, home, qtbot):
    juror_desks.give(window.desk, "01", 90)
    window.book.reload()
    file = exporting.export(other_laptop, home / "laptop-2.nilai").path
    with qtbot.waitSignal(window.files.received, timeout=PATIENCE):
        window.receive(file)
    assert scoring.sheet(window.desk, STAGE, "02").values[0] == 7500
    dialog = window.laptop.differing.dialog
    assert [one.place for one in dialog._differences.values()] == [(STAGE, "01", CRITERIA[0])]
    assert scoring.sheet(window.desk, STAGE, "01").values[0] == 9000
    QTest.mouseClick(dialog.theirs.take, Qt.MouseButton.LeftButton)
    assert scoring.sheet(window.desk, STAGE, "01").values[0] == 9000
    QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert scoring.sheet(window.desk, STAGE, "01").values[0] == 7000
    assert not dialog.isVisible()


def test_a_receipt_turns_the_header(window, home, qtbot):
    header = window.screen_.header
    qtbot.waitUntil(lambda: header._receipt.text() == "belum ada tanda terima", timeout=PATIENCE)
    juror_desks.half_done(window.desk)
    for entry in ("03", "04", "10"):
        juror_desks.give(window.desk, entry, 80, 80, 80, 80, 80)
    file = exporting.finish(window.desk, home / "satu.nilai").path
    master = masters.open_master(home / "acara" / "contoh.kipp")
    merging.apply(master, [file])
    receipt = next(path for path in publishing.write_receipts(master, home / "terima") if "J-01" in path.name)
    master.close()
    with qtbot.waitSignal(window.files.received, timeout=PATIENCE):
        window.receive(receipt)
    assert header._receipt.text() == "diterima panitia 10/10"


def test_a_foreign_file_is_one_sentence_and_changes_nothing(window, home, qtbot):
    path = home / "surat.terima"
    path.write_text("Yth. Bapak/Ibu", encoding="utf-8")
    window.receive(path)
    qtbot.waitUntil(lambda: bool(window.notice.text()), timeout=PATIENCE)
    assert "file." not in window.notice.text()


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (Scale(check=True), [100, 0]),
        (Scale(values=(100, 200, 300, 500, 600, 700)), [100, 200, 300, 500, 600, 700]),
        (Scale(100, 500, 100), [100, 200, 300, 400, 500]),
        (Scale(0, 10000, 100), []),
        (Scale(600, 1000, 10), []),
    ],
)
def test_small_scales_have_buttons(theme, qtbot, scale, expected):
    assert choices(scale) == expected
    made = value_input(theme, "Kebaruan", scale)
    qtbot.addWidget(made)
    assert isinstance(made, ChoiceField if expected else ScoreField)


def test_buttons_are_clicked_or_typed_and_cleared(theme, qtbot, languages):
    field = ChoiceField(theme, "Kebaruan", Scale(values=(100, 200, 300, 500)))
    qtbot.addWidget(field)
    given = []

    def keep(value: int | None, visit: int) -> None:
        given.append(value)
        field.show_value(value)

    field.committed.connect(keep)
    field.show()
    field.setFocus()
    assert field.accessibleName() == "Kebaruan: belum"
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.mouseClick(field._buttons[100], Qt.MouseButton.LeftButton)
    QTest.mouseClick(field._buttons[100], Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "4")
    assert given == [500, 300, 100, None]
    assert field.accessibleName() == "Kebaruan: belum"


def test_sixty_criteria_can_be_walked(window, qtbot):
    rubric = Rubric(
        "panjang",
        (
            *(Criterion(f"k{n:02d}", Text(f"Aspek penilaian nomor {n}"), 0) for n in range(59)),
            Criterion("akhir", Text("Penutup"), 10000),
        ),
    )
    sheet = window.sheet
    own = scoring.OwnSheet(STAGE, "01", rubric, (None,) * 60, "draft", None, (), {})
    sheet.show_sheet(own, window.desk.entry("01"), False)
    sheet.focus_criterion("k00")
    for _ in range(59):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    last = sheet.cards["akhir"]
    assert last.input.hasFocus()

    def last_is_in_sight():
        shown = last.mapTo(sheet._scroll.viewport(), last.rect().bottomLeft()).y()
        assert last.height() > 0 and 0 < shown <= sheet._scroll.viewport().height()

    qtbot.waitUntil(last_is_in_sight)
    assert sheet.sum.isVisible()


def test_the_timer_turns_amber_then_red_and_goes_on_with_the_next_segment(theme, qtbot, languages):
    now = [0.0]
    timer = TimerCard(theme, (("Presentasi", 420), ("Tanya jawab", 780)), lambda: now[0])
    qtbot.addWidget(timer)
    assert (timer._left_text.text(), timer.toggle_button.text()) == ("07:00", "Mulai")
    timer.toggle()
    seen = []
    for seconds in (0, 359, 360, 420, 425):
        now[0] = float(seconds)
        timer.show_time()
        seen.append((timer._left_text.text(), timer._left_text.property("tone")))
    assert seen == [
        ("07:00", "ink"),
        ("01:01", "ink"),
        ("01:00", "warn"),
        ("00:00", "bad"),
        ("−00:05", "bad"),
    ]
    assert timer._phase_text.text() == "waktu habis"
    timer.next_segment()
    assert (timer._left_text.text(), timer.toggle_button.text()) == ("13:00", "Jeda")
    now[0] += 10
    timer.toggle()
    now[0] += 100
    assert timer.left == 770
    assert timer.toggle_button.text() == "Lanjut"
    timer.next_segment()
    assert timer._left_text.text() == "07:00"


def test_the_demo_event_opens_as_a_juror_with_the_proposals(around, qtbot):
    from kipp_desktop.gui.juror_window import JurorWindow
    from kipp_desktop.gui.opening import Opening

    opening = Opening(around.tasks)
    with qtbot.waitSignal(opening.desk_opened, timeout=60_000) as caught:
        opening.demo_desk()
    window = JurorWindow(around, caught.args[0])
    qtbot.addWidget(window)
    window.show()
    assert window.screen_._practice.isVisible()
    assert len(window.book.entries) == 10
    window.documents.toggle()
    qtbot.waitUntil(lambda: window.documents.pane.readable, timeout=PATIENCE)
    assert window.documents.pane.document.name == "Proposal.pdf"
    assert window.documents.pane.document.standing == "listed"
    window.close()
    assert os.listdir(caught.args[0].store.folder)


def test_a_break_reminds_of_the_export_until_there_is_one(window, home, qtbot):
    juror_desks.give(window.desk, "01", 80, 81)
    window.laptop.refresh()
    assert not window.screen_.standing.unsent.text()
    window.laptop._break.timeout.emit()
    assert window.screen_.standing.unsent.text() == "Jeda? 2 isian belum ada di berkas nilai mana pun"
    QTest.mouseClick(window.screen_.standing.unsent.button, Qt.MouseButton.LeftButton)
    window.files.dialog.destination.set_folder(home)
    with qtbot.waitSignal(window.files.exported, timeout=10_000):
        QTest.mouseClick(window.files.dialog.confirm, Qt.MouseButton.LeftButton)
    window.files.dialog.accept()
    assert not window.screen_.standing.unsent.text()
    juror_desks.give(window.desk, "01", 80, 82)
    window.laptop._break.timeout.emit()
    assert window.screen_.standing.unsent.text().startswith("Jeda? 1 perubahan sejak ekspor terakhir pukul ")


def test_the_history_of_exports_says_which_files_the_organiser_has(window, home):
    desk, master = window.desk, masters.open_master(home / "acara" / "contoh.kipp")
    juror_desks.give(desk, "01", 80)
    first = exporting.export(desk, home / "pagi.nilai")
    merging.apply(master, [first.path])
    (receipt,) = publishing.write_receipts(master, home / "terima")
    master.close()
    receiving.receive(desk, receipt)
    juror_desks.give(desk, "02", 80)
    second = exporting.export(desk, home / "sore.nilai")
    window.laptop.show_status()
    words = [label.text() for label in window.laptop.dialog.findChildren(QLabel)]
    assert f"pagi.nilai  ·  {first.code}  ·  diterima panitia" in words
    assert f"sore.nilai  ·  {second.code}" in words
    window.laptop.dialog.reject()


def test_of_several_sticks_the_one_that_the_program_runs_from_is_offered_first(monkeypatch):
    def stick(name: str) -> SimpleNamespace:
        yes, no = lambda: True, lambda: False
        root = f"/media/juri/{name}"
        return SimpleNamespace(
            isReady=yes, isReadOnly=no, isRoot=no, rootPath=lambda: root, displayName=lambda: name
        )

    volumes = [stick("CADANGAN"), stick("KIPP")]
    monkeypatch.setattr(juror_destination, "QStorageInfo", SimpleNamespace(mountedVolumes=lambda: volumes))
    monkeypatch.setattr(juror_destination.sys, "platform", "linux")
    monkeypatch.setattr(paths, "program_folder", lambda: Path("/media/juri/KIPP/kipp-desktop"))
    assert [name for name, _ in juror_destination.sticks()] == ["KIPP", "CADANGAN"]
