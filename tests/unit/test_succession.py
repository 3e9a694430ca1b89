"""After the cut a finalist leaves and the next in line, or whoever is chosen, takes the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import (
    assigning,
    checking,
    deciding,
    exporting,
    issuing,
    jurors,
    masters,
    merging,
    paper,
    printing,
    publishing,
    receiving,
    results,
    scheduling,
    scoring,
    verification,
)
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.drafting.source import Wanted
from kipp_desktop.services.masters import load_state
from kipp_desktop.services.succession import Leaving, line_for, replace_entry
from tests.unit.paper_geometry import flat
from tests.unit.test_services_whole import Wonosobo, wonosobo

__all__ = ["wonosobo"]

LEFT = Leaving("02", "withdrawn", "Tim pindah tugas ke kabupaten lain", ("Ketua", "Sekretaris"))


@pytest.fixture
def cut(wonosobo: Wonosobo) -> Wonosobo:
    """Three finalists of six, chosen by the administration team, and a package of two of them scored."""
    wonosobo.gate("06")
    deciding.advance(wonosobo.master, "administrasi")
    wonosobo.curate("01", "02", "03")
    deciding.advance(wonosobo.master, "kurasi")
    return wonosobo


def top_three(wonosobo: Wonosobo, scores: dict[str, int], at_tie: str = "plenary") -> None:
    """The same competition with the first three by proposal scores instead of a choice."""
    with wonosobo.master.store.begin() as tx:
        stages = [dict(one) for one in tx.documents("stage")]
        stages[1]["advance"] = {"kind": "top", "n": 3, "per": "overall", "at_tie": at_tie}
        tx.put_documents("stage", stages)
    wonosobo.gate()
    deciding.advance(wonosobo.master, "administrasi")
    lines = [GateLine(entry, "proposal", value) for entry, value in scores.items()]
    deciding.enter_gate(wonosobo.master, "kurasi", lines)
    deciding.advance(wonosobo.master, "kurasi")


def verified(wonosobo: Wonosobo) -> verification.Report:
    """The bundle of the master, checked by the independent program."""
    path = wonosobo.folder / "hasil.hasil"
    path.unlink(missing_ok=True)
    publishing.write_bundle(wonosobo.master, path, public=True)
    return verification.verify(path)


def scored_too(wonosobo: Wonosobo, package: Path) -> Path:
    """J-01 takes the new package in, scores the one who came, and exports once more."""
    desk = jurors.open_desk(wonosobo.folder / "J-01")
    receiving.receive(desk, package)
    if scoring.declared(desk, "final"):
        scoring.withdraw_declaration(desk, "final", "Peserta pengganti")
    for criterion in desk.rubric("final", "04").criterion:
        scoring.enter_score(desk, "final", "04", criterion.id, 9000)
    path = wonosobo.folder / "J-01 menyusul.nilai"
    exporting.finish(desk, path)
    desk.close()
    return path


def finalists(wonosobo: Wonosobo) -> list[str]:
    """Who goes on from the cut."""
    with wonosobo.master.store.begin() as tx:
        return list(load_state(tx).rulings.advanced["kurasi"].data["entries"])


def test_a_finalist_who_scored_already_is_replaced_scored_and_verified(cut: Wonosobo) -> None:
    master, folder = cut.master, cut.folder
    first = issuing.issue(master, folder)
    codes = {juror.id: code for juror, code in first.codes}
    merging.apply(master, [cut.score("J-01", codes["J-01"], first.package)])
    done = replace_entry(master, LEFT, "04")
    assert (done.stage, done.entries, done.tie_order) == ("kurasi", ("01", "03", "04"), ())
    assert issuing.news(master).sheets_added == 3  # the new one is owed by all three
    second = issuing.issue(master, folder)
    files = [cut.score(juror, codes[juror], second.package) for juror in ("J-02", "J-03")]
    files.append(scored_too(cut, second.package))
    assert {one.outcome for one in merging.apply(master, files)} == {"accepted"}
    with master.store.begin() as tx:
        state = load_state(tx)
    kept = {sheet.juror: sheet.state for sheet in state.table.of("final", "02")}
    assert kept["J-01"] == "locked"  # stored, though it counts no more
    assert deciding.finalise(master).gaps == ()
    _, ranking = results.ranking(master)
    assert {row.entry: row.jurors_counted for row in ranking.rows} == {"01": 3, "03": 3, "04": 3}
    report = verified(cut)
    assert [step.detail_en for step in report.steps if not step.ok] == []
    assert "NOTE" not in " ".join(step.detail_en for step in report.steps)
    assert [(row.place, row.entry) for row in report.groups[-1].rows] == [
        (row.place, row.entry) for row in ranking.rows
    ]
    assert [one.name for one in checking.check_master(master) if not one.ok] == []


def test_explanation_and_minutes_of_both_stages_say_who_replaced_whom_and_why(
    cut: Wonosobo, run_kipp: Callable[..., Any]
) -> None:
    first = issuing.issue(cut.master, cut.folder)
    code = {juror.id: code for juror, code in first.codes}["J-01"]
    merging.apply(cut.master, [cut.score("J-01", code, first.package)])
    file = str(cut.master.path)
    cut.master.close()
    words = ("withdraw", file, "02", "--successor", "04", "--reason", "Pindah tugas")
    assert "nama yang hadir" in run_kipp(*words, code=1)
    alone = ("withdraw", file, "02", "--reason", "Pindah tugas", "--present", "Ketua")
    assert "--successor" in run_kipp(*alone, code=2)  # who was there would be lost
    done = run_kipp(*words, "--present", "Ketua; Sekretaris", "--votes", "3/1/0", "--of", "5")
    assert done == {
        "stage": "kurasi",
        "leaving": "02",
        "successor": "04",
        "entries": ["01", "03", "04"],
        "tie_order": [],
        "same_house": [],
    }
    run_kipp("open-ranking", file, "--by", "Panitia; Ketua")
    came = " ".join(run_kipp("explain", file, "04")["sentences"])
    assert "Peserta 04 Inovasi 04 masuk menggantikan peserta 02 Inovasi 02" in came
    assert "Pindah tugas" in came
    gone = " ".join(run_kipp("explain", file, "02")["sentences"])
    assert "mengundurkan diri" in gone and "diambil peserta 04" in gone and "1 lembar nilai" in gone
    cut.master = masters.open_master(cut.folder / "lomba.kipp")
    for stage in ("kurasi", "final"):
        text = flat(printing.pdf(cut.master, Wanted("berita-acara", stage=stage)))
        assert "Peserta 04 Inovasi 04 menggantikan peserta 02 Inovasi 02" in text
        assert "Pindah tugas" in text and "Sekretaris" in text and "3 setuju" in text


def test_who_has_given_in_nothing_owes_nothing_of_the_one_who_left(cut: Wonosobo) -> None:
    """And a file that was under way all the while is taken in for what it says of the others."""
    master, folder = cut.master, cut.folder
    first = issuing.issue(master, folder)
    codes = {juror.id: code for juror, code in first.codes}
    under_way = cut.score("J-01", codes["J-01"], first.package)
    replace_entry(master, LEFT, "04")
    second = issuing.issue(master, folder)
    assert {row.entry for row in second.competition.assignments} == {"01", "03", "04"}
    files = [cut.score(juror, codes[juror], second.package) for juror in ("J-02", "J-03")]
    assert {one.outcome for one in merging.apply(master, [under_way, *files])} == {"accepted"}
    merging.apply(master, [scored_too(cut, second.package)])
    assert deciding.finalise(master).gaps == ()
    issuing.issue(master, folder)
    deciding.finalise(master)
    assert [step.detail_en for step in verified(cut).steps if not step.ok] == []
    assert [one.name for one in checking.check_master(master) if not one.ok] == []


def test_who_never_began_the_sheet_of_the_one_who_left_is_not_asked_for_it(cut: Wonosobo) -> None:
    """A file given in before says nothing of it, so nothing is lost."""
    first = issuing.issue(cut.master, cut.folder)
    code = {juror.id: code for juror, code in first.codes}["J-01"]
    desk = jurors.enrol(first.package, "J-01", code, cut.folder / "J-01")
    scoring.enter_score(desk, "final", "01", "kebaruan", 9000)
    exporting.export(desk, cut.folder / "sementara.nilai")
    desk.close()
    merging.apply(cut.master, [cut.folder / "sementara.nilai"])
    replace_entry(cut.master, LEFT, "04")
    second = issuing.issue(cut.master, cut.folder)
    assert {row.entry for row in second.competition.assignments} == {"01", "03", "04"}


def test_a_sheet_on_paper_of_the_one_who_left_is_kept(cut: Wonosobo) -> None:
    """It is told with the sheets of files, and its juror owes the one who came as all others do."""
    first = issuing.issue(cut.master, cut.folder)
    place = ("J-03", "final", "02")
    typed = {criterion.id: "80" for criterion in first.competition.rubrics[-1].criterion}
    for operator in ("Rahma", "Wahyu"):
        paper.key_in(cut.master, place, operator, typed)
    replace_entry(cut.master, LEFT, "04")
    second = issuing.issue(cut.master, cut.folder)
    owed = {(row.juror, row.entry) for row in second.competition.assignments}
    assert {juror for juror, entry in owed if entry == "02"} == {"J-03"}
    assert {juror for juror, entry in owed if entry == "04"} == {"J-01", "J-02", "J-03"}
    deciding.open_ranking(cut.master, ["Panitia", "Ketua"])
    assert results.explained(cut.master, "02").kept == 1
    assert [step.detail_en for step in verified(cut).steps if not step.ok] == []


def test_reasons_name_both_and_no_other_advance_is_outdated(cut: Wonosobo) -> None:
    issuing.issue(cut.master, cut.folder)
    replace_entry(cut.master, LEFT, "05")
    with cut.master.store.begin() as tx:
        (out,) = tx.log.events(("entry_withdrawn",))
        choice = tx.log.events(("entries_curated",))[-1]
        (found,) = load_state(tx).rulings.successions
    assert out.data["reason"] == "Tim pindah tugas ke kabupaten lain (digantikan peserta 05)"
    assert choice.data["reason"] == "Peserta 05 menggantikan peserta 02: Tim pindah tugas ke kabupaten lain"
    assert len(choice.data["present"]) == 2
    assert (found.stage, found.leaving, found.coming, found.event) == ("kurasi", "02", "05", choice)
    assert "advance_outdated" not in {gap.kind for gap in results.result(cut.master).gaps}


def test_an_entry_that_left_before_is_replaced_without_leaving_twice(cut: Wonosobo) -> None:
    deciding.take_out(cut.master, "02", "disqualified", "Inovasi milik kabupaten lain")
    replace_entry(cut.master, LEFT, "04")
    with cut.master.store.begin() as tx:
        assert [event.type for event in tx.log.events(("entry_withdrawn", "entry_disqualified"))] == [
            "entry_disqualified"
        ]
    assert finalists(cut) == ["01", "03", "04"]


def test_the_successor_takes_the_slot_in_the_drawn_order(cut: Wonosobo) -> None:
    scheduling.arrange(cut.master, "final", ["03", "02", "01"], "Menurut jarak")
    replace_entry(cut.master, LEFT, "04")
    assert scheduling.programme(cut.master, "final").order == ("03", "04", "01")


def test_jurors_who_were_picked_for_the_one_judge_the_other(cut: Wonosobo) -> None:
    assigning.put(cut.master, "final", [("J-02", "02")], assigned=False)
    assigning.recuse(cut.master, "final", [("J-03", "04")], "Satu instansi")
    replace_entry(cut.master, LEFT, "04")
    with cut.master.store.begin() as tx:
        draft = masters.draft_competition(tx, load_state(tx).rulings)
    owed = {row.juror: row.state for row in draft.assignments if row.entry == "04"}
    assert owed == {"J-01": "assigned", "J-03": "recused"}


def test_jurors_of_the_successors_own_institution_are_named(cut: Wonosobo) -> None:
    """Nobody is taken off silently; who is recused already is no news."""
    with cut.master.store.begin() as tx:
        tx.put_jurors(replace(juror, institution="Dinas 04") for juror in tx.jurors() if juror.id != "J-01")
    assigning.recuse(cut.master, "final", [("J-03", "04")], "Satu instansi")
    assert replace_entry(cut.master, LEFT, "04").same_house == ("J-02",)


def test_next_in_line_by_score_and_nobody_else(wonosobo: Wonosobo) -> None:
    top_three(wonosobo, {"01": 9000, "02": 8900, "03": 8800, "04": 8000, "05": 8100, "06": 7000})
    found = line_for(wonosobo.master, "02")
    assert found.next == ("05",)
    assert [(one.entry, one.place) for one in found.candidates] == [("05", 3), ("04", 4), ("06", 5)]
    with pytest.raises(UserError) as refused:
        replace_entry(wonosobo.master, LEFT, "04")
    assert (refused.value.code, refused.value.facts["next"]) == ("replace.not_next", "05")
    assert finalists(wonosobo) == ["01", "02", "03"]  # nothing was written
    replace_entry(wonosobo.master, LEFT, "05")
    assert finalists(wonosobo) == ["01", "03", "05"]
    issuing.issue(wonosobo.master, wonosobo.folder)
    deciding.open_ranking(wonosobo.master, ["Panitia", "Ketua"])
    assert [step.detail_en for step in verified(wonosobo).steps if not step.ok] == []


@pytest.mark.parametrize("at_tie", ["plenary", "all"])
def test_a_tie_for_the_place_is_decided_with_it(wonosobo: Wonosobo, at_tie: str) -> None:
    top_three(wonosobo, {"01": 9000, "02": 8900, "03": 8800, "04": 8000, "05": 8000, "06": 7000}, at_tie)
    done = replace_entry(wonosobo.master, LEFT, "05")
    assert (done.entries, done.tie_order) == (("01", "03", "05"), ("05", "04"))
    with wonosobo.master.store.begin() as tx:
        (tie,) = tx.log.events(("tie_decided",))
    assert (tie.data["order"], tie.data["method"]) == (["05", "04"], "plenary")
    issuing.issue(wonosobo.master, wonosobo.folder)
    deciding.open_ranking(wonosobo.master, ["Panitia", "Ketua"])
    report = verified(wonosobo)
    assert [step.detail_en for step in report.steps if not step.ok] == []
    assert "NOTE" not in " ".join(step.detail_en for step in report.steps)


def test_of_three_who_share_the_place_people_put_the_others_in_order_too(wonosobo: Wonosobo) -> None:
    """Else the list of entries would have chosen who is next when another finalist leaves."""
    top_three(wonosobo, {"01": 9000, "02": 8900, "03": 8800, "04": 8000, "05": 8000, "06": 8000})
    with wonosobo.master.store.begin() as tx:
        before = tx.log.head()
    for order, code in (
        ((), "replace.order_needed"),
        (("04", "05", "06"), "replace.bad_order"),
        (("05", "04"), "replace.bad_order"),
        (("05", "04", "04", "06"), "replace.bad_order"),
    ):
        with pytest.raises(UserError) as refused:
            replace_entry(wonosobo.master, replace(LEFT, order=order), "05")
        with wonosobo.master.store.begin() as tx:
            assert (refused.value.code, tx.log.head()) == (code, before)
    replace_entry(wonosobo.master, replace(LEFT, order=("05", "06", "04")), "05")
    assert line_for(wonosobo.master, "01").next == ("06",)
    replace_entry(wonosobo.master, replace(LEFT, entry="01"), "06")
    issuing.issue(wonosobo.master, wonosobo.folder)
    deciding.open_ranking(wonosobo.master, ["Panitia", "Ketua"])
    assert [step.detail_en for step in verified(wonosobo).steps if not step.ok] == []


def test_a_choice_where_the_rule_decides_is_refused(wonosobo: Wonosobo) -> None:
    """Else the log would hold a choice that nobody followed, and a replacement that was none."""
    wonosobo.gate()
    with pytest.raises(UserError) as refused:
        deciding.curate(wonosobo.master, "administrasi", ["01", "02"], "rapat tim", ["Ketua"])
    assert refused.value.code == "curate.not_curated"


def test_an_order_without_a_tie_is_refused(cut: Wonosobo) -> None:
    with pytest.raises(UserError) as refused:
        replace_entry(cut.master, replace(LEFT, order=("04", "05")), "04")
    assert refused.value.code == "tie.none" and finalists(cut) == ["01", "02", "03"]


@pytest.mark.parametrize(
    ("leaving", "coming", "code"),
    [
        (Leaving("06", "withdrawn", "mundur", ("Ketua",)), "04", "replace.no_place"),
        (Leaving("02", "withdrawn", "mundur", ("Ketua",)), "03", "replace.not_next"),
        (Leaving("02", "withdrawn", "mundur", ("Ketua",)), "06", "replace.not_next"),
        (Leaving("02", "withdrawn", "mundur", ("Ketua",)), "99", "entry.unknown"),
        (Leaving("02", "withdrawn", " ", ("Ketua",)), "04", "reason.needed"),
        (Leaving("02", "withdrawn", "mundur", ()), "04", "present.needed"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    cut: Wonosobo, leaving: Leaving, coming: str, code: str
) -> None:
    with cut.master.store.begin() as tx:
        before = tx.log.head()
    with pytest.raises(UserError) as refused:
        replace_entry(cut.master, leaving, coming)
    with cut.master.store.begin() as tx:
        assert (refused.value.code, tx.log.head()) == (code, before)


def test_nobody_is_next_where_everybody_who_passes_goes_on(wonosobo: Wonosobo) -> None:
    wonosobo.gate("06")
    deciding.advance(wonosobo.master, "administrasi")
    with pytest.raises(UserError) as refused:
        replace_entry(wonosobo.master, LEFT, "06")
    assert refused.value.code == "replace.no_line"


def test_who_passes_since_a_gate_result_was_put_right_takes_nobodys_place(wonosobo: Wonosobo) -> None:
    """Another entry that withdrew in between makes it no replacement."""
    wonosobo.gate("06")
    deciding.advance(wonosobo.master, "administrasi")
    deciding.take_out(wonosobo.master, "02", "withdrawn", "Tim pindah tugas")
    wonosobo.gate()
    assert deciding.advance(wonosobo.master, "administrasi") == ["01", "03", "04", "05", "06"]
    with wonosobo.master.store.begin() as tx:
        assert load_state(tx).rulings.successions == []
