"""A region with its own figures: which of them stands for a year, and the score beside the published one.

An own figure of the year itself stands for it. Else the newest of a later year does, on the same side of every
break of the series, because that is what a region has them for; it is marked with its year. It does not where the
year is before the opening one and has a published figure of its own: the past stays as it was. Else an older one,
where the framework would carry it forward and nothing newer is published; it counts as carried. Otherwise the
published figure stands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from metrics.explain import whole
from metrics.own.data import OwnData, OwnFigure
from metrics.own.form import open_leaves
from metrics.results import Results
from metrics.simulation import Rescored, Simulator
from metrics.tree import Node


@dataclass(frozen=True)
class Applied:
    """An own figure that stands for a year, beside the published one: its value and the year that is from.

    `published` is None without a figure; `published_year` then too, and where the value is an estimate.
    """

    node: Node
    figure: OwnFigure
    published: float | None
    published_year: int | None

    @property
    def change(self) -> float | None:
        """Own less published, in natural units; None without a published one."""
        return None if self.published is None else self.figure.value - self.published

    @property
    def better(self) -> bool | None:
        """Whether the own figure is the better one; None where they are equal, or there is no other."""
        return None if not self.change else self.change * self.node.sign > 0


@dataclass(frozen=True)
class NodeStanding:
    """A node with the published score and that with own figures; None where there is no score."""

    node: Node
    published: float | None
    own: float | None

    @property
    def change(self) -> float | None:
        """Own less published; None where one of them is missing."""
        return None if self.published is None or self.own is None else self.own - self.published


@dataclass(frozen=True)
class OwnStanding:
    """A region in a year with its own figures, the others as published, beside what is published of it.

    `nodes` holds every node that is not wanted, in file order, the root first; `applied` the own figures that
    stand for the year, in file order.
    """

    published: Rescored
    own: Rescored
    nodes: tuple[NodeStanding, ...]
    applied: tuple[Applied, ...]

    def node(self, name: str) -> NodeStanding:
        """That of a node. Raises KeyError."""
        return {standing.node.id: standing for standing in self.nodes}[name]


def applied_figures(results: Results, own: OwnData, year: int) -> tuple[Applied, ...]:
    """The own figures that stand for a scored year, in file order."""
    rows = results.table(
        "SELECT node, value, figure_year FROM imputed WHERE region = ? AND year = ?", [own.region, year]
    ).astype("object")
    published = {row["node"]: (float(row["value"]), whole(row["figure_year"])) for row in rows.to_dict("records")}
    found = []
    for node in open_leaves(results.nodes):
        value, of = published.get(node.id, (None, None))
        figures = own.figures_of(node.id)
        if of == year < results.opening_year:
            figures = tuple(figure for figure in figures if figure.year <= year)
        if (figure := _standing(node, figures, year, of)) is not None:
            found.append(Applied(node, figure, value, of))
    return tuple(found)


def _standing(node: Node, figures: tuple[OwnFigure, ...], year: int, published: int | None) -> OwnFigure | None:
    """The own figure that stands for a year; `published` is the year of the published one. See the module."""
    comparable = [figure for figure in figures if _segment(node, figure.year) == _segment(node, year)]
    reached = year - node.carry_forward if published is None else max(published, year - node.carry_forward)
    same = [figure for figure in comparable if figure.year == year]
    later = [figure for figure in comparable if figure.year > year]
    older = [figure for figure in comparable if reached <= figure.year < year]
    return next((choice[-1] for choice in (same, later, older) if choice), None)


def _segment(node: Node, year: int) -> int:
    """How many breaks of the series lie before a year."""
    return sum(at <= year for at in node.breaks)


def values(applied: tuple[Applied, ...]) -> Mapping[str, float]:
    """What the figures set, as Simulator.rescore takes it."""
    return {one.node.id: one.figure.value for one in applied}


def own_standing(simulator: Simulator, own: OwnData) -> OwnStanding:
    """The region with its own figures, if others stay as published.

    Raises InputProblems where the figures cannot be set together, such as two that contradict each other.
    """
    applied = applied_figures(simulator.results, own, simulator.year)
    carried = {one.node.id for one in applied if one.figure.year < simulator.year}
    published, rescored = simulator.published(own.region), simulator.rescore(own.region, values(applied), carried)
    nodes = tuple(
        NodeStanding(node, _given(published.scores[node.id]), _given(rescored.scores[node.id]))
        for node in simulator.nodes
    )
    return OwnStanding(published, rescored, nodes, applied)


def _given(score: float) -> float | None:
    return None if math.isnan(score) else score
