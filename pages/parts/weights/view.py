"""What the screen of a visitor's own weights shows: the shared choices with the weights that were moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from metrics.own_comparison import Movement, compared, movement
from metrics.own_points import dimension_of, families, framework_points, shares_of, weights_of
from metrics.own_weights import Prepared, own_bands, own_ranking, prepare
from metrics.tree import Node
from pages.shared.kept import kept
from pages.shared.results import ranking, results
from pages.shared.selection import Selection
from words import Words

Points = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class View:
    """The points that differ from the framework's, in the order of the tree, with what they are points of."""

    here: Selection
    points: Points

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @cached_property
    def prepared(self) -> Prepared:
        """What the scores are aggregated from."""
        return prepared(self.here.framework, self.here.year)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weight of every node that counts."""
        return weights_of(self.prepared.nodes, dict(self.points))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of each node in its parent."""
        return shares_of(self.prepared.nodes, self.weights)

    @property
    def empty(self) -> bool:
        """Whether every weight is 0."""
        return not any(self.weights[node.id] for node in self.prepared.nodes)

    def moved_in(self, nodes: Sequence[Node]) -> int:
        """How many of these nodes have other points than the framework gives them."""
        return len({node.id for node in nodes} & {name for name, _ in self.points})

    @cached_property
    def table(self) -> pd.DataFrame:
        """The ranking with these weights beside the framework's; not to be changed in place. Raises InputProblems."""
        return _weighed(self.here.framework, self.here.year, self.points)

    @cached_property
    def mine(self) -> dict[str, Any] | None:
        """The line of the reader's own region; None without one."""
        rows = self.table[self.table["region"] == self.here.region]
        return rows.iloc[0].to_dict() if len(rows) else None

    @cached_property
    def movement(self) -> Movement:
        """What moves in it."""
        return movement(self.table)


@kept(6)
def prepared(framework: str, year: int) -> Prepared:
    """Everything but the weights, once for all visitors. Raises InputProblems."""
    return prepare(results(framework), year)


@kept(50)
def usual_points(framework: str, year: int) -> Mapping[str, int]:
    """The points that stand for the framework's own weights."""
    return framework_points(prepared(framework, year).nodes)


@kept(50)
def sliders(framework: str, year: int) -> tuple[tuple[Node | None, tuple[Node, tuple[Node, ...]]], ...]:
    """The dimension (None: the dimensions themselves), then a composite with those of its children to be weighed."""
    nodes = prepared(framework, year).nodes
    by_id = {node.id: node for node in nodes}
    return tuple(
        (None if family.parent.parent is None else by_id[dimension_of(nodes, family.parent.id)],
         (family.parent, family.children))
        for family in families(nodes)
    )  # fmt: skip


@kept(100)
def _weighed(framework: str, year: int, points: Points) -> pd.DataFrame:
    before = ranking(framework, year)
    if not points:
        return compared(before, before)
    ready = prepared(framework, year)
    weights = weights_of(ready.nodes, dict(points))
    return compared(own_ranking(ready, weights, own_bands(ready, weights)), before)
