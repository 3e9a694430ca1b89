"""The verifier against bundles made by hand from docs/formats.md: good ones pass, tampering fails a step."""

from __future__ import annotations

import ast
import copy
import json
import os
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop import verifier
from tests.unit.verifier_bundles import (
    RULE,
    Contest,
    Key,
    b64,
    criterion,
    digest,
    jcs,
    payload,
    row,
    rubric,
    sha,
    stage,
    unawarded,
)  # fmt: skip


def flat(*points: float) -> dict[str, list[int | None]]:
    """One sheet an entry, every criterion with the same value in points."""
    return {f"{number:02}": [int(value * 100)] * 3 for number, value in enumerate(points, start=1)}


def write(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    return path


def check(
    tmp_path: Path, lines: list[dict[str, Any]], *receipts: dict[str, Any], expect: str | None = None
) -> verifier.Report:
    witnesses = [tmp_path / f"{number}.terima" for number in range(len(receipts))]
    for path, receipt in zip(witnesses, receipts, strict=True):
        path.write_text(json.dumps(receipt))
    return verifier.verify(write(tmp_path / "OUT.hasil", lines), witnesses, expect)


def failed(report: verifier.Report) -> list[str]:
    return [step.name for step in report.steps if not step.ok]


def said(report: verifier.Report, name: str) -> str:
    return next(step.detail_en for step in report.steps if step.name == name)


def assert_passes(report: verifier.Report) -> None:
    assert report.ok, [(step.name, step.detail_en) for step in report.steps if not step.ok]
    assert report.exit_code == 0


PLAIN_ROWS = [row(1, "02", "86"), row(2, "01", "85"), row(3, "03", "70"), row(4, "04", "60")]


def plain(**package: Any) -> Contest:
    """Three jurors, four entries, every sheet locked."""
    contest = Contest(**package)
    contest.tell("package_issued", version=1)
    contest.score("J-01", flat(80, 90, 70, 60))
    contest.score("J-02", flat(85, 88, 70, 60))
    contest.score("J-03", flat(90, 80, 70, 60))
    contest.checkpoint()
    return contest


def ranked(tmp_path: Path, contest: Contest, groups: Any, decisions: Any = ()) -> None:
    assert_passes(check(tmp_path, contest.lines(contest.result(groups, decisions=decisions))))


def with_rule(**changes: Any) -> dict[str, Any]:
    return {"rule": {**copy.deepcopy(RULE), **changes}}


# ---- whole bundles that pass


def test_plain_contest_passes_and_shows_its_ranking(tmp_path: Path) -> None:
    contest = plain()
    receipt = contest.receipt("J-02", [digest(contest.scores[1])])
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)), receipt)
    assert_passes(report)
    assert [step.name for step in report.steps] == [
        "read", "canonical", "keys", "packages", "enrolments", "signatures", "scores", "log", "checkpoints",
        "witnesses", "derivation", "ranking", "result", "status",
    ]  # fmt: skip
    first = report.groups[0].rows[0]
    assert (first.place, first.entry, first.title, first.score) == (1, "02", "Inovasi 02", Fraction(86))
    assert report.status == "SEMENTARA"


def hard_day() -> tuple[Contest, list[dict[str, Any]]]:
    """Two laptops in conflict, a revoked clone, a superseded file, a late one; decided and finalised."""
    contest = Contest()
    contest.tell("package_issued", version=1)
    home = contest.score("J-01", flat(80, 90, 70, 60), device="home")
    loan = contest.score("J-01", {"01": [9000, 8000, 8000]}, device="loan")
    for name in ("home", "loan"):
        contest.tell("device_confirmed", juror="J-01", device=Key(f"J-01 {name}").public)
    kept = contest.score("J-02", flat(85, 88, 70, 60), device="old")
    stolen = contest.score("J-02", flat(10, 10, 100, 10), device="old", ancestors=[kept])
    contest.tell("device_revoked", juror="J-02", device=Key("J-02 old").public, keep=[kept])
    early = contest.score("J-03", flat(50, 50, 50, 50))
    contest.checkpoint()
    latest = contest.score("J-03", flat(90, 80, 70, 60), ancestors=[early], seen=contest.checkpoints[-1])
    received = [home, loan, kept, stolen, early, latest]
    contest.tell("intake_closed", stage="final", received=sorted(received))
    contest.score("J-03", flat(0, 0, 0, 100), ancestors=[early, latest])  # late
    contest.tell(
        "conflict_decided", juror="J-01", stage="final", entry="01", criterion="kebaruan", choice=9000,
        basis=sorted([home, loan]), reason="dipilih juri", present=["J-01"],
    )  # fmt: skip
    rows = [row(1, "01", "260/3"), row(2, "02", "86"), row(3, "03", "70"), row(4, "04", "60")]
    contest.finalise(rows)
    contest.checkpoint()
    return contest, rows


def test_hard_day_passes_as_final(tmp_path: Path) -> None:
    contest, rows = hard_day()
    report = check(tmp_path, contest.lines(contest.result(rows, "FINAL")))
    assert_passes(report)
    assert report.status == "FINAL"


def test_public_variant_passes_without_people_and_with_hidden_bodies(tmp_path: Path) -> None:
    contest, rows = hard_day()
    contest.hidden = {"package_issued"}
    report = check(tmp_path, contest.lines(contest.result(rows, "FINAL"), public=True))
    assert_passes(report)
    assert "1 hidden" in said(report, "log")


