"""Broken cells: figures, years and keys that no file of figures may hold."""

from __future__ import annotations

from pathlib import Path

from tests.bad_input.small import (
    CODES,
    FIRST,
    FRAMEWORK,
    SECOND,
    YEARS,
    Break,
    Case,
    Found,
    add,
    case,
    edit,
    together,
    write,
)

ROW = "01.10,schooling,2020,6.5"  # line 2 of FIRST
HEADER = "region,variable,year,value\n"


def value(text: str) -> Break:
    return edit(FIRST, ROW, f"01.10,schooling,2020,{text}")


def year(text: str) -> Break:
    return edit(FIRST, ROW, f"01.10,schooling,{text},6.5")


def without_figures(folder: Path) -> None:
    for name in (FIRST, SECOND):
        lines = (folder / name).read_text("utf-8").splitlines()
        rows = [line.rpartition(",")[0] + "," for line in lines[1:]]
        (folder / name).write_text("\n".join([lines[0], *rows]) + "\n", "utf-8")


IN_VALUE = Found("not-a-figure", FIRST, 2, "value")
NOT_FINITE = Found("not-finite", FIRST, 2, "value")
COMMA = Found("comma-decimal", FIRST, 2, "value")
LARGE = Found("figure-too-large", FIRST, 2, "value")
BOUNDS = Found("out-of-bounds", FIRST, 2, "value")
BAD_YEAR = Found("bad-year", FIRST, 2, "year")
LAST_ROW = len(YEARS) * len(CODES) * 2 + 1  # of FIRST

FIGURES: list[Case] = [
    case("text for a number", value("many"), IN_VALUE, "decimal point", "titik desimal"),
    case("a word for missing", value("N/A"), IN_VALUE, "leave the cell empty", "kosong"),
    case("a dash for missing", value("-"), IN_VALUE, "leave the cell empty", "kosong"),
    case("hexadecimal", value("0x1F"), IN_VALUE, "decimal point", "titik desimal"),
    case("underscores in a number", value("1_000"), IN_VALUE, "decimal point", "titik desimal"),
    case("points between thousands", value("1.234.567"), IN_VALUE, "decimal point", "titik desimal"),
    case("two numbers in a cell", value("6.5 7.5"), IN_VALUE, "decimal point", "titik desimal"),
    case("a terminal's control codes", value("\x1b[31m6.5"), IN_VALUE, "decimal point", "titik desimal"),
    case("NaN", value("NaN"), NOT_FINITE, "Leave the cell empty", "kosong"),
    case("infinity", value("-Infinity"), NOT_FINITE, "Leave the cell empty", "kosong"),
    case("comma decimals", value('"6,5"'), COMMA, "decimal point", "titik desimal"),
    case("comma between thousands", value('"1,234.5"'), COMMA, "thousands separators", "ribuan"),
    case("Indonesian thousands and decimals", value('"1.234,5"'), COMMA, "thousands separators", "ribuan"),
    case("1e308", value("1e308"), LARGE, "larger unit", "satuan"),
    case("1e400", value("-1e400"), LARGE, "larger unit", "satuan"),
    case("below the bounds", value("-0.5"), BOUNDS, "Correct the figure", "Perbaiki"),
    case("above the bounds", value("31"), BOUNDS, "Correct the figure", "Perbaiki"),
    case("half a year", year("2019.5"), BAD_YEAR, "1900 to 2100", "1900"),
    case("two digits for a year", year("19"), BAD_YEAR, "1900 to 2100", "1900"),
    case("a year too far", year("3000"), BAD_YEAR, "1900 to 2100", "1900"),
    case("text for a year", year("FY2020"), BAD_YEAR, "1900 to 2100", "1900"),
    case("a date for a year", year("2020-01-01"), BAD_YEAR, "1900 to 2100", "1900"),
    case("no year", year(""), Found("cell-empty", FIRST, 2, "year"), "Fill it in", "Isi"),
    case(
        "no variable",
        edit(FIRST, ROW, "01.10,,2020,6.5"),
        Found("cell-empty", FIRST, 2, "variable"),
        "Fill it in",
        "Isi",
    ),
    case(
        "no region",
        edit(FIRST, ROW, ",schooling,2020,6.5"),
        Found("cell-empty", FIRST, 2, "region"),
        "Fill it in",
        "Isi",
    ),
    case(
        "unknown region",
        edit(FIRST, ROW, "01.11,schooling,2020,6.5"),
        Found("unknown-region", FIRST, 2, "region"),
        "Did you mean “01.10”",
        "“01.10”",
    ),
    case(
        "the same key twice in a source",
        add(FIRST, "01.10,schooling,2020,6.6\n"),
        Found("duplicate-key", FIRST, LAST_ROW + 1, "region"),
        "first/values.csv, line 2",
        "first/values.csv, baris 2",
    ),
    case(
        "the same key in two sources",
        add(SECOND, "02.20,poverty,2022,9\n"),
        Found("duplicate-key", SECOND, 14, "region"),
        f"first/values.csv, line {LAST_ROW}",
        f"first/values.csv, baris {LAST_ROW}",
    ),
    case("every figure missing", without_figures, Found("all-missing", "data/sources"), "Fill in", "Isi"),
    case(
        "headers alone",
        together(write(FIRST, HEADER), write(SECOND, HEADER)),
        Found("all-missing", "data/sources"),
        "Fill in",
        "Isi",
    ),
    case(
        "one source with its header alone",
        write(SECOND, HEADER),
        Found("variable-without-figures", FRAMEWORK, "water:"),
        "status: wanted",
        "status: wanted",
    ),
]
