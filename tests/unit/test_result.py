"""The published result as data, and plenary decisions that give the awards anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kipp_desktop.domain.competition import TopN
from kipp_desktop.domain.ranking import GroupRanking, Row
from kipp_desktop.domain.result import plenary_labels, result_payload
from kipp_desktop.domain.rulings import rulings_of
from tests.unit.domain_samples import contest, log, panel, rankings

LABELS = ("Juara I", "Juara II", "Juara III")
RULE = contest(3, 1, labels=LABELS).rule
TIED = panel({"01": (9000, 8000), "02": (8000, 9000), "03": (7000, 7000)})


def computed() -> tuple[GroupRanking, ...]:
    return rankings(contest(3, 1, labels=LABELS), TIED)


def plenary(**said: object) -> tuple:
    return ("plenary_decided", {"stage": "final", "group": "overall", "basis": "b", "reason": "r", **said})


def labels(*decisions: tuple) -> list[str | None]:
    applied, _ = plenary_labels(computed(), RULE, rulings_of(log(*decisions)), "b")
    return [row.label for row in applied[0].rows]


def test_a_row_is_published_with_its_exact_score() -> None:
    payload = result_payload("01J", "p" * 64, "SEMENTARA", computed(), [])
    assert payload["groups"][0]["rows"][0] == {
        "place": 1,
        "entry": "01",
        "score": "85/1",
        "jurors_counted": 1,
        "jurors_expected": 1,
        "tie_broken_by": None,
        "label": "Juara I",
    }
    assert payload["decisions"] == []
    assert Row(None, "01", None, 0, 1).exact is None


def test_an_order_gives_the_labels_of_places_one_by_one() -> None:
    assert labels() == ["Juara I", "Juara I", "Juara III"]
    assert labels(plenary(order=["02", "01", "03"])) == ["Juara II", "Juara I", "Juara III"]
    assert labels(plenary(order=["03"])) == [None, None, "Juara I"]


def test_top_n_reaches_as_far_as_the_order() -> None:
    rule = replace(RULE, labels=("Juara I",), top_n=TopN(2, "Top 2"))
    applied, _ = plenary_labels(computed(), rule, rulings_of(log(plenary(order=["02", "01", "03"]))), "b")
    assert [row.label for row in applied[0].rows] == ["Top 2", "Juara I", None]


def test_labels_as_written_take_the_place_of_all_computed_ones() -> None:
    assert labels(plenary(labels={"03": "Terpuji"})) == [None, None, "Terpuji"]


def test_places_and_scores_stay_as_computed() -> None:
    applied, used = plenary_labels(computed(), RULE, rulings_of(log(plenary(order=["03", "02"]))), "b")
    assert [(row.place, row.exact) for row in applied[0].rows] == [
        (row.place, row.exact) for row in computed()[0].rows
    ]
    assert [event.seq for event in used] == [1]


@pytest.mark.parametrize("change", [{"basis": "x"}, {"group": "category:A"}, {"stage": "awal"}])
def test_a_decision_on_another_basis_or_list_has_no_force(change: dict[str, str]) -> None:
    assert labels(plenary(order=["02", "01"], **change)) == labels()


def test_the_last_decision_in_force_rules() -> None:
    said = [plenary(order=["02"]), plenary(order=["01"]), plenary(order=["03"], basis="x")]
    assert labels(*said) == ["Juara I", None, None]
