"""MASTER.kunci: readable by its owner only, under a passphrase on demand."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_file, sealing
from kipp_desktop.exchange.key_file import OrganiserKey

KEY = OrganiserKey.generate("01J").with_code("J-01", "K7QM2XRDC")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lomba.kunci"


def test_the_key_file_lies_beside_its_master() -> None:
    assert key_file.path_beside(Path("/a/lomba.kipp")) == Path("/a/lomba.kunci")


def test_secrets_come_back_as_they_went(path: Path) -> None:
    key_file.save(KEY, path)
    assert key_file.load(path) == KEY
    assert not key_file.is_protected(path)


def test_only_the_owner_may_read_it(path: Path) -> None:
    path.write_text("lama")
    path.chmod(0o644)
    key_file.save(KEY, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"


def test_under_a_passphrase_nothing_is_readable_without_it(path: Path) -> None:
    passphrase = sealing.new_passphrase()
    key_file.save(KEY, path, passphrase)
    assert key_file.is_protected(path)
    text = path.read_text()
    assert not any(secret in text for secret in (*KEY.identities, KEY.codes["J-01"]))
    with pytest.raises(UserError) as refused:
        key_file.load(path)
    assert refused.value.code == "key.protected"
    with pytest.raises(UserError) as refused:
        key_file.load(path, "salah sekali")
    assert refused.value.code == "key.wrong_passphrase"
    assert key_file.load(path, passphrase.lower().replace("-", " ")) == KEY


def test_a_generated_passphrase_may_be_typed_loosely_another_one_not() -> None:
    assert key_file.normal_passphrase("o123 4567-89ab cdef") == "0123-4567-89AB-CDEF"
    assert key_file.normal_passphrase("Kata Sandi Saya") == "Kata Sandi Saya"


def test_a_missing_key_file_is_named(path: Path) -> None:
    with pytest.raises(UserError) as refused:
        key_file.load(path)
    assert (refused.value.code, refused.value.facts) == ("key.missing", {"file": "lomba.kunci"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"fmt":"kipp-key","v":1}',
        '{"fmt":"kipp-key","v":1,"secrets":{"competition":"01J","signing_seed":"AA==","identities":["x"],"codes":{}}}',
        '{"fmt":"kipp-key","v":1,"secrets":{"competition":"01J","signing_seed":"AA==","identities":[],"codes":{}}}',
        '{"fmt":"kipp-key","v":1,"protected":true,"sealed":7}',
    ],
)
def test_a_damaged_key_file_is_refused(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(UserError):
        key_file.load(path, "frasa")


def test_rotation_makes_new_keys_and_still_reads_the_old_files() -> None:
    new = KEY.rotated()
    sealed = sealing.seal(b"nilai", [KEY.recipient])
    assert new.signing != KEY.signing
    assert new.recipient != KEY.recipient
    assert sealing.unseal(sealed, list(new.identities)) == b"nilai"
    assert new.codes == KEY.codes


def test_the_file_is_plain_ascii(path: Path) -> None:
    key_file.save(KEY, path)
    assert json.loads(path.read_text(encoding="ascii"))["fmt"] == "kipp-key"
