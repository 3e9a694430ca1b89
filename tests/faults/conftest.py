"""One enrolled juror store for all fault tests, made through the services; every test works on a copy."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.services import issuing, jurors, scoring, setting_up
from tests.faults import shim
from tests.faults.forking import ForkServer
from tests.faults.workload import STAGE


@pytest.fixture(scope="session")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A juror's store folder with ten entries and one score."""
    folder = tmp_path_factory.mktemp("enrolled")
    master = setting_up.new_master(folder / "a.kipp", "lima-kriteria", "CONTOH")
    setting_up.put_entries(master, [Entry(f"{n:02d}", f"Inovasi {n}", f"Dinas {n}") for n in range(1, 11)])
    setting_up.put_jurors(master, [Juror("J-01", "Juri Contoh")])
    issued = issuing.issue(master, folder)
    master.close()
    desk = jurors.enrol(issued.package, "J-01", issued.codes[0][1], folder / "J-01")
    first = desk.rubric(STAGE, "01").criterion[0].id
    scoring.enter_score(desk, STAGE, "01", first, 5000)
    desk.close()
    return folder / "J-01"


@pytest.fixture
def store(enrolled: Path, tmp_path: Path) -> Path:
    """A fresh copy of the enrolled store."""
    return Path(shutil.copytree(enrolled, tmp_path / "juri"))


@pytest.fixture
def fresh(enrolled: Path, tmp_path: Path) -> Callable[[], Path]:
    """Makes the copy anew."""

    def copy() -> Path:
        shutil.rmtree(tmp_path / "juri", ignore_errors=True)
        return Path(shutil.copytree(enrolled, tmp_path / "juri"))

    return copy


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled recorder."""
    if not sys.platform.startswith("linux"):
        pytest.skip("LD_PRELOAD and the system calls are Linux's")
    return shim.build(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def watched(library: Path) -> Iterator[ForkServer]:
    """A fork server under the recorder."""
    with ForkServer(library) as server:
        yield server


@pytest.fixture(scope="session")
def plain() -> Iterator[ForkServer]:
    """A fork server on its own."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    with ForkServer() as server:
        yield server
