"""Scenes of the plenary: the questions it asks, both orders, objections, and intake from a watched stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

Open = Callable[[int], QWidget]  # the organiser's window at a step


def wait(window: QWidget) -> None:
    """Let the worker come to its end."""
    for _ in range(400):
        QTest.qWait(20)
        if window.office.overview is not None and not (window.office.busy or window.office.drawing):
            return


def over(window: QWidget, dialog: QWidget) -> QWidget:
    """A question over the window, as high as it asks to be."""
    dialog.look()
    dialog.show()
    window.picture_of = dialog
    return window


def award(open_: Open) -> QWidget:
    """Awards in another order, with votes that are no quorum yet."""
    from kipp_desktop.gui.dialogs.organiser_awards import AwardDialog
    from kipp_desktop.gui.models.intake import entry_words

    window = open_(4)
    overview = window.office.overview
    placed = [row for row in overview.rankings()[0].rows if row.place]
    lines = [(row.entry, f"{row.place}.  {entry_words(overview, row.entry)}") for row in placed]
    dialog = AwardDialog(window.office.theme, lines, 5, window)
    dialog.votes.numbers[0].setText("2")
    dialog.votes.dissent.setText("Hj. Nur Aini: tetap menurut nilai yang dihitung")
    return over(window, dialog)


def bonus(open_: Open) -> QWidget:
    """Points by decision."""
    from kipp_desktop.gui.dialogs.organiser_awards import BonusDialog
    from kipp_desktop.gui.models.intake import entry_words

    window = open_(4)
    overview = window.office.overview
    lines = [(row.entry, entry_words(overview, row.entry)) for row in overview.rankings()[0].rows]
    dialog = BonusDialog(window.office.theme, lines, window)
    dialog.points.setText("nol")
    return over(window, dialog)


def curate(open_: Open) -> QWidget:
    """Who goes on, and why others do not."""
    from kipp_desktop.gui.dialogs.organiser_curate import CurateDialog

    window = open_(0)
    entries = window.office.overview.competition.entries
    reasons = {"06": "Belum berjalan satu tahun", "07": "Serupa dengan peserta 31"}
    dialog = CurateDialog(window.office.theme, entries, ["01", "02", "03", "04", "05"], reasons, window)
    return over(window, dialog)


def finalise(open_: Open) -> QWidget:
    """Gaps and both orders."""
    from kipp_desktop.gui.dialogs.organiser_decisions import FinaliseDialog
    from kipp_desktop.gui.models.plenary import order_rows
    from kipp_desktop.gui.models.ranking import gap_row, told_together

    window = away(open_)
    overview = window.office.overview
    gaps = overview.result.gaps
    rows = [gap_row(overview, at, gap) for at, gap in enumerate(told_together(gaps))]
    blocking = sum(not gap.is_note for gap in gaps)
    return over(window, FinaliseDialog(window.office.theme, rows, blocking, order_rows(overview), window))


def objections(open_: Open) -> QWidget:
    """The register with one answered and one waiting."""
    from datetime import UTC, datetime, timedelta

    from kipp_desktop.services import closing, objecting

    window = open_(4)
    master = window.office.master
    closing.finalise(master, "Satu juri pulang lebih awal; disepakati dalam pleno.")
    objecting.open_period(master, (datetime.now(UTC) + timedelta(5)).date(), "Lima hari sejak pengumuman")
    first = "Mohon penjelasan nilai kebaruan; dokumen pendukung sudah kami lampirkan pada halaman 12."
    objecting.object_to(master, "04", first)
    objecting.object_to(master, "04", first, "Nilai tetap. Rincian tiap kriteria terlampir pada jawaban.")
    objecting.object_to(master, "13", "Inovasi kami sudah berjalan tiga tahun, layak mendapat nilai tambah.")
    window.office.refresh(window.plenary.notice)
    wait(window)
    window.decisions.tabs.setCurrentIndex(1)
    window.decisions.objections.table.choose(2)
    return window


def watched(open_: Open) -> QWidget:
    """Files from a stick that is looked after."""
    import shutil

    window = open_(2)
    folder = window.office.master.path.parent
    stick = folder / "FLASHDISK PANITIA"
    stick.mkdir()
    for path in sorted(folder.glob("*.nilai"))[3:]:
        shutil.copy(path, stick)
    window.receive.folder.start(Path(stick))
    window.receive.folder.watch.look()
    wait(window)
    return window


def lapsed(open_: Open) -> QWidget:
    """Decisions that stand beside those that do not, and the gap that a void one leaves."""
    from kipp_desktop.services import deciding

    window = open_(4)
    master = window.office.master
    rows = [row.entry for row in window.office.overview.rankings()[0].rows if row.place]
    order = [rows[1], rows[0], *rows[2:]]
    present = ["Ketua", "Sekretaris Panitia"]
    deciding.decide_plenary(master, "Pemerataan wilayah lereng dan desa terpencil", present, order=order)
    deciding.decide_bonus(master, rows[4], -150, "Melebihi waktu paparan")
    window.office.refresh(window.plenary.notice)
    wait(window)
    page = window.plenary
    page.gaps.choose(next(at for at, gap in enumerate(page._shown) if gap.kind == "plenary_void"))
    QTest.qWait(50)
    for area in page.findChildren(QScrollArea):  # the record stands at the end
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return window


def award_again(open_: Open) -> QWidget:
    """A decision of the plenary that is void, from its old order."""
    from kipp_desktop.gui.dialogs.organiser_awards import AwardDialog
    from kipp_desktop.gui.models.intake import entry_words
    from kipp_desktop.gui.models.plenary import lapsed_award

    window = lapsed(open_)
    overview = window.office.overview
    ranking = overview.result.ranking("final")
    order, said = lapsed_award(overview, ranking)
    lines = [(entry, entry_words(overview, entry)) for entry in order]
    return over(window, AwardDialog(window.office.theme, lines, 5, window, said))


def advance(open_: Open) -> QWidget:
    """A stage that waits for its next step."""
    window = open_(4)
    window.office.overview.result.state.rulings.advanced.pop("kurasi")
    window.plenary.look()
    return window


def let_in(open_: Open) -> QWidget:
    """Two late files, each with what it changes."""
    from kipp_desktop.gui.widgets.reason_dialog import ReasonDialog

    window = open_(2)
    told = (
        "Dr. Ir. Raden Asdep Budi Santoso Prawirodirdjo, M.Si., Ph.D., J-01 menyusul.nilai: 03 Kebaruan: "
        "81 → 99; 04 Efektivitas: 70 → 75; dan 12 nilai lagi;\nMaya Lestari, J-05.nilai: keadaan lembar atau "
        "pernyataan final berbeda"
    )
    dialog = ReasonDialog(
        "Ikutkan berkas yang terlambat",
        f"{told}. Hanya ini yang ikut dihitung; alasannya dicetak.",
        "Ikutkan",
        ["Berkas tertahan di pengiriman", "Flashdisk tertukar"],
        window,
    )
    dialog.show()
    window.picture_of = dialog
    return window


def leave(open_: Open) -> QWidget:
    """A juror leaves early."""
    from PySide6.QtCore import QDateTime

    from kipp_desktop.gui.dialogs.organiser_seats import LeaveDialog

    window = open_(0)
    dialog = LeaveDialog(window.office.overview.juror_name("J-05"), window)
    dialog.at.setDateTime(QDateTime.fromString("2024-10-24 11.30", "yyyy-MM-dd HH.mm"))
    dialog._choices.button(1).setChecked(True)
    dialog.show()
    window.picture_of = dialog
    return window


def away(open_: Open) -> QWidget:
    """The plenary, with a juror who left."""
    from kipp_desktop.services import deciding

    window = open_(4)
    deciding.juror_left(window.office.master, "J-05", "11.30", "Tugas lain")
    window.office.refresh(window.plenary.notice)
    wait(window)
    return window


def replace(open_: Open) -> QWidget:
    """A finalist leaves; three are equal for the place."""
    from fractions import Fraction

    from kipp_desktop.domain.ranking import Row
    from kipp_desktop.domain.succession import Candidate, Line
    from kipp_desktop.gui.dialogs.organiser_replace import SuccessorDialog

    window = open_(0)
    overview = window.office.overview
    rows = tuple(Row(10, entry, Fraction(16225, 200), 3, 3) for entry in ("10", "18", "21"))
    tied = [Candidate(row.entry, 10, row.score, True, "overall", rows) for row in rows]
    line = Line("kurasi", "13", (), (*tied, Candidate("24", 13, Fraction(79), False)))
    entries = overview.draft.entries
    dialog = SuccessorDialog(window.office.theme, line, entries, "Kurasi proposal", 2, False, 5, window)
    dialog.table.choose("18")
    dialog.reason_field.setPlainText("Tim penyaji pindah tugas; surat Kepala BPBD 21 Oktober 2024")
    return over(window, dialog)


def replaced(open_: Open) -> QWidget:
    """The participants, one of whom took the place of another."""
    from kipp_desktop.services.succession import Leaving, replace_entry

    window = open_(0)
    leaving = Leaving("13", "withdrawn", "Tim penyaji pindah tugas", ("Ketua",))
    replace_entry(window.office.master, leaving, "18")
    window.office.refresh(window.setup.notice)
    wait(window)
    window.setup.tabs.setCurrentWidget(window.setup.entries)
    window.setup.entries.table.choose("18")
    return window


SCENES: dict[str, Callable[[Open], QWidget]] = {
    "award": award,
    "bonus": bonus,
    "curate": curate,
    "finalise": finalise,
    "objections": objections,
    "let_in": let_in,
    "leave": leave,
    "away": away,
    "lapsed": lapsed,
    "award_again": award_again,
    "advance": advance,
    "replace": replace,
    "replaced": replaced,
    "watched": watched,
}
