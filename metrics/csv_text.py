"""One CSV file (or the Parquet file that stands for it) as rows of text, each with the line it is from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from metrics.problems import InputProblems, Problem, nearest
from metrics.yaml_text import decode

LONGEST_CELL = 10_000  # characters; a longer one is a file pasted into a cell, or a lost quote


@dataclass(frozen=True)
class TextTable:
    """Rows as written: `columns` by name, `lines` the 1-based line (CSV) or row (Parquet) of each row.

    Cells are stripped of blanks around them; an empty cell is None. `problems` are about single rows,
    which are left out of `rows`.
    """

    path: Path
    columns: tuple[str, ...]
    rows: list[list[str | None]]
    lines: list[int]
    problems: tuple[Problem, ...] = ()

    def column(self, name: str) -> list[str | None]:
        """The cells of one column, None for every row when the column is absent."""
        if name not in self.columns:
            return [None] * len(self.rows)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


def find_table(folder: Path, name: str) -> Path | None:
    """`NAME.csv` or `NAME.parquet` in `folder`, None when there is neither. Both at once is a problem."""
    found = [path for path in (folder / f"{name}.csv", folder / f"{name}.parquet") if path.exists()]
    if len(found) > 1:
        raise InputProblems([Problem("table-twice", str(found[0]), details={"other": found[1].name})])
    return found[0] if found else None


def read_table(path: Path, required: Sequence[str]) -> TextTable:
    """The table at `path`. Raises InputProblems when it cannot be read at all or lacks a column."""
    if path.is_dir():
        raise InputProblems([Problem("directory-for-file", str(path))])
    if path.suffix == ".parquet":
        return _checked(_read_parquet(path), required)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputProblems([Problem("file-unreadable", str(path), details={"reason": error.strerror})]) from None
    return csv_table(content, path, required)


def csv_table(
    content: bytes,
    path: Path,
    required: Sequence[str],
    separator: str = ",",
    other_heads: Mapping[str, str] | None = None,
) -> TextTable:
    """The table that the bytes of a CSV hold, told of as `path`. Raises InputProblems as `read_table` does.

    `other_heads` are further names of columns, in small letters, each with the column it means.
    """
    text = decode(content, path)
    if not text.strip():
        raise InputProblems([Problem("file-empty", str(path))])
    records = _records(path, text, separator)
    header = next((record for _, record in records if any(record)), [])
    if other_heads:
        header = [other_heads.get(name.strip().casefold(), name) for name in header]
    return _checked(_gather(path, header, records), required)


def _checked(table: TextTable, required: Sequence[str]) -> TextTable:
    """The table, when it has each column once and all that are required."""
    path = table.path
    # A spreadsheet leaves columns without a name behind; they are further columns like any other.
    if repeated := sorted({name for name in table.columns if name and table.columns.count(name) > 1}):
        details = {"column": repeated[0]}
        raise InputProblems([Problem("column-twice", str(path), 1, repeated[0], details)])
    missing = [name for name in required if name not in table.columns]
    if missing:
        if len(table.columns) == 1 and any(separator in table.columns[0] for separator in ";\t|"):
            raise InputProblems([Problem("not-commas", str(path), 1)])
        raise InputProblems(
            Problem("column-missing", str(path), 1, name, {"column": name, "near": nearest(name, table.columns)})
            for name in missing
        )
    return table


def _gather(path: Path, header: Sequence[str], records: Iterable[tuple[int, Sequence[str]]]) -> TextTable:
    """The records that hold something, stripped; those of another length, or with a huge cell, are problems."""
    columns = tuple(name.strip() for name in header)
    rows: list[list[str | None]] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for line, record in records:
        cells = [cell.strip() or None for cell in record]
        huge = next((place for place, cell in enumerate(cells) if cell and len(cell) > LONGEST_CELL), None)
        if not any(cells):  # an empty line
            continue
        if len(cells) != len(columns):
            details = {"found": len(cells), "expected": len(columns)}
            problems.append(Problem("ragged-row", str(path), line, details=details))
        elif huge is not None:
            problems.append(_huge(path, line, columns[huge]))
        else:
            rows.append(cells)
            lines.append(line)
    return TextTable(path, columns, rows, lines, tuple(problems))


def _records(path: Path, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV text with the line each begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field larger" in str(error):
                raise InputProblems([_huge(path, line, None)]) from None
            code = "quote-unclosed" if "unexpected end" in str(error) else "quote-misplaced"
            raise InputProblems([Problem(code, str(path), line)]) from None
        yield line, record


def _huge(path: Path, line: int, column: str | None) -> Problem:
    return Problem("cell-huge", str(path), line, column, {"most": LONGEST_CELL})


def _read_parquet(path: Path) -> TextTable:
    with duckdb.connect() as connection:
        try:
            found = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)])
            columns = tuple(column[0] for column in found.description or ())
            casts = ", ".join('CAST("{}" AS VARCHAR)'.format(name.replace('"', '""')) for name in columns)
            cells = connection.execute(f"SELECT {casts} FROM read_parquet(?)", [str(path)]).fetchall()
        except duckdb.Error:
            raise InputProblems([Problem("parquet-unreadable", str(path))]) from None
    return _gather(path, columns, enumerate(([cell or "" for cell in row] for row in cells), start=1))
