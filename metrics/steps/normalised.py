"""normalised: treated values on one scale, more is better. Direction acts here and nowhere before.

Formulae: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5.
"""

import duckdb

TURNED = """
CREATE TABLE turned AS
SELECT t.year AS year, t.region AS region, t.node AS node,
       CASE WHEN leaf.by_year THEN t.year ELSE 0 END AS pool,
       leaf.sign * CASE WHEN leaf.log THEN ln(t.value) ELSE t.value END AS value
FROM treated t JOIN leaf ON leaf.node = t.node
"""

SPREAD = """
CREATE TABLE spread AS
SELECT node, pool, CAST(count(*) AS DOUBLE) AS n, min(value) AS low, max(value) AS high, avg(value) AS mean,
       stddev_samp(value) AS sd
FROM turned GROUP BY node, pool
"""

# Only normalisers that ask for places are sorted.
PLACE = """
CREATE TABLE place AS
SELECT t.year AS year, t.region AS region, t.node AS node,
       rank() OVER (PARTITION BY t.node, t.pool ORDER BY t.value) AS place
FROM turned t JOIN leaf ON leaf.node = t.node
WHERE leaf.using IN ('rank', 'borda', 'percentile')
"""

REFERENCE = """
CREATE TABLE reference AS
SELECT t.node AS node, t.year AS year, t.value AS value
FROM turned t JOIN leaf ON leaf.node = t.node
WHERE leaf.using = 'distance_to_reference' AND t.region = leaf.reference
"""

# `share` is 0 at the worst and 1 at the best and is mapped onto the range; the others keep their units.
SHARE = """
CREATE TABLE share AS
SELECT t.year AS year, t.region AS region, t.node AS node,
       CASE leaf.using
            WHEN 'minmax' THEN CASE WHEN s.high > s.low THEN (t.value - s.low) / (s.high - s.low) END
            WHEN 'goalposts' THEN (t.value - leaf.worst) / (leaf.best - leaf.worst)
            WHEN 'distance_to_max' THEN
                 CASE WHEN s.high > s.low THEN 1 - (s.high - t.value) / (s.high - s.low) END
            WHEN 'distance_to_reference' THEN
                 CASE WHEN s.high > s.low AND r.value > s.low
                      THEN 1 - (r.value - t.value) / (r.value - s.low) END
            WHEN 'distance_to_target' THEN
                 CASE WHEN s.high > s.low THEN (t.value - s.low) / (leaf.target - s.low) END
            WHEN 'percentile' THEN CASE WHEN s.n > 1 THEN (p.place - 1) / (s.n - 1) END
            WHEN 'fraction_of_max' THEN t.value / s.high
       END AS share,
       CASE leaf.using
            WHEN 'zscore' THEN CASE WHEN s.high > s.low THEN (t.value - s.mean) / s.sd * leaf.sd + leaf.mean END
            WHEN 'rank' THEN CAST(p.place AS DOUBLE)
            WHEN 'borda' THEN CAST(p.place AS DOUBLE) - 1
       END AS own
FROM turned t
JOIN leaf ON leaf.node = t.node
JOIN spread s ON s.node = t.node AND s.pool = t.pool
LEFT JOIN place p ON p.year = t.year AND p.region = t.region AND p.node = t.node
LEFT JOIN reference r ON r.node = t.node AND r.year = t.year
"""

NORMALISED = """
CREATE TABLE normalised AS
SELECT s.year AS year, s.region AS region, s.node AS node,
       CASE WHEN s.own IS NOT NULL THEN s.own
            WHEN leaf.using = 'goalposts' AND s.share < 0 THEN leaf.low
            WHEN leaf.using IN ('goalposts', 'distance_to_reference', 'distance_to_target') AND s.share > 1
                 THEN leaf.high
            ELSE s.share * (leaf.high - leaf.low) + leaf.low END AS value
FROM share s JOIN leaf ON leaf.node = s.node
WHERE s.own IS NOT NULL OR s.share IS NOT NULL
"""


def make_normalised(connection: duckdb.DuckDBPyConnection) -> None:
    """Table normalised: year, region, node, value; no row where the indicator has no information."""
    for statement in (TURNED, SPREAD, PLACE, REFERENCE, SHARE, NORMALISED):
        connection.execute(statement)
