"""A ready competition for whoever needs one: built once, copied for each test."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # never that of who runs the tests


ENTRIES = ("01", "02", "03")
JURORS = ("J-01", "J-02", "J-03", "J-04", "J-05")
STAGE = "final"
CRITERIA = ("kebaruan", "efektif", "bermanfaat", "replikasi", "berkelanjutan")


def value_of(juror: str, entry: str, criterion: str) -> int:
    """The value (hundredths) a juror of the ready competition gives: all different, no two totals equal."""
    return (60 + 3 * int(juror[-1]) + 7 * int(entry) + CRITERIA.index(criterion)) * 100


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """A test's windows are gone before the next test's are dressed: closing alone keeps them in the way."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass
class ReadyEvent:
    """A competition in a folder of its own: master `lomba.kipp`, a desk folder and a code for every juror."""

    folder: Path
    codes: dict[str, str]
    opened: dict[Path, Any] = field(default_factory=dict)

    @property
    def package(self) -> Path:
        """The first package version."""
        return next(self.folder.glob("*-v1.paket"))

    def master(self) -> Any:
        """The master, opened once."""
        from kipp_desktop.services.masters import open_master

        path = self.folder / "lomba.kipp"
        if path not in self.opened:
            self.opened[path] = open_master(path)
        return self.opened[path]

    def desk(self, juror: str, folder: str | None = None) -> Any:
        """A juror's desk, opened once; with `folder` a second laptop, enrolled with the same code."""
        from kipp_desktop.services import jurors

        path = self.folder / (folder or juror)
        if path not in self.opened:
            code = self.codes[juror]
            known = path.exists()
            self.opened[path] = (
                jurors.open_desk(path) if known else jurors.enrol(self.package, juror, code, path)
            )
        return self.opened[path]

    def shut(self) -> None:
        """Close whatever is open."""
        for one in self.opened.values():
            one.close()
        self.opened.clear()

    def file(self, juror: str) -> Path:
        """The score file of a juror who has finished."""
        return self.folder / f"{juror}.nilai"

    @property
    def files(self) -> list[Path]:
        """Every juror's score file."""
        return [self.file(juror) for juror in JURORS]


@contextmanager
def cheap_codes() -> Iterator[None]:
    """Opening an invite costs microseconds instead of a third of a second."""
    from kipp_desktop.exchange import activation

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(activation, "COST", activation.KdfCost(memory_kib=8, iterations=1, lanes=1))
        yield


@pytest.fixture
def cheap_kdf() -> Iterator[None]:
    """See `cheap_codes`."""
    with cheap_codes():
        yield


@pytest.fixture
def cheap_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that opens at once and refuses another; the real one is shown in test_key_file."""
    from kipp_desktop.domain.errors import UserError
    from kipp_desktop.exchange import sealing
    from kipp_desktop.exchange.canonical import b64, unb64

    def mask(data: bytes, passphrase: str) -> bytes:
        stream = hashlib.shake_256(passphrase.encode()).digest(len(data))
        return bytes(one ^ other for one, other in zip(data, stream, strict=True))

    def unseal(text: str, passphrase: str) -> bytes:
        inside = mask(unb64(text), passphrase)
        if not inside.startswith(b"{"):
            raise UserError("key.wrong_passphrase")
        return inside

    monkeypatch.setattr(sealing, "seal_with_passphrase", lambda data, word: b64(mask(data, word)))
    monkeypatch.setattr(sealing, "unseal_with_passphrase", unseal)


@pytest.fixture(scope="session")
def issued_once(tmp_path_factory: pytest.TempPathFactory) -> ReadyEvent:
    """Three entries, five jurors with enrolled desks, nothing scored. Read-only: take `issued`."""
    from kipp_desktop.domain.competition import Entry, Juror
    from kipp_desktop.services import issuing, setting_up

    folder = tmp_path_factory.mktemp("issued")
    with cheap_codes():
        master = setting_up.new_master(folder / "lomba.kipp", "lima-kriteria", "KIPP Kabupaten Contoh")
        setting_up.put_entries(master, [Entry(one, f"Inovasi {one}", f"Dinas {one}") for one in ENTRIES])
        setting_up.put_jurors(master, [Juror(one, f"Juri {one}") for one in JURORS])
        made = issuing.issue(master, folder)
        master.close()
        event = ReadyEvent(folder, {juror.id: code for juror, code in made.codes})
        for juror in JURORS:
            event.desk(juror)
        event.shut()
    return event


@pytest.fixture(scope="session")
def scored_once(issued_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory) -> ReadyEvent:
    """The same, with everything scored, locked, declared and exported. Read-only: take `scored`."""
    from kipp_desktop.services import exporting

    event = copied(issued_once, tmp_path_factory.mktemp("scored") / "event")
    for juror in JURORS:
        desk = event.desk(juror)
        score_all(desk)
        exporting.finish(desk, event.file(juror))
    event.shut()
    return event


def score_all(desk: Any, value: Callable[[str, str, str], int] = value_of) -> None:
    """Score every sheet a juror owes at the final stage, without locking."""
    from kipp_desktop.services import scoring

    for entry in desk.owed[STAGE]:
        for criterion in CRITERIA:
            scoring.enter_score(desk, STAGE, entry, criterion, value(desk.juror_id, entry, criterion))


@pytest.fixture
def issued(issued_once: ReadyEvent, tmp_path: Path, cheap_kdf: None) -> Iterator[ReadyEvent]:
    """A copy of the issued competition, to do with as one likes."""
    event = copied(issued_once, tmp_path / "event")
    yield event
    event.shut()


@pytest.fixture
def scored(scored_once: ReadyEvent, tmp_path: Path, cheap_kdf: None) -> Iterator[ReadyEvent]:
    """A copy of the scored competition, to do with as one likes."""
    event = copied(scored_once, tmp_path / "event")
    yield event
    event.shut()


def copied(event: ReadyEvent, folder: Path) -> ReadyEvent:
    """A competition of one's own with the same codes, in `folder`."""
    shutil.copytree(event.folder, folder)
    return ReadyEvent(folder, dict(event.codes))


@pytest.fixture
def run_kipp(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Runs a command; its --json answer, or what it said on stderr where it answers nothing."""
    from kipp_desktop import cli

    def run(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        try:
            ended = cli.main([*words, "--json"])
        except SystemExit as left:  # `verify` leaves with its own code
            ended = left.code
        said = capsys.readouterr()
        assert ended == code, said.err
        return json.loads(said.out) if said.out else said.err

    return run
