"""Where figures and method do not go together: errors that stop the chain, warnings that don't."""

from __future__ import annotations

import duckdb

from metrics.framework_file import FrameworkFile
from metrics.problems import InputProblems, Problem

_Row = tuple[object, ...]


def check_treatment(connection: duckdb.DuckDBPyConnection, file: FrameworkFile) -> None:
    """After a logarithm of treatment, settings in natural units no longer mean anything."""
    rows = connection.execute(
        """
        SELECT DISTINCT t.node AS node FROM treatment t JOIN leaf ON leaf.node = t.node
        WHERE t.outcome = 'log' AND leaf.using IN ('goalposts', 'distance_to_target', 'distance_to_reference')
        ORDER BY t.node
        """
    ).fetchall()
    _raise(file, "setting-after-log", [(node, {}) for (node,) in rows])


def check_before_normalising(connection: duckdb.DuckDBPyConnection, file: FrameworkFile) -> None:
    """The logarithm needs values above 0, and ranges need an end that lies above their start."""
    rows = connection.execute(
        """
        SELECT t.node AS node, t.region AS region, t.year AS year, t.value AS value FROM (
            SELECT t.node AS node, t.region AS region, t.year AS year, t.value AS value,
                   row_number() OVER (PARTITION BY t.node ORDER BY t.value, t.year, t.region) AS place
            FROM treated t JOIN leaf ON leaf.node = t.node
            WHERE leaf.log AND t.value <= 0
        ) t WHERE t.place = 1 ORDER BY t.node
        """
    ).fetchall()
    _raise(file, "log-not-positive", [(n, {"region": r, "year": y, "value": v}) for n, r, y, v in rows])
    ends = connection.execute(
        """
        SELECT e.node AS node, e.using AS using, max(e.bad) AS bad FROM (
            SELECT t.node AS node, leaf.using AS using,
                   CASE WHEN leaf.using = 'fraction_of_max' AND max(t.value) <= 0 THEN 1
                        WHEN leaf.using = 'distance_to_target'
                             AND max(leaf.target)
                                 <= min(leaf.sign * CASE WHEN leaf.log THEN ln(t.value) ELSE t.value END)
                        THEN 1 ELSE 0 END AS bad
            FROM treated t JOIN leaf ON leaf.node = t.node
            WHERE leaf.using IN ('fraction_of_max', 'distance_to_target')
            GROUP BY t.node, leaf.using, CASE WHEN leaf.by_year THEN t.year ELSE 0 END
        ) e GROUP BY e.node, e.using HAVING max(e.bad) = 1 ORDER BY e.node
        """
    ).fetchall()
    _raise(file, "max-not-positive", [(node, {}) for node, using, _ in ends if using == "fraction_of_max"])
    _raise(file, "target-not-better", [(node, {}) for node, using, _ in ends if using == "distance_to_target"])


def check_scores(file: FrameworkFile, unsuited: list[_Row]) -> None:
    """The geometric, harmonic and power means take no child at or below zero."""
    for parent, aggregate, child, region, year, score in unsuited:
        details = {"aggregate": aggregate, "child": child, "region": region, "year": year, "value": score}
        _raise(file, "mean-not-positive", [(parent, details)])


def _raise(file: FrameworkFile, code: str, found: list[tuple[object, dict[str, object]]]) -> None:
    if found:
        raise InputProblems([_about(file, code, str(node), details) for node, details in found])


def _about(file: FrameworkFile, code: str, node: str, details: dict[str, object]) -> Problem:
    line = next(n.line for n in file.nodes if n.id == node)
    return Problem(code, str(file.path), line, details={"key": node} | details)


def chain_warnings(connection: duckdb.DuckDBPyConnection, file: FrameworkFile) -> list[Problem]:
    """What was left out on the way: bad denominators, indicators and references without information."""
    denominators = connection.execute(
        """
        SELECT d.node AS node, count(*) AS cells, min(d.year) AS year FROM denominator d
        WHERE d.value <= 0 GROUP BY d.node ORDER BY d.node
        """
    ).fetchall()
    constant = connection.execute(
        """
        SELECT s.node AS node, s.pool AS pool, leaf.using AS using FROM spread s JOIN leaf ON leaf.node = s.node
        WHERE (s.high <= s.low AND leaf.using IN
                   ('minmax', 'zscore', 'distance_to_max', 'distance_to_reference', 'distance_to_target'))
           OR (s.n < 2 AND leaf.using = 'percentile')
        ORDER BY s.node, s.pool
        """
    ).fetchall()
    references = connection.execute(
        """
        SELECT leaf.node AS node, y.year AS year FROM leaf
        CROSS JOIN scored_year y
        JOIN spread s ON s.node = leaf.node AND s.pool = CASE WHEN leaf.by_year THEN y.year ELSE 0 END
        LEFT JOIN reference r ON r.node = leaf.node AND r.year = y.year
        WHERE leaf.using = 'distance_to_reference' AND s.high > s.low AND (r.value IS NULL OR r.value <= s.low)
        ORDER BY leaf.node, y.year
        """
    ).fetchall()
    empty = connection.execute(
        """
        SELECT leaf.node AS node FROM leaf LEFT JOIN raw ON raw.node = leaf.node
        WHERE raw.node IS NULL GROUP BY leaf.node ORDER BY leaf.node
        """
    ).fetchall()
    return [
        *(_about(file, "shown-without-figures", node, {}) for (node,) in empty),
        *(_about(file, "denominator-not-positive", n, {"cells": c, "year": y}) for n, c, y in denominators),
        *(_about(file, "no-information" if p == 0 else "no-information-year", n, {"year": p}) for n, p, _ in constant),
        *(_about(file, "reference-without-information", n, {"year": y}) for n, y in references),
    ]
