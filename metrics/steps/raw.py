"""raw: for each scored year, region and leaf the newest figure within reach."""

import duckdb

# A figure of the very year needs no search; only where it is missing is an older one looked for.
RAW = """
CREATE TABLE raw AS
SELECT r.year AS year, f.region AS region, r.node AS node, f.value AS value, f.year AS figure_year
FROM reach r JOIN figure f ON f.variable = r.variable AND f.year = r.year
UNION ALL
SELECT older.year AS year, older.region AS region, older.node AS node, older.value AS value,
       older.figure_year AS figure_year
FROM (
    SELECT r.year AS year, f.region AS region, r.node AS node, f.value AS value, f.year AS figure_year,
           row_number() OVER (PARTITION BY r.year, r.node, f.region ORDER BY f.year DESC) AS age
    FROM reach r JOIN figure f ON f.variable = r.variable AND f.year >= r.earliest AND f.year <= r.year
    WHERE r.earliest < r.year
) older
WHERE older.age = 1 AND older.figure_year < older.year
"""


def make_raw(connection: duckdb.DuckDBPyConnection) -> None:
    """Table raw: year, region, node, value in natural units, figure_year (older than year: carried)."""
    connection.execute(RAW)
