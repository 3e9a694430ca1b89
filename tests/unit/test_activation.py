"""The code on the slip: forgiving to type, and it opens one invite of one juror of one competition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation
from kipp_desktop.exchange.activation import COST, Invite, new_code, read_code, show_code
from kipp_desktop.exchange.canonical import CROCKFORD
from kipp_desktop.exchange.signing import SigningKey

SALT = b"s" * 16
CODES = st.text(CROCKFORD, min_size=8, max_size=8).map(
    lambda signs: show_code(signs + activation._check_sign(signs))
)


@given(CODES, st.sampled_from(("", "-", " ", " - ")), st.booleans())
def test_case_dashes_and_lookalikes_do_not_matter(code: str, between: str, lower: bool) -> None:
    typed = code.replace("-", between).replace("0", "O").replace("1", "l")
    assert read_code(typed.lower() if lower else typed) == code.replace("-", "")


def test_i_and_l_are_one_and_o_is_zero() -> None:
    signs = "10101010"
    code = signs + activation._check_sign(signs)
    for typed in ("IOIOIOIO", "loLOioIO"):
        assert read_code(typed + code[8]) == code


@pytest.mark.parametrize("typed", ["{}\r\n", " {}\u00a0", "\u2003{}"])
def test_a_code_copied_with_what_stands_around_it_is_the_code(typed: str) -> None:
    """A cell of a CSV ends in carriage return and line feed."""
    code = activation.new_code()
    assert read_code(typed.format(code)) == read_code(code)
    assert read_code(code.replace("-", "\u2011")) == read_code(code), "a dash as word processors write it"


@given(CODES, st.integers(0, 7), st.sampled_from(CROCKFORD))
def test_one_mistyped_sign_is_noticed_except_by_chance_of_one_in_thirty_two(
    code: str, place: int, sign: str
) -> None:
    signs = code.replace("-", "")
    typed = signs[:place] + sign + signs[place + 1 :]
    if activation._check_sign(typed[:8]) == signs[8]:
        assert read_code(typed) == typed
        return
    with pytest.raises(UserError) as refused:
        read_code(typed)
    assert refused.value.code == "code.mistyped"


@pytest.mark.parametrize(
    "typed", ["", "K7QM", "K7QM-2XRD", "K7QM-2XRD-CC", "U7QM-2XRD-C", "K7QM_2XRD_C", "१" * 9]
)
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        read_code(typed)
    assert refused.value.code == "code.mistyped"


def test_new_codes_differ_and_read_back() -> None:
    made = {new_code() for _ in range(50)}
    assert len(made) == 50
    assert all(show_code(read_code(code)) == code for code in made)


def test_the_cost_of_a_guess_is_fixed_by_the_format() -> None:
    assert (COST.memory_kib, COST.iterations, COST.lanes) == (65536, 3, 4)


INVITE = Invite(bytes(32), "AGE-SECRET-KEY-1")
GIVEN = {"salt": SALT, "competition": "01J", "juror": "J-01", "organiser": SigningKey(bytes(32)).public}


@pytest.fixture
def code() -> str:
    return new_code()


def test_the_code_opens_the_invite(cheap_kdf: None, code: str) -> None:
    sealed = activation.seal_invite(INVITE, code, **GIVEN)
    assert activation.open_invite(sealed, code.lower(), **GIVEN) == INVITE


@pytest.mark.parametrize(
    "change",
    [
        {"salt": b"t" * 16},
        {"competition": "01K"},
        {"juror": "J-02"},
        {"organiser": SigningKey(b"1" * 32).public},
    ],
    ids=["salt", "competition", "juror", "first key"],
)
def test_the_invite_opens_only_where_it_belongs(cheap_kdf: None, code: str, change: dict) -> None:
    sealed = activation.seal_invite(INVITE, code, **GIVEN)
    with pytest.raises(UserError) as refused:
        activation.open_invite(sealed, code, **{**GIVEN, **change})
    assert refused.value.code == "code.does_not_open"


def test_another_code_does_not_open(cheap_kdf: None, code: str) -> None:
    sealed = activation.seal_invite(INVITE, code, **GIVEN)
    with pytest.raises(UserError) as refused:
        activation.open_invite(sealed, new_code(), **GIVEN)
    assert refused.value.code == "code.does_not_open"


@pytest.mark.parametrize("sealed", ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
def test_an_invite_that_is_cut_short_does_not_open(cheap_kdf: None, code: str, sealed: str) -> None:
    with pytest.raises(UserError) as refused:
        activation.open_invite(sealed, code, **GIVEN)
    assert refused.value.code == "code.does_not_open"


def test_only_the_invite_enrols_a_device() -> None:
    device = SigningKey.generate().public
    word = activation.enrol(INVITE, "01J", "J-01", device)
    activation.check_enrolment(word, INVITE.key.public, "01J", "J-01", device)
    for other in (
        (word, INVITE.key.public, "01K", "J-01", device),
        (word, INVITE.key.public, "01J", "J-02", device),
        (word, INVITE.key.public, "01J", "J-01", SigningKey.generate().public),
        (word, SigningKey.generate().public, "01J", "J-01", device),
        ("AAAA", INVITE.key.public, "01J", "J-01", device),
    ):
        with pytest.raises(UserError) as refused:
            activation.check_enrolment(*other)
        assert refused.value.code == "file.bad_enrolment"
