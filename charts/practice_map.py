"""Where practices are: a mark a place on the coast of the country, the larger the more practices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from charts.coastline import VIEW, coastline
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_SMALLEST = 10  # pixels: the diameter of a place with one practice


@dataclass(frozen=True)
class Spot:
    """One place: its name, where, the number of practices found there, what a tooltip says, and whose it is.

    A place whose practices are not among those asked for has a count of zero and is hollow.
    """

    name: str
    lat: float
    lon: float
    count: int
    tooltip: str
    mine: bool = False
    province: bool = False  # the government of a province: a diamond


def practice_map(spots: Sequence[Spot], words: Words, colours: Palette) -> go.Figure:
    """The map; the reader's own region has its name beside it."""
    figure = go.Figure(layout={"template": {}})
    longitudes, latitudes = coastline()
    figure.add_scatter(
        x=longitudes, y=latitudes, mode="lines", fill="toself", fillcolor=colours.hairline,
        line={"color": colours.others, "width": 0.7}, hoverinfo="skip",
    )  # fmt: skip
    # The small ones on top, so that none is hidden; the reader's own above all.
    placed = sorted(spots, key=lambda spot: (spot.mine, -spot.count))
    figure.add_scatter(
        x=[spot.lon for spot in placed],
        y=[spot.lat for spot in placed],
        mode="markers+text",
        hovertext=[tooltip_text(spot.tooltip) for spot in placed],
        hoverinfo="text",
        text=[figure_text(spot.name) if spot.mine else "" for spot in placed],
        textposition=[f"top {_side(spot.lon)}" for spot in placed],
        textfont={"size": 15, "color": colours.accent},
        marker={
            "size": [round(_SMALLEST * max(spot.count, 1) ** 0.5, 1) for spot in placed],
            "symbol": ["diamond" if spot.province else "circle" for spot in placed],
            "color": [_fill(spot, colours) for spot in placed],
            "opacity": 1,
            "line": {"width": 1, "color": [colours.paper if spot.count else colours.others_edge for spot in placed]},
        },
        cliponaxis=False,
    )
    west, east, south, north = VIEW
    axis: dict[str, Any] = {"visible": False, "constrain": "domain"}
    figure.update_layout(
        **plain_layout(words, colours),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="zoom",
        xaxis={"range": [west, east], **axis},
        yaxis={"range": [south, north], "scaleanchor": "x", **axis},
    )
    return figure


def _fill(spot: Spot, colours: Palette) -> str:
    if not spot.count:
        return colours.paper
    return colours.accent if spot.mine else colours.second


def _side(longitude: float) -> str:
    """To which side of a place its name runs, so that it stays within a narrow map too."""
    west, east, *_ = VIEW
    return "right" if longitude < west + 0.3 * (east - west) else "left"
