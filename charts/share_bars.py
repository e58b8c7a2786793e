"""Shares by source as bars: solid what a source does alone, pale what it does together with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_ROW = 46  # pixels: a title and the bar under it
_BAR = 14
_NUMBERS = 56  # pixels at the right, for the shares in figures
_PALE = 0.35


@dataclass(frozen=True)
class ShareBar:
    """One source: its title, its shares alone and in all, the ends of the interval of the latter, and a sentence."""

    title: str
    alone: float
    whole: float
    low: float
    high: float
    tooltip: str


def share_bars_figure(bars: Sequence[ShareBar], colour: str, words: Words, colours: Palette) -> Figure:
    """The figure, from top to bottom; shares are of 1."""
    figure = Figure(layout={"template": {}})
    places = [-number for number in range(len(bars))]
    told = [tooltip_text(bar.tooltip) for bar in bars]
    for share, opacity in (("whole", _PALE), ("alone", 1.0)):
        # A share is estimated: it may come out just below zero, where no bar can go.
        lengths = [max(getattr(bar, share), 0.0) for bar in bars]
        figure.add_bar(
            x=lengths, y=places, orientation="h", width=_BAR / _ROW, hovertext=told, hoverinfo="text",
            marker={"color": colour, "opacity": opacity, "line": {"width": 0}}, textposition="none",
        )  # fmt: skip
    for bar, y in zip(bars, places, strict=True):
        figure.add_scatter(
            x=[max(bar.low, 0.0), bar.high], y=[y, y], mode="lines", line={"width": 2, "color": colours.ink},
            hoverinfo="skip",
        )  # fmt: skip
        for x, xref, anchor, shift, text in (
            (0, "x", "left", 18, figure_text(bar.title)),
            (1, "paper", "left", 0, f"<b>{words.percent(bar.whole)}</b>"),
        ):
            figure.add_annotation(
                x=x, xref=xref, xanchor=anchor, xshift=8 if xref == "paper" else 0, y=y, yshift=shift, showarrow=False,
                text=text, font={"size": 14, "color": colours.ink}, borderpad=0,
            )  # fmt: skip
    figure.update_layout(
        **plain_layout(words, colours),
        barmode="overlay",
        height=_ROW * len(bars) + 16,
        margin={"l": 0, "r": _NUMBERS, "t": 0, "b": 0},
        dragmode=False,
        xaxis={
            "range": [0, max((bar.high for bar in bars), default=1.0)], "visible": False, "fixedrange": True,
        },
        yaxis={"range": [0.45 - len(bars), 0.8], "visible": False, "fixedrange": True},
    )  # fmt: skip
    return figure


def share_bars_alt(bars: Sequence[ShareBar], words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    return " ".join([words.say("Bars, one a source of uncertainty."), *(bar.tooltip for bar in bars)])
