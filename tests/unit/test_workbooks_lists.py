import pytest

from kipp_desktop.domain.competition import Assignment, Entry, Juror
from kipp_desktop.domain.rubric import Scale
from kipp_desktop.exchange.workbooks import (
    Table,
    TableRow,
    import_template,
    read_assignments,
    read_entries,
    read_gate,
    read_jurors,
    read_scores,
    read_table,
)
from kipp_desktop.exchange.workbooks.lists import parse_date
from kipp_desktop.exchange.workbooks.tables import column_letters
from kipp_desktop.sentences import catalogue


def table(headers, *rows):
    names = tuple(headers.split(","))
    letters = tuple(column_letters(position) for position in range(len(names)))
    body = tuple(
        TableRow(number, tuple((*row, *[""] * len(names))[: len(names)]))
        for number, row in enumerate(rows, start=2)
    )
    return Table("daftar.xlsx", 1, names, letters, body)


def codes(problems):
    return [(problem.row, problem.column, problem.code) for problem in problems]


def errors(problems):
    return [problem for problem in problems if problem.severity == "error"]


def test_entries_with_indonesian_headers():
    entries, problems = read_entries(
        table(
            "No. Peserta,Judul,Instansi,Jenis,Kategori,Kelompok,Mulai,Tahap_Inovasi,Pengusul",
            (
                "01",
                "Antrean",
                "Dinas Kesehatan",
                "UPTD",
                "Kesehatan",
                "replikasi",
                "10/01/2022",
                "berjalan",
                "Kab. A",
            ),
            ("02", "Kebun", "SD 1"),
        )
    )
    assert problems == []
    assert entries == [
        Entry(
            "01",
            "Antrean",
            "Dinas Kesehatan",
            "UPTD",
            "Kesehatan",
            "replikasi",
            "2022-01-10",
            "berjalan",
            "Kab. A",
        ),
        Entry("02", "Kebun", "SD 1"),
    ]


def test_entries_with_the_names_of_the_command_line():
    entries, problems = read_entries(
        table("number,title,institution,started_on", ("1", "A", "B", "2022-01-10"))
    )
    assert problems == [] and entries == [Entry("1", "A", "B", started_on="2022-01-10")]


def test_a_mapping_names_columns_and_wins_over_headers():
    entries, problems = read_entries(
        table("No,Inovasi,Dinas,judul", ("1", "Antrean", "Dinkes", "bukan ini")),
        {"Inovasi": "title", "dinas": "institution", "judul": ""},
    )
    assert problems == [] and entries == [Entry("1", "Antrean", "Dinkes")]


def test_a_running_number_beside_the_entry_number_is_not_taken_for_it():
    entries, problems = read_entries(
        table("No,No Peserta,judul,instansi", ("1", "A-07", "Antrean", "Dinkes"))
    )
    assert entries[0].id == "A-07"
    assert [(problem.code, problem.severity, problem.column) for problem in problems] == [
        ("import.column_unused", "warning", "A")
    ]


def test_every_problem_is_listed_with_its_cell():
    rows = [
        ("", "Tanpa nomor", "Dinas"),
        ("1", "A", "Dinas"),
        ("01", "B", "Dinas"),
        ("no 3", "C", "Dinas"),
        ("4", "", ""),
        ("5", "E", "Dinas", "Olahraga"),
        ("6", "F", "Dinas", "kesehatan", "31/02/2022"),
        ("7", "A", "Dinas"),
        ("8", "x" * 501, "Dinas"),
    ]
    entries, problems = read_entries(table("nomor,judul,instansi,kategori,mulai", *rows), {}, ["Kesehatan"])
    assert codes(problems) == [
        (2, "A", "import.number_missing"),
        (4, "A", "import.number_twice"),
        (5, "A", "import.number_bad"),
        (6, "B", "import.cell_missing"),
        (6, "C", "import.cell_missing"),
        (7, "D", "import.category_unknown"),
        (8, "E", "import.date_bad"),
        (9, "B", "import.entry_same"),
        (10, "B", "import.text_too_long"),
    ]
    assert problems[1].detail == "3", "the other row"
    assert problems[7].severity == "warning"
    assert [entry.id for entry in entries] == ["1", "7"], "rows with an error are left out, warnings are not"


