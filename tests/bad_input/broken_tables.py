"""Broken CSV and Parquet files, regions, groups and folders."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.bad_input.broken_figures import HEADER, ROW, value
from tests.bad_input.small import (
    CODES,
    FIRST,
    GROUP_SOURCES,
    GROUPS,
    REGION_ROWS,
    REGIONS,
    SECOND,
    SECOND_YAML,
    VALID,
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


def parquet_beside(folder: Path) -> None:
    source = folder / SECOND
    duckdb.read_csv(str(source)).write_parquet(str(source.with_suffix(".parquet")))


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


HUGE = Found("cell-huge", FIRST, 2, "value")

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
        Found("not-commas", SECOND, 1),
        "by commas",
        "koma",
    ),
    case(
        "tabs between cells",
        write(SECOND, figure_rows("water").replace(",", "\t")),
        Found("not-commas", SECOND, 1),
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

TABLE_CASES: list[Case] = [*SHAPES, *REGIONS_AND_GROUPS, *PLACES]
