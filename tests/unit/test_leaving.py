"""A juror leaves early: the moment is recorded, and what was said about the missing sheets is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import deciding, exporting, merging, printing, scoring
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
    merging.apply(issued.master(), sorted(issued.folder.glob("J-*.nilai")))
    return issued


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
        datetime(2024, 10, 24, 11, 30).astimezone()
    }
    assert {gap["words"] for gap in gaps if gap["juror"] == "J-02"} == {None}
    text = flat(printing.pdf(left.master(), Wanted("berita-acara")))
    assert "sejak 24-10-2024 11.30" in text and f"Kata juri: {SAID}" in text
    assert REMARK not in text and PRIVATE not in text


def test_the_ranking_on_the_command_line_says_it_below_the_gaps(left: ReadyEvent, capsys: Any) -> None:
    from kipp_desktop import cli

    deciding.juror_left(left.master(), "J-05", "2024-10-24 11.30", "Tugas lain")
    left.shut()
    assert cli.main(["rank", str(left.folder / "lomba.kipp")]) == 0
    said = capsys.readouterr().out
    assert "J-05 berhalangan sejak 24-10-2024 11.30: Tugas lain" in said and f"“{SAID}”" in said
    assert REMARK not in said and PRIVATE not in said
