"""/frameworks: what scores are made by, and for which years there are any."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from metrics.figures import figures
from server.api.answers import LISTED, Both, Listing, page_of
from server.api.asked import Page

router = APIRouter()


class FrameworkRow(BaseModel):
    """A framework: its version, its scored years, and the levels that its scores fall into, the lowest first.

    `opening_year` is the newest settled one; in `provisional_years` much is carried forward from earlier years.
    `cuts` are the scores from which each level starts.
    """

    framework: str
    title: Both
    version: str
    default: bool
    years: list[int]
    opening_year: int
    provisional_years: list[int]
    levels_id: list[str]
    levels_en: list[str]
    cuts: list[float]


@router.get("/frameworks", response_model=Listing[FrameworkRow], responses=LISTED)
def frameworks(request: Request, page: Annotated[Page, Query()]) -> Response:
    """The frameworks, the default one first."""
    shown = figures()
    return page_of(request, page, shown.results(shown.default), list(shown.frameworks), FrameworkRow, _row)


def _row(name: str) -> FrameworkRow:
    shown = figures()
    results = shown.results(name)
    maturity = results.framework.maturity
    levels = maturity.levels if maturity else ()
    return FrameworkRow(
        framework=name,
        title=Both.of(results.framework.title),
        version=results.framework_version,
        default=name == shown.default,
        years=list(results.years),
        opening_year=results.opening_year,
        provisional_years=list(results.provisional_years),
        levels_id=[level.title.id for level in levels],
        levels_en=[level.title.en for level in levels],
        cuts=[level.from_ for level in levels],
    )
