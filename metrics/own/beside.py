"""The plan beside the figures: what a region wants to do in each sub-dimension, and how it stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.own.data import Programme
from metrics.profile import Place, Profile
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Beside:
    """A sub-dimension with the programmes for it and its figures.

    `indicators` are those directly below it that have figures here, in file order; none where it is only wanted.
    `weak` says that the region is below the median of its kind; None where there is nothing to compare.
    """

    node: Node
    dimension: Node
    place: Place | None
    indicators: tuple[Place, ...]
    programmes: tuple[Programme, ...]

    @property
    def weak(self) -> bool | None:
        """Below the median of its kind."""
        percentile = None if self.place is None else self.place.percentile
        return None if percentile is None else percentile < 50


def plan_beside(results: Results, profile: Profile, programmes: Sequence[Programme]) -> tuple[Beside, ...]:
    """Every node right above indicators, and every other one that a programme serves, in the order of the framework."""
    places = {place.node.id: place for place in profile.places}
    by_node: dict[str, list[Programme]] = {}
    for programme in programmes:
        by_node.setdefault(programme.node, []).append(programme)
    found = []
    for node in results.nodes:
        leaves = [child for child in results.children(node.id) if child.is_leaf]
        if node.is_leaf or node.parent is None or not (leaves or node.id in by_node):
            continue
        measured = tuple(places[leaf.id] for leaf in leaves if leaf.id in places)
        served = tuple(by_node.get(node.id, ()))
        found.append(Beside(node, _dimension(results, node), places.get(node.id), measured, served))
    return tuple(found)


def _dimension(results: Results, node: Node) -> Node:
    while node.depth > 1 and node.parent is not None:
        node = results.node(node.parent)
    return node
