"""A presentation read back: the figures that its native charts hold, in the chart and in the sheet behind it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pptx
import pytest
from pptx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from charts.slides.kinds import Chart, Cloud, Facts, Lines, Places, Row, Rows, Shares

Pairs = list[tuple[float, float]]


def chart_of(slide: Any) -> Any:
    """The native chart of a slide; None where it has none."""
    found = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert len(found) <= 1
    return found[0] if found else None


def texts(slide: Any) -> dict[str, str]:
    """What is written in the boxes of a slide, by their names."""
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def _sheet(chart: Any) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _numbers(element: Any, sheet: list[list[Any]]) -> list[float | None]:
    """The numbers of a series as the chart keeps them, which are those that stand in the sheet."""
    reference = element.find(qn("c:numRef"))
    cache = reference.find(qn("c:numCache"))
    found: list[float | None] = [None] * int(cache.find(qn("c:ptCount")).get("val"))
    for point in cache.findall(qn("c:pt")):
        found[int(point.get("idx"))] = float(point.find(qn("c:v")).text)
    column, first, last = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+):\$\1\$(\d+)", reference.find(qn("c:f")).text).groups()
    cells = [row[ord(column) - ord("A")] for row in sheet[int(first) - 1 : int(last)]]
    cells = [None if cell == "" else float(cell) for cell in cells]
    for kept, written in zip(found, cells + [None] * (len(found) - len(cells)), strict=True):
        assert kept == (written if written is None else pytest.approx(written, rel=1e-14))  # XLSX has 16 digits
    return found


def series(chart: Any) -> Iterator[tuple[str, list[float | None], list[float | None]]]:
    """Name, x and y of each series; x is empty where there are categories."""
    sheet = _sheet(chart)
    for one in chart._chartSpace.iter(qn("c:ser")):
        across, upward = one.find(qn("c:xVal")), one.find(qn("c:yVal"))
        name = "".join(one.find(qn("c:tx")).itertext(qn("c:v")))
        if across is None:
            yield name, [], _numbers(one.find(qn("c:val")), sheet)
        else:
            yield name, _numbers(across, sheet), _numbers(upward, sheet)


def opened(file: bytes) -> Any:
    """The presentation in a file."""
    return pptx.Presentation(io.BytesIO(file))


def assert_holds(slide: Any, shown: Chart | None) -> None:
    """The chart of a slide holds every figure of what it shows."""
    chart = chart_of(slide)
    match shown:
        case None:
            assert chart is None
        case Facts():
            written = "\n".join(texts(slide).values())
            for fact in shown.facts:
                assert {fact.title, fact.figure, fact.told} <= set(written.split("\n"))
        case Rows(bars=True):
            _bars(chart, shown)
        case Rows():
            _dots(chart, shown)
        case Shares():
            _shares(chart, shown)
        case Lines():
            found = [(name, values) for name, _, values in series(chart)]
            days = [row[0] for row in _sheet(chart)[1 : len(shown.years) + 1]]
            assert [day.year for day in days] == list(shown.years)
            for line in shown.lines:  # one whose series began anew stands there twice
                found.remove((line.name, list(line.values)))
        case Places():
            points = sorted(point for _, x, y in series(chart) for point in zip(x, y, strict=True))
            assert points == sorted((spot.lon, spot.lat) for spot in shown.spots)
        case Cloud():
            found = Counter(point for _, x, y in series(chart) for point in zip(x, y, strict=True))
            points = Counter((point.x, point.y) for point in shown.points)
            assert points <= found  # what is named, and the ends of the medians, stand there beside
            if shown.medians is not None:
                x, y = shown.medians
                assert len([end for end in found if end[0] == x]) >= 2
                assert len([end for end in found if end[1] == y]) >= 2


def _dots(chart: Any, shown: Rows) -> None:
    (_, _, names), (_, _, _), *drawn = series(chart)
    place = dict(zip(range(len(shown.rows)), names, strict=True))
    assert list(place.values()) == sorted(place.values(), reverse=True)  # the first row stands at the top
    pairs = [pair for _, x, y in drawn for pair in zip(x, y, strict=True)]
    for at, row in enumerate(shown.rows):
        held = [x for x, y in pairs if y == place[at]]
        expected = [value for value in _figures(row) if value is not None]
        assert sorted(held) == sorted(expected)


def _figures(row: Row) -> tuple[float | None, ...]:
    band = (row.low, row.high) if row.low is not None and row.high is not None else ()
    return (row.value, *band, row.beside)


def _bars(chart: Any, shown: Rows) -> None:
    (_, _, values), *more = series(chart)
    assert values == [row.value for row in shown.rows]
    named = zip(chart.plots[0].categories, shown.rows, strict=True)
    assert all(str(name).startswith(row.name) for name, row in named)
    if any(row.beside is not None for row in shown.rows):
        assert more[0] == (shown.beside, [], [row.beside for row in shown.rows])


def _shares(chart: Any, shown: Shares) -> None:
    found = [(name, values) for name, _, values in series(chart)]
    assert list(chart.plots[0].categories) == [name for name, _ in shown.wholes]
    for at, (_, parts) in enumerate(shown.wholes):
        assert [(name, values[at]) for name, values in found[: len(parts)]] == [
            (part.name, part.count) for part in parts
        ]
