"""The language of the screen: Indonesian is in the code, English in a catalogue; changed without a restart.

Numbers and times are written the Indonesian way in both, so that the screen never differs from paper.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from kipp_desktop.domain.numbers import decimal_text

LanguageCode = Literal["id", "en"]
_CATALOGUES: dict[str, tuple[str, ...]] = {"id": ("qtbase_id",), "en": ("kipp_en",)}

# Bound here so that modules write translate("Context", "teks"), which lupdate finds. Never self.tr("%n …") on
# a subclass: it looks in the wrong context and falls back to English.
translate = QCoreApplication.translate


_OF_INDONESIA = (
    QLocale.Language.Indonesian,
    QLocale.Language.Malay,
    QLocale.Language.Javanese,
    QLocale.Language.Sundanese,
)


class Languages(QObject):
    """Which language the program speaks. Widgets hear of a change through LanguageChange events."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.current: LanguageCode = "id"

    def use(self, code: LanguageCode) -> None:
        """Speak a language from now on; FileNotFoundError if its catalogue is missing or broken."""
        loaded = [self._load(name) for name in _CATALOGUES[code]]
        for translator in self._installed:
            self._app.removeTranslator(translator)
        for translator in loaded:
            self._app.installTranslator(translator)
        self._installed = loaded
        self.current = code
        locale = QLocale.Language.Indonesian if code == "id" else QLocale.Language.English
        QLocale.setDefault(QLocale(locale))
        self.changed.emit(code)

    def _load(self, name: str) -> QTranslator:
        translator = QTranslator(self)
        if not translator.load(str(self._folder / f"{name}.qm")):
            raise FileNotFoundError(self._folder / f"{name}.qm")
        return translator


def system_language() -> LanguageCode:
    """The language to begin with: Indonesian on a system of Indonesia or of a language spoken there.

    Many offices there run Windows in English; it is the region that tells. A system that says nothing is one.
    """
    system = QLocale.system()
    local = system.language() in _OF_INDONESIA or system.territory() == QLocale.Country.Indonesia
    return "id" if local or system.language() == QLocale.Language.C else "en"


def number(value: Fraction | Decimal | int, places: int = 2) -> str:
    """Write 87.5 as "87,50" and 1234567 with places=0 as "1.234.567"; halves away from zero, no floats."""
    text = decimal_text(Fraction(value), places, ",")
    whole, comma, decimals = text.partition(",")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.removeprefix('-')):,}".replace(",", ".")
    return f"{sign}{grouped}{comma}{decimals}"


def centi(value: int) -> str:
    """Write a score kept in hundredths: 8750 → "87,50"."""
    return number(Fraction(value, 100))


def time_words(when: time | datetime, seconds: bool = True) -> str:
    """Write a time of day: "10.32.05", or "10.32"."""
    return when.strftime("%H.%M.%S" if seconds else "%H.%M")


def clock(seconds: int) -> str:
    """Write a length of time as a timer shows it: 372 → "06:12"; time that ran over has a minus."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'−' if seconds < 0 else ''}{minutes:02d}:{rest:02d}"


def date_words(day: date, weekday: bool = False) -> str:
    """Write a date in the language of the screen: "24 Oktober 2024", "Kamis, 24 Oktober 2024"."""
    text = f"{day.day} {_months()[day.month - 1]} {day.year}"
    return f"{_weekdays()[day.weekday()]}, {text}" if weekday else text


def date_short(day: date) -> str:
    """Write a date for a narrow column: "24 Okt 2024"."""
    return f"{day.day} {_short_months()[day.month - 1]} {day.year}"


def _months() -> tuple[str, ...]:
    return (
        translate("Dates", "Januari"),
        translate("Dates", "Februari"),
        translate("Dates", "Maret"),
        translate("Dates", "April"),
        translate("Dates", "Mei"),
        translate("Dates", "Juni"),
        translate("Dates", "Juli"),
        translate("Dates", "Agustus"),
        translate("Dates", "September"),
        translate("Dates", "Oktober"),
        translate("Dates", "November"),
        translate("Dates", "Desember"),
    )


def _short_months() -> tuple[str, ...]:
    return tuple(translate("Dates", "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des").split())


def _weekdays() -> tuple[str, ...]:
    return (
        translate("Dates", "Senin"),
        translate("Dates", "Selasa"),
        translate("Dates", "Rabu"),
        translate("Dates", "Kamis"),
        translate("Dates", "Jumat"),
        translate("Dates", "Sabtu"),
        translate("Dates", "Minggu"),
    )
