"""One year laid out to be followed cell by cell: every step of the chain as a table of regions by nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from metrics.bands import Bands
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.tree import Node

# What these give comes from an observed range: where it has no length there is nothing to normalise.
_BY_RANGE = ("minmax", "zscore", "distance_to_max", "distance_to_reference", "distance_to_target")


@dataclass(frozen=True)
class Limits:
    """What one indicator is normalised and treated with, as settled over all values taken together.

    least, most      of the treated values, in their own units
    mean, sd         of the values as normalised: multiplied by the sign, after the logarithm where there is one;
                     NaN unless they are normalised as z-scores
    count            how many values they are
    informative      whether a value can be normalised at all
    clip_low, clip_high   to what outliers are brought, None on a side where there are none
    log_low, log_high     of the values before their logarithm was taken as a treatment, None where it wasn't
    """

    least: float
    most: float
    mean: float
    sd: float
    count: int
    informative: bool
    clip_low: float | None = None
    clip_high: float | None = None
    log_low: float | None = None
    log_high: float | None = None


@dataclass(frozen=True, eq=False)
class Audit:
    """A year of results. Each table has a row a region, in file order, and a column a node; NaN where nothing is.

    leaves       indicators with figures, in file order
    tree         scored nodes level by level, so that children stand side by side, those that count first
    raw          figures as published, with the year that each is from in `figure_years`
    denominators what they are divided by, and `denominated` the result
    treated      with estimates and outlier treatment; `marks` tells of each "figure", "carried", "imputed",
                 "winsorised" or "log"
    scores       of every node of the tree, and their `coverage`
    ranking      as Results.ranking
    limits       by indicator; none of one without any value
    sources      one row a figure that is used, see `figures_used`
    publishers   one row a source
    """

    year: int
    regions: pd.DataFrame
    leaves: tuple[Node, ...]
    tree: tuple[Node, ...]
    raw: pd.DataFrame
    figure_years: pd.DataFrame
    denominators: pd.DataFrame
    denominated: pd.DataFrame
    treated: pd.DataFrame
    marks: pd.DataFrame
    normalised: pd.DataFrame
    scores: pd.DataFrame
    coverage: pd.DataFrame
    ranking: pd.DataFrame
    limits: Mapping[str, Limits]
    sources: pd.DataFrame
    publishers: pd.DataFrame
    bands: Bands | None


def audit(results: Results, year: int) -> Audit:
    """Everything behind the scores of a year. Raises KeyError for a year that is not scored."""
    if year not in results.years:
        raise KeyError(year)
    regions = results.regions()
    tree = level_by_level(results.nodes)
    leaves = tuple(node for node in results.nodes if node.is_leaf and node.status != "wanted")
    treated = results.table(
        "SELECT region, node, value, origin, treatment FROM treated WHERE year = ?",
        [year],
    )
    treated["mark"] = treated["treatment"].where(treated["treatment"] != "", treated["origin"])
    raw = results.table("SELECT region, node, value, figure_year FROM raw WHERE year = ?", [year])
    scores = results.scores(year)
    columns = [leaf.id for leaf in leaves]

    def wide(rows: pd.DataFrame, values: str, of: list[str]) -> pd.DataFrame:
        table = rows.pivot(index="region", columns="node", values=values)
        return table.reindex(index=regions["region"], columns=of)

    def step(name: str) -> pd.DataFrame:
        return wide(results.table(f"SELECT region, node, value FROM {name} WHERE year = ?", [year]), "value", columns)

    used = figures_used(results, year)
    return Audit(
        year=year,
        regions=regions,
        leaves=leaves,
        tree=tree,
        raw=wide(raw, "value", columns),
        figure_years=wide(raw, "figure_year", columns),
        denominators=step("denominator"),
        denominated=step("denominated"),
        treated=wide(treated, "value", columns),
        marks=wide(treated, "mark", columns),
        normalised=step("normalised"),
        scores=wide(scores, "score", [node.id for node in tree]),
        coverage=wide(scores, "coverage", [node.id for node in tree]),
        ranking=results.ranking(year).set_index("region").reindex(regions["region"]),
        limits=_limits(results, leaves, year),
        sources=used,
        publishers=_publishers(results, used),
        bands=_bands(results, year),
    )


def level_by_level(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The scored nodes from the root down; the children of a node side by side, those that count before others."""
    found = [nodes[0]]
    for parent in found:  # grows as it goes
        children = [node for node in nodes if node.parent == parent.id and node.status != "wanted"]
        found += sorted(children, key=lambda child: not child.counts)
    return tuple(found)


