"""The colours of the screens, for light and dark; `.streamlit/config.toml` holds the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """Colours by what they mean. The same thing has the same colour on every screen."""

    ink: str
    muted: str
    hairline: str
    paper: str
    panel: str
    accent: str  # my region
    second: str  # its peers, and controls
    others: str
    others_edge: str  # the outline that gives the others their contrast
    levels: tuple[str, ...]  # level 1 to 5, sequential
    amounts: tuple[str, ...]  # from little to much where neither is better, sequential


_LEVELS = ("#FFF3B0", "#A1DAB4", "#41B6C4", "#2C7FB8", "#253494")
_AMOUNTS = ("#F3EAF7", "#D6BFE4", "#B08CC9", "#8556A6", "#552B74")

_PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        ink="#17262E",
        muted="#5A6A73",
        hairline="#E2E8EC",
        paper="#FFFFFF",
        panel="#F6F8F9",
        accent="#C8324A",
        second="#1F6FA8",
        others="#BCC7CE",
        others_edge="#84939C",
        levels=_LEVELS,
        amounts=_AMOUNTS,
    ),
    "dark": Palette(
        ink="#E6ECEF",
        muted="#9DAEB7",
        hairline="#2A3A43",
        paper="#101A20",
        panel="#18252C",
        accent="#F4788A",
        second="#62B3E8",
        others="#4B5C66",
        others_edge="#7F909A",
        levels=_LEVELS,
        amounts=_AMOUNTS,
    ),
}


def legible_on(fill: str, colours: Palette) -> str:
    """The colour of a number that can be read on a fill."""
    if fill == colours.paper:
        return colours.ink
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return "#FFFFFF" if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else "#17262E"


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return _PALETTES[theme]
