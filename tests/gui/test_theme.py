"""Colours can be read, sizes grow with the zoom, and the look follows a change at once."""

import re

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QToolButton

from kipp_desktop.gui.icons import icon, icon_pixmap
from kipp_desktop.gui.palette import DARK, LIGHT, contrast
from kipp_desktop.gui.style_sheet import style_sheet
from kipp_desktop.gui.theme import ROLES
from kipp_desktop.gui.widgets.card import Button
from kipp_desktop.gui.widgets.text import Text

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("background", "panel", "accent_soft", "hover")


@PALETTES
@pytest.mark.parametrize("token", ["ink", "soft", "accent", "ok", "bad", "warn_text"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(palette, token, ground):
    assert contrast(getattr(palette, token), getattr(palette, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize("tone", ["ok", "warn", "bad", "accent"])
def test_a_pill_is_readable_on_its_tint(palette, tone):
    text = palette.warn_text if tone == "warn" else getattr(palette, tone)
    assert contrast(text, getattr(palette, f"{tone}_soft")) >= 4.5


@PALETTES
@pytest.mark.parametrize(
    ("token", "ground"),
    [
        *(("ink", ground) for ground in ("field", "ok_soft", "warn_soft", "bad_soft")),
        *(("soft", ground) for ground in ("field", "warn_soft")),
    ],
)
def test_words_of_fields_notices_and_standing_lines_are_readable(palette, token, ground):
    assert contrast(getattr(palette, token), getattr(palette, ground)) >= 4.5


@PALETTES
def test_words_on_filled_accent_and_tooltips_are_readable(palette):
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_accent, palette.accent_pressed) >= 4.5
    assert contrast(palette.panel, palette.ink) >= 4.5
    assert contrast(palette.soft, palette.track) >= 4.5


@PALETTES
@pytest.mark.parametrize("token", ["mark", "ok", "warn", "bad", "accent", "soft"])
@pytest.mark.parametrize("ground", ["background", "panel", "accent_soft"])
def test_marks_stand_out_from_their_ground(palette, token, ground):
    assert contrast(getattr(palette, token), getattr(palette, ground)) >= 3


@PALETTES
def test_inputs_and_focus_can_be_seen(palette):
    assert contrast(palette.field_line, palette.field) >= 3
    assert contrast(palette.accent, palette.background) >= 3
    assert contrast(palette.accent, palette.panel) >= 3


def test_the_tokens_of_the_look_are_exact():
    shown = [LIGHT.background, LIGHT.panel, LIGHT.line, LIGHT.ink, LIGHT.soft, LIGHT.accent, LIGHT.warn]
    assert shown == ["#F6F7F9", "#FFFFFF", "#E1E5EA", "#1B2430", "#5B6776", "#0B6E6E", "#B25E09"]
    shown = [DARK.background, DARK.panel, DARK.line, DARK.ink, DARK.soft, DARK.accent, DARK.warn]
    assert shown == ["#12171D", "#1A2129", "#2B3540", "#E8EDF2", "#A7B2BE", "#4CC2BB", "#E7A355"]


@PALETTES
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_the_sheet_has_no_token_left_over(palette, zoom):
    sheet = style_sheet(palette, zoom)
    assert "$" not in sheet
    assert not re.search(r"\d+u\b", sheet)


def test_pictures_named_in_the_sheet_exist(theme):
    named = re.findall(r"kippicons:([\w/.-]+)", style_sheet(LIGHT, 100) + style_sheet(DARK, 100))
    assert named
    assert all((theme.icons / name).is_file() for name in named)


def test_zoom_scales_text_and_targets(theme, qtbot):
    button, label = Button("Berikutnya"), Text("03 PELITA", "title")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    sizes = []
    for zoom in (80, 100, 200):
        theme.apply("light", zoom)
        qtbot.wait(10)
        sizes.append((button.sizeHint().height(), label.font().pixelSize()))
    assert [size for _, size in sizes] == [18, 22, 44]
    assert sizes[1][0] == 36
    assert sizes[2][0] >= 70


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (999, 200), (125, 125)])
def test_zoom_stays_between_80_and_200(theme, asked, given):
    theme.apply("light", asked)
    assert theme.zoom == given


@pytest.mark.parametrize("make", [QPushButton, QLineEdit, QComboBox, QSpinBox, QToolButton])
def test_a_target_is_at_least_36_high_and_does_not_move_when_focused(theme, qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    rest = widget.sizeHint()
    assert 36 <= rest.height() <= 37
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert widget.sizeHint() == rest


def test_changing_to_dark_repaints_at_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.apply("dark", 100)
    assert theme.color("panel").name().upper() == DARK.panel
    assert theme.palette.dark


def test_what_is_said_before_a_widget_was_ever_shown_is_shown_when_it_is(theme, qtbot):
    asked, meant = Text("nilai", tone="ink"), Text("nilai", tone="bad")
    asked.set_tone("bad")
    for one in (asked, meant):
        qtbot.addWidget(one)
        one.show()
    assert asked.grab().toImage() == meant.grab().toImage()
    asked.set_tone("ok")
    assert asked.grab().toImage() != meant.grab().toImage()


def test_every_role_has_a_font_that_exists(theme):
    assert QFontDatabase.hasFamily(theme.family)
    for role, (size, _) in ROLES.items():
        assert theme.font(role).pixelSize() == size
        assert QFontInfo(theme.font(role)).family() == theme.family


def test_figures_have_one_width(theme):
    assert len({theme.metrics("value").horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_icons_are_drawn_in_a_colour_of_the_palette(theme):
    assert not icon(theme, "help").isNull()
    image = icon_pixmap(theme, "check", "accent", 24, 2).toImage()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert LIGHT.accent in seen


def test_all_icons_share_one_stroke_width(theme):
    for path in theme.icons.glob("*.svg"):
        assert re.findall(r'stroke-width="([\d.]+)"', path.read_text()) == ["1.75"], path.name
        assert "currentColor" in path.read_text()


def test_an_unknown_icon_is_a_bug(theme):
    with pytest.raises(FileNotFoundError):
        icon(theme, "no-such-icon")
