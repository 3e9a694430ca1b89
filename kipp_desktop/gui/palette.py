"""The colours of the program, once for light and once for dark."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class Palette(NamedTuple):
    """Every colour by the job it does, as "#rrggbb"."""

    dark: bool
    background: str
    panel: str
    line: str
    ink: str
    soft: str
    faint: str  # placeholders and things that are switched off; never information alone
    accent: str
    accent_soft: str
    ok: str
    warn: str
    bad: str
    on_accent: str  # text on a filled accent
    accent_pressed: str
    ok_soft: str
    warn_soft: str
    bad_soft: str
    warn_text: str  # the warning colour where it writes small text on a tint
    mark: str  # the empty state mark: 3:1 on everything it stands on
    field_line: str  # border of inputs: 3:1 on their inside
    field: str  # inside of inputs
    hover: str
    track: str  # the part of a bar that is not filled

    def color(self, token: str) -> QColor:
        """The colour of a token ("accent") as Qt paints it; AttributeError for a token that is not one."""
        return QColor(getattr(self, token))


LIGHT = Palette(
    dark=False,
    background="#F6F7F9",
    panel="#FFFFFF",
    line="#E1E5EA",
    ink="#1B2430",
    soft="#5B6776",
    faint="#8A94A1",
    accent="#0B6E6E",
    accent_soft="#E3F1F0",
    ok="#1E7B4F",
    warn="#B25E09",
    bad="#B3261E",
    on_accent="#FFFFFF",
    accent_pressed="#095A5A",
    ok_soft="#E4F3EB",
    warn_soft="#FDF1E3",
    bad_soft="#FBE9E7",
    warn_text="#9E5207",
    mark="#7C8794",
    field_line="#8A94A1",
    field="#FFFFFF",
    hover="#EFF2F5",
    track="#E1E5EA",
)

DARK = Palette(
    dark=True,
    background="#12171D",
    panel="#1A2129",
    line="#2B3540",
    ink="#E8EDF2",
    soft="#A7B2BE",
    faint="#7B8794",
    accent="#4CC2BB",
    accent_soft="#173635",
    ok="#5CC48F",
    warn="#E7A355",
    bad="#F08A80",
    on_accent="#12171D",
    accent_pressed="#6AD0CA",
    ok_soft="#16352A",
    warn_soft="#382A18",
    bad_soft="#3A2220",
    warn_text="#E7A355",
    mark="#8A96A3",
    field_line="#66727F",
    field="#12171D",
    hover="#222B35",
    track="#2B3540",
)


def contrast(first: str, second: str) -> float:
    """The WCAG 2.2 contrast ratio of two "#rrggbb" colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
