"""What 10,000 draws cost, over one matrix product of the same size: `python -m benchmarks.robustness`.

514 regions, 60 indicators, weights x 2 normalisations x 3 aggregations, with ranks and bands; once where all
levels take the same mean, once where they mix three. Beside it the same weighted means by plain pandas and, where
it is installed, by pymcdm, draw by draw; and the default run on the shipped framework. CPU seconds, best of nine.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd

from metrics.bands import quantiles, summary_of_ranks
from metrics.draws.assumptions import AS_WRITTEN, Alternative, Assumptions, settled
from metrics.draws.cells import Cells, Column
from metrics.draws.parameters import draw_parameters
from metrics.draws.places import ranks
from metrics.draws.scored import score_draws
from metrics.framework import Method, Normalise, Text
from metrics.results import open_results
from metrics.robustness import robustness
from metrics.tree import Node, Normalisation

DRAWS, REGIONS, INDICATORS = 10_000, 514, 60
FEW = 50  # draws by the libraries that go one by one; their time is scaled up
CHOICES = {
    "normalise": (AS_WRITTEN, Alternative(Method(normalise=Normalise(using="percentile", range=(1, 100))))),
    "aggregate": (
        AS_WRITTEN,
        Alternative(Method(aggregate="geometric")),
        Alternative(Method(aggregate="harmonic")),
    ),
}
MIXED = {
    "normalise": CHOICES["normalise"],
    "aggregate": tuple(
        Alternative(Method(aggregate=name), aggregate_at_root=True) for name in ("arithmetic", "geometric", "harmonic")
    ),
}


def seconds(work: Callable[[], object], runs: int = 9) -> float:
    """The least CPU seconds of so many runs, all threads together."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def tree(means: tuple[str, str, str]) -> tuple[Node, ...]:
    """A root, 6 dimensions, 18 sub-dimensions and 60 indicators; the mean of each level from the root down."""
    nodes = [_node("root", None, 0, means[0])]
    for dimension in range(6):
        nodes.append(_node(f"d{dimension}", "root", 1, means[1]))
        for part in range(3):
            name = f"d{dimension}s{part}"
            nodes.append(_node(name, f"d{dimension}", 2, means[2]))
            leaves = range(dimension * 10 + (0, 4, 7)[part], dimension * 10 + (4, 7, 10)[part])
            nodes += [_node(f"i{leaf}", name, 3, None) for leaf in leaves]
    return tuple(nodes)


def _node(name: str, parent: str | None, depth: int, aggregate: str | None) -> Node:
    return Node(
        name, parent, depth, None, Text(id=name, en=name), None, aggregate is None, 1.0, "active", True,
        aggregate=aggregate or "arithmetic", normalise=Normalisation(range=(1.0, 100.0)),
    )  # fmt: skip


def main() -> None:
    """Measure and print."""
    source = np.random.default_rng(1)
    values = source.random((REGIONS, INDICATORS))
    weights = source.random((DRAWS, INDICATORS))
    bare = seconds(lambda: weights @ values.T)
    print(f"bare product {DRAWS} x {INDICATORS} by {INDICATORS} x {REGIONS}: {1000 * bare:.0f} ms CPU")
    for name, means, choices in (
        ("one mean at all levels", ("arithmetic",) * 3, CHOICES),
        ("three means mixed", ("arithmetic", "geometric", "harmonic"), MIXED),
    ):
        spent = seconds(lambda means=means, choices=choices: job(tree(means), values, choices))
        print(f"{DRAWS} draws, {name}: {1000 * spent:.0f} ms CPU, {spent / bare:.1f} x the product")
    print(f"the same means by pandas: {_scaled(lambda: by_pandas(values, weights[:FEW])) / bare:.0f} x the product")
    if find_spec("pymcdm"):
        print(f"the same by pymcdm: {_scaled(lambda: by_pymcdm(values, weights[:FEW])) / bare:.0f} x the product")
    else:
        print("pymcdm is not installed (pip install pymcdm): left out")
    results = open_results()
    start = time.perf_counter()
    robustness(results, results.opening_year).bands.table()
    print(f"default run on the shipped framework, 1,000 draws with errors: {time.perf_counter() - start:.2f} s")


def job(nodes: tuple[Node, ...], values: np.ndarray, choices: dict[str, tuple[Alternative, ...]]) -> None:
    """Draws, scores, ranks and bands."""
    varied = Assumptions(weights=0.25, choices=choices)
    still = np.zeros((1, REGIONS), dtype=np.int64)
    columns = {f"i{i}": Column(values[None, :, i], still, still, still) for i in range(INDICATORS)}
    cells = Cells(tuple(map(str, range(REGIONS))), ("kota",) * REGIONS, (2023,), 0, columns, {})
    variants = {places: settled(nodes, chosen) for places, chosen in varied.combinations()}
    scores = score_draws(draw_parameters(varied, nodes, DRAWS, 1), variants, cells, None)
    found = ranks(scores)
    summary_of_ranks(found, (0.05, 0.5, 0.95))
    quantiles(scores, (0.05, 0.95))


def by_pandas(values: np.ndarray, weights: np.ndarray) -> None:
    """One weighted mean and its ranks a draw, as one would write it in a notebook."""
    table = pd.DataFrame(values)
    for row in weights:
        (table * row).sum(axis=1).div(row.sum()).rank(ascending=False, method="min")


def by_pymcdm(values: np.ndarray, weights: np.ndarray) -> None:
    """The weighted sum of pymcdm, draw by draw."""
    methods: Any = __import__("pymcdm.methods", fromlist=["WSM"])
    method, kinds = methods.WSM(), np.ones(values.shape[1])
    for row in weights:
        method.rank(method(values, row / row.sum(), kinds))


def _scaled(work: Callable[[], object]) -> float:
    return seconds(work, runs=3) * DRAWS / FEW


if __name__ == "__main__":
    main()
