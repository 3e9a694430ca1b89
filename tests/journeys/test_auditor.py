"""What somebody who trusts nobody tries from the command line: files that don't belong, a backup put back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from tests.conftest import CRITERIA, ReadyEvent, cheap_codes
from tests.unit.test_canaries import holds

Kipp = Callable[..., Any]
MASTER = "lomba.kipp"


@pytest.fixture
def kipp(scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch, run_kipp: Kipp) -> Kipp:
    """Runs a command beside a competition that is scored; its --json answer, else what it said on stderr."""
    monkeypatch.chdir(scored.folder)
    scored.shut()

    def run(*words: str, code: int = 0) -> Any:
        with cheap_codes():
            return run_kipp(*words, code=code)

    return run


def merged(kipp: Kipp) -> None:
    found = kipp("merge", MASTER, *sorted(str(path) for path in Path().glob("J-*.nilai")))
    assert {one["outcome"] for one in found["files"]} == {"accepted"}


def logged(kipp: Kipp) -> list[str]:
    return [event["type"] for event in kipp("log", MASTER)["events"]]


def test_a_new_version_of_the_package_takes_final_back_in_the_log(kipp: Kipp) -> None:
    """The result names the package it stands on: FINAL lapses, and whoever reads the log sees why."""
    merged(kipp)
    kipp("finalise", MASTER)
    kipp("set", MASTER, "theme=Melayani sepenuh hati")
    assert kipp("rank", MASTER)["status"] == "FINAL", "what is set counts with the next package"
    kipp("issue", MASTER, "--out", "v2")
    assert kipp("rank", MASTER)["status"] == "SEMENTARA"
    assert logged(kipp)[-2:] == ["package_issued", "unfinalised"]


def test_a_backup_put_back_is_followed_through_to_a_result_that_a_witness_confirms(kipp: Kipp) -> None:
    merged(kipp)
    kipp("receipts", MASTER, "--out", "pagi")
    kipp("finalise", MASTER)
    backup = kipp("backup", MASTER)["made"]
    kipp("set", MASTER, "theme=Melayani sepenuh hati")
    (newer,) = [kipp("issue", MASTER, "--out", "v2")["package"]]
    kipp("receipts", MASTER, "--out", "sore")
    kipp("restore", MASTER, backup)
    assert kipp("rank", MASTER)["status"] == "FINAL", "as it was when the backup was made"
    assert kipp("merge", MASTER, newer)["counts"] == {"accepted": 1}
    assert logged(kipp)[-3:] == ["backup_restored", "package_readmitted", "unfinalised"]
    checked = kipp("check", MASTER, "--witness", "pagi/J-01.terima", "--witness", "sore/J-01.terima")
    assert [one["note"] for one in checked["witnesses"]] == [None, "seen_before_restore"]
    kipp("finalise", MASTER)
    kipp("bundle", MASTER, "hasil.hasil", "--public")
    report = kipp("verify", "hasil.hasil", "--witness", "pagi/J-01.terima", "--witness", "sore/J-01.terima")
    assert (report["ok"], report["status"]) == (True, "FINAL")


def test_a_rehearsal_and_the_real_competition_take_nothing_from_each_other(kipp: Kipp) -> None:
    kipp("demo", "gladi", "--event", "lima-kriteria")
    theirs = sorted(str(path) for path in Path("gladi").glob("*.nilai"))[0]
    for master, file, why in (
        (MASTER, theirs, "practice_in_real"),
        ("gladi/contoh.kipp", "J-01.nilai", "real_in_practice"),
    ):
        before = kipp("log", master)["events"]
        (refused,) = kipp("merge", master, file, code=1)["files"]
        assert (refused["outcome"], refused["code"]) == ("refused", f"file.{why}")
        assert kipp("log", master)["events"] == before
    (package,) = Path("gladi").glob("*.paket")
    assert "rehearsal" in kipp("receive", "--store", "J-01", str(package), "--lang", "en", code=1)


def test_what_is_set_aside_is_listed_in_words(kipp: Kipp, capsys: pytest.CaptureFixture[str]) -> None:
    later = {**json.loads(Path("J-01.nilai").read_text("utf-8")), "v": 2}
    Path("masa depan.nilai").write_text(json.dumps(later), "utf-8")
    assert kipp("merge", MASTER, "masa depan.nilai", code=1)["counts"] == {"quarantined": 1}
    assert cli.main(["quarantine", MASTER, "list", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "masa depan.nilai" in said and "newer KIPP" in said and "file.newer" not in said
    assert kipp("quarantine", MASTER, "retry", code=1)["counts"] == {"quarantined": 1}


def test_the_stages_are_listed_one_or_all(kipp: Kipp) -> None:
    merged(kipp)
    one = kipp("stage", MASTER, "list", "final")
    assert [row["entry"] for row in one["rows"]] == ["01", "02", "03"]
    assert kipp("stage", MASTER, "list")["stages"] == [one]
    assert "STAGE" in kipp("stage", MASTER, "advance", code=2)


def given(*places: str) -> list[str]:
    """A value for every criterion there."""
    return [word for place in places for one in CRITERIA for word in ("--set", f"{place}{one}=85")]


def test_a_crowded_day_names_nobody_in_public_and_still_verifies(kipp: Kipp, scored: ReadyEvent) -> None:
    """A renewed key, a substitute with an assistant, a sheet on paper, in one bundle."""
    kipp("key", MASTER, "rotate")
    seat = ("--institution", "Inspektorat", "--letter", "ST/7")
    kipp("name-juror", MASTER, "J-91", "--name", "Dr. Siti Aminah", *seat)
    newer = kipp("issue", MASTER, "--out", "v2")["package"]
    kipp("enrol", newer, "--juror", "J-91", "--code", scored.codes["J-91"], "--store", "J-91")
    kipp("assistant", "--store", "J-91", "--name", "Joko Susilo")
    kipp("score", "--store", "J-91", *given("final/01/", "final/02/", "final/03/"))
    kipp("finish", "--store", "J-91", "J-91.nilai")
    merged(kipp)
    assert kipp("board", MASTER)["typed_by"] == {"J-91": "Joko Susilo"}
    keyed = given("")
    for operator, place, code in (
        ("siti aminah, M.Si.", "J-91/final/01", 1),  # the own sheet
        ("Sari Dewi", "J-02/final/01", 0),
        ("Hj. Sari  Dewi, S.E.", "J-02/final/01", 1),  # the same person
        ("Budi Raharjo", "J-02/final/01", 0),
    ):
        kipp("paper", MASTER, "enter", place, *keyed, "--operator", operator, code=code)
    kipp("receipts", MASTER, "--out", "terima")
    assert kipp("check", MASTER)["ok"]
    for variant, file in (("--public", "umum.hasil"), (None, "auditor.hasil")):
        kipp("bundle", MASTER, file, *([variant] if variant else []))
        assert kipp("verify", file, "--witness", "terima/J-91.terima")["ok"]
        people = ["Joko", "Siti Aminah", "Sari", "Budi"]
        assert holds(Path(file), *people) == ([] if variant else people)
