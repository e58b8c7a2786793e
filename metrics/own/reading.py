"""Own data as they arrive: the form as XLSX, a table as CSV, or rows typed on a screen. Nothing is written."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from metrics.csv_text import csv_table
from metrics.own.data import OwnData
from metrics.own.form import COLUMNS, FORM, GUIDE, REGION, SHEETS, VERSION, Names, Table
from metrics.own.rows import Row
from metrics.own.rules import settle
from metrics.own.workbook import LARGEST_FILE, Sheet, address, open_workbook
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results

_HEADER_WITHIN = 20  # rows from the top in which a sheet's header must stand
# In a CSV between semicolons, as an Indonesian Excel writes it, the comma is the decimal sign. A point may then group
# thousands, which "1.234" alone does not tell.
_DECIMAL_COMMA = re.compile(r"[+-]?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?")
_DECIMAL_POINT = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_AMBIGUOUS = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]{3}")
_NUMBERS = frozenset({"value", "target"})
# What the columns of a CSV may be called beside their keys: as on the form, in either language, or in one word.
_HEADS: Mapping[str, str] = {
    **{
        name.casefold(): key
        for table in ("figures", "targets")
        for key, names in COLUMNS[table].items()
        for name in (key, *names.values())
    },
    **{name.casefold(): "region" for name in ("region", "daerah", *REGION.values())},
    **{"angka": "value", "sumber": "source"},
}
_READ = frozenset(name.casefold() for names in (GUIDE, *SHEETS.values()) for name in names.values())


def read_own(
    results: Results,
    region: str,
    content: bytes,
    name: str,
    this_year: int | None = None,
    before: OwnData | None = None,
) -> OwnData:
    """The own data of a region from the bytes of a file, the form as XLSX or one table as CSV.

    `name` is what the file is called; problems are told by it. `this_year` is the newest year that a figure can
    be of, the running one where it is not said. The form says everything; of a CSV the other tables stay as they
    were `before`. Raises InputProblems with every problem that can be told.
    """
    if not name.lower().endswith((".csv", ".txt")):
        return settle(results.nodes, region, _read_workbook(results, region, content, name), this_year)
    rows, left_out = _read_csv(results, region, content, name)
    found = dataclasses.replace(settle(results.nodes, region, rows, this_year), left_out=left_out)
    return found if before is None else before.joined(found)


def read_typed(
    results: Results,
    region: str,
    tables: Mapping[Table, Sequence[Mapping[str, object]]],
    language: str,
    this_year: int | None = None,
) -> OwnData:
    """The own data of a region from rows typed on a screen, by the keys of metrics.own.form.COLUMNS.

    Problems are told by table, row (from 1) and heading in the language. Raises InputProblems with all of them.
    """
    rows = {
        table: [
            Row(values, "", SHEETS[table][language], line, columns=_headings(table, language))
            for line, values in enumerate(typed, start=1)
        ]
        for table, typed in tables.items()
    }
    return settle(results.nodes, region, rows, this_year)


def _headings(table: Table, language: str) -> dict[str, str]:
    return {key: names[language] for key, names in COLUMNS[table].items()}


def _read_workbook(results: Results, region: str, content: bytes, name: str) -> dict[Table, list[Row]]:
    sheets = open_workbook(content, name, _READ)
    _check_guide(results, region, sheets, name)
    problems: list[Problem] = []
    tables: dict[Table, list[Row]] = {}
    for table in SHEETS:
        try:
            tables[table] = _sheet_rows(sheets, table, name)
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(problems)
    return tables


def _named(sheets: Mapping[str, Sheet], names: Names) -> Sheet | None:
    """The sheet of that name in either language."""
    wanted = {name.casefold() for name in names.values()}
    return next((sheet for name, sheet in sheets.items() if name.strip().casefold() in wanted), None)


def _check_guide(results: Results, region: str, sheets: Mapping[str, Sheet], name: str) -> None:
    """Whether the file is the form, of this version and of this region. Raises InputProblems."""
    guide = _named(sheets, GUIDE)
    said = dict(_labelled(guide)) if guide else {}
    version, code = (_found(said, names) for names in (FORM, REGION))
    if not version or not code:
        raise InputProblems([Problem("own-not-the-form", name)])
    if version != str(VERSION):
        raise InputProblems([Problem("own-other-version", name, details={"found": version[:40], "expected": VERSION})])
    if code != region:
        names = dict(results.regions()[["region", "name"]].itertuples(index=False, name=None))
        details = {"found": names.get(code, code[:40]), "expected": names.get(region, region)}
        raise InputProblems([Problem("own-other-region", name, details=details)])


def _labelled(guide: Sheet) -> Iterator[tuple[str, str]]:
    """Each text of the guide with the one to its right."""
    for row in guide.rows:
        for label, value in pairwise(row):
            text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
            yield str(label).strip().casefold(), text.strip()


def _found(said: Mapping[str, str], names: Names) -> str:
    return next((said[name.casefold()] for name in names.values() if said.get(name.casefold())), "")


def _sheet_rows(sheets: Mapping[str, Sheet], table: Table, file: str) -> list[Row]:
    """The rows of a table of the form. Raises InputProblems."""
    sheet = _named(sheets, SHEETS[table])
    if sheet is None:
        names = " / ".join(dict.fromkeys(SHEETS[table].values()))
        details = {"value": names, "found": ", ".join(sheets)[:200]}
        raise InputProblems([Problem("own-sheet-missing", file, details=details)])
    header, columns = _header(sheet, table, file)
    problems = [
        Problem(code, file, details={"sheet": sheet.name, "cell": cell})
        for code, cells in (("own-merged", sheet.merged), *_odd(sheet, columns))
        for cell in sorted(cells, key=_by_place)
        if _by_place(cell)[0] > header
    ]
    if problems:
        raise InputProblems(problems)
    return [
        Row(
            {key: row[place] if row[place] != "" else None for key, place in columns.items()},
            file,
            sheet.name,
            cells={key: address(at, place) for key, place in columns.items()},
        )
        for at, row in enumerate(sheet.rows[header + 1 :], start=header + 1)
        if any(cell != "" for cell in row)
    ]


def _odd(sheet: Sheet, columns: Mapping[str, int]) -> Iterator[tuple[str, set[str]]]:
    """The cells of the columns that are read in which something other than a value stands, by what is wrong."""
    odd = {"own-error-cell": sheet.errors, "own-formula": sheet.formulas - sheet.errors, "own-percent": sheet.percents}
    for code, cells in odd.items():
        yield code, {cell for cell in cells if _by_place(cell)[1] in columns.values() and _filled(sheet, cell)}


def _filled(sheet: Sheet, cell: str) -> bool:
    """Whether a cell holds anything; one that holds an error or a formula without a result does, and reads as empty."""
    row, column = _by_place(cell)
    inside = row < len(sheet.rows) and column < len(sheet.rows[row])
    return cell in sheet.errors or cell in sheet.formulas or (inside and sheet.rows[row][column] != "")


def _by_place(cell: str) -> tuple[int, int]:
    """Row and column of an address, from 0."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]) - 1, column - 1


