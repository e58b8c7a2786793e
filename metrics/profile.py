"""Where one region stands: every node beside the regions of its kind, what is missing, its groups and its years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from metrics.explain import given, whole
from metrics.results import Results
from metrics.tree import Node

_MOST_NAMED = 3  # strengths, and weaknesses, that are named


@dataclass(frozen=True)
class Place:
    """A node of one region in one year, beside the regions of the same kind.

    `value` is what is compared: natural units for an indicator, the score for a composite; so are the
    medians, of the kind and of the province (both kinds together). `percentile` runs from 0, the weakest
    of the kind, to 100, the strongest; regions with the same value share the middle of their places. It is
    None without a value, or where there is nobody to compare with. `compared` counts the regions of the
    kind that have a value. `origin` (figure, carried, imputed) and `figure_year` are those of an indicator.
    """

    node: Node
    score: float | None
    coverage: float
    value: float | None = None
    percentile: float | None = None
    compared: int = 0
    kind_median: float | None = None
    province_median: float | None = None
    origin: str | None = None
    figure_year: int | None = None


@dataclass(frozen=True)
class Missing:
    """An indicator of the headline without a figure, and who publishes the figures of other regions."""

    node: Node
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Membership:
    """A group that the region belongs to; `title` and `description` by language, None where not described."""

    group: str
    title: dict[str, str] | None
    description: dict[str, str] | None
    year: int | None
    status: str | None


@dataclass(frozen=True)
class Profile:
    """A region in one year: `places` holds every node that is not wanted, in file order, the root first."""

    region: str
    name: str
    kind: str | None
    province: str | None
    places: tuple[Place, ...]
    missing: tuple[Missing, ...]
    memberships: tuple[Membership, ...]

    @property
    def dimensions(self) -> tuple[Place, ...]:
        """The children of the root, the strongest within the kind first, those without a value last."""
        return _by_percentile([place for place in self.places if place.node.depth == 1])

    @cached_property
    def _compared_leaves(self) -> tuple[Place, ...]:
        """The indicators of the headline that can be compared, the strongest first."""
        leaves = [p for p in self.places if p.node.is_leaf and p.node.status == "active" and p.percentile is not None]
        return _by_percentile(leaves)

    @property
    def strengths(self) -> tuple[Place, ...]:
        """The indicators with the highest percentiles, the highest first: at most half of them."""
        return self._compared_leaves[: self._named]

    @property
    def weaknesses(self) -> tuple[Place, ...]:
        """The indicators with the lowest percentiles, the lowest first: at most half of them."""
        return self._compared_leaves[::-1][: self._named]

    @property
    def _named(self) -> int:
        return min(_MOST_NAMED, len(self._compared_leaves) // 2)

    @property
    def extremes(self) -> tuple[Place, Place] | None:
        """The strongest and the weakest dimension of the headline; None where fewer than two can be compared."""
        found = [p for p in self.dimensions if p.node.status == "active" and p.percentile is not None]
        return (found[0], found[-1]) if len(found) > 1 else None

    @property
    def above_median(self) -> tuple[int, int]:
        """In how many dimensions of the headline the region is above the median of its kind, and of how many."""
        pairs = [
            (place.score, place.kind_median)
            for place in self.dimensions
            if place.node.status == "active" and place.score is not None and place.kind_median is not None
        ]
        return sum(score > median for score, median in pairs), len(pairs)


def _by_percentile(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: -1.0 if place.percentile is None else place.percentile, reverse=True))


def region_profile(results: Results, region: str, year: int) -> Profile:
    """The profile of a region, by its code, in a scored year. Raises KeyError for a code that is not there."""
    about = results.regions().set_index("region").loc[region].astype("object").to_dict()
    compared = pd.concat([_composites(results, region, year), _leaves(results, region, year)])
    standing = {row["node"]: row for row in compared.astype("object").to_dict("records")}
    scores = results.table("SELECT node, score, coverage FROM score WHERE region = ? AND year = ?", [region, year])
    scored = {row["node"]: row for row in scores.astype("object").to_dict("records")}
    return Profile(
        region=region,
        name=str(about["name"]),
        kind=given(about["kind"]),
        province=given(about["province"]),
        places=tuple(
            _place(node, scored.get(node.id, {}), standing.get(node.id, {}))
            for node in results.nodes
            if node.status != "wanted"
        ),
        missing=_missing(results, region, year),
        memberships=_memberships(results, region),
    )


def _place(node: Node, scored: dict[Any, Any], standing: dict[Any, Any]) -> Place:
    return Place(
        node=node,
        score=given(scored.get("score")),
        coverage=given(scored.get("coverage")) or 0.0,
        value=given(standing.get("value")),
        percentile=given(standing.get("percentile")),
        compared=int(standing.get("compared", 0)),
        kind_median=given(standing.get("kind_median")),
        province_median=given(standing.get("province_median")),
        origin=given(standing.get("origin")),
        figure_year=whole(standing.get("figure_year")),
    )


# Compares the values of `cell` (node, region, value, good: more of it is better). The region itself may have none.
_COMPARED = """
    , mine AS (SELECT region, kind, province FROM region WHERE region = ?)
    , kin AS (
        SELECT c.*, r.kind IS NOT DISTINCT FROM (SELECT kind FROM mine) AS same_kind,
               r.province IS NOT DISTINCT FROM (SELECT province FROM mine) AS same_province
        FROM cell c JOIN region r ON r.region = c.region
    )
    , own AS (SELECT * FROM cell WHERE region = (SELECT region FROM mine))
    SELECT kin.node AS node, any_value(own.value) AS value,
           any_value(own.origin) AS origin, any_value(own.figure_year) AS figure_year,
           count(*) FILTER (same_kind) AS compared,
           median(kin.value) FILTER (same_kind) AS kind_median,
           median(kin.value) FILTER (same_province) AS province_median,
           CASE WHEN any_value(own.value) IS NOT NULL AND count(*) FILTER (same_kind) > 1 THEN
                100 * (count(*) FILTER (same_kind AND kin.good < own.good)
                       + (count(*) FILTER (same_kind AND kin.good = own.good) - 1) / 2.0)
                / (count(*) FILTER (same_kind) - 1) END AS percentile
    FROM kin LEFT JOIN own ON own.node = kin.node
    GROUP BY kin.node
