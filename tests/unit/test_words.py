from datetime import date
from fractions import Fraction
from string import Formatter

import pytest

from kipp_desktop.documents.words import TEXTS, Words, in_words

WONOSOBO = date(2024, 10, 24)


def test_the_opening_of_minutes_writes_the_date_out():
    assert Words("id").on_this_day(WONOSOBO) == (
        "Pada hari ini Kamis tanggal dua puluh empat bulan Oktober tahun dua ribu dua puluh empat"
    )
    assert Words("en").on_this_day(WONOSOBO) == (
        "On this day, Thursday the twenty-fourth of October two thousand and twenty-four"
    )


def test_dates_never_follow_the_computers_locale():
    assert Words("id").day_and_date(WONOSOBO) == "Kamis, 24 Oktober 2024"
    assert Words("en").day_and_date(WONOSOBO) == "Thursday, 24 October 2024"
    assert Words("id").date(date(2025, 8, 1)) == "1 Agustus 2025"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "satu"),
        (11, "sebelas"),
        (100, "seratus"),
        (1000, "seribu"),
        (2124, "dua ribu seratus dua puluh empat"),
    ],
)
def test_numbers_in_words(number, words):
    assert in_words(number) == words


def test_numbers_with_their_words():
    assert Words().number(3) == "3 (tiga)"


def test_decimals_take_the_mark_of_the_language():
    assert Words("id").decimal(Fraction(339, 4), 2) == "84,75"
    assert Words("en").decimal(Fraction(339, 4), 2) == "84.75"
    assert Words("id").centi(200) == "2"


def test_lists_read_as_people_write_them():
    words = Words("id")
    assert [words.listed(items) for items in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A dan B",
        "A, B, dan C",
    ]


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_every_text_with_the_same_blanks(key):
    indonesian, english = TEXTS[key]
    assert indonesian and english and "!" not in indonesian + english
    assert _blanks(indonesian) == _blanks(english)


def _blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
