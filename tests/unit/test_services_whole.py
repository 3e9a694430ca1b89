"""From the set-up to the verified bundle: five jurors in any order, and a competition of several stages."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    jurors,
    merging,
    publishing,
    receiving,
    results,
    scoring,
    setting_up,
    verification,
)
from kipp_desktop.services.deciding import GateLine
from tests.conftest import CRITERIA, ENTRIES, JURORS, STAGE, ReadyEvent, cheap_codes, value_of
from tests.unit.test_services_merging import later_file


def expected_rows() -> list[tuple[int, str, str]]:
    """The ranking of the ready competition, added up by hand."""
    totals = {
        entry: sum(value_of(juror, entry, one) for juror in JURORS for one in CRITERIA) for entry in ENTRIES
    }
    falling = sorted(totals, key=totals.__getitem__, reverse=True)
    return [(place, entry, f"{totals[entry] // 2500}/1") for place, entry in enumerate(falling, 1)]


def test_the_ranking_is_what_adding_up_by_hand_gives(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    _, ranking = results.ranking(master)
    assert [(row.place, row.entry, row.exact) for row in ranking.rows] == expected_rows()
    assert [row.label for row in ranking.rows] == ["Juara I", "Juara II", "Juara III"]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_files_in_any_order_and_number_give_one_ranking_and_the_verifier_agrees(
    scored_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    event = copied(scored_once, tmp_path_factory)
    newer = later_file(event, "J-02")
    files = [*event.files, newer, *random.choices(event.files, k=3)]
    random.shuffle(files)
    master = event.master()
    cut = random.randint(0, len(files))
    for part in (files[:cut], files[cut:]):
        merging.apply(master, part)
    found = results.result(master)
    (ranking,) = found.rankings
    assert [(row.place, row.entry) for row in ranking.rows] == [row[:2] for row in expected_rows()]
    changed = {entry: exact for _, entry, exact in expected_rows()}
    value = value_of("J-02", "01", "kebaruan")
    points = int(changed["01"].split("/")[0]) * 25 + (9900 - value) // 100
    assert {row.entry: row.exact for row in ranking.rows} == {**changed, "01": f"{points}/25"}
    assert [one.name for one in checking.check_master(master) if not one.ok] == []
    path = event.folder / "hasil.hasil"
    digest = publishing.write_bundle(master, path)
    report = verification.verify(path, expect=digest)
    assert [(step.name, step.detail_en) for step in report.steps if not step.ok] == []
    assert [(row.place, row.entry, row.score) for row in report.groups[0].rows] == [
        (row.place, row.entry, row.score) for row in ranking.rows
    ]
    event.shut()


def copied(event: ReadyEvent, factory: pytest.TempPathFactory) -> ReadyEvent:
    import shutil

    folder = factory.mktemp("urutan") / "event"
    shutil.copytree(event.folder, folder)
    return ReadyEvent(folder, event.codes)


# — several stages —

PROPOSALS = tuple(f"{number:02}" for number in range(1, 7))


class Wonosobo:
    """A small competition of the Wonosobo kind: gate, curation, presentation before three jurors."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.master = setting_up.new_master(folder / "lomba.kipp", "wonosobo-2024")
        setting_up.put_entries(
            self.master, [Entry(one, f"Inovasi {one}", f"Dinas {one}") for one in PROPOSALS]
        )
        setting_up.put_jurors(self.master, [Juror(f"J-{n:02}", f"Juri {n}") for n in range(1, 4)])

    def gate(self, *failing: str) -> None:
        """Enter the administrative selection as a whole."""
        lines = [
            GateLine(one, None, 0 if one in failing else 100, "berkas" if one in failing else "")
            for one in PROPOSALS
        ]
        deciding.enter_gate(self.master, "administrasi", lines)

    def curate(self, *chosen: str) -> None:
        """Enter proposal scores and choose."""
        passed = [one.entry for one in results.stage_outcomes(self.master, "kurasi")[1]]
        lines = [GateLine(one, "proposal", 6000 + 100 * int(one)) for one in passed]
        deciding.enter_gate(self.master, "kurasi", lines)
        deciding.curate(self.master, "kurasi", chosen, "rapat tim", ["Ketua"])

    def score(self, juror: str, code: str, package: Path) -> Path:
        """One juror, from the slip to the stick."""
        desk = jurors.enrol(package, juror, code, self.folder / juror)
        for entry in desk.owed[STAGE]:
            for criterion in desk.rubric(STAGE, entry).criterion:
                value = 7000 + 100 * (int(entry) + int(juror[-1]))
                scoring.enter_score(desk, STAGE, entry, criterion.id, value)
        path = self.folder / f"{juror}.nilai"
        exporting.finish(desk, path)
        desk.close()
        return path


@pytest.fixture
def wonosobo(tmp_path: Path, cheap_kdf: None) -> Any:
    """The small competition."""
    made = Wonosobo(tmp_path)
    yield made
    made.master.close()


