"""The organiser's day of Wonosobo 2024 in the window: gate, cut, a hard final, FINAL, paper, bundle, PASS."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kipp_desktop.domain.competition import Advance
from kipp_desktop.services import deciding, exporting, issuing, jurors, paper, shaping
from kipp_desktop.services.deciding import GateLine
from tests.gui import organiser_event
from tests.gui.conftest import languages, theme  # noqa: F401
from tests.gui.organiser_event import FINALISTS
from tests.gui.organiser_windows import Opened, cheap, open_event, prepared  # noqa: F401
from tests.journeys import organiser_steps as steps
from tests.journeys.organiser_steps import ARCHIVE, INTAKE, PLENARY, RANKING, SETUP, SHARE
from tests.journeys.template_events import paper_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
FAILS = {
    **dict.fromkeys(("06", "09", "12"), "Berkas tidak lengkap"),
    **dict.fromkeys(("18", "22", "29"), "Tidak sesuai tema atau kategori"),
    **dict.fromkeys(("30", "32", "33"), "Belum dilaksanakan"),
}


@dataclass
class Day:
    """The window on a new competition, and what the jurors' laptops hold."""

    opened: Opened
    scores: random.Random = field(default_factory=lambda: random.Random(2024))

    @property
    def window(self):
        """The organiser's window."""
        return self.opened.window

    @property
    def overview(self):
        """What the pages show."""
        return self.window.office.overview

    def gate(self) -> None:
        """24 of 33 pass, the nine others each with a reason."""
        tab = steps.tick_gate(self.opened, "administrasi", FAILS)
        self.opened.click(tab.primary)
        told = {one.entry: one.why for one in self.overview.outcomes["administrasi"] if one.verdict == "fail"}
        assert told == FAILS
        tab.stages.choose("kurasi")

    def issue(self) -> None:
        """The package, into the event's folder."""
        self.window.go_to(SHARE)
        self.window.share.issue(self.opened.folder)
        self.opened.settle()

    def desk(self, juror: str, laptop: str = ""):
        """A juror's laptop, freshly enrolled."""
        code = next(code for seat, code in issuing.codes(self.opened.master) if seat.id == juror)
        package = next(self.opened.folder.glob("*.paket"))
        return jurors.enrol(package, juror, code, self.opened.folder / f"{juror}{laptop}")

    def file(self, juror: str, entries, laptop: str = "") -> Path:
        """What a juror exports who scored these entries."""
        desk = self.desk(juror, laptop)
        for entry in entries:
            organiser_event.score(desk, entry, self.scores)
        path = self.opened.folder / f"{juror}{laptop}.nilai"
        whole = len(entries) == len(FINALISTS)
        (exporting.finish if whole else exporting.export)(desk, path)
        desk.close()
        return path


@pytest.fixture
def day(open_event) -> Iterator[Day]:  # noqa: F811
    yield Day(open_event("new"))


def _decided(dialog) -> None:
    steps.give_decision(dialog, "Kesepakatan rapat pleno", "Ketua; Sekretaris Panitia")


def _curate(day: Day) -> None:
    """Ten by curated decision, with the reason for each of the fourteen who were left out."""

    def choose(dialog):
        for entry, item in dialog._items():
            if entry in FINALISTS:
                item.setCheckState(0, Qt.CheckState.Checked)
            else:
                item.setText(1, f"Peserta {entry}: bukti dampak belum cukup")
        _decided(dialog)

    tab = day.window.setup.stages
    day.opened.answer(tab.choose, choose)
    why = {one.entry: one.why for one in day.overview.outcomes["kurasi"] if one.verdict == "fail"}
    assert len(why) == 14 and all(
        reason == f"Peserta {one}: bukti dampak belum cukup" for one, reason in why.items()
    )
    day.opened.click(tab.primary)


