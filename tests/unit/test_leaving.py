"""A juror leaves early: the moment is recorded, and what was said about the missing sheets is told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import deciding, exporting, merging, particulars, printing, scoring, setting_up
from kipp_desktop.services.drafting.source import Wanted
from tests.conftest import STAGE, ReadyEvent, score_all
from tests.unit.paper_geometry import flat

SAID = "Dipanggil menghadap bupati pukul sebelas"
REMARK, PRIVATE = "Pelaporannya perlu dirapikan", "Catatan saya sendiri"


@pytest.fixture
def left(issued: ReadyEvent) -> ReadyEvent:
    """J-05 locked one entry of three, wrote remarks, declared final with a reason and went."""
    for juror in ("J-01", "J-05"):
        desk = issued.desk(juror)
        score_all(desk)
        if juror == "J-05":
            scoring.write_comment(desk, STAGE, "01", "", "improve", REMARK)
            scoring.write_comment(desk, STAGE, "01", "", "private", PRIVATE)
            scoring.lock(desk, STAGE, "01")
            scoring.declare(desk, STAGE, scoring.FINAL_WORDS, SAID)
            exporting.export(desk, issued.folder / f"{juror}.nilai")
        else:
            exporting.finish(desk, issued.folder / f"{juror}.nilai")
        desk.close()
    particulars.keep_particulars(issued.master(), {"zone": "WIB"})
    merging.apply(issued.master(), sorted(issued.folder.glob("J-*.nilai")))
    return issued


@pytest.fixture(autouse=True)
def clock_put_back() -> Iterator[None]:
    """The machine's own clock again, after a test that moved it."""
    yield
    time.tzset()


def clock(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """The machine's clock goes by another place's."""
    monkeypatch.setenv("TZ", place)
    time.tzset()


def recorded(event: ReadyEvent) -> dict[str, Any]:
    """The last event of a juror who left."""
    with event.master().store.begin() as tx:
        return dict(tx.log.events(("juror_unavailable",))[-1].data)


def test_the_moment_is_now_unless_it_is_given(issued: ReadyEvent) -> None:
    deciding.juror_left(issued.master(), "J-05", "", "Tugas lain")
    told = datetime.fromisoformat(recorded(issued)["from"])
    assert abs(datetime.now(UTC) - told) < timedelta(minutes=5)
    deciding.juror_left(issued.master(), "J-05", "2024-10-24 11.30", "Tugas lain")
    local = datetime(2024, 10, 24, 11, 30).astimezone()
    assert datetime.fromisoformat(recorded(issued)["from"]) == local
    for text in ("siang", "0001-01-01T00:00:00+14:00"):  # no day in this time zone
        with pytest.raises(UserError) as refused:
            deciding.juror_left(issued.master(), "J-05", text, "Tugas lain")
        assert (refused.value.code, refused.value.facts) == ("left.bad_time", {"text": text})


def test_minutes_and_the_command_line_say_when_and_in_which_words(left: ReadyEvent, run_kipp: Any) -> None:
    file = str(left.folder / "lomba.kipp")
    left.shut()
    run_kipp("juror-left", file, "J-05", "--from", "2024-10-24 11.30", "--reason", "Tugas lain")
    gaps = run_kipp("finalise", file, "--reason", "Disepakati pleno")["gaps"]
    missing = [gap for gap in gaps if gap["entry"] and gap["juror"] == "J-05"]
    assert missing and {gap["words"] for gap in missing} == {SAID}
    assert {datetime.fromisoformat(gap["left"]) for gap in missing} == {
        datetime(2024, 10, 24, 4, 30, tzinfo=UTC)
    }
    assert {gap["words"] for gap in gaps if gap["juror"] == "J-02"} == {None}
    text = flat(printing.pdf(left.master(), Wanted("berita-acara")))
    assert "sejak 24-10-2024 11.30 WIB" in text and f"Kata juri: {SAID}" in text
    assert REMARK not in text and PRIVATE not in text


def test_every_machine_prints_the_moment_by_the_clock_of_the_competition(
    left: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    particulars.keep_particulars(left.master(), {"zone": "WIT"})  # in place of WIB
    clock(monkeypatch, "Asia/Jakarta")
    deciding.juror_left(left.master(), "J-05", "2024-10-24 11.30", "Tugas lain")
    assert recorded(left)["from"] == "2024-10-24T02:30:00Z"
    for place in ("Asia/Jakarta", "America/New_York"):
        clock(monkeypatch, place)
        assert "sejak 24-10-2024 11.30 WIT." in flat(printing.pdf(left.master(), Wanted("berita-acara")))


def test_a_new_competition_takes_its_time_zone_from_the_machine_it_is_made_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    for place in ("Asia/Makassar", "Europe/Amsterdam"):
        clock(monkeypatch, place)
        master = setting_up.new_master(tmp_path / f"{len(found)}.kipp", "lima-kriteria")
        found.append(particulars.kept_particulars(master).zone)
        master.close()
    assert found == ["WITA", ""]
    with pytest.raises(UserError) as refused:
        particulars.with_given(particulars.Particulars(), {"zone": "GMT+7"})
    assert refused.value.code == "set.bad_value"


def test_the_ranking_on_the_command_line_says_it_below_the_gaps(left: ReadyEvent, capsys: Any) -> None:
    from kipp_desktop import cli

    deciding.juror_left(left.master(), "J-05", "2024-10-24 11.30", "Tugas lain")
    left.shut()
    assert cli.main(["rank", str(left.folder / "lomba.kipp")]) == 0
    said = capsys.readouterr().out
    assert "J-05 berhalangan sejak 24-10-2024 11.30 WIB: Tugas lain" in said and f"“{SAID}”" in said
    assert REMARK not in said and PRIVATE not in said
