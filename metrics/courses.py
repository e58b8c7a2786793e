"""One measure over the years: the regions of a province, and the country by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from metrics.explain import given
from metrics.results import Results
from metrics.tree import Node

Year = tuple[int, float]  # a year and its score


@dataclass(frozen=True)
class Course:
    """Scores over the years, cut where a year has none and where a series of an indicator begins anew."""

    segments: tuple[tuple[Year, ...], ...]

    @property
    def points(self) -> tuple[Year, ...]:
        """All of them."""
        return tuple(point for segment in self.segments for point in segment)

    def change(self, first: int, last: int) -> float | None:
        """By how much the score rose between two years; None where they cannot be compared."""
        for segment in map(dict, self.segments):
            if first in segment and last in segment:
                return segment[last] - segment[first]
        return None


@dataclass(frozen=True)
class Courses:
    """One measure over the years: `regions` by code, the national medians by kind (None: no kinds).

    `span` are the first and the last year that may be compared, None where there are no two.
    """

    regions: Mapping[str, Course]
    medians: Mapping[str | None, Course]
    span: tuple[int, int] | None

    @property
    def points(self) -> tuple[Year, ...]:
        """Everything that a picture of them holds."""
        return tuple(point for course in (*self.regions.values(), *self.medians.values()) for point in course.points)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year with a score. Raises ValueError where there is none."""
        years = [year for year, _ in self.points]
        return min(years), max(years)

    @property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest score. Raises ValueError where there is none."""
        scores = [score for _, score in self.points]
        return min(scores), max(scores)

    @property
    def risen(self) -> tuple[int, int]:
        """How many regions are higher at the end of `span` than at its start, and of how many."""
        changes = [] if self.span is None else [course.change(*self.span) for course in self.regions.values()]
        known = [change for change in changes if change is not None]
        return sum(change > 0 for change in known), len(known)


def courses(results: Results, name: str, node: Node) -> Courses:
    """A node's scores over the scored years, for the regions of a province and for the country by kind."""
    scores = results.table(
        """
        SELECT s.year AS year, s.region AS region, s.score AS score, r.kind AS kind, r.province AS province
        FROM score s JOIN region r ON r.region = s.region
        WHERE s.node = ? AND s.score IS NOT NULL ORDER BY s.year, r.ordinal
        """,
        [node.id],
    )
    breaks = _breaks(results, node)
    own = scores[scores["province"] == name]
    kin = scores[scores["kind"].isin(own["kind"])]
    medians = kin.groupby(["kind", "year"], dropna=False)["score"].median().reset_index()
    years = sorted({int(year) for year in own["year"] if not any(int(year) < at for at in _past(breaks, own["year"]))})
    return Courses(
        {str(region): _course(rows, results.years, breaks) for region, rows in own.groupby("region", sort=False)},
        {given(kind): _course(rows, results.years, breaks) for kind, rows in medians.groupby("kind", dropna=False)},
        (years[0], years[-1]) if len(years) > 1 else None,
    )


def _breaks(results: Results, node: Node) -> frozenset[int]:
    """The years in which a series below a node begins anew; what is outside the headline does not touch it."""
    below = [child for child in results.children(node.id) if child.status in ("active", node.status)]
    return frozenset(node.breaks).union(*(_breaks(results, child) for child in below))


def _past(breaks: frozenset[int], years: pd.Series[int]) -> list[int]:
    """The breaks that lie between years with scores."""
    return [at for at in breaks if len(years) and years.min() < at <= years.max()]


def _course(rows: pd.DataFrame, years: Sequence[int], breaks: frozenset[int]) -> Course:
    found = dict(zip(rows["year"].astype(int).tolist(), rows["score"].tolist(), strict=True))
    segments: list[list[Year]] = []
    before = {year: earlier for earlier, year in pairwise(years)}
    for year, score in found.items():
        earlier = before.get(year)
        joined = earlier is not None and earlier in found and not any(earlier < at <= year for at in breaks)
        if segments and joined:
            segments[-1].append((year, score))
        else:
            segments.append([(year, score)])
    return Course(tuple(map(tuple, segments)))
