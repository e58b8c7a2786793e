"""/regions and /regions/{code}: who is scored, and one region down to the rows of its sources."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from metrics.figures import figures
from metrics.results import Results
from server.api.answers import FOUND, LISTED, Listing, Versions, json_of, page_of, records, versions
from server.api.asked import Page, Year, found_among, found_region, results_of
from server.api.scores import ScoreRow, score_row, score_table

router = APIRouter()

_COLUMNS = ["region", "name", "kind", "province", "island", "lat", "lon", "area_km2", "population"]


class RegionRow(BaseModel):
    """A region: its code and name, where it lies, how large it is."""

    region: str
    name: str
    kind: str | None
    province: str | None
    island: str | None
    lat: float | None
    lon: float | None
    area_km2: float | None
    population: float | None


class FigureRow(BaseModel):
    """The published figure behind an indicator, and where it stands.

    `origin` is figure, carried (from an earlier year) or imputed (estimated: then there is no figure). `file` and
    `line` (the header is line 1) are those of the dataset. Of an indicator that is a ratio it is what is divided; what
    it is divided by is among the /figures of the variable that /indicators names in `per`.
    """

    indicator: str
    variable: str
    origin: Literal["figure", "carried", "imputed"]
    value: float | None
    year: int | None
    source: str | None
    publisher: str | None
    title: str | None
    address: str | None
    file: str | None
    line: int | None
    note: str | None


class Region(BaseModel):
    """A region with its scores of a year, and the figures that they were made from."""

    versions: Versions
    region: RegionRow
    year: int
    scores: list[ScoreRow]
    figures: list[FigureRow]


class Regions(Page):
    """Which regions."""

    kind: str | None = Field(None, max_length=100, description="kota or kabupaten, or as the dataset has it.")
    province: str | None = Field(None, max_length=100, description="The name of a province, in capitals or not.")
    name: str | None = Field(None, max_length=100, description="A part of the name, in capitals or not.")


@router.get("/regions", response_model=Listing[RegionRow], responses=LISTED)
def regions(request: Request, asked: Annotated[Regions, Query()]) -> Response:
    """The regions in the order of their codes; of one kind or province, or by a part of the name, where asked for."""
    results = results_of(figures(), None)
    table = register = _register(results)
    for column in ("kind", "province"):
        wanted = getattr(asked, column)
        if wanted is not None:
            table = table[table[column] == found_among(sorted(register[column].dropna().unique()), wanted, column)]
    if asked.name is not None:
        table = table[table["name"].str.contains(asked.name, case=False, regex=False)]
    return page_of(request, asked, results, table, RegionRow, lambda row: RegionRow(**row))


@router.get("/regions/{code}", response_model=Region, responses=FOUND)
def region(
    request: Request,
    code: Annotated[
        str, Path(max_length=200, description="The code of a region, or its full name.", examples=["53.71"])
    ],
    asked: Annotated[Year, Query()],
) -> Response:
    """One region with all its scores of a year and the rows of the sources behind them."""
    results, year = asked.asked()
    table = _register(results)
    code = found_region(results, code, "code")
    row = records(table[table["region"] == code])[0]
    answer = Region(
        versions=versions(results),
        region=RegionRow(**row),
        year=year,
        scores=[score_row(results, year, one) for one in records(score_table(results, year, region=code))],
        figures=[FigureRow(**one) for one in _figures(results, code, year)],
    )
    return json_of(request, answer)


def _register(results: Results) -> Any:
    return results.regions()[_COLUMNS]


def _figures(results: Results, region: str, year: int) -> list[dict[str, Any]]:
    """An indicator a row; an imputed one has no figure."""
    return records(
        results.table(
            """
            SELECT t.node AS indicator, l.variable AS variable, t.origin AS origin, f.value AS value, f.year AS year,
                   f.source AS source, s.publisher AS publisher,
                   s.title AS title, s.address AS address, f.file AS file, f.line AS line, f.note AS note
            FROM treated t
            JOIN node n ON n.node = t.node
            JOIN leaf l ON l.node = t.node
            LEFT JOIN figure f ON t.origin <> 'imputed' AND f.region = t.region AND f.variable = l.variable
                 AND f.year = t.figure_year
            LEFT JOIN source s ON s.source = f.source
            WHERE t.region = ? AND t.year = ? AND t.value IS NOT NULL
            ORDER BY n.ordinal
            """,
            [region, year],
        )
    )
