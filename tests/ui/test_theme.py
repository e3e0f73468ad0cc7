import pytest

from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, THEMES


def _luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_themes_have_the_same_tokens():
    assert set(LIGHT.colours) == set(DARK.colours)
    assert len(LIGHT.ageing) == len(DARK.ageing) == 6


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "ink,ground",
    [
        ("text", "pane"),
        ("text-2", "pane"),
        ("text-3", "pane"),
        ("text-2", "head"),
        ("text-2", "select"),
        ("text", "select"),
        ("red", "pane"),
        ("red", "red-soft"),
        ("amber", "amber-soft"),
        ("green", "green-soft"),
        ("accent", "accent-soft"),
        ("text-2", "neutral-soft"),
        ("on-accent", "accent"),
        ("accent", "pane"),
        ("mark-text", "mark"),
    ],
)
def test_text_is_legible_on_its_ground(name, ink, ground):
    colours = THEMES[name].colours
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_outlines_of_fields_stand_out(name):
    colours = THEMES[name].colours
    assert contrast(colours["field"], colours["pane"]) >= 2.9


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_token_left(themed, name):
    assert "@" not in style_sheet(THEMES[name])


def test_digits_of_number_cells_are_of_equal_width(themed):
    from PySide6.QtGui import QFontMetricsF

    from ui.theme import fonts

    metrics = QFontMetricsF(fonts.number_font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_icons_take_the_colour_of_their_token(themed):
    themed.choose("dark")
    assert themed.dark
    assert not themed.icon("users", "accent").isNull()
    themed.choose("light")
    assert not themed.dark
