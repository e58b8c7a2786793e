"""Two to eight regions side by side: one is mine, and each of the others is held against it.

Of scores a difference is clear when one region lies above the other in at least 95 percent of the draws in which both
have a score. The draws are the same for both (common random numbers), so what they share, such as the weights, cancels
out. Of figures in natural units it is clear when it lies more than 1.645 standard deviations, sqrt(a^2 + b^2) for two
independent errors, from zero: then the errors that the indicator states put both in the same order in 95 percent of
cases, too. Where none is stated, nobody can say whether a difference is clear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from metrics.bands import APART, HIGH, LOW, Bands, quantiles
from metrics.explain import given, whole
from metrics.figure_error import clearly_apart
from metrics.peers import COUNT
from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]
FEWEST, MOST = 2, COUNT + 1  # regions: mine, and as many peers as are told of anywhere
_ALIKE = 0.0005  # of the reach of the country: dimensions that differ by less are the same

# How a region's value stands to mine. `above` and `below` are of size, not of better and worse; `same` is so as
# written; of an `estimate` one is no figure. A year's figures are of one series: none is carried across a break.
Relation = Literal["mine", "above", "below", "unclear", "same", "estimate", "missing"]


@dataclass(frozen=True)
class Side:
    """One region in one measure.

    value        a score, or an indicator in natural units; None where there is none
    relation     how it stands to mine; `missing` where either of the two has no value
    apart        whether the difference is clear; None where nothing says how sure it is, or there is none
    difference   value less mine; None where the two cannot be compared
    band         of a score: from the 5 to the 95 percent quantile of the draws
    origin       of an indicator: figure, carried or imputed, with the year of its figure
    """

    region: str
    value: float | None
    relation: Relation
    apart: bool | None = None
    difference: float | None = None
    band: tuple[float, float] | None = None
    origin: str | None = None
    figure_year: int | None = None


@dataclass(frozen=True)
class Measure:
    """A node with a side for each region, the best first, those without a value last.

    `natural` says whether the values are in the natural units of an indicator; else they are scores. `reach` is the
    lowest and the highest value of any region of the country that year; None where none has one.
    """

    node: Node
    natural: bool
    sides: tuple[Side, ...]
    reach: tuple[float, float] | None

    @property
    def sign(self) -> int:
        """+1 where a higher value is better, -1 where a lower one is."""
        return self.node.sign if self.natural else 1

    @cached_property
    def mine(self) -> Side:
        """My own region's."""
        return next(side for side in self.sides if side.relation == "mine")

    @cached_property
    def sure(self) -> bool:
        """Whether it is known of any difference how clear it is."""
        return any(side.apart is not None for side in self.sides)

    @property
    def better(self) -> tuple[str, ...]:
        """The regions that are better than mine, as far as can be told."""
        return self.standing("above" if self.sign > 0 else "below")

    @property
    def worse(self) -> tuple[str, ...]:
        """The regions that are worse than mine, as far as can be told."""
        return self.standing("below" if self.sign > 0 else "above")

    @property
    def unclear(self) -> tuple[str, ...]:
        """The regions that are not clearly different from mine."""
        return self.standing("unclear", "same")

    @property
    def compared(self) -> int:
        """With how many others mine is held."""
        return len(self.better) + len(self.worse) + len(self.unclear)

    @property
    def ahead(self) -> bool:
        """Whether mine is better than more than half of the others."""
        return 2 * len(self.worse) > self.compared

    @property
    def behind(self) -> bool:
        """Whether more than half of the others are better than mine."""
        return 2 * len(self.better) > self.compared

    def place(self, side: Side) -> float | None:
        """How far a value lies from the lowest (0) to the highest (1) of the country; None without a value."""
        if side.value is None or self.reach is None:
            return None
        low, high = self.reach
        return (side.value - low) / (high - low) if high > low else 0.5

    def standing(self, *relations: Relation) -> tuple[str, ...]:
        """The regions that stand to mine in one of these ways."""
        return tuple(side.region for side in self.sides if side.relation in relations)


@dataclass(frozen=True)
class SideBySide:
    """Regions in one year, mine first: the headline, its dimensions, and all indicators, in file order."""

    year: int
    regions: tuple[str, ...]
    headline: Measure
    dimensions: tuple[Measure, ...]
    indicators: tuple[Measure, ...]

    @property
    def sure(self) -> bool:
        """Whether it is known of any score how clear a difference is."""
        return any(measure.sure for measure in (self.headline, *self.dimensions))

    @property
    def counted(self) -> tuple[Measure, ...]:
        """The dimensions of the headline in which mine is held against another."""
        return tuple(m for m in self.dimensions if m.node.status == "active" and m.compared)

    @property
    def measured(self) -> tuple[Measure, ...]:
        """The indicators of the headline in which mine is held against another."""
        return tuple(m for m in self.indicators if m.node.status == "active" and m.compared)


