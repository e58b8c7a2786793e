"""A region's indicators over the years: small panels under each other, one an indicator, in natural units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text
from charts.timeline_own import Mark, draw_own, own_alt
from metrics.time_series import Point, TimeSeries
from words import Words

_PANEL = 118  # pixels a panel: two lines of words, then the line of the years
_WORDS = 0.42  # the share of it that the words take
_BOTTOM = 26
_ROOM = 0.086  # of the years, at both ends: for half a label
_EMPTY = 0.3  # of the years without any figure: room to say so
MARKS = {"figure": "circle", "carried": "circle-open", "imputed": "square-open"}


@dataclass(frozen=True)
class Panel:
    """One indicator: its words, how its values are written, and a tooltip for each of its points.

    `own` are figures of the region's own, `targets` what it wants to reach; both only for who brought them.
    """

    title: str
    unit: str
    decimals: int | None
    series: TimeSeries
    tooltips: Sequence[str]
    own: Sequence[Mark] = ()
    targets: Sequence[Mark] = ()

    @property
    def values(self) -> list[float]:
        """Everything that is drawn in it."""
        national = self.series.node.target
        marks = [mark.value for mark in (*self.own, *self.targets)]
        return [point.value for point in self.series.points] + marks + ([] if national is None else [national])


def timeline_figure(
    panels: Sequence[Panel], years: Sequence[int], provisional: Sequence[int], words: Words, colours: Palette
) -> Figure:
    """The figure of panels over the same years; `provisional` years are shaded."""
    figure = Figure(layout={"template": {}})
    share = 1 / len(panels)
    room = _ROOM * len(years)
    figure.update_layout(
        **plain_layout(words, colours),
        height=_PANEL * len(panels) + _BOTTOM,
        margin={"l": 0, "r": 0, "t": 0, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": [years[0] - room, years[-1] + room],
            "tickvals": [years[0], *provisional, years[-1]],
            "ticktext": [words.year(year) for year in (years[0], *provisional, years[-1])],
            "tickfont": {"color": colours.muted, "size": 12},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "anchor": "free",
            "position": 0,
        },
    )
    for number, panel in enumerate(panels, start=1):
        top = 1 - (number - 1) * share
        axis = "y" if number == 1 else f"y{number}"
        domain = [max(top - share * 0.97, 0.0), top - share * _WORDS]
        low, high = _reach(panel)
        figure.update_layout(
            {
                axis.replace("y", "yaxis"): {
                    "domain": domain,
                    "range": [low, high],
                    "visible": False,
                    "fixedrange": True,
                    "anchor": "x",
                }
            }
        )
        _draw_words(figure, panel, top, words, colours)
        for year in provisional:
            figure.add_shape(
                type="rect", x0=year - 0.5, x1=year + 0.5, y0=domain[0], y1=domain[1], yref="paper", layer="below",
                fillcolor=colours.hairline, opacity=0.7, line={"width": 0},
            )  # fmt: skip
        _draw_target(figure, panel.series, axis, years, colours)
        _draw_breaks(figure, panel.series, axis, words, colours)
        _draw_line(figure, panel, axis, years, words, colours)
        draw_own(figure, panel.series, panel.own, panel.targets, panel.decimals, axis, words, colours)
    return figure


def _reach(panel: Panel) -> tuple[float, float]:
    """The values of a panel, with its target, and room for the labels."""
    low, high = min(panel.values, default=0.0), max(panel.values, default=1.0)
    room = 0.5 * (high - low) or 0.1 * abs(high) or 1.0
    return low - room, high + room


def _draw_words(figure: Figure, panel: Panel, top: float, words: Words, colours: Palette) -> None:
    unit, target = panel.unit, panel.series.node.target
    if target is not None:
        unit = words.say("{unit}; dashed: national target {value}", unit=unit, value=words.number(target))
    for text, size, colour, shift in (
        (f"<b>{figure_text(panel.title)}</b>", 14, colours.ink, -8),
        (figure_text(unit), 12, colours.muted, -26),
    ):
        figure.add_annotation(
            x=0, xref="paper", y=top, yref="paper", xanchor="left", yanchor="top", yshift=shift, showarrow=False,
            text=text, font={"size": size, "color": colour},
        )  # fmt: skip


def _draw_target(figure: Figure, series: TimeSeries, axis: str, years: Sequence[int], colours: Palette) -> None:
    target = series.node.target
    if target is None or not series.points:
        return
    figure.add_shape(
        type="line", x0=years[0] - 0.5, x1=years[-1] + 0.5, y0=target, y1=target, yref=axis, layer="below",
        line={"color": colours.muted, "width": 1, "dash": "dash"},
    )  # fmt: skip


def _draw_breaks(figure: Figure, series: TimeSeries, axis: str, words: Words, colours: Palette) -> None:
    for year in series.breaks:
        figure.add_shape(
            type="line", x0=year - 0.5, x1=year - 0.5, y0=0, y1=1, yref=f"{axis} domain", layer="below",
            line={"color": colours.others_edge, "width": 1, "dash": "dot"},
        )  # fmt: skip
        figure.add_annotation(
            x=year - 0.4, y=1, yref=f"{axis} domain", xanchor="left", yanchor="top", showarrow=False, borderpad=0,
            text=words.say("new series"), font={"size": 12, "color": colours.muted},
        )  # fmt: skip


def _draw_line(figure: Figure, panel: Panel, axis: str, years: Sequence[int], words: Words, colours: Palette) -> None:
    points = panel.series.points
    if not points and not panel.own:
        figure.add_annotation(
            x=0.5, xref="paper", y=0.5, yref=f"{axis} domain", showarrow=False,
            text="○ " + words.say("no figure"), font={"size": 13, "color": colours.muted},
        )  # fmt: skip
        # Plotly draws an axis only when something stands on it.
        figure.add_scatter(x=[], y=[], yaxis=axis)
    if not points:
        return
    for segment in panel.series.segments:
        figure.add_scatter(
            x=[point.year for point in segment], y=[point.value for point in segment], yaxis=axis,
            mode="lines", line={"color": colours.accent, "width": 2}, hoverinfo="skip",
        )  # fmt: skip
    for point in points:
        if point.origin == "carried" and point.figure_year is not None:
            figure.add_shape(
                type="line", x0=point.figure_year, x1=point.year, y0=point.value, y1=point.value, yref=axis,
                line={"color": colours.accent, "width": 1, "dash": "dot"}, layer="below",
            )  # fmt: skip
    figure.add_scatter(
        x=[point.year for point in points],
        y=[point.value for point in points],
        yaxis=axis,
        mode="markers",
        marker={
            "symbol": [MARKS[point.origin] for point in points],
            "size": 7,
            "color": colours.accent,
            "line": {"width": 1.5, "color": colours.accent},
        },
        hovertext=[figure_text(tooltip) for tooltip in panel.tooltips],
        hoverinfo="text",
        cliponaxis=False,
    )
    for point, neighbour in _labelled(points):
        below = neighbour.value > point.value
        figure.add_annotation(
            x=point.year, y=point.value, yref=axis, yanchor="top" if below else "bottom", yshift=-5 if below else 5,
            showarrow=False, borderpad=0, text=words.number(point.value, panel.decimals),
            font={"size": 13, "color": colours.ink},
        )  # fmt: skip
    if points[0].year - years[0] > _EMPTY * len(years):
        figure.add_annotation(
            x=years[0] - 0.5, y=0.3, yref=f"{axis} domain", xanchor="left", showarrow=False, borderpad=0,
            text="○ " + words.say("no figure"), font={"size": 12, "color": colours.muted},
        )  # fmt: skip


def _labelled(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The first and the last published figure carry their value; each with the figure next to it."""
    own = [point for point in points if point.origin == "figure"] or list(points)
    return [(own[0], own[1]), (own[-1], own[-2])] if len(own) > 1 else [(one, one) for one in own]


def timeline_alt(panels: Sequence[Panel], words: Words) -> str:
    """What the panels show, in sentences, for a reader who does not see them."""
    told = []
    for panel in panels:
        told += [_say_course(panel, words), *own_alt(panel.title, panel.own, panel.targets, panel.decimals, words)]
    return " ".join(told)


def _say_course(panel: Panel, words: Words) -> str:
    """The first and the last published figure of a panel."""
    ends = [point for point, _ in _labelled(panel.series.points)]
    if not ends:
        return words.say("{title}: no figure.", title=panel.title)
    return words.say(
        "{title}: {first} in {first_year}, {last} in {last_year}, {unit}.",
        title=panel.title,
        unit=panel.unit,
        first=words.number(ends[0].value, panel.decimals),
        first_year=words.year(ends[0].year),
        last=words.number(ends[-1].value, panel.decimals),
        last_year=words.year(ends[-1].year),
    )
