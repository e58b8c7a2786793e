"""Weights as a visitor sets them: points from 0 to 100 that count against those of the siblings.

The framework's own points are its weights as shares of 100, rounded. Who leaves a node at these points keeps the
framework's exact weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.own_weights import settled_weights
from metrics.tree import Node

MOST = 100


@dataclass(frozen=True)
class Family:
    """A composite and those of its children that count, at least two of them."""

    parent: Node
    children: tuple[Node, ...]


def families(nodes: Sequence[Node]) -> tuple[Family, ...]:
    """What can be weighed: `nodes` are those that count, the root first. An only child always weighs 100 percent."""
    found = (Family(node, tuple(child for child in nodes if child.parent == node.id)) for node in nodes)
    return tuple(family for family in found if len(family.children) > 1)


def dimension_of(nodes: Sequence[Node], name: str) -> str:
    """The child of the root that `name` is, or is below. Raises KeyError for the root and for what is not there."""
    parents = {node.id: node.parent for node in nodes}
    while (parent := parents[name]) != nodes[0].id:
        if parent is None:
            raise KeyError(name)
        name = parent
    return name


def framework_points(nodes: Sequence[Node]) -> dict[str, int]:
    """The points that stand for the framework's own weights, by id of each node that can be weighed."""
    return {
        child.id: round(_share(family, child))
        for family in families(nodes)
        for child in family.children
    }  # fmt: skip


def changed(nodes: Sequence[Node], points: Mapping[str, int]) -> dict[str, int]:
    """Those of the points that are not the framework's, in the order of the tree."""
    return {name: points[name] for name, usual in framework_points(nodes).items() if points.get(name, usual) != usual}


def weights_of(nodes: Sequence[Node], points: Mapping[str, int]) -> dict[str, float]:
    """The weight of every node that counts; `points` may name only some. 0 where the node is left out."""
    moved = changed(nodes, points)
    weights = {node.id: node.weight for node in nodes}
    for family in families(nodes):
        weights |= {child.id: float(moved.get(child.id, _share(family, child))) for child in family.children}
    return settled_weights(nodes, weights)


def shares_of(nodes: Sequence[Node], weights: Mapping[str, float]) -> dict[str, float]:
    """The share of each node that can be weighed in its parent, between 0 and 1; 0 where it is left out."""
    shares: dict[str, float] = {}
    for family in families(nodes):
        total = sum(weights[child.id] for child in family.children)
        shares |= {child.id: weights[child.id] / total if total else 0.0 for child in family.children}
    return shares


def _share(family: Family, child: Node) -> float:
    """The framework's weight of a child as points: unrounded."""
    return MOST * child.weight / sum(sibling.weight for sibling in family.children)