def _header(sheet: Sheet, table: Table, file: str) -> tuple[int, dict[str, int]]:
    """The row of the header and the place of each column, by key. Raises InputProblems."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        written = {str(cell).strip().casefold(): place for place, cell in reversed(list(enumerate(row)))}
        places = {
            key: written[name]
            for key, names in COLUMNS[table].items()
            for name in (key, *(name.casefold() for name in names.values()))
            if name in written
        }
        if len(places) > len(best[1]):
            best = at, places
    if missing := [names for key, names in COLUMNS[table].items() if key not in best[1]]:
        raise InputProblems(
            Problem("own-column-missing", file, details={"sheet": sheet.name, "column": dict(names)})
            for names in missing
        )
    return best


def _read_csv(results: Results, region: str, content: bytes, name: str) -> tuple[dict[Table, list[Row]], int]:
    """The one table that a CSV holds, figures, or targets in the form of a dataset's targets.csv; and how many rows
    of other regions it has.
    """
    if len(content) > LARGEST_FILE:
        raise InputProblems([Problem("own-file-large", name, details={"most": LARGEST_FILE // 1_000_000})])
    first = content.split(b"\n", 1)[0]
    semicolons = first.count(b";") > first.count(b",")
    read = csv_table(content, Path(name), ("indicator", "year"), ";" if semicolons else ",", _HEADS)
    found = [(table, key) for table, key in (("figures", "value"), ("targets", "target")) if key in read.columns]
    if len(found) > 1:
        raise InputProblems([Problem("own-two-tables", name, 1)])
    if not found:
        details = {"column": "value", "near": nearest("value", read.columns)}
        raise InputProblems([Problem("column-missing", name, 1, "value", details)])
    table: Table = "figures" if found[0][0] == "figures" else "targets"
    if read.problems:
        raise InputProblems(read.problems)
    columns = {key: key for key in COLUMNS[table] if key in read.columns}
    cells = {key: read.column(key) for key in columns}
    regions = read.column("region") if "region" in read.columns else [region] * len(read.rows)
    if read.rows and region not in regions:
        details = {"found": str(regions[0])[:40], "expected": region}
        raise InputProblems([Problem("own-other-region", name, details=details)])
    rows = [
        Row(
            {key: _from_text(key, texts[at], semicolons) for key, texts in cells.items()},
            name,
            line=line,
            columns=columns,
        )
        for at, line in enumerate(read.lines)
        if regions[at] == region
    ]
    return {table: rows}, len(regions) - len(rows)


def _from_text(key: str, text: str | None, semicolons: bool) -> object:
    """What a cell of a CSV says: a number where one is clearly meant, else its text."""
    if text is None or key not in _NUMBERS:
        return text
    if semicolons and _DECIMAL_COMMA.fullmatch(text) and not _AMBIGUOUS.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _DECIMAL_POINT.fullmatch(text) and not (semicolons and _AMBIGUOUS.fullmatch(text)):
        return float(text)
    return text
