"""Stages and rubrics in the window: typed, taken back, saved; what it costs jurors is said first."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.competition import Advance
from kipp_desktop.services import merging
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


def rubrics_of(opened, rubric="presentasi"):
    tab = opened.window.setup.rubrics
    opened.window.setup.tabs.setCurrentWidget(tab)
    tab.rubrics.choose(rubric)
    return tab


@pytest.fixture
def new(open_event):  # noqa: F811
    return open_event("new")


@pytest.fixture
def issued(open_event):  # noqa: F811
    return open_event("issued")


def test_weights_that_do_not_sum_are_said_and_cannot_be_saved(new):
    tab = rubrics_of(new)
    tab.criteria.grid.edited.emit(0, 2, "25")
    assert "105 %" in tab.sum.text() and "harus 100 %" in tab.problem.text()
    assert not tab.save.isEnabled() and "ubah kriteria" in tab.undo.text()
    tab.criteria.grid.edited.emit(1, 2, "15 %")
    assert tab.problem.text() == "" and tab.save.isEnabled()
    new.click(tab.save)
    weights = [one.weight_bp for one in new.window.office.overview.draft.rubrics[-1].criterion]
    assert weights == [2500, 1500, 2000, 2000, 2000]
    assert not tab.save.isVisible() and "disimpan" in new.window.setup.notice.text()


def test_a_weight_of_nought_is_shown_and_not_counted(new):
    tab = rubrics_of(new)
    tab.criteria.grid.edited.emit(0, 2, "0")
    tab.criteria.grid.edited.emit(1, 2, "40")
    new.click(tab.save)
    assert new.window.office.overview.draft.rubrics[-1].criterion[0].weight_bp == 0


def test_a_scale_that_is_not_understood_leaves_the_former_one(new):
    tab = rubrics_of(new)
    tab.criteria.grid.edited.emit(0, 3, "sampai seratus")
    assert "tidak dimengerti" in new.window.setup.notice.text()
    assert tab.criteria.grid.text(0, 3) == "0–100"
    tab.criteria.grid.edited.emit(0, 3, "1, 2, 3, 5, 6, 7")
    assert "keluar dari skalanya" in tab.problem.text()  # the descriptions still speak of 0–100


def test_criteria_and_levels_are_added_moved_and_taken_away(new):
    tab = rubrics_of(new)
    new.click(tab.more)
    assert tab.criteria.grid.rowCount() == 6 and tab.criterion()[0] == 5
    new.click(tab.more_levels)
    tab.levels.grid.edited.emit(0, 2, "belum tampak")
    assert tab.criterion()[1].descriptors[0].text.id == "belum tampak"
    new.click(tab.up)
    assert [one.name.id for one in tab.rubric().criterion][4] == "Kriteria baru"
    new.click(tab.fewer)
    assert tab.criteria.grid.rowCount() == 5
    for _ in range(5):
        tab.book.undo.undo()
    assert not tab.book.is_changed


def test_a_rubric_is_copied_for_a_kelompok_and_used_by_its_stage(new):
    tab = rubrics_of(new)
    new.click(tab.copy)
    assert tab.rubric().id == "presentasi-2"
    forms = new.window.setup.forms
    new.window.setup.tabs.setCurrentWidget(forms)
    forms.stages.choose("final")
    forms.others.setText("replikasi = presentasi-2")
    forms.others.editingFinished.emit()
    new.click(forms.save)
    final = new.window.office.overview.draft.stages[-1]
    assert dict(final.rubric) == {"default": "presentasi", "replikasi": "presentasi-2"}


def test_a_stage_is_added_before_the_last_and_filled_in(new):
    forms = new.window.setup.forms
    new.window.setup.tabs.setCurrentWidget(forms)
    new.click(forms.add)
    forms.name.setText("Survei Lapangan")
    forms.name.editingFinished.emit()
    forms.advance.setCurrentIndex(forms.advance.findData("top"))
    forms.advance.activated.emit(0)
    forms.first.setText("7")
    forms.first.editingFinished.emit()
    forms.segments.setPlainText("Kunjungan, 45 menit\nTanya jawab 15")
    stage = forms.stage()
    assert stage.name.id == "Survei Lapangan"
    assert stage.advance == Advance("top", n=7, per="overall", at_tie="all")
    assert stage.segments == (("Kunjungan", 2700), ("Tanya jawab", 900))
    assert [one.id for one in forms.book.shape.stages] == ["administrasi", "kurasi", "tahap-baru", "final"]
    new.click(forms.save)
    assert len(new.window.office.overview.draft.stages) == 4
    assert new.window.setup.tabs.tabText(3) == "Tahap (4)"


def test_the_last_stage_cannot_be_a_checklist(new):
    forms = new.window.setup.forms
    new.window.setup.tabs.setCurrentWidget(forms)
    forms.stages.choose("final")
    new.click(forms.up)
    assert forms.problem.text() == ""
    forms.stages.choose("administrasi")
    for _ in range(2):
        new.click(forms.down)
    assert "tidak ada peringkat" in forms.problem.text() and not forms.save.isEnabled()


def test_after_issue_the_changes_are_shown_by_class_before_they_are_saved(issued):
    merging.apply(issued.master, issued.files)
    issued.window.office.refresh(issued.window.setup.notice)
    issued.settle()
    tab = rubrics_of(issued)
    tab.criteria.grid.edited.emit(0, 0, "Kebaruan gagasan")
    seen = []

    def read(dialog):
        seen.append([one.text() for one in dialog.findChildren(type(tab.sum))])
        assert not dialog._reason

    issued.answer(tab.save, read)
    issued.settle()
    assert any("ejaan – Kebaruan gagasan" in text for text in seen[0])
    assert issued.window.office.overview.draft.rubrics[-1].criterion[0].rev == 1


def test_a_meaning_that_changes_wants_a_reason_and_says_how_many_sheets_fall(issued):
    merging.apply(issued.master, issued.files)
    tab = rubrics_of(issued)
    tab.criteria.grid.edited.emit(0, 0, "Kebaruan gagasan")
    tab.book.mean("arti", ("presentasi", "kebaruan"), True)

    def answer(dialog):
        words = " ".join(one.text() for one in dialog.findChildren(type(tab.sum)))
        assert "perlu dinilai ulang" in words and not dialog.confirm.isEnabled()
        dialog.reason_field.setPlainText("Rapat dewan juri")

    issued.answer(tab.save, answer)
    issued.settle()
    assert issued.window.office.overview.draft.rubrics[-1].criterion[0].rev == 2


def test_the_rule_is_changed_in_the_window_and_what_it_names_must_be_there(new):
    tab = new.window.setup.rule
    new.window.setup.tabs.setCurrentWidget(tab)
    tab.method.setCurrentIndex(tab.method.findData("trimmed"))
    tab.method.activated.emit(0)
    assert tab.k.isVisible()
    tab.groups["category"].setChecked(True)
    tab.link.setCurrentIndex(tab.link.findData("criterion:berkelanjutan"))
    tab.link.activated.emit(tab.link.currentIndex())
    tab.labels.setText("Terbaik I; Terbaik II")
    tab.labels.editingFinished.emit()
    tab.top_n.setValue(10)
    assert tab.problem.text() == ""
    new.click(tab.save)
    rule = new.window.office.overview.draft.rule
    assert (rule.panel_method.kind, rule.panel_method.k, rule.groups) == (
        "trimmed",
        1,
        ("overall", "category"),
    )
    assert rule.ties[-1] == "criterion:berkelanjutan" and rule.labels == ("Terbaik I", "Terbaik II")
    assert (rule.top_n.n, rule.top_n.name) == (10, "Top 10")
    tab.ties.setPlainText("criterion:ketelitian")
    assert "ketelitian" in tab.problem.text() and not tab.save.isEnabled()
