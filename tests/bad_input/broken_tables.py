"""Broken CSV and Parquet files: the figures, the regions, the groups."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.bad_input.small import (
    CODES,
    FIRST,
    FRAMEWORK,
    GROUP_SOURCES,
    GROUPS,
    REGION_ROWS,
    REGIONS,
    SECOND,
    SECOND_YAML,
    VALID,
    YEARS,
    Break,
    Case,
    Found,
    add,
    case,
    edit,
    encode,
    figure_rows,
    make_folder,
    move,
    remove,
    together,
    write,
)

ROW = "01.10,schooling,2020,6.5"  # line 2 of FIRST
HEADER = "region,variable,year,value\n"


def value(text: str) -> Break:
    return edit(FIRST, ROW, f"01.10,schooling,2020,{text}")


def year(text: str) -> Break:
    return edit(FIRST, ROW, f"01.10,schooling,{text},6.5")


def parquet_beside(folder: Path) -> None:
    source = folder / SECOND
    duckdb.read_csv(str(source), dtype="VARCHAR").write_parquet(str(source.with_suffix(".parquet")))


def parquet_instead(changes: str) -> Break:
    """Water as Parquet, with the columns given in SQL replaced."""

    def broken(folder: Path) -> None:
        source = folder / SECOND
        with duckdb.connect() as connection:
            rows = f"SELECT * REPLACE ({changes}) FROM read_csv('{source}', types = {{'region': 'VARCHAR'}})"
            connection.execute(f"COPY ({rows}) TO '{source.with_suffix('.parquet')}'")
        source.unlink()

    return broken


def one_region(folder: Path) -> None:
    (folder / REGIONS).write_text("\n".join(REGION_ROWS.splitlines()[:2]) + "\n", "utf-8")
    for name in (FIRST, SECOND, GROUPS):
        lines = (folder / name).read_text("utf-8").splitlines()
        kept = [line for line in lines if CODES[0] in line]
        (folder / name).write_text("\n".join([lines[0], *kept]) + "\n", "utf-8")


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
HUGE = Found("cell-huge", FIRST, 2, "value")
LAST_ROW = len(YEARS) * len(CODES) * 2 + 1  # of FIRST

FIGURES = [
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

SHAPES = [
    case("an empty file", write(FIRST, ""), Found("file-empty", FIRST), "header row", "kepala"),
    case("blank lines alone", write(FIRST, "\n \r\n\n"), Found("file-empty", FIRST), "header row", "kepala"),
    case(
        "a column missing",
        edit(FIRST, HEADER, "region,variable,tahun,value\n"),
        Found("column-missing", FIRST, 1, "year"),
        "“year” is missing",
        "“year”",
    ),
    case(
        "a column in another case",
        edit(FIRST, HEADER, "region,variable,year,Value\n"),
        Found("column-missing", FIRST, 1, "value"),
        "Did you mean “Value”",
        "“Value”",
    ),
    case(
        "a column twice",
        edit(SECOND, HEADER, "region,variable,year,year\n"),
        Found("column-twice", SECOND, 1, "year"),
        "Rename",
        "nama",
    ),
    case(
        "a row too short",
        edit(FIRST, ROW, "01.10,schooling,2020"),
        Found("ragged-row", FIRST, 2),
        "Complete the row",
        "Lengkapi",
    ),
    case(
        "a row too long",
        edit(FIRST, ROW, "01.10,schooling,2020,6,5"),
        Found("ragged-row", FIRST, 2),
        "in quotes",
        "kutip",
    ),
    case(
        "an unclosed quotation mark",
        edit(FIRST, ROW, '01.10,schooling,2020,"6.5'),
        Found("quote-unclosed", FIRST, 2),
        "Close it",
        "Tutup",
    ),
    case(
        "text after a quotation",
        edit(FIRST, ROW, '01.10,"school"ing,2020,6.5'),
        Found("quote-misplaced", FIRST, 2),
        "Double the quotation marks",
        "kutip",
    ),
    case(
        "Latin-1",
        encode(REGIONS, "Region two", "Région two", "latin-1"),
        Found("encoding", REGIONS, 3),
        "UTF-8",
        "UTF-8",
    ),
    case("UTF-16", encode(FIRST, ROW, ROW, "utf-16"), Found("file-binary", FIRST), "UTF-8", "UTF-8"),
    case(
        "binary",
        write(SECOND, b"PK\x03\x04\x00\x00\xff\xfe" * 9),
        Found("file-binary", SECOND),
        "UTF-8",
        "UTF-8",
    ),
    case(
        "a null character",
        edit(FIRST, ROW, ROW + "\0"),
        Found("file-binary", FIRST, 2),
        "UTF-8",
        "UTF-8",
    ),
    case("a huge cell", value("9" * 20_000), HUGE, "lost quotation mark", "kutip"),
    case(
        "a cell beyond all measure",
        value("9" * 200_000),
        Found("cell-huge", FIRST, 2),
        "lost quotation mark",
        "kutip",
    ),
    case(
        "semicolons",
        write(SECOND, figure_rows("water").replace(",", ";")),
        Found("semicolons", SECOND, 1, "region"),
        "by commas",
        "koma",
    ),
    case(
        "tabs between cells",
        write(SECOND, figure_rows("water").replace(",", "\t")),
        Found("semicolons", SECOND, 1, "region"),
        "by commas",
        "koma",
    ),
    case("CSV and Parquet", parquet_beside, Found("table-twice", SECOND), "Remove one", "Hapus"),
    case(
        "broken Parquet",
        together(remove(SECOND), write(SECOND.replace("csv", "parquet"), b"PAR1 and no more")),
        Found("parquet-unreadable", SECOND.replace("csv", "parquet")),
        "use CSV",
        "CSV",
    ),
    case(
        "infinity in Parquet",
        parquet_instead("CASE WHEN value = 40.0 THEN 'Infinity'::DOUBLE ELSE value END AS value"),
        Found("not-finite", SECOND.replace("csv", "parquet"), 1, "value"),
        "Leave the cell empty",
        "kosong",
    ),
    case(
        "a huge cell in Parquet",
        parquet_instead("CASE WHEN value = 40.0 THEN repeat('x', 20000) ELSE variable END AS variable"),
        Found("cell-huge", SECOND.replace("csv", "parquet"), 1, "variable"),
        "shorten it",
        "kutip",
    ),
    case(
        "regions in codes that are numbers",
        parquet_instead("CAST(region AS DOUBLE) AS region"),
        tuple(Found("unknown-region", SECOND.replace("csv", "parquet"), row, "region") for row in range(1, 13)),
        "list of regions",
        "daerah",
    ),
]

REGIONS_AND_GROUPS = [
    case("no regions.csv", remove(REGIONS), Found("file-missing", REGIONS), "Put it there", "Letakkan"),
    case(
        "regions without rows",
        write(REGIONS, "region,name\n"),
        Found("too-few-regions", REGIONS),
        "Add regions",
        "Tambah",
    ),
    case("one region", one_region, Found("too-few-regions", REGIONS), "Add regions", "Tambah"),
    case(
        "a region twice",
        add(REGIONS, "01.10,Region five,kota,east\n"),
        Found("duplicate-key", REGIONS, 6, "region"),
        "regions.csv, line 2",
        "regions.csv, baris 2",
    ),
    case(
        "a region without a name",
        edit(REGIONS, "Region two", ""),
        Found("cell-empty", REGIONS, 3, "name"),
        "Fill it in",
        "Isi",
    ),
    case(
        "a region without a code",
        edit(REGIONS, "01.20,", ","),
        Found("cell-empty", REGIONS, 3, "region"),
        "Fill it in",
        "Isi",
    ),
    case(
        "a ragged row of regions",
        edit(REGIONS, "01.20,Region two", "01.20,Region, two"),
        Found("ragged-row", REGIONS, 3),
        "in quotes",
        "kutip",
    ),
    case(
        "a formula for a region code",
        together(write(REGIONS, REGION_ROWS + "=1+1,Region five,kota,east\n")),
        Found("region-not-inert", REGIONS, 6, "region"),
        "plain code",
        "kode",
    ),
    case(
        "text for a latitude",
        write(REGIONS, "region,name,lat\n01.10,One,-6.2\n01.20,Two,6° S\n02.10,Three,\n02.20,Four,1\n"),
        Found("not-a-figure", REGIONS, 3, "lat"),
        "decimal point",
        "titik desimal",
    ),
    case(
        "an unknown region in groups.csv",
        add(GROUPS, "coast,09.90,2020,named,list\n"),
        Found("unknown-region", GROUPS, 4, "region"),
        "add it there",
        "tambahkan",
    ),
    case(
        "an unknown source in groups.csv",
        edit(GROUPS, "coast,01.10,2020,named,list", "coast,01.10,2020,named,lists"),
        Found("unknown-source", GROUPS, 2, "source"),
        "Did you mean “list”",
        "“list”",
    ),
    case(
        "no sources of groups",
        together(remove(GROUP_SOURCES), edit(GROUPS, "coast,02.10,2020,named,list\n", "")),
        Found("unknown-source", GROUPS, 2, "source"),
        "groups-sources.yaml",
        "groups-sources.yaml",
    ),
    case(
        "a membership twice",
        add(GROUPS, "coast,02.10,2020,named,list\n"),
        Found("duplicate-key", GROUPS, 4, "group"),
        "groups.csv, line 3",
        "groups.csv, baris 3",
    ),
    case(
        "an odd year in groups.csv",
        edit(GROUPS, "coast,02.10,2020", "coast,02.10,soon"),
        Found("bad-year", GROUPS, 3, "year"),
        "1900 to 2100",
        "1900",
    ),
]

PLACES = [
    case("a folder for the figures", make_folder(FIRST), Found("directory-for-file", FIRST), "folder", "folder"),
    case(
        "a folder for the regions",
        make_folder(REGIONS),
        Found("directory-for-file", REGIONS),
        "folder",
        "folder",
    ),
    case("a source without figures", remove(SECOND), Found("file-missing", SECOND), "Put it there", "Letakkan"),
    case(
        "a source without source.yaml",
        remove(SECOND_YAML),
        Found("file-missing", SECOND_YAML),
        "Put it there",
        "Letakkan",
    ),
    case(
        "no sources folder",
        move("data/sources"),
        Found("no-sources", "data/sources"),
        "source.yaml",
        "source.yaml",
    ),
    case(
        "no dataset folder",
        move("data"),
        Found("dataset-missing", "data"),
        "regions.csv",
        "regions.csv",
    ),
    case(
        "a file for the dataset folder",
        together(
            move("data"),
            write("data", VALID[REGIONS]),
        ),
        Found("file-for-directory", "data"),
        "Name the folder",
        "folder",
    ),
]

TABLE_CASES: list[Case] = [*FIGURES, *SHAPES, *REGIONS_AND_GROUPS, *PLACES]