def test_reopened_intake_lets_the_late_file_count(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("intake_closed", stage="final", received=sorted(digest(score) for score in contest.scores))
    late = contest.score("J-03", flat(90, 80, 70, 90), ancestors=[digest(contest.scores[2])])
    contest.tell("intake_reopened", stage="final", digests=[late], reason="flashdisk rusak")
    ranked(tmp_path, contest, [*PLAIN_ROWS[:2], row(3, "03", "70"), row(3, "04", "70")])


def test_second_device_is_waiting_and_then_none_counts(tmp_path: Path) -> None:
    contest = plain()
    contest.scores.pop()
    contest.score("J-03", flat(90, 80, 70))
    contest.score("J-03", {"04": [6000, 6000, 6000]}, device="unknown")
    rows = [row(1, "02", "89", 2), row(2, "01", "165/2", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)]
    ranked(tmp_path, contest, rows)
    contest.tell("device_confirmed", juror="J-03", device=Key("J-03 laptop").public)
    ranked(tmp_path, contest, [*PLAIN_ROWS[:3], row(4, "04", "60", 2)])
    contest.tell("device_confirmed", juror="J-03", device=Key("J-03 unknown").public)
    ranked(tmp_path, contest, PLAIN_ROWS)


def test_only_known_device_waits_once_another_was_revoked(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("device_revoked", juror="J-03", device=Key("J-03 lost").public, keep=[])
    rows = [row(1, "02", "89", 2), row(2, "01", "165/2", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)]
    ranked(tmp_path, contest, rows)


def test_key_rotation_carries_trust_to_the_new_key(tmp_path: Path) -> None:
    contest = plain()
    contest.rotate("second organiser")
    contest.issue()
    contest.checkpoint()
    ranked(tmp_path, contest, PLAIN_ROWS)


def test_two_stages_with_gate_and_weights(tmp_path: Path) -> None:
    stages = [
        stage("adm", form="checklist", panel="panitia", weight_bp=0, rubric={}),
        stage("proposal", weight_bp=4000, rubric={"default": "naskah"}),
        stage("final", weight_bp=6000),
    ]
    rubrics = [
        rubric(
            "umum", [criterion("kebaruan", 5000), criterion("efektif", 3000), criterion("bermanfaat", 2000)]
        ),
        rubric("naskah", [criterion("isi", 10000)]),
    ]
    contest = Contest(stages=stages, rubrics=rubrics, **with_rule(ties=["stage:proposal"]))
    contest.tell("gate_entered", stage="adm", entry="04", criterion=None, value=0, reason="tidak lengkap")
    contest.tell("stage_advanced", stage="adm", entries=["01", "02", "03"], basis="0" * 64)
    contest.tell("stage_advanced", stage="proposal", entries=["03"], basis="0" * 64)
    contest.tell(
        "stage_advanced", stage="proposal", entries=["02", "01"], basis="0" * 64
    )  # the last one rules
    for juror in contest.juror_ids:
        first = contest.score(
            juror, {"01": [7000], "02": [8000], "03": [6000]}, where="proposal", names=["isi"]
        )
        both = payload(contest.scores.pop())
        contest.score(juror, flat(90, 80), ancestors=[])
        final = payload(contest.scores.pop())
        final["cells"] = sorted(both["cells"] + final["cells"], key=lambda cell: cell[:3])
        final["sheets"] = sorted(both["sheets"] + final["sheets"])
        contest.scores.append(Key(f"{juror} laptop").dsse("score", final))
        assert first
    proposal = [row(1, "02", "80"), row(2, "01", "70"), row(3, "03", "60")]
    final_rows = [row(1, "01", "82"), row(2, "02", "80")]
    ranked(
        tmp_path, contest, {("proposal", "overall"): unawarded(proposal), ("final", "overall"): final_rows}
    )


def test_organisers_own_scored_stage_is_one_sheet(tmp_path: Path) -> None:
    stages = [
        stage("survei", panel="panitia", weight_bp=5000, rubric={"default": "naskah"}),
        stage("final", weight_bp=5000),
    ]
    rubrics = [
        rubric(
            "umum", [criterion("kebaruan", 5000), criterion("efektif", 3000), criterion("bermanfaat", 2000)]
        ),
        rubric("naskah", [criterion("isi", 10000)]),
    ]
    contest = plain(stages=stages, rubrics=rubrics)
    for entry, value in (("01", 5000), ("02", 1000), ("02", 6000), ("03", 7000)):
        contest.tell(
            "gate_entered", stage="survei", entry=entry, criterion="isi", value=value, reason="survei"
        )
    survey = [
        row(1, "03", "70", 1, 1), row(2, "02", "60", 1, 1), row(3, "01", "50", 1, 1), row(None,
        "04", None, 0, 0),
    ]  # fmt: skip
    final = [row(1, "02", "73"), row(2, "03", "70"), row(3, "01", "135/2"), row(None, "04", None, 0)]
    ranked(tmp_path, contest, {("survei", "overall"): unawarded(survey), ("final", "overall"): final})


# ---- derivation


def test_paper_entry_conflicts_with_a_digital_value_until_withdrawn(tmp_path: Path) -> None:
    contest = plain()
    cells = [[name, 1, 9900] for name in ("kebaruan", "efektif", "bermanfaat")]
    paper = contest.tell(
        "paper_entered", juror="J-01", stage="final", entry="01", cells=cells, operators=["A", "B"],
        scan_sha256=None,
    )  # fmt: skip
    rows = [row(1, "01", "175/2", 2), row(2, "02", "86"), row(3, "03", "70"), row(4, "04", "60")]
    ranked(tmp_path, contest, rows)
    contest.tell("paper_withdrawn", paper=paper, reason="salah lembar")
    ranked(tmp_path, contest, PLAIN_ROWS)


def test_paper_alone_counts_as_a_locked_sheet(tmp_path: Path) -> None:
    contest = plain()
    contest.scores.pop()
    for entry, value in (("01", 9000), ("02", 8000), ("03", 7000), ("04", 6000)):
        cells = [[name, 1, value] for name in ("kebaruan", "efektif", "bermanfaat")]
        contest.tell(
            "paper_entered", juror="J-03", stage="final", entry=entry, cells=cells, operators=["A", "B"],
            scan_sha256=None,
        )  # fmt: skip
    ranked(tmp_path, contest, PLAIN_ROWS)


@pytest.mark.parametrize("operators", [["A"], ["A", "A"], []])
def test_paper_on_the_word_of_one_person_fails_until_it_is_withdrawn(
    tmp_path: Path, operators: list[str]
) -> None:
    contest = plain()
    cells = [[name, 1, 9900] for name in ("kebaruan", "efektif", "bermanfaat")]
    paper = contest.tell(
        "paper_entered", juror="J-01", stage="final", entry="01", cells=cells, operators=operators,
        scan_sha256=None,
    )  # fmt: skip
    rows = [row(1, "01", "175/2", 2), row(2, "02", "86"), row(3, "03", "70"), row(4, "04", "60")]
    contest.checkpoint()
    report = check(tmp_path, contest.lines(contest.result(rows)))
    assert failed(report) == ["derivation"]
    assert "not typed by two people" in said(report, "derivation")
    contest.tell("paper_withdrawn", paper=paper, reason="diketik satu orang")
    ranked(tmp_path, contest, PLAIN_ROWS)


@pytest.mark.parametrize("name", [None, "kebaruan"])
def test_decision_holds_while_its_basis_is_the_present_heads(tmp_path: Path, name: str | None) -> None:
    contest = plain()
    first = digest(contest.scores[0])
    second = contest.score("J-01", {"01": [5000, 8000, 8000]}, device="loan")
    for device in ("laptop", "loan"):
        contest.tell("device_confirmed", juror="J-01", device=Key(f"J-01 {device}").public)
    told = {"juror": "J-01", "stage": "final", "entry": "01", "criterion": name, "reason": "x", "present": []}
    undecided = [row(1, "01", "175/2", 2), row(2, "02", "86"), row(3, "03", "70"), row(4, "04", "60")]
    contest.tell("conflict_decided", **told, choice=7700 if name else "0" * 64, basis=sorted([first, second]))
    ranked(tmp_path, contest, undecided)  # nobody's choice
    contest.tell("conflict_decided", **told, choice=5000 if name else second, basis=sorted([first, second]))
    ranked(tmp_path, contest, [row(1, "02", "86"), row(2, "01", "80"), *PLAIN_ROWS[2:]])
    contest.tell("conflict_decided", **told, choice=8000 if name else first, basis=sorted([first, second]))
    ranked(tmp_path, contest, PLAIN_ROWS)  # the last decision rules
    contest.score("J-01", {"01": [5500, 8000, 8000]}, device="loan", ancestors=[second])
    ranked(tmp_path, contest, undecided)


def test_sheet_decision_settles_differing_states(tmp_path: Path) -> None:
    contest = plain()
    first = digest(contest.scores[0])
    second = contest.score("J-01", {}, states={"01": "abstained"}, device="loan")
    for device in ("laptop", "loan"):
        contest.tell("device_confirmed", juror="J-01", device=Key(f"J-01 {device}").public)
    told = {"juror": "J-01", "stage": "final", "entry": "01", "criterion": None, "reason": "x", "present": []}
    ranked(tmp_path, contest, [row(1, "01", "175/2", 2), row(2, "02", "86"), *PLAIN_ROWS[2:]])
    contest.tell("conflict_decided", **told, choice=first, basis=sorted([first, second]))
    ranked(tmp_path, contest, PLAIN_ROWS)


def test_union_of_two_laptops_that_nobody_locked_is_reopened(tmp_path: Path) -> None:
    contest = plain()
    contest.scores.pop(0)
    contest.score("J-01", {"01": [8000, 8000]}, names=["kebaruan", "efektif"])
    contest.score("J-01", {"01": [8000]}, names=["bermanfaat"], device="loan")
    for name in ("laptop", "loan"):
        contest.tell("device_confirmed", juror="J-01", device=Key(f"J-01 {name}").public)
    rows = [row(1, "01", "175/2", 2), row(2, "02", "84", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)]
    ranked(tmp_path, contest, rows)


def test_new_rev_of_a_criterion_makes_older_cells_count_no_more(tmp_path: Path) -> None:
    contest = plain()
    rubrics = copy.deepcopy(contest.body["rubrics"])
    rubrics[0]["criterion"][0]["rev"] = 2
    contest.issue(rubrics=rubrics)
    contest.score("J-01", flat(80, 90, 70, 60), ancestors=[digest(contest.scores[0])], revs={"kebaruan": 2})
    rows = [row(1, "02", "90", 1), row(2, "01", "80", 1), row(3, "03", "70", 1), row(4, "04", "60", 1)]
    ranked(tmp_path, contest, rows)


def test_recused_and_abstained_leave_the_mean_but_only_recused_leaves_the_expected(tmp_path: Path) -> None:
    contest = Contest()
    contest.score("J-01", flat(80, 90, 70, 60))
    contest.score("J-02", flat(85, 88, 70, 60), states={"01": "abstained"})
    contest.score("J-03", flat(90, 80, 70, 60))
    contest.tell("recused", juror="J-03", stage="final", entry="02", reason="satu instansi")
    contest.tell("recused", juror="J-91", stage="final", entry="02", reason="tidak berlaku")
    rows = [row(1, "02", "89", 2, 2), row(2, "01", "85", 2, 3), row(3, "03", "70"), row(4, "04", "60")]
    ranked(tmp_path, contest, rows)


def test_replaced_juror_and_named_spare(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("juror_named", juror="J-91", who="0" * 64, letter="ST-1")
    contest.tell("juror_replaced", **{"from": "J-01", "to": "J-91"}, reason="sakit")
    contest.score("J-91", flat(50, 50, 50, 50))
    rows = [row(1, "01", "75"), row(2, "02", "218/3"), row(3, "03", "190/3"), row(4, "04", "170/3")]
    ranked(tmp_path, contest, rows)


def test_spare_seat_owes_what_it_replaces_even_before_it_is_named(tmp_path: Path) -> None:
    contest = plain()
    contest.score("J-91", flat(90, 80, 70, 60))
    contest.tell("juror_replaced", **{"from": "J-03", "to": "J-91"}, reason="sakit")
    ranked(tmp_path, contest, PLAIN_ROWS)


def test_spare_seat_counts_only_once_named(tmp_path: Path) -> None:
    contest = plain()
    contest.score("J-91", flat(100, 100, 100, 100))
    ranked(tmp_path, contest, PLAIN_ROWS)
    contest.tell("juror_named", juror="J-91", who="0" * 64, letter="ST-1")
    rows = [
        row(1, "02", "179/2", 4, 4),
        row(2, "01", "355/4", 4, 4),
        row(3, "03", "155/2", 4, 4),
        row(4, "04", "70", 4, 4),
    ]
    ranked(tmp_path, contest, rows)


# ---- the rule's choices


@pytest.mark.parametrize(
    ("method", "scores"),
    [
        ({"kind": "mean"}, {"02": "86", "01": "85", "03": "70", "04": "60"}),
        ({"kind": "sum"}, {"02": "258", "01": "255", "03": "210", "04": "180"}),
        ({"kind": "median"}, {"02": "88", "01": "85", "03": "70", "04": "60"}),
        ({"kind": "trimmed", "k": 1, "per": "total"}, {"02": "86", "01": "85", "03": "70", "04": "60"}),
    ],
)
def test_panel_methods(tmp_path: Path, method: dict[str, Any], scores: dict[str, str]) -> None:
    rows = [row(place, entry, score) for place, (entry, score) in enumerate(scores.items(), start=1)]
    ranked(tmp_path, plain(**with_rule(panel_method=method)), rows)


THREE = {"J-01": (90, 80, 70), "J-02": (60, 70, 50)}  # points of 01, 02, 03


@pytest.mark.parametrize(
    ("method", "rows"),
    [
        # ranks 1, 2 and 2, 1 of three: 100 and 50 points each; 03 is last twice
        ({"kind": "rank_sum"}, [(1, "01", "75"), (1, "02", "75"), (3, "03", "0")]),
        # J-02 counts twice: (90 + 2·60) / 3, (80 + 2·70) / 3, (70 + 2·50) / 3
        (
            {"kind": "mean", "juror_weight_bp": {"J-02": 20000}},
            [(1, "02", "220/3"), (2, "01", "70"), (3, "03", "170/3")],
        ),
        (
            {"kind": "sum", "juror_weight_bp": {"J-02": 20000}},
            [(1, "02", "220"), (2, "01", "210"), (3, "03", "170")],
        ),
        # more than half of the weight is J-02's
        (
            {"kind": "median", "juror_weight_bp": {"J-02": 20000}},
            [(1, "02", "70"), (2, "01", "60"), (3, "03", "50")],
        ),
        (
            {"kind": "rank_sum", "juror_weight_bp": {"J-02": 30000}},
            [(1, "02", "175/2"), (2, "01", "125/2"), (3, "03", "0")],
        ),
    ],
)
def test_rank_sums_and_weights_by_hand(
    tmp_path: Path, method: dict[str, Any], rows: list[tuple[int, str, str]]
) -> None:
    contest = Contest(entries=3, jurors=2, **with_rule(panel_method=method))
    for juror, points in THREE.items():
        contest.score(juror, flat(*points))
    ranked(tmp_path, contest, [row(place, entry, score, 2, 2) for place, entry, score in rows])


def test_median_of_an_even_number_is_the_mean_of_the_middle_two(tmp_path: Path) -> None:
    contest = Contest(entries=1, jurors=4, **with_rule(panel_method={"kind": "median"}))
    for juror, points in zip(contest.juror_ids, (90, 10, 70, 60), strict=True):
        contest.score(juror, flat(points))
    ranked(tmp_path, contest, [row(1, "01", "65", 4, 4)])


@pytest.mark.parametrize(("per", "score"), [("total", "80"), ("criterion", "230/3")])
def test_trimmed_mean_from_five_jurors_up(tmp_path: Path, per: str, score: str) -> None:
    method = {"kind": "trimmed", "k": 1, "per": per}
    contest = Contest(entries=1, jurors=5, **with_rule(panel_method=method))
    grid: list[list[int | None]] = [
        [10000, 6000, 6000], [6000, 10000, 10000], [8000, 8000, 8000], [8000, 8000, 8000], [7000, 7000, 7000],
    ]  # fmt: skip
    for juror, values in zip(contest.juror_ids, grid, strict=True):
        contest.score(juror, {"01": values})
    # totals 80, 80, 80, 80, 70 → middle three 80; per criterion (80+80+70)/3 for each
    ranked(tmp_path, contest, [row(1, "01", score, 5, 5)])


@pytest.mark.parametrize(
    ("settings_", "score"),
    [
        ({"total": "weighted", "normalise": "none"}, (7 + Fraction(28, 10)) / 2),
        ({"total": "weighted", "normalise": "max"}, (Fraction(700, 10) + Fraction(280, 4)) / 2),
        ({"total": "weighted", "normalise": "range"}, (Fraction(100 * 2, 5) + Fraction(100 * 18, 30)) / 2),
        ({"total": "points", "normalise": "none"}, Fraction(98, 10)),
        ({"total": "points", "normalise": "max"}, Fraction(980, 14)),
        ({"total": "points", "normalise": "range"}, Fraction(100 * 380, 800)),
    ],
)
def test_sheet_totals(tmp_path: Path, settings_: dict[str, str], score: Fraction) -> None:
    criteria = [
        criterion("a", 5000, min=500, max=1000, step=50),
        criterion("b", 5000, values=[100, 200, 280, 400]),
        criterion("c", 0),
    ]
    contest = Contest(
        entries=1, jurors=1, rubrics=[rubric("umum", criteria, **settings_)], **with_rule(ties=[])
    )
    contest.score("J-01", {"01": [700, 280, 100]}, names=["a", "b", "c"])
    ranked(tmp_path, contest, [row(1, "01", str(score), 1, 1)])


def test_incomplete_sheet_is_not_counted_unless_missing_is_zero_by_rule(tmp_path: Path) -> None:
    for incomplete, rows in (
        ("not_counted", [row(1, "01", "90", 1, 2)]),
        ("missing_as_zero", [row(1, "01", "65", 2, 2)]),
    ):
        criteria = [criterion(name, weight) for name, weight in (("a", 5000), ("b", 5000))]
        umum = rubric("umum", criteria, incomplete=incomplete)
        contest = Contest(entries=1, jurors=2, rubrics=[umum], **with_rule(ties=[]))
        contest.score("J-01", {"01": [9000, 9000]}, names=["a", "b"])
        contest.score("J-02", {"01": [8000, None]}, names=["a", "b"])
        ranked(tmp_path, contest, rows)


def test_missing_is_never_zero_where_the_cell_is_outdated(tmp_path: Path) -> None:
    criteria = [criterion(name, weight) for name, weight in (("a", 5000), ("b", 5000))]
    rubrics = [rubric("umum", criteria, incomplete="missing_as_zero")]
    contest = Contest(entries=1, jurors=2, rubrics=rubrics, **with_rule(ties=[], counts="drafts"))
    contest.score("J-01", {"01": [9000, 9000]}, names=["a", "b"])
    changed = copy.deepcopy(rubrics)
    changed[0]["criterion"][0]["rev"] = 2
    contest.issue(rubrics=changed)
    contest.score("J-02", {"01": [8000, 8000]}, names=["a", "b"], revs={"a": 2})
    ranked(tmp_path, contest, [row(1, "01", "80", 1, 2)])


def test_partial_jurors_drop_out_where_the_rule_excludes_them(tmp_path: Path) -> None:
    for setting, rows in (
        ("count", [row(1, "02", "86"), row(2, "01", "85"), row(3, "03", "70"), row(4, "04", "60", 2)]),
        (
            "exclude",
            [row(1, "02", "89", 2), row(2, "01", "165/2", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)],
        ),
    ):
        contest = Contest(**with_rule(partial_jurors=setting))
        contest.score("J-01", flat(80, 90, 70, 60))
        contest.score("J-02", flat(85, 88, 70, 60))
        contest.score("J-03", flat(90, 80, 70))
        ranked(tmp_path, contest, rows)


def test_a_withdrawn_entry_makes_nobody_partial(tmp_path: Path) -> None:
    contest = Contest(**with_rule(partial_jurors="exclude"))
    for juror in contest.juror_ids:
        contest.score(juror, flat(80, 90, 70))
    contest.tell("entry_withdrawn", entry="04", reason="mundur")
    ranked(
        tmp_path,
        contest,
        [row(1, "02", "90"), row(2, "01", "80"), row(3, "03", "70"), row(None, "04", None, 0)],
    )


def test_drafts_count_where_the_rule_says_so_and_are_never_final(tmp_path: Path) -> None:
    contest = Contest(entries=1, jurors=2, **with_rule(counts="drafts"))
    contest.score("J-01", flat(80))
    contest.score("J-02", flat(90), states={"01": "draft"})
    rows = [row(1, "01", "85", 2, 2)]
    contest.finalise(rows)
    ranked(tmp_path, contest, rows)


def test_entry_without_the_stage_of_the_chain_stands_below_a_zero_there(tmp_path: Path) -> None:
    stages = [
        stage("survei", panel="panitia", weight_bp=0, rubric={"default": "naskah"}),
        stage("final", weight_bp=10000),
    ]
    rubrics = [rubric("umum", [criterion("a", 10000)]), rubric("naskah", [criterion("isi", 10000)])]
    contest = Contest(entries=2, jurors=1, stages=stages, rubrics=rubrics, **with_rule(ties=["stage:survei"]))
    contest.tell("gate_entered", stage="survei", entry="02", criterion="isi", value=0, reason="survei")
    contest.score("J-01", {"01": [8000], "02": [8000]}, names=["a"])
    final = [row(1, "02", "80", 1, 1, "stage:survei"), row(2, "01", "80", 1, 1, "stage:survei")]
    survey = [row(1, "02", "0", 1, 1), row(None, "01", None, 0, 0)]
    ranked(tmp_path, contest, {("survei", "overall"): unawarded(survey), ("final", "overall"): final})


def test_tie_chain_names_the_link_that_parted(tmp_path: Path) -> None:
    contest = Contest(jurors=1)
    # totals: 01 = 80, 02 = 80 (more kebaruan), 03 = 80 (kebaruan as 01, more efektif), 04 = 80 exactly as 01
    values: dict[str, list[int | None]] = {
        "01": [8000, 8000, 8000], "02": [8600, 8000, 6500], "03": [8000, 8200, 7700], "04": [8000,
        8000, 8000],
    }  # fmt: skip
    contest.score("J-01", values)
    novelty, effect = "criterion:kebaruan", "criterion:efektif"
    rows = [
        row(1, "02", "80", 1, 1, novelty), row(2, "03", "80", 1, 1, effect),
        row(3, "01", "80", 1, 1, effect), row(3, "04", "80", 1, 1, effect),
    ]  # fmt: skip
    ranked(tmp_path, contest, rows)


@pytest.mark.parametrize(
    ("after", "places"), [("joint", (1, 1, 3)), ("dense", (1, 1, 2)), ("plenary", (1, 1, 3))]
)
def test_what_follows_a_tie(tmp_path: Path, after: str, places: tuple[int, ...]) -> None:
    contest = Contest(entries=3, jurors=1, **with_rule(after_ties=after))
    contest.score("J-01", flat(80, 80, 70))
    score = ("80", "80", "70")
    rows = [row(place, f"0{n}", score[n - 1], 1, 1) for n, place in enumerate(places, start=1)]
    ranked(tmp_path, contest, rows)


def test_tie_decision_holds_while_its_basis_does(tmp_path: Path) -> None:
    contest = Contest(entries=3, jurors=1, **with_rule(after_ties="plenary"))
    contest.score("J-01", flat(80, 80, 70))
    told = {"stage": "final", "group": "overall", "order": ["02", "01"], "reason": "undian", "present": []}
    contest.tell("tie_decided", **told, basis=[["01", "80/1"], ["02", "80/1"]], method="lot")
    rows = [row(1, "02", "80", 1, 1, "lot"), row(2, "01", "80", 1, 1, "lot"), row(3, "03", "70", 1, 1)]
    ranked(tmp_path, contest, rows, [(1, "tie_decided")])
    contest.score("J-01", flat(81, 81, 70), ancestors=[digest(contest.scores[0])])
    ranked(tmp_path, contest, [row(1, "01", "81", 1, 1), row(1, "02", "81", 1, 1), row(3, "03", "70", 1, 1)])


def test_plenary_gives_the_awards_anew_and_leaves_the_places(tmp_path: Path) -> None:
    contest = plain()
    basis = sha(jcs(contest.result(PLAIN_ROWS)))
    where = {"stage": "final", "group": "overall", "basis": basis, "reason": "pemerataan", "present": []}
    contest.tell("plenary_decided", **where, order=["03", "02"])
    rows = [
        row(1, "02", "86", label="Juara II"), row(2, "01", "85", label=None),
        row(3, "03", "70", label="Juara I"), row(4, "04", "60"),
    ]  # fmt: skip
    ranked(tmp_path, contest, rows, [(2, "plenary_decided")])
    contest.tell("plenary_decided", **where, labels={"04": "Terpuji"})
    contest.tell("plenary_decided", **{**where, "basis": "0" * 64}, labels={"04": "void"})
    rows = [{**line, "label": None} for line in PLAIN_ROWS[:3]] + [row(4, "04", "60", label="Terpuji")]
    ruled = [(3, "plenary_decided")]
    ranked(tmp_path, contest, rows, ruled)
    contest.finalise(rows, ruled)
    assert_passes(check(tmp_path, contest.lines(contest.result(rows, "FINAL", ruled))))


def test_ranking_groups_labels_by_order_and_top_n(tmp_path: Path) -> None:
    rule = with_rule(
        groups=["overall", "category"], labels=["Terbaik"], labels_follow="order", top_n={"n": 2,
        "name": "Top 2", "listed": "number"},
    )  # fmt: skip
    entries = [
        {"id": "01", "title": "A", "institution": "x", "category": "Kesehatan"},
        {"id": "02", "title": "B", "institution": "x", "category": "Air"},
        {"id": "03", "title": "C", "institution": "x", "category": "Kesehatan"},
        {"id": "04", "title": "D", "institution": "x"},
    ]
    contest = Contest(jurors=1, entries=4, **rule)
    contest.packages.clear()
    contest.issue(entries=entries)
    contest.score("J-01", flat(80, 80, 70, 60))
    best = {"label": "Terbaik"}
    groups = {
        ("final", "overall"): [
            row(1, "01", "80", 1, 1, **best), row(1, "02", "80", 1, 1, label="Top 2"),
            row(3, "03", "70", 1, 1, label=None), row(4, "04", "60", 1, 1, label=None),
        ],
        ("final", "category:Air"): [row(1, "02", "80", 1, 1, **best)],
        ("final", "category:Kesehatan"): [row(1, "01", "80", 1, 1, **best), row(2, "03", "70", 1,
        1, label="Top 2")],
    }  # fmt: skip
    ranked(tmp_path, contest, groups)


def test_rank_on_published_precision_hands_near_ties_to_the_chain(tmp_path: Path) -> None:
    contest = Contest(
        entries=2,
        jurors=3,
        **with_rule(rank_on="published", published_decimals=0, ties=["criterion:efektif"]),
    )
    # exact means 80 and 241/3; both are published as 80, and the chain prefers efektif of 01
    for juror, second in (("J-01", 8000), ("J-02", 8000), ("J-03", 8200)):
        contest.score(juror, {"01": [7400, 9000, 8000], "02": [second, 8000, 8000]})
    rows = [
        row(1, "01", "80", tie="criterion:efektif"),
        row(2, "02", "241/3", tie="criterion:efektif"),
    ]
    ranked(tmp_path, contest, rows)


def test_bonus_by_implementation_date_and_by_decision(tmp_path: Path) -> None:
    bonus = [
        {"kind": "implemented", "years": 2, "on": "2024-10-24", "points": 300, "cap": 200, "applies": "final"}
    ]
    contest = Contest(entries=2, jurors=1, bonus=bonus)
    contest.packages.clear()
    entries = copy.deepcopy(contest.body["entries"])
    entries[0]["started_on"], entries[1]["started_on"] = "2022-10-25", "2022-10-24"
    contest.issue(entries=entries)
    contest.score("J-01", flat(80, 80))
    contest.tell("bonus_decided", entry="01", points=-50, reason="lewat waktu")
    ranked(tmp_path, contest, [row(1, "02", "82", 1, 1), row(2, "01", "159/2", 1, 1)])


def test_rubric_follows_the_group_of_the_entry(tmp_path: Path) -> None:
    rubrics = [rubric("umum", [criterion("a", 10000)]), rubric("khusus", [criterion("b", 10000)])]
    stages = [stage("final", rubric={"default": "umum", "replikasi": "khusus"})]
    contest = Contest(entries=2, jurors=1, stages=stages, rubrics=rubrics, **with_rule(ties=["criterion:a"]))
    contest.packages.clear()
    entries = copy.deepcopy(contest.body["entries"])
    entries[0]["group"] = "replikasi"
    contest.issue(entries=entries)
    contest.score("J-01", {"01": [8000]}, names=["b"])
    one = payload(contest.scores.pop())
    one["cells"] = [["final", "01", "b", 1, 8000], ["final", "02", "a", 1, 8000]]
    one["sheets"] = [["final", "01", "locked", None], ["final", "02", "locked", None]]
    contest.scores.append(Key("J-01 laptop").dsse("score", one))
    ranked(
        tmp_path, contest, [row(1, "02", "80", 1, 1, "criterion:a"), row(2, "01", "80", 1, 1, "criterion:a")]
    )


@pytest.mark.parametrize(
    "change",
    [
        {"panel_method": {"kind": "vote"}}, {"panel_method": {"kind": "mean", "weights": {"J-01": 2}}},
        {"ties": ["coin"]}, {"after_ties": "shout"}, {"groups": ["moon"]}, {"counts": "all"},
    ],
)  # fmt: skip
def test_unknown_rule_fails_the_ranking_step(tmp_path: Path, change: dict[str, Any]) -> None:
    contest = plain(**with_rule(**change))
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert failed(report) == ["ranking", "result", "status"]
    assert "rule not known" in said(report, "ranking")


# ---- tampering


def test_changed_score_byte_fails_the_jurors_signature(tmp_path: Path) -> None:
    contest = plain()
    content = payload(contest.scores[0])
    content["cells"][0][4] = 9900
    contest.scores[0]["payload"] = b64(jcs(content))
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert "signatures" in failed(report)
    assert not {"packages", "log", "checkpoints", "scores"} & set(failed(report))


def test_removed_juror_file_is_missed_by_its_receipt(tmp_path: Path) -> None:
    contest = plain()
    receipt = contest.receipt("J-03", [digest(contest.scores[2])])
    contest.scores.pop()
    rows = [row(1, "02", "89", 2), row(2, "01", "165/2", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)]
    lines = contest.lines(contest.result(rows))
    assert_passes(check(tmp_path, lines))
    report = check(tmp_path, lines, receipt)
    assert failed(report) == ["witnesses"]
    assert "J-03" in said(report, "witnesses")


def test_removed_file_that_the_closing_lists_fails_the_derivation(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("intake_closed", stage="final", received=sorted(digest(score) for score in contest.scores))
    contest.scores.pop()
    rows = [row(1, "02", "89", 2), row(2, "01", "165/2", 2), row(3, "03", "70", 2), row(4, "04", "60", 2)]
    assert failed(check(tmp_path, contest.lines(contest.result(rows)))) == ["derivation"]


def test_reordered_log_fails(tmp_path: Path) -> None:
    contest, rows = hard_day()
    contest.events[1], contest.events[2] = contest.events[2], contest.events[1]
    assert "log" in failed(check(tmp_path, contest.lines(contest.result(rows, "FINAL"))))


def test_cut_log_fails_at_the_checkpoint_beyond_its_end(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("objection", entry="04", text="t", answer="a")
    receipt = contest.receipt("J-01", [])
    contest.checkpoints.pop()
    contest.events.pop()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    assert_passes(check(tmp_path, lines))
    assert failed(check(tmp_path, lines, receipt)) == ["witnesses"]
    contest.checkpoints.append(payload(receipt["dsse"])["checkpoint"])
    assert failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))) == ["checkpoints"]


def test_fork_explained_by_a_restored_backup_passes_but_is_shown(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("objection", entry="04", text="t", answer="a")
    contest.checkpoint()
    contest.events.pop()
    contest.tell("backup_restored", reason="disk rusak")
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert_passes(report)
    assert "restored backup" in said(report, "checkpoints")


def test_fork_before_the_restored_size_is_not_explained(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("objection", entry="04", text="t", answer="a")
    contest.tell("backup_restored", reason="disk rusak")
    other = plain()
    other.tell("objection", entry="04", text="something else", answer="a")
    contest.checkpoints.append(other.checkpoint())
    assert failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))) == ["checkpoints"]


def test_a_restore_that_lists_what_it_lost_explains_that_and_nothing_else(tmp_path: Path) -> None:
    contest = plain()
    contest.tell("objection", entry="04", text="t", answer="a")
    lost = contest.checkpoint()
    contest.events.pop()
    contest.tell("backup_restored", size=len(contest.events), lost=[digest(lost)])
    assert_passes(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))
    contest.tell("objection", entry="04", text="t", answer="a")
    later = contest.receipt("J-01", [])
    contest.events.pop()
    contest.checkpoints.pop()
    contest.tell("objection", entry="03", text="t", answer="a")
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)), later)
    assert failed(report) == ["witnesses"]
    assert "not on the log" in said(report, "witnesses")


