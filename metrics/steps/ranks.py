"""ranks: the published result: every region and node of every scored year, ranked, with its level."""

from __future__ import annotations

import duckdb
import pandas as pd

from metrics.framework import Maturity

# Level 1 lies below the first cut-off too.
REACHED = """
CREATE TABLE reached AS
SELECT s.year AS year, s.region AS region,
       CASE WHEN count(c.cut) = 0 THEN 1 ELSE count(c.cut) END AS level
FROM scored s
JOIN node n ON n.node = s.node AND n.depth = 0
LEFT JOIN level_cut c ON round(s.score, 9) >= c.cut
WHERE s.score IS NOT NULL AND s.coverage >= ? - 1e-9
GROUP BY s.year, s.region
"""

# Scores are rounded before they are ranked: their last digits depend on the order of summation.
SCORE = """
CREATE TABLE score AS
SELECT c.year AS year, c.region AS region, c.node AS node, c.level AS level, c.score AS score,
       CASE WHEN c.placed THEN rank() OVER (PARTITION BY c.year, c.node, c.placed ORDER BY c.rounded DESC) END AS rank,
       CASE WHEN c.placed THEN count(*) OVER (PARTITION BY c.year, c.node, c.placed) END AS ranked,
       c.coverage AS coverage, c.maturity AS maturity
FROM (
    SELECT y.year AS year, r.region AS region, n.node AS node, n.depth AS level, s.score AS score,
           round(s.score, 9) AS rounded, coalesce(s.coverage, 0) AS coverage,
           CASE WHEN n.depth > 0 OR NOT ? THEN NULL
                WHEN l.level IS NULL THEN 'x' ELSE CAST(l.level AS VARCHAR) END AS maturity,
           s.score IS NOT NULL AND (n.depth > 0 OR NOT ? OR l.level IS NOT NULL) AS placed
    FROM scored_year y
    CROSS JOIN region r
    CROSS JOIN (SELECT node, depth FROM node WHERE status <> 'wanted') n
    LEFT JOIN scored s ON s.year = y.year AND s.region = r.region AND s.node = n.node
    LEFT JOIN reached l ON n.depth = 0 AND l.year = y.year AND l.region = r.region
) c
"""


def make_ranks(connection: duckdb.DuckDBPyConnection, maturity: Maturity | None) -> None:
    """Table score: year, region, node, level (depth), score, rank, ranked, coverage, maturity.

    `ranked` is the number of regions ranked at that node. On root rows `maturity` is 1-based, `x`
    where the region cannot be assessed, and then it is not ranked; elsewhere it is missing.
    """
    cuts = [] if maturity is None else [level.from_ for level in maturity.levels]
    connection.register("cuts", pd.DataFrame({"cut": pd.Series(cuts, dtype="float64")}))
    connection.execute("CREATE TABLE level_cut AS SELECT cut FROM cuts")
    connection.unregister("cuts")
    connection.execute(REACHED, [0.0 if maturity is None else maturity.minimum_coverage])
    connection.execute(SCORE, [maturity is not None] * 2)
