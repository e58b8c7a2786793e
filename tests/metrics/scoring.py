"""The scoring chain on a few figures, in memory."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from metrics.chain import run_chain
from metrics.dataset import load_dataset
from metrics.fit import scored_years
from metrics.framework_file import read_framework
from metrics.results import Results, open_results
from tests.strategies import Case, write_case

Values = Mapping[str, Mapping[str, float | None]]  # variable -> region -> value
YEAR = 2020


def scored(folder: Path, children: dict[str, Any], values: Values, **keys: Any) -> dict[tuple[str, str], Any]:
    """(region, node) -> a row of the table score, for figures of one year."""
    data, file = write_case(folder, small_case(children, values, **keys))
    framework = read_framework(file)
    with duckdb.connect() as connection:
        load_dataset(connection, data)
        run_chain(connection, framework, scored_years(connection, framework, data))
        rows = connection.execute("SELECT * FROM score").df().astype({"region": "str", "node": "str"})
    return {(row.region, row.node): row for row in rows.itertuples()}


def opened(folder: Path, children: dict[str, Any], values: Values, **keys: Any) -> Results:
    """The results of the same, as screens and commands get them."""
    return open_results(*write_case(folder, small_case(children, values, **keys)))


def small_case(children: dict[str, Any], values: Values, **keys: Any) -> Case:
    regions = sorted({region for column in values.values() for region in column})
    figures = [(region, variable, YEAR, x) for variable, column in values.items() for region, x in column.items()]
    framework = {"id": "index", "title": "Index"} | keys | {"children": children}
    return Case(framework, [{"region": region, "name": f"Region {region}"} for region in regions], figures)


def read_rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))