def test_a_restore_that_cannot_say_what_it_lost_explains_no_receipt_given_after_it(tmp_path: Path) -> None:
    """The file it accepts was written by a juror who had seen the log with the restore in it."""
    contest = plain()
    contest.tell("backup_restored", size=len(contest.events), lost=None)
    seen = contest.checkpoint()
    contest.scores.pop()
    last = contest.score("J-03", flat(90, 80, 70, 60), seen=seen)
    contest.tell("objection", entry="04", text="t", answer="a")
    receipt, other = contest.receipt("J-03", [last]), contest.receipt("J-01", [])
    contest.events.pop()
    del contest.checkpoints[-2:]
    contest.tell("objection", entry="03", text="t", answer="a")
    lines = contest.lines(contest.result(PLAIN_ROWS))
    assert failed(check(tmp_path, lines, receipt)) == ["witnesses"]
    report = check(tmp_path, lines, other)
    assert_passes(report)
    assert "does not say what it lost" in said(report, "witnesses")


@pytest.mark.parametrize("part", ["digest", "hash", "seq"])
def test_hidden_event_cannot_be_altered_either(tmp_path: Path, part: str) -> None:
    contest = plain()
    contest.tell("objection", entry="04", text="t", answer="a")
    contest.hidden = {"objection"}
    lines = contest.lines(contest.result(PLAIN_ROWS), public=True)
    assert_passes(check(tmp_path, lines))
    event = next(line["body"] for line in lines if line["kind"] == "event" and "body" not in line["body"])
    event[part] = 9 if part == "seq" else "0" * 64
    assert failed(check(tmp_path, lines)) == ["log"]


