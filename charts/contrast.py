"""Digital-government capability against results for residents: one mark a region, and the medians as a cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

import pandas as pd

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.placement import Box, Point, find_places
from charts.text import figure_text, tooltip_text
from metrics.contrast import QUADRANTS, Contrast, Quadrant
from words import Words

_SYMBOLS = ("diamond", "circle", "square", "triangle-up")
_HEIGHT = 530
_MARGIN = {"l": 52, "r": 12, "t": 8, "b": 52}
# The room for marks on a full screen, for which names are placed; a narrower one hides them (static/teladan.css).
_ROOM = Box(0, 1152 - 52 - 12, 0, _HEIGHT - 8 - 52)
_APART = 5.0  # pixels between two names
_LETTER, _LINE = 7.0, 15.0  # pixels: the usual letter of a name, and the height of a name
_ABOVE = 24  # pixels: how far above its mark the reader's own region is named
_NAME = 22  # characters: two names stand side by side on a phone
# Where each quadrant's name stands: the corner of the plot it is in.
_CORNERS: dict[Quadrant, tuple[str, str]] = {
    "both": ("right", "top"),
    "capability": ("right", "bottom"),
    "results": ("left", "top"),
    "neither": ("left", "bottom"),
}


# The ends of x and of y.
Axes = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Focus:
    """Regions to be told apart from all others: `part` is them alone, `names` what to write beside each, by code."""

    part: Contrast
    names: Mapping[str, str]


def quadrant_names(words: Words) -> dict[Quadrant, str]:
    """What each quadrant is called, in plain words."""
    return {
        "both": words.say("Both at or above the median"),
        "capability": words.say("Digital above, results below"),
        "results": words.say("Results above, digital below"),
        "neither": words.say("Both below the median"),
    }


def kind_marks(kinds: Sequence[str], colours: Palette, *, focus: bool = False) -> list[tuple[str, str, str]]:
    """The symbol, fill and outline of each kind, told apart by shape, and by colour too unless that tells a focus."""
    first, others = (colours.second, colours.paper), (colours.others, colours.others_edge)
    return [(_SYMBOLS[n % len(_SYMBOLS)], *(first if focus or not n else others)) for n in range(len(kinds))]


def contrast_figure(
    found: Contrast,
    kinds: Sequence[str],
    tooltips: Mapping[str, str],
    mine: str | None,
    axes: tuple[str, str],
    words: Words,
    colours: Palette,
    focus: Focus | None = None,
) -> Figure:
    """The figure, with at least one region. `kinds` are told apart; `axes` are the titles of x and y.

    With a `focus` its regions are named and counted, and all others are only a background.
    """
    figure = Figure(layout={"template": {}})
    ink = {"color": colours.muted, "width": 1.5, "dash": "dot"}
    figure.add_shape(
        type="line", x0=found.median_capability, x1=found.median_capability, y0=0, y1=1, yref="paper", line=ink
    )
    figure.add_shape(type="line", y0=found.median_results, y1=found.median_results, x0=0, x1=1, xref="paper", line=ink)
    ends = _range(found.regions["capability"], 0.05, 0.05), _range(found.regions["results"], 0.17, 0.27)
    marks = list(zip(kinds, kind_marks(kinds, colours, focus=focus is not None), strict=True))
    if focus is not None:
        background = {"size": 6, "color": colours.others, "opacity": 0.75}
        _draw_marks(figure, _outside(found.regions, focus), tooltips, background)
    # The kind with most regions at the bottom, so that it does not bury the other.
    for kind, (symbol, fill, edge) in reversed(marks):
        regions = found.regions if focus is None else focus.part.regions
        marker = {
            "symbol": symbol,
            "size": 9 if symbol == "diamond" else 7.5,
            "color": fill,
            "line": {"width": 1, "color": edge},
        }
        _draw_marks(figure, regions[regions["kind"] == kind] if kind else regions, tooltips, marker)
    for quadrant in QUADRANTS:
        _name_quadrant(figure, (focus.part if focus else found).count(quadrant), quadrant, words, colours)
    own = found.regions[found.regions["region"] == mine]
    if focus is not None:
        _name_regions(figure, focus, own, ends, colours)
    if len(own):
        marker = {"size": 15, "color": colours.accent, "line": {"width": 2, "color": colours.paper}}
        _draw_marks(figure, own, tooltips, marker)
        x, y, name = own[["capability", "results", "name"]].iloc[0]
        figure.add_annotation(
            x=x, y=y, ax=0, ay=-_ABOVE, xanchor=_side(x, ends[0]), showarrow=True, arrowhead=0, arrowwidth=1.5,
            arrowcolor=colours.accent, text=f"<b>{figure_text(name)}</b>", font={"size": 14, "color": colours.accent},
            bgcolor=colours.paper, borderpad=2,
        )  # fmt: skip
    axis = {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "nticks": 8,
        "tickfont": {"color": colours.muted, "size": 13},
    }
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin=_MARGIN,
        dragmode=False,
        xaxis={**axis, "range": ends[0], "title": _title(axes[0], colours)},
        yaxis={**axis, "range": ends[1], "title": _title(axes[1], colours)},
    )
    return figure


def contrast_alt(found: Contrast, words: Words, province: str | None = None) -> str:
    """What the figure shows, in sentences, for a reader who does not see it; `found` is the part in focus."""
    names = quadrant_names(words)
    counts = [
        words.say("{name}: {count} regions.", name=names[quadrant], count=words.number(found.count(quadrant)))
        for quadrant in QUADRANTS
    ]
    told = words.say("Scatter plot of digital-government capability and results for residents, one mark a region.")
    if province is not None:
        told = words.say("{told} In the second colour, with their names: the regions of {province}.", told=told,
                         province=province)  # fmt: skip
    return " ".join([told, *counts])


def _side(score: float, ends: tuple[float, float]) -> str:
    """Which end of a name stands at a score, so that it stays within the picture."""
    share = (score - ends[0]) / (ends[1] - ends[0])
    return "left" if share < 0.15 else "right" if share > 0.85 else "center"


def _outside(regions: pd.DataFrame, focus: Focus) -> pd.DataFrame:
    return regions[~regions["region"].isin(focus.part.regions["region"])]


def _draw_marks(figure: Figure, rows: pd.DataFrame, tooltips: Mapping[str, str], marker: Mapping[str, object]) -> None:
    figure.add_scatter(
        x=rows["capability"].tolist(),
        y=rows["results"].tolist(),
        mode="markers",
        marker=marker,
        hovertext=[tooltip_text(tooltips[code]) for code in rows["region"]],
        hoverinfo="text",
    )


def _name_regions(figure: Figure, focus: Focus, own: pd.DataFrame, axes: Axes, colours: Palette) -> None:
    """The names of the regions in focus, each joined to its mark by a line where it stands further away."""
    rows = focus.part.regions[~focus.part.regions["region"].isin(own["region"])]
    names = [focus.names[code] for code in rows["region"]]
    widths = [len(name) * _LETTER + _APART for name in names]
    taken = [Box.around((x, y), 2 * _NAME * _LETTER, 7 * _LINE) for x in (0, _ROOM.right) for y in (0, _ROOM.top)]
    for (x, y), name in zip(_to_pixels(own, axes), own["name"], strict=True):
        taken += [Box.around((x, y), 20, 20), Box.around((x, y + _ABOVE), len(name) * 1.2 * _LETTER, 1.5 * _LINE)]
    marks = _to_pixels(rows, axes)
    found = zip(marks, names, find_places(marks, widths, _LINE, taken, _ROOM), strict=True)
    shown = [(mark, name, place) for mark, name, place in found if place is not None]
    lines = [(mark, place.leader) for mark, _, place in shown if place.leader]
    figure.add_scatter(
        **_points([point for line in lines for point in (*line, None)], axes),
        mode="lines", line={"color": colours.muted, "width": 1}, hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        **_points([place.at for *_, place in shown], axes),
        mode="text", text=[figure_text(name) for _, name, _ in shown],
        textposition=[f"middle {place.side}" for *_, place in shown],
        textfont={"size": 13, "color": colours.ink}, hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def _to_pixels(rows: pd.DataFrame, axes: Axes) -> list[Point]:
    (west, east), (south, north) = axes
    across = (rows["capability"] - west) / (east - west) * _ROOM.right
    up = (rows["results"] - south) / (north - south) * _ROOM.top
    return list(zip(across.tolist(), up.tolist(), strict=True))


def _points(pixels: Sequence[Point | None], axes: Axes) -> dict[str, list[float | None]]:
    """Places on the screen as x and y of a trace; None is a gap."""
    (west, east), (south, north) = axes
    return {
        "x": [None if point is None else west + point[0] / _ROOM.right * (east - west) for point in pixels],
        "y": [None if point is None else south + point[1] / _ROOM.top * (north - south) for point in pixels],
    }


def _name_quadrant(figure: Figure, count: int, quadrant: Quadrant, words: Words, colours: Palette) -> None:
    across, up = _CORNERS[quadrant]
    name = "<br>".join(wrap(quadrant_names(words)[quadrant], _NAME))
    regions = words.say_plural("{count} region", "{count} regions", count)
    figure.add_annotation(
        x=1 if across == "right" else 0, xref="paper", xanchor=across, align=across,
        y=1 if up == "top" else 0, yref="paper", yanchor=up, showarrow=False,
        text=f"{name}<br><b>{regions}</b>", font={"size": 13, "color": colours.ink},
        bgcolor=colours.paper, opacity=0.9, borderpad=3,
    )  # fmt: skip


def _range(scores: pd.Series[float], below: float, above: float) -> tuple[float, float]:
    """The scores with shares of their span as room at both ends."""
    low, high = float(scores.min()), float(scores.max())
    span = high - low or 1.0
    return low - below * span, high + above * span


def _title(text: str, colours: Palette) -> dict[str, object]:
    return {"text": figure_text(text), "font": {"color": colours.muted, "size": 13}, "standoff": 8}
