"""Every part of a competition checks its own bounds, and what spans several is checked together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kipp_desktop.domain.competition import Advance, Assignment, Bonus, Entry, Juror, Rule, Stage, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.references import check_references
from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text
from tests.unit.domain_samples import contest, criteria, stage


@pytest.mark.parametrize("bad", ["", "a b", "a/b", "é", "x" * 41, "a\n"])
def test_an_id_is_short_plain_ascii(bad: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        Entry(bad, "Judul", "Dinas")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Scale(min=0, max=1000, step=300),
        lambda: Scale(min=500, max=500),
        lambda: Scale(values=()),
        lambda: Scale(values=(300, 100)),
        lambda: Scale(max=1_000_001),
        lambda: Scale(step=0),
        lambda: Criterion("a", Text("A"), 10001),
        lambda: Criterion("a", Text("A"), rev=0),
        lambda: Rubric("r", criteria(5000, 4000)),
        lambda: Rubric("r", ()),
        lambda: Rubric("r", (*criteria(5000), *criteria(5000))),
        lambda: Advance("threshold"),
        lambda: Advance("top", n=0),
        lambda: Stage("s", Text("S"), rubric={"umum": "r"}),
        lambda: Rule(published_decimals=7),
        lambda: Rule(ties=("weight:a",)),
        lambda: Text("a\x00b"),
        lambda: Juror("J-01", "x" * 501),
        lambda: Entry("01", "Judul", "Dinas", started_on="2022-02-30"),
        lambda: Entry("01", "Judul", "Dinas", started_on="10/01/2022"),
        lambda: Bonus("implemented", 2, "kemarin", 100, 100),
    ],
)
def test_what_is_out_of_bounds_cannot_be_made(make: Any) -> None:
    with pytest.raises(ValueError):
        make()


def test_points_need_no_weights_that_sum_to_100_percent() -> None:
    assert Rubric("r", criteria(10000, 0, 10000), total="points").find("b") is not None


def test_a_scale_knows_its_values_and_their_neighbours() -> None:
    listed = Scale(values=(100, 200, 500))
    assert [listed.allows(value) for value in (100, 300, 500)] == [True, False, True]
    assert (listed.neighbour(200, 1), listed.neighbour(500, 1), listed.neighbour(None, -1)) == (500, 500, 500)
    stepped = Scale(min=6000, max=10000, step=50)
    assert [stepped.allows(value) for value in (6000, 6025, 10000, 5950)] == [True, False, True, False]
    assert (stepped.neighbour(6000, -1), stepped.neighbour(None, 1)) == (6000, 6000)
    yes_no = Scale(check=True)
    assert (yes_no.lowest, yes_no.highest, yes_no.allows(1), yes_no.neighbour(0, 1)) == (0, 100, False, 100)


def test_the_rubric_follows_the_entrys_group() -> None:
    both = stage("final", rubric={"default": "umum", "replikasi": "r2"})
    entries = [Entry("01", "A", "D"), Entry("02", "B", "D", group="replikasi")]
    competition = contest(entries, stages=[both], rubrics=[Rubric("r2", criteria(10000))])
    assert [competition.rubric_for("final", entry).id for entry in competition.entries] == ["umum", "r2"]


def test_plain_leaves_out_what_is_absent_and_renames_what_python_reserves() -> None:
    assert plain(Advance("top", n=3)) == {"kind": "top", "n": 3}
    assert "started_on" not in plain(Entry("01", "A", "D"))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"stages": ()}, "stage"),
        ({"stages": (stage("final", rubric={"default": "hilang"}),)}, "final"),
        ({"entries": (Entry("01", "A", "D"), Entry("01", "B", "D"))}, "id"),
        ({"assignments": (Assignment("J-99", "final", "01"),)}, "J-99/final/01"),
        ({"assignments": (Assignment("J-01", "final", "99"),)}, "J-01/final/99"),
        ({"rule": Rule(ties=("criterion:hilang",))}, "criterion:hilang"),
        ({"rule": Rule(ties=("stage:hilang",))}, "stage:hilang"),
    ],
)
def test_a_name_that_leads_nowhere_is_pointed_out(changes: dict[str, Any], what: str) -> None:
    check_references(contest())
    with pytest.raises(UserError) as refused:
        check_references(replace(contest(), **changes))
    assert (refused.value.code, refused.value.facts) == ("package.bad_reference", {"what": what})
