"""What every figure has in common: its type, its background, its number signs and its tooltips."""

from __future__ import annotations

from typing import Any

from charts.palette import Palette
from words import Words


def plain_layout(words: Words, colours: Palette) -> dict[str, Any]:
    """The layout to start from: no legend, no background, tooltips as dark notes, numbers by language."""
    return {
        "showlegend": False,
        "hovermode": "closest",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": colours.ink, "size": 14},
        "separators": ",." if words.language == "id" else ".,",
        "hoverlabel": {"align": "left", "bgcolor": colours.ink, "font": {"color": colours.paper, "size": 14}},
    }
