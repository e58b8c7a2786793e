"""The members of a network on the map of the country, named where names have room."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.map import level_fills, map_figure
from charts.palette import Palette
from words import Words

_MOST = 15  # of more members none is named
_WIDE, _HIGH = 5.5, 0.9  # degrees that a name takes on the map at its full width
_AWAY = 0.8  # degrees from the middle of a circle to its name


def member_map(
    regions: pd.DataFrame, tooltips: Mapping[str, str], mine: str | None, words: Words, colours: Palette
) -> go.Figure:
    """A circle a member, in the colour of its level, with its name unless that would cover another one.

    `regions` has a line a member, as `map_figure` asks, with score and maturity; `tooltips` are by code.
    """
    few = len(regions) <= _MOST
    figure = map_figure(regions, level_fills(regions, colours), tooltips, mine, words, colours, clickable=few)
    if few:
        named = _with_room(regions, mine)
        circles = figure.data[-1]
        codes = list(circles.customdata)
        circles.text = [text if code in named else "" for code, text in zip(codes, circles.text, strict=True)]
        circles.textposition = [
            f"{named.get(code, 'top')} {place.split()[1]}"
            for code, place in zip(codes, circles.textposition, strict=True)
        ]
        circles.textfont = {"size": 13, "color": colours.ink}
        circles.unselected.textfont = {"color": colours.ink}
    return figure


def _with_room(regions: pd.DataFrame, mine: str | None) -> dict[str, str]:
    """The members whose names stand apart, above (top) or below (bottom) their circles: the reader's own first, then
    the larger ones."""
    placed = regions.dropna(subset=["lat", "lon"]).assign(own=regions["region"] == mine)
    placed = placed.sort_values(["own", "population"], ascending=False)
    taken: list[tuple[float, float]] = []
    found: dict[str, str] = {}
    for code, lat, lon in zip(placed["region"], placed["lat"], placed["lon"], strict=True):
        for side, at in (("top", lat + _AWAY), ("bottom", lat - _AWAY)):
            if all(abs(at - other) > _HIGH or abs(lon - beside) > _WIDE for other, beside in taken):
                taken.append((float(at), float(lon)))
                found[code] = side
                break
    return found
