"""A ranking that was looked at: how often, and every score that changed afterwards, from log and files."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kipp_desktop.services import deciding, exporting, merging, openings, printing, scoring, setting_up
from kipp_desktop.services.attendance import names_of
from kipp_desktop.services.drafting.source import Wanted
from tests.conftest import STAGE, ReadyEvent, value_of
from tests.unit.paper_geometry import flat


@pytest.fixture
def most(scored: ReadyEvent) -> ReadyEvent:
    """Four of five jurors merged; the ranking may not be seen before the intake is closed."""
    merging.apply(scored.master(), scored.files[:4])
    return scored


def rescore(event: ReadyEvent, juror: str, entry: str, criterion: str, value: int) -> Any:
    """The juror takes the declaration back, changes one score, and exports again."""
    desk = event.desk(juror)
    scoring.withdraw_declaration(desk, STAGE, "salah ketik")
    scoring.reopen(desk, STAGE, entry, "salah ketik")
    scoring.enter_score(desk, STAGE, entry, criterion, value)
    path = event.folder / f"{juror}-lagi.nilai"
    exporting.finish(desk, path)
    return path


def told(event: ReadyEvent) -> list[tuple[str, str, str | None, int | None, int | None]]:
    found = openings.opening(event.master(), STAGE)
    assert found is not None
    return [(one.juror, one.entry, one.criterion, one.old, one.new) for one in found.changes]


def test_before_anybody_could_look_there_is_no_opening(most: ReadyEvent) -> None:
    assert openings.opening(most.master(), STAGE) is None


def test_a_score_changed_after_an_early_opening_is_told_with_old_and_new_value(most: ReadyEvent) -> None:
    master = most.master()
    deciding.open_ranking(master, ["panitia", "ketua"])
    assert told(most) == []
    merging.apply(master, [rescore(most, "J-02", "01", "kebaruan", 9000)])
    assert told(most) == [("J-02", "01", "kebaruan", value_of("J-02", "01", "kebaruan"), 9000)]


def test_scores_that_first_came_after_the_opening_are_told_too(most: ReadyEvent) -> None:
    deciding.open_ranking(most.master(), ["panitia", "ketua"])
    merging.apply(most.master(), [most.file("J-05")])
    found = told(most)
    assert len(found) == 15 and {(juror, old) for juror, _, _, old, _ in found} == {("J-05", None)}


def test_closing_the_intake_opens_too_and_a_late_file_let_in_is_told(most: ReadyEvent) -> None:
    master = most.master()
    digests = deciding.close_intake(master)
    merging.apply(master, [most.file("J-05")])
    assert told(most) == []
    deciding.reopen_intake(master, deciding.late_files(master), "terlambat karena listrik padam")
    assert {juror for juror, *_ in told(most)} == {"J-05"}
    assert len(digests) == 4
    found = openings.opening(master, STAGE)
    assert found is not None and found.early == ()


def test_the_first_opening_is_what_counts_and_every_early_one_is_counted(most: ReadyEvent) -> None:
    master = most.master()
    deciding.open_ranking(master, ["panitia", "ketua"])
    merging.apply(master, [rescore(most, "J-02", "01", "kebaruan", 9000)])
    deciding.open_ranking(master, ["panitia", "ketua"])
    deciding.close_intake(master)
    found = openings.opening(master, STAGE)
    assert found is not None
    assert len(found.early) == 2 and found.first == found.early[0]
    assert len(found.changes) == 1


def test_a_sheet_that_counts_no_more_is_told_even_with_the_same_values(most: ReadyEvent) -> None:
    master = most.master()
    deciding.open_ranking(master, ["panitia", "ketua"])
    desk = most.desk("J-03")
    scoring.withdraw_declaration(desk, STAGE, "ragu")
    scoring.reopen(desk, STAGE, "02", "ragu")
    exporting.export(desk, most.folder / "ragu.nilai")
    merging.apply(master, [most.folder / "ragu.nilai"])
    found = openings.opening(master, STAGE)
    assert found is not None
    (only,) = found.changes
    assert (only.juror, only.entry, only.criterion, only.before, only.now) == (
        "J-03", "02", None, "locked", "draft",
    )  # fmt: skip


def test_a_recusal_after_the_opening_takes_scores_away(most: ReadyEvent) -> None:
    deciding.open_ranking(most.master(), ["panitia", "ketua"])
    deciding.recuse(most.master(), "J-04", "03", "keluarga inovator")
    found = openings.opening(most.master(), STAGE)
    assert found is not None
    assert {(one.juror, one.entry, one.before, one.now) for one in found.changes} == {
        ("J-04", "03", "locked", "recused")
    }


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_minutes_call_every_juror_by_name_and_the_sheet_that_is_put_up_only_by_seat(
    most: ReadyEvent, language: str
) -> None:
    master = most.master()
    deciding.open_ranking(master, ["panitia", "ketua"])
    deciding.recuse(master, "J-04", "03", "keluarga inovator")
    merging.apply(master, [rescore(most, "J-02", "01", "kebaruan", 9000)])
    deciding.finalise(master, "Juri kelima tidak datang")
    with master.store.begin() as tx:
        names = names_of(tx)
    minutes = flat(printing.pdf(master, Wanted("berita-acara", language=language)))
    for seat in ("J-02", "J-04", "J-05"):
        called = f"{seat} {names[seat]}"
        assert called in minutes
        assert seat not in minutes.replace(called, "").replace(names[seat], "")
    sheet = flat(printing.pdf(master, Wanted("peringkat", language=language)))
    assert "J-04" in sheet and f"J-04 {names['J-04']}" not in sheet


def test_the_sheet_the_workbook_and_the_command_line_say_it(
    most: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    from kipp_desktop.cli import main

    master = most.master()
    deciding.open_ranking(master, ["panitia", "ketua"])
    merging.apply(master, [rescore(most, "J-02", "01", "kebaruan", 9000)])
    setting_up.put_setting(master, "paper", "a4")
    text = " ".join(
        " ".join(
            page.extract_text() for page in PdfReader(BytesIO(printing.ranking_sheet_pdf(master))).pages
        ).split()
    )
    assert "sebelum penerimaan nilai ditutup: 1 kali" in text
    assert "Sesudah peringkat dibuka, peserta 01: J-02 Kebaruan 73 menjadi 90." in text
    book = load_workbook(BytesIO(printing.ranking_workbook(master)))
    (row,) = list(book["Sesudah dibuka"].iter_rows(min_row=2, values_only=True))
    assert row[2:6] == ("J-02", "Kebaruan", 73, 90)
    most.shut()
    assert main(["rank", str(most.folder / "lomba.kipp")]) == 0
    assert "peserta 01: J-02 Juri J-02 Kebaruan 73 menjadi 90" in capsys.readouterr().out
