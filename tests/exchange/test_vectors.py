"""Other people's test vectors: age files, DSSE's encoding, RFC 8785's numbers and sorting.

Where the age vectors come from: tests/data/vectors/README.md.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, sealing, signing
from kipp_desktop.exchange.signing import SigningKey

AGE = json.loads((Path(__file__).parents[1] / "data/vectors/age.json").read_text("utf-8"))
STRICTER = ("armor_whitespace_outside",)  # age allows spaces around the armour; ours has none
LAXER = ("stanza_missing_body", "stanza_missing_final_line")
"""The library still takes these headers of age's first drafts. The file opens to what was sealed: a header's
form is no secret, and what lies inside is signed.
"""
PAYLOAD = "013f54400c82da08037759ada907a8b864e97de81c088a182062c4b5622fd2ab"  # of most vectors


@dataclass(frozen=True)
class Vector:
    """One age file with what is expected of it."""

    expect: str
    payload: str | None
    identities: list[str]
    passphrases: list[str]
    text: str


def vector(name: str) -> Vector:
    """A vector by name; a binary file is put into armour, as ours all are."""
    head, _, body = base64.b64decode(AGE[name]).partition(b"\n\n")
    fields = [line.split(": ", 1) for line in head.decode().splitlines()]
    said = dict(fields)
    data = zlib.decompress(body) if said.get("compressed") == "zlib" else body
    return Vector(
        said["expect"],
        said.get("payload"),
        [value for key, value in fields if key == "identity"],
        [value for key, value in fields if key == "passphrase"],
        data.decode("latin-1") if said.get("armored") == "yes" else armoured(data),
    )


def armoured(data: bytes) -> str:
    text = base64.b64encode(data).decode()
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join([sealing.ARMOUR, *lines, "-----END AGE ENCRYPTED FILE-----", ""])


@pytest.mark.parametrize("name", AGE)
def test_an_age_vector_opens_or_is_refused_as_its_authors_say(name: str) -> None:
    case = vector(name)
    opens = case.expect == "success" and not case.passphrases and name not in STRICTER
    if opens or name in LAXER:
        opened = sealing.unseal(case.text, case.identities)
        assert canonical.sha256(opened) == (case.payload if opens else PAYLOAD)
        return
    with pytest.raises(UserError) as refused:
        sealing.unseal(case.text, case.identities)
    broken = () if case.expect == "no match" else ("file.altered",)
    assert refused.value.code in ("file.not_for_this_key", *broken)


@pytest.mark.parametrize("name", [name for name in AGE if vector(name).passphrases])
def test_an_age_vector_under_a_passphrase_opens_or_is_refused(name: str) -> None:
    case = vector(name)
    if case.expect == "success":
        opened = sealing.unseal_with_passphrase(case.text, case.passphrases[0])
        assert canonical.sha256(opened) == case.payload
        return
    with pytest.raises(UserError) as refused:
        sealing.unseal_with_passphrase(case.text, case.passphrases[0])
    assert refused.value.code in ("key.wrong_passphrase", "key.too_much_work")


def test_the_vectors_are_all_there() -> None:
    assert len(AGE) == 122
    assert sum(vector(name).expect == "success" for name in AGE) == 19


def test_a_passphrase_file_that_would_take_gigabytes_is_not_tried() -> None:
    with pytest.raises(UserError) as refused:
        sealing.unseal_with_passphrase(vector("scrypt_work_factor_23").text, "password")
    assert refused.value.code == "key.too_much_work"


def test_dsse_encodes_as_its_specification_says() -> None:
    assert signing.pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        # RFC 8785, 3.2.3: keys sort by UTF-16 code units; 3.2.2.2: which signs are escaped, and how
        (
            {"€": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "😀": "Emoji: Grinning Face", "\x80": "Control",
             "ö": "Latin Small Letter O With Diaeresis"},
            '{"\\r":"Carriage Return","1":"One","\x80":"Control","ö":"Latin Small Letter O With Diaeresis",'
            '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
        ),
        ({"string": '€$\u000f\nA\'B"\\\\"/'}, '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'),
        ({"literals": [None, True, False]}, '{"literals":[null,true,false]}'),
        ([56, {"d": True, "10": None, "1": []}], '[56,{"1":[],"10":null,"d":true}]'),
        ({"a": 9007199254740991, "b": -9007199254740991}, '{"a":9007199254740991,"b":-9007199254740991}'),
    ],
)  # fmt: skip
def test_rfc_8785_is_met_where_we_use_it(plain: object, text: str) -> None:
    assert canonical.dumps(plain) == text.encode("utf-8")
    assert canonical.loads(text.encode("utf-8")) == plain


@pytest.mark.parametrize("number", ["333333333.33333329", "1E30", "4.50", "2e-3", "1e400", "-0", "0.000001"])
def test_rfc_8785s_other_numbers_are_none_of_ours(number: str) -> None:
    with pytest.raises(UserError):
        canonical.loads(f'{{"n":{number}}}'.encode())


@pytest.mark.parametrize(
    ("seed", "public", "message", "signature"),
    [  # RFC 8032, 7.1
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25"
            "bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387"
            "b2eaeb4302aeeb00d291612bb0c00",
        ),
    ],
)
def test_rfc_8032s_signatures_come_out(seed: str, public: str, message: str, signature: str) -> None:
    key = SigningKey(bytes.fromhex(seed))
    assert key.public == canonical.b64(bytes.fromhex(public))
    assert key.sign(bytes.fromhex(message)).hex() == signature
    signing.check_signature(key.public, bytes.fromhex(signature), bytes.fromhex(message))
