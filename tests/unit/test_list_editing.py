"""A list is corrected in place: cells, pasted rows, meanings of columns, the list as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kipp_desktop import paths
from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.services import importing, list_editing, setting_up
from kipp_desktop.services.masters import Master


@pytest.fixture
def master(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Master]:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    made = setting_up.new_master(tmp_path / "m.kipp", "lima-kriteria")
    yield made
    made.close()


def write_file(folder: Path, *lines: str) -> Path:
    path = folder / "Daftar peserta.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def spots(master: Master, sheet: list_editing.Sheet) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for one in list_editing.judge(master, sheet).errors]


def test_a_wrong_cell_is_mended_in_place(master: Master, tmp_path: Path) -> None:
    path = write_file(tmp_path, "nomor;judul;instansi;mulai", "1;A;Dinas;besok", "2;;Dinas;")
    sheet = list_editing.from_file("entries", path)
    assert spots(master, sheet) == [(2, "D", "import.date_bad"), (3, "B", "import.cell_missing")]
    mended = sheet.with_cells({(0, 3): "10 Januari 2022", (1, 1): "B"})
    plan = list_editing.judge(master, mended)
    assert not plan.errors
    assert list_editing.write(master, mended, plan) == 2
    with master.store.begin() as tx:
        assert [(one.id, one.started_on) for one in tx.entries()] == [("1", "2022-01-10"), ("2", None)]


def test_a_column_is_told_what_it_means_and_that_is_remembered_for_the_next_list(
    master: Master, tmp_path: Path
) -> None:
    path = write_file(tmp_path, "No;Nama Program;Unit;Catatan", "1;A;Dinas X;n")
    sheet = list_editing.from_file("entries", path)
    assert sheet.fields == {0: "number"}
    sheet = sheet.meaning(1, "title").meaning(2, "institution").meaning(3, "")
    plan = list_editing.judge(master, sheet)
    assert plan.problems == ()
    list_editing.write(master, sheet, plan)
    again = list_editing.from_file("entries", path)
    assert again.fields == {0: "number", 1: "title", 2: "institution"}
    assert list_editing.from_file("jurors", path).mapping == {}


def test_a_field_has_one_column_only(master: Master, tmp_path: Path) -> None:
    path = write_file(tmp_path, "nomor;judul;nama pendek;instansi", "1;A;a;Dinas")
    sheet = list_editing.from_file("entries", path).meaning(2, "title")
    assert sheet.fields == {0: "number", 2: "title", 3: "institution"}
    (entry,) = list_editing.judge(master, sheet).rows
    assert entry.title == "a"


def test_rows_are_pasted_with_or_without_headers(master: Master) -> None:
    bare = list_editing.from_rows("entries", "papan klip", [["1", "PELITA", "Puskesmas"], ["2", "B", "RSUD"]])
    named = list_editing.from_rows(
        "entries", "papan klip", [["Judul", "No", "OPD"], ["PELITA", "1", "Puskesmas"]]
    )
    assert [one.title for one in list_editing.judge(master, bare).rows] == ["PELITA", "B"]
    assert [(one.id, one.title) for one in list_editing.judge(master, named).rows] == [("1", "PELITA")]


def test_the_list_as_it_stands_is_changed_shortened_and_extended(master: Master) -> None:
    setting_up.put_entries(master, [Entry("01", "A", "X"), Entry("02", "B", "Y"), Entry("03", "C", "Z")])
    sheet = list_editing.present(master, "entries").without_rows([1])
    sheet = sheet.with_cells({(0, 1): "A baru", (2, 0): "04", (2, 1): "D", (2, 2): "W"})
    plan = list_editing.judge(master, sheet)
    assert list_editing.write(master, sheet, plan) == 3
    with master.store.begin() as tx:
        assert [(one.id, one.title) for one in tx.entries()] == [("01", "A baru"), ("03", "C"), ("04", "D")]
        types = [event.type for event in tx.log.events(("entries_imported", "entries_removed"))]
    assert types == ["entries_imported", "entries_imported", "entries_removed"]


def test_a_row_that_cannot_be_read_is_never_taken_for_a_deleted_one(master: Master) -> None:
    setting_up.put_entries(master, [Entry("01", "A", "X"), Entry("02", "B", "Y")])
    sheet = list_editing.present(master, "entries").with_cells({(1, 1): ""})
    with pytest.raises(importing.ProblemsError):
        list_editing.write(master, sheet, list_editing.judge(master, sheet), skip_bad=True)
    with master.store.begin() as tx:
        assert len(tx.entries()) == 2


def test_a_juror_is_not_put_on_a_spare_seat(master: Master) -> None:
    setting_up.put_jurors(master, [Juror("J-01", "Budi")])
    sheet = list_editing.present(master, "jurors")
    assert [row.cells[:2] for row in sheet.table.rows] == [("J-01", "Budi")]
    plan = list_editing.judge(master, sheet.with_cells({(1, 0): "J-91", (1, 1): "Siti"}))
    assert [one.code for one in plan.errors] == ["import.spare_seat"]


def test_damaged_memory_of_columns_is_no_memory(master: Master, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / list_editing.MEMORY).write_text("[1, 2")
    assert list_editing.recalled("entries") == {}
