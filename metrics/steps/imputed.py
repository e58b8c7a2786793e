"""imputed: cells without a value filled with the mean or median of their year, and marked."""

import duckdb

# `part` is the attribute's value within which the mean is taken; one part for all without `by`.
PART = """
CREATE TABLE part AS
SELECT leaf.node AS node, r.region AS region, '' AS part
FROM leaf, region r WHERE leaf.impute IS NOT NULL AND leaf.impute_by IS NULL
UNION ALL
SELECT leaf.node AS node, a.region AS region, a.value AS part
FROM leaf JOIN attribute a ON a.attribute = leaf.impute_by
WHERE leaf.impute IS NOT NULL
"""

CENTRE = """
CREATE TABLE centre AS
SELECT d.year AS year, d.node AS node, p.part AS part, avg(d.value) AS mean, median(d.value) AS median
FROM denominated d JOIN part p ON p.node = d.node AND p.region = d.region
GROUP BY d.year, d.node, p.part
"""

IMPUTED = """
CREATE TABLE imputed AS
SELECT d.year AS year, d.region AS region, d.node AS node, d.value AS value,
       CASE WHEN d.figure_year < d.year THEN 'carried' ELSE 'figure' END AS origin,
       d.figure_year AS figure_year
FROM denominated d
UNION ALL
SELECT c.year AS year, p.region AS region, c.node AS node,
       CASE WHEN leaf.impute = 'mean' THEN c.mean ELSE c.median END AS value,
       'imputed' AS origin, NULL AS figure_year
FROM centre c
JOIN part p ON p.node = c.node AND p.part = c.part
JOIN leaf ON leaf.node = c.node
LEFT JOIN denominated d ON d.year = c.year AND d.region = p.region AND d.node = c.node
WHERE d.node IS NULL
"""


def make_imputed(connection: duckdb.DuckDBPyConnection) -> None:
    """Table imputed: year, region, node, value, origin (figure, carried, imputed), figure_year."""
    connection.execute(PART)
    connection.execute(CENTRE)
    connection.execute(IMPUTED)
