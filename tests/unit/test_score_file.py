"""The score file: sealed, signed by the juror's device, and checked against its own package."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, score_file, sealing, signing
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.signing import SigningKey
from tests.conftest import cheap_codes
from tests.unit.exchange_samples import Organisation, changed, opened, organisation, payload, score_bytes

DEVICE = SigningKey(b"d" * 32)


@pytest.fixture(scope="module")
def made() -> Organisation:
    with cheap_codes():
        return organisation()


@pytest.fixture(scope="module")
def nilai(made: Organisation) -> bytes:
    return score_bytes(made, DEVICE)


def refusal(made: Organisation, data: bytes) -> str:
    with pytest.raises(UserError) as refused:
        opened(made, data)
    return refused.value.code


def test_what_the_juror_signed_is_what_the_organiser_reads(made: Organisation, nilai: bytes) -> None:
    found = opened(made, nilai)
    assert found.payload == payload(made, DEVICE)
    assert found.snapshot.cells == {("final", "01"): {"a": (1, 8000), "b": (1, 8500)}}
    assert found.snapshot.state(("final", "01")) == "locked"
    assert nilai.isascii()


def test_no_score_can_be_read_from_the_outside(nilai: bytes) -> None:
    outside = json.loads(nilai)
    assert outside.keys() == {"fmt", "v", "about", "sealed"}
    assert outside["about"].keys() == {"competition", "title", "juror", "app"}


def test_the_same_scores_are_the_same_payload_whoever_seals_them(made: Organisation) -> None:
    again = [opened(made, score_bytes(made, DEVICE)).digest for _ in range(2)]
    assert again[0] == again[1]


def test_only_the_organiser_can_open_it(made: Organisation, nilai: bytes) -> None:
    with pytest.raises(UserError) as refused:
        score_file.open_sealed(score_file.read_outside(nilai), [sealing.new_identity()])
    assert refused.value.code == "file.not_for_this_key"


SPLIT = (
    ("final", "01", "a", 1, 0),
    ("final", "02", "a", 1, 0),
)  # cells of one sheet before and after another's


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cells": (("final", "01", "a", 1, 8050),)}, "file.bad_cell"),
        ({"cells": (("final", "01", "a", 1, 10100),)}, "file.bad_cell"),
        ({"cells": (("final", "01", "z", 1, 8000),)}, "file.bad_cell"),
        ({"cells": (("final", "99", "a", 1, 8000),)}, "file.bad_cell"),
        ({"cells": (("awal", "01", "a", 1, 8000),)}, "file.bad_cell"),
        ({"cells": (("final", "01", "a", 2, 8000),)}, "file.bad_cell"),
        ({"cells": (("final", "01", "a", 1, -100),)}, "file.bad_field"),
        ({"cells": (("final", "01", "a", 0, 8000),)}, "file.bad_field"),
        ({"cells": (("final", "01", "b", 1, 1), ("final", "01", "a", 1, 1))}, "file.damaged"),
        ({"cells": (("final", "01", "a", 1, 0), ("final", "01", "a", 1, 100))}, "file.damaged"),
        ({"cells": (("final", "02", "a", 1, 0), ("final", "01", "a", 1, 0))}, "file.damaged"),
        ({"cells": (*SPLIT, ("final", "01", "b", 1, 100))}, "file.damaged"),
        ({"sheets": (("final", "99", "locked", None),)}, "file.bad_cell"),
        ({"sheets": (("final", "01", "terkunci", None),)}, "file.bad_field"),
        ({"sheets": (("final", "01", "locked", None), ("final", "01", "draft", None))}, "file.damaged"),
        ({"ancestors": ("b" * 64, "a" * 64)}, "file.damaged"),
        ({"ancestors": ("x",)}, "file.bad_field"),
        ({"ancestors": ("a" * 64 + "\n",)}, "file.bad_field"),
        ({"declarations": {"awal": score_file.Declaration(True)}}, "file.bad_cell"),
        ({"juror": "J-99"}, "file.about_differs"),
        ({"competition": "01LAIN"}, "file.about_differs"),
        ({"format": "kipp-score/2"}, "file.newer_version"),
        ({"format": "kipp-scores/2"}, "file.bad_field"),
        ({"enrol": "AAAA"}, "file.bad_enrolment"),
        ({"device": "AAAA"}, "file.damaged"),
        ({"comments": "0" * 64}, "file.damaged"),
    ],
    ids=str,
)
def test_a_payload_that_makes_no_sense_is_refused(
    made: Organisation, changes: dict[str, Any], code: str
) -> None:
    assert refusal(made, score_bytes(made, DEVICE, **changes)) == code


def test_an_older_meaning_of_a_criterion_may_still_arrive(made: Organisation) -> None:
    """Its own package version knew it; `derive` will ask for the score again."""
    renewed = replace(
        made.competition,
        rubrics=tuple(
            replace(one, criterion=(replace(one.criterion[0], rev=2), one.criterion[1]))
            for one in made.competition.rubrics
        ),
    )
    with cheap_codes():
        other = organisation(made.code, renewed)
    assert opened(other, score_bytes(other, DEVICE)).payload.cells[0][3] == 1


def test_a_device_that_another_invite_enrolled_is_refused(made: Organisation) -> None:
    forged = activation.enrol(Invite.generate(), made.competition.id, "J-01", DEVICE.public)
    assert refusal(made, score_bytes(made, DEVICE, enrol=forged)) == "file.bad_enrolment"


def test_one_juror_cannot_sign_for_another_device(made: Organisation) -> None:
    """The payload names an enrolled device, but another key signed."""
    _, envelope = score_file.sign(payload(made, DEVICE), SigningKey.generate())
    about = score_file.About(made.competition.id, "Contoh", "J-01", "1")
    data = score_file.write(envelope, None, about, [made.key.recipient])
    assert refusal(made, data) == "file.bad_signature"


@pytest.mark.parametrize(("field", "value"), [("juror", "J-02"), ("competition", "01LAIN")])
def test_the_outside_may_not_say_otherwise_than_the_inside(
    made: Organisation, field: str, value: str
) -> None:
    assert refusal(made, score_bytes(made, DEVICE, about={field: value})) == "file.about_differs"


def test_the_title_outside_is_anybodys_word(made: Organisation, nilai: bytes) -> None:
    about = {**json.loads(nilai)["about"], "title": "Judul lain"}
    assert opened(made, changed(nilai, about=about)).digest == opened(made, nilai).digest


COMMENTS = [("final", "01", "a", "praise", "Rapi"), ("final", "01", None, "improve", "Perluas")]


def test_comments_travel_with_the_file_and_stay_out_of_the_payload(made: Organisation) -> None:
    said = score_file.comments_of(COMMENTS)  # pyright: ignore[reportArgumentType]
    assert said is not None
    found = opened(made, score_bytes(made, DEVICE, said))
    assert found.comments == said
    assert b"Rapi" not in signing.envelope_payload("score", found.envelope)


def test_comments_that_were_altered_are_refused(made: Organisation) -> None:
    said = score_file.comments_of(COMMENTS)  # pyright: ignore[reportArgumentType]
    assert said is not None
    _, envelope = score_file.sign(payload(made, DEVICE, comments=said.digest()), DEVICE)
    about = score_file.About(made.competition.id, "Contoh", "J-01", "1")
    for other in (None, score_file.Comments(said.salt, said.items[:1])):
        data = score_file.write(envelope, other, about, [made.key.recipient])
        assert refusal(made, data) == "file.damaged"


def test_equal_comments_have_unlike_digests() -> None:
    pair = [score_file.comments_of(COMMENTS) for _ in range(2)]  # pyright: ignore[reportArgumentType]
    assert len({one.digest() for one in pair if one}) == 2
    assert score_file.comments_of([]) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"fmt": "kipp-package"}, "file.other_kind"),
        ({"v": 2}, "file.newer_version"),
        ({"about": None}, "file.bad_field"),
        ({"about": {"competition": 7}}, "file.bad_field"),
        ({"sealed": "nilai saya"}, "file.damaged"),
        ({"sealed": 7}, "file.bad_field"),
        ({"sealed": sealing.ARMOUR}, "file.altered"),
    ],
    ids=str,
)
def test_a_file_whose_outside_is_wrong_is_refused(
    made: Organisation, nilai: bytes, change: dict[str, Any], code: str
) -> None:
    assert refusal(made, changed(nilai, **change)) == code


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"{}",
        b"[]",
        b'{"dsse":{}}',
        b'{"comments":null,"dsse":{"payload":"e30=","payloadType":"x","signatures":[]}}',
    ],
)
def test_a_well_sealed_file_with_nonsense_inside_is_refused(
    made: Organisation, nilai: bytes, inside: bytes
) -> None:
    data = changed(nilai, sealed=sealing.seal(inside, [made.key.recipient]))
    assert refusal(made, data) in ("file.damaged", "file.bad_field", "file.not_canonical")


def test_a_sealed_bomb_is_refused(made: Organisation, nilai: bytes) -> None:
    bomb = sealing.seal(b'{"dsse":"' + b"x" * score_file.PLAINTEXT_CAP + b'"}', [made.key.recipient])
    assert refusal(made, changed(nilai, sealed=bomb)) == "file.too_large"


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_flipped_bit_or_a_cut_is_refused_or_changes_nothing(
    made: Organisation, nilai: bytes, data: st.DataObject
) -> None:
    whole = bytearray(nilai)
    place = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[place // 8] ^= 1 << place % 8
    for altered in (bytes(whole), nilai[: data.draw(st.integers(0, len(nilai) - 1))]):
        try:
            found = opened(made, altered)
        except UserError:
            continue
        assert found.payload == payload(made, DEVICE)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_flipped_bit_inside_the_seal_is_refused_or_changes_nothing(
    made: Organisation, nilai: bytes, data: st.DataObject
) -> None:
    """Whoever holds the organiser's key still can't alter what the juror signed."""
    inside = bytearray(sealing.unseal(json.loads(nilai)["sealed"], list(made.key.identities)))
    place = data.draw(st.integers(0, len(inside) * 8 - 1))
    inside[place // 8] ^= 1 << place % 8
    try:
        found = opened(made, changed(nilai, sealed=sealing.seal(bytes(inside), [made.key.recipient])))
    except UserError:
        return
    assert found.payload == payload(made, DEVICE)


def test_a_stored_envelope_is_verified_again(made: Organisation, nilai: bytes) -> None:
    found = opened(made, nilai)
    assert score_file.reopen(found.envelope).digest == found.digest
    altered = {**found.envelope, "payload": canonical.b64(b"{}")}
    with pytest.raises(UserError):
        score_file.reopen(altered)
