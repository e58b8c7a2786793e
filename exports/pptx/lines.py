"""Lines over the years as a native chart, each named at its end; a year without a figure is a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import fill

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as DeckSlide
from pptx.util import Pt

from charts.slides.kinds import Line, Lines
from charts.slides.style import ORDER, Roles, roles, spread_apart
from exports.pptx.drawn import (
    COLOURS,
    SMALL,
    TEXT,
    Box,
    Label,
    Scale,
    add_chart,
    colour,
    number_format,
    place_plot,
    scale_of,
    set_scale,
    width_of,
    write_label,
)  # fmt: skip
from exports.ranking_csv import inert_cell
from words import Words

_NAME = 34  # letters in one line of a name
_FOOT, _SPACE, _NUMBERS = 30.0, 14.0, 60.0  # points: below the plot, beside it, for the numbers of its axis
_HEAD, _NOTES = 10.0, 40.0  # points above the plot, without and with notes


def add_lines(slide: DeckSlide, chart: Lines, box: Box, words: Words) -> Chart:
    """The chart; what matters is drawn on top."""
    scale, found = scale_of(chart.axis, 5), roles([line.role for line in chart.lines], COLOURS)
    ordered = sorted(chart.lines, key=lambda line: ORDER[line.role])
    data = CategoryChartData(number_format=number_format(chart.axis))
    # As days, so that years stand as far apart as they are.
    data.categories = [date(year, 1, 1) for year in chart.years]
    data.categories.number_format = "yyyy"
    for line in ordered:
        data.add_series(inert_cell(line.name), line.values)
    notes = dict(chart.notes)
    if notes:
        at_top = [scale.low if chart.axis.reversed else scale.high if year in notes else None for year in chart.years]
        data.add_series(words.say("notes"), at_top)
    drawn = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, data, box)
    set_scale(drawn.value_axis, chart.axis, scale)
    years = drawn.category_axis
    years.major_tick_mark = XL_TICK_MARK.NONE
    years.tick_labels.font.size = Pt(SMALL)
    years.tick_labels.font.color.rgb = colour(COLOURS.muted)
    years.format.line.color.rgb = colour(COLOURS.others_edge)
    years.tick_labels.number_format, years.tick_labels.number_format_is_linked = "yyyy", False
    _count_in_years(drawn)
    names = [fill(_told(chart, line, words), _NAME) if _goes_furthest(line, ordered) else "" for line in ordered]
    moves = _moves(ordered, scale, box.height - _FOOT - (_NOTES if notes else _HEAD))
    for series, line, name, move in zip(drawn.plots[0].series, ordered, names, moves, strict=False):
        _dress(series, line, found, name)
        _move_label(series, move / box.height)
    if notes:
        _write_notes(drawn.plots[0].series[len(ordered)], chart, notes)
    wide = max(width_of(part, TEXT, bold=True) for name in names for part in name.splitlines() or [""])
    place_plot(drawn, box, _NUMBERS, _NOTES if notes else _HEAD, wide + _SPACE, _FOOT)
    return drawn


def _dress(series: LineSeries, line: Line, found: Roles, name: str) -> None:
    plain = line.role == "other"
    tone = found.edge(line.role)
    series.smooth = False
    series.format.line.color.rgb = colour(tone)
    series.format.line.width = Pt(1.75 if plain else 3)
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 5 if plain else 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(tone)
    series.marker.format.line.color.rgb = colour(tone)
    known = [at for at, value in enumerate(line.values) if value is not None]
    if known and name:
        bold = line.role in ("mine", "subject")
        write_label(series.points[known[-1]], Label(name, XL_LABEL_POSITION.RIGHT, TEXT, found.text(line.role), bold))


def _moves(lines: Sequence[Line], scale: Scale, height: float) -> list[float]:
    """How far each name is moved down, in points, so that none stands on another; nothing for lines without figures."""
    ends = [next((value for value in reversed(line.values) if value is not None), scale.low) for line in lines]
    places = [height * (scale.high - end) / (scale.high - scale.low) for end in ends]
    return [moved - place for moved, place in zip(spread_apart(places, 1.25 * TEXT), places, strict=True)]


def _move_label(series: LineSeries, share: float) -> None:
    """Move the name of a line by a share of the chart's height."""
    for label in series._element.iter(qn("c:dLbl")):
        moved = f'<c:manualLayout><c:x val="0"/><c:y val="{share:.5f}"/></c:manualLayout>'
        label.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{moved}</c:layout>"))


def _count_in_years(drawn: Chart) -> None:
    """Let the axis of days have no room for months."""
    axis = drawn.category_axis._element
    for old in axis.findall(qn("c:baseTimeUnit")):
        axis.remove(old)
    axis.append(parse_xml(f'<c:baseTimeUnit {nsdecls("c")} val="years"/>'))


def _goes_furthest(line: Line, lines: Sequence[Line]) -> bool:
    """Whether none of the same name has a later figure: a series that began anew is named once."""
    return _last(line) == max(_last(other) for other in lines if other.name == line.name)


def _last(line: Line) -> int:
    return max((at for at, value in enumerate(line.values) if value is not None), default=-1)


def _told(chart: Lines, line: Line, words: Words) -> str:
    """Its name with its last figure, and of which year where that is not the last one."""
    known = [(year, value) for year, value in zip(chart.years, line.values, strict=True) if value is not None]
    if not known:
        return ""
    year, value = known[-1]
    figure = words.number(value, chart.axis.decimals)
    if year == chart.years[-1]:
        return words.say("{name}: {value}", name=line.name, value=figure)
    return words.say("{name}: {value} ({year})", name=line.name, value=figure, year=words.year(year))


def _write_notes(series: LineSeries, chart: Lines, notes: dict[int, str]) -> None:
    """Each at the top over its year, with a line down to it."""
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE
    for at, year in enumerate(chart.years):
        if year in notes:
            note = Label(fill(notes[year], 30), XL_LABEL_POSITION.ABOVE, SMALL, COLOURS.muted)
            write_label(series.points[at], note)
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="minus"/>'
        '<c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/><c:spPr><a:ln w="12700"><a:solidFill>'
        f'<a:srgbClr val="{colour(COLOURS.muted)}"/></a:solidFill><a:prstDash val="sysDot"/></a:ln></c:spPr>'
        "</c:errBars>"
    )
    series._element.cat.addprevious(bars)
