"""The way up on 200 random regions and targets: what it takes, and whether trying everything finds anything smaller.

Brute force tries every combination of values of up to three indicators, by formulae of its own (tests/metrics).
"""

from __future__ import annotations

import math
from collections import Counter
from time import process_time

import numpy as np

from metrics.limits import limits
from metrics.results import open_results
from metrics.simulation import simulator
from metrics.way_up import ways_up
from metrics.way_up_levers import levers, on_steps
from tests.metrics.test_way_up import YEARS, brute_force, pairs

PAIRS, SEED, MOST = 200, 2026, 3


def main() -> None:
    """Measure, and print what was found."""
    results = open_results()
    ready = simulator(results, results.opening_year)
    sizes: Counter[str] = Counter()
    seconds, smaller = [], []
    for region, target, peers in pairs(results, PAIRS, SEED):
        within = limits(results, results.opening_year, region, peers)
        start = process_time()
        found = ways_up(ready, region, target, within, YEARS)
        seconds.append(process_time() - start)
        moved, _ = levers(ready, region, within, YEARS)
        tried = brute_force(results, on_steps(moved), target - ready.published(region).score, MOST) or (
            math.inf,
            math.inf,
        )
        ours = (len(found.ways[0].steps), found.ways[0].share) if found.ways else (math.inf, math.inf)
        if tried[0] < ours[0] or (tried[0] == ours[0] and tried[1] < ours[1] - 1e-6):
            smaller.append((region, target, tried, ours))
        if any(round(way.rescored.score, 9) < target for way in found.ways):
            smaller.append((region, target, "missed", ours))
        sizes[str(ours[0]) if found.ways else "not reachable"] += 1
    print(f"{PAIRS} pairs; indicators in the smallest way: {dict(sorted(sizes.items()))}")
    print(
        f"a search with its alternatives: median {1000 * np.median(seconds):.0f} ms, most {1000 * max(seconds):.0f} ms"
    )
    print(f"smaller ones found by trying everything up to {MOST} indicators: {len(smaller)} {smaller}")


if __name__ == "__main__":
    main()
