"""What an outside audit found on the organiser's side: each fault once, so that it stays away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Assignment, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    masters,
    merging,
    receiving,
    safekeeping,
    scoring,
    setting_up,
)
from tests.conftest import ENTRIES, JURORS, STAGE, ReadyEvent


def refusal(what: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(UserError) as refused:
        what(*args, **more)
    return refused.value.code


def sound(master: Any) -> bool:
    return [one.name for one in checking.check_master(master) if not one.ok] == []


@pytest.fixture
def merged(scored: ReadyEvent) -> ReadyEvent:
    """The ready competition with all five files merged."""
    merging.apply(scored.master(), scored.files)
    return scored


@pytest.fixture
def new(tmp_path: Path, cheap_kdf: None) -> Any:
    """A master just made."""
    master = setting_up.new_master(tmp_path / "baru.kipp", "lima-kriteria", "Kompetisi Baru")
    yield master
    master.close()


# — making, restoring, issuing —


def test_a_new_master_never_takes_the_place_of_a_key(tmp_path: Path) -> None:
    key = tmp_path / "lomba.kunci"
    key.write_text("rahasia")
    assert refusal(setting_up.new_master, tmp_path / "lomba.kipp", "lima-kriteria") == "key.exists"
    assert refusal(setting_up.new_master, tmp_path / "a.kunci", "lima-kriteria") == "key.exists"
    assert key.read_text() == "rahasia"
    assert list(tmp_path.iterdir()) == [key]


@pytest.mark.parametrize("source", ["J-01/nilai.kipp-juri", "lain.kipp"])
def test_only_a_backup_of_this_master_is_restored(issued: ReadyEvent, source: str) -> None:
    setting_up.new_master(issued.folder / "lain.kipp", "lima-kriteria").close()
    path = issued.folder / "lomba.kipp"
    before = (path.read_bytes(), sorted(issued.folder.iterdir()))
    assert refusal(safekeeping.restore, path, issued.folder / source).startswith("store.")
    assert (path.read_bytes(), sorted(issued.folder.iterdir())) == before


def test_a_master_is_restored_where_none_is_left(issued: ReadyEvent) -> None:
    path, copy = issued.folder / "lomba.kipp", issued.folder / "salinan.kipp"
    path.rename(copy)
    assert safekeeping.restore(path, copy) is None
    assert safekeeping.restore(path, copy) is not None
    assert sound(issued.master())


def test_a_list_of_jurors_changes_names_only_until_the_next_version(merged: ReadyEvent) -> None:
    master = merged.master()
    setting_up.put_jurors(master, [Juror("J-01", "Nama Baru", panel="lain", role="ketua")])
    with master.store.begin() as tx:
        seat = masters.load_state(tx).competition.juror_by_id["J-01"]
    assert (seat.name, seat.panel, seat.role) == ("Nama Baru", "juri", "anggota")


def test_a_withdrawn_entry_stays_on_the_sheets_it_was_on(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.take_out(master, "03", "withdrawn", "mundur")
    second = issuing.issue(master, merged.folder)
    desk = merged.desk("J-01")
    receiving.receive(desk, second.package)
    scoring.withdraw_declaration(desk, STAGE, "ubah")
    exporting.export(desk, merged.folder / "lagi.nilai")
    (outcome,) = merging.apply(master, [merged.folder / "lagi.nilai"])
    assert outcome.outcome == "accepted"
    assert sound(master)


def test_an_entry_out_before_the_first_version_is_on_no_sheet(new: Any, tmp_path: Path) -> None:
    setting_up.put_entries(new, [Entry("01", "A", "I"), Entry("02", "B", "I")])
    setting_up.put_jurors(new, [Juror("J-01", "Juri")])
    deciding.take_out(new, "02", "withdrawn", "mundur")
    rows = issuing.issue(new, tmp_path).competition.assignments
    assert [row.entry for row in rows] == ["01"]


def test_a_version_that_would_drop_a_scored_sheet_is_refused_until_the_juror_is_recused(
    merged: ReadyEvent,
) -> None:
    master = merged.master()
    rows = [(Assignment(juror, STAGE, entry), None) for juror in JURORS for entry in ENTRIES]
    setting_up.put_assignments(master, [row for row in rows if row[0] != Assignment("J-01", STAGE, "02")])
    with pytest.raises(UserError) as refused:
        issuing.issue(master, merged.folder)
    assert (refused.value.code, refused.value.facts) == (
        "issue.would_drop",
        {"juror": "J-01", "stage": STAGE, "entry": "02"},
    )
    deciding.recuse(master, "J-01", "02", "keluarga")
    issuing.issue(master, merged.folder)
    assert sound(master)


def test_a_package_too_large_to_be_read_is_not_issued(issued: ReadyEvent, monkeypatch) -> None:
    monkeypatch.setattr(issuing, "FILE_CAP", 100)
    master = issued.master()
    before = sorted(issued.folder.glob("*.paket"))
    assert refusal(issuing.issue, master, issued.folder) == "issue.too_large"
    assert sorted(issued.folder.glob("*.paket")) == before


def test_the_package_file_comes_last(issued: ReadyEvent, monkeypatch) -> None:
    master = issued.master()
    before = sorted(issued.folder.glob("*.paket"))

    def broken(_tx: object) -> None:
        raise UserError("store.full", file="x")

    monkeypatch.setattr(issuing, "rebuild", broken)
    assert refusal(issuing.issue, master, issued.folder) == "store.full"
    assert sorted(issued.folder.glob("*.paket")) == before