def test_a_category_is_free_when_the_template_lists_none_and_else_spelt_as_listed():
    free, _ = read_entries(table("nomor,judul,instansi,kategori", ("1", "A", "B", "Apa saja")))
    listed, _ = read_entries(
        table("nomor,judul,instansi,kategori", ("1", "A", "B", "TATA  KELOLA")), {}, ["Tata Kelola"]
    )
    assert (free[0].category, listed[0].category) == ("Apa saja", "Tata Kelola")


def test_missing_columns_are_named_and_nothing_is_read():
    entries, problems = read_entries(table("nomor,nama", ("1", "A")))
    assert entries == []
    assert [(problem.code, problem.value) for problem in errors(problems)] == [
        ("import.column_missing", "title"), ("import.column_missing", "institution"),
    ]  # fmt: skip


def test_a_mapping_that_fits_nothing_is_named():
    _, problems = read_entries(
        table("nomor,judul,instansi", ("1", "A", "B")), {"Tidak ada": "type", "judul": "warna"}
    )
    assert {problem.code for problem in errors(problems)} >= {
        "import.column_not_found",
        "import.field_unknown",
    }


@pytest.mark.parametrize(("typed", "iso"), [
    ("2022-01-10", "2022-01-10"), ("10/1/2022", "2022-01-10"), ("10-01-2022", "2022-01-10"),
    ("10.01.2022", "2022-01-10"), ("10 Januari 2022", "2022-01-10"), ("1 Agustus 2021", "2021-08-01"),
    ("3 May 2021", "2021-05-03"), ("17 Okt 2020", "2020-10-17"), ("29/02/2023", None), ("2022", None),
    ("Januari 2022", None), ("10/13/2022", None), ("1/2/22", None), ("besok", None), ("²/1/2022", None),
])  # fmt: skip
def test_dates_as_people_write_them(typed, iso):
    assert parse_date(typed) == iso


def test_jurors_without_id_are_numbered_around_those_that_have_one():
    jurors, problems = read_jurors(
        table(
            "id,nama,instansi,unsur,jabatan,kedudukan",
            ("", "Budi", "KemenPANRB", "Kementerian", "Analis", "Ketua merangkap anggota"),
            ("J-02", "Siti", "UGM", "akademisi"),
            ("", "Nur", "", "", "", "sekretaris"),
        )
    )
    assert problems == []
    assert jurors == [
        Juror("J-01", "Budi", "Analis", "KemenPANRB", "kementerian", role="ketua"),
        Juror("J-02", "Siti", "", "UGM", "akademisi"),
        Juror("J-03", "Nur", role="sekretaris"),
    ]


def test_problems_of_jurors():
    jurors, problems = read_jurors(
        table(
            "id,name,institution,background,title,role,panel",
            ("J 1", "A"),
            ("J-1", "B", "", "dosen"),
            ("j-1", "C", "", "", "", "wakil"),
            ("", "", "X"),
            ("", "D", "", "", "", "", "tim dua"),
            ("", "E", "Y"),
            ("", "e", "y"),
        )
    )
    assert codes(problems) == [
        (2, "A", "import.juror_id_bad"),
        (3, "D", "import.background_unknown"),
        (4, "A", "import.juror_id_twice"),
        (4, "F", "import.role_unknown"),
        (5, "B", "import.cell_missing"),
        (6, "G", "import.panel_bad"),
        (8, "B", "import.juror_same"),
    ]
    assert [juror.name for juror in jurors] == ["E", "e"]


def test_assignments_find_numbers_as_a_spreadsheet_mangles_them():
    rows, problems = read_assignments(
        table(
            "juror,entry,stage,state,reason",
            ("J-01", "1", "final"),
            ("J-01", "02", "final", "recused", "satu instansi"),
            ("J-9", "7", "awal", "mungkin"),
            ("J-01", "01", "final"),
            ("", "", ""),
        ),
        ["J-01"], ["01", "02"], ["final"],
    )  # fmt: skip
    assert [(row.assignment, row.reason) for row in rows] == [
        (Assignment("J-01", "final", "01"), ""),
        (Assignment("J-01", "final", "02", "recused"), "satu instansi"),
    ]
    assert codes(problems) == [
        (4, "A", "import.juror_unknown"),
        (4, "B", "import.entry_unknown"),
        (4, "C", "import.stage_unknown"),
        (4, "D", "import.state_unknown"),
        (5, "B", "import.row_twice"),
        (6, "A", "import.cell_missing"),
        (6, "B", "import.cell_missing"),
        (6, "C", "import.cell_missing"),
    ]


