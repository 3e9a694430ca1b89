"""DSSE: what is signed is type and payload together, and only verified bytes are used."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import signing
from kipp_desktop.exchange.canonical import b64
from kipp_desktop.exchange.signing import SigningKey

KEY = SigningKey(bytes(range(32)))


def test_pae_is_the_specifications_own_example() -> None:
    assert signing.pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


def test_lengths_are_in_bytes_not_characters() -> None:
    assert signing.pae("é", "ñ".encode()) == b"DSSEv1 2 \xc3\xa9 2 \xc3\xb1"


def test_rfc_8032_key_and_signature() -> None:
    key = SigningKey(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    assert key.public == b64(
        bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    )
    assert key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155")


def test_an_envelope_gives_back_exactly_what_was_signed() -> None:
    envelope = signing.sign_payload("score", b"{}", KEY)
    assert signing.verify("score", envelope, KEY.public) == b"{}"
    assert envelope["payloadType"] == "application/vnd.kipp.score.v1+json"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"payload": b64(b"{ }")}, "file.bad_signature"),
        ({"payload": "e30"}, "file.damaged"),
        ({"payload": None}, "file.damaged"),
        ({"payloadType": "application/vnd.kipp.result.v1+json"}, "file.damaged"),
        ({"signatures": []}, "file.damaged"),
        ({"signatures": ["x"]}, "file.damaged"),
        ({"signatures": [{"keyid": "x"}]}, "file.damaged"),
        ({"signatures": [{"sig": b64(bytes(63))}]}, "file.damaged"),
        ({"signatures": [{"sig": b64(bytes(64))}]}, "file.bad_signature"),
        ({"signatures": [{"sig": b64(bytes(64))}] * 2}, "file.damaged"),
    ],
)
def test_an_altered_envelope_is_refused(change: dict, code: str) -> None:
    envelope = {**signing.sign_payload("score", b"{}", KEY), **change}
    with pytest.raises(UserError) as refused:
        signing.verify("score", envelope, KEY.public)
    assert refused.value.code == code


def test_a_signature_for_one_kind_of_file_is_none_for_another() -> None:
    envelope = signing.sign_payload("receipt", b"{}", KEY)
    passed_off = {**envelope, "payloadType": signing.payload_type("score")}
    with pytest.raises(UserError) as refused:
        signing.verify("score", passed_off, KEY.public)
    assert refused.value.code == "file.bad_signature"


def test_the_key_id_is_a_hint_that_nothing_depends_on() -> None:
    envelope = signing.sign_payload("score", b"{}", KEY)
    lied = {**envelope, "signatures": [{**envelope["signatures"][0], "keyid": "0" * 16}]}
    assert signing.verify("score", lied, KEY.public) == b"{}"


@pytest.mark.parametrize("thing", [None, [], "x", 7])
def test_what_is_no_envelope_is_damaged(thing: object) -> None:
    with pytest.raises(UserError) as refused:
        signing.verify("score", thing, KEY.public)
    assert refused.value.code == "file.damaged"


def test_a_foreign_key_is_not_ours() -> None:
    envelope = signing.sign_payload("score", b"{}", KEY)
    with pytest.raises(UserError) as refused:
        signing.verify("score", envelope, SigningKey.generate().public)
    assert refused.value.code == "file.bad_signature"
