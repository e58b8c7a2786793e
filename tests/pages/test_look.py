"""The colours of the theme and of the charts are the same, and can be read."""

import tomllib
from pathlib import Path

import pytest

from charts.palette import palette

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme_and_charts_share_their_colours(scheme):
    colours, theme = palette(scheme), THEME[scheme]
    assert theme["primaryColor"] == theme["linkColor"] == colours.second
    assert theme["backgroundColor"] == colours.paper
    assert theme["secondaryBackgroundColor"] == colours.panel
    assert theme["textColor"] == colours.ink
    assert theme["borderColor"] == colours.hairline


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(scheme):
    colours = palette(scheme)
    for name in ("ink", "muted", "accent", "second"):
        assert contrast(getattr(colours, name), colours.paper) >= 4.5, name
        assert contrast(getattr(colours, name), colours.panel) >= 4.5, name
    assert contrast(colours.others_edge, colours.paper) >= 3


def test_every_font_file_is_there_with_its_licence():
    for face in THEME["fontFaces"]:
        assert (ROOT / face["url"].removeprefix("app/")).is_file()
    assert "SIL OPEN FONT LICENSE" in (ROOT / "static" / "fonts" / "OFL.txt").read_text("utf-8").upper()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