def test_gate_curation_and_presentation_from_start_to_verified(wonosobo: Wonosobo) -> None:
    master, folder = wonosobo.master, wonosobo.folder
    wonosobo.gate("05", "06")
    assert deciding.advance(master, "administrasi") == ["01", "02", "03", "04"]
    wonosobo.curate("01", "02", "03")
    assert deciding.advance(master, "kurasi") == ["01", "02", "03"]
    issued = issuing.issue(master, folder)
    codes = {juror.id: code for juror, code in issued.codes}
    files = [wonosobo.score(f"J-{n:02}", codes[f"J-{n:02}"], issued.package) for n in (1, 2, 3)]
    assert {one.outcome for one in merging.apply(master, files)} == {"accepted"}
    said = deciding.finalise(master)
    assert (said.status, said.gaps, said.closed) == ("FINAL", (), ("final",))
    _, ranking = results.ranking(master)
    assert [(row.place, row.entry, row.exact) for row in ranking.rows] == [
        (1, "03", "75/1"), (2, "02", "74/1"), (3, "01", "73/1"),
    ]  # fmt: skip
    curation = results.result(master).ranking("kurasi")
    assert [(row.place, row.entry, row.jurors_expected) for row in curation.rows] == [
        (1, "04", 1), (2, "03", 1), (3, "02", 1), (4, "01", 1),
    ]  # fmt: skip
    path = folder / "hasil.hasil"
    publishing.write_bundle(master, path)
    report = verification.verify(path)
    assert (report.ok, report.status) == (True, "FINAL")


def test_who_withdrew_after_curation_is_still_told_apart_and_verifies(wonosobo: Wonosobo) -> None:
    wonosobo.gate()
    deciding.advance(wonosobo.master, "administrasi")
    wonosobo.curate("01", "02", "03")
    deciding.take_out(wonosobo.master, "02", "withdrawn", "mundur")
    assert deciding.advance(wonosobo.master, "kurasi") == ["01", "03"]
    issuing.issue(wonosobo.master, wonosobo.folder)
    deciding.open_ranking(wonosobo.master, ["Panitia", "Ketua"])
    path = wonosobo.folder / "hasil.hasil"
    publishing.write_bundle(wonosobo.master, path)
    report = verification.verify(path)
    assert [(step.name, step.detail_en) for step in report.steps if not step.ok] == []


def test_a_stage_with_an_open_outcome_cannot_be_advanced(wonosobo: Wonosobo) -> None:
    deciding.enter_gate(wonosobo.master, "administrasi", [GateLine("01", None, 100)])
    with pytest.raises(UserError) as refused:
        deciding.advance(wonosobo.master, "administrasi")
    assert refused.value.code == "advance.open"
    assert refused.value.facts["entries"] == "02, 03, 04, 05, 06"


def test_entering_a_gate_again_unchanged_is_no_event(wonosobo: Wonosobo) -> None:
    line = GateLine("01", "kelengkapan", 100, "lengkap")
    assert [deciding.enter_gate(wonosobo.master, "administrasi", [line]) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (GateLine("99", None, 100), "entry.unknown"),
        (GateLine("01", "hilang", 100), "score.unknown_criterion"),
        (GateLine("01", "kelengkapan", 50), "value.out_of_scale"),
    ],
)
def test_one_bad_gate_line_keeps_all_out(wonosobo: Wonosobo, line: GateLine, code: str) -> None:
    with pytest.raises(UserError) as refused:
        deciding.enter_gate(wonosobo.master, "administrasi", [GateLine("02", None, 100), line])
    assert refused.value.code == code
    _, outcomes = results.stage_outcomes(wonosobo.master, "administrasi")
    assert {one.verdict for one in outcomes} == {"open"}


def test_who_did_not_pass_cannot_be_entered_at_the_next_stage(wonosobo: Wonosobo) -> None:
    wonosobo.gate("06")
    deciding.advance(wonosobo.master, "administrasi")
    with pytest.raises(UserError) as refused:
        deciding.enter_gate(wonosobo.master, "kurasi", [GateLine("06", "proposal", 8000)])
    assert refused.value.code == "gate.not_participant"


def test_jurors_are_asked_only_for_who_came_through(wonosobo: Wonosobo) -> None:
    """A package issued before the cut asks for nothing; the one after it for the finalists."""
    folder, master = wonosobo.folder, wonosobo.master
    issued = issuing.issue(master, folder)
    code = {juror.id: code for juror, code in issued.codes}["J-01"]
    desk = jurors.enrol(issued.package, "J-01", code, folder / "J-01")
    assert desk.owed == {}
    wonosobo.gate()
    deciding.advance(master, "administrasi")
    wonosobo.curate("04", "06")
    deciding.advance(master, "kurasi")
    receiving.receive(desk, issuing.issue(master, folder).package)
    assert desk.owed == {STAGE: ["04", "06"]}
    desk.close()


def test_the_real_cost_of_a_code_opens_a_real_package(scored_once: ReadyEvent, tmp_path: Path) -> None:
    """Everything above runs with a cheap code; once it is the real one."""
    master = setting_up.new_master(tmp_path / "a.kipp", "lima-kriteria")
    setting_up.put_entries(master, [Entry("01", "A", "D")])
    setting_up.put_jurors(master, [Juror("J-01", "Satu")])
    issued = issuing.issue(master, tmp_path)
    master.close()
    desk = jurors.enrol(issued.package, "J-01", issued.codes[0][1], tmp_path / "J-01")
    assert desk.juror.name == "Satu"
    desk.close()
    with cheap_codes(), pytest.raises(UserError):
        jurors.enrol(issued.package, "J-01", issued.codes[0][1], tmp_path / "murah")
