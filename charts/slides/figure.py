"""The chart of a slide as Plotly draws it, made for a hall: large type, names beside their marks, no fixed width."""

from __future__ import annotations

from dataclasses import replace

from charts.palette import Palette
from charts.slides.cloud import cloud_figure
from charts.slides.drawing import Drawing
from charts.slides.kinds import Chart, Cloud, Facts, Lines, Places, Role, Rows, Shares
from charts.slides.lines import lines_figure
from charts.slides.places import places_figure
from charts.slides.rows import rows_figure
from charts.slides.shares import shares_figure
from words import Words


def slide_figure(
    chart: Chart, words: Words, colours: Palette, narrow: bool = False, reader: bool = False
) -> Drawing | None:
    """The figure; None for `Facts`, which a page writes as large text.

    It fills the room that it is given: with its type of 20 pixels a window of 1280 by 720, from where a larger one may
    scale it up. A `narrow` one is for a phone: smaller type, names above their rows, and a height of its own.
    For a `reader` with a region of its own the accent is that region's on every slide: where it is not in the chart,
    nothing has it.
    """
    if reader and "mine" not in roles_in(chart):
        colours = replace(colours, accent=colours.ink)
    match chart:
        case Rows():
            return rows_figure(chart, words, colours, narrow)
        case Shares():
            return shares_figure(chart, words, colours, narrow)
        case Lines():
            return lines_figure(chart, words, colours, narrow)
        case Places():
            return places_figure(chart, words, colours, narrow)
        case Cloud():
            return cloud_figure(chart, words, colours, narrow)
        case Facts():
            return None


def roles_in(chart: Chart) -> frozenset[Role]:
    """Whose marks a chart holds."""
    match chart:
        case Rows():
            return frozenset(row.role for row in chart.rows)
        case Lines():
            return frozenset(line.role for line in chart.lines)
        case Places():
            return frozenset(spot.role for spot in chart.spots)
        case Cloud():
            return frozenset(point.role for point in chart.points)
        case _:
            return frozenset()
