"""age: sealed to recipients or under a passphrase."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import sealing


def test_every_recipient_can_open_and_nobody_else() -> None:
    one, two, other = (sealing.new_identity() for _ in range(3))
    sealed = sealing.seal(b"nilai", [sealing.recipient_of(one), sealing.recipient_of(two)])
    assert sealed.startswith(sealing.ARMOUR)
    assert sealed.isascii()
    assert sealing.unseal(sealed, [one]) == sealing.unseal(sealed, [other, two]) == b"nilai"
    with pytest.raises(UserError) as refused:
        sealing.unseal(sealed, [other])
    assert refused.value.code == "file.not_for_this_key"


@pytest.mark.parametrize("text", ["", "x", sealing.ARMOUR, "é", "-----BEGIN AGE ENCRYPTED FILE-----\nYQ==\n"])
def test_what_is_not_sealed_cannot_be_opened(text: str) -> None:
    with pytest.raises(UserError) as refused:
        sealing.unseal(text, [sealing.new_identity()])
    assert refused.value.code == "file.altered"


def test_a_bad_recipient_or_identity_is_said() -> None:
    with pytest.raises(UserError):
        sealing.seal(b"", ["age1salah"])
    with pytest.raises(UserError):
        sealing.recipient_of("AGE-SECRET-KEY-SALAH")


def test_a_passphrase_opens_what_it_sealed() -> None:
    passphrase = sealing.new_passphrase()
    sealed = sealing.seal_with_passphrase(b"kunci", passphrase)
    assert sealing.unseal_with_passphrase(sealed, passphrase) == b"kunci"
    with pytest.raises(UserError) as refused:
        sealing.unseal_with_passphrase(sealed, sealing.new_passphrase())
    assert refused.value.code == "key.wrong_passphrase"


@pytest.mark.parametrize("text", ["", "x", sealing.ARMOUR, "é", f"{sealing.ARMOUR}\nYQ==\n", "\0" * 200])
def test_what_is_under_no_passphrase_is_refused_as_if_the_passphrase_were_wrong(text: str) -> None:
    with pytest.raises(UserError) as refused:
        sealing.unseal_with_passphrase(text, "frasa")
    assert refused.value.code == "key.wrong_passphrase"


def test_generated_passphrases_differ_and_have_sixteen_signs() -> None:
    made = {sealing.new_passphrase() for _ in range(20)}
    assert len(made) == 20
    assert all([len(part) for part in one.split("-")] == [4, 4, 4, 4] for one in made)