def test_auditors_bundle_hides_no_event(tmp_path: Path) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    del next(line["body"] for line in lines if line["kind"] == "event")["body"]
    assert failed(check(tmp_path, lines)) == ["log"]


def test_changed_event_body_fails_before_the_log(tmp_path: Path) -> None:
    contest = plain()
    contest.events[0]["body"] = contest.events[0]["body"].replace("08:00", "09:00")
    assert "canonical" in failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))


def test_event_body_of_another_place_in_the_log_fails(tmp_path: Path) -> None:
    contest = plain()
    body = contest.events[0]["body"].replace('"seq":1', '"seq":7').encode()
    contest.events[0]["body"], contest.events[0]["digest"] = body.decode(), sha(body)
    contest.events[0]["hash"] = sha(b"kipp-event/1" + bytes(32) + bytes.fromhex(sha(body)))
    assert "log" in failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))


def test_swapped_package_is_unknown_to_the_files_that_jurors_signed(tmp_path: Path) -> None:
    contest = plain()
    contest.packages.clear()
    contest.issue(rule={**RULE, "ties": []})
    report = check(tmp_path, contest.lines(contest.result([])))
    assert {"enrolments", "scores", "checkpoints"} <= set(failed(report))
    assert "packages" not in failed(report)


def test_package_changed_without_a_new_signature_fails(tmp_path: Path) -> None:
    contest = plain()
    contest.body["rule"]["ties"] = []
    contest.packages[0]["payload"] = b64(jcs(contest.body))
    assert "packages" in failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))