def test_a_hard_day_ends_in_a_final_result_that_an_outsider_can_check(day, monkeypatch):
    opened, window = day.opened, day.window
    day.gate()
    _curate(day)
    day.issue()
    others = [entry for entry in FINALISTS if entry != "05"]

    # J-02 is kin to the innovator of 05, J-05 leaves after six, J-03 has a second laptop that says otherwise
    files = [
        day.file("J-02", others),
        day.file("J-05", FINALISTS[:6]),
        day.file("J-03", FINALISTS),
    ]
    second = day.file("J-03", ("04",), laptop="b")
    steps.drop(opened, [*files, second])
    _confirm_both(day)
    _settle_conflict(day)
    _leave_early(day)
    _key_paper(day)

    # the intake is closed while J-01 is still on the road
    steps.close_intake(opened, "Batas waktu sudah lewat")
    steps.drop(opened, [day.file("J-01", FINALISTS)])
    late = steps.intake_tab(opened, "late")
    late.table.choose(late.table.rows.key_at(0))
    opened.answer(late.primary, lambda dialog: dialog._choices.button(0).setChecked(True))

    window.go_to(PLENARY)
    page = window.plenary
    page.gaps.choose(next(at for at, gap in enumerate(page._shown) if gap.juror == "J-02" and gap.entry))
    opened.answer(page.settle, lambda dialog: dialog._choices.button(0).setChecked(True))
    assert page.orders.isVisible()  # the juror who left matters
    missing = [gap for gap in page._shown if not gap.is_note]
    assert {(gap.kind, gap.juror) for gap in missing} == {("missing", "J-05")} and len(missing) == 4
    reason = "J-05 dipanggil bupati"
    opened.answer(page.primary, lambda dialog: dialog.reason_field.setPlainText(reason))
    assert day.overview.final

    ranking = day.overview.rankings()[0]
    expected = {row.entry: (row.jurors_counted, row.jurors_expected) for row in ranking.rows}
    assert expected["01"] == (5, 5) and expected["05"] == (4, 4) and expected["27"] == (4, 5)
    text = steps.first_print(opened, monkeypatch)
    assert reason in text and "Juara I" in text and ranking.rows[0].entry in text
    _bundle_passes(day)


def test_ten_by_proposal_scores_with_a_tie_across_the_cut_settled_in_plenary(day):
    opened, window = day.opened, day.window
    _cut_by_score(day)
    day.gate()
    scores = {one.entry: 9000 - 100 * at for at, one in enumerate(day.overview.outcomes["kurasi"])}
    ninth, tenth, eleventh = list(scores)[8:11]
    scores |= dict.fromkeys((ninth, tenth, eleventh), 8100)
    deciding.enter_gate(
        opened.master, "kurasi", [GateLine(entry, "proposal", value) for entry, value in scores.items()]
    )
    window.office.refresh(window.setup.notice)
    opened.settle()
    tab = window.setup.stages
    assert not tab.primary.isEnabled()  # nobody is cut while a tie stands on the line

    window.go_to(RANKING)
    rows = window.ranking.table.rows
    words = {rows.key_at(at): rows.index(at, 4).data() for at in range(rows.rowCount())}
    assert words[ninth] == words[tenth] == words[eleventh] == "di garis batas, diputuskan pleno"
    window.go_to(PLENARY)
    page = window.plenary
    page.gaps.choose(0)
    assert page.gap().kind == "tie" and page.gap().entry == f"{ninth}, {tenth}, {eleventh}"

    def vote(dialog):
        dialog.order_list.list.setCurrentRow(2)
        dialog.order_list.up.click()
        for field_, number in zip(dialog.votes.numbers, ("4", "1", "0", "5"), strict=True):
            field_.setText(number)
        _decided(dialog)

    opened.answer(page.settle, vote)
    window.go_to(SETUP)
    opened.click(tab.primary)
    passed = day.overview.result.state.rulings.advanced["kurasi"].data["entries"]
    assert len(passed) == 10 and {ninth, eleventh} < set(passed) and tenth not in passed


def test_from_the_last_file_to_the_minutes_in_at_most_eight_clicks(day, monkeypatch):
    opened, window = day.opened, day.window
    day.gate()
    _curate(day)
    day.issue()
    files = [day.file(f"J-0{n}", FINALISTS) for n in range(1, 6)]
    steps.drop(opened, files[:4])
    window.go_to(INTAKE)
    opened.click(window.receive.primary)  # the plan of the earlier files is put away
    clicks = _Clicks(opened)

    window.receive.drop.given.emit(files[4:])  # the last file is dropped
    opened.settle()
    clicks.press(window.receive.primary)  # Gabungkan
    clicks.press(window.rail._buttons[PLENARY])
    clicks.answer(window.plenary.primary)  # Nyatakan final …, Nyatakan final
    assert day.overview.final and not any(not gap.is_note for gap in day.overview.result.gaps)
    clicks.press(window.rail._buttons[ARCHIVE])
    tab = window.archive.printing
    clicks.press(tab.compose)
    folder = opened.folder / "cetak"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    clicks.press(tab.save)
    clicks.count += 1  # the folder in the system's own dialog
    (minutes,) = folder.glob("berita-acara-*.pdf")
    assert "BERITA ACARA" in paper_text(minutes).upper()
    assert clicks.count <= 8


