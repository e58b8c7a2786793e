"""imputed: cells without a value filled with the mean or median of their year, and marked."""

import duckdb

# `part` is the value of the attribute `by` within which the mean is taken; one part for all without it.
PART = """
CREATE TABLE part AS
SELECT '' AS impute_by, r.region AS region, '' AS part FROM region r
UNION ALL
SELECT a.attribute AS impute_by, a.region AS region, a.value AS part
FROM attribute a
WHERE a.attribute IN (SELECT impute_by FROM leaf WHERE impute_by <> '')
"""

# A mean adds from the least to the greatest: in the order of a join its last digits would change from run to run.
CENTRE = """
CREATE TABLE centre AS
SELECT d.year AS year, d.node AS node, p.part AS part,
       CASE WHEN max(leaf.impute) = 'mean' THEN avg(d.value ORDER BY d.value) FILTER (WHERE leaf.impute = 'mean')
            ELSE median(CASE WHEN leaf.impute = 'median' THEN d.value END) END AS value
FROM denominated d
JOIN leaf ON leaf.node = d.node
JOIN part p ON p.impute_by = leaf.impute_by AND p.region = d.region
WHERE leaf.impute IS NOT NULL
GROUP BY d.year, d.node, p.part
"""

IMPUTED = """
CREATE TABLE imputed AS
SELECT d.year AS year, d.region AS region, d.node AS node, d.value AS value,
       CASE WHEN d.figure_year < d.year THEN 'carried' ELSE 'figure' END AS origin,
       d.figure_year AS figure_year
FROM denominated d
UNION ALL
SELECT c.year AS year, p.region AS region, c.node AS node, c.value AS value,
       'imputed' AS origin, NULL AS figure_year
FROM centre c
JOIN leaf ON leaf.node = c.node
JOIN part p ON p.impute_by = leaf.impute_by AND p.part = c.part
LEFT JOIN denominated d ON d.year = c.year AND d.region = p.region AND d.node = c.node
WHERE d.node IS NULL
"""


def make_imputed(connection: duckdb.DuckDBPyConnection) -> None:
    """Table imputed: year, region, node, value, origin (figure, carried, imputed), figure_year."""
    connection.execute(PART)
    connection.execute(CENTRE)
    connection.execute(IMPUTED)
