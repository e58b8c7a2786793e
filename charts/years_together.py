"""One indicator of several regions over the years: a line each, named at its end, mine above the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.apart import apart
from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from charts.timeline import MARKS
from metrics.time_series import TimeSeries
from words import Words

_HEIGHT = 380  # pixels
_TOP, _BOTTOM = 18, 30
_LEFT = 46
_LINE = 17  # pixels: the least distance of two names
_LETTER, _MOST = 7.8, 160  # pixels: the usual bold letter of a name, and the most that names take


@dataclass(frozen=True)
class Line:
    """A region: what is written at the end of its line, its years, and a tooltip for each of its points."""

    label: str
    series: TimeSeries
    tooltips: Sequence[str]
    mine: bool = False


def years_figure(
    lines: Sequence[Line],
    years: Sequence[int],
    provisional: Sequence[int],
    words: Words,
    colours: Palette,
) -> Figure:
    """The figure over these years; `provisional` ones are shaded. Raises ValueError where no line has a point."""
    figure = Figure(layout={"template": {}})
    low, high = _reach(lines)
    node = lines[0].series.node
    marked = [year for year in years if (years[-1] - year) % 2 == 0]  # on a phone there is no room for more
    for year in provisional:
        figure.add_shape(
            type="rect", x0=year - 0.5, x1=year + 0.5, y0=0, y1=1, yref="paper", layer="below",
            fillcolor=colours.hairline, opacity=0.6, line={"width": 0},
        )  # fmt: skip
    if node.target is not None:
        _draw_target(figure, node.target, years, words, colours)
    _draw_breaks(figure, lines, words, colours)
    for line in sorted(lines, key=lambda line: line.mine):  # one's own region lies on top
        _draw_line(figure, line, colours)
    _draw_names(figure, lines, low, high, colours)
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin={"l": _LEFT, "r": _room(lines), "t": _TOP, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": [years[0] - 0.4, years[-1] + 0.4], "tickvals": marked,
            "ticktext": [words.year(year) for year in marked], "tickangle": 0,
            "tickfont": {"color": colours.muted, "size": 12}, "showgrid": False, "zeroline": False, "fixedrange": True,
        },
        yaxis={
            "range": [low, high], "nticks": 6, "tickformat": ",~f", "tickfont": {"color": colours.muted, "size": 12},
            "gridcolor": colours.hairline, "zeroline": False, "fixedrange": True,
        },
    )  # fmt: skip
    return figure


def years_alt(lines: Sequence[Line], title: str, words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it: the last point of each line."""
    told = [line.tooltips[-1] for line in lines if line.tooltips]
    return " ".join([words.say("Line chart of {title}, one line a region.", title=title), *told])


def _reach(lines: Sequence[Line]) -> tuple[float, float]:
    values = [point.value for line in lines for point in line.series.points]
    target = lines[0].series.node.target
    low, high = min(values), max(values)
    if target is not None:
        low, high = min(low, target), max(high, target)
    room = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
    return low - room, high + room


def _draw_target(figure: Figure, target: float, years: Sequence[int], words: Words, colours: Palette) -> None:
    figure.add_shape(
        type="line", x0=years[0] - 0.4, x1=years[-1] + 0.4, y0=target, y1=target, layer="below",
        line={"color": colours.muted, "width": 1, "dash": "dash"},
    )  # fmt: skip
    figure.add_annotation(
        x=years[0] - 0.35, y=target, xanchor="left", yanchor="bottom", showarrow=False, borderpad=1,
        text=words.say("national target {value}", value=words.number(target)),
        font={"size": 12, "color": colours.muted},
    )  # fmt: skip


def _draw_breaks(figure: Figure, lines: Sequence[Line], words: Words, colours: Palette) -> None:
    """A series that begins anew does so for all regions."""
    years = {point.year for line in lines for point in line.series.points if point.origin == "figure"}
    for at in lines[0].series.node.breaks:
        if not years or not min(years) < at <= max(years):
            continue
        figure.add_shape(
            type="line", x0=at - 0.5, x1=at - 0.5, y0=0, y1=1, yref="paper", layer="below",
            line={"color": colours.others_edge, "width": 1, "dash": "dot"},
        )  # fmt: skip
        figure.add_annotation(
            x=at - 0.45, y=1, yref="paper", xanchor="left", yanchor="bottom", showarrow=False, borderpad=0,
            text=words.say("new series"), font={"size": 12, "color": colours.muted},
        )  # fmt: skip


def _draw_line(figure: Figure, line: Line, colours: Palette) -> None:
    colour = colours.accent if line.mine else colours.second
    for segment in line.series.segments:
        figure.add_scatter(
            x=[point.year for point in segment], y=[point.value for point in segment], mode="lines",
            line={"color": colour, "width": 3 if line.mine else 1.5}, hoverinfo="skip",
        )  # fmt: skip
    points = line.series.points
    figure.add_scatter(
        x=[point.year for point in points], y=[point.value for point in points], mode="markers", hoverinfo="text",
        hovertext=[tooltip_text(tooltip) for tooltip in line.tooltips], cliponaxis=False,
        marker={
            "symbol": [MARKS[point.origin] for point in points], "size": 8 if line.mine else 6, "color": colour,
            "line": {"width": 1.5, "color": colour},
        },
    )  # fmt: skip


def _draw_names(figure: Figure, lines: Sequence[Line], low: float, high: float, colours: Palette) -> None:
    """The names at the right, each as near to the last point of its line as the others let it."""
    ended = sorted((line for line in lines if line.series.points), key=lambda line: line.series.points[-1].value)
    unit = (high - low) / (_HEIGHT - _TOP - _BOTTOM)
    places = apart([line.series.points[-1].value for line in ended], _LINE * unit, low, high)
    for line, place in zip(ended, places, strict=True):
        text = figure_text(line.label)
        figure.add_annotation(
            x=1, xref="paper", y=place, xanchor="left", xshift=4, showarrow=False, borderpad=0,
            text=f"<b>{text}</b>" if line.mine else text,
            font={"size": 13, "color": colours.accent if line.mine else colours.ink},
        )  # fmt: skip


def _room(lines: Sequence[Line]) -> int:
    return min(int(_LETTER * max(len(line.label) for line in lines)) + 8, _MOST)
