"""The program as a person starts it: an empty laptop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import kipp_desktop.gui  # noqa: F401 - first of all: it keeps None alive under Python 3.11
from kipp_desktop import paths
from kipp_desktop.exchange import activation

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def desktop(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The program, with the person's folders empty and codes that cost little."""
    from kipp_desktop.app import Desktop

    monkeypatch.setattr(activation, "COST", activation.KdfCost(8, 1, 1))
    for name in ("data_folder", "config_folder", "log_folder"):
        monkeypatch.setattr(paths, name, lambda folder=tmp_path / name: folder)
    made = Desktop(qapp)
    yield made
    if made.window is not None:
        made.window.close()
    made.close()
