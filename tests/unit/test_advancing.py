"""Who goes on: gate, threshold, curated list, the first n; and a tie across the cut."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.advancing import outcomes
from kipp_desktop.domain.competition import Advance, Competition, Entry
from kipp_desktop.domain.derive import derive
from kipp_desktop.domain.rubric import Rubric, Scale
from kipp_desktop.domain.rulings import rulings_of
from kipp_desktop.domain.scores import participants
from tests.unit.domain_samples import contest, criteria, log, panel, places, ranked, stage


def verdicts(competition: Competition, files: list, *events: tuple, at: str = "awal") -> list[str]:
    rulings = rulings_of(log(*events))
    table = derive(competition, files, rulings)
    return [one.verdict for one in outcomes(competition, table, rulings, at)]


def cut(advance: Advance, entries: object = 4, **rule: object) -> Competition:
    stages = [stage("awal", advance=advance), stage("final", weight_bp=10000)]
    return contest(entries, 1, stages=stages, **rule)  # pyright: ignore[reportArgumentType]


def scored(*totals: int | None) -> list:
    """One juror's sheets of the first stage."""
    sheets = {f"{n:02}": (total, total) for n, total in enumerate(totals, 1) if total is not None}
    (one,) = panel({})
    cells = {("awal", entry): {"a": (1, a), "b": (1, b)} for entry, (a, b) in sheets.items()}
    states = dict.fromkeys(cells, ("locked", None))
    return [type(one)(one.digest, one.juror, one.device, one.ancestors, cells, states, one.declared)]


def test_threshold_lets_through_who_reaches_it_and_leaves_the_unscored_open() -> None:
    at_85 = cut(Advance("threshold", min=8500))
    assert verdicts(at_85, scored(8500, 8400, None, 9900)) == ["pass", "fail", "open", "pass"]


def test_top_n_takes_the_first_n() -> None:
    assert verdicts(cut(Advance("top", n=2)), scored(7000, 9000, 8000, None)) == [
        "fail",
        "pass",
        "pass",
        "fail",
    ]


def test_a_tie_across_the_cut_takes_all() -> None:
    assert verdicts(cut(Advance("top", n=2)), scored(9000, 8000, 8000, 7000)) == [
        "pass",
        "pass",
        "pass",
        "fail",
    ]


def test_a_tie_across_the_cut_waits_for_the_plenary_where_the_rule_says_so() -> None:
    waits = cut(Advance("top", n=2, at_tie="plenary"))
    assert verdicts(waits, scored(9000, 8000, 8000, 7000)) == ["open"] * 4
    assert verdicts(waits, scored(9000, 8000, 7900, 7000)) == ["pass", "pass", "fail", "fail"]


def test_the_plenarys_decision_on_the_tie_settles_the_cut() -> None:
    waits = cut(Advance("top", n=2, at_tie="plenary"))
    decision = ("tie_decided", {
        "stage": "awal", "group": "overall", "order": ["03", "02"], "method": "plenary",
        "basis": [["02", "80/1"], ["03", "80/1"]],
    })  # fmt: skip
    assert verdicts(waits, scored(9000, 8000, 8000, 7000), decision) == ["pass", "fail", "pass", "fail"]


def test_the_cut_may_be_taken_in_each_category() -> None:
    entries = [
        Entry("01", "A", "D", category="Kesehatan"),
        Entry("02", "B", "D", category="Kesehatan"),
        Entry("03", "C", "D", category="Pendidikan"),
    ]
    per_category = Advance("top", n=1, per="category")
    files = scored(9000, 8000, 1000)
    assert verdicts(cut(per_category, entries), files) == ["pass", "fail", "pass"]
    assert verdicts(cut(per_category, entries, groups=("category",)), files) == ["pass", "fail", "pass"]


