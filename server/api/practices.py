"""/practices: what regions have done, by whose account, and how far that can be trusted."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from metrics.figures import figures
from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice
from server.api.answers import FOUND, LISTED, Both, Listing, Versions, json_of, page_of, versions
from server.api.asked import Page, Spoken, found_region, known_node, results_of
from server.api.errors import NotFound
from words import mark

router = APIRouter()

Grade = Literal["A", "B", "C", "D"]


class PracticeRow(BaseModel):
    """A practice in short.

    grade     A measured by others, B documented by others, C by its own account or by single reports, D a title only
    disputed  a measurement by others speaks against what was reported
    """

    practice: str
    region: str | None
    province: str | None
    abroad: str | None
    title: Both
    summary: Both
    sub_dimension: str
    indicators: list[str]
    started: int | None
    ended: int | None
    grade: Grade
    disputed: bool
    lesson: Both | None


class OnePractice(BaseModel):
    """A practice with everything that the catalogue knows of it, as its entry is written (docs/practices.md)."""

    versions: Versions
    practice: Practice


class Practices(Page):
    """Which practices."""

    region: str | None = Field(None, max_length=200, description="The code or the full name of the region that did it.")
    indicator: str | None = Field(None, max_length=200, description="The id of an indicator that it should move.")
    grade: Grade | None = Field(None, description="Only practices of this grade.")


@router.get("/practices", response_model=Listing[PracticeRow], responses=LISTED)
def practices(request: Request, asked: Annotated[Practices, Query()]) -> Response:
    """The practices in the order of the catalogue."""
    results = results_of(figures(), None)
    region = None if asked.region is None else found_region(results, asked.region, "region")
    if asked.indicator is not None:
        known_node(results, asked.indicator, "indicator")
    found = [
        practice
        for practice in catalogue(results).practices
        if region in (None, practice.region)
        and asked.grade in (None, practice.grade)
        and (asked.indicator is None or asked.indicator in practice.indicators)
    ]
    return page_of(request, asked, results, found, PracticeRow, _row)


@router.get("/practices/{id}", response_model=OnePractice, responses=FOUND)
def practice(
    request: Request, id: Annotated[str, Path(max_length=200, examples=["sumedang-simpati"])],
    spoken: Annotated[Spoken, Query()],
) -> Response:  # fmt: skip
    """One practice in full."""
    results = results_of(figures(), None)
    try:
        found = catalogue(results).practice(id)
    except KeyError:
        raise NotFound("id", mark("there is no practice with the id {value}"), value=id) from None
    return json_of(request, OnePractice(versions=versions(results), practice=found))


def _row(practice: Practice) -> PracticeRow:
    return PracticeRow(
        practice=practice.id,
        region=practice.region,
        province=practice.province,
        abroad=practice.abroad.city if practice.abroad else None,
        title=Both.of(practice.title),
        summary=Both.of(practice.summary),
        sub_dimension=practice.sub_dimension,
        indicators=list(practice.indicators),
        started=practice.started,
        ended=practice.ended,
        grade=practice.grade,
        disputed=practice.disputed,
        lesson=Both.of(practice.lesson) if practice.lesson else None,
    )
