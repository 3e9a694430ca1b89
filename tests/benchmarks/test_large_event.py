"""The script about large events keeps working: a tiny one, nothing about time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import large_event


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
def test_every_page_of_a_large_event_is_opened(qapp: object, tmp_path: Path) -> None:
    found = large_event.measure(tmp_path, entries=6, jurors=4)
    assert {"first reading", "reading again", "Penugasan", "step 6"} <= found.keys()
