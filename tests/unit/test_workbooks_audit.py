"""The audit workbook: formulas of addresses only; recomputed by LibreOffice, its places are the program's."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import openpyxl
import pytest

from kipp_desktop.domain.competition import Competition, PanelMethod
from kipp_desktop.domain.derive import ScoreTable
from kipp_desktop.domain.numbers import decimal_text
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rulings import Rulings
from kipp_desktop.exchange.workbooks import write_audit_workbook, write_ranking_workbook
from tests.unit.documents_samples import sample_competition, sample_ranking
from tests.unit.random_bundles import RandomEvent

SOFFICE = shutil.which("soffice")
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def audit_of(competition):
    table, rulings, rankings = sample_ranking(competition)
    return write_audit_workbook(competition, rankings, table, rulings, "FINAL")


def hard_ranking(competition: Competition):
    """03 is the twin of 02, and 06 of 04 for J-01; J-03 was recused from 07, J-04 abstained from 09."""
    whole = sample_ranking(competition)[0].sheets["final"]
    sheets = {entry: list(given) for entry, given in whole.items()}
    sheets["03"] = [one._replace(entry="03") for one in sheets["02"]]
    sheets["06"][0] = sheets["04"][0]._replace(entry="06")
    gone = {"values": (None,) * 5, "reason": "satu instansi"}
    sheets["07"][2] = sheets["07"][2]._replace(state="recused", **gone)
    sheets["09"][3] = sheets["09"][3]._replace(state="abstained", **gone)
    table = ScoreTable({"final": sheets})
    return rank_stage(competition, table, Rulings(), "final"), table


def formulas(data: bytes) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(data))
    return [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x","y")', "@cmd", "+SUM(A1)", "-2", "{=A1}"])
def test_no_text_of_a_user_stands_in_a_formula(text: str) -> None:
    competition = sample_competition(3, 2)
    entries = tuple(
        replace(entry, title=text, institution=text, category=text) for entry in competition.entries
    )
    data = audit_of(replace(competition, title=text, entries=entries))
    book = openpyxl.load_workbook(BytesIO(data))
    assert book["Peringkat"]["C3"].value == text and book["Peringkat"]["C3"].data_type == "s"
    words = re.compile(r"[A-Z]+\(|Nilai|Lembar|cocok|BEDA")
    for one in formulas(data):
        assert not re.search(r"[a-z]", words.sub("", one)), one


def test_every_number_from_the_total_on_is_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(audit_of(sample_competition())))
    assert book.sheetnames == ["Peringkat", "Nilai", "Lembar"]
    head = [cell.value for cell in book["Peringkat"][2]]
    first = dict(zip(head, [cell.value for cell in book["Peringkat"][3]], strict=True))
    for column in (
        "Nilai Presentasi dan Wawancara",
        "Nilai akhir",
        "Kunci",
        "criterion:kebaruan",
        "Peringkat",
    ):
        assert str(first[column]).startswith("="), column
    assert str(book["Nilai"]["H2"].value) == "=(E2-F2)*G2"
    assert str(book["Lembar"]["E2"].value) == "=SUM(Nilai!H2:H6)"


def test_two_criteria_of_one_name_are_two_in_every_formula() -> None:
    competition = sample_competition()
    (rubric,) = competition.rubrics
    first, second, *others = rubric.criterion
    shouted = replace(second, name=replace(first.name, id=first.name.id.upper()))
    rubric = replace(rubric, criterion=(first, shouted, *others))
    book = openpyxl.load_workbook(BytesIO(audit_of(replace(competition, rubrics=(rubric,)))))
    told = [str(book["Nilai"][f"D{row}"].value).casefold() for row in range(2, 7)]
    assert len(set(told)) == 5 and told[0] == f"{first.name.id} ({first.id})".casefold()


METHODS = {
    "mean": PanelMethod("mean"),
    "mean by juror": PanelMethod("mean", juror_weight_bp={"J-01": 25000, "J-03": 1}),
    "sum": PanelMethod("sum"),
    "median": PanelMethod("median"),
    "median by juror": PanelMethod("median", juror_weight_bp={"J-01": 20000, "J-02": 20000}),
    "trimmed": PanelMethod("trimmed", k=1),
    "trimmed by criterion": PanelMethod("trimmed", k=1, per="criterion"),
    "rank sum": PanelMethod("rank_sum"),
    "rank sum by juror": PanelMethod("rank_sum", juror_weight_bp={"J-01": 15000}),
}
CHAIN = ("first_places", "median", "highest_weight", "criterion:kebaruan", "stage:final")
KNOWN = {
    *("SUM", "SUMPRODUCT", "ROUND", "IF", "AND", "COUNT", "COUNTIF", "COUNTIFS", "AVERAGE", "MEDIAN"),
    *("LARGE", "SMALL", "RANK", "MIN", "MAX", "ISNUMBER"),
}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_scores_and_tie_values_are_formulas_whatever_the_method(method: PanelMethod) -> None:
    data = audit_of(sample_competition(panel_method=method, ties=CHAIN))
    head, *rows = openpyxl.load_workbook(BytesIO(data))["Peringkat"].iter_rows(min_row=2)
    columns = [cell.value for cell in head]
    for row in rows:
        for name in ("Nilai Presentasi dan Wawancara", "Nilai akhir", "Kunci", *CHAIN, "Peringkat"):
            assert row[columns.index(name)].data_type == "f", name
    names = {name for one in formulas(data) for name in re.findall(r"([A-Z]+)\(", one)}
    assert names <= KNOWN, "Excel 2010 and LibreOffice know these"


def test_a_number_that_is_no_formula_says_so_without_colour() -> None:
    book = openpyxl.load_workbook(BytesIO(audit_of(sample_competition())))
    places = book["Peringkat"]
    typed = [cell for cell in places[3] if cell.value == 0 and cell.data_type == "n"]
    assert [places.cell(2, cell.column).value for cell in typed] == ["Tambahan", "Keputusan"]
    assert all("*" in cell.number_format for cell in typed)
    assert "bertanda *" in str(places["A1"].value)


def test_the_same_result_gives_the_same_bytes() -> None:
    assert audit_of(sample_competition()) == audit_of(sample_competition())


def recomputed(data: bytes, folder: Path) -> list[dict[str, str]]:
    """The rows of the sheet of places as LibreOffice computes them, every result that we wrote taken out."""
    folder.mkdir(exist_ok=True)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    bare = folder / "buku.xlsx"
    with ZipFile(BytesIO(data)) as source, ZipFile(bare, "w") as target:
        for item in source.infolist():
            body = source.read(item)
            if item.filename.startswith("xl/worksheets/"):
                body = re.sub(rb"</f><v>[^<]*</v>", b"</f>", body)
            target.writestr(item, body)
    options = "44,34,76,1,,0,false,true,false,false,false,-1"
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", f"csv:Text - txt - csv (StarCalc):{options}", "--outdir", str(folder), str(bare)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "javaldx" not in line]
    assert said == [], "LibreOffice has something to say about the file"
    with (folder / "buku-Peringkat.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return [dict(zip(rows[1], row, strict=True)) for row in rows[2:]] if "Program" in rows[1] else []


# LibreOffice is no test dependency that pip could install: these run with --long where it is on the path.
if SOFFICE:

    @pytest.mark.long
    @pytest.mark.parametrize("seed", range(8))
    def test_libreoffice_comes_to_the_places_of_the_program(seed: int, tmp_path: Path) -> None:
        event = RandomEvent(Random(seed))
        result = event.result()
        stages = {one.stage for one in result.rankings}
        for stage in stages:
            rankings = [one for one in result.rankings if one.stage == stage]
            if not any(row.place for one in rankings for row in one.rows):
                continue
            state = result.state
            data = write_audit_workbook(
                state.competition, rankings, state.table, state.rulings, result.status
            )
            rows = recomputed(data, tmp_path / stage)
            assert rows and all(row["Cocok"] == "cocok" for row in rows), rows

    @pytest.mark.long
    @pytest.mark.parametrize("after", ["joint", "dense"])
    @pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
    def test_every_method_is_recomputed_with_absences_and_equal_ranks(
        method: PanelMethod, after: str, tmp_path: Path
    ) -> None:
        competition = sample_competition(panel_method=method, ties=CHAIN[:3], after_ties=after)
        rankings, table = hard_ranking(competition)
        rows = recomputed(
            write_audit_workbook(competition, rankings, table, Rulings(), "FINAL"), tmp_path / "buku"
        )
        assert len(rows) == 10 and all(row["Cocok"] == "cocok" for row in rows), rows
        places = [row.place for row in rankings[0].rows]
        assert len(set(places)) < 10, "a joint place was meant to be among them"
        said = {row["No. peserta"]: row["Nilai akhir"] for row in rows}
        for row in rankings[0].rows:
            assert row.score is not None
            assert abs(float(said[row.entry]) - float(decimal_text(row.score, 9))) < 1e-5

    @pytest.mark.long
    def test_a_cell_that_is_changed_moves_the_places(tmp_path: Path) -> None:
        data = audit_of(sample_competition())
        book = openpyxl.load_workbook(BytesIO(data))
        for row in range(2, 27):
            book["Nilai"].cell(row, 5).value = 1  # everything of the first entry
        changed = BytesIO()
        book.save(changed)
        rows = recomputed(changed.getvalue(), tmp_path / "buku")
        assert {row["No. peserta"]: row["Peringkat"] for row in rows}["01"] == "10"
        assert any(row["Cocok"] == "BEDA" for row in rows)

    @pytest.mark.long
    def test_the_ranking_workbook_opens_without_a_word(tmp_path: Path) -> None:
        competition = sample_competition()
        table, rulings, rankings = sample_ranking(competition, Rulings())
        recomputed(write_ranking_workbook(competition, rankings, table, rulings, "FINAL"), tmp_path / "buku")