def figures_used(results: Results, year: int) -> pd.DataFrame:
    """A row a figure behind the year, denominators too, in the order of regions and indicators.

    Columns: region, name, node, variable, figure_year, value, source, file, line, note.
    """
    return results.table(
        """
        SELECT r.region AS region, r.name AS name, u.node AS node, f.variable AS variable, f.year AS figure_year,
               f.value AS value, f.source AS source, f.file AS file, f.line AS line, f.note AS note
        FROM (
            SELECT raw.region AS region, raw.node AS node, leaf.variable AS variable, raw.figure_year AS year
            FROM raw JOIN leaf ON leaf.node = raw.node WHERE raw.year = ?
            UNION ALL
            SELECT d.region AS region, d.node AS node, leaf.per AS variable, d.denominator_year AS year
            FROM denominator d JOIN leaf ON leaf.node = d.node WHERE d.year = ?
        ) u
        JOIN figure f ON f.variable = u.variable AND f.region = u.region AND f.year = u.year
        JOIN region r ON r.region = u.region
        JOIN node n ON n.node = u.node
        ORDER BY r.ordinal, n.ordinal, f.variable
        """,
        [year, year],
    )


def _publishers(results: Results, used: pd.DataFrame) -> pd.DataFrame:
    """The sources of these figures by name, with everything that is said of them."""
    sources = results.table("SELECT * FROM source ORDER BY source")
    return sources[sources["source"].isin(set(used["source"]))].reset_index(drop=True)


def _limits(results: Results, leaves: tuple[Node, ...], year: int) -> dict[str, Limits]:
    """Those of the pool that the year belongs to: the year itself, or all of them."""
    spreads = results.table(
        """
        SELECT s.node AS node, s.n AS count, s.mean AS mean, s.sd AS sd, s.low AS low, s.high AS high,
               min(t.value) AS least, max(t.value) AS most
        FROM spread s
        JOIN leaf ON leaf.node = s.node
        JOIN treated t ON t.node = s.node AND (s.pool = 0 OR t.year = s.pool)
        WHERE s.pool = CASE WHEN leaf.by_year THEN ? ELSE 0 END
        GROUP BY s.node, s.n, s.mean, s.sd, s.low, s.high
        """,
        [year],
    )
    treatments = results.table(
        """
        SELECT t.* FROM treatment t JOIN leaf ON leaf.node = t.node
        WHERE t.pool = CASE WHEN leaf.by_year THEN ? ELSE 0 END
        """,
        [year],
    )
    treated = {row["node"]: row for row in treatments.to_dict("records")}
    using = {leaf.id: leaf.normalise.using for leaf in leaves}
    found = {}
    for row in spreads.to_dict("records"):
        node, treatment = row["node"], treated.get(row["node"])
        constant = using[node] in _BY_RANGE and not row["high"] > row["low"]
        found[node] = Limits(
            row["least"], row["most"], row["mean"], row["sd"], int(row["count"]),
            informative=not constant and (using[node] != "percentile" or row["count"] > 1),
            **({} if treatment is None else _treatment(treatment)),
        )  # fmt: skip
    return found


def _treatment(row: Mapping[Any, Any]) -> dict[str, float]:
    if row["outcome"] == "log":
        return {"log_low": row["low"], "log_high": row["high"]}
    ends = {"clip_low": row["points_low"], "clip_high": row["points_high"]}
    return {end: row[end] for end, points in ends.items() if points > 0}


def _bands(results: Results, year: int) -> Bands | None:
    """None where the default assumptions do not go with the figures."""
    try:
        return kept_bands(results, year)
    except InputProblems:
        return None