def test_a_title_that_the_newest_package_does_not_bear_fails_the_packages(tmp_path: Path) -> None:
    """Nobody signs the header: its title is worth what the package says."""
    contest = plain()
    contest.issue(title="KIPP Kabupaten Contoh 2024")
    lines = contest.lines(contest.result(PLAIN_ROWS))
    assert_passes(check(tmp_path, lines))
    for other in ("KIPP Kabupaten Lain", "KIPP Kabupaten Contoh"):
        lines[0]["body"]["title"] = other
        report = check(tmp_path, lines)
        assert failed(report) == ["packages"]
        assert "its title is not that of the newest package" in said(report, "packages")
        assert report.title == "KIPP Kabupaten Contoh 2024"


def test_another_competition_in_the_header_fails_the_packages(tmp_path: Path) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    lines[0]["body"]["competition"] = "01JLAIN0000000000000000000"
    assert "packages" in failed(check(tmp_path, lines))


def test_gap_in_the_history_of_packages_fails(tmp_path: Path) -> None:
    contest = plain()
    contest.issue(title="Judul dua")
    contest.issue(title="Judul tiga")
    lines = [
        line for line in contest.lines(contest.result(PLAIN_ROWS)) if line["body"] is not contest.packages[1]
    ]
    assert "packages" in failed(check(tmp_path, lines))


