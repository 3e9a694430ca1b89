"""The words of documents, apart from the window's catalogues: a document keeps its own language.

Numbers in words come from num2words; dates take days and months from here, never from the computer's locale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal, cast

import num2words as _num2words  # pyright: ignore[reportMissingTypeStubs]

from kipp_desktop.documents.texts import TEXTS, Texts
from kipp_desktop.domain.numbers import centi_text, decimal_text

__all__ = ["Language", "Texts", "Words", "in_words"]

Language = Literal["id", "en"]

DAYS: Mapping[Language, Sequence[str]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Mapping[Language, Sequence[str]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: a document's own, and those that several documents share."""

    language: Language = "id"
    own: Texts = field(default_factory=dict[str, tuple[str, str]], repr=False)

    def __call__(self, key: str, **facts: object) -> str:
        """The text called `key`, its blanks filled."""
        indonesian, english = self.own[key] if key in self.own else TEXTS[key]
        return (english if self.language == "en" else indonesian).format(**facts)

    def date(self, day: date) -> str:
        """24 Oktober 2024."""
        return f"{day.day} {MONTHS[self.language][day.month - 1]} {day.year}"

    def day_and_date(self, day: date) -> str:
        """Kamis, 24 Oktober 2024."""
        return f"{DAYS[self.language][day.weekday()]}, {self.date(day)}"

    def on_this_day(self, day: date) -> str:
        """Pada hari ini Kamis tanggal dua puluh empat bulan Oktober tahun dua ribu dua puluh empat."""
        kind = "ordinal" if self.language == "en" else "cardinal"
        return self(
            "on_this_day",
            weekday=DAYS[self.language][day.weekday()],
            day=in_words(day.day, self.language, kind),
            month=MONTHS[self.language][day.month - 1],
            year=in_words(day.year, self.language).replace(",", ""),
        )

    def number(self, number: int) -> str:
        """3 (tiga)."""
        return f"{number} ({in_words(number, self.language)})"

    def decimal(self, value: Fraction, places: int) -> str:
        """A score with the language's decimal mark: 88,75 or 88.75."""
        return decimal_text(value, places, self.mark)

    def decimal_in_words(self, value: Fraction, places: int) -> str:
        """87,50 is delapan puluh tujuh koma lima nol: the digits after the comma one by one."""
        whole, _, rest = decimal_text(value, places, ".").partition(".")
        spoken = [in_words(int(whole), self.language)]
        spoken += [self("point"), *(in_words(int(digit), self.language) for digit in rest)] if rest else []
        return " ".join(spoken)

    def centi(self, value: int) -> str:
        """Hundredths without needless decimals: 8750 is 87,50 and 200 is 2."""
        return centi_text(value, self.mark)

    def listed(self, items: Sequence[str]) -> str:
        """A, B, dan C."""
        if len(items) < 3:
            return f" {self('and')} ".join(items)
        return f"{', '.join(items[:-1])}, {self('and')} {items[-1]}"

    @property
    def mark(self) -> str:
        """The decimal mark."""
        return "," if self.language == "id" else "."


def in_words(number: int, language: Language = "id", kind: str = "cardinal") -> str:
    """An integer in words: 24 is "dua puluh empat"."""
    return str(cast(Any, _num2words).num2words(number, lang=language, to=kind))
