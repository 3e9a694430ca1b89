import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from string import Formatter

import pytest

import kipp_desktop.documents
from kipp_desktop.documents import AVAILABLE, INDONESIAN_ONLY
from kipp_desktop.documents.words import Words, in_words

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


def catalogues() -> Iterator[tuple[str, str, str]]:
    """Every text of every document: where, Indonesian, English ("" where a document has none)."""
    for found in pkgutil.iter_modules(kipp_desktop.documents.__path__):
        module = importlib.import_module(f"kipp_desktop.documents.{found.name}")
        for key, (indonesian, english) in getattr(module, "TEXTS", {}).items():
            yield f"{found.name}: {key}", indonesian, english


def test_both_languages_have_every_text_with_the_same_blanks():
    assert len(ONLY_INDONESIAN) == len(INDONESIAN_ONLY) < len(AVAILABLE)
    for where, indonesian, english in catalogues():
        assert indonesian and "!" not in indonesian + english, where
        if where.partition(":")[0] not in ONLY_INDONESIAN:
            assert english and _blanks(indonesian) == _blanks(english), where


ONLY_INDONESIAN = (
    "announcement", "announcer_script", "certificate", "covering_letter", "decree_annex",
)  # fmt: skip
"""The modules of the documents that stay in Indonesian offices."""


def test_the_opening_of_minutes_is_right_for_every_day_of_eleven_years():
    day = date(2020, 1, 1)
    while day < date(2031, 1, 1):
        weekday = NAMED[_zeller(day)]
        assert Words("id").on_this_day(day) == (
            f"Pada hari ini {weekday} tanggal {_counted(day.day)} bulan {MONTHS[day.month - 1]} "
            f"tahun dua ribu {_counted(day.year - 2000)}"
        )
        day += timedelta(days=1)


MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
NAMED = ("Sabtu", "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat")


def _zeller(day: date) -> int:
    """Zeller's congruence, 0 = Saturday: nothing of Python's calendar."""
    month, year = (day.month, day.year) if day.month > 2 else (day.month + 12, day.year - 1)
    return (
        day.day + 13 * (month + 1) // 5 + year % 100 + year % 100 // 4 + year // 100 // 4 + 5 * (year // 100)
    ) % 7


def _counted(number: int) -> str:
    """1 to 99 as an Indonesian counts, written down by hand."""
    ones = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    tens, rest = divmod(number, 10)
    if number in (10, 11):
        return ("sepuluh", "sebelas")[number - 10]
    if tens == 1:
        return f"{ones[rest]} belas"
    return " ".join(
        part for part in ((f"{ones[tens]} puluh" if tens else ""), ones[rest] if rest else "") if part
    )


def test_a_score_is_said_digit_by_digit_after_the_comma():
    assert Words("id").decimal_in_words(Fraction(175, 2), 2) == "delapan puluh tujuh koma lima nol"
    assert Words("en").decimal_in_words(Fraction(175, 2), 2) == "eighty-seven point five zero"
    assert Words("id").decimal_in_words(Fraction(90), 0) == "sembilan puluh"


def _blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
