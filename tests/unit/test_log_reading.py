"""A log that was read is read on from there: what was decoded once isn't decoded again."""

from __future__ import annotations

from kipp_desktop.gui.models.organiser_overview import read_overview
from kipp_desktop.services import deciding, safekeeping
from kipp_desktop.services.log_reading import LogReading


def test_only_events_that_are_new_are_read(scored):
    master, reading = scored.master(), LogReading()
    with master.store.begin() as tx:
        before = reading.events(tx)
        assert reading.events(tx) is before and list(before) == tx.log.events()
    deciding.juror_left(master, "J-05", "12.00", "Tugas lain")
    with master.store.begin() as tx:
        after = reading.events(tx)
        assert list(after) == tx.log.events()
    assert [event.type for event in after[len(before) :]] == ["juror_unavailable"]
    assert all(one is other for one, other in zip(before, after, strict=False))


def test_another_log_in_its_place_is_read_from_the_beginning(scored):
    master, reading = scored.master(), LogReading()
    backup = safekeeping.back_up(master, safekeeping.ASKED_FOR)
    deciding.juror_left(master, "J-05", "12.00", "Tugas lain")
    with master.store.begin() as tx:
        reading.events(tx)
    scored.shut()
    safekeeping.restore(scored.folder / "lomba.kipp", backup)
    master = scored.master()
    with master.store.begin() as tx:
        assert list(reading.events(tx)) == tx.log.events()


def test_the_overview_says_the_same_however_much_was_read_before(scored):
    master, reading = scored.master(), LogReading()
    read_overview(master, reading)
    deciding.recuse(master, "J-04", "01", "Keluarga inovator")
    again, anew = read_overview(master, reading), read_overview(master)
    assert again.events == anew.events and again.result.payload == anew.result.payload
    assert again.boards == anew.boards and again.outcomes == anew.outcomes
