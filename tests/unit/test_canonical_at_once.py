"""The short way to see that a payload is canonical never says yes where RFC 8785 in full says no."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding

texts = st.text(max_size=6) | st.sampled_from(["é", "\x7f", "\x1f", "\\", '"', "\ue000", "😀", "9" * 20])
numbers = st.integers(-(2**60), 2**60) | st.integers(0, 1000)
things = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
writers = st.sampled_from(
    [
        lambda thing: json.dumps(thing, separators=(",", ":"), sort_keys=True, ensure_ascii=False),
        lambda thing: json.dumps(thing, separators=(",", ":"), sort_keys=True),
        lambda thing: json.dumps(thing, separators=(",", ":"), ensure_ascii=False),
        lambda thing: json.dumps(thing, sort_keys=True),
        lambda thing: msgspec.json.encode(thing, order="sorted").decode(),
    ]
)


class Sample(msgspec.Struct, frozen=True):
    """A payload with bounds, a default and room for anything."""

    name: str
    values: tuple[int, ...]
    anything: dict[str, Any] | None = None


def canonical_by_the_book(payload: bytes) -> bool:
    try:
        return rfc8785.dumps(msgspec.json.decode(payload)) == payload
    except (rfc8785.CanonicalizationError, msgspec.MsgspecError):
        return False


def accepted(payload: bytes) -> bool:
    try:
        canonical.loads(payload)
    except UserError:
        return False
    return True


@given(things, writers)
def test_a_payload_is_accepted_exactly_when_it_is_canonical_by_the_book(thing: object, writer: Any) -> None:
    payload = writer(thing).encode("utf-8", "surrogatepass")
    assert accepted(payload) == canonical_by_the_book(payload)


@given(st.builds(Sample, texts, st.lists(numbers, max_size=3).map(tuple), things.map(lambda one: {"a": one})))
def test_a_typed_payload_decodes_the_same_the_short_way_and_the_long(sample: Sample) -> None:
    try:
        payload = rfc8785.dumps(msgspec.to_builtins(sample))
    except rfc8785.CanonicalizationError:
        return
    assert decoding.payload(payload, Sample) == decoding.convert(canonical.loads(payload), Sample) == sample


@pytest.mark.parametrize(
    "payload",
    [
        b'{"name":"a","values":[1.0]}',
        b'{"anything":{"a":1.5},"name":"a","values":[1]}',
        b'{"anything":null,"name":"a","values":[1],"values":[1]}',
        b'{"anything":null,"name":"a","other":1,"values":[1]} ',
        b'{"anything":null,"name":"a","values":[9007199254740993]}',
        b'{"name":"a","anything":null,"values":[1]}',
    ],
)
def test_what_is_not_canonical_is_refused_with_a_sentence(payload: bytes) -> None:
    with pytest.raises(UserError):
        decoding.payload(payload, Sample)
