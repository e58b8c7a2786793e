"""Draws that are laid out instead of drawn: by a sample of the unit cube, or one indicator left out at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from metrics.draws.assumptions import Assumptions
from metrics.draws.parameters import ERROR_BLOCK, Matrix, Parameters, leave_out, removable
from metrics.tree import Node


@dataclass(frozen=True)
class Sampled(Parameters):
    """Parameters whose errors of figures are one input: draws with the same number have the same errors.

    patterns   draws: the number of its errors, -1 for none
    """

    patterns: NDArray[np.intp]

    def errors(self, block: int, figures: int) -> Matrix:
        """As in `Parameters`; every number stands for errors of its own."""
        rows = self.patterns[block * ERROR_BLOCK : (block + 1) * ERROR_BLOCK]
        numbers, places = np.unique(rows, return_inverse=True)
        drawn = np.stack([_errors(self.seed, int(number), figures) for number in numbers])
        return np.asarray(drawn[places])


def inputs(assumptions: Assumptions, nodes: Sequence[Node]) -> tuple[tuple[str, str], ...]:
    """The inputs that vary: the source of uncertainty (a name of `Assumptions.sources`) and the node, "" where none.

    Every weight is an input of its own; a node without siblings has no weight to speak of.
    """
    found = []
    for source in assumptions.sources():
        if source == "weights":
            found += [(source, node.id) for node in nodes if _has_siblings(node, nodes)]
        else:
            found.append((source, ""))
    return tuple(found)


def sampled_parameters(assumptions: Assumptions, nodes: Sequence[Node], sample: Matrix, seed: int) -> Parameters:
    """Draw 0 as written, then a draw for each row of a sample: runs x `inputs`, each within 0 and 1.

    A weight takes the quantile of its distribution, a choice and what is left out the alternative that the value
    falls to. Values of `errors` stand for errors of all figures drawn anew: equal values, equal errors.
    """
    columns = {name: sample[:, i] for i, name in enumerate(inputs(assumptions, nodes))}
    count = len(sample)
    weights = np.tile([node.weight for node in nodes], (count + 1, 1))
    for place, node in enumerate(nodes):
        if ("weights", node.id) in columns:
            weights[1:, place] *= _factor(assumptions, nodes, node, columns["weights", node.id])
    choices = np.zeros((count + 1, len(assumptions.choices)), dtype=np.intp)
    for place, (name, alternatives) in enumerate(assumptions.choices.items()):
        if (name, "") in columns:
            choices[1:, place] = _which(columns[name, ""], len(alternatives))
    left_out, patterns = (np.full(count + 1, -1, dtype=np.intp) for _ in range(2))
    if ("leave_out", "") in columns:
        places = removable(nodes)
        left_out[1:] = places[_which(columns["leave_out", ""], len(places))]
        leave_out(nodes, weights, left_out)
    if ("errors", "") in columns:
        patterns[1:] = np.unique(columns["errors", ""], return_inverse=True)[1]
    return Sampled(assumptions, seed, weights, choices, left_out, patterns)


def without_each(nodes: Sequence[Node]) -> Parameters:
    """Draw 0 as written, then one draw for each active indicator, without it. Nothing else differs."""
    left_out = removable(nodes)
    weights = np.tile([node.weight for node in nodes], (len(left_out), 1))
    leave_out(nodes, weights, left_out)
    return Parameters(Assumptions(leave_out=True), 0, weights, np.zeros((len(left_out), 0), np.intp), left_out)


def _errors(seed: int, number: int, figures: int) -> Matrix:
    if number < 0:
        return np.zeros(figures)
    # The fifth stream of a seed: the others are those of `draw_parameters`.
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(4, number))).standard_normal(figures)


def _has_siblings(node: Node, nodes: Sequence[Node]) -> bool:
    return node.parent is not None and sum(other.parent == node.parent for other in nodes) > 1


def _factor(assumptions: Assumptions, nodes: Sequence[Node], node: Node, values: Matrix) -> Matrix:
    """What a weight is multiplied by: quantiles of the distributions of `draw_parameters`."""
    if assumptions.dirichlet is None:
        return 1 + assumptions.weights * (2 * values - 1)
    shape = assumptions.dirichlet * node.weight / sum(other.weight for other in nodes if other.parent == node.parent)
    return np.asarray(gammaincinv(shape, values) / shape)


def _which(values: Matrix, options: int) -> NDArray[np.intp]:
    """Which of so many options with equal chance a value between 0 and 1 falls to."""
    return np.minimum(np.floor(values * options), options - 1).astype(np.intp)
