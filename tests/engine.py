"""The doors through which tests call the engine: its chain in memory, and its command line in this process."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
from click.testing import CliRunner

from tests.oracle import STEPS, Key, Tables

RESULTS = ("score", "rank", "coverage", "maturity")
READ_AS: dict[str, Callable[[str], Any]] = {"score": float, "rank": int, "coverage": float, "maturity": str}


def engine_tables(folder: Path, framework_file: Path, *, backwards: bool = False) -> Tables:
    """What the chain computes, in the form of `oracle.score`; `backwards` from figures stored last row first."""
    from metrics.chain import run_chain
    from metrics.dataset import load_dataset
    from metrics.fit import scored_years
    from metrics.framework_file import read_framework

    framework = read_framework(framework_file)
    with duckdb.connect() as connection:
        load_dataset(connection, folder)
        if backwards:
            connection.execute("CREATE OR REPLACE TABLE figure AS SELECT * FROM figure ORDER BY rowid DESC")
        run_chain(connection, framework, scored_years(connection, framework, folder))
        tables = {step: read_table(connection, step, "value", "value IS NOT NULL") for step in STEPS}
        for column in RESULTS:  # only the root has a level
            tables[column] = read_table(connection, "score", column, "level = 0" if column == "maturity" else "TRUE")
    return tables


def read_table(connection: duckdb.DuckDBPyConnection, table: str, column: str, which: str) -> dict[Key, Any]:
    rows = connection.execute(f"SELECT year, region, node, {column} FROM {table} WHERE {which}").fetchall()
    return {(year, region, node): value for year, region, node, value in rows}


def written_tables(folder: Path, framework_file: Path) -> Tables:
    """What `teladan score` writes, in the form of `oracle.score`; an AssertionError shows its complaint."""
    from metrics.cli import main

    with tempfile.TemporaryDirectory() as name:
        written = Path(name)
        options = ["--data", folder, "--framework", framework_file]
        options += ["--out", written / "score.csv", "--steps", written / "steps"]
        runner = CliRunner(env={"TELADAN_CACHE": str(written / "cache")})  # nothing stays in the checkout
        result = runner.invoke(main, ["score", *map(str, options)], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        tables: Tables = {step: read_step(written / "steps" / f"{step}.csv") for step in STEPS}
        return tables | read_scores(written / "score.csv")


def read_step(file: Path) -> dict[Key, float]:
    with file.open(encoding="utf-8", newline="") as text:
        return {key_of(row): float(row["value"]) for row in csv.DictReader(text)}


def read_scores(file: Path) -> Tables:
    """The columns of the score file as tables; `maturity` keeps the rows of the root alone."""
    tables: Tables = {column: {} for column in READ_AS}
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            for column, read in READ_AS.items():
                tables[column][key_of(row)] = read(row[column]) if row[column] else None
            if row["level"] != "0":
                assert tables["maturity"].pop(key_of(row)) is None, f"maturity below the root: {row}"
    return tables


def key_of(row: dict[str, str]) -> Key:
    return int(row["year"]), row["region"], row["node"]
