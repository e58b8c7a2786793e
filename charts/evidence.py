"""An indicator before and after a practice began: the region's change year by year, beside those of its peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.apart import apart
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from metrics.practices.course import Step
from words import Words

_HEIGHT = 320  # pixels
_TOP, _BOTTOM, _LEFT = 26, 30, 46
_LINE = 17  # pixels: the least distance of two names
_LETTER, _MOST = 7.8, 150  # pixels: the usual bold letter of a name, and the most that names take


@dataclass(frozen=True)
class Picture:
    """What is drawn: the years in which there is a figure, the year of the start and what is written at it, both names,
    and a tooltip a year."""

    steps: Sequence[Step]
    start: int
    at_start: str
    name: str
    peers: str
    suffix: str  # behind a change: % or nothing
    tooltips: Sequence[str]


def evidence_figure(picture: Picture, words: Words, colours: Palette) -> go.Figure:
    """The figure; changes count from the mean before the start."""
    figure = go.Figure(layout={"template": {}})
    low, high = _reach(picture.steps)
    years = [step.year for step in picture.steps]
    _draw_start(figure, picture, colours)
    _draw_peers(figure, picture.steps, colours)
    _draw_own(figure, picture, colours)
    _draw_names(figure, picture, low, high, colours)
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin={"l": _LEFT, "r": _room(picture), "t": _TOP, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": [min(*years, picture.start) - 0.4, max(*years, picture.start) + 0.3], "tickvals": years,
            "ticktext": [words.year(year) for year in years], "tickangle": 0,
            "tickfont": {"color": colours.muted, "size": 12}, "showgrid": False, "zeroline": False, "fixedrange": True,
        },
        yaxis={
            "range": [low, high], "nticks": 6, "tickformat": ",~f", "ticksuffix": picture.suffix,
            "tickfont": {"color": colours.muted, "size": 12}, "gridcolor": colours.hairline,
            "zerolinecolor": colours.others_edge, "zerolinewidth": 1, "fixedrange": True,
        },
    )  # fmt: skip
    return figure


def evidence_alt(picture: Picture, title: str, words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    said = words.say("Line chart of the change of {title} since before the start.", title=title)
    return " ".join([said, *picture.tooltips])


def _reach(steps: Sequence[Step]) -> tuple[float, float]:
    values = [x for step in steps for x in (step.own, step.low, step.high, 0.0) if x is not None]
    room = 0.08 * (max(values) - min(values)) or 1.0
    return min(values) - room, max(values) + room


def _draw_start(figure: go.Figure, picture: Picture, colours: Palette) -> None:
    figure.add_shape(
        type="line", x0=picture.start, x1=picture.start, y0=0, y1=1, yref="paper", layer="below",
        line={"color": colours.muted, "width": 1, "dash": "dot"},
    )  # fmt: skip
    figure.add_annotation(
        x=picture.start, y=1, yref="paper", xanchor="center", yanchor="bottom", showarrow=False, borderpad=2,
        text=figure_text(picture.at_start), font={"size": 12, "color": colours.muted},
    )  # fmt: skip


def _draw_peers(figure: go.Figure, steps: Sequence[Step], colours: Palette) -> None:
    """The middle four fifths as an area, their median as a line."""
    told = [step for step in steps if step.median is not None]
    years = [step.year for step in told]
    hidden = {"width": 0, "color": colours.second}
    figure.add_scatter(x=years, y=[step.low for step in told], mode="lines", line=hidden, hoverinfo="skip")
    figure.add_scatter(
        x=years, y=[step.high for step in told], mode="lines", line=hidden, fill="tonexty", hoverinfo="skip",
        fillcolor=_pale(colours.second),
    )  # fmt: skip
    figure.add_scatter(
        x=years, y=[step.median for step in told], mode="lines", line={"color": colours.second, "width": 2},
        hoverinfo="skip",
    )  # fmt: skip


def _draw_own(figure: go.Figure, picture: Picture, colours: Palette) -> None:
    """A year without a figure is a gap; one that is in neither mean is hollow."""
    steps = picture.steps
    figure.add_scatter(
        x=[step.year for step in steps], y=[step.own for step in steps], mode="lines+markers", cliponaxis=False,
        line={"color": colours.accent, "width": 3}, hoverinfo="text",
        hovertext=[tooltip_text(tooltip) for tooltip in picture.tooltips],
        marker={
            "size": 9, "color": [colours.accent if step.told else colours.paper for step in steps],
            "line": {"width": 2, "color": colours.accent},
        },
    )  # fmt: skip


def _draw_names(figure: go.Figure, picture: Picture, low: float, high: float, colours: Palette) -> None:
    """Each at the right, near the end of its line."""
    own = next(step.own for step in reversed(picture.steps) if step.own is not None)
    peers = next(step.median for step in reversed(picture.steps) if step.median is not None)
    names = sorted([(own, picture.name, colours.accent), (peers, picture.peers, colours.second)])
    unit = (high - low) / (_HEIGHT - _TOP - _BOTTOM)
    places = apart([value for value, _, _ in names], _LINE * unit, low, high)
    for (_, name, colour), place in zip(names, places, strict=True):
        figure.add_annotation(
            x=1, xref="paper", y=place, xanchor="left", xshift=4, showarrow=False, borderpad=0,
            text=f"<b>{figure_text(name)}</b>", font={"size": 13, "color": colour},
        )  # fmt: skip


def _room(picture: Picture) -> int:
    return min(int(_LETTER * max(len(picture.name), len(picture.peers))) + 8, _MOST)


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.18)"
