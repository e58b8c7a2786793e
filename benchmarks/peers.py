"""The peers of all regions at once, over the bare distances: `python -m benchmarks.peers`.

Bare: every two of as many points with as many coordinates, by NumPy's broadcasting, and by SciPy's `pdist`, which
counts each pair once. Best CPU milliseconds of many turns, each kind of work once a turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from scipy.spatial.distance import pdist, squareform
from threadpoolctl import threadpool_limits

from metrics.peers import distances, nearest, structure
from metrics.results import open_results

TURNS = 40


def milliseconds(work: Callable[[], object]) -> float:
    """The CPU time of one turn."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    results = open_results()
    known = structure(results, results.opening_year)
    points = np.random.default_rng(1).normal(size=(len(known.regions), len(known.traits)))
    works: dict[str, Callable[[], object]] = {
        "bare distances, NumPy": lambda: np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=-1)),
        "bare distances, SciPy": lambda: squareform(pdist(points)),
        "distances in structure": lambda: distances(known),
        "peers of all": lambda: nearest(distances(known)),
        "reading the structure": lambda: structure(results, results.opening_year),
    }
    with threadpool_limits(1):
        turns = [{name: milliseconds(work) for name, work in works.items()} for _ in range(TURNS)]
    best = {name: min(turn[name] for turn in turns) for name in works}
    print(f"{len(points)} regions, {points.shape[1]} traits")
    for name, spent in best.items():
        over = spent / best["bare distances, NumPy"]
        print(f"{name}: {spent:.1f} ms, {over:.2f} times the bare distances")


if __name__ == "__main__":
    main()
