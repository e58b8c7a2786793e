"""The scores of single parts of the headline in every draw: what a dimension alone comes out at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from metrics.draws.assumptions import declared_range, mapped
from metrics.draws.leaves import Variant
from metrics.draws.one_region import Drawn
from metrics.draws.tree import root_scores
from metrics.tree import Node

Matrix = NDArray[np.float64]


def part_scores(drawn: Drawn, part: str) -> Matrix:
    """A node's score in every draw, on the range of the framework as it is: draws x regions.

    NaN where it has no score, also in draws that leave out all that is below it. The draws are those of the root:
    what differs between two regions in one of them is not the weights. Raises ValueError for a node that does not
    count in the root.
    """
    places = _below(drawn.nodes, part)
    found = np.empty((len(drawn.parameters), len(drawn.cells.regions)))
    for variant in drawn.variants:
        here, written = declared_range(variant.nodes), declared_range(drawn.nodes)
        scores = _scores(variant, places, drawn.parameters.weights[variant.draws])
        if here != written:
            scores = np.full_like(scores, np.nan) if here is None or written is None else mapped(scores, here, written)
        found[variant.draws] = scores
    return found


def _below(nodes: Sequence[Node], part: str) -> list[int]:
    """The places of a node and of all below it; parents stand before their children."""
    names, places = {part}, []
    for place, node in enumerate(nodes):
        if node.id == part or node.parent in names:
            names.add(node.id)
            places.append(place)
    if not places:
        raise ValueError(f"{part} does not count")
    return places


def _scores(variant: Variant, places: list[int], weights: Matrix) -> Matrix:
    top, *below = (variant.nodes[place] for place in places)
    if top.is_leaf:
        return np.broadcast_to(variant.scores[top.id], (len(weights), variant.scores[top.id].shape[1])).copy()
    return root_scores((replace(top, parent=None), *below), variant.scores, weights[:, places])
