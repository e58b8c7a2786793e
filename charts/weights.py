"""Two sets of weights side by side: one track a child, from the framework's weight to that of another method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_TRACK = 58  # pixels from one track to the next
_BOTTOM = 26
_NUMBERS = 118  # pixels at the right, for both weights
_TICKS = 5


@dataclass(frozen=True)
class Weight:
    """One child: its title, its weight in the framework, by the method (None: it offers none), and its spread."""

    title: str
    own: float
    found: float | None
    low: float | None = None
    high: float | None = None


def weights_figure(weights: Sequence[Weight], words: Words, colours: Palette) -> Figure:
    """The figure; weights are shares, and come from top to bottom."""
    figure = Figure(layout={"template": {}})
    known = [x for weight in weights for x in (weight.own, weight.found, weight.high) if x is not None]
    for number, weight in enumerate(weights):
        _draw_track(figure, weight, -number, words, colours)
    figure.update_layout(
        **plain_layout(words, colours),
        height=_TRACK * len(weights) + _BOTTOM,
        margin={"l": 8, "r": _NUMBERS, "t": 0, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": [-0.005, 1.06 * max(known)], "showgrid": True, "gridcolor": colours.hairline, "zeroline": False,
            "fixedrange": True, "nticks": _TICKS, "tickformat": ".0%", "tickfont": {"color": colours.muted, "size": 13},
        },
        yaxis={"range": [0.45 - len(weights), 0.75], "visible": False, "fixedrange": True},
    )  # fmt: skip
    return figure


def weights_alt(weights: Sequence[Weight], words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    return " ".join([words.say("Dot plot of the weights."), *(say_weights(weight, words) for weight in weights)])


def say_weights(weight: Weight, words: Words) -> str:
    """A child's weights in a sentence."""
    own = words.percent(weight.own, 1)
    if weight.found is None:
        return words.say("{name}: {own} in the framework.", name=weight.title, own=own)
    told = words.say(
        "{name}: {own} in the framework, {found} by this method.",
        name=weight.title, own=own, found=words.percent(weight.found, 1),
    )  # fmt: skip
    if weight.low is None or weight.high is None:
        return told
    low, high = words.percent(weight.low, 1), words.percent(weight.high, 1)
    return words.say("{told} From {low} to {high}.", told=told, low=low, high=high)


def _draw_track(figure: Figure, weight: Weight, y: int, words: Words, colours: Palette) -> None:
    told = [tooltip_text(say_weights(weight, words))]
    figure.add_annotation(
        x=0, y=y, xanchor="left", yanchor="bottom", yshift=8, showarrow=False, borderpad=0,
        text=f"<b>{figure_text(weight.title)}</b>", font={"size": 14, "color": colours.ink},
    )  # fmt: skip
    if weight.low is not None and weight.high is not None:
        figure.add_scatter(
            x=[weight.low, weight.high], y=[y, y], mode="lines", hoverinfo="skip", opacity=0.35,
            line={"width": 12, "color": colours.second},
        )  # fmt: skip
    numbers = words.percent(weight.own, 1)
    if weight.found is not None:
        figure.add_scatter(
            x=[weight.own, weight.found], y=[y, y], mode="lines", hoverinfo="skip",
            line={"width": 2, "color": colours.others_edge},
        )  # fmt: skip
        figure.add_scatter(
            x=[weight.found], y=[y], mode="markers", hovertext=told, hoverinfo="text", cliponaxis=False,
            marker={"size": 14, "color": colours.second, "line": {"width": 1.5, "color": colours.paper}},
        )  # fmt: skip
        found = f"<b>{words.percent(weight.found, 1)}</b>"
        numbers = words.say("{before} → {after}", before=numbers, after=found)
    figure.add_scatter(
        x=[weight.own], y=[y], mode="markers", hovertext=told, hoverinfo="text", cliponaxis=False,
        marker={
            "symbol": "diamond", "size": 11, "color": colours.others,
            "line": {"width": 1.5, "color": colours.others_edge},
        },
    )  # fmt: skip
    figure.add_annotation(
        x=1, xref="paper", xanchor="left", xshift=8, y=y, showarrow=False, text=numbers,
        font={"size": 13, "color": colours.ink},
    )  # fmt: skip