def test_a_number_that_could_be_two_entries_is_unknown():
    _, problems = read_assignments(
        table("juror,entry,stage", ("J-01", "1", "final")), ["J-01"], ["01", "001"], ["final"]
    )
    assert codes(problems) == [(2, "B", "import.entry_unknown")]


def test_scores_stay_as_typed_and_empty_ones_are_not_zero():
    rows, problems = read_scores(
        table(
            "stage,entry,criterion,value",
            ("final", "01", "kebaruan", "87,5"),
            ("final", "01", "efektif", ""),
            ("final", "1", "kebaruan", "90"),
            ("", "01", "efektif", "80"),
        )
    )
    assert [(row.row, row.entry, row.criterion, row.value) for row in rows] == [(2, "01", "kebaruan", "87,5")]
    assert [(problem.row, problem.code, problem.severity) for problem in problems] == [
        (3, "import.value_empty", "warning"), (4, "import.row_twice", "error"),
        (5, "import.cell_missing", "error"),
    ]  # fmt: skip


def test_gate_results_per_entry():
    words = ["lulus", "Tidak Lulus", "pass", "fail", "ya", "tidak", "1", "0", "true", "mungkin", ""]
    rows, problems = read_gate(
        table("peserta,hasil,alasan", *((str(number), word, "alasan") for number, word in enumerate(words))),
        [str(number) for number in range(len(words))],
        {},
    )
    assert [(row.criterion, row.value) for row in rows] == [
        (None, value) for value in (100, 0, 100, 0, 100, 0, 100, 0, 100)
    ]
    assert [problem.code for problem in problems] == ["import.value_bad"] * 2


def test_gate_results_per_criterion():
    scales = {"berkas": Scale(check=True), "mutu": Scale()}
    rows, problems = read_gate(
        table(
            "entry,criterion,value,reason",
            ("01", "berkas", "lulus"), ("01", "mutu", "87"), ("02", "berkas", "0"),
            ("02", "mutu", "101"), ("02", "warna", "1"),
        ),
        ["01", "02"], scales,
    )  # fmt: skip
    assert [(row.entry, row.criterion, row.value) for row in rows] == [
        ("01", "berkas", 100), ("01", "mutu", 8700), ("02", "berkas", 0),
    ]  # fmt: skip
    assert codes(problems) == [
        (4, "D", "import.reason_missing"), (5, "C", "import.value_bad"), (6, "B", "import.criterion_unknown"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["entries", "jurors", "assignments", "scores", "gate"])
def test_the_templates_are_read_back_without_a_complaint(tmp_path, kind):
    path = tmp_path / "isian.xlsx"
    path.write_bytes(import_template(kind))
    filled = read_table(path)
    readers = {
        "entries": lambda: read_entries(filled),
        "jurors": lambda: read_jurors(filled),
        "assignments": lambda: read_assignments(filled, [], [], []),
        "scores": lambda: read_scores(filled),
        "gate": lambda: read_gate(filled, [], {}),
    }
    assert readers[kind]() == ([], [])
    assert import_template(kind) == import_template(kind)


def test_every_problem_has_a_sentence_in_both_languages():
    import re
    from pathlib import Path

    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "kipp_desktop/exchange/workbooks").glob("*.py")
    )
    named = set(re.findall(r'"((?:import|file)\.[a-z_]+)"', source))
    named |= {f"import.{prefix}_{kind}" for prefix in ("number", "juror_id") for kind in ("bad", "twice")}
    named |= {f"import.{name}_unknown" for name in ("juror", "entry", "stage")} | {"import.number_missing"}
    named -= {"import.number", "import.juror_id"}
    for code in named:
        assert catalogue()[code]["id"] and catalogue()[code]["en"], code
        assert "!" not in catalogue()[code]["id"]
