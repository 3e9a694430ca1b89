"""The program as a person starts it: an empty laptop; and a juror who has come with the package."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import kipp_desktop.gui  # noqa: F401 - first of all: it keeps None alive under Python 3.11
from kipp_desktop import paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def desktop(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cheap_kdf: None) -> Iterator[object]:
    """The program, with the person's folders empty and codes that cost little."""
    from PySide6.QtCore import QEvent

    from kipp_desktop.app import Desktop

    for name in ("data_folder", "config_folder", "log_folder"):
        monkeypatch.setattr(paths, name, lambda folder=tmp_path / name: folder)
    made = Desktop(qapp)
    yield made
    if made.window is not None:
        made.window.close()
    made.close()
    if made.window is not None:  # before it is dressed once more
        made.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.around.theme.apply("light", 100)
    made.around.languages.use("id")


@pytest.fixture
def handed_out(desktop, tmp_path: Path):
    """A package of ten entries and two jurors."""
    from tests.gui import juror_desks

    return juror_desks.issue(tmp_path / "panitia")


@pytest.fixture
def juror(desktop, handed_out, qtbot):
    """The window of the first juror, activated with the code of the slip, nothing scored."""
    from tests.journeys.juror_day import enrolled

    return enrolled(desktop, handed_out, "J-01", qtbot)


@pytest.fixture
def elsewhere(handed_out, tmp_path: Path) -> Iterator[object]:
    """The first juror's other laptop, half scored."""
    from kipp_desktop.services import jurors
    from tests.gui import juror_desks

    code = juror_desks.code_of(handed_out, "J-01")
    desk = jurors.enrol(handed_out.package, "J-01", code, tmp_path / "laptop-lain")
    juror_desks.half_done(desk)
    yield desk
    desk.close()
