"""Does a framework fit a dataset? What it names must be there, and its figures within their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from metrics.documents import misfits
from metrics.framework import Framework
from metrics.framework_file import FrameworkFile
from metrics.own.form import shown_bounds
from metrics.problems import InputProblems, Problem, nearest
from metrics.tree import Node
from metrics.yaml_text import line_of


def scored_years(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, data: Path) -> list[int]:
    """The years to score, once framework and loaded dataset fit together.

    They are those of `years:`, or every year with a figure for an active leaf. Raises InputProblems
    with everything that does not fit.
    """
    variables = {v for (v,) in connection.execute("SELECT DISTINCT variable FROM figure").fetchall()}
    leaves = [node for node in file.nodes if node.is_leaf and node.status != "wanted"]
    problems = list(_missing_variables(file, leaves, variables))
    problems += _missing_attributes(connection, file, leaves)
    problems += _missing_references(connection, file, leaves)
    problems += _out_of_bounds(connection, [node for node in file.nodes if node.is_leaf], data)
    problems += _targets_out_of_bounds(connection, [node for node in file.nodes if node.is_leaf], data)
    active = [node for node in leaves if node.status == "active"]
    with_figures = _years_with_figures(connection, active)
    declared = file.framework.years
    years = with_figures if declared is None else list(range(declared[0], declared[1] + 1))
    problems += misfits(connection, file, data, years)
    if problems:
        raise InputProblems(problems)
    if declared is not None and (problems := list(_empty_years(file, file.framework, active, with_figures))):
        raise InputProblems(problems)
    return years


def _missing_variables(file: FrameworkFile, leaves: list[Node], variables: set[str]) -> Iterator[Problem]:
    for node in leaves:
        for key, variable in (("variable", node.variable), ("per", node.per)):
            if variable is None or variable in variables or (key == "variable" and node.status != "active"):
                continue
            details = {"key": node.id, "value": variable, "near": nearest(variable, variables)}
            yield Problem(f"{key}-without-figures", str(file.path), node.line, details=details)


def _missing_attributes(
    connection: duckdb.DuckDBPyConnection, file: FrameworkFile, leaves: list[Node]
) -> Iterator[Problem]:
    known = {a for (a,) in connection.execute("SELECT DISTINCT attribute FROM attribute").fetchall()}
    asked: dict[str, Node] = {}
    for node in leaves:
        if node.impute is not None and node.impute.by is not None and node.impute.by not in known:
            asked.setdefault(node.impute.by, node)
    for attribute, node in asked.items():
        details = {"key": node.id, "value": attribute, "near": nearest(attribute, known)}
        yield Problem("unknown-attribute", str(file.path), node.line, details=details)


def _missing_references(
    connection: duckdb.DuckDBPyConnection, file: FrameworkFile, leaves: list[Node]
) -> Iterator[Problem]:
    known = {region for (region,) in connection.execute("SELECT region FROM region").fetchall()}
    asked: dict[str, Node] = {}
    for node in leaves:
        reference = node.normalise.reference
        if node.normalise.using == "distance_to_reference" and reference and reference not in known:
            asked.setdefault(reference, node)
    for reference, node in asked.items():
        details = {"key": node.id, "value": reference, "near": nearest(reference, known)}
        yield Problem("unknown-reference", str(file.path), node.line, details=details)


def _out_of_bounds(connection: duckdb.DuckDBPyConnection, leaves: list[Node], data: Path) -> Iterator[Problem]:
    limits = {(node.variable, *node.bounds) for node in leaves if node.bounds is not None}
    for variable, low, high in sorted(limits):
        rows = connection.execute(
            """
            SELECT file, line, value FROM figure
            WHERE variable = ? AND (value < ? OR value > ?) ORDER BY file, line
            """,
            [variable, low, high],
        ).fetchall()
        for name, line, value in rows:
            details = {"variable": variable, "value": value, "low": low, "high": high}
            yield Problem("out-of-bounds", str(data / name), line, "value", details)


def _targets_out_of_bounds(connection: duckdb.DuckDBPyConnection, leaves: list[Node], data: Path) -> Iterator[Problem]:
    """Targets are in the units in which figures are shown, and so are the bounds that hold for them."""
    bounds = {node.id: found for node in leaves if (found := shown_bounds(node)) is not None}
    for name, line, indicator, value in connection.execute(
        "SELECT file, line, indicator, target FROM target ORDER BY file, line"
    ).fetchall():
        low, high = bounds.get(indicator, (value, value))
        if not low <= value <= high:
            details = {"variable": indicator, "value": value, "low": low, "high": high}
            yield Problem("out-of-bounds", str(data / name), line, "target", details)


def _years_with_figures(connection: duckdb.DuckDBPyConnection, active: list[Node]) -> list[int]:
    rows = connection.execute(
        "SELECT DISTINCT year FROM figure WHERE list_contains(?, variable) ORDER BY year",
        [sorted({node.variable for node in active})],
    ).fetchall()
    return [year for (year,) in rows]


def _empty_years(
    file: FrameworkFile, framework: Framework, active: list[Node], with_figures: list[int]
) -> Iterator[Problem]:
    """The first and the last year must have a figure, their own or one carried forward; gaps may stand."""
    assert framework.years is not None
    reach = max(node.carry_forward for node in active)
    for year in sorted(set(framework.years)):
        if not any(year - reach <= found <= year for found in with_figures):
            details = {"year": year, "first": with_figures[0], "last": with_figures[-1]}
            yield Problem("year-without-figures", str(file.path), line_of(file.written, ("years",)), details=details)
