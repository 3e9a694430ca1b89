"""Windows without a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import kipp_desktop.gui  # noqa: F401 - first of all: it keeps None alive under Python 3.11

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def theme(qapp) -> Iterator[object]:
    """The light theme at 100 %, as every test finds it."""
    from kipp_desktop.gui.theme import Theme

    made = Theme(qapp, RESOURCES)
    made.apply("light", 100)
    yield made
    made.deleteLater()


@pytest.fixture
def languages(qapp) -> Iterator[object]:
    """Indonesian, and Indonesian again afterwards."""
    from kipp_desktop.gui.languages import Languages

    made = Languages(qapp, RESOURCES / "i18n")
    made.use("id")
    yield made
    made.use("id")
    made.deleteLater()
