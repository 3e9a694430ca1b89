"""Places of a laptop are said by title and criterion."""

from __future__ import annotations

from kipp_desktop.gui.models.places import places_words
from tests.unit import domain_samples as samples


def test_cells_are_gathered_under_their_entry_by_name():
    competition = samples.contest(entries=3)
    places = [("final", "01", "a"), ("final", "01", "b"), ("final", "03"), ("final", "02", "b", "praise")]
    said = places_words(competition, places, "id")
    assert said == "01 Inovasi 1: a, b; 03 Inovasi 3; 02 Inovasi 2: b"


def test_a_whole_stage_is_said_by_its_name():
    competition = samples.contest(entries=1)
    assert places_words(competition, [("final",)], "id") == "final"
