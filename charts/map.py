"""The country as circles on its coast: no map engine, so it needs neither the internet nor a graphics card."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.coastline import VIEW, coastline
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_LARGEST = 22  # pixels: the diameter of the circle of the region with most residents
_SMALLEST = 3.5


def map_figure(
    regions: pd.DataFrame, tooltips: Mapping[str, str], mine: str | None, words: Words, colours: Palette
) -> go.Figure:
    """A circle a region, as large as its population and in the colour of its level.

    `regions` has a line a region: region, name, lat, lon, population, score, and maturity (as in
    `Results.ranking`). Where a framework has no levels, the colours run from the lowest score to the highest.
    Without a score a circle is hollow. Each circle carries its region's code as `customdata`.
    """
    figure = go.Figure(layout={"template": {}})
    longitudes, latitudes = coastline()
    figure.add_scatter(
        x=longitudes, y=latitudes, mode="lines", fill="toself", fillcolor=colours.hairline,
        line={"color": colours.others, "width": 0.7}, hoverinfo="skip",
    )  # fmt: skip
    # The large ones first, so that none hides a smaller one.
    placed = regions.dropna(subset=["lat", "lon"]).sort_values("population", ascending=False)
    sizes = _diameters(placed["population"])
    figure.add_scatter(
        **_circles(placed, sizes, tooltips),
        marker={
            "size": sizes,
            "color": _colours(placed, colours),
            "opacity": 1,
            "line": {
                "width": 0.7,
                "color": [colours.others_edge if pd.isna(s) else colours.ink for s in placed["score"]],
            },
        },
        # A circle that was clicked is marked as the reader's region, not by paling all others.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
    _draw_mine(figure, placed[placed["region"] == mine], tooltips, colours)
    west, east, south, north = VIEW
    figure.update_layout(
        **plain_layout(words, colours),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="zoom",
        xaxis={"range": [west, east], "visible": False, "constrain": "domain"},
        yaxis={"range": [south, north], "visible": False, "scaleanchor": "x", "constrain": "domain"},
    )
    return figure


def _circles(regions: pd.DataFrame, sizes: list[float], tooltips: Mapping[str, str]) -> dict[str, object]:
    codes = regions["region"].tolist()
    return {
        "x": regions["lon"].tolist(),
        "y": regions["lat"].tolist(),
        "mode": "markers",
        "customdata": codes,
        "hovertext": [tooltip_text(tooltips[code]) for code in codes],
        "hoverinfo": "text",
    }


def _diameters(population: pd.Series[float]) -> list[float]:
    """Diameters in pixels: the area of a circle is in proportion to the population, down to what can be seen."""
    most = float(population.max())
    share = (population / most).fillna(0) if most > 0 else population * 0
    return [round(max(_SMALLEST, _LARGEST * value**0.5), 1) for value in share.tolist()]


def _colours(regions: pd.DataFrame, colours: Palette) -> list[str]:
    """The fill of every circle; the paper's own colour where there is no score."""
    last = len(colours.levels) - 1
    lowest, highest = regions["score"].min(), regions["score"].max()
    fills = []
    for score, level in zip(regions["score"], regions["maturity"], strict=True):
        if pd.isna(score):
            fills.append(colours.paper)
        elif str(level).isdecimal():
            fills.append(colours.levels[min(int(level) - 1, last)])
        else:
            share = (score - lowest) / (highest - lowest) if highest > lowest else 0.0
            fills.append(colours.levels[min(int(share * (last + 1)), last)])
    return fills


def _draw_mine(figure: go.Figure, mine: pd.DataFrame, tooltips: Mapping[str, str], colours: Palette) -> None:
    """A ring in the reader's colour around their own region, and its name."""
    if mine.empty:
        return
    figure.add_scatter(
        **_circles(mine, [], tooltips),
        marker={
            "size": 18,
            "symbol": "circle-open",
            "color": colours.accent,
            "line": {"width": 3, "color": colours.accent},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
    east, north = mine["lon"].iloc[0], mine["lat"].iloc[0]
    figure.add_annotation(
        x=east, y=north, xanchor=_side(east), ax=0, ay=34 if north > 0 else -34, showarrow=True, arrowhead=0,
        arrowwidth=1.5, standoff=9, arrowcolor=colours.accent, text=f"<b>{figure_text(mine['name'].iloc[0])}</b>",
        font={"size": 14, "color": colours.accent}, bgcolor=colours.paper, borderpad=2,
    )  # fmt: skip


def _side(longitude: float) -> str:
    """Which end of a name stands at a place, so that it stays within a narrow map too."""
    west, east, *_ = VIEW
    share = (longitude - west) / (east - west)
    return "left" if share < 0.3 else "right" if share > 0.7 else "center"
