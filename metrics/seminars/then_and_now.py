"""The figures of a speaker's region in the year of a seminar, and now.

Only published figures of the region itself count, none that was carried or estimated, and only two on one side of the
declared breaks are held together. Now is the newest figure. Then is the figure of the year of the seminar, or the
nearest one that compares with it, the earlier of two as near, within two years: a figure from much later is no
picture of the time of a seminar, and none is made up.

Everything moves over the years, with a seminar or without: beside the change stands the median change, between the
same two years, of the other regions of the kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from metrics.practices.entry import Practice
from metrics.results import Results
from metrics.side_by_side import clearly
from metrics.tree import Node

NEAR = 2  # years from the seminar, at most
State = Literal["both", "broken", "late", "only", "none"]


@dataclass(frozen=True)
class Figure:
    """A published figure in natural units."""

    year: int
    value: float


@dataclass(frozen=True)
class ThenAndNow:
    """An indicator of a region then and now.

    state   `both`; `broken`: there is a figure of the time of the seminar, but the series began anew since; `late`:
            the oldest figure that compares is from later; `only`: there is one figure; `none`: there is none
    then    the figure of the time of the seminar that compares with `now`; None unless the state is `both`
    apart   the figure of that time that does not compare, where the state is `broken`
    broken  the year in which the series began anew, where the state is `broken`
    oldest  the oldest figure that compares with `now`
    clear   whether the change is larger than the errors of the two figures explain; None where the indicator states
            no error, so that nobody can say
    usual   the median change of `others` regions of the kind between the same years; None where none has both figures
    reach   the lowest and the highest figure of the kind in these two years, where the state is `both`
    """

    node: Node
    state: State
    now: Figure | None = None
    then: Figure | None = None
    apart: Figure | None = None
    broken: int | None = None
    oldest: Figure | None = None
    clear: bool | None = None
    usual: float | None = None
    others: int = 0
    reach: tuple[float, float] | None = None

    @property
    def change(self) -> float | None:
        """From then to now, in natural units."""
        return round(self.now.value - self.then.value, 9) if self.now and self.then else None


@dataclass(frozen=True)
class Basis:
    """The indicators by which a talk is told.

    kind    `practice`: those that its practices should move; `part`: those of the sub-dimensions or dimensions that
            the practices belong to, where the former have no figures; `none`: there are none
    nodes   those with figures, in file order
    wanted  those that the practices should move but of which there are no figures yet
    """

    kind: Literal["practice", "part", "none"]
    nodes: tuple[Node, ...]
    wanted: tuple[Node, ...]


def basis(results: Results, practices: Sequence[Practice]) -> Basis:
    """The indicators of the framework that go with practices; ids that it does not have are left out."""
    known = {node.id: node for node in results.nodes}
    named = {name for practice in practices for name in practice.indicators}
    wanted = tuple(node for node in results.nodes if node.id in named and node.is_leaf and node.status == "wanted")
    measured = [node for node in results.nodes if node.is_leaf and node.status != "wanted"]
    if found := tuple(node for node in measured if node.id in named):
        return Basis("practice", found, wanted)
    parts = {practice.sub_dimension for practice in practices} & known.keys()
    # The sub-dimension first, then what it belongs to; the whole tree would say nothing of a practice.
    while parts:
        if found := tuple(node for node in measured if parts & _above(known, node)):
            return Basis("part", found, wanted)
        parents = {known[part].parent for part in parts} - {None, results.root.id}
        parts = {str(parent) for parent in parents}
    return Basis("none", (), wanted)


def then_and_now(results: Results, region: str, year: int, nodes: Sequence[Node]) -> tuple[ThenAndNow, ...]:
    """The given indicators of a region around the year of a seminar and now, in their order."""
    figures = results.table(
        """
        SELECT i.node AS node, i.region AS region, i.year AS year, i.value AS value
        FROM imputed i JOIN region r ON r.region = i.region JOIN region own ON own.region = ?
        WHERE i.origin = 'figure' AND i.node IN (SELECT unnest(?)) AND (r.kind = own.kind OR i.region = own.region)
        ORDER BY i.node, i.year
        """,
        [region, [node.id for node in nodes]],
    )
    return tuple(_told(node, figures[figures["node"] == node.id], region, year) for node in nodes)


def _told(node: Node, figures: pd.DataFrame, region: str, year: int) -> ThenAndNow:
    own = figures[figures["region"] == region]
    series = [Figure(int(at), float(value)) for at, value in zip(own["year"], own["value"], strict=True)]
    if not series:
        return ThenAndNow(node, "none")
    now = series[-1]
    begun = max((at for at in node.breaks if at <= now.year), default=None)
    alike = [figure for figure in series if begun is None or figure.year >= begun]
    then = _nearest(alike[:-1], year)
    if then is not None:
        usual, others = _usual(figures, region, then.year, now.year)
        clear = clearly(node, then.value, now.value)
        both = figures.loc[figures["year"].isin([then.year, now.year]), "value"]
        reach = (float(both.min()), float(both.max()))
        return ThenAndNow(
            node, "both", now, then, oldest=alike[0], clear=clear, usual=usual, others=others, reach=reach
        )
    if (apart := _nearest([figure for figure in series if figure not in alike], year)) is not None:
        return ThenAndNow(node, "broken", now, apart=apart, broken=begun, oldest=alike[0])
    return ThenAndNow(node, "late" if len(alike) > 1 else "only", now, oldest=alike[0])


def _nearest(figures: Sequence[Figure], year: int) -> Figure | None:
    """The figure nearest to a year and near enough."""
    near = [figure for figure in figures if abs(figure.year - year) <= NEAR]
    return min(near, key=lambda figure: (abs(figure.year - year), figure.year), default=None)


def _usual(figures: pd.DataFrame, region: str, first: int, last: int) -> tuple[float | None, int]:
    """The median change of the others with a figure of both years, and how many they are."""
    others = figures[figures["region"] != region]
    old, new = (others[others["year"] == at].set_index("region")["value"] for at in (first, last))
    changes = (new - old).dropna()
    return (round(float(changes.median()), 9) if len(changes) else None), len(changes)


def _above(known: dict[str, Node], node: Node) -> set[str]:
    """The ids of all nodes above one."""
    found: set[str] = set()
    parent = node.parent
    while parent is not None:
        found.add(parent)
        parent = known[parent].parent
    return found
