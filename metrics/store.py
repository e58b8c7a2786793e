"""Scored results kept by version: `cache/<data>-<framework>.duckdb`, written beside and renamed into place."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from metrics.chain import run_chain
from metrics.columns import make_table
from metrics.dataset import data_version, load_dataset
from metrics.documents import doubts
from metrics.fit import scored_years
from metrics.framework_file import FrameworkFile, read_framework
from metrics.problems import InputProblems, Problem
from metrics.shipped import cache_folder, own_folder
from metrics.suspicion import suspicions


@dataclass(frozen=True)
class Stored:
    """A results file that is complete, with the framework it was scored by."""

    path: Path
    framework: FrameworkFile
    data: Path
    data_version: str


def open_store(data: Path, framework: Path) -> Stored:
    """The results of a dataset folder under a framework file, computed when they are not there yet.

    Raises InputProblems with everything that is wrong in either; then nothing is written.
    """
    file, version = _read_both(data, framework)
    name = f"{version}-{file.version}.duckdb"
    for find_folder in (cache_folder, own_folder):
        folder = find_folder()
        path = folder / name
        if _complete(path):
            return Stored(path, file, data, version)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fresh = folder / f".{name}.{uuid.uuid4().hex}"
            fresh.touch()
            fresh.unlink()
        except OSError:  # a read-only installation: the results live as long as this process
            continue
        _compute(fresh, data, file, version)
        os.replace(fresh, path)
        return Stored(path, file, data, version)
    raise InputProblems([Problem("cache-unwritable", str(cache_folder()))])


def _read_both(data: Path, framework: Path) -> tuple[FrameworkFile, str]:
    """Framework and data version; a broken framework does not hide what is wrong with the dataset."""
    try:
        file = read_framework(framework)
    except InputProblems as error:
        found = list(error.problems)
        with duckdb.connect() as connection:
            try:
                load_dataset(connection, data)
            except InputProblems as also:
                found += also.problems
        raise InputProblems(found) from None
    return file, data_version(data) if data.is_dir() else ""


def _compute(path: Path, data: Path, file: FrameworkFile, version: str) -> None:
    """Score into a new file at `path`; on any failure the file is gone again."""
    try:
        with duckdb.connect(str(path)) as connection:
            load_dataset(connection, data)
            warnings = run_chain(connection, file, scored_years(connection, file, data))
            if data_version(data) != version:
                raise InputProblems([Problem("data-changed", str(data))])
            _keep_warnings(
                connection, [*warnings, *suspicions(connection, file.nodes, data), *doubts(connection, file, data)]
            )
            for name in ("family", "duels", "shape", "part"):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.execute("CREATE TABLE engine AS SELECT ? AS version", [engine_version()])
    except BaseException:
        for left in (path, path.with_name(path.name + ".wal")):
            left.unlink(missing_ok=True)
        raise


def _keep_warnings(connection: duckdb.DuckDBPyConnection, warnings: list[Problem]) -> None:
    """Warnings outlive the run that found them; paths are kept as they were given then."""
    rows = [(p.code, p.file, p.line, json.dumps(dict(p.details), default=str)) for p in warnings]
    columns = {"code": "VARCHAR", "file": "VARCHAR", "line": "INTEGER", "details": "VARCHAR"}
    make_table(connection, "warning", columns, rows)


@cache
def engine_version() -> str:
    """SHA-256 of the code that scores: results of other code under the same name are computed anew."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _complete(path: Path) -> bool:
    """Whether the file is of this engine and as long as it says: a copy that broke off opens all the same."""
    if not path.is_file():
        return False
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            size = "SELECT block_size * total_blocks FROM pragma_database_size()"
            ((least,),) = connection.execute(size).fetchall()
            versions = connection.execute("SELECT version FROM engine").fetchall()
    except duckdb.Error:
        return False
    return path.stat().st_size >= least and versions == [(engine_version(),)]
