"""Copeland's duels in all three implementations, against exact fractions: one half is one half and nothing else."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from metrics.aggregate import Matrix, aggregate
from metrics.draws.tree import root_scores
from metrics.tree import Node
from tests.metrics.scoring import YEAR, opened

# Proportions that floating-point numbers hold wrongly, as they would be written or worked out.
WEIGHTS = (0.1, 0.2, 0.3, 0.6, 0.7, 1 / 3, 2 / 3, 1.0, 0.15, 0.45, 1e-9, 0.2999999999)
# (0.1 + 0.2 against 0.3), thirds, and one that differs from a tie in the tenth decimal.
TIES = [(0.1, 0.2, 0.3), (1 / 3, 1 / 3, 2 / 3), (0.1, 0.6, 0.7), (0.15, 0.3, 0.45), (0.1, 0.2, 0.2999999999)]


def exact(scores: Matrix, weights: tuple[float, ...]) -> list[int]:
    """Duels won less duels lost, with weights as the decimal fractions that they are written as."""
    fractions = [Fraction(repr(weight)) for weight in weights]

    def sign(one: Matrix, other: Matrix) -> int:
        both = [(x, y, w) for x, y, w in zip(one, other, fractions, strict=True) if not np.isnan([x, y]).any()]
        total, won = (
            sum(w for *_, w in both),
            sum(w * (Fraction(int(x > y)) + Fraction(int(x == y), 2)) for x, y, w in both),
        )
        return (won > total / 2) - (won < total / 2)

    return [sum(sign(row, other) for other in scores) for row in scores]


def by_matrices(scores: Matrix, weights: tuple[float, ...]) -> list[float]:
    return aggregate(_nodes(weights)[0], scores, np.array(weights)).tolist()


def by_draws(scores: Matrix, weights: tuple[float, ...]) -> list[float]:
    nodes = _nodes(weights)
    leaves = {node.id: column[None] for node, column in zip(nodes[1:], scores.T, strict=True)}
    return root_scores(nodes, leaves, np.array([[1.0, *weights], [1.0, *weights]]))[1].tolist()


def _nodes(weights: tuple[float, ...]) -> tuple[Node, ...]:
    plain = {"line": None, "title": None, "description": None, "status": "active", "counts": True}
    root = Node("root", None, 0, is_leaf=False, weight=1.0, aggregate="copeland", **plain)
    return (root, *(Node(f"x{i}", "root", 1, is_leaf=True, weight=w, **plain) for i, w in enumerate(weights)))


@pytest.mark.parametrize("solve", [by_matrices, by_draws])
@given(st.data(), st.lists(st.sampled_from(WEIGHTS), min_size=2, max_size=5).map(tuple))
@settings(max_examples=30)
def test_duels_are_exact(solve, data: st.DataObject, weights: tuple[float, ...]) -> None:
    levels = st.sampled_from([0.0, 50.0, 100.0])
    scores = data.draw(arrays(float, (5, len(weights)), elements=levels))
    assert solve(scores, weights) == exact(scores, weights)


@pytest.mark.parametrize("weights", TIES, ids=str)
def test_ties_of_written_weights_are_ties_everywhere(tmp_path: Path, weights: tuple[float, ...]) -> None:
    # The first has the two lighter children, the second the heaviest; the third has no figure of the first child.
    scores = np.array([[100.0, 100.0, 0.0], [0.0, 0.0, 100.0], [np.nan, 50.0, 50.0]])
    expected = exact(scores, weights)
    assert exact(scores[:2], weights) == ([1, -1] if weights[2] == 0.2999999999 else [0, 0])
    assert by_matrices(scores, weights) == by_draws(scores, weights) == expected
    children = {f"x{i}": {"weight": weight, "goalposts": [0, 100]} for i, weight in enumerate(weights)}
    method = {"aggregate": "copeland", "normalise": {"using": "goalposts"}}
    values = {
        f"x{i}": {f"0{row}.10": None if np.isnan(x) else float(x) for row, x in enumerate(column)}
        for i, column in enumerate(scores.T)
    }
    held = {name: {code: x for code, x in column.items() if x is not None} for name, column in values.items()}
    results = opened(tmp_path, children, held, method=method)
    rows = results.scores(YEAR).query("level == 0").sort_values("region")
    assert rows["score"].tolist() == expected
