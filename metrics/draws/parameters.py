"""What each draw has drawn. Draw 0 is the framework as it is; draw k is the same for any number of draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.draws.assumptions import Assumptions
from metrics.tree import Node

Matrix = NDArray[np.float64]

# Errors of figures are drawn for so many draws at a time: any one draw can be had again without all the others.
ERROR_BLOCK = 64
_NONE = -1


@dataclass(frozen=True)
class Parameters:
    """What so many draws have drawn.

    weights    draws x nodes in file order: relative to siblings, 0 for what is left out
    choices    draws x choices in the order of `Assumptions.choices`: which alternative
    left_out   draws: the place of the indicator among the nodes, -1 for none
    """

    assumptions: Assumptions
    seed: int
    weights: Matrix
    choices: NDArray[np.intp]
    left_out: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.weights)

    def errors(self, block: int, figures: int) -> Matrix:
        """How far off figures are, in standard deviations: draws x figures of the block with that number."""
        source = _generator(self.seed, 3, block)
        drawn = source.standard_normal((min(ERROR_BLOCK, len(self) - block * ERROR_BLOCK), figures))
        if block == 0:
            drawn[0] = 0.0
        return drawn


def draw_parameters(assumptions: Assumptions, nodes: Sequence[Node], count: int, seed: int) -> Parameters:
    """Draw so many times, the first one as written. The same seed draws the same."""
    weights = np.array([node.weight for node in nodes]) * _factors(assumptions, nodes, count, seed)
    options = np.array([len(alternatives) for alternatives in assumptions.choices.values()], dtype=np.float64)
    chances = _generator(seed, 1).random((count, len(options)))
    choices = np.floor(chances * options).astype(np.intp)
    choices[:1] = 0
    left_out = _left_out(assumptions, nodes, count, seed)
    leave_out(nodes, weights, left_out)
    return Parameters(assumptions, seed, weights, choices, left_out)


def removable(nodes: Sequence[Node]) -> NDArray[np.intp]:
    """What a draw can leave out: -1 for nothing, then the place of each active indicator where there are several."""
    active = [place for place, node in enumerate(nodes) if node.is_leaf and node.counts and node.status == "active"]
    return np.array([_NONE, *(active if len(active) > 1 else [])], dtype=np.intp)


def leave_out(nodes: Sequence[Node], weights: Matrix, left_out: NDArray[np.intp]) -> None:
    """Weights of draws x nodes become 0, in place, where the draw leaves an indicator out.

    So does that of a composite whose every child is left out.
    """
    weights[np.flatnonzero(left_out != _NONE), left_out[left_out != _NONE]] = 0.0
    for place in reversed(range(len(nodes))):
        node = nodes[place]
        children = [i for i, child in enumerate(nodes) if child.parent == node.id and child.counts]
        if not node.is_leaf and node.status == "active" and children:
            weights[weights[:, children].sum(axis=1) == 0, place] = 0.0


def _generator(seed: int, *stream: int) -> np.random.Generator:
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=stream))


def _factors(assumptions: Assumptions, nodes: Sequence[Node], count: int, seed: int) -> Matrix:
    """What each weight is multiplied by: draws x nodes."""
    source = _generator(seed, 0)
    if assumptions.dirichlet is not None:
        # Gamma variables with the siblings' shares as shapes are a Dirichlet once they are made relative.
        shapes = assumptions.dirichlet * np.array([_share(nodes, node) for node in nodes])
        factors = source.standard_gamma(shapes, (count, len(nodes))) / shapes
    else:
        spread = assumptions.weights
        factors = source.uniform(1 - spread, 1 + spread, (count, len(nodes)))
    factors[:1] = 1.0
    return np.asarray(factors)


def _share(nodes: Sequence[Node], node: Node) -> float:
    return node.weight / sum(other.weight for other in nodes if other.parent == node.parent)


def _left_out(assumptions: Assumptions, nodes: Sequence[Node], count: int, seed: int) -> NDArray[np.intp]:
    places = removable(nodes)
    if not assumptions.leave_out or len(places) == 1:
        return np.full(count, _NONE, dtype=np.intp)
    drawn = places[np.floor(_generator(seed, 2).random(count) * len(places)).astype(np.intp)]
    drawn[:1] = _NONE
    return drawn
