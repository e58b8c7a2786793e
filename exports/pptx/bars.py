"""Bars as a native chart: a bar a row from zero, with what is written behind it; whiskers where there are bands."""

from __future__ import annotations

from textwrap import fill

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide as DeckSlide
from pptx.util import Pt

from charts.slides.kinds import Rows
from charts.slides.style import roles
from exports.pptx.drawn import COLOURS, SMALL, TEXT, Box, Label, add_chart, colour, number_format, width_of, write_label
from exports.ranking_csv import inert_cell
from words import Words

_TOLD = 48  # letters in one line of what stands behind a bar


def add_bars(slide: DeckSlide, chart: Rows, box: Box, words: Words) -> Chart:
    """The chart of the rows, the first one at the top; a row without a figure says so before its empty place."""
    data = CategoryChartData(number_format=number_format(chart.axis))
    data.categories = [
        inert_cell(words.say("{name}: {value}", name=row.name, value=row.told) if row.value is None else row.name)
        for row in chart.rows
    ]
    beside = any(row.beside is not None for row in chart.rows)
    banded = any(row.low is not None and row.high is not None for row in chart.rows)
    data.add_series(inert_cell(chart.axis.title), [row.value for row in chart.rows])
    if beside:
        data.add_series(inert_cell(chart.beside), [row.beside for row in chart.rows])
    if banded:  # what is written behind a bar stands behind its band
        data.add_series(words.say("in words"), [row.value if row.high is None else row.high for row in chart.rows])
    drawn = add_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, data, box)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = (55, 100) if banded else (40 if beside else 55, 0)
    _dress_axes(drawn, chart, box)
    _dress_values(plot.series[0], chart)
    if beside:
        _dress_beside(plot.series[1], chart, outline_only=banded)
    if banded:
        _add_whiskers(plot.series[0], chart)
        plot.series[-1].format.fill.background()
    _write_behind(plot.series[-1 if banded else 0], chart)
    return drawn


def _dress_axes(drawn: Chart, chart: Rows, box: Box) -> None:
    names, values = drawn.category_axis, drawn.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(TEXT)
    names.format.line.color.rgb = colour(COLOURS.others_edge)
    told = max(
        width_of(line, TEXT, bold=True) for row in chart.rows for line in fill(row.told + " ", _TOLD).splitlines()
    )
    name = max(width_of(row.name, TEXT) for row in chart.rows)
    plot = box.width - min(name, box.width / 3) - 24
    # The words behind the longest bar need room of their own, beyond the axis.
    low, high = min(chart.axis.low, 0.0), max(chart.axis.high, 0.0)
    values.minimum_scale = low
    values.maximum_scale = high + (high - low) * told / max(plot - told, plot / 4)
    values.has_major_gridlines = False
    values.visible = False


def _dress_values(series: BarSeries, chart: Rows) -> None:
    found = roles([row.role for row in chart.rows], COLOURS)
    series.invert_if_negative = False
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(COLOURS.others)
    for at, row in enumerate(chart.rows):
        if row.value is None:
            continue
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour(COLOURS.paper if row.estimate else found.fill(row.role))
        point.format.line.color.rgb = colour(found.edge(row.role))
        point.format.line.width = Pt(1.5 if row.estimate else 0.75)


def _write_behind(series: BarSeries, chart: Rows) -> None:
    found = roles([row.role for row in chart.rows], COLOURS)
    for at, row in enumerate(chart.rows):
        if row.value is not None and row.told:
            bold = row.role in ("mine", "subject")
            told = Label(fill(row.told, _TOLD), XL_LABEL_POSITION.OUTSIDE_END, TEXT, found.text(row.role), bold)
            write_label(series.points[at], told)


def _add_whiskers(series: BarSeries, chart: Rows) -> None:
    """From the low to the high end of each band."""
    up = [0.0 if row.high is None or row.value is None else row.high - row.value for row in chart.rows]
    down = [0.0 if row.low is None or row.value is None else row.value - row.low for row in chart.rows]
    ends = "".join(
        f'<c:{name}><c:numLit><c:ptCount val="{len(sizes)}"/>'
        + "".join(f'<c:pt idx="{at}"><c:v>{size!r}</c:v></c:pt>' for at, size in enumerate(sizes))
        + f"</c:numLit></c:{name}>"
        for name, sizes in (("plus", up), ("minus", down))
    )
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{ends}'
        f'<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="{colour(COLOURS.ink)}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )
    series._element.cat.addprevious(bars)


def _dress_beside(series: BarSeries, chart: Rows, *, outline_only: bool) -> None:
    """The second values: outlined bars in the second colour, named once."""
    series.invert_if_negative = False
    if outline_only:
        series.format.fill.background()
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(COLOURS.paper)
    series.format.line.color.rgb = colour(COLOURS.second)
    series.format.line.width = Pt(1.5)
    at = next(at for at, row in enumerate(chart.rows) if row.beside is not None)
    write_label(series.points[at], Label(chart.beside, XL_LABEL_POSITION.OUTSIDE_END, SMALL, COLOURS.second))
