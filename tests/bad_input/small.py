"""A small valid dataset and framework, and the ways to break them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REGIONS = "data/regions.csv"
FIRST = "data/sources/first/values.csv"  # schooling and poverty
FIRST_YAML = "data/sources/first/source.yaml"
SECOND = "data/sources/second/values.csv"  # water
SECOND_YAML = "data/sources/second/source.yaml"
GROUPS = "data/groups.csv"
GROUP_SOURCES = "data/groups-sources.yaml"
FRAMEWORK = "framework.yaml"

YEARS = (2020, 2021, 2022)
CODES = ("01.10", "01.20", "02.10", "02.20")
FIGURES = {  # variable -> the figures of 2020, region by region; each year adds one
    "schooling": (6.5, 7.25, 9.0, 11.0),
    "poverty": (21.0, 16.5, 12.0, 8.0),
    "water": (40.0, 55.0, 70.5, 90.0),
}

REGION_ROWS = """\
region,name,kind,island
01.10,Region one,kabupaten,west
01.20,Region two,kabupaten,west
02.10,Region three,kota,east
02.20,Region four,kota,east
"""
SOURCE = """\
publisher: This test
title: Figures of a small country
licence: CC0-1.0
kind: statistics
address: https://example.org/figures
"""
GROUP_ROWS = """\
group,region,year,status,source
coast,01.10,2020,named,list
coast,02.10,2020,named,list
"""
GROUP_SOURCE = """\
list:
  publisher: This test
  title: A list of members
"""
TREE = """\
id: index
title: {id: Indeks, en: Index}
years: [2020, 2022]
method:
  carry_forward: 0
  impute: none
  normalise: {using: minmax, range: [0, 100], over: all_years}
  aggregate: arithmetic
maturity:
  minimum_coverage: 0.5
  levels:
    - {from: 0, title: Low}
    - {from: 50, title: High}
children:
  people:
    title: {id: Warga, en: People}
    weight: 2
    children:
      schooling:
        title: {id: Sekolah, en: Schooling}
        direction: higher
        bounds: [0, 30]
      poverty:
        title: {id: Kemiskinan, en: Poverty}
        direction: lower
  services:
    title: {id: Layanan, en: Services}
    children:
      water:
        title: {id: Air, en: Water}
        unit: "%"
"""


def figure_rows(*variables: str) -> str:
    rows = [
        f"{region},{variable},{year},{figure + year - YEARS[0]}"
        for variable in variables
        for year in YEARS
        for region, figure in zip(CODES, FIGURES[variable], strict=True)
    ]
    return "\n".join(["region,variable,year,value", *rows]) + "\n"


VALID = {
    REGIONS: REGION_ROWS,
    FIRST: figure_rows("schooling", "poverty"),
    FIRST_YAML: SOURCE,
    SECOND: figure_rows("water"),
    SECOND_YAML: SOURCE,
    GROUPS: GROUP_ROWS,
    GROUP_SOURCES: GROUP_SOURCE,
    FRAMEWORK: TREE,
}


def write_small(folder: Path) -> None:
    """The valid dataset and framework, in `folder`/data and `folder`/framework.yaml."""
    for name, text in VALID.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


Break = Callable[[Path], None]


@dataclass(frozen=True)
class Found:
    """A problem that must be told: its code, and where. A line is a number, or text that stands on it."""

    code: str
    file: str = ""
    line: int | str | None = None
    column: str | None = None


@dataclass(frozen=True)
class Case:
    """A kind of broken input, the problems it must be told as, and words of the mend in each language."""

    name: str
    broken: Break
    found: tuple[Found, ...]
    words: dict[str, str]
    options: tuple[str, ...] = ()


def case(name: str, broken: Break, found: Found | tuple[Found, ...], en: str, id: str, *options: str) -> Case:
    return Case(name, broken, found if isinstance(found, tuple) else (found,), {"en": en, "id": id}, options)


def edit(name: str, old: str, new: str) -> Break:
    """Replace text that stands exactly once in a file."""

    def broken(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (folder / name).write_text(text.replace(old, new), "utf-8", newline="")

    return broken


def write(name: str, content: str | bytes) -> Break:
    """Put other content into a file."""

    def broken(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return broken


def add(name: str, text: str) -> Break:
    """Put text at the end of a file."""
    return lambda folder: write(name, (folder / name).read_bytes() + text.encode())(folder)


def encode(name: str, old: str, new: str, encoding: str) -> Break:
    """Replace text, then save the file in another encoding."""

    def broken(folder: Path) -> None:
        edit(name, old, new)(folder)
        (folder / name).write_bytes((folder / name).read_text("utf-8").encode(encoding))

    return broken


def remove(*names: str) -> Break:
    def broken(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return broken


def make_folder(name: str) -> Break:
    """Put a folder where a file is expected."""

    def broken(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir()

    return broken


def move(name: str) -> Break:
    """Take a folder away."""

    def broken(folder: Path) -> None:
        (folder / name).rename(folder / "elsewhere")

    return broken


def together(*parts: Break) -> Break:
    def broken(folder: Path) -> None:
        for part in parts:
            part(folder)

    return broken


def line_of(folder: Path, found: Found) -> int | None:
    """The line of a found problem as a number."""
    if not isinstance(found.line, str):
        return found.line
    lines = (folder / found.file).read_bytes().decode("utf-8", "replace").split("\n")
    hits = [number for number, text in enumerate(lines, start=1) if found.line in text]
    assert len(hits) == 1, f"{found.line!r} stands on lines {hits} of {found.file}"
    return hits[0]
