"""The years of one region's indicators: what was published, what stands in for it, and where a series breaks."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.explain import whole
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Point:
    """One year: the value in natural units, the year its figure is from (None: an estimate), and its origin."""

    year: int
    value: float
    figure_year: int | None
    origin: str  # figure, carried or imputed


@dataclass(frozen=True)
class TimeSeries:
    """An indicator over the scored years; a year without a figure within reach has no point."""

    node: Node
    points: tuple[Point, ...]

    @property
    def segments(self) -> tuple[tuple[Point, ...], ...]:
        """The published figures, cut at the declared breaks: those of one segment may be compared."""
        found: dict[int, list[Point]] = {}
        for point in self.points:
            if point.origin == "figure":
                found.setdefault(sum(at <= point.year for at in self.node.breaks), []).append(point)
        return tuple(tuple(points) for points in found.values())

    @property
    def breaks(self) -> tuple[int, ...]:
        """The years in which a new series begins, with published figures on both sides."""
        return tuple(segment[0].year for segment in self.segments[1:])


def time_series(results: Results, region: str) -> tuple[TimeSeries, ...]:
    """A series for every indicator that has a figure in any region, in file order."""
    rows = results.table(
        "SELECT node, year, value, figure_year, CAST(origin AS VARCHAR) AS origin FROM imputed "
        "WHERE region = ? ORDER BY year",
        [region],
    ).astype("object")
    points: dict[str, list[Point]] = {}
    for row in rows.to_dict("records"):
        point = Point(int(row["year"]), float(row["value"]), whole(row["figure_year"]), row["origin"])
        points.setdefault(row["node"], []).append(point)
    leaves = [node for node in results.nodes if node.is_leaf and node.status != "wanted"]
    return tuple(TimeSeries(node, tuple(points.get(node.id, ()))) for node in leaves)