"""


def _composites(results: Results, region: str, year: int) -> pd.DataFrame:
    cell = """
        WITH cell AS (
            SELECT s.node AS node, s.region AS region, s.score AS value, s.score AS good,
                   CAST(NULL AS VARCHAR) AS origin, CAST(NULL AS INTEGER) AS figure_year
            FROM score s JOIN node n ON n.node = s.node AND NOT n.is_leaf
            WHERE s.year = ? AND s.score IS NOT NULL
        )
    """
    return results.table(cell + _COMPARED, [year, region])


def _leaves(results: Results, region: str, year: int) -> pd.DataFrame:
    cell = """
        WITH cell AS (
            SELECT i.node AS node, i.region AS region, i.value AS value, l.sign * i.value AS good,
                   CAST(i.origin AS VARCHAR) AS origin, i.figure_year AS figure_year
            FROM imputed i JOIN leaf l ON l.node = i.node
            WHERE i.year = ?
        )
    """
    return results.table(cell + _COMPARED, [year, region])


def _missing(results: Results, region: str, year: int) -> tuple[Missing, ...]:
    missing = results.missing(year)
    nodes = [results.node(node) for node in missing.loc[missing["region"] == region, "node"]]
    query = """
        SELECT DISTINCT s.publisher AS publisher FROM figure f JOIN source s ON s.source = f.source
        WHERE f.variable = ? ORDER BY s.publisher
    """
    return tuple(Missing(node, tuple(results.table(query, [node.variable])["publisher"])) for node in nodes)


def _memberships(results: Results, region: str) -> tuple[Membership, ...]:
    rows = results.table(
        """
        SELECT m."group" AS "group", m.year AS year, m.status AS status, g.title_id AS title_id,
               g.title_en AS title_en, g.description_id AS description_id, g.description_en AS description_en
        FROM membership m LEFT JOIN described_group g ON g."group" = m."group"
        WHERE m.region = ? ORDER BY m."group", m.year
        """,
        [region],
    ).astype("object")
    return tuple(
        Membership(
            str(row["group"]),
            _both(row, "title"),
            _both(row, "description"),
            whole(row["year"]),
            given(row["status"]),
        )
        for row in rows.to_dict("records")
    )


def _both(row: dict[Any, Any], name: str) -> dict[str, str] | None:
    texts = {language: given(row[f"{name}_{language}"]) for language in ("id", "en")}
    return {language: str(text) for language, text in texts.items() if text} or None
