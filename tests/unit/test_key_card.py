"""The recovery card's text: scanned or typed, it gives the secrets back, and a slip of the pen is found."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, key_card
from kipp_desktop.exchange.key_file import OrganiserKey

CODES = {f"J-{at:02d}": activation.new_code() for at in (1, 2, 3, 4, 5, 91, 92)}
KEY = OrganiserKey(
    "01JABCDEFGHJKMNPQRSTVWXYZ0",
    OrganiserKey.generate("x").signing,
    OrganiserKey.generate("x").identities,
    CODES,
)


def refusal(text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(UserError) as refused:
        key_card.read(text)
    return refused.value.code, dict(refused.value.facts)


def changed(line: str, at: int) -> str:
    other = "7" if line[at] != "7" else "8"
    return line[:at] + other + line[at + 1 :]


@pytest.mark.parametrize("key", [KEY, KEY.rotated().rotated(), OrganiserKey.generate("01J")])
def test_secrets_come_back_from_the_qr_code_and_from_the_lines(key: OrganiserKey) -> None:
    for text in (key_card.one_string(key), "\n".join(key_card.lines(key))):
        back = key_card.read(text)
        assert back == key


def test_lines_may_be_typed_loosely() -> None:
    typed = "\n\n".join(
        line.lower().replace("0", "o").replace("1", "l").replace(" ", "-") for line in key_card.lines(KEY)
    )
    assert key_card.read(f"  {typed} \n").signing == KEY.signing
    assert key_card.read(key_card.one_string(KEY).lower()).codes == CODES


def test_a_mistyped_sign_is_found_in_its_line() -> None:
    lines = key_card.lines(KEY)
    for number in (0, 4, len(lines) - 1):
        typed = [changed(line, 6) if at == number else line for at, line in enumerate(lines)]
        assert refusal("\n".join(typed)) == ("card.line", {"line": number + 1})


def test_a_line_left_out_or_in_the_wrong_place_is_named() -> None:
    lines = key_card.lines(KEY)
    assert refusal("\n".join(lines[:3] + lines[4:])) == ("card.missing_line", {"line": 4})
    assert refusal("\n".join([lines[1], lines[0], *lines[2:]])) == ("card.missing_line", {"line": 1})
    assert refusal("\n".join(lines[:-1]))[0] == "card.damaged"


@pytest.mark.parametrize(
    "text", ["", "KIPP-KUNCI1:", "KIPP-KUNCI1:0000", "halo", "01 ABCD", "KIPP-KUNCI1:" + "Ü" * 40]
)
def test_what_is_no_card_is_refused(text: str) -> None:
    assert refusal(text)[0] in ("card.damaged", "card.line")


def test_every_changed_sign_of_the_qr_code_is_noticed() -> None:
    whole = key_card.one_string(KEY)
    for at in range(len(key_card.PREFIX), len(whole)):
        try:
            back = key_card.read(changed(whole, at))
        except UserError:
            continue
        assert (back.signing, back.codes) == (KEY.signing, KEY.codes)  # spare bits at the end say nothing


def test_a_card_is_short_enough_to_type() -> None:
    assert len(key_card.lines(KEY)) <= 12
    assert all(len(line) <= 47 for line in key_card.lines(KEY))


def test_a_bomb_is_not_inflated() -> None:
    import base64
    import zlib

    packed = base64.b32encode(zlib.compress(bytes(50_000_000))).decode().rstrip("=")
    signs = packed.translate(
        str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    )
    assert refusal(key_card.PREFIX + signs)[0] == "card.damaged"
