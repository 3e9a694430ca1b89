"""A file is written whole or not at all, and what was there before stays until then."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import safe_write as module
from kipp_desktop.exchange.safe_write import safe_write


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "J-01.nilai"
    path.write_bytes(b"lama")
    return path


def refusal(path: Path, data: bytes = b"baru") -> UserError:
    with pytest.raises(UserError) as refused:
        safe_write(path, data)
    return refused.value


def only_file(path: Path) -> bool:
    return [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_is_replaced_whole(target: Path) -> None:
    safe_write(target, b"baru")
    assert target.read_bytes() == b"baru"
    assert only_file(target)


@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        ("os.fsync", errno.ENOSPC, "write.no_space"),
        ("os.fsync", errno.EDQUOT, "write.no_space"),
        ("os.fsync", errno.EIO, "write.failed"),
        ("os.open", errno.EACCES, "write.not_allowed"),
        ("os.open", errno.EROFS, "write.not_allowed"),
        ("os.open", errno.ENOENT, "write.no_folder"),
    ],
)
def test_whatever_fails_the_old_file_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int, code: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as patch:
        patch.setattr(call, fail)
        assert refusal(target).code == code
    assert target.read_bytes() == b"lama"
    assert only_file(target)


def test_a_replacement_that_fails_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(scratch: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, "dipegang")

    monkeypatch.setattr(module, "_replace", fail)
    assert refusal(target).code == "write.not_allowed"
    assert target.read_bytes() == b"lama"
    assert only_file(target)


def test_what_reads_back_differently_is_reported(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: real(self)[:-1])
    assert refusal(target).code == "write.read_back"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path / "flashdisk" / "J-01.nilai")
    assert (error.code, error.facts) == ("write.no_folder", {"folder": str(tmp_path / "flashdisk")})


def test_a_private_file_is_the_owners_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda fd: (seen.append(stat.S_IMODE(os.fstat(fd).st_mode)), real(fd))[1]
    )
    safe_write(tmp_path / "a.kunci", b"rahasia", private=True)
    assert seen[0] == 0o600 or os.name == "nt"
    assert stat.S_IMODE((tmp_path / "a.kunci").stat().st_mode) == seen[0]


def test_windows_waits_for_the_virus_scanner_but_not_for_ever(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries, pauses = [], []
    real = Path.replace

    def held(self: Path, other: Path) -> Path:
        tries.append(other)
        if len(tries) < 4:
            raise PermissionError(errno.EACCES, "dipegang")
        return real(self, other)

    monkeypatch.setattr(module.time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held)
    scratch = target.with_name("baru")
    scratch.write_bytes(b"baru")
    monkeypatch.setattr(module, "_ON_WINDOWS", True)
    module._replace(scratch, target)
    assert (len(tries), pauses) == (4, [0.02, 0.04, 0.08])
    tries.clear()
    monkeypatch.setattr(module, "ATTEMPTS", 2)
    with pytest.raises(PermissionError):
        module._replace(scratch, target)
