from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.packaging.freezing import homes_in


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Freezing takes longest: begun first, it runs beside everything else instead of after it."""
    items.sort(key=lambda item: "tests/packaging/test_frozen" not in item.nodeid)


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """The environment of a person who has no checkout: own folders, and nothing that leads back here."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**inherited, **homes_in(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
