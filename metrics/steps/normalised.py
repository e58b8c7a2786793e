"""normalised: treated values on one scale, more is better. Direction acts here and nowhere before.

Formulae: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5.
"""

import duckdb

TURNED = """
CREATE TABLE turned AS
SELECT t.year AS year, t.region AS region, t.node AS node,
       CASE WHEN leaf.by_year THEN t.year ELSE 0 END AS pool,
       leaf.sign * CASE WHEN leaf.log THEN ln(t.value) ELSE t.value END AS value, t.origin AS origin
FROM treated t JOIN leaf ON leaf.node = t.node
"""

# Means add from the least to the greatest: in the order of a join their last digits would change from run to run.
SPREAD = """
CREATE TABLE spread AS
SELECT t.node AS node, t.pool AS pool, CAST(count(*) AS DOUBLE) AS n, min(t.value) AS low, max(t.value) AS high,
       avg(t.value ORDER BY t.value) FILTER (WHERE leaf.using = 'zscore') AS mean,
       stddev_samp(t.value ORDER BY t.value) FILTER (WHERE leaf.using = 'zscore') AS sd
FROM turned t JOIN leaf ON leaf.node = t.node
GROUP BY t.node, t.pool
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

# `share` is 0 at the worst and 1 at the best and is mapped onto the range; `own` keeps its units.
NORMALISED = """
CREATE TABLE normalised AS
SELECT n.year AS year, n.region AS region, n.node AS node,
       CASE WHEN n.using IN ('zscore', 'rank', 'borda') THEN n.own
            WHEN n.using = 'goalposts' AND n.share < 0 THEN n.low
            WHEN n.using IN ('goalposts', 'distance_to_reference', 'distance_to_target') AND n.share > 1 THEN n.high
            ELSE n.share * (n.high - n.low) + n.low END AS value,
       n.origin AS origin
FROM (
    SELECT t.year AS year, t.region AS region, t.node AS node, t.origin AS origin,
           leaf.using AS using, leaf.low AS low, leaf.high AS high,
           CASE leaf.using
                WHEN 'minmax' THEN CASE WHEN s.high > s.low THEN (t.value - s.low) / (s.high - s.low) END
                WHEN 'goalposts' THEN (t.value - leaf.worst) / (leaf.best - leaf.worst)
                WHEN 'distance_to_max' THEN
                     CASE WHEN s.high > s.low THEN 1 - (s.high - t.value) / (s.high - s.low) END
                WHEN 'distance_to_reference' THEN
                     CASE WHEN s.high > s.low AND t.value > r.value THEN 1
                          WHEN s.high > s.low AND r.value > s.low
                          THEN 1 - (r.value - t.value) / (r.value - s.low) END
                WHEN 'distance_to_target' THEN
                     CASE WHEN s.high > s.low THEN (t.value - s.low) / (leaf.target - s.low) END
                WHEN 'percentile' THEN CASE WHEN s.n > 1 THEN (p.place - 1) / (s.n - 1) END
                WHEN 'fraction_of_max' THEN t.value / s.high
           END AS share,
           CASE leaf.using
                WHEN 'zscore' THEN
                     CASE WHEN s.high > s.low THEN (t.value - s.mean) / s.sd * leaf.sd + leaf.mean END
                WHEN 'rank' THEN CAST(p.place AS DOUBLE)
                WHEN 'borda' THEN CAST(p.place AS DOUBLE) - 1
           END AS own
    FROM turned t
    JOIN leaf ON leaf.node = t.node
    JOIN spread s ON s.node = t.node AND s.pool = t.pool
    LEFT JOIN place p ON p.year = t.year AND p.region = t.region AND p.node = t.node
    LEFT JOIN reference r ON r.node = t.node AND r.year = t.year
) n
"""


def make_normalised(connection: duckdb.DuckDBPyConnection) -> None:
    """Table normalised: year, region, node, value, origin; no value where the indicator has no information."""
    for statement in (TURNED, SPREAD, PLACE, REFERENCE, NORMALISED):
        connection.execute(statement)