def side_by_side(
    results: Results, year: int, regions: Sequence[str], bands: Bands | None, parts: Mapping[str, Matrix]
) -> SideBySide:
    """The regions, the first of them mine. `bands` and `parts` are the default run (`kept_bands`, `kept_parts`), None
    and empty where it cannot be made. Raises ValueError for another number of regions, one that is there twice or one
    that is not there.
    """
    order = results.regions()["region"].tolist()
    if not FEWEST <= len(regions) <= MOST or len(set(regions)) < len(regions) or not set(regions) <= set(order):
        raise ValueError(f"{FEWEST} to {MOST} different regions are needed, not {', '.join(regions)}")
    scores, figures = (_Cells(results, query, year, regions) for query in (_SCORES, _FIGURES))
    draws = dict(parts) | ({} if bands is None else {results.root.id: bands.scores})
    places = [order.index(region) for region in regions]

    def scored(node: Node) -> Measure:
        drawn = draws[node.id][:, places] if node.id in draws else None
        low, high = scores.reach.get(node.id, (0.0, 0.0))
        alike = 0.0 if node.parent is None else _ALIKE * (high - low)
        sides = _scores(regions, scores.of(node.id), drawn, alike)
        return Measure(node, False, sides, scores.reach.get(node.id))

    shown = [node for node in results.nodes if node.status != "wanted"]
    return SideBySide(
        year,
        tuple(regions),
        scored(results.root),
        tuple(scored(node) for node in shown if node.depth == 1),
        tuple(
            Measure(node, True, _indicator(node, regions, figures.of(node.id)), figures.reach.get(node.id))
            for node in shown
            if node.is_leaf
        ),
    )


_SCORES = "SELECT node, region, score AS value FROM score WHERE year = ? AND score IS NOT NULL"
_FIGURES = "SELECT node, region, value, CAST(origin AS VARCHAR) AS origin, figure_year FROM imputed WHERE year = ?"


class _Cells:
    """The rows of a query for some regions by node, with the lowest and the highest value of all regions."""

    def __init__(self, results: Results, query: str, year: int, regions: Sequence[str]) -> None:
        rows = results.table(query, [year])
        ends = rows.groupby("node")["value"].agg(["min", "max"])
        self.reach = {str(node): (float(low), float(high)) for node, low, high in ends.itertuples()}
        self._found: dict[str, dict[str, dict[str, Any]]] = {}
        for row in rows[rows["region"].isin(regions)].astype("object").to_dict("records"):
            cell = {str(key): given(value) for key, value in row.items()}
            self._found.setdefault(row["node"], {})[row["region"]] = cell

    def of(self, node: str) -> Mapping[str, Mapping[str, Any]]:
        """Region -> its row; regions without a value are not in it."""
        return self._found.get(node, {})


def _scores(
    regions: Sequence[str], scores: Mapping[str, Mapping[str, Any]], drawn: Matrix | None, alike: float
) -> tuple[Side, ...]:
    """`drawn` are the draws of these regions, draws x regions; what differs by less than `alike` is the same."""
    low, high = (None, None) if drawn is None else quantiles(drawn, (LOW, HIGH))
    mine = scores.get(regions[0], {}).get("value")
    sides = []
    for place, region in enumerate(regions):
        value = scores.get(region, {}).get("value")
        band = None
        if value is not None and low is not None and high is not None and not np.isnan(low[place]):
            band = float(low[place]), float(high[place])
        if place == 0:
            sides.append(Side(region, value, "mine", band=band))
        elif value is None or mine is None:
            sides.append(Side(region, value, "missing", band=band))
        else:
            clear = None if drawn is None else _apart(drawn[:, place], drawn[:, 0])
            relation = "same" if abs(value - mine) < alike else _relation(value - mine, clear)
            sides.append(Side(region, value, relation, clear, value - mine, band))
    return _ordered(1, sides)


def _apart(one: Matrix, other: Matrix) -> bool | None:
    """Whether one of two lies above the other in nearly all draws; None where no draw has both."""
    difference = (one - other)[~np.isnan(one - other)]
    if not len(difference):
        return None
    return bool(max((difference > 0).mean(), (difference < 0).mean()) >= 1 - APART)


def _indicator(node: Node, regions: Sequence[str], figures: Mapping[str, Mapping[str, Any]]) -> tuple[Side, ...]:
    mine = figures.get(regions[0])
    sides = []
    for region in regions:
        figure = figures.get(region)
        about = {} if figure is None else {"origin": figure["origin"], "figure_year": whole(figure["figure_year"])}
        value = None if figure is None else float(figure["value"])
        if region == regions[0]:
            sides.append(Side(region, value, "mine", **about))
        elif figure is None or mine is None:
            sides.append(Side(region, value, "missing", **about))
        elif "imputed" in (figure["origin"], mine["origin"]):
            sides.append(Side(region, value, "estimate", **about))
        else:
            sides.append(_beside(node, region, float(figure["value"]), float(mine["value"]), about))
    return _ordered(node.sign, sides)


def _beside(node: Node, region: str, value: float, mine: float, about: Mapping[str, Any]) -> Side:
    difference = value - mine
    clear = clearly(node, value, mine)
    same = round(difference, 9 if node.decimals is None else node.decimals) == 0
    return Side(region, value, "same" if same else _relation(difference, clear), clear, difference, **about)


def clearly(node: Node, one: float, other: float) -> bool | None:
    """Whether two figures of an indicator differ by more than their errors; None where it states none."""
    return None if node.error is None else clearly_apart(node, one, other)


def _relation(difference: float, clear: bool | None) -> Relation:
    if clear is False:
        return "unclear"
    return "same" if difference == 0 else "above" if difference > 0 else "below"


def _ordered(sign: int, sides: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: np.inf if side.value is None else -sign * side.value))
