"""Wholes and their parts as a native chart: one stacked bar a whole, each as long as all of it."""

from __future__ import annotations

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.slide import Slide as DeckSlide
from pptx.util import Pt

from charts.levels import level_colours
from charts.palette import legible_on
from charts.slides.kinds import Part, Shares
from exports.pptx.drawn import COLOURS, SMALL, TEXT, Box, Label, add_chart, colour, write_label
from exports.ranking_csv import inert_cell
from words import Words

_WIDE = 0.035  # of its bar: what a number inside a part needs


def add_shares(slide: DeckSlide, chart: Shares, box: Box, words: Words) -> Chart:
    """The chart; the first whole stands at the top, its parts run from left to right in their order."""
    data = CategoryChartData(number_format="#,##0")
    data.categories = [inert_cell(name) for name, _ in chart.wholes]
    parts = max((found for _, found in chart.wholes), key=len)
    for number, part in enumerate(parts):
        counts = [found[number].count if number < len(found) else None for _, found in chart.wholes]
        data.add_series(inert_cell(part.name), counts)
    drawn = add_chart(slide, XL_CHART_TYPE.BAR_STACKED_100, data, box)
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    drawn.legend.font.size = Pt(SMALL)
    drawn.plots[0].gap_width, drawn.plots[0].overlap = 60, 100
    names = drawn.category_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.background()
    names.tick_labels.font.size = Pt(TEXT)
    names.tick_labels.font.bold = True
    drawn.value_axis.has_major_gridlines = False
    drawn.value_axis.visible = False
    for number, (series, part) in enumerate(zip(drawn.plots[0].series, parts, strict=True)):
        fill = _fill(part, parts)
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(fill)
        series.format.line.color.rgb = colour(COLOURS.others_edge if part.level is None else COLOURS.ink)
        series.format.line.width = Pt(0.75)
        for at, (_, found) in enumerate(chart.wholes):
            count = found[number].count if number < len(found) else 0
            if count and count >= _WIDE * sum(other.count for other in found):
                told = Label(words.number(count), XL_LABEL_POSITION.CENTER, TEXT, legible_on(fill, COLOURS))
                write_label(series.points[at], told)
    return drawn


def _fill(part: Part, parts: tuple[Part, ...]) -> str:
    """The colour of its level; what has none is hollow."""
    if part.level is None:
        return COLOURS.paper
    return level_colours(1 + max(one.level for one in parts if one.level is not None), COLOURS)[part.level]
