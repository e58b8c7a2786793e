"""/scores: what every region scores in a year, from the whole down to the indicators."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Annotated, Any

import pandas as pd
from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from metrics.banded import with_bands
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems
from metrics.results import Results
from server.api.answers import LISTED, Listing, page_of, records
from server.api.asked import Page, Year, found_among, found_region, known_node

router = APIRouter()

_BANDED = ("score_low", "score_high", "rank", "rank_low", "rank_high", "ranked")
_IN_KIND = ("rank_in_kind", "rank_in_kind_low", "rank_in_kind_high", "ranked_in_kind")


class ScoreRow(BaseModel):
    """The score of a node for a region, 0 to 100, with the share of its weight that has figures.

    Only the whole (level 0) has a rank, for only there is it known how sure one is: `rank` among the `ranked`, in nine
    of ten draws from `rank_low` to `rank_high`; the same within its kind. `maturity` is the level of the whole, which
    /frameworks names: 1 upward; x where too little is known to assess it.
    """

    year: int
    region: str
    name: str
    node: str
    level: int
    score: float | None
    score_low: float | None
    score_high: float | None
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    ranked: int | None
    rank_in_kind: int | None
    rank_in_kind_low: int | None
    rank_in_kind_high: int | None
    ranked_in_kind: int | None
    coverage: float
    maturity: str | None


class Scores(Page, Year):
    """Which scores."""

    region: str | None = Field(None, max_length=200, description="The code or the full name of a region.")
    node: str | None = Field(None, max_length=200, description="The id of a node: an indicator or what is above it.")
    level: int | None = Field(None, ge=0, le=100, description="How far below the whole, which is 0.")


@router.get("/scores", response_model=Listing[ScoreRow], responses=LISTED)
def scores(request: Request, asked: Annotated[Scores, Query()]) -> Response:
    """The scores of a year, region by region from the whole down; of one region, node or level where asked for."""
    results, year = asked.asked()
    region = None if asked.region is None else found_region(results, asked.region, "region")
    if asked.node is not None:
        known_node(results, asked.node, "node")
    if asked.level is not None:
        found_among(sorted({node.depth for node in results.nodes}), asked.level, "level")
    found = score_table(results, year, region, asked.node, asked.level)
    return page_of(request, asked, results, found, ScoreRow, partial(score_row, results, year))


def score_table(
    results: Results, year: int, region: str | None = None, node: str | None = None, level: int | None = None
) -> pd.DataFrame:
    """The scores of a year, of what is asked for."""
    table = results.scores(year).drop(columns=["rank", "ranked"])
    table = table.merge(results.regions()[["region", "name"]], on="region", how="left")
    for column, wanted in (("region", region), ("node", node), ("level", level)):
        if wanted is not None:
            table = table[table[column] == wanted]
    return table


def score_row(results: Results, year: int, row: dict[str, Any]) -> ScoreRow:
    """A row of that table with what the whole has beside its score."""
    beside = _whole(results, year)[row["region"]] if row["level"] == 0 else dict.fromkeys((*_BANDED, *_IN_KIND))
    return ScoreRow(**({"year": year} | row | beside))


@lru_cache(maxsize=20)
def _whole(results: Results, year: int) -> dict[str, dict[str, Any]]:
    """What the whole has beside its score, by region; nothing of it where a region has no rank or no band."""
    ranking = results.ranking(year)
    try:
        bands = kept_bands(results, year) if ranking["rank"].notna().any() else None
    except InputProblems:  # the default draws do not go with these figures: a rank without a band is not given
        bands = None
    table = with_bands(ranking, bands, results.framework.maturity).set_index("region", drop=False)
    known = table[table["rank"].notna() & table["rank_low"].notna()]
    bare = dict.fromkeys((*_BANDED, *_IN_KIND))
    found = {row["region"]: row for row in records(known[["region", *_BANDED, *_IN_KIND]])}
    return {str(region): found.get(str(region), bare) for region in table["region"]}
