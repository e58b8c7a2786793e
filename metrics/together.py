"""One indicator of several regions over the years: how each has moved while the series of mine stayed the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.results import Results
from metrics.side_by_side import clearly
from metrics.time_series import TimeSeries, time_series


@dataclass(frozen=True)
class Moved:
    """From the first to the last published figure of my newest series: by how much each region moved, mine first.

    Only regions with published figures of both years are in `changes`; both years lie on one side of every break.
    `clear` says whether mine moved by more than the errors of both figures, None where they state none.
    """

    first: int
    last: int
    changes: Mapping[str, float]
    clear: bool | None


def together(results: Results, node: str, regions: Sequence[str]) -> dict[str, TimeSeries]:
    """The years of an indicator by region, in the order given. Raises KeyError for what is no indicator."""
    found = {region: {series.node.id: series for series in time_series(results, region)} for region in regions}
    return {region: series[node] for region, series in found.items()}


def moved(found: Mapping[str, TimeSeries]) -> Moved | None:
    """How the regions have moved, the first of them mine; None where mine has no two figures that compare."""
    own = next(iter(found.values()))
    if not own.segments or len(own.segments[-1]) < 2:
        return None
    start, end = own.segments[-1][0], own.segments[-1][-1]
    first, last = start.year, end.year
    changes = {}
    for region, series in found.items():
        values = {point.year: point.value for segment in series.segments for point in segment}
        if first in values and last in values:
            changes[region] = values[last] - values[first]
    return Moved(first, last, changes, clearly(own.node, end.value, start.value))
