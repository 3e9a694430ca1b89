"""A finalist who leaves is replaced in the window: the line is seen, one is chosen, what is due is said."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QApplication

from kipp_desktop.domain.competition import Entry
from kipp_desktop.domain.ranking import Row
from kipp_desktop.domain.succession import Candidate, Line
from kipp_desktop.gui.dialogs.organiser_replace import SuccessorDialog
from kipp_desktop.gui.models.entries import entry_rows
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


def answered(opened, page, fill) -> None:
    """Press the button; the dialog opens once the line was read."""
    from PySide6.QtCore import QTimer

    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        fill(dialog)
        seen.append(dialog.confirm.isEnabled())
        dialog.confirm.click() if seen[0] else dialog.reject()

    QTimer.singleShot(20, look)
    opened.click(page.replace)
    opened.qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    opened.settle()


def test_a_finalist_is_replaced_by_whom_the_team_chooses(open_event):  # noqa: F811
    opened = open_event("issued")
    page = opened.window.setup.entries
    opened.window.setup.tabs.setCurrentWidget(page)
    page.table.choose("30")  # did not pass the gate
    assert not page.replace.isEnabled()
    page.table.choose("05")

    def fill(dialog):
        assert not dialog.ready()
        dialog.how.setCurrentIndex(1)
        dialog.table.choose("07")
        dialog.reason_field.setPlainText("Inovasi milik kabupaten lain")
        dialog.present_field.setText("Kepala Bagian Organisasi; Ketua")

    answered(opened, page, fill)
    overview = opened.window.office.overview
    assert overview.last("entry_disqualified").data["reason"].endswith("(digantikan peserta 07)")
    assert overview.outdated and "versi 2" in opened.window.setup.notice.text()
    cells = {row.key: row.cells[-1] for row in entry_rows(overview)}
    assert cells["05"].second == "digantikan 07" and cells["07"].text == "menggantikan 05"
    opened.window.go_to(4)
    told = [opened.window.plenary.decisions.rows.index(at, 1).data() for at in range(3)]
    assert "Peserta diganti: 07 menggantikan 05" in told


def test_only_whose_turn_it_is_is_taken_and_a_tie_says_what_is_recorded(theme, qtbot):
    row = [Row(3, entry, Fraction(80), 1, 1) for entry in ("04", "05")]
    tied = [Candidate(one.entry, 3, one.score, True, "overall", tuple(row)) for one in row]
    line = Line("kurasi", "02", ("01", "03"), (*tied, Candidate("06", 5, Fraction(70), False)))
    entries = [Entry(f"{n:02}", f"Inovasi {n:02}", "Dinas") for n in range(1, 7)]
    dialog = SuccessorDialog(theme, line, entries, "Kurasi", 2, True)
    qtbot.addWidget(dialog)
    dialog.reason_field.setPlainText("Pindah tugas")
    dialog.present_field.setText("Ketua")
    dialog.table.choose("06")
    assert not dialog.confirm.isEnabled() and "Bukan gilirannya" in dialog.note.text()
    dialog.table.choose("05")
    assert dialog.confirm.isEnabled() and "05, 04" in dialog.note.text()
    assert not dialog.method.isHidden() and dialog.how.parentWidget() is None
    dialog.method.setCurrentIndex(1)
    assert (dialog.leaving().method, dialog.leaving().vote) == ("lot", None)


def test_of_three_who_share_the_place_the_others_are_put_in_order_too(theme, qtbot):
    row = tuple(Row(3, entry, Fraction(80), 1, 1) for entry in ("04", "05", "06"))
    line = Line(
        "kurasi",
        "02",
        ("01", "03"),
        tuple(Candidate(one.entry, 3, one.score, True, "overall", row) for one in row),
    )
    entries = [Entry(f"{n:02}", f"Inovasi {n:02}", "Dinas") for n in range(1, 7)]
    dialog = SuccessorDialog(theme, line, entries, "Kurasi", 2, True)
    qtbot.addWidget(dialog)
    dialog.reason_field.setPlainText("Pindah tugas")
    dialog.present_field.setText("Ketua")
    assert dialog.order_list is None and not dialog.confirm.isEnabled()
    dialog.table.choose("05")
    assert dialog.order_list.order() == ["05", "04", "06"] and "Susun semuanya" in dialog.note.text()
    dialog.order_list.list.setCurrentRow(2)
    dialog.order_list.up.click()
    assert dialog.confirm.isEnabled() and dialog.leaving().order == ("05", "06", "04")
    dialog.order_list.up.click()
    assert not dialog.confirm.isEnabled()  # 06 would go on, not 05
    dialog.table.choose("06")
    assert dialog.confirm.isEnabled() and dialog.leaving().order == ("06", "04", "05")