@pytest.mark.parametrize("groups", [("category",), ("category", "overall"), ("type",)])
@pytest.mark.parametrize(
    ("per", "wanted"), [("overall", "pass fail pass fail"), ("group", "pass fail fail pass")]
)
def test_a_cut_is_taken_whatever_the_groups_of_the_ranking(
    groups: tuple[str, ...], per: str, wanted: str
) -> None:
    entries = [
        Entry("01", "A", "D", category="Kesehatan", type="Dinas", group="umum"),
        Entry("02", "B", "D", category="Kesehatan", type="UPTD", group="umum"),
        Entry("03", "C", "D", category="Pendidikan", type="Dinas", group="umum"),
        Entry("04", "D", "D", category="Pendidikan", type="UPTD", group="replikasi"),
    ]
    n = 2 if per == "overall" else 1
    competition = cut(Advance("top", n=n, per=per), entries, groups=groups)  # pyright: ignore
    assert verdicts(competition, scored(9000, 7000, 8000, 6000)) == wanted.split()


def test_a_curated_cut_is_open_until_it_is_decided() -> None:
    curated = cut(Advance("curated"))
    assert verdicts(curated, scored(9000, 8000, 7000, 6000)) == ["open"] * 4
    chosen = ("entries_curated", {"stage": "awal", "entries": ["02", "04"], "reason": "tim", "present": []})
    assert verdicts(curated, scored(9000, 8000, 7000, 6000), chosen) == ["fail", "pass", "fail", "pass"]


def test_everybody_goes_on_where_there_is_no_cut_except_who_is_out() -> None:
    withdrawn = ("entry_withdrawn", {"entry": "02", "reason": "mundur"})
    assert verdicts(cut(Advance("all"), 3), [], withdrawn) == ["pass", "out", "pass"]


GATE = stage("gate", form="checklist", panel="panitia", rubric={"default": "cek"}, advance=Advance("pass"))
ITEMS = Rubric("cek", criteria(10000, 10000, scale=Scale(check=True)), total="points")


@pytest.mark.parametrize(
    ("entered", "verdict"),
    [
        ([], "open"),
        ([("a", 100)], "open"),
        ([("a", 100), ("b", 100)], "pass"),
        ([("a", 0)], "fail"),
        ([("a", 100), ("b", 0)], "fail"),
        ([("a", 0), ("a", 100), ("b", 100)], "pass"),
        ([("a", 100), ("b", 100), (None, 0)], "fail"),
        ([("a", 0), (None, 100)], "pass"),
    ],
)
def test_a_gate_is_passed_with_every_item_or_by_a_result_as_a_whole(entered: list, verdict: str) -> None:
    competition = contest(1, 1, stages=[GATE, stage("final")], rubrics=[ITEMS])
    events = [
        ("gate_entered", {"stage": "gate", "entry": "01", "criterion": item, "value": value, "reason": ""})
        for item, value in entered
    ]
    assert verdicts(competition, [], *events, at="gate") == [verdict]


def test_a_reason_given_at_the_gate_is_kept_beside_the_verdict() -> None:
    competition = contest(1, 1, stages=[GATE, stage("final")], rubrics=[ITEMS])
    said = {"stage": "gate", "entry": "01", "criterion": "a", "value": 0, "reason": "berkas kurang"}
    rulings = rulings_of(log(("gate_entered", said)))
    (one,) = outcomes(competition, derive(competition, [], rulings), rulings, "gate")
    assert (one.verdict, one.why) == ("fail", "berkas kurang")


def test_the_last_list_of_who_goes_on_rules() -> None:
    competition = contest(4, 1, stages=[stage("awal"), stage("final", weight_bp=10000)])
    advanced = [
        ("stage_advanced", {"stage": "awal", "entries": entries, "basis": ""})
        for entries in (["01", "02"], ["03", "02"])
    ]
    assert participants(competition, rulings_of(log(*advanced)), "final") == ["02", "03"]
    rows = ranked(competition, panel({"01": (9000, 9000), "02": (8000, 8000)}), *advanced)
    assert places(rows) == [(1, "02"), (None, "03")]
