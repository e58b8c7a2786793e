"""scores: indicators aggregated upward, one level of the tree after the other, with their coverage.

Formulae: OECD/JRC Handbook (2008), step 7; Mazziotta and Pareto (2016) for `mazziotta_pareto`;
Copeland (1951) for `copeland`. The same formulae stand in `metrics.aggregate` for single trees.
"""

import duckdb

# An indicator covers a region in a year when it has a figure of that very year.
LEAVES = """
CREATE TABLE scored AS
SELECT n.year AS year, n.region AS region, n.node AS node, n.value AS score,
       CAST(CASE WHEN n.origin = 'figure' THEN 1 ELSE 0 END AS DOUBLE) AS coverage
FROM normalised n
"""

# Children that have no score still hand up their coverage. Those that have one stand in the order of the
# framework, because the last digits of a sum depend on its order, and a join hands rows over in any.
FAMILY = """
CREATE OR REPLACE TABLE family AS
SELECT year, region, parent, covered,
       [member.weight FOR member IN members] AS weights, [member.score FOR member IN members] AS scores
FROM (
    SELECT s.year AS year, s.region AS region, b.parent AS parent, sum(b.weight * s.coverage) AS covered,
           list_sort(list({'child': s.node, 'weight': b.weight, 'score': s.score})
                     FILTER (WHERE s.score IS NOT NULL)) AS members
    FROM scored s JOIN branch b ON b.child = s.node
    WHERE b.depth = ?
    GROUP BY s.year, s.region, b.parent
)
"""

NO_DUELS = """
CREATE TABLE duels AS
SELECT year AS year, region AS region, node AS parent, score AS score FROM scored WHERE FALSE
"""

# o_ij weighs the children both regions have: won and lost are compared as whole numbers, so that
# "exactly one half" is exact whatever the weights look like as floating-point numbers.
DUELS = """
CREATE OR REPLACE TABLE duels AS
WITH contender AS (
    SELECT s.year AS year, s.region AS region, b.parent AS parent, s.node AS child, b.exact AS weight,
           round(s.score, 9) AS score
    FROM scored s JOIN branch b ON b.child = s.node
    WHERE b.depth = ? AND b.aggregate = 'copeland' AND s.score IS NOT NULL
),
balance AS (
    SELECT one.year AS year, one.parent AS parent, one.region AS region, other.region AS opponent,
           sum(CASE WHEN one.score > other.score THEN one.weight
                    WHEN one.score < other.score THEN -one.weight ELSE 0 END) AS net
    FROM contender one
    JOIN contender other ON other.year = one.year AND other.child = one.child
    GROUP BY one.year, one.parent, one.region, other.region
)
SELECT year, region, parent,
       CAST(sum(CASE WHEN net > 0 THEN 1 WHEN net < 0 THEN -1 ELSE 0 END) AS DOUBLE) AS score
FROM balance GROUP BY year, region, parent
"""

LEVEL = """
INSERT INTO scored
SELECT f.year AS year, f.region AS region, f.parent AS node,
       CASE WHEN list_sum(f.weights) >= b.minimum_coverage * b.total - 1e-9 * b.total THEN
            CASE b.aggregate
                 WHEN 'arithmetic' THEN list_dot_product(f.weights, f.scores) / list_sum(f.weights)
                 WHEN 'geometric' THEN
                      exp(list_dot_product(f.weights, [ln(x) FOR x IN f.scores]) / list_sum(f.weights))
                 WHEN 'harmonic' THEN
                      list_sum(f.weights) / list_dot_product(f.weights, [1 / x FOR x IN f.scores])
                 WHEN 'power' THEN
                      power(list_dot_product(f.weights, [power(x, b.p) FOR x IN f.scores]) / list_sum(f.weights),
                            1 / b.p)
                 WHEN 'minimum' THEN list_min(f.scores)
                 WHEN 'mazziotta_pareto' THEN
                      list_dot_product(f.weights, f.scores) / list_sum(f.weights)
                      - CASE WHEN list_var_samp(f.scores) > 0
                             THEN list_var_samp(f.scores)
                                  / nullif(list_dot_product(f.weights, f.scores) / list_sum(f.weights), 0)
                             ELSE 0 END
                 WHEN 'copeland' THEN d.score
            END
       END AS score,
       round(f.covered / b.total, 12) AS coverage
FROM family f
JOIN (SELECT parent, max(aggregate) AS aggregate, max(p) AS p, max(total) AS total,
             max(minimum_coverage) AS minimum_coverage
      FROM branch GROUP BY parent) b ON b.parent = f.parent
LEFT JOIN duels d ON d.year = f.year AND d.region = f.region AND d.parent = f.parent
"""

UNSUITED = """
SELECT b.parent AS node, b.aggregate AS aggregate, s.node AS child, s.region AS region, s.year AS year,
       s.score AS score
FROM scored s JOIN branch b ON b.child = s.node
WHERE b.depth = ?
  AND ((b.aggregate IN ('geometric', 'harmonic') AND s.score <= 0)
       OR (b.aggregate = 'power' AND (s.score < 0 OR (s.score = 0 AND b.p < 0))))
ORDER BY s.score, s.year, s.region, s.node
LIMIT 1
"""


def make_scores(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Table scored: year, region, node, score (may be missing), coverage; the deepest level first.

    Returns what stopped it: a child whose score its parent's mean cannot take, as (parent,
    aggregator, child, region, year, score); an empty list when every level was aggregated.
    """
    connection.execute(LEAVES)
    levels = connection.execute(
        """
        SELECT depth AS depth,
               max(CASE WHEN aggregate IN ('geometric', 'harmonic', 'power') THEN 1 ELSE 0 END) AS delicate,
               max(CASE WHEN aggregate = 'copeland' THEN 1 ELSE 0 END) AS contested
        FROM branch GROUP BY depth ORDER BY depth DESC
        """
    ).fetchall()
    connection.execute(NO_DUELS)
    for depth, delicate, contested in levels:
        if delicate and (unsuited := connection.execute(UNSUITED, [depth]).fetchall()):
            return unsuited
        connection.execute(FAMILY, [depth])
        if contested:
            connection.execute(DUELS, [depth])
        connection.execute(LEVEL)
    return []
