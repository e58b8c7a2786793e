"""Rows as a native chart: dots with their bands as points that can be moved, bars as bars.

Each row of dots is a point of an XY chart: across its value, upward its place from below. A band is a line between two
points. The names before the rows and the words behind them are labels of points at the ends of the axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LABEL_POSITION as SIDE
from pptx.enum.chart import XL_MARKER_STYLE as STYLE
from pptx.slide import Slide as DeckSlide

from charts.slides.kinds import Row, Rows
from charts.slides.style import ORDER, Roles, roles
from exports.pptx.drawn import (
    COLOURS,
    MARK,
    SMALL,
    TEXT,
    Box,
    Label,
    Points,
    add_points,
    banded,
    labelled,
    marked,
    place_plot,
    scale_of,
    set_scale,
    thinned,
    ticked,
    width_of,
)  # fmt: skip
from exports.pptx.roles import role_name
from words import Words

_NAME, _TOLD = 30, 36  # letters in one line of what stands before a row and behind it
_FOOT, _SPACE, _HEAD = 28.0, 14.0, 20.0  # points: below the plot for the numbers of its axis, beside it, above it
_TICK = 0.36  # of a row: half the height of a tick

Places = Sequence[tuple[float, Row]]


def add_dots(slide: DeckSlide, chart: Rows, box: Box, words: Words) -> Chart:
    """The chart of the rows, the first one at the top."""
    found, scale = roles([row.role for row in chart.rows], COLOURS), scale_of(chart.axis, 6)
    places = [(len(chart.rows) - at - 0.5, row) for at, row in enumerate(chart.rows)]
    start, end = (scale.high, scale.low) if chart.axis.reversed else (scale.low, scale.high)
    series = [
        Points(words.say("names"), [(start, place) for place, _ in places],
               labelled([_name(row, found) for row in chart.rows])),
        Points(words.say("in words"), [(start if row.value is None else end, place) for place, row in places],
               labelled([_told(row, found) for row in chart.rows])),
        *_bands(places, found, words, min(MARK - 2.0, 0.5 * (box.height - _FOOT) / len(places))),
        *_beside(chart, places, words),
        *_marks(places, found, words),
    ]  # fmt: skip
    drawn = add_points(slide, series, box)
    upward = drawn.value_axis
    upward.minimum_scale, upward.maximum_scale = 0, len(places)
    upward.has_major_gridlines = False
    upward.visible = False
    set_scale(drawn.category_axis, chart.axis, scale)
    before, behind = (
        max(
            (width_of(line, TEXT, bold=True) for row in rows for line in written(row, found).text.splitlines()),
            default=0.0,
        )
        for rows, written in ((chart.rows, _name), ([row for row in chart.rows if row.value is not None], _told))
    )
    place_plot(drawn, box, before + _SPACE, _HEAD if chart.beside else 4, behind + _SPACE, _FOOT)
    return drawn


def _bands(places: Places, found: Roles, words: Words, thick: float) -> Iterator[Points]:
    for place, row in places:
        if row.low is not None and row.high is not None:
            dress = banded(found.fill(row.role), 0.55 if row.role == "other" else 0.32, thick)
            yield Points(words.say("{name}: band", name=row.name), [(row.low, place), (row.high, place)], dress)


def _beside(chart: Rows, places: Places, words: Words) -> Iterator[Points]:
    """The second values: a tick in the second colour, named above the first."""
    points = [(row.beside, place) for place, row in places if row.beside is not None]
    if points:
        yield Points(chart.beside, points, ticked(COLOURS.second, 3.5, _TICK))
        x, place = points[0]
        above = Label(chart.beside, SIDE.ABOVE, SMALL, COLOURS.second)
        yield Points(words.say("name of the ticks"), [(x, place + _TICK)], labelled([above]))


def _marks(places: Places, found: Roles, words: Words) -> Iterator[Points]:
    """The values, a series for each role; estimates apart, as pale diamonds."""
    for role in sorted({row.role for _, row in places}, key=lambda role: ORDER[role]):
        for estimate in (False, True):
            points = [
                (row.value, place)
                for place, row in places
                if row.role == role and row.estimate == estimate and row.value is not None
            ]
            if points:
                fill_of = thinned(found.fill(role), 0.45) if estimate else found.fill(role)
                style = STYLE.DIAMOND if estimate else STYLE.CIRCLE
                yield Points(
                    role_name(words, role, estimate), points, marked(fill_of, found.edge(role), MARK, style, 1.5)
                )


def _name(row: Row, found: Roles) -> Label:
    bold = row.role in ("mine", "subject")
    return Label(fill(row.name, _NAME), SIDE.LEFT, TEXT, found.text(row.role), bold)


def _told(row: Row, found: Roles) -> Label:
    """Behind the row; where there is no figure, a hollow mark at its beginning and why."""
    if row.value is None:
        return Label(f"  ○ {row.told}", SIDE.RIGHT, SMALL, COLOURS.muted)
    bold = row.role in ("mine", "subject")
    return Label(fill(row.told, _TOLD), SIDE.RIGHT, TEXT, found.text(row.role), bold)
