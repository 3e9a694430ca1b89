"""Where the device key is kept: a keyring that works, else a file, and never a crash or a wait."""

from __future__ import annotations

import json
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from kipp_desktop import cli, paths
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import checking, device_keys, exporting, jurors, scoring
from kipp_desktop.store.juror_store import FILE_NAME
from tests.conftest import STAGE, ReadyEvent
from tests.unit.test_services_juror import content, refusal


class MemoryKeyring(KeyringBackend):
    """A keyring as systems have them, in memory."""

    priority = 5  # pyright: ignore

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


class LockedKeyring(MemoryKeyring):
    """A wallet whose owner said no."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class ForgetfulKeyring(MemoryKeyring):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return None


class MuteKeyring(MemoryKeyring):
    """A wallet that waits for a password nobody types."""

    def __init__(self) -> None:
        super().__init__()
        self.never = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.never.wait(60)


@pytest.fixture(autouse=True)
def own_keyring_again() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def memory() -> MemoryKeyring:
    made = MemoryKeyring()
    keyring.set_keyring(made)
    return made


def enrolled(event: ReadyEvent, folder: str = "baru") -> Any:
    return event.desk("J-01", folder)


def test_the_system_keyring_keeps_the_device_key_and_nothing_lies_beside_the_store(
    issued: ReadyEvent, memory: MemoryKeyring
) -> None:
    desk = enrolled(issued)
    assert (desk.keeping.place, desk.keeping.name) == ("keyring", memory.name)
    assert not (desk.store.folder / device_keys.FILE_NAME).exists()
    with desk.store.begin() as tx:
        device = tx.meta("device")
    assert list(memory.held) == [(device_keys.SERVICE, device)]
    issued.shut()
    exporting.export(enrolled(issued), issued.folder / "a.nilai")


def test_two_jurors_of_one_laptop_have_keys_of_their_own(issued: ReadyEvent, memory: MemoryKeyring) -> None:
    desks = [issued.desk("J-01", "satu"), issued.desk("J-02", "dua")]
    assert len({desk.secrets().device.public for desk in desks}) == len(memory.held) == 2


@pytest.mark.parametrize("backend", [FailKeyring, LockedKeyring, ForgetfulKeyring])
def test_a_keyring_that_does_not_keep_leads_to_a_file_of_the_owner_only(
    issued: ReadyEvent, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    desk = enrolled(issued)
    path = desk.store.folder / device_keys.FILE_NAME
    assert desk.keeping.place == "file"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    exporting.export(desk, issued.folder / "a.nilai")


def test_a_keyring_that_never_answers_is_not_waited_for(
    issued: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_keys, "PATIENCE_S", 0.05)
    mute = MuteKeyring()
    keyring.set_keyring(mute)
    assert enrolled(issued).keeping.place == "file"
    mute.never.set()


def test_a_keyring_that_shut_later_is_named_and_the_scores_are_safe(
    issued: ReadyEvent, memory: MemoryKeyring
) -> None:
    desk = enrolled(issued)
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    keyring.set_keyring(LockedKeyring())
    with pytest.raises(UserError) as refused:
        exporting.export(desk, issued.folder / "a.nilai")
    assert (refused.value.code, refused.value.facts) == ("store.keyring_silent", {"name": memory.name})
    assert [one.name for one in checking.check_juror(desk) if not one.ok] == ["secrets"]
    assert scoring.sheet(desk, STAGE, "01").values[0] == 8000


def test_portable_mode_and_rehearsals_leave_nothing_in_the_laptops_keyring(
    issued: ReadyEvent, memory: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "portable_folder", lambda: tmp_path)
    assert enrolled(issued).keeping.place == "file"
    assert memory.held == {}


def test_a_store_that_could_not_be_made_leaves_no_key_behind(
    issued: ReadyEvent, memory: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("store.full", file=FILE_NAME)

    monkeypatch.setattr(jurors.JurorStore, "create", full)
    assert refusal(enrolled, issued) == "store.full"
    assert memory.held == {}


def test_a_store_of_before_with_its_file_keeps_working(issued: ReadyEvent, memory: MemoryKeyring) -> None:
    desk = issued.desk("J-01")  # enrolled when there was no keyring
    with desk.store.begin() as tx:
        tx.set_meta("keyring", "")
    assert desk.keeping == device_keys.Keeping("file", device_keys.FILE_NAME)
    exporting.export(desk, issued.folder / "a.nilai")


def test_a_lost_key_is_renewed_with_the_code_and_every_score_stays(
    issued: ReadyEvent, memory: MemoryKeyring
) -> None:
    desk = enrolled(issued)
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    before = exporting.export(desk, issued.folder / "a.nilai")
    assert refusal(jurors.renew_device, desk, issued.codes["J-01"]) == "enrol.key_is_here"
    memory.held.clear()
    assert refusal(jurors.renew_device, desk, issued.codes["J-02"]) == "code.other_juror"
    old = desk.device_code
    jurors.renew_device(desk, issued.codes["J-01"])
    assert desk.device_code != old
    after = exporting.export(desk, issued.folder / "b.nilai")
    payload = content(issued, after.path)
    assert payload.ancestors == (before.digest,)
    assert payload.cells == ((STAGE, "01", "kebaruan", 1, 8000),)
    assert all(one.ok for one in checking.check_juror(desk))


def test_enrolling_and_checking_say_where_the_key_is(
    issued: ReadyEvent, memory: MemoryKeyring, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(issued.folder / "baru")
    command = ["enrol", str(issued.package), "--juror", "J-01", "--code", issued.codes["J-01"]]
    assert cli.main([*command, "--store", store]) == 0
    assert memory.name in capsys.readouterr().out
    assert cli.main(["check", store, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["kept"], said["keeper"]) == ("keyring", memory.name)
    memory.held.clear()
    assert cli.main([*command, "--store", store, "--again", "--lang", "en"]) == 0
    assert "laptop code" in capsys.readouterr().out
    assert cli.main(["check", store]) == 0
