"""What a move of a slider costs the server: `python -m benchmarks.own_weights`.

The shipped framework under weights that differ from move to move: the ranking alone (score, ranks, levels), the draws
behind its bands, and all of it up to the table that the screen shows; beside them the bare matrix product of the same
weighted means, and what the map adds. Median CPU milliseconds of one thread.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

import numpy as np

from metrics.own_comparison import compared
from metrics.own_points import framework_points, weights_of
from metrics.own_weights import own_bands, own_ranking, prepare
from metrics.results import open_results
from metrics.robustness import DRAWS

MOVES = 40


def milliseconds(work: Callable[[Mapping[str, float]], object], moves: list[Mapping[str, float]]) -> float:
    """The median over the moves."""
    spent = []
    for weights in moves:
        start = time.process_time()
        work(weights)
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def main() -> None:
    """Measure and print."""
    results = open_results()
    year = results.opening_year
    start = time.perf_counter()
    prepared = prepare(results, year)
    print(f"preparing {year} once for all visitors: {time.perf_counter() - start:.2f} s")
    before = results.ranking(year)
    source = np.random.default_rng(1)
    usual = framework_points(prepared.nodes)
    points = [dict(zip(usual, source.integers(0, 101, len(usual)).tolist(), strict=True)) for _ in range(MOVES)]
    moves = [weights_of(prepared.nodes, moved) for moved in points]
    values = np.nan_to_num(np.array(list(prepared.scores.values())))
    weights = source.random((DRAWS, len(values)))

    def screen(weights: Mapping[str, float]) -> None:
        compared(own_ranking(prepared, weights, own_bands(prepared, weights)), before)

    rows = {
        "slider to new ranking": lambda weights: own_ranking(prepared, weights),
        f"{DRAWS} draws for its bands": lambda weights: own_bands(prepared, weights),
        "ranking with bands beside the framework's": screen,
        f"bare product {DRAWS} x {len(values)} by {len(values)} x {values.shape[1]}": lambda _: weights @ values,
    }
    for name, work in rows.items():
        print(f"{name}: {milliseconds(work, moves):.1f} ms CPU")


if __name__ == "__main__":
    main()
