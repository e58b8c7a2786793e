"""A dataset folder (contract 1) loaded into DuckDB: whole and checked, or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import duckdb
from pydantic import BaseModel

from metrics.columns import make_table, registered
from metrics.csv_text import TextTable, find_table, read_table
from metrics.dataset_rules import NUMBERS_OF_REGIONS, STAGED, dataset_problems
from metrics.descriptions import Group, GroupSource, M, Source, read_entries, read_source
from metrics.documents import read_documents
from metrics.faults import Register
from metrics.problems import InputProblems, Problem

FIGURE_COLUMNS = ("region", "variable", "year", "value")
REGION_COLUMNS = (
    "region", "name", "short_name", "kind", "province", "island", "lat", "lon", "area_km2", "population",
)  # fmt: skip
IN_BOTH_LANGUAGES = ("caveats", "note")
GROUP_COLUMNS = ("group", "region", "year", "status", "source")
TARGET_COLUMNS = ("region", "indicator", "year", "target", "source")

T = TypeVar("T")


@dataclass
class _Reading:
    """A folder being read: what was found so far, and everything that is wrong with it."""

    folder: Path
    problems: list[Problem]

    def attempt(self, read: Callable[[], T]) -> T | None:
        """The result of `read`, or None with its problems noted."""
        try:
            return read()
        except InputProblems as error:
            self.problems += error.problems
            return None


def data_version(folder: Path) -> str:
    """SHA-256 over the sorted (path, bytes) of the folder's files, each preceded by its length."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            for part in (os.fsencode(path.relative_to(folder).as_posix()), path.read_bytes()):
                digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def load_dataset(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make the tables of what `folder` holds, from region and figure to target and document.

    `figure` has region, variable, year, value, source, file (relative to the folder) and line.
    Raises InputProblems with every problem of the folder, and then no table stands.
    """
    if not folder.is_dir():
        code = "file-for-directory" if folder.exists() else "dataset-missing"
        raise InputProblems([Problem(code, str(folder))])
    reading = _Reading(folder, [])
    regions = _table(reading, folder, "regions", ("region", "name"), needed=True)
    sources = _sources(reading)
    if not sources:
        reading.problems.append(Problem("no-sources", str(folder / "sources")))
    figures = {
        name: table
        for name in sources
        if (table := _table(reading, folder / "sources" / name, "values", FIGURE_COLUMNS, needed=True))
    }
    groups = _entries(reading, Group, "groups.yaml") or {}
    group_sources = _entries(reading, GroupSource, "groups-sources.yaml")
    optional = {
        "memberships": _table(reading, folder, "groups", GROUP_COLUMNS, needed=False),
        "targets": _table(reading, folder, "targets", TARGET_COLUMNS, needed=False),
        "variables": _table(reading, folder, "variables", ("variable",), needed=False),
    }
    _stage(connection, figures, {"regions": regions, **optional})
    regions_known = regions is not None and not regions.problems and None not in regions.column("region")
    reading.problems += dataset_problems(connection, folder, regions_known, group_sources)
    documents, wrong = read_documents(folder, _register(regions if regions_known else None, optional["memberships"]))
    reading.problems += wrong
    if not reading.problems and not any(any(table.column("value")) for table in figures.values()):
        reading.problems.append(Problem("all-missing", str(folder / "sources")))
    if reading.problems:
        raise InputProblems(sorted(reading.problems, key=lambda p: (p.file, p.line or 0, p.column or "")))
    assert regions is not None
    _settle(connection, regions, sources, groups, group_sources)
    _keep(connection, "document", ("name", "content"), [(d.name, d.json) for d in documents])


def _table(reading: _Reading, place: Path, name: str, columns: tuple[str, ...], *, needed: bool) -> TextTable | None:
    """The table `name` in the folder `place`, None where it can't be read or isn't there."""
    before = len(reading.problems)
    path = reading.attempt(partial(find_table, place, name))
    if path is None:
        if needed and len(reading.problems) == before:
            reading.problems.append(Problem("file-missing", str(place / f"{name}.csv")))
        return None
    table = reading.attempt(partial(read_table, path, columns))
    if table is not None:
        reading.problems += table.problems
    return table


def _sources(reading: _Reading) -> dict[str, Source | None]:
    """The sources by folder name, None for one whose source.yaml can't be read."""
    folder = reading.folder / "sources"
    places = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        place.name: reading.attempt(partial(read_source, place / "source.yaml"))
        for place in places
        if place.is_dir() and not place.name.startswith(".")
    }


def _entries(reading: _Reading, model: type[M], file: str) -> dict[str, M] | None:
    """The named entries of an optional file, none where it is missing, None where it can't be read."""
    path = reading.folder / file
    return reading.attempt(partial(read_entries, model, path)) if path.exists() else {}


def _register(regions: TextTable | None, memberships: TextTable | None) -> Register:
    """The regions, provinces and groups that documents may name."""
    groups = frozenset(map(str, memberships.column("group"))) if memberships else frozenset()
    if regions is None:
        return Register(groups=groups)
    codes, names, provinces = (regions.column(column) for column in ("region", "name", "province"))
    return Register(
        {str(code): str(name) for code, name in zip(codes, names, strict=True)},
        frozenset(str(province) for province in provinces if province is not None),
        groups,
    )


