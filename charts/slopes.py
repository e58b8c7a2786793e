"""Ranks in two ways of scoring: a line a region from its rank in the one to its rank in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.apart import apart
from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_HEIGHT = 520  # pixels
_TOP, _LEFT = 46, 44
_LINE = 17  # pixels: the least distance of two names
_LETTER, _RANK = 7.2, 44  # pixels: the usual letter of a name, and the rank before it


@dataclass(frozen=True)
class Slope:
    """A region that is named: its rank in both ways, its tooltip, and whether it is the reader's own."""

    name: str
    one: int
    other: int
    tooltip: str
    mine: bool = False


def slopes_figure(
    slopes: Sequence[Slope],
    others: Sequence[tuple[int, int]],
    titles: tuple[str, str],
    ranked: int,
    words: Words,
    colours: Palette,
) -> Figure:
    """The figure. `others` are the ranks of all regions, drawn faintly; `titles` name the two ways."""
    figure = Figure(layout={"template": {}})
    x: list[float | None] = []
    y: list[float | None] = []
    for one, other in others:
        x += [0, 1, None]
        y += [one, other, None]
    figure.add_scatter(
        x=x, y=y, mode="lines", hoverinfo="skip", opacity=0.35, line={"width": 0.75, "color": colours.others}
    )
    for slope in sorted(slopes, key=lambda slope: slope.mine):  # one's own region lies on top
        _draw_slope(figure, slope, colours)
    _draw_names(figure, slopes, ranked, words, colours)
    right = _RANK + int(_LETTER * max(len(slope.name) for slope in slopes))
    for at, title in enumerate(titles):
        figure.add_annotation(
            x=at, y=1, yref="paper", yshift=12, yanchor="bottom", xanchor=("left", "right")[at], showarrow=False,
            xshift=(-_LEFT, right)[at], text=f"<b>{figure_text(title)}</b>", font={"size": 14, "color": colours.ink},
        )  # fmt: skip
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin={"l": _LEFT, "r": right, "t": _TOP, "b": 12},
        dragmode=False,
        xaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"range": [ranked + 0.03 * ranked, 1 - 0.03 * ranked], "visible": False, "fixedrange": True},
    )
    return figure


def slopes_alt(slopes: Sequence[Slope], words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    told = [slope.tooltip for slope in slopes]
    return " ".join([words.say("Slope chart of ranks, one line a region."), *told])


def _draw_slope(figure: Figure, slope: Slope, colours: Palette) -> None:
    colour = colours.accent if slope.mine else colours.second
    figure.add_scatter(
        x=[0, 1], y=[slope.one, slope.other], mode="lines+markers", cliponaxis=False,
        hovertext=[tooltip_text(slope.tooltip)] * 2, hoverinfo="text",
        line={"width": 3 if slope.mine else 1.75, "color": colour}, marker={"size": 8, "color": colour},
    )  # fmt: skip


def _draw_names(figure: Figure, slopes: Sequence[Slope], ranked: int, words: Words, colours: Palette) -> None:
    """Ranks at the left, ranks and names at the right, each as near to its end of the line as the others let it."""
    unit = 1.06 * ranked / (_HEIGHT - _TOP - 12)  # ranks in a pixel
    for at in (0, 1):
        ordered = sorted(slopes, key=lambda slope: (slope.one, slope.other)[at])
        ends = [(slope.one, slope.other)[at] for slope in ordered]
        for slope, place in zip(ordered, apart(ends, _LINE * unit, 1, ranked), strict=True):
            rank = words.number((slope.one, slope.other)[at])
            text = words.say("{rank}. {name}", rank=rank, name=figure_text(slope.name)) if at else rank
            figure.add_annotation(
                x=at, y=place, xanchor=("right", "left")[at], xshift=(-8, 8)[at], showarrow=False, borderpad=0,
                text=f"<b>{text}</b>" if slope.mine else text,
                font={"size": 13, "color": colours.accent if slope.mine else colours.ink},
            )  # fmt: skip
