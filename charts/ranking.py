"""The spread of the scores: one dot a region, one row a kind, over the bands of the levels."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text
from words import Words

_DOT = 7  # pixels: a dot's diameter, and the most that dots of one column stand apart
_COLUMNS = 120  # dots that fit side by side over the width of the axis
_HEADROOM = 6  # dots' heights above a row, for its name and median
_HIGHEST = 460  # pixels of all rows together; where dots pile up, they move closer
_TOP = 34  # pixels above the rows, for the levels
_BOTTOM = 44  # pixels below them, for the axis


@dataclass(frozen=True)
class Row:
    """One row of the figure: its name, its median (None where nothing is scored), and its regions.

    Where the regions have score_low and score_high, that band is drawn for the one that is highlighted.
    """

    name: str
    median: float | None
    regions: pd.DataFrame


@dataclass(frozen=True)
class Scale:
    """The part of the scores' range that is drawn, and where each level begins, the first one included.

    On a logarithmic scale `low` and `high` are logarithms to base 10, as Plotly has them.
    """

    low: float
    high: float
    levels: Sequence[float] = ()
    log: bool = False

    @classmethod
    def around(cls, scores: Sequence[float], levels: Sequence[float], *, log: bool = False) -> Scale:
        """A scale on which every score has room at both ends."""
        bare = cls(0.0, 100.0, levels, log)
        low, high = (bare.at(end) for end in (min(scores, default=1.0), max(scores, default=100.0)))
        room = 0.04 * (high - low) or 1.0
        return cls(low - room, high + room, levels, log)

    def at(self, score: float) -> float:
        """Where a score stands between `low` and `high`."""
        return math.log10(score) if self.log else score

    @property
    def decimals(self) -> int:
        """Decimals that tell scores apart without claiming more than the figures hold."""
        span = 10**self.high - 10**self.low if self.log else self.high - self.low
        return 0 if span > 1_000 else 1 if span > 10 else 2 if span > 1 else 3


def ranking_figure(
    rows: Sequence[Row],
    scale: Scale,
    tooltips: dict[str, str],
    mine: str | None,
    words: Words,
    colours: Palette,
) -> Figure:
    """The figure. Rows come from top to bottom, each a part of `Results.ranking` with a score in every line.

    `tooltips` is a sentence by region code, `mine` the code of the region to highlight.
    """
    figure = Figure()
    _draw_levels(figure, scale, words, colours)
    height = 0.0
    for row in rows:
        places, extent = _swarm(row.regions["score"].tolist(), scale)
        middle = height - _HEADROOM - extent
        _draw_row(figure, row, [middle + place for place in places], tooltips, mine, scale, colours)
        _draw_median(figure, row, (middle - extent - 1, middle + extent + 1), height - 1.5, words, scale, colours)
        height = middle - extent - 2
    figure.update_layout(
        **plain_layout(words, colours),
        height=int(min(-height * _DOT, _HIGHEST)) + _TOP + _BOTTOM,
        margin={"l": 12, "r": 12, "t": _TOP, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": [scale.low, scale.high],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 6,
            "tickfont": {"color": colours.muted, "size": 13},
            "title": {
                "text": words.say("Score"),
                "font": {"color": colours.muted, "size": 13},
                "standoff": 6,
            },
        },
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return figure


def ranking_alt(rows: Sequence[Row], words: Words, decimals: int) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    told = [
        words.say(
            "{name}: {count} regions, scores from {lowest} to {highest}, median {median}.",
            name=row.name,
            count=words.number(len(row.regions)),
            lowest=words.number(row.regions["score"].min(), decimals),
            highest=words.number(row.regions["score"].max(), decimals),
            median=words.number(row.median, decimals),
        )
        for row in rows
        if len(row.regions)
    ]
    return " ".join([words.say("Dot plot of the scores, one dot a region."), *told])


def _swarm(scores: Sequence[float], scale: Scale) -> tuple[list[float], float]:
    """How far above or below its row's middle each dot stands, in dots, so that none hides another.

    A dot takes the line nearest to the middle on which the dot before it is far enough away. Returns
    the places in the order of `scores`, and how far the farthest is from the middle.
    """
    width = (scale.high - scale.low) / _COLUMNS
    scores = [scale.at(score) for score in scores]
    last: dict[int, float] = {}
    places = [0.0] * len(scores)
    for position in sorted(range(len(scores)), key=scores.__getitem__):
        line = next(line for line in _lines() if scores[position] - last.get(line, -math.inf) >= width)
        last[line] = scores[position]
        places[position] = float(line)
    return places, max(map(abs, places), default=0.0)


def _lines() -> Iterator[int]:
    """Lines outward from the middle: 0, 1, -1, 2, -2 …"""
    yield 0
    for distance in itertools.count(1):
        yield distance
        yield -distance


def _draw_levels(figure: Figure, scale: Scale, words: Words, colours: Palette) -> None:
    """A strip of the levels on top, each with its number, and its band faintly down through the rows."""
    for number, start in enumerate(scale.levels):
        end = scale.levels[number + 1] if number + 1 < len(scale.levels) else scale.high
        low, high = max(start, scale.low), min(end, scale.high)
        if low >= high:
            continue
        colour = colours.levels[min(number, len(colours.levels) - 1)]
        place = {"type": "rect", "x0": low, "x1": high, "layer": "below", "fillcolor": colour}
        figure.add_shape(**place, y0=0, y1=1, yref="paper", opacity=0.09, line={"width": 0})
        # In pixels above the rows, so that it is as thick on every screen.
        figure.add_shape(
            **place, y0=2, y1=9, yref="paper", yanchor=1, ysizemode="pixel", line={"width": 1, "color": colours.paper}
        )
        figure.add_annotation(
            x=(low + high) / 2, y=0, yshift=18, showarrow=False,
            text=words.say("Level {number}", number=number + 1), font={"size": 12, "color": colours.muted},
        )  # fmt: skip


def _draw_row(
    figure: Figure,
    row: Row,
    places: list[float],
    tooltips: dict[str, str],
    mine: str | None,
    scale: Scale,
    colours: Palette,
) -> None:
    codes = row.regions["region"].tolist()
    figure.add_scatter(
        x=row.regions["score"].tolist(),
        y=places,
        mode="markers",
        marker={"size": _DOT, "color": colours.others, "line": {"width": 1, "color": colours.others_edge}},
        hovertext=[figure_text(tooltips[code]) for code in codes],
        hoverinfo="text",
    )
    if mine is None or mine not in codes:
        return
    at = codes.index(mine)
    score, place = row.regions["score"].iloc[at], places[at]
    if "score_low" in row.regions:
        figure.add_scatter(
            x=row.regions[["score_low", "score_high"]].iloc[at].tolist(), y=[place, place], mode="lines",
            line={"width": _DOT + 2, "color": colours.accent}, opacity=0.35, hoverinfo="skip",
        )  # fmt: skip
    figure.add_scatter(
        x=[score],
        y=[place],
        mode="markers",
        marker={"size": 2 * _DOT, "color": colours.accent, "line": {"width": 2, "color": colours.paper}},
        hovertext=[figure_text(tooltips[mine])],
        hoverinfo="text",
    )
    figure.add_annotation(
        x=scale.at(score), y=place, ax=0, ay=-34,
        showarrow=True, arrowhead=0, arrowwidth=1.5, arrowcolor=colours.accent,
        text=f"<b>{figure_text(row.regions['name'].iloc[at])}</b>", font={"size": 14, "color": colours.accent},
        bgcolor=colours.paper, borderpad=2,
    )  # fmt: skip


def _draw_median(
    figure: Figure,
    row: Row,
    reach: tuple[float, float],
    label_at: float,
    words: Words,
    scale: Scale,
    colours: Palette,
) -> None:
    """The row's name at its upper left, and its median as a tick through its dots."""
    name = f"<b>{figure_text(row.name[:1].upper() + row.name[1:])}</b>"
    if row.median is None:
        text = words.say("{name}: none can be assessed", name=name)
    else:
        text = words.say("{name}: median {median}", name=name, median=words.number(row.median, scale.decimals))
        figure.add_shape(
            type="line", x0=row.median, x1=row.median, y0=reach[0], y1=reach[1],
            line={"color": colours.ink, "width": 2},
        )  # fmt: skip
    figure.add_annotation(
        x=scale.low, y=label_at, xanchor="left", yanchor="top", showarrow=False, text=text,
        font={"size": 15, "color": colours.ink},
    )  # fmt: skip
