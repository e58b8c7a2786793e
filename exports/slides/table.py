"""The figures of a slide's chart as a table, for who wants to draw or check it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from charts.slides.kinds import Axis, Chart, Cloud, Facts, Lines, Places, Rows, Shares
from exports.ranking_csv import PLAIN, Dialect, ranking_csv
from exports.receipt import Receipt
from exports.slides.slide import Slide


def slide_csv(slide: Slide, receipt: Receipt, dialect: Dialect = PLAIN) -> bytes:
    """The table as CSV; what is measured and the receipt are its last columns, the same in every row.

    Raises ValueError for a slide without a chart.
    """
    if slide.chart is None:
        raise ValueError("this slide has no figures")
    stamp: dict[str, object] = {
        "measure": slide.caption,
        "source": slide.source,
        "framework": receipt.framework_title,
        "framework_version": receipt.framework_version,
        "data_version": receipt.data_version,
        "date_of_data": receipt.date_of_data,
        "link": receipt.link,
    }
    return ranking_csv(table(slide.chart), stamp, dialect)


def table(chart: Chart) -> pd.DataFrame:
    """One row a mark, in the order of the chart; a missing figure is an empty cell, and `told` says why."""
    match chart:
        case Rows():
            return _frame(
                ("name", "value", "low", "high", "beside", "estimate", "told", "unit"),
                (
                    (row.name, row.value, row.low, row.high, row.beside, row.estimate, row.told, chart.axis.unit)
                    for row in chart.rows
                ),
            )
        case Shares():
            return _frame(
                ("whole", "part", "count"),
                ((whole, part.name, part.count) for whole, parts in chart.wholes for part in parts),
            )
        case Lines():
            return _frame(
                ("name", "year", "value", "unit"),
                (
                    (line.name, year, value, chart.axis.unit)
                    for line in chart.lines
                    for year, value in zip(chart.years, line.values, strict=True)
                ),
            )
        case Places():
            return _frame(
                ("name", "lat", "lon", "size", "level", "told"),
                (
                    # A place of no size is one whose population is unknown.
                    (spot.name, spot.lat, spot.lon, spot.size or None, _level(chart, spot.level), spot.told)
                    for spot in chart.spots
                ),
            )
        case Cloud():
            return _frame(
                ("name", _measured(chart.across), _measured(chart.upward), "told"),
                ((point.name, point.x, point.y, point.told) for point in chart.points),
            )
        case Facts():
            return _frame(("title", "figure", "told"), ((fact.title, fact.figure, fact.told) for fact in chart.facts))


def _level(chart: Places, level: int | None) -> str | None:
    return chart.levels[level] if level is not None and level < len(chart.levels) else None


def _measured(axis: Axis) -> str:
    return f"{axis.title} ({axis.unit})" if axis.unit else axis.title


def _frame(columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    """Cells as they are: a count stays whole beside a missing one."""
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)
