"""/figures: every published figure as the dataset has it, and where it stands there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from metrics.figures import figures as shown_figures
from metrics.results import Results
from server.api.answers import LISTED, Listing, page_with, records
from server.api.asked import Page, found_among, found_region, results_of

router = APIRouter()


class PublishedRow(BaseModel):
    """A published figure: a row of a file of the dataset, in the unit of its variable.

    `file` and `line` (the header is line 1) are where it stands. /variables has the unit, /sources licence and caveats.
    """

    region: str
    name: str
    variable: str
    year: int
    value: float
    source: str
    publisher: str
    file: str
    line: int
    note: str | None


class Published(Page):
    """Which figures."""

    region: str | None = Field(None, max_length=200, description="The code or the full name of a region.")
    variable: str | None = Field(None, max_length=200, description="The id of a variable, as /variables names it.")
    year: int | None = Field(None, ge=1900, le=2100, description="The year that a figure is of.")
    source: str | None = Field(None, max_length=200, description="The id of a source, as /sources names it.")


@router.get("/figures", response_model=Listing[PublishedRow], responses=LISTED)
def figures(request: Request, asked: Annotated[Published, Query()]) -> Response:
    """The published figures by variable, year and region; before anything is carried, imputed or scored."""
    shown = shown_figures()
    results = results_of(shown, None)
    where, wanted = _wanted(results, asked)
    total = int(results.table(f"SELECT count(*) AS total FROM figure f WHERE {where}", wanted)["total"].iloc[0])
    rows = results.table(
        f"""
        SELECT f.region AS region, r.name AS name, f.variable AS variable, f.year AS year, f.value AS value,
               f.source AS source, s.publisher AS publisher, f.file AS file, f.line AS line, f.note AS note
        FROM figure f JOIN source s ON s.source = f.source JOIN region r ON r.region = f.region
        WHERE {where}
        ORDER BY f.variable, f.year, f.region
        LIMIT ? OFFSET ?
        """,
        [*wanted, asked.limit, asked.offset],
    )
    return page_with(request, asked, results, total, [PublishedRow(**row) for row in records(rows)], PublishedRow)


def _wanted(results: Results, asked: Published) -> tuple[str, list[object]]:
    """The condition on a figure `f`, and what fills its holes. Raises NotFound."""
    wanted: dict[str, object] = {}
    if asked.region is not None:
        wanted["region"] = found_region(results, asked.region, "region")
    for column in ("variable", "source"):
        if (one := getattr(asked, column)) is not None:
            known = results.table(f"SELECT DISTINCT {column} FROM figure ORDER BY {column}")[column]
            wanted[column] = found_among(known, one, column)
    if asked.year is not None:
        years = results.table("SELECT DISTINCT year FROM figure ORDER BY year")["year"]
        wanted["year"] = int(found_among(years, asked.year, "year"))
    return " AND ".join(["TRUE", *(f"f.{column} = ?" for column in wanted)]), list(wanted.values())