@pytest.mark.parametrize(
    "change", [{"version": 3}, {"history": ["0" * 64]}, {"history": []}, {"practice": True}]
)
def test_second_package_must_continue_the_first(tmp_path: Path, change: dict[str, Any]) -> None:
    contest = plain()
    contest.issue()
    assert_passes(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))
    contest.packages[1] = contest.organiser.dsse("package", {**contest.body, **change})
    assert "packages" in failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))


def test_exchanged_invite_key_fails_the_packages(tmp_path: Path) -> None:
    contest = plain()
    jurors = copy.deepcopy(contest.body["jurors"])
    jurors[0]["invite_pub"] = Key("organiser's own").public
    contest.issue(jurors=jurors)
    assert failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))) == ["packages"]


def test_enrolment_signed_by_somebody_else_fails(tmp_path: Path) -> None:
    contest = plain()
    forger = Key("J-03 fake")
    enrol = jcs({"competition": payload(contest.scores[0])["competition"], "device": forger.public,
            "juror": "J-03",
                 "type": "enrol/1"})  # fmt: skip
    content = {**payload(contest.scores[2]), "device": forger.public}
    content["enrol"] = b64(Key("invite J-02").private.sign(enrol))
    contest.scores[2] = forger.dsse("score", content)
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert "enrolments" in failed(report) and "signatures" not in failed(report)


