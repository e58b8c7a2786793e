"""Small examples for the method's rules, each for the engine and for the reference implementation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.engine import engine_tables
from tests.oracle import Figure, Tables, score
from tests.strategies import Case, write_case

Solve = Callable[..., Tables]
Values = dict[str, dict[str, float | None]]  # variable -> region -> value

YEAR = 2020
SOLVERS = ("engine", "oracle")


def solve_with(
    solver: str,
    folder: Path,
    children: dict[str, Any],
    values: Values,
    *,
    regions: dict[str, dict[str, str]] | None = None,
    more: Sequence[Figure] = (),
    **keys: Any,
) -> Tables:
    """Score the values of one year, and `more` figures; `keys` are further keys of the framework."""
    names = sorted({region for column in values.values() for region in column})
    described = [{"region": name, "name": name} | (regions or {}).get(name, {}) for name in names]
    figures: list[Figure] = [
        (region, variable, YEAR, x) for variable, column in values.items() for region, x in column.items()
    ]
    framework = {"id": "index", "title": "Index", "version": "1.0"} | keys | {"children": titled(children)}
    case = Case(framework, described, [*figures, *more])
    return score(*case) if solver == "oracle" else engine_tables(*write_case(folder, case))


def titled(children: dict[str, Any]) -> dict[str, Any]:
    below = {name: titled(child["children"]) for name, child in children.items() if "children" in child}
    return {
        name: {"title": name} | child | ({"children": below[name]} if name in below else {})
        for name, child in children.items()
    }


def column(tables: Tables, table: str, node: str, year: int = YEAR) -> dict[str, Any]:
    """Region -> value of one node in one year, without the missing ones."""
    found = {region: value for (y, region, n), value in tables[table].items() if (y, n) == (year, node)}
    return {region: value for region, value in found.items() if value is not None}


def close(expected: dict[str, float]) -> Any:
    return pytest.approx(expected, rel=1e-12, abs=1e-12)
