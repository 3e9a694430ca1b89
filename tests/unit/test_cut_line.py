"""Where a ranking is cut: by number, by score, with a tie across the line, and at a Top N."""

from __future__ import annotations

from kipp_desktop.domain.competition import Advance, TopN
from kipp_desktop.gui.models.cut_line import cut_line
from tests.unit import domain_samples as samples

VALUES = {"01": (9000, 9000), "02": (8000, 8000), "03": (8000, 8000), "04": (7000, 7000)}


def _line(stage="proposal", advance=None, **rule):
    stages = [samples.stage("proposal", advance=advance or Advance("all"), weight_bp=0)]
    stages.append(samples.stage("final", weight_bp=10000))
    competition = samples.contest(entries=4, jurors=1, stages=stages, **rule)
    files = [samples.file("J-01", VALUES, stage=stage)]
    (ranking,) = samples.rankings(competition, files, stage=stage)
    return cut_line(competition, ranking)


def test_the_line_is_below_the_last_who_goes_on():
    line = _line(advance=Advance("top", n=1))
    assert line.below == "01" and set(line.words) == {"01"}


def test_a_tie_across_the_cut_stands_on_the_line_until_the_plenary_has_decided():
    line = _line(advance=Advance("top", n=2, at_tie="plenary"))
    assert line.below == "01" and set(line.words) == {"01", "02", "03"}
    assert line.words["02"] == line.words["03"] != line.words["01"]


def test_everybody_of_a_tie_goes_on_where_the_rule_takes_all():
    line = _line(advance=Advance("top", n=2, at_tie="all"))
    assert line.below == "03" and len(set(line.words.values())) == 1


def test_a_threshold_cuts_by_score():
    assert _line(advance=Advance("threshold", min=8000)).below == "03"


def test_the_last_stage_is_cut_at_its_top_n():
    line = _line(stage="final", top_n=TopN(3, "Top 3"))
    assert line.below == "03" and set(line.words.values()) == {""}


def test_no_line_where_everybody_goes_on():
    assert _line().below is None and _line(advance=Advance("top", n=9)).below is None
