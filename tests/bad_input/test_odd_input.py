"""Odd and valid: accepted, with the same scores; names that a spreadsheet, a browser or a terminal obeys are inert."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from metrics.cli import main
from tests.bad_input.small import FIRST, FRAMEWORK, REGIONS, SECOND, VALID, edit, write, write_small

Change = Callable[[str], str]
TABLES = (REGIONS, FIRST, SECOND)
NAMES = (
    '=HYPERLINK("https://example.org";"click")',
    "<script>alert('kota')</script> & <b>bold</b>",
    'Region "three", the third\nof four',
    "\x1b]0;title\x07 @kota 🏙️",
)


def run(folder: Path, *arguments: str) -> str:
    command = [*arguments, "--data", str(folder / "data"), "--framework", str(folder / FRAMEWORK)]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("plain")
    write_small(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELADAN_CACHE", str(folder / "cache"))
        return run(folder, "score")


def with_columns(order: list[int], *more: str) -> Change:
    """The columns in another order, and further ones behind."""

    def change(text: str) -> str:
        rows = [line.split(",") for line in text.splitlines()]
        rows = [[row[i] for i in (*order, *range(len(order), len(row)))] + list(more) for row in rows]
        return "".join(",".join(row) + "\n" for row in rows)

    return change


ODD: dict[str, Change] = {
    "a byte-order mark": lambda text: "\ufeff" + text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR alone": lambda text: text.replace("\n", "\r"),
    "another order of columns": with_columns([1, 0]),
    "further columns": with_columns([0, 1], "note", "remark"),
    "quoted cells": lambda text: "".join(
        f'"{line.replace(",", chr(34) + "," + chr(34))}"\n' for line in text.splitlines()
    ),
    "blank lines": lambda text: "\n" + text.replace("\n", "\n\n") + "\n \n",
    "rows of commas that a spreadsheet leaves": lambda text: text + ",,,\n,,,,,,\n",
    "spaces round cells": lambda text: text.replace(",", " , "),
    "no newline at the end": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_tables_give_the_same_scores(name: str, tmp_path: Path, expected: str) -> None:
    write_small(tmp_path)
    for table in TABLES:
        write(table, ODD[name](VALID[table]))(tmp_path)
    assert run(tmp_path, "score") == expected


@pytest.mark.parametrize("year", ["INTEGER", "VARCHAR"])
def test_parquet_stands_for_csv(tmp_path: Path, expected: str, year: str) -> None:
    write_small(tmp_path)
    for table in TABLES:
        path = tmp_path / table
        types = "{'region': 'VARCHAR', 'value': 'DOUBLE'}" if table != REGIONS else "{'region': 'VARCHAR'}"
        columns = "*" if table == REGIONS else f"* REPLACE (CAST(year AS {year}) AS year)"
        with duckdb.connect() as connection:
            rows = f"SELECT {columns} FROM read_csv('{path}', types = {types})"
            connection.execute(f"COPY ({rows}) TO '{path.with_suffix('.parquet')}'")
        path.unlink()
    assert run(tmp_path, "score") == expected
    assert "values.parquet" in run(tmp_path, "explain", "01.10", "water", "--lang", "en")


def test_numbers_as_programs_write_them(tmp_path: Path, expected: str) -> None:
    write_small(tmp_path)
    for old, new in {
        "2020,6.5\n": "2020,+6.50\n",
        "2020,40.0\n": "2020,4E1\n",
        "2021,17.5\n": "2021,.175e+2\n",
    }.items():
        name = SECOND if "40" in old else FIRST
        edit(name, old, new)(tmp_path)
    assert run(tmp_path, "score") == expected


def test_what_lies_beside_a_dataset_does_not_matter(tmp_path: Path, expected: str) -> None:
    write_small(tmp_path)
    for name in ("data/README.txt", "data/sources/notes.txt", "data/sources/.hidden/values.csv", "data/maps/a.png"):
        write(name, b"\x00\xff")(tmp_path)
    assert run(tmp_path, "score") == expected


def test_names_that_programs_obey_are_inert(tmp_path: Path, expected: str) -> None:
    write_small(tmp_path)
    with (tmp_path / REGIONS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["region", "name", "kind", "island"])
        codes = [line.partition(",")[0] for line in VALID[REGIONS].splitlines()[1:]]
        writer.writerows([code, name, "kota", "east"] for code, name in zip(codes, NAMES, strict=True))
    edit(FRAMEWORK, "{id: Air, en: Water}", '{id: "Air \\e[31m", en: "=Water\\u0007"}')(tmp_path)
    scores = run(tmp_path, "score")
    assert scores == expected  # codes, not names: nothing a spreadsheet would compute
    for code, name in zip(codes, NAMES, strict=True):
        said = run(tmp_path, "explain", code, "index", "--lang", "en")
        assert all(line.isprintable() for line in said.splitlines())
        assert code in said.splitlines()[0]
        if name.isprintable():
            assert name in said.splitlines()[0]
            assert run(tmp_path, "explain", name, "index", "--lang", "en") == said
    cells = [cell for row in csv.reader(scores.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_byte_order_mark_and_crlf_in_yaml(tmp_path: Path, expected: str) -> None:
    write_small(tmp_path)
    for name in (FRAMEWORK, "data/sources/first/source.yaml"):
        write(name, "\ufeff" + VALID[name].replace("\n", "\r\n"))(tmp_path)
    assert run(tmp_path, "score") == expected
