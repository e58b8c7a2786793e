"""One variable in natural units: the spread of its figures over the regions, and its course over the years."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.ranking import Row, Scale, ranking_figure
from charts.text import figure_text
from words import Words

_HEIGHT = 340  # pixels of the course
_LINE = 0.06  # of that height: a line of a label
_FEW_POWERS = 2.5  # powers of ten along an axis
_LETTERS = 17  # of a label on one line


@dataclass(frozen=True)
class Line:
    """One line of the course: its name, its colour, and its points as (year, value), ascending."""

    name: str
    colour: str
    points: Sequence[tuple[int, float]]
    mine: bool = False


def spread_figure(
    rows: Sequence[Row],
    scale: Scale,
    unit: str,
    target: float | None,
    tooltips: dict[str, str],
    mine: str | None,
    words: Words,
    colours: Palette,
) -> Figure:
    """The figures of all regions: the swarm of the ranking on an axis in natural units, with the national target.

    Rows hold regions whose column `score` is the figure; everything else is as in `ranking_figure`.
    """
    figure = ranking_figure(rows, scale, tooltips, mine, words, colours)
    figure.update_xaxes(title_text=figure_text(unit), exponentformat="none", separatethousands=True)
    if scale.log:
        ticks = _ticks(scale)
        figure.update_xaxes(
            type="log",
            tickvals=ticks,
            ticktext=[words.number(tick) for tick in ticks],
            title_text=words.say("{unit}, logarithmic scale", unit=figure_text(unit)),
        )
    if target is None:
        figure.update_layout(margin_t=4)
    else:
        figure.add_shape(
            type="line", x0=target, x1=target, y0=0, y1=1, yref="paper", layer="below",
            line={"color": colours.ink, "width": 1.5, "dash": "dash"},
        )  # fmt: skip
        figure.add_annotation(
            x=scale.at(target), y=1, yref="paper", yanchor="bottom", showarrow=False,
            text=words.say("National target {target}", target=words.number(target)),
            font={"size": 13, "color": colours.ink},
        )  # fmt: skip
    return figure


def spread_alt(rows: Sequence[Row], words: Words, decimals: int, unit: str) -> str:
    """What the spread shows, in sentences, for a reader who does not see it."""
    told = [
        words.say(
            "{name}: {count} regions, from {lowest} to {highest}, median {median}.",
            name=row.name,
            count=words.number(len(row.regions)),
            lowest=words.number(row.regions["score"].min(), decimals),
            highest=words.number(row.regions["score"].max(), decimals),
            median=words.number(row.median, decimals),
        )
        for row in rows
    ]
    return " ".join([words.say("Dot plot of the figures in {unit}, one dot a region.", unit=unit), *told])


def course_figure(
    lines: Sequence[Line], breaks: Iterable[int], unit: str, decimals: int, words: Words, colours: Palette
) -> Figure:
    """The lines over the years, each named at its end; nothing joins the years on either side of a break."""
    figure = Figure()
    years = [year for line in lines for year, _ in line.points]
    drawn = [year for year in breaks if min(years) < year <= max(years)]
    for line in lines:
        _draw_line(figure, line, drawn, unit, decimals, words, colours)
    values = [value for line in lines for _, value in line.points]
    room = 0.08 * (max(values) - min(values)) or 1.0
    low, high = min(values) - room, max(values) + room
    _name_lines(figure, lines, _LINE * (high - low), decimals, words)
    for year in drawn:
        figure.add_shape(
            type="line", x0=year - 0.5, x1=year - 0.5, y0=0, y1=1, yref="paper", layer="below",
            line={"color": colours.others_edge, "width": 1, "dash": "dot"},
        )  # fmt: skip
        figure.add_annotation(
            x=year - 0.5, y=1, yref="paper", xanchor="left", yanchor="top", textangle=-90, showarrow=False,
            text=words.say("method changed"), font={"size": 12, "color": colours.muted},
        )  # fmt: skip
    first, last = min(years), max(years)
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin={"l": 12, "r": 132, "t": 8, "b": 32},
        dragmode=False,
        xaxis={
            "range": [first - 0.3, last + 0.15],
            "nticks": min(last - first + 1, 5),
            "tickangle": 0,
            "tickformat": "d",
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": colours.muted, "size": 13},
        },
        yaxis={
            "range": [low, high],
            "gridcolor": colours.hairline,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 6,
            "exponentformat": "none",
            "separatethousands": True,
            "automargin": True,
            "tickfont": {"color": colours.muted, "size": 13},
        },
    )
    return figure


def course_alt(lines: Sequence[Line], unit: str, decimals: int, words: Words) -> str:
    """What the course shows: the first and last point of every line."""
    told = [
        words.say(
            "{name}: {first} in {first_year}, {last} in {last_year}.",
            name=line.name,
            first=words.number(line.points[0][1], decimals),
            first_year=words.year(line.points[0][0]),
            last=words.number(line.points[-1][1], decimals),
            last_year=words.year(line.points[-1][0]),
        )
        for line in lines
    ]
    return " ".join([words.say("Lines over the years in {unit}.", unit=unit), *told])


def _ticks(scale: Scale) -> list[float]:
    """Round numbers on a logarithmic scale: the powers of ten, and where they are few three times as much too."""
    powers = range(math.floor(scale.low), math.ceil(scale.high) + 1)
    steps = (1, 3) if scale.high - scale.low < _FEW_POWERS else (1,)
    ticks = [step * 10.0**power for power in powers for step in steps]
    return [tick for tick in ticks if scale.low <= scale.at(tick) <= scale.high]


def _draw_line(
    figure: Figure, line: Line, breaks: Sequence[int], unit: str, decimals: int, words: Words, colours: Palette
) -> None:
    years: list[float] = []
    values: list[float | None] = []
    told: list[str] = []
    for before, (year, value) in zip([None, *(year for year, _ in line.points)], line.points, strict=False):
        if before is not None and any(before < changed <= year for changed in breaks):
            years, values, told = [*years, year - 0.5], [*values, None], [*told, ""]
        sentence = words.say(
            "{name}, {year}: {value} {unit}",
            name=line.name,
            year=words.year(year),
            value=words.number(value, decimals),
            unit=unit,
        )
        years, values, told = [*years, year], [*values, value], [*told, figure_text(sentence)]
    figure.add_scatter(
        x=years,
        y=values,
        mode="lines+markers",
        line={"color": line.colour, "width": 3 if line.mine else 2},
        marker={"size": 8 if line.mine else 6, "color": line.colour, "line": {"width": 1, "color": colours.paper}},
        hovertext=told,
        hoverinfo="text",
        connectgaps=False,
    )


def _name_lines(figure: Figure, lines: Sequence[Line], distance: float, decimals: int, words: Words) -> None:
    """Each line's name and last value at its right, moved upward where two would stand on each other."""
    free = float("-inf")
    for line in sorted(lines, key=lambda line: line.points[-1][1]):
        last = line.points[-1][1]
        told = words.say("{name} {median}", name=line.name, median=words.number(last, decimals))
        folded = [figure_text(part) for part in textwrap.wrap(told, _LETTERS)]
        half = distance * len(folded) / 2
        middle = max(last, free + half)
        free = middle + half
        text = "<br>".join(folded)
        figure.add_annotation(
            x=1, xref="paper", y=middle, xanchor="left", xshift=6, showarrow=False, align="left",
            text=f"<b>{text}</b>" if line.mine else text, font={"size": 13, "color": line.colour},
        )  # fmt: skip
