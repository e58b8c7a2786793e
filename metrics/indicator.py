"""One variable across the country in natural units: its figures, their spread by kind, their course over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.framework import Bilingual, Error, Text
from metrics.results import Results

# A year with figures for less than this share of the regions of the fullest year is not typical of the country.
TYPICAL_SHARE = 0.5
# Where the largest figure is more than so many times the median, most regions stand on one spot of a plain scale.
SKEWED_FROM = 10


@dataclass(frozen=True)
class Indicator:
    """A variable in words. `sign` is +1 where higher is better, -1 where lower is, and 0 where neither.

    `node` is the indicator of the framework that reads the variable as it is, None outside the
    framework; only with it come decimals, target, breaks and error.
    """

    variable: str
    title: Bilingual
    unit: Bilingual | None
    sign: int
    caveat: Bilingual | None
    description: Bilingual | None = None
    node: str | None = None
    decimals: int | None = None
    target: float | None = None
    breaks: tuple[int, ...] = ()
    error: Error | None = None


@dataclass(frozen=True)
class Spread:
    """The figures of the regions of a kind, None for all of them together, in one year."""

    kind: str | None
    regions: int
    low: float
    first_quartile: float
    median: float
    third_quartile: float
    high: float


@dataclass(frozen=True)
class Coverage:
    """How many regions have a figure of a year, and whether that is typical of the variable."""

    year: int
    regions: int
    typical: bool


def indicators(results: Results) -> tuple[Indicator, ...]:
    """Every variable that has a figure: first those of the framework in file order, then the others by code."""
    described = results.table(
        """
        SELECT f.variable AS variable, v.title_id AS title_id, v.title_en AS title_en, v.unit_id AS unit_id,
               v.unit AS unit_en, v.direction AS direction, v.caveat_id AS caveat_id, v.caveat_en AS caveat_en
        FROM (SELECT DISTINCT variable FROM figure) f LEFT JOIN variable v ON v.variable = f.variable
        ORDER BY f.variable
        """
    ).astype("object")
    records = described.where(described.notna(), None).to_dict("records")
    rows = {record["variable"]: {str(column): value for column, value in record.items()} for record in records}
    used = {
        node.variable: Indicator(
            node.variable,
            node.title,
            node.unit or _both(rows[node.variable], "unit"),
            node.sign,
            _both(rows[node.variable], "caveat"),
            node.description,
            node.id,
            node.decimals,
            node.target,
            node.breaks,
            node.error,
        )
        # Divided by another variable the figures have other units: then they stand under their own name.
        for node in reversed(results.nodes)
        if node.is_leaf and node.status != "wanted" and node.per is None and node.variable in rows
    }
    others = (
        Indicator(
            name,
            _both(row, "title") or Text(id=name, en=name),
            _both(row, "unit"),
            {"higher": 1, "lower": -1}.get(row["direction"], 0),
            _both(row, "caveat"),
        )
        for name, row in rows.items()
        if name not in used
    )
    return (*reversed(used.values()), *others)


def _both(row: Mapping[str, str | None], field: str) -> Text | None:
    """The words of both languages, one standing in for the other."""
    indonesian, english = row[f"{field}_id"], row[f"{field}_en"]
    either = indonesian or english
    return Text(id=indonesian or either, en=english or either) if either else None


def coverage(results: Results, variable: str) -> tuple[Coverage, ...]:
    """The years that have figures of the variable, ascending."""
    found = results.table(
        "SELECT year, count(*) AS regions FROM figure WHERE variable = ? GROUP BY year ORDER BY year", [variable]
    )
    enough = TYPICAL_SHARE * found["regions"].max()
    return tuple(
        Coverage(int(year), int(regions), bool(regions >= enough))
        for year, regions in found[["year", "regions"]].itertuples(index=False)
    )


def opening_year(years: tuple[Coverage, ...], wanted: int) -> int:
    """The newest typical year up to the wanted one, else the oldest typical year."""
    typical = [covered.year for covered in years if covered.typical]
    return max((year for year in typical if year <= wanted), default=typical[0])


def figures(results: Results, indicator: Indicator, year: int) -> pd.DataFrame:
    """One row a region for one year, the best first, or the largest where no direction is better.

    Columns: region, name, kind, province, island, value (missing without a figure), rank_in_kind and
    ranked_in_kind (missing without a direction), year, source, publisher, file, line, note, and
    newest (the newest year in which the region has a figure, missing where it never has one).
    """
    return results.table(
        """
        SELECT r.region AS region, r.name AS name, r.kind AS kind, r.province AS province, r.island AS island,
               f.value AS value,
               CASE WHEN f.value IS NOT NULL AND $3 <> 0 THEN
                    rank() OVER (PARTITION BY r.kind, f.value IS NULL ORDER BY $3 * f.value DESC)
               END AS rank_in_kind,
               CASE WHEN f.value IS NOT NULL AND $3 <> 0 THEN
                    count(*) OVER (PARTITION BY r.kind, f.value IS NULL)
               END AS ranked_in_kind,
               f.year AS year, f.source AS source, s.publisher AS publisher, f.file AS file, f.line AS line,
               f.note AS note, n.year AS newest
        FROM region r
        LEFT JOIN figure f ON f.region = r.region AND f.variable = $1 AND f.year = $2
        LEFT JOIN source s ON s.source = f.source
        LEFT JOIN (
            SELECT region, max(year) AS year FROM figure WHERE variable = $1 GROUP BY region
        ) n ON n.region = r.region
        ORDER BY CASE WHEN $3 = 0 THEN f.value ELSE $3 * f.value END DESC NULLS LAST, r.ordinal
        """,
        [indicator.variable, year, indicator.sign],
    )


def spreads(found: pd.DataFrame) -> tuple[Spread, ...]:
    """All regions with a figure first, then each kind, the one with fewer regions before the others."""
    known = found.dropna(subset="value")
    kinds = [_spread(str(kind), rows["value"]) for kind, rows in known.groupby("kind")]
    return (_spread(None, known["value"]), *sorted(kinds, key=lambda spread: spread.regions))


def _spread(kind: str | None, values: pd.Series[float]) -> Spread:
    low, first, median, third, high = (float(values.quantile(share)) for share in (0, 0.25, 0.5, 0.75, 1))
    return Spread(kind, len(values), low, first, median, third, high)


def skewed(found: pd.DataFrame) -> bool:
    """Whether a few figures lie so far above the others that only a logarithmic scale tells the others apart."""
    values = found["value"].dropna()
    return bool(values.min() > 0 and values.max() > SKEWED_FROM * values.median())


def classes(found: pd.DataFrame, count: int) -> tuple[tuple[float, float], ...]:
    """At most `count` classes with about as many regions each: the lowest and highest figure of each, ascending.

    Equal figures are in one class, so that there are fewer classes where many regions share a figure.
    """
    values = found["value"].dropna()
    classed = pd.qcut(values, count, labels=False, duplicates="drop").fillna(0)
    return tuple((float(rows.min()), float(rows.max())) for _, rows in values.groupby(classed))


def islands(found: pd.DataFrame) -> pd.DataFrame:
    """island, median, regions: the island groups that have figures, the highest median first."""
    grouped = found.dropna(subset=["value", "island"]).groupby("island")["value"]
    medians = grouped.agg(median="median", regions="count").reset_index()
    return medians.sort_values(["median", "island"], ascending=[False, True], ignore_index=True)


def reaching(found: pd.DataFrame, indicator: Indicator) -> int:
    """How many regions stand at the national target or beyond it. Raises ValueError without a target."""
    if indicator.target is None:
        raise ValueError(f"{indicator.variable} has no target")
    return int((indicator.sign * (found["value"] - indicator.target) >= 0).sum())


def medians(results: Results, variable: str) -> pd.DataFrame:
    """year, kind, median, regions: for each kind the years whose number of regions is typical of that kind."""
    found = results.table(
        """
        SELECT f.year AS year, r.kind AS kind, median(f.value) AS median, count(*) AS regions
        FROM figure f JOIN region r ON r.region = f.region
        WHERE f.variable = ? AND r.kind IS NOT NULL GROUP BY f.year, r.kind ORDER BY r.kind, f.year
        """,
        [variable],
    )
    most = found.groupby("kind")["regions"].transform("max")
    return found[found["regions"] >= TYPICAL_SHARE * most].reset_index(drop=True)


def course(results: Results, variable: str, region: str) -> pd.DataFrame:
    """year, value: the figures of one region over the years."""
    return results.table(
        "SELECT year, value FROM figure WHERE variable = ? AND region = ? ORDER BY year", [variable, region]
    )


def sources(results: Results, variable: str, year: int) -> pd.DataFrame:
    """source, publisher, title, kind, address, caveats_id and caveats_en (one a line), figures of each source."""
    return results.table(
        """
        SELECT s.source AS source, s.publisher AS publisher, s.title AS title, s.kind AS kind,
               s.address AS address, coalesce(s.caveats_id, '') AS caveats_id,
               coalesce(s.caveats, '') AS caveats_en, count(*) AS figures
        FROM figure f JOIN source s ON s.source = f.source
        WHERE f.variable = ? AND f.year = ?
        GROUP BY s.source, s.publisher, s.title, s.kind, s.address, s.caveats_id, s.caveats
        ORDER BY figures DESC, s.source
        """,
        [variable, year],
    )
