"""What must hold in a dataset folder: each rule one query over the staged text, all answers at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import duckdb

from metrics.problems import Problem, nearest

NUMBERS_OF_REGIONS = frozenset({"lat", "lon", "area_km2", "population"})

# The columns that are looked at, by staged table; any further column of regions.csv is an attribute.
STAGED: Mapping[str, tuple[str, ...]] = {
    "regions": ("region", "name", *sorted(NUMBERS_OF_REGIONS)),
    "figures": ("region", "variable", "year", "value", "note"),
    "memberships": ("group", "region", "year", "status", "source"),
    "targets": ("region", "indicator", "year", "target", "source"),
    "variables": (
        "variable", "title_en", "title_id", "unit", "unit_id", "direction", "caveat_en", "caveat_id",
    ),
}  # fmt: skip

LARGEST = 1e30  # the fourth power of a deviation, summed over many regions, must still be a number
_NUMBER = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?"
_BAD_YEAR = "NOT regexp_full_match(year, '(19[0-9]{2}|20[0-9]{2}|2100)')"


def _number_rules(column: str) -> list[tuple[str, str, str]]:
    """Rules for a cell that holds a number: (code, column, condition under which it is wrong)."""
    number = f"regexp_full_match({column}, '{_NUMBER}')"
    infinite = f"lower({column}) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')"
    comma = f"regexp_full_match({column}, '[+-]?[0-9.]*,[0-9.,]*')"
    return [
        ("not-finite", column, infinite),
        ("comma-decimal", column, comma),
        ("not-a-figure", column, f"NOT {number} AND NOT {infinite} AND NOT {comma}"),
        ("figure-too-large", column, f"{number} AND abs(TRY_CAST({column} AS DOUBLE)) > {LARGEST}"),
    ]


# (code, column, condition) by staged table
_RULES: Mapping[str, list[tuple[str, str, str]]] = {
    "regions": [
        ("cell-empty", "region", "region IS NULL"),
        ("cell-empty", "name", "name IS NULL"),
        (
            "region-not-inert",
            "region",
            r"regexp_matches(region, '^[=+@-]|[[:cntrl:]]') OR length(region) > 100",
        ),
        *(rule for column in sorted(NUMBERS_OF_REGIONS) for rule in _number_rules(column)),
    ],
    "figures": [
        ("cell-empty", "region", "region IS NULL"),
        ("cell-empty", "variable", "variable IS NULL"),
        ("cell-empty", "year", "year IS NULL"),
        ("bad-year", "year", _BAD_YEAR),
        *_number_rules("value"),
    ],
    "memberships": [
        ("cell-empty", "group", '"group" IS NULL'),
        ("cell-empty", "region", "region IS NULL"),
        ("bad-year", "year", _BAD_YEAR),
    ],
    "targets": [
        *(("cell-empty", column, f"{column} IS NULL") for column in ("region", "indicator", "year", "target")),
        ("bad-year", "year", _BAD_YEAR),
        *_number_rules("target"),
    ],
    "variables": [("cell-empty", "variable", "variable IS NULL")],
}

_KEYS: Mapping[str, tuple[str, ...]] = {
    "regions": ("region",),
    "figures": ("region", "variable", "year"),
    "memberships": ("group", "region", "year"),
    "targets": ("region", "indicator", "year"),
    "variables": ("variable",),
}


def dataset_problems(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    regions_known: bool,
    group_sources: Collection[str] | None,
) -> list[Problem]:
    """Every broken rule over the staged tables, with file, line and column.

    Regions are only looked up when every row of regions.csv could be read (`regions_known`), and sources
    of memberships when groups-sources.yaml could (`group_sources` is not None): one fault, one problem.
    """
    filled = [table for table in STAGED if _rows(connection, f"SELECT 1 AS found FROM staged_{table} LIMIT 1")]
    found = [problem for table in filled for problem in _broken(connection, table)]
    found += [problem for table in filled for problem in _repeated(connection, table)]
    if regions_known:
        too_few = list(_too_few(connection, folder))
        unknown = (p for table in ("figures", "memberships", "targets") for p in _unknown_regions(connection, table))
        found += too_few or unknown
    if group_sources is not None:
        found += _unknown_sources(connection, group_sources)
    return found


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query).fetchall()


def _broken(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[Problem]:
    """Each rule is asked by itself only where one look at the table has found that some rule is broken."""
    any_rule = " OR ".join(f"({condition})" for _, _, condition in _RULES[table])
    if not _rows(connection, f"SELECT 1 AS found FROM staged_{table} WHERE {any_rule} LIMIT 1"):
        return
    for code, column, condition in _RULES[table]:
        query = f'SELECT file, line, "{column}" FROM staged_{table} WHERE {condition} ORDER BY file, line'
        for file, line, cell in _rows(connection, query):
            details = {"column": column, "value": str(cell)[:80]}
            yield Problem(code, str(file), int(str(line)), column, details)


def _repeated(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[Problem]:
    """A key that stands twice; both places are named. An empty year is a year of its own."""
    key = ", ".join(f'"{column}"' for column in _KEYS[table])
    given = " AND ".join(f'"{column}" IS NOT NULL' for column in _KEYS[table] if column != "year")
    query = f"""
        SELECT file, line, first_file, first_line, {key} FROM (
            SELECT *, first_value(file) OVER place AS first_file, first_value(line) OVER place AS first_line,
                   row_number() OVER place AS again
            FROM staged_{table} WHERE {given}
            WINDOW place AS (PARTITION BY {key} ORDER BY file, line)
        ) repeated WHERE again > 1 ORDER BY file, line
    """
    for file, line, first_file, first_line, *cells in _rows(connection, query):
        details = {
            "value": ", ".join(str(cell) for cell in cells if cell is not None)[:120],
            "first_file": str(first_file),
            "first_line": first_line,
        }
        yield Problem("duplicate-key", str(file), int(str(line)), _KEYS[table][0], details)


def _unknown_regions(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[Problem]:
    known = [
        str(region) for (region,) in _rows(connection, "SELECT region FROM staged_regions WHERE region IS NOT NULL")
    ]
    query = f"""
        SELECT file, line, region FROM staged_{table}
        WHERE region IS NOT NULL AND region NOT IN (SELECT region FROM staged_regions WHERE region IS NOT NULL)
        ORDER BY file, line
    """
    near: dict[str, str] = {}
    for file, line, cell in _rows(connection, query):
        region = str(cell)
        if region not in near:
            near[region] = nearest(region, known) if len(near) < 100 else ""
        yield Problem("unknown-region", str(file), int(str(line)), "region", {"value": region, "near": near[region]})


def _unknown_sources(connection: duckdb.DuckDBPyConnection, known: Collection[str]) -> Iterator[Problem]:
    query = "SELECT file, line, source FROM staged_memberships WHERE source IS NOT NULL ORDER BY file, line"
    for file, line, source in _rows(connection, query):
        if source not in known:
            details = {"value": str(source), "near": nearest(str(source), known)}
            yield Problem("unknown-source", str(file), int(str(line)), "source", details)


def _too_few(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Problem]:
    ((regions,),) = connection.execute("SELECT count(DISTINCT region) FROM staged_regions").fetchall()
    if regions < 2:
        yield Problem("too-few-regions", str(folder / "regions.csv"), details={"found": regions})
