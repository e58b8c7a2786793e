"""ranks: the published result: every region and node of every scored year, ranked, with its level."""

from __future__ import annotations

import duckdb

from metrics.columns import registered
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

# Scores are rounded before they are ranked: their last digits are the arithmetic's, and equal scores share a rank.
SCORE = """
CREATE TABLE score AS
SELECT y.year AS year, r.region AS region, n.node AS node, n.depth AS level, p.score AS score, p.rank AS rank,
       coalesce(p.coverage, 0) AS coverage,
       CASE WHEN n.depth > 0 OR NOT ? THEN NULL
            WHEN p.reached IS NULL THEN 'x' ELSE CAST(p.reached AS VARCHAR) END AS maturity
FROM scored_year y
CROSS JOIN region r
CROSS JOIN (SELECT node, depth FROM node WHERE status <> 'wanted') n
LEFT JOIN (
    SELECT c.year AS year, c.region AS region, c.node AS node, c.score AS score, c.coverage AS coverage,
           c.reached AS reached,
           CASE WHEN c.placed THEN
                rank() OVER (PARTITION BY c.year, c.node, c.placed ORDER BY c.rounded DESC) END AS rank
    FROM (
        SELECT s.year AS year, s.region AS region, s.node AS node, s.score AS score, s.coverage AS coverage,
               round(s.score, 9) AS rounded, l.level AS reached,
               s.score IS NOT NULL AND (n.depth > 0 OR l.level IS NOT NULL OR NOT ?) AS placed
        FROM scored s
        JOIN node n ON n.node = s.node
        LEFT JOIN reached l ON n.depth = 0 AND l.year = s.year AND l.region = s.region
    ) c
) p ON p.year = y.year AND p.region = r.region AND p.node = n.node
"""

RANKED = """
CREATE TABLE ranked AS
SELECT year, node, count(rank) AS ranked FROM score GROUP BY year, node
"""


def make_ranks(connection: duckdb.DuckDBPyConnection, maturity: Maturity | None) -> None:
    """Table score: year, region, node, level (depth), score, rank, coverage, maturity.

    Table ranked: how many regions are ranked, by year and node. On root rows `maturity` is 1-based, `x`
    where the region cannot be assessed, and then it is not ranked; elsewhere it is missing.
    """
    cuts = [] if maturity is None else [level.from_ for level in maturity.levels]
    with registered(connection, "cuts", {"cut": cuts}):
        connection.execute("CREATE TABLE level_cut AS SELECT CAST(cut AS DOUBLE) AS cut FROM cuts")
    connection.execute(REACHED, [0.0 if maturity is None else maturity.minimum_coverage])
    connection.execute(SCORE, [maturity is not None] * 2)
    connection.execute(RANKED)
