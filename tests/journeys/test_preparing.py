"""Preparing an event from the command line: quota, shape, assignment, order, schedule, documents, gladi."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.journeys.template_events import Kipp, TemplateEvent, sample_entries, write_csv


@pytest.fixture
def kipp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_kipp: Kipp, cheap_kdf: None) -> Kipp:
    """Runs a command in an empty folder; its --json answer, or (with `code`) what it said on stderr."""
    monkeypatch.chdir(tmp_path)
    return run_kipp


def test_the_sixth_entry_of_a_regency_is_refused_by_its_row_and_the_others_come_in(kipp: Kipp) -> None:
    kipp("new", "m.kipp", "--template", "jateng-2022")
    rows = [(at, f"Inovasi {at}", f"Puskesmas {at}", "Kabupaten Kebumen") for at in range(1, 7)]
    rows.append((7, "Inovasi 7", "Dinas Kesehatan", "Kota Magelang"))
    listed = write_csv(Path("peserta.csv"), ("nomor", "judul", "instansi", "pengusul"), rows)
    answer = kipp("import", "m.kipp", "entries", listed, code=1)
    (problem,) = answer["problems"]
    assert (problem["row"], problem["column"], problem["code"]) == (7, "D", "import.quota")
    assert "Kabupaten Kebumen" in problem["message"]
    assert kipp("import", "m.kipp", "entries", listed, "--skip-bad")["written"] == 6
    late = write_csv(
        Path("susulan.csv"),
        ("nomor", "judul", "instansi", "pengusul"),
        [(8, "Inovasi 8", "RSUD", "kabupaten kebumen")],
    )
    assert kipp("import", "m.kipp", "entries", late, code=1)["written"] == 0


def test_sukoharjo_takes_only_its_types_of_institution(kipp: Kipp) -> None:
    kipp("new", "m.kipp", "--template", "sukoharjo-2023")
    rows = [(1, "Sigap", "UPTD Pasar", "uptd"), (2, "Gelis", "Yayasan Buku", "Yayasan")]
    listed = write_csv(Path("peserta.csv"), ("nomor", "judul", "instansi", "jenis"), rows)
    (problem,) = kipp("import", "m.kipp", "entries", listed, code=1)["problems"]
    assert (problem["row"], problem["column"], problem["code"]) == (3, "D", "import.type")


def test_an_event_is_prepared_without_a_window(kipp: Kipp) -> None:
    event = TemplateEvent(kipp, "lima-kriteria", sample_entries(6))
    event.set_up()
    assert kipp("shape", "m.kipp", "--out", "susunan.toml")["file"] == "susunan.toml"
    text = Path("susunan.toml").read_text(encoding="utf-8")
    Path("susunan.toml").write_text(text.replace("weight_bp = 2000", "weight_bp = 2500", 1))
    assert kipp("shape", "m.kipp", "susunan.toml", code=1)["problems"][0]["code"] == "shape.weights"
    half = text.replace("weight_bp = 2000", "weight_bp = 2500", 1).replace(
        "weight_bp = 2000", "weight_bp = 1500", 1
    )
    Path("susunan.toml").write_text(half)
    assert kipp("shape", "m.kipp", "susunan.toml", "--try")["written"] is False
    assert kipp("shape", "m.kipp", "susunan.toml")["written"] is True

    planned = kipp("assign", "m.kipp", "final", "balanced", "--each", "2", "--seed", "17", "--try")
    assert planned["written"] == 0 and set(planned["loads"].values()) == {4}
    written = kipp("assign", "m.kipp", "final", "balanced", "--each", "2", "--seed", "17")
    assert (written["rows"], written["written"]) == (planned["rows"], 12)

    drawn = kipp("draw", "m.kipp", "final", "--seed", "8 1 9", "--present", "Kabag Organisasi; Wakil peserta")
    shown = kipp("schedule", "m.kipp", "final", "--day", "2024-10-24", "--pause", "09.40=20=Istirahat")
    assert [one["entry"] for one in shown["slots"] if one["entry"]] == drawn["order"]
    assert [one["start"] for one in shown["slots"][:3]] == ["09.00", "09.20", "09.40"]
    assert shown["slots"][2]["name"] == "Istirahat"
    assert kipp("schedule", "m.kipp", "final") == shown
    assert "Jadwal tidak dapat disusun" in kipp(
        "schedule", "m.kipp", "final", "--day", "2024-10-24", "--until", "10.00", code=1
    )

    Path("berkas").mkdir()
    for name in ("01 proposal.pdf", "paparan.pdf"):
        (Path("berkas") / name).write_bytes(name.encode())
    tried = kipp("attach", "m.kipp", "berkas", "--try")
    assert {Path(one["file"]).name: one["entry"] for one in tried["files"]} == {
        "01 proposal.pdf": "01",
        "paparan.pdf": None,
    }
    assert kipp("attach", "m.kipp", "berkas", "--own", "paparan.pdf=02")["listed"] == 2
    assert kipp("eligible", "m.kipp")["rows"] == []
    young = kipp("eligible", "m.kipp", "--months", "12", "--on", "2023-01-10", "--types", "")["rows"]
    kinds = {one["entry"]: one["kind"] for one in young}
    assert kinds["03"] == "too_young" and "01" not in kinds  # 01 has a document as evidence
    kipp("letterhead", "m.kipp", "--line", "PEMERINTAH KABUPATEN CONTOH", "--line", "SEKRETARIAT DAERAH")
    assert kipp("letterhead", "m.kipp") == {
        "lines": ["PEMERINTAH KABUPATEN CONTOH", "SEKRETARIAT DAERAH"],
        "logo": False,
    }
    assert kipp("remove", "m.kipp", "entries", "06")["removed"] == ["06"]
    assert kipp("interests", "m.kipp", "final")["rows"] == []

    assert kipp("issue", "m.kipp", "--out", "keluar")["documents"] == 2
    assert Path("keluar/dokumen/02/paparan.pdf").is_file()
    assert kipp("changes", "m.kipp")["changes"] == []
    kipp("slip", "m.kipp", "J-02", "slip.png")
    assert Path("slip.png").read_bytes().startswith(b"\x89PNG")
    practice = kipp("practice", "m.kipp", "--out", "gladi")
    kipp("enrol", practice["package"], "--juror", "J-01", "--code", practice["codes"]["J-01"], "--store", "g")
    kipp("export", "--store", "g", "gladi.nilai")
    assert kipp("merge", "m.kipp", "gladi.nilai", code=1)["counts"] == {"refused": 1}


def test_wonosobo_2024_comes_in_by_excel_with_six_planted_errors_all_told_by_row_and_column(
    kipp: Kipp,
) -> None:
    rows = [list(one.values()) for one in sample_entries(33)]
    header = ["No. Peserta", "Judul Inovasi", "Perangkat Daerah", *list(sample_entries(1)[0])[3:]]
    assert len(rows) == 33 and header[6] == "mulai"
    planted = {
        (6, "A"): "",  # no number
        (9, "B"): "",  # no title
        (14, "C"): "",  # no institution
        (20, "A"): "1",  # 1 and 01 are one number
        (26, "G"): "31 Februari 2023",
        (31, "A"): "no 28/2024",  # no id
    }
    right = {spot: rows[spot[0] - 5][ord(spot[1]) - 65] for spot in planted}
    workbook(rows, header, planted)
    kipp("new", "m.kipp", "--template", "wonosobo-2024")
    answer = kipp("import", "m.kipp", "entries", "daftar.xlsx", code=1)
    assert {(one["row"], one["column"]) for one in answer["problems"]} == planted.keys()
    assert answer["written"] == 0 and all(str(one["row"]) in one["message"] for one in answer["problems"])
    workbook(rows, header, right)
    assert kipp("import", "m.kipp", "entries", "daftar.xlsx")["written"] == 33


def workbook(rows: list[list[str]], header: list[str], cells: dict[tuple[int, str], str]) -> None:
    """A list as offices send it: two lines of title, an empty one, the header in row 4."""
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"] = "DAFTAR INOVASI PELAYANAN PUBLIK", "KABUPATEN WONOSOBO TAHUN 2024"
    for at, line in enumerate([header, *rows], start=4):
        for column, text in enumerate(line, start=1):
            sheet.cell(at, column, text)
    for (row, column), text in cells.items():
        sheet[f"{column}{row}"] = text or None
    book.save("daftar.xlsx")
