"""denominated: raw figures divided by the variable `per`, times `times`."""

import duckdb

# The denominator of the figure's own year, else the newest older one within reach, never a newer one.
DENOMINATOR = """
CREATE TABLE denominator AS
SELECT newest.year AS year, newest.region AS region, newest.node AS node, newest.value AS value,
       newest.denominator_year AS denominator_year
FROM (
    SELECT raw.year AS year, raw.region AS region, raw.node AS node, f.value AS value,
           f.year AS denominator_year,
           row_number() OVER (PARTITION BY raw.year, raw.node, raw.region ORDER BY f.year DESC) AS age
    FROM raw
    JOIN leaf ON leaf.node = raw.node
    JOIN figure f ON f.variable = leaf.per AND f.region = raw.region
         AND f.year <= raw.figure_year AND f.year >= raw.figure_year - leaf.carry_forward
    WHERE leaf.per IS NOT NULL
) newest
WHERE newest.age = 1
"""

DENOMINATED = """
CREATE TABLE denominated AS
SELECT raw.year AS year, raw.region AS region, raw.node AS node, raw.value * leaf.times AS value,
       raw.figure_year AS figure_year
FROM raw JOIN leaf ON leaf.node = raw.node
WHERE leaf.per IS NULL
UNION ALL
SELECT raw.year AS year, raw.region AS region, raw.node AS node, raw.value / d.value * leaf.times AS value,
       raw.figure_year AS figure_year
FROM raw
JOIN leaf ON leaf.node = raw.node
JOIN denominator d ON d.year = raw.year AND d.region = raw.region AND d.node = raw.node
WHERE d.value > 0
"""


def make_denominated(connection: duckdb.DuckDBPyConnection) -> None:
    """Table denominated: year, region, node, value, figure_year. A denominator <= 0 gives no value."""
    connection.execute(DENOMINATOR)
    connection.execute(DENOMINATED)