def test_wrong_result_fails_and_shows_both_rows(tmp_path: Path) -> None:
    contest = plain()
    swapped = [row(1, "01", "86"), row(2, "02", "85"), *PLAIN_ROWS[2:]]
    report = check(tmp_path, contest.lines(contest.result(swapped)))
    assert failed(report) == ["ranking", "result"]
    assert '"entry":"02"' in said(report, "ranking")
    assert report.groups[0].rows[0].entry == "02"


def test_final_without_a_finalised_event_of_this_basis_fails(tmp_path: Path) -> None:
    contest = plain()
    contest.finalise([])
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS, "FINAL")))
    assert failed(report) == ["result", "status"]


def test_result_signed_by_a_stranger_fails(tmp_path: Path) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    lines[-1]["body"] = Key("stranger").dsse("result", contest.result(PLAIN_ROWS))
    assert failed(check(tmp_path, lines)) == ["result"]


def test_rotation_not_signed_by_the_preceding_key_fails(tmp_path: Path) -> None:
    contest = plain()
    contest.rotate("second organiser")
    contest.statements[0] = Key("stranger").dsse("key", payload(contest.statements[0]))
    contest.issue()
    assert {"keys", "packages"} <= set(failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))))


def test_retired_key_signs_nothing_for_a_later_package(tmp_path: Path) -> None:
    contest = plain()
    old = contest.organiser
    contest.rotate("second organiser")
    contest.issue()
    contest.organiser = old
    assert failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))) == ["result"]


def test_rule_changed_in_a_later_version_is_pointed_out(tmp_path: Path) -> None:
    contest = plain()
    contest.issue(title="Judul lain")
    assert "rule changed" not in said(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))), "packages")
    contest.issue(rule={**RULE, "ties": []})
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert_passes(report)
    assert "rule changed in version 3" in said(report, "packages")


def test_weights_that_do_not_sum_to_the_whole_fail_the_packages(tmp_path: Path) -> None:
    contest = plain(
        rubrics=[rubric("umum", [criterion(name, 3000) for name in ("kebaruan", "efektif", "bermanfaat")])]
    )
    assert "packages" in failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS))))


def test_exchanged_name_fails_the_packages(tmp_path: Path) -> None:
    contest = plain()
    contest.people["J-02"]["name"] = "Orang Lain"
    assert failed(check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))) == ["packages"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cells": [["final", "01", "kebaruan", 1, 10100]]}, "off scale"),
        ({"cells": [["final", "01", "kebaruan", 1, 8050]]}, "off scale"),
        ({"cells": [["final", "01", "kebaruan", 2, 8000]]}, "unknown criterion"),
        ({"cells": [["final", "01", "gaya", 1, 8000]]}, "unknown criterion"),
        ({"cells": [["final", "99", "kebaruan", 1, 8000]]}, "unknown stage or entry"),
        ({"cells": [["semi", "01", "kebaruan", 1, 8000]]}, "unknown stage or entry"),
        ({"cells": [["final", "01", "kebaruan", 1, 8000]] * 2}, "repeated"),
        ({"cells": [["final", "01", "kebaruan", 1, True]]}, "bad field"),
        ({"sheets": [["final", "01", "perfect", None]]}, "bad field"),
        ({"sheets": [["final", "02", "draft", None], ["final", "01", "draft", None]]}, "not sorted"),
        ({"competition": "other"}, "another competition"),
        ({"format": "kipp-score/2"}, "not kipp-score/1"),
    ],
)
def test_badly_formed_scores_fail(tmp_path: Path, change: dict[str, Any], sentence: str) -> None:
    contest = plain()
    contest.score("J-01", flat(80, 90, 70, 60), **change)
    report = check(tmp_path, contest.lines(contest.result(PLAIN_ROWS)))
    assert "scores" in failed(report)
    assert sentence in said(report, "scores")


# ---- hostile files


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"\xff\xfe", b"{", b"[]", b"[" * 100_000, b'{"kind":"header","kind":"header","body":{}}',
        b'{"kind":"header","body":1.5}', b'{"kind":"header","body":' + b"9" * 5000 + b"}",
        b'{"kind":"header","body":{"format":"kipp-bundle/1","competition":"x","title":"\\ud800"}}',
        b'{"kind":"header","body":{"format":"kipp-bundle/2","competition":"x","title":"t"}}',
        b'{"kind":"score","body":{}}', b'{"kind":"header","body":' + b"[" * 40 + b"]" * 40 + b"}", b"NaN",
        b'\xef\xbb\xbf{"kind":"header"}',
    ],
)  # fmt: skip
def test_unreadable_files_are_refused_with_exit_code_two(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "OUT.hasil"
    path.write_bytes(data)
    report = verifier.verify(path)
    assert report.exit_code == 2 and failed(report) == ["read"]


def test_missing_or_oversized_file_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verifier.verify(tmp_path / "nothing.hasil").exit_code == 2
    assert verifier.verify(tmp_path).exit_code == 2
    path = write(tmp_path / "OUT.hasil", plain().lines({}))
    for cap in ("MAX_BUNDLE", "MAX_LINE", "MAX_LINES"):
        with monkeypatch.context() as patch:
            patch.setattr(verifier, cap, 5)
            assert verifier.verify(path).exit_code == 2


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1, "b":2}', b'{"b":1,"a":2}', b'{"a":1.0}', b'{"a":1,"a":1}', b'{"a":-0}',
        b'{"a":9007199254740992}',
        b'{"a":"\\u00e9"}', b'{"a":"\\ud800"}', b'{"a":"\\/"}', b'{"a":1}\n', b"[]",
        b'{"a":' * 40 + b"1" + b"}" * 40,
    ],
)  # fmt: skip
def test_payload_that_is_not_canonical_is_refused(data: bytes) -> None:
    with pytest.raises(verifier.BadDataError):
        verifier.parse_canonical(data)


@pytest.mark.parametrize("text", ["YQ", "YQ=", "YR==", "Y Q==", "YQ==\n", "_-8=", "YQ==YQ==", "é"])
def test_base64_is_strict(text: str) -> None:
    assert verifier.base64_bytes("YQ==") == b"a"
    with pytest.raises(verifier.BadDataError):
        verifier.base64_bytes(text)


