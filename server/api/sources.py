"""/sources and /variables: who published the figures, and what they are."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from metrics.figures import figures
from server.api.answers import LISTED, Both, Listing, page_of
from server.api.asked import Page, results_of

router = APIRouter()


class SourceRow(BaseModel):
    """A source: who published it under which title and licence, where it was read and when, and what to beware of."""

    source: str
    publisher: str
    title: str
    licence: str | None
    kind: str | None
    address: str | None
    commit: str | None
    published: str | None
    accessed: str | None
    caveats: Both | None


class VariableRow(BaseModel):
    """What is counted or measured, in which unit, and what to beware of.

    direction  whether more of it is better (higher) or worse (lower); context where it is neither
    """

    variable: str
    title: Both | None
    unit: Both | None
    direction: str | None
    caveat: Both | None


@router.get("/sources", response_model=Listing[SourceRow], responses=LISTED)
def sources(request: Request, page: Annotated[Page, Query()]) -> Response:
    """The sources of the figures, by their ids."""
    results = results_of(figures(), None)
    columns = "source, publisher, title, licence, kind, address, commit, published, accessed, caveats_id"
    table = results.table(f"SELECT {columns}, caveats AS caveats_en FROM source ORDER BY source")
    return page_of(request, page, results, table, SourceRow, lambda row: SourceRow(**_in_both(row, "caveats")))


@router.get("/variables", response_model=Listing[VariableRow], responses=LISTED)
def variables(request: Request, page: Annotated[Page, Query()]) -> Response:
    """The variables of the figures, by their ids; indicators of a framework are made of some of them."""
    results = results_of(figures(), None)
    columns = "variable, title_id, title_en, unit_id, unit AS unit_en, direction, caveat_id, caveat_en"
    table = results.table(f"SELECT {columns} FROM variable ORDER BY variable")
    both = ("title", "unit", "caveat")
    return page_of(request, page, results, table, VariableRow, lambda row: VariableRow(**_in_both(row, *both)))


def _in_both(row: dict[str, Any], *names: str) -> dict[str, Any]:
    """The row with two columns for both languages made one; a text in one language stands for both."""
    for name in names:
        indonesian, english = row.pop(f"{name}_id"), row.pop(f"{name}_en")
        known = indonesian or english
        row[name] = Both(id=indonesian or known, en=english or known) if known else None
    return row
