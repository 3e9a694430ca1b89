"""Who may take part, who judges what, when, whose a document is, and what a scale says: pure rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.assigning import balanced, by_category, drawn, in_teams, same_house
from kipp_desktop.domain.changes import changes
from kipp_desktop.domain.competition import Bonus, Entry, Juror
from kipp_desktop.domain.documents import Owners
from kipp_desktop.domain.eligibility import Eligibility, Quota, findings, has_run
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.scales import parse_scale
from kipp_desktop.domain.scoring import scale_text
from kipp_desktop.domain.shape import RubricDraft, Shape, percent_text
from kipp_desktop.domain.timetable import Pause, Timetable, slots
from tests.unit.domain_samples import contest, criteria, stage

IDS = [f"{number:02d}" for number in range(1, 34)]


def entry(number: int, **more: str) -> Entry:
    return Entry(f"{number:02d}", f"Inovasi {number}", f"Dinas {number}", **more)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("started", "months", "on", "full"),
    [
        ("2023-10-24", 12, "2024-10-24", True),
        ("2023-10-25", 12, "2024-10-24", False),
        ("2023-11-30", 3, "2024-02-29", False),
        ("2023-11-30", 3, "2024-03-01", True),
        ("2024-12-31", 1, "2025-01-31", True),
    ],
)
def test_months_are_full_on_the_same_day_of_the_month(started: str, months: int, on: str, full: bool) -> None:
    assert has_run(started, months, on) is full


def test_the_sixth_innovation_of_a_regency_is_over_its_quota_wherever_it_comes_from() -> None:
    sent = [entry(number, proposer="Kabupaten Kebumen") for number in range(1, 7)]
    other = [entry(7, proposer="Kota Magelang"), entry(8)]
    found = findings([*sent, *other], [Eligibility(quota=Quota(5))], "2024-10-24")
    assert [(one.entry, one.kind, one.value) for one in found] == [("06", "quota", "Kabupaten Kebumen")]


def test_who_is_barred_for_another_reason_takes_nobodys_place_in_the_quota() -> None:
    entries = [entry(1, proposer="Kab. A", type="Ormas"), entry(2, proposer="kab. a", type="UPTD")]
    rules = [Eligibility(types=("UPTD",)), Eligibility(quota=Quota(1))]
    assert [(one.entry, one.kind) for one in findings(entries, rules, "2024-10-24")] == [("01", "type")]


def test_an_old_enough_innovation_without_a_document_wants_a_look_and_is_not_barred() -> None:
    entries = [entry(1, started_on="2022-01-10"), entry(2), entry(3, started_on="2024-09-01")]
    found = findings(entries, [Eligibility(minimum_months=12)], "2024-10-24")
    assert [(one.kind, one.bars) for one in found] == [
        ("no_evidence", False),
        ("no_start", False),
        ("too_young", True),
    ]


@given(st.integers(1, 9), st.integers(1, 9), st.text(max_size=8))
def test_a_balanced_draw_gives_every_entry_its_jurors_and_everybody_as_many(
    each: int, more: int, seed: str
) -> None:
    jurors = [f"J-{number}" for number in range(each + more)]
    pairs = balanced(jurors, IDS, each, seed)
    assert Counter(entry for _, entry in pairs) == dict.fromkeys(IDS, each)
    assert len(set(pairs)) == len(pairs)
    loads = Counter(juror for juror, _ in pairs)
    assert max(loads.values()) - min(loads[juror] for juror in jurors) <= 1
    assert pairs == balanced(jurors, IDS, each, seed)


def test_a_recused_juror_is_never_drawn_for_that_entry() -> None:
    barred = {("J-0", entry) for entry in IDS[:20]}
    pairs = balanced(["J-0", "J-1", "J-2"], IDS, 2, "x", barred)
    assert not barred & set(pairs)
    with pytest.raises(ValueError, match="too few"):
        balanced(["J-0", "J-1"], IDS, 2, "x", barred)


def test_fixed_teams_share_the_entries_evenly_and_leave_out_who_is_recused() -> None:
    jurors = ["J-1", "J-2", "J-3", "J-4", "J-5"]
    pairs = in_teams(jurors, IDS[:10], 2, "benih", {("J-1", "01")})
    teams = Counter(frozenset(juror for juror, at in pairs if at == entry) for entry in IDS[:10])
    assert sorted(map(sorted, teams)) == [["J-1", "J-2"], ["J-3", "J-4", "J-5"]]
    assert set(teams.values()) == {5}
    assert ("J-1", "01") not in pairs


def test_a_draw_is_the_order_of_the_sha256_of_seed_and_number() -> None:
    assert drawn(["01", "02", "03", "04"], "13 05 27") == ["02", "03", "01", "04"]
    assert drawn(IDS, "2024") == drawn(list(reversed(IDS)), "2024")
    assert drawn(IDS, "2024") != drawn(IDS, "2025")


def test_each_field_goes_to_its_own_jurors_whatever_the_case_of_its_name() -> None:
    entries = [entry(1, category="Kesehatan"), entry(2, category="pendidikan"), entry(3, category="Lain")]
    fields = {"kesehatan": ["J-1", "J-2"], "Pendidikan": ["J-3"]}
    assert by_category(fields, entries) == [("J-1", "01"), ("J-2", "01"), ("J-3", "02")]


def test_a_juror_of_the_same_house_is_found_under_its_longer_name() -> None:
    jurors = [
        Juror("J-1", "A", institution="Dinas Kesehatan Kabupaten Contoh"),
        Juror("J-2", "B", institution="Universitas Contoh"),
        Juror("J-3", "C", institution="Dinas"),
        Juror("J-4", "D", institution="Kabupaten Contoh"),
    ]
    entries = [
        Entry("01", "PELITA", "DINAS KESEHATAN"),
        Entry("02", "X", "Puskesmas A", proposer="Kabupaten Contoh"),
    ]
    found = [(one.juror, one.entry) for one in same_house(jurors, entries)]
    assert found == [("J-1", "01"), ("J-4", "02")]


def test_slots_follow_the_clock_around_breaks_and_over_days() -> None:
    frame = Timetable(
        "final", ("2024-10-24", "2024-10-25"), "09.00", "11.00", 20, 5, (Pause("09.45", 15, "Istirahat"),)
    )
    found = slots(frame, IDS[:6])
    assert [(one.day[-2:], one.start, one.end, one.entry) for one in found] == [
        ("24", "09.00", "09.20", "01"),
        ("24", "09.25", "09.45", "02"),
        ("24", "09.50", "10.05", None),
        ("24", "10.05", "10.25", "03"),
        ("24", "10.30", "10.50", "04"),
        ("25", "09.00", "09.20", "05"),
        ("25", "09.25", "09.45", "06"),
    ]
    with pytest.raises(ValueError, match="no time left"):
        slots(replace(frame, days=("2024-10-24",)), IDS[:6])


def test_a_slot_is_as_long_as_the_segments_of_the_stage_unless_said_otherwise() -> None:
    frame = Timetable("final", ("2024-10-24",), "13.00")
    assert [one.end for one in slots(frame, ["01"], 7 * 60 + 13 * 60)] == ["13.20"]
    with pytest.raises(ValueError, match="needs minutes"):
        slots(frame, ["01"])


def test_a_document_belongs_to_the_number_it_begins_with_or_to_the_short_title_in_its_name() -> None:
    owners = Owners([
        Entry("03", "PELITA – Peduli Lansia Terpadu", "Puskesmas"),
        Entry("10", "Antre Sehat", "RSUD"),
    ])  # fmt: skip
    names = {
        ("03 - proposal.pdf",): "03",
        ("3_paparan.pptx",): "03",
        ("10", "proposal.pdf"): "10",
        ("Proposal Pelita final.pdf",): "03",
        ("antre sehat revisi.docx",): "10",
        ("2024 undangan.pdf",): "",
        ("Pelita dan Antre Sehat.pdf",): "",
    }
    assert {parts: owners.of(parts).entry for parts in names} == names


SCALES = [
    Scale(0, 10000, 100),
    Scale(600, 1000, 10),
    Scale(100, 1000, 100),
    Scale(values=(100, 200, 300, 500, 600, 700)),
    Scale(values=(50, 150)),
    Scale(check=True),
]


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_is_read_as_it_is_written(scale: Scale) -> None:
    assert parse_scale(scale_text(scale)) == scale


def test_people_type_scales_in_many_ways() -> None:
    assert parse_scale("0-100") == parse_scale(" 0 – 100 / 1") == Scale()
    assert parse_scale("1,2,3,5,6,7") == parse_scale("1; 2; 3; 5; 6; 7") == SCALES[3]
    for nonsense in ("", "banyak", "100–0", "0–100 (7)", "3, 2, 1"):
        with pytest.raises(UserError) as refused:
            parse_scale(nonsense)
        assert refused.value.code == "scale.not_understood"


def test_a_shape_names_everything_that_is_wrong_with_it() -> None:
    whole = Shape.of(contest(stages=[stage("final", weight_bp=10000)], ties=("criterion:a",)))
    assert whole.problems() == []
    light = RubricDraft("umum", criteria(5000, 2500))
    assert [one.code for one in whole.with_rubric(light).problems()] == ["shape.weights"]
    assert whole.with_rubric(light).problems()[0].facts["percent"] == "75"
    bare = whole.with_rubric(RubricDraft("umum"))
    assert [one.code for one in bare.problems()] == ["shape.rubric_empty", "shape.tie_unknown"]
    gate = replace(whole.stages[0], form="checklist", rubric={"default": "lain"})
    assert {one.code for one in whole.with_stage(gate).problems()} == {
        "shape.last_not_scored",
        "shape.rubric_unknown",
        "shape.checklist_panel",
    }
    assert "shape.no_stage" in {one.code for one in replace(whole, stages=()).problems()}


def test_percentages_are_written_without_needless_noughts() -> None:
    assert [percent_text(one) for one in (10000, 1250, 1255, 0, 5)] == ["100", "12,5", "12,55", "0", "0,05"]


def test_an_entry_that_moves_to_another_rubric_changes_the_meaning_and_to_another_group_the_rule() -> None:
    stages = [stage("final", weight_bp=10000)]
    stages = [replace(stages[0], rubric={"default": "umum", "replikasi": "lain"})]
    other = Rubric("lain", criteria(10000))
    before = contest([entry(1)], 1, stages=stages, rubrics=[other], groups=("overall", "category"))

    def classes(**change: str) -> list[str]:
        after = replace(before, entries=(replace(before.entries[0], **change),))  # pyright: ignore[reportArgumentType]
        return [one.kind for one in changes(before, after)]

    assert classes(title="Inovasi satu") == ["ejaan"]
    assert classes(group="replikasi") == ["makna"]
    assert classes(group="khusus") == []
    assert classes(category="Kesehatan") == ["bobot"]
    assert classes(started_on="2020-01-01") == []
    before = replace(before, bonus=(Bonus("implemented", 2, "2024-10-24", 200, 200),))
    assert classes(started_on="2020-01-01") == ["bobot"]
