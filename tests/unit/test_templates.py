"""The shipped templates are competitions that can be opened, issued and ranked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import setting_up
from kipp_desktop.services.masters import load_state


@pytest.mark.parametrize("name", setting_up.template_names())
def test_every_template_makes_a_master(name: str, tmp_path: Path) -> None:
    master = setting_up.new_master(tmp_path / "m.kipp", name)
    try:
        with master.store.begin() as tx:
            competition = load_state(tx).competition
    finally:
        master.close()
    assert competition.stages[-1].form == "scored"
    assert [juror.id for juror in competition.jurors if juror.spare] == ["J-91", "J-92"]
    assert all(text.en for rubric in competition.rubrics for text in [one.name for one in rubric.criterion])


def test_five_criteria_are_the_national_ones_with_equal_weights(tmp_path: Path) -> None:
    (rubric,) = setting_up.read_template("lima-kriteria")["rubric"]
    assert [one["id"] for one in rubric["criterion"]] == [
        "kebaruan",
        "efektif",
        "bermanfaat",
        "replikasi",
        "berkelanjutan",
    ]
    assert {one["weight_bp"] for one in rubric["criterion"]} == {2000}
    assert {tuple(one["scale"].values()) for one in rubric["criterion"]} == {(0, 10000, 100)}


def test_wonosobo_2024_goes_from_a_gate_over_a_curated_cut_to_the_final() -> None:
    stages = setting_up.read_template("wonosobo-2024")["stage"]
    assert [(stage["id"], stage["advance"]["kind"]) for stage in stages] == [
        ("administrasi", "pass"),
        ("kurasi", "curated"),
        ("final", "all"),
    ]


def test_an_unknown_template_names_those_there_are() -> None:
    with pytest.raises(UserError) as refused:
        setting_up.read_template("nganjuk")
    assert refused.value.code == "template.unknown"
    assert "lima-kriteria" in str(refused.value.facts["known"])
