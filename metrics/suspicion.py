"""What `check` warns of: figures that pass every rule and still look wrong.

Totals and ranges did not catch a table whose rows had slipped; the rank correlation of neighbouring
years did. A warning is a place to look, never a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from metrics.problems import Problem, nearest
from metrics.tree import Node

FEWEST = 10  # regions that two years must share before their order is compared
CORRELATION = 0.5  # neighbouring years of a sound table agree at 0.75 and more
REPEATED = 0.95  # share of figures equal to the year before
AT_BOUND = 0.5  # share of figures at the lowest or the highest value

_PAIRS = """
SELECT now.variable AS variable, before.year AS before, now.year AS year, now.region AS region,
       before.value AS old, now.value AS new, now.file AS file
FROM figure now
JOIN figure before ON before.variable = now.variable AND before.region = now.region
     AND before.year = now.year - 1
"""

# Without so many figures in any year nothing is looked at below.
_COMPARED = f"SELECT 1 AS found FROM figure GROUP BY variable, year HAVING count(*) >= {FEWEST} LIMIT 1"

# Spearman's rank correlation: Pearson's on ranks, ties sharing the mean of their places.
_CORRELATION = f"""
SELECT r.variable AS variable, r.before AS before, r.year AS year, r.file AS file, corr(r.old, r.new) AS value
FROM (
    SELECT variable, before, year, min(file) OVER (PARTITION BY variable, year) AS file,
           rank() OVER (PARTITION BY variable, year ORDER BY old)
           + (count(*) OVER (PARTITION BY variable, year, old) - 1) / 2.0 AS old,
           rank() OVER (PARTITION BY variable, year ORDER BY new)
           + (count(*) OVER (PARTITION BY variable, year, new) - 1) / 2.0 AS new
    FROM ({_PAIRS}) pair
) r
GROUP BY r.variable, r.before, r.year, r.file
HAVING count(*) >= {FEWEST} AND corr(r.old, r.new) < {CORRELATION}
ORDER BY r.variable, r.year
"""

_REPEATED = f"""
SELECT variable, before, year, min(file) AS file,
       100.0 * sum(CASE WHEN old = new THEN 1 ELSE 0 END) / count(*) AS share
FROM ({_PAIRS}) pair
GROUP BY variable, before, year
HAVING count(*) >= {FEWEST} AND sum(CASE WHEN old = new THEN 1 ELSE 0 END) >= {REPEATED} * count(*)
ORDER BY variable, year
"""

_AT_BOUND = f"""
SELECT f.variable AS variable, f.year AS year, min(f.file) AS file, f.value AS value,
       100.0 * count(*) / max(e.n) AS share
FROM figure f
JOIN (
    SELECT variable, year, min(value) AS low, max(value) AS high, count(*) AS n FROM figure GROUP BY variable, year
) e ON e.variable = f.variable AND e.year = f.year AND (f.value = e.low OR f.value = e.high)
WHERE e.n >= {FEWEST}
GROUP BY f.variable, f.year, f.value
HAVING count(*) > {AT_BOUND} * max(e.n)
ORDER BY f.variable, f.year
"""


def suspicions(connection: duckdb.DuckDBPyConnection, nodes: Sequence[Node], data: Path) -> list[Problem]:
    """Warnings about the figures loaded from the folder `data`; a break that a leaf declares is expected."""
    compared = bool(connection.execute(_COMPARED).fetchall())
    breaks = {(node.variable, year) for node in nodes for year in node.breaks}

    def ask(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query).fetchall() if compared else []

    def about(code: str, file: str, **details: object) -> Problem:
        return Problem(code, str(data / file), details=details)

    found = [
        about("rows-slipped", file, variable=variable, before=before, year=year, value=f"{value:.2f}")
        for variable, before, year, file, value in ask(_CORRELATION)
        if (variable, year) not in breaks
    ]
    found += [
        about("column-repeated", file, variable=variable, before=before, year=year, share=f"{share:.0f}")
        for variable, before, year, file, share in ask(_REPEATED)
    ]
    found += [
        about("values-at-bound", file, variable=variable, year=year, value=value, share=f"{share:.0f}")
        for variable, year, file, value, share in ask(_AT_BOUND)
    ]
    found += [
        Problem("target-of-nothing", str(data / file), line, "indicator", {"value": indicator, "near": near})
        for indicator, file, line, near in _targets_of_nothing(connection, nodes)
    ]
    without = connection.execute("SELECT source FROM source WHERE address IS NULL ORDER BY source").fetchall()
    return found + [about("source-without-address", f"sources/{source}/source.yaml") for (source,) in without]


def _targets_of_nothing(
    connection: duckdb.DuckDBPyConnection, nodes: Sequence[Node]
) -> Iterator[tuple[str, str, int, str]]:
    """Indicator, file, line, and what may be meant, of each target that no node of the framework can show."""
    known = {node.id for node in nodes if node.is_leaf}
    rows = connection.execute("SELECT indicator, file, line FROM target ORDER BY file, line").fetchall()
    return ((name, file, line, nearest(name, known)) for name, file, line in rows if name not in known)