@dataclass
class _Clicks:
    """Presses buttons with the mouse and counts."""

    opened: Opened
    count: int = 0

    def press(self, button) -> None:
        """One click."""
        assert button.isVisible() and button.isEnabled(), button.text()
        self.count += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.opened.settle()

    def answer(self, button) -> None:
        """A click, and one on the question that follows."""
        self.count += 2
        self.opened.answer(button, lambda dialog: None)


def _confirm_both(day: Day) -> None:
    """Both laptops of J-03 are compared by voice."""
    page = steps.intake_tab(day.opened, "laptops")
    for laptop in ("J-03", "J-03b"):
        desk = jurors.open_desk(day.opened.folder / laptop)
        code = desk.device_code
        desk.close()
        rows = [page.table.rows.index(row, 1).data() for row in range(page.table.rows.rowCount())]
        page.table.choose(page.table.rows.key_at(rows.index(code)))
        day.opened.answer(page.primary, lambda dialog, code=code: dialog.code.setText(code))


def _settle_conflict(day: Day) -> None:
    """The sheet of the first laptop is chosen, with a reason and witnesses."""
    page = steps.intake_tab(day.opened, "contests")
    assert page.table.rows.rowCount() == 1

    def choose(dialog):
        dialog.buttons.button(0).setChecked(True)
        _decided(dialog)

    day.opened.answer(page.primary, choose)
    assert not any(one.open for one in day.overview.intake.contests)


def _leave_early(day: Day) -> None:
    """J-05 has to go; what counts is the sealed rule's affair."""
    tab = steps.setup_tab(day.opened, "jurors")
    tab.table.choose("J-05")
    day.opened.answer(tab.leave, lambda dialog: dialog._choices.button(1).setChecked(True))
    assert day.overview.last("juror_unavailable").data["juror"] == "J-05"


def _key_paper(day: Day) -> None:
    """J-04 refuses laptops: ten sheets of paper keyed twice, the last of them in the window."""
    master = day.opened.master
    competition = day.overview.competition
    criteria = [one.id for one in competition.rubric_for("final", competition.entry_by_id["01"]).criterion]
    for entry in FINALISTS[:-1]:
        typed = {one: str(day.scores.randint(70, 95)) for one in criteria}
        for operator in ("Sri Wahyuningsih", "Bambang Triyono"):
            paper.key_in(master, ("J-04", "final", entry), operator, typed)
    page = steps.intake_tab(day.opened, "papers")
    day.window.office.refresh(page.notice)
    day.opened.settle()
    for operator in ("Sri Wahyuningsih", "Bambang Triyono"):

        def fill(dialog, operator=operator):
            dialog.choose(("J-04", "final", FINALISTS[-1]))
            dialog.operator.setText(operator)
            for box, text in zip(dialog.boxes.fields, ("80", "81", "82", "83", "84"), strict=True):
                box.setText(text)

        day.opened.answer(page.primary, fill)
    assert {one.state for one in day.overview.intake.papers} == {"entered"}


def _cut_by_score(day: Day) -> None:
    """The second stage lets the ten best proposals through; a tie across the cut is the plenary's."""
    shape = shaping.shape_of(day.opened.master)
    cut = Advance("top", n=10, per="overall", at_tie="plenary")
    stages = tuple(replace(one, advance=cut) if one.id == "kurasi" else one for one in shape.stages)
    shaping.save(day.opened.master, replace(shape, stages=stages))
    day.window.office.refresh(day.window.setup.notice)
    day.opened.settle()


def _bundle_passes(day: Day) -> None:
    """The public bundle is written and checked on the same page."""
    path = day.opened.folder / "hasil.hasil"
    day.window.archive.files.write_bundle(path, public=True)
    day.opened.settle()
    assert steps.passes(day.opened, path)
