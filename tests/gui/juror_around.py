"""Fixtures for the juror's windows: import them in a test file to use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kipp_desktop.exchange import activation
from kipp_desktop.gui.juror_window import JurorWindow
from kipp_desktop.gui.notices import Notices
from kipp_desktop.gui.preferences import Preferences
from kipp_desktop.gui.surroundings import Surroundings
from kipp_desktop.gui.tasks import Tasks
from tests.gui import juror_desks


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folders, empty."""
    from kipp_desktop import paths

    monkeypatch.setattr(activation, "COST", activation.KdfCost(8, 1, 1))
    for name in ("data_folder", "config_folder", "log_folder"):
        monkeypatch.setattr(paths, name, _always(tmp_path / "home" / name))
    return tmp_path


def _always(folder: Path):
    return lambda: folder


@pytest.fixture
def around(theme, languages, home: Path) -> Iterator[Surroundings]:
    """What every window is given."""
    tasks = Tasks()
    yield Surroundings(theme, languages, tasks, Notices(languages), Preferences(theme, languages))
    tasks.close()


@pytest.fixture
def desk(home: Path):
    """An enrolled juror with nothing scored."""
    return juror_desks.desk(home / "acara")


@pytest.fixture
def window(around: Surroundings, desk, qtbot) -> Iterator[JurorWindow]:
    """The juror's window, open."""
    made = JurorWindow(around, desk)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
