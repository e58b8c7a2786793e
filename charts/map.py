"""The country as circles on its coast: no map engine, so it needs neither the internet nor a graphics card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.coastline import VIEW, coastline
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_LARGEST = 22  # pixels: the diameter of the circle of the region with most residents
_SMALLEST = 3.5
_MINE = 17
_UNSEEN = "rgba(0,0,0,0)"


def map_figure(
    regions: pd.DataFrame,
    fills: Sequence[str | None],
    tooltips: Mapping[str, str],
    mine: str | None,
    words: Words,
    colours: Palette,
    clickable: bool = True,
) -> go.Figure:
    """A circle a region, as large as its population; without a fill it is hollow.

    `regions` has a line a region: region, name, lat, lon and population. Each circle carries its region's code as
    `customdata`. The reader's own region is the selected point: a click on another moves accent and name there
    in the browser, so that nothing has to be drawn again. A map that is not `clickable` needs no other names.
    """
    figure = go.Figure(layout={"template": {}})
    longitudes, latitudes = coastline()
    figure.add_scatter(
        x=longitudes, y=latitudes, mode="lines", fill="toself", fillcolor=colours.hairline,
        line={"color": colours.others, "width": 0.7}, hoverinfo="skip",
    )  # fmt: skip
    known = [fill or colours.paper for fill in fills]
    edges = [colours.others_edge if fill is None else colours.ink for fill in fills]
    placed = regions.assign(fill=known, edge=edges, own=regions["region"] == mine).dropna(subset=["lat", "lon"])
    # The large ones first, so that none hides a smaller one, and the reader's own on top of all.
    placed = placed.sort_values(["own", "population"], ascending=[True, False])
    codes = placed["region"].tolist()
    figure.add_scatter(
        x=placed["lon"].to_numpy(dtype="float32"),  # arrays: see charts/coastline.py
        y=placed["lat"].to_numpy(dtype="float32"),
        mode="markers+text",
        customdata=codes,
        hovertext=[tooltip_text(tooltips[code]) for code in codes],
        hoverinfo="text",
        text=[
            f"<b>{figure_text(name)}</b>" if clickable or own else ""
            for name, own in zip(placed["name"], placed["own"], strict=True)
        ],
        textposition=[f"top {_side(longitude)}" for longitude in placed["lon"]],
        marker={
            "size": _diameters(placed["population"]),
            "color": placed["fill"].tolist(),
            "opacity": 1,
            "line": {
                "width": 0.7,
                "color": placed["edge"].tolist(),
            },
        },
        cliponaxis=False,
        textfont={"size": 15, "color": _UNSEEN},
        selectedpoints=[codes.index(mine)] if mine in codes else [],
        selected={
            "marker": {"opacity": 1, "color": colours.accent, "size": _MINE},
            "textfont": {"color": colours.accent},
        },
        unselected={"marker": {"opacity": 1}, "textfont": {"color": _UNSEEN}},
    )
    west, east, south, north = VIEW
    figure.update_layout(
        **plain_layout(words, colours),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="zoom",
        xaxis={"range": [west, east], "visible": False, "constrain": "domain"},
        yaxis={"range": [south, north], "visible": False, "scaleanchor": "x", "constrain": "domain"},
    )
    return figure


def repainted(
    drawn: Mapping[str, Any],
    fills: Mapping[str, str | None],
    tooltips: Mapping[str, str],
    colours: Palette,
) -> go.Figure:
    """A map again with other fills and tooltips by region, several times quicker than a new one.

    `drawn` is `map_figure(…).to_dict()` and stays as it is; tooltips are text as Plotly takes it.
    """
    *below, circles = drawn["data"]
    codes = circles["customdata"]
    edges = [colours.others_edge if fills[code] is None else colours.ink for code in codes]
    marker = circles["marker"] | {
        "color": [fills[code] or colours.paper for code in codes],
        "line": circles["marker"]["line"] | {"color": edges},
    }
    painted = circles | {"marker": marker, "hovertext": [tooltips[code] for code in codes]}
    # What has been checked once is not checked again, circle by circle.
    return go.Figure({"data": [*below, painted], "layout": drawn["layout"]}, _validate=False)


def level_fills(regions: pd.DataFrame, colours: Palette) -> list[str | None]:
    """The colour of the level of every region of `Results.ranking`; None where there is no score.

    Where a framework has no levels, the colours run from the lowest score to the highest.
    """
    last = len(colours.levels) - 1
    lowest, highest = regions["score"].min(), regions["score"].max()
    fills: list[str | None] = []
    for score, level in zip(regions["score"], regions["maturity"], strict=True):
        if pd.isna(score):
            fills.append(None)
        elif str(level).isdecimal():
            fills.append(colours.levels[min(int(level) - 1, last)])
        else:
            share = (score - lowest) / (highest - lowest) if highest > lowest else 0.0
            fills.append(colours.levels[min(int(share * (last + 1)), last)])
    return fills


def class_fills(
    values: pd.Series[float], classes: Sequence[tuple[float, float]], ramp: Sequence[str]
) -> list[str | None]:
    """The colour of the class of every value, by the lowest and highest of each class; None for a missing value."""
    return [
        next((fill for (low, high), fill in zip(classes, ramp, strict=False) if low <= value <= high), None)
        for value in values
    ]


def _diameters(population: pd.Series[float]) -> list[float]:
    """Diameters in pixels: the area of a circle is in proportion to the population, down to what can be seen."""
    most = float(population.max())
    share = (population / most).fillna(0) if most > 0 else population * 0
    return [round(max(_SMALLEST, _LARGEST * value**0.5), 1) for value in share.tolist()]


def _side(longitude: float) -> str:
    """To which side of a place its name runs, so that it stays within a narrow map too."""
    west, east, *_ = VIEW
    share = (longitude - west) / (east - west)
    return "right" if share < 0.3 else "left" if share > 0.7 else "center"
