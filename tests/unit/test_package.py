"""The package: sealed by the organiser, and only the right one is accepted after another."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, package, signing
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.package import continues, rotation_statement
from kipp_desktop.exchange.signing import SigningKey
from tests.conftest import cheap_codes
from tests.unit.exchange_samples import Organisation, build, changed, organisation, sealed


@pytest.fixture(scope="module")
def made() -> Organisation:
    with cheap_codes():
        return organisation()


def seat(made: Organisation, code: str | None = None, first: str | None = None) -> dict[str, dict[str, str]]:
    with cheap_codes():
        shut = sealed(made.invite, code or made.code, made.competition.id, first or made.key.signing.public)
    return {"J-01": shut}


def test_a_package_seals_the_whole_competition(made: Organisation) -> None:
    assert made.package.competition == made.competition
    assert made.package.version == 1
    assert made.package.first_key == made.key.signing.public
    assert made.package_bytes.isascii()


def test_the_code_on_the_slip_opens_the_package(made: Organisation) -> None:
    place = made.package.seat("J-01")
    with cheap_codes():
        opened = activation.open_invite(
            place.invite, made.code, unb64(place.salt), made.competition.id, "J-01", made.package.first_key
        )
    assert opened == made.invite


def test_a_forged_package_with_the_same_code_slip_cannot_be_opened(made: Organisation) -> None:
    """The forger copies everything, the juror's seat too, and signs with a key of his own."""
    forger = OrganiserKey.generate(made.competition.id)
    forged = package.read(build(made.competition, forger, seat(made)))
    place = forged.seat("J-01")
    with cheap_codes(), pytest.raises(UserError) as refused:
        activation.open_invite(
            place.invite, made.code, unb64(place.salt), made.competition.id, "J-01", forged.first_key
        )
    assert refused.value.code == "code.does_not_open"


def test_nobody_elses_seat_is_there(made: Organisation) -> None:
    with pytest.raises(UserError) as refused:
        made.package.seat("J-99")
    assert refused.value.code == "package.unknown_juror"


def test_who_sits_where_is_signed_only_as_a_digest(made: Organisation) -> None:
    whole = json.loads(made.package_bytes)
    assert b"Juri Satu" not in signing.envelope_payload("package", whole["dsse"])
    people = {"J-01": {**whole["people"]["J-01"], "name": "Orang Lain"}}
    with pytest.raises(UserError) as refused:
        package.read(changed(made.package_bytes, people=people))
    assert refused.value.code == "package.other_person"
    assert package.read(changed(made.package_bytes, people={})).competition.jurors[0].name == ""


def later(made: Organisation, version: int, *history: str, **competition: object) -> package.Package:
    changed_one = replace(made.competition, **competition)  # pyright: ignore[reportArgumentType]
    return package.read(build(changed_one, made.key, seat(made), version, history))


def test_a_later_version_that_knows_the_held_one_is_accepted(made: Organisation) -> None:
    continues(later(made, 2, made.package.digest), made.package)
    second = later(made, 2, made.package.digest)
    continues(later(made, 3, made.package.digest, second.digest), made.package)


def test_the_same_package_again_is_no_alarm(made: Organisation) -> None:
    continues(made.package, made.package)


def test_a_lower_version_is_refused(made: Organisation) -> None:
    with pytest.raises(UserError) as refused:
        continues(made.package, later(made, 2, made.package.digest))
    assert (refused.value.code, refused.value.facts) == ("package.older", {"version": 1, "held": 2})


def test_the_same_version_with_another_content_is_an_alarm(made: Organisation) -> None:
    with pytest.raises(UserError) as refused:
        continues(later(made, 1, title="Lain"), made.package)
    assert refused.value.code == "package.same_version_differs"


def test_a_later_version_of_another_history_is_refused(made: Organisation) -> None:
    with pytest.raises(UserError) as refused:
        continues(later(made, 2, "0" * 64), made.package)
    assert refused.value.code == "package.not_a_successor"


def test_another_competition_or_organiser_never_replaces_ours(made: Organisation) -> None:
    with pytest.raises(UserError) as refused:
        continues(later(made, 2, made.package.digest, id="01LAIN"), made.package)
    assert refused.value.code == "package.other_competition"
    stranger = OrganiserKey.generate(made.competition.id)
    other = package.read(build(made.competition, stranger, seat(made), 2, (made.package.digest,)))
    with pytest.raises(UserError) as refused:
        continues(other, made.package)
    assert refused.value.code == "package.other_organiser"


