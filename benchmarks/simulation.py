"""What a slider of the what-if costs the server: `python -m benchmarks.simulation`.

One region of the shipped framework scored again with one figure set, with all of them set, and with its rank band;
beside them a scoring of the whole dataset by the chain, which gives the same scores. Median CPU milliseconds.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import duckdb

from metrics import shipped
from metrics.chain import run_chain
from metrics.dataset import load_dataset
from metrics.fit import scored_years
from metrics.framework_file import read_framework
from metrics.results import open_results
from metrics.simulation import simulator

REGION = "35.15"
MOVES = 40


def milliseconds(work: Callable[[int], object], count: int) -> float:
    """The median over so many runs, each of which is told its number."""
    spent = []
    for move in range(count):
        start = time.process_time()
        work(move)
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def chain(_: int) -> None:
    """Load and score the whole dataset in memory."""
    file = read_framework(shipped.FRAMEWORK)
    with duckdb.connect() as connection:
        load_dataset(connection, shipped.DATA)
        run_chain(connection, file, scored_years(connection, file, shipped.DATA))


def main() -> None:
    """Measure and print."""
    results = open_results()
    ready = simulator(results, results.opening_year)
    today = dict(ready.current(REGION))
    ready.band(REGION, {})  # the draws of a year are made once for all visitors
    one = milliseconds(lambda move: ready.rescore(REGION, {"poverty": 4 + move / 100}), MOVES)
    every = milliseconds(lambda move: ready.rescore(REGION, today | {"poverty": 4 + move / 100}), MOVES)
    band = milliseconds(lambda move: ready.band(REGION, {"poverty": 4 + move / 100}), MOVES)
    whole = milliseconds(chain, 3)
    print(f"the whole dataset by the chain          {whole:8.1f} ms")
    for name, spent in (("one figure set", one), ("every figure set", every), ("its band, one figure set", band)):
        print(f"{name:<40}{spent:8.2f} ms, {whole / spent:,.0f} times quicker")


if __name__ == "__main__":
    main()
