"""What scoring costs, as multiples of bare scans of the same table: `python -m benchmarks.chain`.

Times are CPU seconds of this process over all threads, because the machine is shared; the best of
several runs for the scans, one run for the chain. Two scans are the yardsticks: totals by variable
(the cheapest question one can ask) and totals by region and variable (the grain the chain works at).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import duckdb
import yaml

from metrics import chain, shipped
from metrics.dataset import load_dataset
from metrics.fit import scored_years
from metrics.framework_file import FrameworkFile, read_framework

TIMED = ("write_plan", "make_raw", "make_denominated", "make_imputed", "make_treated", "check_treatment",
         "check_before_normalising", "make_normalised", "make_scores", "make_ranks", "chain_warnings")  # fmt: skip

SCANS = {
    "GROUP BY variable": "SELECT variable, sum(value) AS total FROM figure GROUP BY variable",
    "GROUP BY region, variable": """
        CREATE OR REPLACE TEMP TABLE total AS
        SELECT region, variable, sum(value) AS total FROM figure GROUP BY region, variable
    """,
}


def cpu(work: Callable[[], object], runs: int = 1) -> float:
    """The least CPU seconds of so many runs."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


@contextmanager
def shares() -> Iterator[dict[str, float]]:
    """CPU seconds of each step of the chain while it runs."""
    spent: dict[str, float] = {}

    def timed(name: str, step: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            start = time.process_time()
            result = step(*arguments)
            spent[name] = time.process_time() - start
            return result

        return run

    patches = [patch.object(chain, name, timed(name, getattr(chain, name))) for name in TIMED]
    for one in patches:
        one.start()
    try:
        yield spent
    finally:
        for one in patches:
            one.stop()


def report(title: str, connection: duckdb.DuckDBPyConnection, file: FrameworkFile, years: list[int]) -> None:
    """Print the chain's cost over each scan, and the share of each step."""
    scans = {name: cpu(lambda sql=sql: connection.execute(sql).fetchall(), 10) for name, sql in SCANS.items()}
    with shares() as spent:
        total = cpu(lambda: chain.run_chain(connection, file, years))
    rows = connection.execute("SELECT count(*) FROM figure").fetchall()[0][0]
    print(f"\n{title}: {rows:,} figures, chain {total:.2f} s CPU")
    for name, seconds in scans.items():
        print(f"  {total / seconds:6.1f} times SUM(value) {name} ({seconds * 1000:.1f} ms)")
    for name, seconds in spent.items():
        print(f"  {seconds / total:6.1%} {name}")


def benchmark_shipped() -> None:
    """The shipped data under the shipped framework, all years."""
    with duckdb.connect() as connection:
        load_dataset(connection, shipped.DATA)
        file = read_framework(shipped.FRAMEWORK)
        report("shipped data", connection, file, scored_years(connection, file, shipped.DATA))


def benchmark_villages(years: int, regions: int = 83_000, indicators: int = 60) -> None:
    """As many regions as Indonesia has villages: random figures of so many years, the last of them scored.

    5 per cent of the figures are missing.

    Medians by province for missing figures, winsorising, min-max, three levels with three means.
    """
    means = ("arithmetic", "geometric", "harmonic")
    tree: dict[str, object] = {
        f"d{d}": {
            "aggregate": means[d % 3],
            "children": {
                f"s{d}{s}": {
                    "aggregate": means[(d + s) % 3],
                    "children": {f"i{10 * d + 5 * s + k:02d}": {} for k in range(5)},
                }
                for s in range(2)
            },
        }
        for d in range(indicators // 10)
    }
    method = {
        "impute": {"using": "median", "by": "province"},
        "treat": {"winsorise": 5},
        "normalise": {"using": "minmax", "range": [1, 100]},
    }
    with duckdb.connect() as connection, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "framework.yaml"
        path.write_text(yaml.safe_dump({"id": "root", "title": "root", "method": method, "children": tree}))
        connection.execute("SELECT setseed(0.5)").fetchall()
        connection.execute(f"CREATE TYPE region_code AS ENUM (SELECT 'v' || r FROM range({regions}) t(r))")
        connection.execute(
            f"""
            CREATE TABLE region AS
            SELECT r AS ordinal, CAST('v' || r AS region_code) AS region FROM range({regions}) t(r)
            """
        )
        connection.execute(
            """
            CREATE TABLE attribute AS
            SELECT region, 'province' AS attribute, 'p' || (ordinal % 38) AS value FROM region
            """
        )
        connection.execute(
            f"""
            CREATE TABLE figure AS
            SELECT region, 'i' || lpad(CAST(k AS VARCHAR), 2, '0') AS variable, CAST(2023 - y AS INTEGER) AS year,
                   exp(random() * 2) AS value
            FROM region CROSS JOIN range({indicators}) t(k) CROSS JOIN range({years}) u(y) WHERE random() > 0.05
            """
        )
        title = f"{regions:,} regions x {indicators} indicators, 1 year scored of {years}"
        report(title, connection, read_framework(path), [2023])


def benchmark_command() -> None:
    """`teladan score` as a process, from nothing, over a process that only imports its libraries."""

    def wall(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        return time.perf_counter() - start

    imports = min(wall("-c", "import duckdb, pandas, pydantic, click") for _ in range(5))
    with tempfile.TemporaryDirectory() as folder, patch.dict("os.environ", {"TELADAN_CACHE": folder}):
        scored = wall("-m", "metrics", "score", "--out", f"{folder}/score.csv")
        again = wall("-m", "metrics", "score", "--out", f"{folder}/score.csv")
    print(f"\nteladan score: {scored / imports:.1f} times the bare imports ({imports:.2f} s wall)")
    print(f"  {again / imports:6.1f} times when the results are kept already")


if __name__ == "__main__":
    benchmark_shipped()
    benchmark_villages(years=1)
    benchmark_villages(years=10)
    benchmark_command()
