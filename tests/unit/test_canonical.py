"""Canonical JSON: what is not its own canonical form is refused, never repaired."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(plain)
def test_what_is_written_reads_back_the_same(thing: Any) -> None:
    assert canonical.loads(canonical.dumps(thing)) == thing


@given(st.dictionaries(st.text(st.characters(codec="ascii")), st.integers(-(2**53) + 1, 2**53 - 1)))
def test_keys_are_sorted_and_nothing_is_between_them(thing: dict[str, int]) -> None:
    wanted = json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert canonical.dumps(thing) == wanted


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":0.5}',
        b'{"a":-0}',
        b'{"a":NaN}',
        b'{"a":9007199254740993}',
        b'{"a":99999999999999999999999}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\xff"}',
        b'{"a":"\\u0041"}',
        b"{'a':1}",
        b"",
        b"{",
        b"{}{}",
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_not_its_own_canonical_form_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        canonical.loads(data)
    assert refused.value.code in ("file.damaged", "file.not_canonical")


def test_a_digest_with_many_digits_in_a_row_needs_no_closer_look() -> None:
    assert canonical.decoded_at_once(b'{"a":["%b"]}' % (b"1234567890" * 6), dict[str, list[str]]) is not None


@pytest.mark.parametrize("number", [b":%d", b":-%d", b":[1,%d]", b":[%d]", b":[-%d]"])
def test_a_number_near_the_limit_is_always_looked_at_closely(number: bytes) -> None:
    data = b'{"a"' + number % (2**53 + 1) + b"}"
    assert canonical.decoded_at_once(data, object) is None


def test_a_bare_number_near_the_limit_is_looked_at_closely() -> None:
    assert canonical.decoded_at_once(b"%d" % (2**53 + 1), object) is None


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_stumble(data: bytes) -> None:
    try:
        thing = canonical.loads(data)
    except UserError as error:
        assert error.code in ("file.damaged", "file.not_canonical")
    else:
        assert canonical.dumps(thing) == data


@pytest.mark.parametrize("thing", [2**53, -(2**53), "\ud800", float("nan"), {1: 2}, object()])
def test_what_json_cannot_say_exactly_is_not_written(thing: object) -> None:
    with pytest.raises(UserError) as refused:
        canonical.dumps(thing)
    assert refused.value.code == "file.not_canonical"


@pytest.mark.parametrize("text", ["YQ", "YQ=", "YQ== ", "YQ==\n", "Y Q==", "YR==", "_w==", "é", "YQ===", "="])
def test_base64_is_strict(text: str) -> None:
    with pytest.raises(UserError) as refused:
        canonical.unb64(text)
    assert refused.value.code == "file.damaged"


def test_base64_of_another_length_is_refused() -> None:
    assert canonical.unb64("YWI=", 2) == b"ab"
    with pytest.raises(UserError):
        canonical.unb64("YWI=", 3)


def test_a_digest_is_shown_in_sixteen_groups_and_in_ten_characters() -> None:
    assert canonical.digest_groups("0123456789abcdef" * 4) == ["0123", "4567", "89ab", "cdef"] * 4
    assert canonical.short_code("0" * 64) == "00000-00000"
    assert canonical.short_code("f" * 64) == "ZZZZZ-ZZZZZ"
    assert canonical.short_code("0842108421084" + "0" * 51) == "11111-11111"


def test_the_digest_is_of_the_canonical_bytes() -> None:
    assert canonical.digest_of({"b": 1, "a": 2}) == canonical.sha256(b'{"a":2,"b":1}')


@given(st.binary(min_size=1, max_size=40).map(canonical.b64), st.sampled_from("AQgw/+9="), st.integers(0, 3))
def test_base64_is_read_in_one_spelling_only(text: str, sign: str, padding: int) -> None:
    """The last sign before the padding has bits that say nothing: they have to be nought."""
    text = text.rstrip("=")[:-1] + sign + "=" * padding
    try:
        data = canonical.unb64(text)
    except UserError as error:
        assert error.code == "file.damaged"
    else:
        assert base64.b64encode(data).decode() == text
