from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from kipp_desktop.domain.rulings import Event, Rulings
from kipp_desktop.exchange.workbooks import write_codes_csv, write_ranking_workbook
from tests.unit.documents_samples import sample_competition, sample_ranking

HOSTILE = [
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@cmd",
    '=HYPERLINK("http://x","y")',
    "http://contoh.go.id",
    "{=A1}",
    "007",
]


def book_of(competition, rulings=None, decisions=(), status="FINAL"):
    table, rulings, rankings = sample_ranking(competition, rulings)
    data = write_ranking_workbook(competition, rankings, table, rulings, status, decisions)
    return openpyxl.load_workbook(BytesIO(data))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_workbook_has_its_sheets_ready_to_print():
    book = book_of(sample_competition())
    assert book.sheetnames == ["Peringkat", "Rekap", "Nilai", "Juri", "Keputusan", "Sesudah dibuka"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.paperSize == 14 and sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.column_dimensions["A"].width >= 9


def test_a4_is_printed_on_a4():
    assert book_of(replace(sample_competition(), paper="a4"))["Rekap"].page_setup.paperSize == 9


def test_scores_are_numbers_beside_their_exact_fraction():
    head, *body = rows(book_of(sample_competition())["Peringkat"])
    third = dict(zip(head, body[2], strict=True))
    assert third["No. peserta"] == "01" and third["Peringkat"] == 3 and third["Nilai"] == pytest.approx(86.4)
    assert third["Nilai tepat"] == "432/5" and float(Fraction(third["Nilai tepat"])) == third["Nilai"]
    assert third["Urutan nilai sama oleh"] == "criterion:kebaruan"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_user_becomes_a_formula_a_number_or_a_link(text):
    competition = sample_competition(3, 2)
    entry = replace(competition.entries[0], title=text, institution=text)
    juror = replace(competition.jurors[0], name=text)
    competition = replace(
        competition, entries=(entry, *competition.entries[1:]), jurors=(juror, *competition.jurors[1:])
    )
    rulings = Rulings(out={"02": ("withdrawn", text)})
    decision = Event(
        1, "2024-10-24T03:00:00Z", "", "recused", {"juror": "J-01", "reason": text, "present": text}
    )
    book = book_of(competition, rulings, [decision])
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if text in str(cell.value)]
    assert {cell.parent.title for cell in found} == {"Peringkat", "Rekap", "Nilai", "Juri", "Keputusan"}
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in found)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_what_is_missing_is_a_word_and_never_zero():
    head, *body = rows(book_of(sample_competition())["Rekap"])
    fifth = dict(zip(head, body[4], strict=True))
    assert fifth["J-02"] == "abstain" and isinstance(fifth["J-01"], (int, float))
    head, *cells = rows(book_of(sample_competition())["Nilai"])
    missing = [dict(zip(head, row, strict=True)) for row in cells if row[1] == "05" and row[4] == "J-02"]
    assert len(missing) == 5 and all(row["Nilai"] is None and row["Lembar"] == "abstain" for row in missing)
    assert missing[0]["Alasan"] == "berasal dari instansi yang sama"


def test_unranked_entries_have_a_reason_and_no_number():
    rulings = Rulings(out={"04": ("withdrawn", "pejabat berhalangan")})
    head, *body = rows(book_of(sample_competition(), rulings)["Peringkat"])
    last = dict(zip(head, body[-1], strict=True))
    assert (last["Peringkat"], last["Nilai"], last["Keterangan"]) == (
        None,
        None,
        "mengundurkan diri: pejabat berhalangan",
    )


def test_decisions_are_listed_and_other_events_passed_over():
    events = [
        Event(3, "2024-10-24T03:00:00Z", "", "device_confirmed", {"juror": "J-01"}),
        Event(9, "2024-10-24T07:00:00Z", "", "tie_decided", {
            "stage": "final", "group": "overall", "order": ["01", "08"],
            "reason": "undian", "present": "ketua; panitia",
        }),
    ]  # fmt: skip
    _, *body = rows(book_of(sample_competition(), decisions=events)["Keputusan"])
    assert body == [
        [
            9,
            "2024-10-24T07:00:00Z",
            "nilai sama diputuskan",
            "final",
            "overall; 01, 08",
            "undian",
            "ketua; panitia",
        ]
    ]


def test_same_result_same_bytes():
    competition = sample_competition()
    table, rulings, rankings = sample_ranking(competition)
    first, second = (write_ranking_workbook(competition, rankings, table, rulings, "FINAL") for _ in range(2))
    assert first == second


def test_an_empty_competition_makes_an_empty_workbook():
    assert len(rows(book_of(sample_competition(0, 0))["Peringkat"])) == 1


def test_a_very_long_reason_is_cut_with_a_sign_instead_of_vanishing():
    event = Event(1, "", "", "finalised", {"reason": "x" * 40_000})
    text = rows(book_of(sample_competition(1, 1), decisions=[event])["Keputusan"])[1][5]
    assert text.endswith("…") and len(text) == 32_001


def test_codes_are_plain_csv():
    assert write_codes_csv([("J-01", "K7QM-2XRD-C")]) == b"juror,code\r\nJ-01,K7QM-2XRD-C\r\n"
