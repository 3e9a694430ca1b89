"""Numbers as people type and read them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.numbers import (
    centi_text,
    decimal_text,
    parse_centi,
    places_that_separate,
    round_half_up,
)


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("87", 8700),
        ("87,5", 8750),
        ("87.50", 8750),
        (" 0,03 ", 3),
        ("100", 10000),
        ("87,", 8700),
        ("007", 700),
    ],
)
def test_typed_number_is_read_in_hundredths(typed: str, hundredths: int) -> None:
    assert parse_centi(typed) == hundredths


@pytest.mark.parametrize(
    "typed", ["", "-1", "+5", "1e3", "87,505", "1.000,5", "٣", "8 7", "abc", ",5", "1234567"]
)
def test_what_is_not_plainly_a_number_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_centi(typed)
    assert refused.value.code == "value.not_a_number"
    assert refused.value.facts == {"text": typed}


@given(st.integers(0, 99_999_999), st.sampled_from(",."))
def test_what_is_shown_can_be_typed_again(value: int, mark: str) -> None:
    assert parse_centi(centi_text(value, mark)) == value


def test_hundredths_are_shown_only_where_there_are_some() -> None:
    assert [centi_text(one) for one in (8700, 8750, 8705, -150)] == ["87", "87,50", "87,05", "-1,50"]


def test_87_495_is_published_as_87_50() -> None:
    assert decimal_text(Fraction(87495, 1000), 2) == "87.50"
    assert decimal_text(Fraction(87494, 1000), 2) == "87.49"


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_rounding_is_to_the_nearest_and_halves_go_up(value: Fraction, places: int) -> None:
    units = round_half_up(value, places)
    distance = Fraction(units, 10**places) - value
    assert -Fraction(1, 2 * 10**places) < distance <= Fraction(1, 2 * 10**places)


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_published_text_says_the_rounded_number(value: Fraction, places: int) -> None:
    text = decimal_text(value, places)
    assert Fraction(text) == Fraction(round_half_up(value, places), 10**places)
    assert len(text.partition(".")[2]) == places


def test_negative_scores_keep_their_sign() -> None:
    assert decimal_text(Fraction(-1, 4), 1) == "-0.2"
    assert decimal_text(Fraction(-5, 2), 2, ",") == "-2,50"


def test_neighbours_that_differ_get_decimals_until_they_look_different() -> None:
    assert places_that_separate([Fraction(85), Fraction(84999, 1000), Fraction(84)], 2) == [3, 3, 2]
    assert places_that_separate([Fraction(1, 3), Fraction(1, 3)], 2) == [2, 2]


def test_neighbours_that_hardly_differ_stop_at_the_limit() -> None:
    assert places_that_separate([Fraction(1), 1 - Fraction(1, 10**20)], 2) == [12, 12]
