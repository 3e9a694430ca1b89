"""The receipt: the organiser's signed word, with a checkpoint inside."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, receipt, signing
from kipp_desktop.exchange.receipt import Checkpoint, Counts, ReceiptPayload
from kipp_desktop.exchange.signing import SigningKey
from tests.unit.exchange_samples import changed

KEY = SigningKey(b"o" * 32)
POINT = Checkpoint("kipp-checkpoint/1", "01J", 41, "a" * 64, "b" * 64, None)
PAYLOAD = ReceiptPayload(
    "kipp-receipt/1", "01J", "J-01", ("c" * 64,), Counts(10, 9, 1, 0), receipt.sign_checkpoint(POINT, KEY)
)
DATA = receipt.build(PAYLOAD, KEY)


def test_what_was_signed_is_read() -> None:
    found = receipt.read(DATA, KEY.public)
    assert (found.payload, found.checkpoint) == (PAYLOAD, POINT)


def test_another_organisers_receipt_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        receipt.read(receipt.build(PAYLOAD, SigningKey.generate()), KEY.public)
    assert refused.value.code == "receipt.other_organiser"


def test_a_checkpoint_of_somebody_else_is_refused_although_the_receipt_is_ours() -> None:
    foreign = receipt.sign_checkpoint(POINT, SigningKey.generate())
    data = receipt.build(msgspec.structs.replace(PAYLOAD, checkpoint=foreign), KEY)
    with pytest.raises(UserError) as refused:
        receipt.read(data, KEY.public)
    assert refused.value.code == "file.bad_signature"


@pytest.mark.parametrize(
    "change",
    [{"accepted": ["x"]}, {"counts": {}}, {"juror": "J 1"}, {"checkpoint": []}, {"format": "kipp-receipt/2"}],
    ids=str,
)
def test_a_signed_receipt_that_makes_no_sense_is_refused(change: dict[str, Any]) -> None:
    payload = {**msgspec.to_builtins(PAYLOAD), **change}
    envelope = signing.sign_payload("receipt", canonical.dumps(payload), KEY)
    with pytest.raises(UserError) as refused:
        receipt.read(changed(DATA, dsse=envelope), KEY.public)
    assert refused.value.code == "file.bad_field"


@settings(max_examples=400)
@given(st.data())
def test_a_flipped_bit_or_a_cut_is_refused_or_changes_nothing(data: st.DataObject) -> None:
    whole = bytearray(DATA)
    place = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[place // 8] ^= 1 << place % 8
    for altered in (bytes(whole), DATA[: data.draw(st.integers(0, len(DATA) - 1))]):
        try:
            found = receipt.read(altered, KEY.public)
        except UserError:
            continue
        assert found.payload == PAYLOAD


def test_a_receipt_is_plain_ascii_that_opens_in_notepad() -> None:
    assert DATA.isascii()
    assert json.loads(DATA)["fmt"] == "kipp-receipt"
