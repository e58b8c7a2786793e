"""/indicators: the tree of a framework, indicators and what they add up to."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from metrics.tree import Node
from server.api.answers import LISTED, Both, Listing, page_of
from server.api.asked import Framework, Page

router = APIRouter()


class IndicatorRow(BaseModel):
    """A node of the tree; `indicator` says whether it is a leaf, with a variable of its own.

    variable   what is published of it (/figures); with `per` it is divided by that variable, and times `times`
    goalposts  the worst and the best figure that count, ends of its scale; null where others mark the ends
    status     active counts; shown is scored and displayed, but not weighed; wanted has no figures yet
    direction  whether more of it is better (higher) or worse (lower)
    proxy      stands in for something that is not measured
    breaks     years from which the series is not comparable with what was before
    sdg        goals of the Sustainable Development Goals that it speaks to
    """

    node: str
    parent: str | None
    level: int
    indicator: bool
    status: Literal["active", "shown", "wanted"]
    title: Both
    description: Both | None
    weight: float
    aggregate: str | None
    variable: str | None
    per: str | None
    times: float | None
    goalposts: list[float] | None
    unit: Both | None
    direction: Literal["higher", "lower"] | None
    proxy: bool
    breaks: list[int]
    sdg: list[int]


class Indicators(Page, Framework):
    """Which nodes."""

    status: Literal["active", "shown", "wanted"] | None = Field(None, description="Only nodes of this status.")


@router.get("/indicators", response_model=Listing[IndicatorRow], responses=LISTED)
def indicators(request: Request, asked: Annotated[Indicators, Query()]) -> Response:
    """The nodes of a framework in the order of its file, the whole first."""
    results = asked.results()
    found = [node for node in results.nodes if asked.status in (None, node.status)]
    return page_of(request, asked, results, found, IndicatorRow, _row)


def _row(node: Node) -> IndicatorRow:
    direction: Literal["higher", "lower"] = "lower" if node.sign < 0 else "higher"
    return IndicatorRow(
        node=node.id,
        parent=node.parent,
        level=node.depth,
        indicator=node.is_leaf,
        status=node.status,
        title=Both.of(node.title),
        description=Both.of(node.description) if node.description else None,
        weight=node.weight,
        aggregate=None if node.is_leaf else node.aggregate,
        variable=node.variable or None,
        per=node.per,
        times=node.times if node.is_leaf else None,
        goalposts=None if node.goalposts is None else list(node.goalposts),
        unit=Both.of(node.unit) if node.unit else None,
        direction=direction if node.is_leaf else None,
        proxy=node.proxy,
        breaks=list(node.breaks),
        sdg=list(node.sdg),
    )
