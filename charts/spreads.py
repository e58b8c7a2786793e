"""How the scores of each dimension are spread, by kind: a bar for the middle nine tenths, a tick for the median."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from metrics.overview import Spread
from words import Words

_LINE = 22  # pixels: the name of a dimension, or a bar
_AXIS = 30
_NUMBERS = 112  # pixels at the right, for what a bar is and its median


@dataclass(frozen=True)
class Mine:
    """The reader's region: its name, its kind, and its score of each node that has one."""

    name: str
    kind: str | None
    scores: Mapping[str, float]


def spreads_figure(
    spreads: Sequence[Spread],
    titles: Mapping[str, str],
    mine: Mine | None,
    decimals: int,
    words: Words,
    colours: Palette,
) -> Figure:
    """The figure. `titles` name the nodes."""
    figure = Figure(layout={"template": {}})
    y = 0.0
    for node, rows in groupby(spreads, key=lambda spread: spread.node.id):
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=y, showarrow=False, text=f"<b>{figure_text(titles[node])}</b>",
            font={"size": 14, "color": colours.ink},
        )  # fmt: skip
        for spread in rows:
            y -= 1
            _draw_spread(figure, spread, y, titles[node], decimals, words, colours)
            if mine and mine.kind == spread.kind and node in mine.scores:
                _draw_mine(figure, mine.name, mine.scores[node], y, decimals, words, colours)
        y -= 1.5
    figure.update_layout(
        **plain_layout(words, colours),
        height=int(-y * _LINE) + _AXIS,
        margin={"l": 0, "r": _NUMBERS, "t": 0, "b": _AXIS},
        dragmode=False,
        xaxis={
            "range": _range(spreads, mine), "showgrid": True, "gridcolor": colours.hairline, "zeroline": False,
            "fixedrange": True, "nticks": 6,
            "tickfont": {"color": colours.muted, "size": 13},
        },
        yaxis={"range": [y + 0.5, 0.5], "visible": False, "fixedrange": True},
    )  # fmt: skip
    return figure


def spreads_alt(spreads: Sequence[Spread], titles: Mapping[str, str], decimals: int, words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    return " ".join(_sentence(spread, titles[spread.node.id], decimals, words) for spread in spreads)


def _draw_spread(
    figure: Figure, spread: Spread, y: float, title: str, decimals: int, words: Words, colours: Palette
) -> None:
    told = tooltip_text(_sentence(spread, title, decimals, words))
    for low, high, height, colour in (
        (spread.low, spread.high, 2, colours.others_edge),
        (spread.quarter, spread.three_quarters, 12, colours.others),
    ):
        figure.add_scatter(
            x=[low, high], y=[y, y], mode="lines", line={"width": height, "color": colour}, hoverinfo="skip"
        )
    figure.add_scatter(
        x=[spread.median], y=[y], mode="markers", hovertext=[told], hoverinfo="text",
        marker={"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": colours.ink}},
    )  # fmt: skip
    label = words.say("{name} {median}", name=spread.kind or "", median=words.number(spread.median, decimals)).strip()
    figure.add_annotation(
        x=1, xref="paper", xanchor="left", xshift=8, y=y, showarrow=False, text=figure_text(label),
        font={"size": 13, "color": colours.muted},
    )  # fmt: skip


def _range(spreads: Sequence[Spread], mine: Mine | None) -> list[float]:
    """All that is drawn, with room for a mark at both ends."""
    drawn = [end for spread in spreads for end in (spread.low, spread.high)]
    if mine:
        drawn += mine.scores.values()
    room = 0.03 * (max(drawn) - min(drawn)) or 1.0
    return [min(drawn) - room, max(drawn) + room]


def _draw_mine(
    figure: Figure, name: str, score: float, y: float, decimals: int, words: Words, colours: Palette
) -> None:
    told = words.say("{name}: {score}", name=name, score=words.number(score, decimals))
    figure.add_scatter(
        x=[score], y=[y], mode="markers", hovertext=[tooltip_text(told)], hoverinfo="text",
        marker={"size": 13, "color": colours.accent, "line": {"width": 2, "color": colours.paper}},
    )  # fmt: skip


def _sentence(spread: Spread, title: str, decimals: int, words: Words) -> str:
    return words.say(
        "{title}, {kind}: median {median}; half of {count} regions lie between {quarter} and {three_quarters}.",
        title=title,
        kind=spread.kind or words.say("All regions"),
        median=words.number(spread.median, decimals),
        count=words.number(spread.regions),
        quarter=words.number(spread.quarter, decimals),
        three_quarters=words.number(spread.three_quarters, decimals),
    )
