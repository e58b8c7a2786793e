"""Lines over the years on a slide, each named at its end."""

from __future__ import annotations

from typing import Any

from charts.palette import Palette
from charts.slides.drawing import Drawing
from charts.slides.kinds import Line, Lines
from charts.slides.style import ORDER, empty, lines, roles, scale, spread_apart, type_for
from charts.text import figure_text
from words import Words

_NAME = 24  # characters of a name at the end of its line
_HEIGHT = 300  # pixels on a phone
_DRAWN = 330.0  # pixels: about the height that lines have in a window of 1280 by 720


def lines_figure(chart: Lines, words: Words, colours: Palette, narrow: bool = False) -> Drawing:
    """The figure. A year without a figure is a gap."""
    size, found = type_for(narrow), roles([line.role for line in chart.lines], colours)
    figure = empty(words, colours, size)
    for year, note in chart.notes:
        style = {"color": colours.muted, "width": 1.5, "dash": "dot"}
        figure.add_shape(type="line", x0=year, x1=year, y0=0, y1=1, yref="paper", line=style)
        figure.add_annotation(
            x=year, y=1, yref="paper", yanchor="bottom", text=lines(note, 30), align="center",
            font={"size": size.small, "color": colours.muted},
        )  # fmt: skip
    for line in sorted(chart.lines, key=lambda line: ORDER[line.role]):
        colour, thick = found.edge(line.role) if line.role == "other" else found.fill(line.role), line.role != "other"
        figure.add_scatter(
            x=list(chart.years), y=list(line.values), mode="lines+markers", connectgaps=False, cliponaxis=False,
            line={"color": colour, "width": 4 if thick else 2},
            marker={"color": colour, "size": size.mark // 2 + (2 if thick else -2)},
            hoverinfo="text",
            hovertext=[
                f"<b>{figure_text(line.name)}</b><br>{year}: {words.number(value, chart.axis.decimals)}"
                for year, value in zip(chart.years, line.values, strict=True)
            ],
        )  # fmt: skip
    # Of a line that is cut by a break, the last part carries the name.
    named = list({line.name: line for line in chart.lines if any(value is not None for value in line.values)}.values())
    _name(figure, chart, named, words, colours, narrow)
    width = max((min(len(_told(chart, line, words)), _NAME) for line in named), default=0)
    room: dict[str, Any] = {"height": _HEIGHT} if narrow else {}
    span = (chart.years[-1] - chart.years[0]) or 1
    figure.update_layout(
        **room,
        xaxis={
            "range": [chart.years[0] - 0.03 * span, chart.years[-1] + 0.03 * span],
            "tickmode": "array", "tickvals": _years(chart.years, 4 if narrow else 9), "tickformat": "d", "tickangle": 0,
            "ticklabelstandoff": 6, "tickfont": {"size": size.small, "color": colours.muted},
            "showgrid": False, "zeroline": False, "fixedrange": True,
        },
        yaxis=scale(chart.axis, words, colours, size, 5),
        margin={"l": 56 if narrow else 76, "r": 14 + int(size.width("x" * min(width, 12 if narrow else _NAME))),
                "t": 18 + (2 * size.small if chart.notes else 0), "b": 2 * size.small + 4},
    )  # fmt: skip
    return figure


def _name(figure: Drawing, chart: Lines, named: list[Line], words: Words, colours: Palette, narrow: bool) -> None:
    """Each line's name and last value at its end; names that would meet are moved apart."""
    size, found = type_for(narrow), roles([line.role for line in chart.lines], colours)
    ends = [_last(line)[1] for line in named]
    span = (chart.axis.high - chart.axis.low) or 1.0
    least = 1.15 * size.text * span / (_HEIGHT * 0.7 if narrow else _DRAWN)
    rows = [1 + len(_told(chart, line, words)) // (12 if narrow else _NAME) for line in named]
    for line, place in zip(named, spread_apart(ends, least * max(rows, default=1)), strict=True):
        figure.add_annotation(
            x=1, xref="paper", y=place, xanchor="left", xshift=8, align="left",
            text=found.named(line.role, lines(_told(chart, line, words), 12 if narrow else _NAME)),
            font={"size": size.text, "color": found.text(line.role)},
        )  # fmt: skip


def _told(chart: Lines, line: Line, words: Words) -> str:
    at, value = _last(line)
    told = words.number(value, chart.axis.decimals)
    if at == len(line.values) - 1:
        return words.say("{name} {median}", name=line.name, median=told)
    return words.say("{name} {median} ({year})", name=line.name, median=told, year=words.year(chart.years[at]))


def _last(line: Line) -> tuple[int, float]:
    """Where the last figure of a line stands, and which it is."""
    return next((at, value) for at, value in reversed(list(enumerate(line.values))) if value is not None)


def _years(years: tuple[int, ...], most: int) -> list[int]:
    """The years that are written: the last one, and those before it that stand far enough apart."""
    apart = (years[-1] - years[0]) / most
    found = [years[-1]]
    for year in reversed(years[:-1]):
        if found[-1] - year > apart:
            found.append(year)
    return found[::-1]