def _stage(
    connection: duckdb.DuckDBPyConnection, figures: Mapping[str, TextTable], others: Mapping[str, TextTable | None]
) -> None:
    """Everything as text, with file and line, for the rules to look at; a table that is not there is empty."""
    tables = {name: [] if table is None else [table] for name, table in others.items()}
    for name, parts in ({"figures": list(figures.values())} | tables).items():
        frame: dict[str, list[object]] = {
            column: [cell for part in parts for cell in part.column(column)] for column in STAGED[name]
        }
        frame["file"] = [str(part.path) for part in parts for _ in part.rows]
        frame["line"] = [line for part in parts for line in part.lines]
        if name == "figures":
            frame["source"] = [source for source, part in figures.items() for _ in part.rows]
        texts = {column: f'CAST("{column}" AS VARCHAR)' for column in frame if column != "line"}
        if "year" in texts:  # a whole number all the same, and a common one: pandas writes it beside a missing year
            texts["year"] = f"regexp_replace({texts['year']}, '[.]0+$', '')"
        texts["line"] = "CAST(line AS BIGINT)"
        casts = ", ".join(f'{text} AS "{column}"' for column, text in texts.items())
        with registered(connection, "staged", frame):
            connection.execute(f"CREATE OR REPLACE TEMP TABLE staged_{name} AS SELECT {casts} FROM staged")


def _settle(
    connection: duckdb.DuckDBPyConnection,
    regions: TextTable,
    sources: Mapping[str, Source | None],
    groups: Mapping[str, Group],
    group_sources: Mapping[str, GroupSource] | None,
) -> None:
    """The typed tables that the chain and the screens read."""
    folder = str(regions.path.parent)
    # Codes are kept as numbers that read as text: half the work of every join and group of the chain.
    connection.execute("CREATE TYPE region_code AS ENUM (SELECT region FROM staged_regions ORDER BY line)")
    connection.execute(
        """
        CREATE TABLE figure AS
        SELECT CAST(region AS region_code) AS region, variable, CAST(year AS INTEGER) AS year,
               CAST(value AS DOUBLE) AS value, note,
               source, substr(file, length(?) + 2) AS file, line
        FROM staged_figures WHERE value IS NOT NULL
        """,
        [folder],
    )
    connection.execute(
        """
        CREATE TABLE membership AS
        SELECT "group", CAST(region AS region_code) AS region, CAST(year AS INTEGER) AS year, status, source
        FROM staged_memberships
        """
    )
    connection.execute(
        """
        CREATE TABLE target AS
        SELECT CAST(region AS region_code) AS region, indicator, CAST(year AS INTEGER) AS year,
               CAST(target AS DOUBLE) AS target, source, substr(file, length(?) + 2) AS file, line
        FROM staged_targets
        """,
        [folder],
    )
    codes = regions.column("region")
    attributes = [
        (code, name, cell)
        for name in regions.columns
        if name and name != "region"
        for code, cell in zip(codes, regions.column(name), strict=True)
        if cell is not None
    ]
    known = zip(range(len(codes)), *(regions.column(name) for name in REGION_COLUMNS), strict=True)
    _keep(connection, "region", ("ordinal", *REGION_COLUMNS), list(known))
    _keep(connection, "attribute", ("region", "attribute", "value"), attributes)
    _keep_entries(connection, "source", Source, sources)
    _keep_entries(connection, "group_source", GroupSource, group_sources or {})
    titles = [
        (name, group.title.id, group.title.en, *((d.id, d.en) if (d := group.description) else (None, None)))
        for name, group in groups.items()
    ]
    columns = ("group", "title_id", "title_en", "description_id", "description_en")
    _keep(connection, "described_group", columns, titles)
    connection.execute("CREATE TABLE variable AS SELECT * EXCLUDE (file, line) FROM staged_variables")
    for name in STAGED:
        connection.execute(f"DROP TABLE staged_{name}")


def _keep_entries(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    model: type[BaseModel],
    entries: Mapping[str, BaseModel | None],
) -> None:
    """One row an entry, fields as text, those in both languages a column each; caveats a line each."""
    both = [f"{field}_id" for field in model.model_fields if field in IN_BOTH_LANGUAGES]
    columns = ("source", *model.model_fields, *both)
    cells = [{"source": source, **_cells(entry)} for source, entry in entries.items() if entry is not None]
    _keep(connection, name, columns, [tuple(map(row.get, columns)) for row in cells])


def _cells(entry: BaseModel) -> dict[str, str | None]:
    """The fields of an entry; one in both languages is English under its name and Indonesian beside it."""
    cells: dict[str, str | None] = {}
    for field, value in entry:
        texts = value if isinstance(value, tuple) else (value,)
        if field in IN_BOTH_LANGUAGES and value is not None:
            cells[f"{field}_id"] = "\n".join(text.id for text in texts)
            cells[field] = "\n".join(text.en for text in texts)
        else:
            cells[field] = value
    return cells


_KINDS = {"region": "region_code", "ordinal": "BIGINT"} | dict.fromkeys(NUMBERS_OF_REGIONS, "DOUBLE")


def _keep(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    make_table(connection, name, {column: _KINDS.get(column, "VARCHAR") for column in columns}, rows)
