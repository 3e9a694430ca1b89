"""The plenary on the command line: votes, dissent, points taken, objections and their answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services import deciding, lateness, merging, results
from tests.unit.test_services_merging import later_file, second_laptop


@pytest.fixture
def kipp(scored, monkeypatch, run_kipp) -> Callable[..., Any]:
    """Runs a command beside a closed competition; its --json answer, or (with `code`) what it said."""
    monkeypatch.chdir(scored.folder)
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    scored.shut()
    return run_kipp


AWARD = (
    *("decide", "lomba.kipp", "plenary", "--order", "02,03,01"),
    *("--reason", "Pemerataan", "--present", "J-01"),
)


def test_votes_and_dissent_go_into_the_log(kipp, scored):
    assert "uorum" in kipp(*AWARD, "--votes", "2/0/0", "--of", "5", code=1)
    assert "SETUJU/TIDAK/ABSTAIN" in kipp(*AWARD, "--votes", "3", "--of", "5", code=2)
    kipp(*AWARD, "--votes", "3/1/1", "--of", "5", "--dissent", "J-03: tetap 01")
    with scored.master().store.begin() as tx:
        (event,) = tx.log.events(("plenary_decided",))
    assert event.data["votes"] == {"agree": 3, "against": 1, "abstain": 1, "of": 5}
    assert event.data["dissent"] == ["J-03: tetap 01"]


def test_points_may_be_taken_away(kipp, scored):
    before = {row.entry: row.score for row in results.ranking(scored.master())[1].rows}
    scored.shut()
    kipp("bonus", "lomba.kipp", "01", "-1,5", "--reason", "Melebihi waktu paparan")
    after = {row.entry: row.score for row in results.ranking(scored.master())[1].rows}
    assert before["01"] - after["01"] == 1.5


def test_without_a_late_file_there_is_nothing_to_let_in(kipp):
    said = kipp("reopen-intake", "lomba.kipp", "--reason", "Koreksi", code=1)
    assert "Tidak ada berkas terlambat pada tahap final" in said and "()" not in said


def test_of_several_late_files_those_that_are_let_in_are_named(kipp, scored):
    master = scored.master()
    merging.apply(master, [later_file(scored, "J-01"), later_file(scored, "J-02")])
    codes = {one.received.juror: short_code(one.received.digest) for one in lateness.late(master)}
    scored.shut()
    why = ("--reason", "Flashdisk tertukar")
    words = ("reopen-intake", "lomba.kipp")
    said = kipp(*words, *why, code=1)
    assert "Ada 2 berkas terlambat" in said and all(code in said for code in codes.values())
    assert "ZZZZZZZZZZ" in kipp(*words, "ZZZZZZZZZZ", *why, code=1)
    assert [one.received.juror for one in lateness.late(scored.master())] == ["J-01", "J-02"]
    scored.shut()
    assert [one["juror"] for one in kipp(*words, codes["J-02"].lower(), *why)["files"]] == ["J-02"]
    assert [one["juror"] for one in kipp(*words, "--all", *why)["files"]] == ["J-01"]
    assert "Tidak ada berkas terlambat" in kipp(*words, "--all", *why, code=1)
    assert "tidak terlambat pada tahap final" in kipp(*words, codes["J-02"], *why, code=1)  # it counts by now


def test_a_late_file_that_is_named_twice_is_let_in_once(kipp, scored):
    master = scored.master()
    merging.apply(master, [later_file(scored, "J-01"), later_file(scored, "J-02")])
    (digest,) = [one.received.digest for one in lateness.late(master) if one.received.juror == "J-02"]
    scored.shut()
    named = (digest, short_code(digest), digest)
    assert kipp("reopen-intake", "lomba.kipp", *named, "--reason", "Tertukar")["digests"] == [digest]
    with scored.master().store.begin() as tx:
        assert [event.data["digests"] for event in tx.log.events(("intake_reopened",))] == [[digest]]


def test_a_late_file_of_another_laptop_is_not_said_to_count(kipp, scored):
    """With it in, none of the juror's files counts until a code was compared."""
    master = scored.master()
    merging.apply(master, [second_laptop(scored)])
    assert [one.strange for one in lateness.late(master)] == [True]
    scored.shut()
    (let_in,) = kipp("reopen-intake", "lomba.kipp", "--reason", "Tertukar")["files"]
    assert (let_in["juror"], let_in["standing"]) == ("J-01", "waiting")


def test_a_late_file_of_the_same_laptop_counts(kipp, scored):
    master = scored.master()
    merging.apply(master, [later_file(scored, "J-01")])
    assert [one.strange for one in lateness.late(master)] == [False]
    scored.shut()
    (let_in,) = kipp("reopen-intake", "lomba.kipp", "--reason", "Tertukar")["files"]
    assert let_in["standing"] == "head"


def test_an_objection_is_entered_listed_and_answered(kipp):
    words = ("objection", "lomba.kipp", "02", "--text", "Mohon penjelasan nilai kebaruan")
    assert "final" in kipp(*words, code=1)
    kipp("finalise", "lomba.kipp")
    kipp("objection", "lomba.kipp", "--until", "2099-10-30", "--reason", "Lima hari kerja")
    kipp(*words)
    kipp(*words, "--answer", "Nilai tetap; rinciannya terlampir")
    found = kipp("objection", "lomba.kipp")
    (one,) = found["objections"]
    assert found["until"] == "2099-10-30" and one["in_time"]
    assert (one["entry"], one["answer"]) == ("02", "Nilai tetap; rinciannya terlampir")


def test_the_first_print_is_two_files_in_a_folder(kipp, scored):
    kipp("finalise", "lomba.kipp")
    kipp("print", "lomba.kipp", "first-print", "--out", "cetak")
    written = sorted(path.name for path in (scored.folder / "cetak").glob("*.pdf"))
    assert written == ["berita-acara.pdf", "naskah.pdf"]