def rotated(made: Organisation, *keys: SigningKey, competition: str | None = None) -> list[dict]:
    """Statements from one key to the next, the present one first."""
    chain = [made.key.signing, *keys]
    named = competition or made.competition.id
    return [
        rotation_statement(named, old, new, made.key.recipient) for old, new in zip(chain, keys, strict=False)
    ]


def with_keys(made: Organisation, signer: SigningKey, statements: list[dict]) -> package.Package:
    key = replace(made.key, signing=signer)
    return package.read(
        build(made.competition, key, seat(made), 2, (made.package.digest,), tuple(statements))
    )


def test_a_rotated_key_continues_the_first_one(made: Organisation) -> None:
    second, third = SigningKey.generate(), SigningKey.generate()
    newer = with_keys(made, third, rotated(made, second, third))
    continues(newer, made.package)
    assert newer.first_key == made.key.signing.public
    assert newer.signing_keys == (made.key.signing.public, second.public, third.public)


def test_a_chain_of_keys_that_does_not_connect_is_refused(made: Organisation) -> None:
    second, third, stranger = (SigningKey.generate() for _ in range(3))
    one, two = rotated(made, second, third)
    foreign = rotation_statement(made.competition.id, stranger, third, made.key.recipient)
    unsigned = {**one, "signatures": two["signatures"]}
    other = rotated(made, second, third, competition="01LAIN")
    broken = signing.sign_payload("key", canonical.dumps({"format": "kipp-key/1"}), made.key.signing)
    for signer, chain in (
        (third, [one]),
        (third, [one, foreign]),
        (third, [two, one]),
        (third, [unsigned, two]),
        (third, other),
        (third, [broken]),
        (second, [one, two]),
    ):
        with pytest.raises(UserError) as refused:
            with_keys(made, signer, chain)
        assert refused.value.code in ("package.key_chain", "file.bad_signature", "file.bad_field")


def signed(made: Organisation, **fields: object) -> bytes:
    """The package with fields of its payload replaced and signed again: a hostile or broken organiser."""
    whole = json.loads(made.package_bytes)
    payload = canonical.loads(signing.envelope_payload("package", whole["dsse"]))
    envelope = signing.sign_payload("package", canonical.dumps({**payload, **fields}), made.key.signing)
    return changed(made.package_bytes, dsse=envelope)


@pytest.mark.parametrize(
    "fields",
    [
        {"format": "kipp-package/2"},
        {"version": "1"},
        {"version": None},
        {"stages": []},
        {"stages": [{"id": "a/b", "name": {"id": "A"}, "rubric": {"default": "umum"}}]},
        {"rubrics": []},
        {"rubrics": None},
        {"rule": {"ties": ["criterion:hilang"]}},
        {"rule": {"panel_method": {"kind": "acak"}}},
        {"entries": [{"id": "01", "title": "A", "institution": "D", "started_on": "kemarin"}]},
        {"assignments": [["J-01", "final", "99", "assigned"]]},
        {"assignments": [["J-01", "final", "01", "maybe"]]},
        {"jurors": []},
        {"keys": [{}]},
        {"organiser": {"signing": "x", "recipient": "y"}},
    ],
    ids=str,
)
def test_a_signed_package_that_makes_no_sense_is_refused_not_crashed_on(
    made: Organisation, fields: dict
) -> None:
    with pytest.raises(UserError):
        package.read(signed(made, **fields))


@pytest.mark.parametrize("bad", [{"id": "J 01"}, {"panel": 7}, {"spare": "ya"}])
def test_a_seat_that_makes_no_sense_is_refused(made: Organisation, bad: dict) -> None:
    whole = json.loads(made.package_bytes)
    payload = canonical.loads(signing.envelope_payload("package", whole["dsse"]))
    with pytest.raises(UserError):
        package.read(signed(made, jurors=[{**payload["jurors"][0], **bad}], assignments=[]))


def test_a_name_that_is_too_long_is_refused() -> None:
    with cheap_codes():
        made = organisation()
    long = replace(made.competition, jurors=(Juror("J-01", "x" * 500),))
    data = build(long, made.key, seat(made))
    whole = json.loads(data)
    whole["people"]["J-01"]["name"] = "x" * 501
    with pytest.raises(UserError):
        package.read(json.dumps(whole).encode())


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_flipped_bit_or_a_cut_never_gives_another_package(made: Organisation, data: st.DataObject) -> None:
    whole = bytearray(made.package_bytes)
    place = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[place // 8] ^= 1 << place % 8
    cut = made.package_bytes[: data.draw(st.integers(0, len(whole) - 1))]
    for altered in (bytes(whole), cut):
        try:
            found = package.read(altered)
        except UserError:
            continue
        assert found.digest == made.package.digest