def test_canonical_form_orders_keys_by_utf16_and_escapes_as_rfc_8785() -> None:
    value: verifier.Json = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "ö": 7}
    expected = '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"\U0001f600":5,"\ufb33":3}'
    assert verifier.canonical(value) == expected.encode()
    assert (
        verifier.canonical('\x00\x1f\b\f\n\t"\\/\x7f\u2028')
        == '"\\u0000\\u001f\\b\\f\\n\\t\\"\\\\/\x7f\u2028"'.encode()
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from([
    "stages", "rubrics", "rule", "entries", "jurors", "assignments", "version", "history", "keys",
    "organiser", "bonus",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(field=FIELDS, value=JSON)
def test_no_value_in_a_signed_package_causes_a_traceback(
    tmp_path_factory: Any, field: str, value: Any
) -> None:
    contest = Contest()
    contest.packages[0] = contest.organiser.dsse("package", {**contest.body, field: value})
    contest.body[field] = value
    for juror in contest.juror_ids:
        contest.score(juror, flat(80, 90, 70, 60))
    report = check(tmp_path_factory.mktemp("fuzz"), contest.lines(contest.result(PLAIN_ROWS)))
    assert not_surprised(report)


def not_surprised(report: verifier.Report) -> bool:
    return report.readable and "unforeseen" not in "".join(step.detail_en for step in report.steps)


RULE_KEYS = st.sampled_from(sorted({*RULE, "top_n"}))


@settings(max_examples=60, deadline=None)
@given(
    key=RULE_KEYS, value=JSON | st.sampled_from([{"kind": "trimmed"}, {"kind": "trimmed", "k": -1}, {"n": 2}])
)
def test_no_rule_causes_a_traceback(tmp_path_factory: Any, key: str, value: Any) -> None:
    contest = plain(**with_rule(**{key: value}))
    assert not_surprised(check(tmp_path_factory.mktemp("fuzz"), contest.lines(contest.result(PLAIN_ROWS))))


PARTS = st.sampled_from(
    ["cells", "sheets", "ancestors", "device", "juror", "package", "enrol", "seen", "format"]
)
ROWS = st.lists(st.lists(JSON | st.sampled_from(["final", "01", "kebaruan", 1]), max_size=5), max_size=3)


@settings(max_examples=100, deadline=None)
@given(part=PARTS, value=JSON | ROWS)
def test_no_value_in_a_score_file_causes_a_traceback(tmp_path_factory: Any, part: str, value: Any) -> None:
    contest = plain()
    contest.score("J-01", flat(80))
    content = {**payload(contest.scores.pop()), part: value}
    contest.scores.append(Key("J-01 laptop").dsse("score", content))
    assert not_surprised(check(tmp_path_factory.mktemp("fuzz"), contest.lines(contest.result(PLAIN_ROWS))))


EVENTS = st.sampled_from([
    "device_confirmed", "device_revoked", "intake_closed", "intake_reopened", "recused",
    "juror_replaced", "juror_named",
    "conflict_decided", "paper_entered", "paper_withdrawn", "bonus_decided", "entry_withdrawn", "tie_decided",
    "plenary_decided", "stage_advanced", "finalised",
])  # fmt: skip
NAMES = st.sampled_from([
    "juror", "device", "keep", "stage", "received", "digests", "entry", "from", "to", "criterion",
    "choice", "basis",
    "cells", "paper", "points", "group", "order", "labels", "entries",
])  # fmt: skip
VALUES = JSON | st.sampled_from(["J-01", "final", "01", "overall", "kebaruan"])


@settings(max_examples=100, deadline=None)
@given(kind=EVENTS, data=st.dictionaries(NAMES, VALUES, max_size=6))
def test_no_event_data_causes_a_traceback(tmp_path_factory: Any, kind: str, data: dict[str, Any]) -> None:
    contest = plain()
    contest.tell(kind, **data)
    assert not_surprised(check(tmp_path_factory.mktemp("fuzz"), contest.lines(contest.result(PLAIN_ROWS))))


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(["key", "package", "score", "event", "checkpoint", "result", "people", "odd"]),
    body=JSON,
)
def test_no_extra_line_causes_a_traceback(tmp_path_factory: Any, kind: str, body: Any) -> None:
    contest = plain()
    lines = [*contest.lines(contest.result(PLAIN_ROWS)), {"kind": kind, "body": body}]
    assert verifier.verify(write(tmp_path_factory.mktemp("fuzz") / "OUT.hasil", lines)).exit_code in (0, 1, 2)


def test_unknown_lines_are_counted_and_ignored(tmp_path: Path) -> None:
    contest = plain()
    lines = [*contest.lines(contest.result(PLAIN_ROWS)), {"kind": "weather", "body": {"sun": True}}]
    report = check(tmp_path, lines)
    assert_passes(report)
    assert report.unknown_lines == 1


# ---- the paper, the command line


def test_expected_digest_whole_spaced_or_two_groups(tmp_path: Path) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    whole = sha(jcs(contest.result(PLAIN_ROWS)))
    groups = [whole[start : start + 4] for start in range(0, 64, 4)]
    for good in (whole, " ".join(groups), whole.upper(), f"3:{groups[2]} 16:{groups[15]}"):
        assert_passes(check(tmp_path, lines, expect=good))
    for bad in ("0" * 64, f"3:{groups[2]}", f"3:{groups[2]} 3:{groups[2]}",
            f"3:{groups[2]} 17:{groups[0]}", "", "x",
                f"2:{groups[2]} 16:{groups[15]}"):  # fmt: skip
        assert failed(check(tmp_path, lines, expect=bad)) == ["expect"]


def test_witness_that_is_no_receipt_fails(tmp_path: Path) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    assert failed(check(tmp_path, lines, {"dsse": contest.checkpoints[0]})) == ["witnesses"]
    path = write(tmp_path / "OUT.hasil", lines)
    assert failed(verifier.verify(path, [tmp_path / "absent.terima"])) == ["witnesses"]


def test_the_file_runs_alone_on_another_machine(tmp_path: Path) -> None:
    contest = plain()
    path = write(tmp_path / "OUT.hasil", contest.lines(contest.result(PLAIN_ROWS)))
    script = tmp_path / "verifier.py"
    shutil.copy(verifier.__file__, script)
    command = [sys.executable, "-I", str(script), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("PASS  ") == 14 and "86,00 (86/1)" in done.stdout and "3 dari 3" in done.stdout
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    content = json.loads(done.stdout)
    assert content["ok"] and content["groups"][0]["rows"][0]["title"] == "Inovasi 02"
    done = subprocess.run(
        [*command[:-1], str(script), "--lang", "en"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "FAIL  Read the file" in done.stdout and not done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])  # found out at the end, or in the middle of printing
def test_a_reader_who_has_gone_ends_the_file_run_alone_quietly(tmp_path: Path, unbuffered: str) -> None:
    """`verifier.py OUT.hasil | head`: no traceback, and no code that could be taken for a verdict."""
    contest = plain()
    path = write(tmp_path / "OUT.hasil", contest.lines(contest.result(PLAIN_ROWS)))
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, verifier.__file__, str(path)], stdout=writing, stderr=subprocess.PIPE, text=True,
            check=False, env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (verifier.READER_GONE, "")


def test_control_characters_of_a_hostile_title_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contest = plain()
    lines = contest.lines(contest.result(PLAIN_ROWS))
    lines[0]["body"]["title"] = "\x1b[2J\x07"
    assert verifier.main([str(write(tmp_path / "OUT.hasil", lines))]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_imports_nothing_but_the_standard_library_and_cryptography() -> None:
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in found} <= {*sys.stdlib_module_names, "cryptography"}
