"""A province's regions side by side: each beside all regions of its kind in the country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.results import Results
from metrics.standings import Standing, standings
from metrics.tree import Node


@dataclass(frozen=True)
class Beside:
    """The scores of a node within one kind: those of the province beside those of the country.

    `scored` of the province's regions have a score, `above` of them one above `national`, the median of all
    `compared` regions of the kind in the country. A median is None where nobody has a score.
    """

    scored: int
    above: int
    median: float | None
    compared: int
    national: float | None


@dataclass(frozen=True, eq=False)
class Kin:
    """The regions of one kind in a province; `kind` is None where the regions have none.

    `regions` are rows of `Results.ranking` with short_name and `autonomous` (False where the dataset says
    "no"); `beside` holds every measure by its column.
    """

    kind: str | None
    regions: pd.DataFrame
    beside: Mapping[str, Beside]

    def ordered(self, column: str) -> pd.DataFrame:
        """The regions, the highest of a column first, those without a score last and by name."""
        return self.regions.sort_values([column, "name"], ascending=[False, True], na_position="last", kind="stable")


@dataclass(frozen=True, eq=False)
class Province:
    """A province in one year. `measures` are the nodes that have scores somewhere in the country, by column:
    "score" is the headline, every other column a child of the root. `reach` is a column's lowest and highest
    score in the country. `kin` holds the kind with fewer regions in the country first.
    """

    name: str
    measures: Mapping[str, Node]
    reach: Mapping[str, tuple[float, float]]
    kin: tuple[Kin, ...]

    @property
    def regions(self) -> int:
        """How many regions there are."""
        return sum(len(kin.regions) for kin in self.kin)

    @property
    def administrative(self) -> int:
        """How many of them have no autonomous government of their own."""
        return sum(int((~kin.regions["autonomous"]).sum()) for kin in self.kin)

    def scored(self, column: str = "score") -> int:
        """How many regions have a score."""
        return sum(kin.beside[column].scored for kin in self.kin if column in kin.beside)

    def above(self, column: str = "score") -> int:
        """How many of them are above the national median of their kind."""
        return sum(kin.beside[column].above for kin in self.kin if column in kin.beside)

    @property
    def extremes(self) -> tuple[str, str] | None:
        """The dimensions of the headline with the largest and the smallest share of regions above the national
        median of their kind; None where no two shares differ. Shares, because goalposts make scores of different
        dimensions no match for each other.
        """
        shares = {
            column: self.above(column) / self.scored(column)
            for column, node in self.measures.items()
            if node.depth == 1 and node.status == "active" and self.scored(column)
        }
        if len(set(shares.values())) < 2:
            return None
        return max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)


def province(results: Results, ranking: pd.DataFrame, name: str) -> Province:
    """A province by its name; `ranking` is `Results.ranking` of the year. Raises KeyError for one that is not there."""
    own = ranking[ranking["province"] == name]
    if own.empty:
        raise KeyError(name)
    own = own.merge(results.regions()[["region", "short_name"]], on="region")
    own["autonomous"] = ~own["region"].isin(administrative(results))
    nodes = {"score": results.root} | {node.id: node for node in results.children(results.root.id)}
    measures = {column: node for column, node in nodes.items() if column in ranking and ranking[column].notna().any()}
    kinds = [standing.kind for standing in standings(ranking)[1:]]
    groups = [(str(kind), own["kind"] == kind, ranking["kind"] == kind) for kind in kinds]
    without = own["kind"].isna(), ranking["kind"].isna()
    return Province(
        name,
        measures,
        {column: (float(ranking[column].min()), float(ranking[column].max())) for column in measures},
        tuple(
            Kin(
                kind,
                own[mine],
                {column: _beside(own.loc[mine, column], ranking.loc[all_, column]) for column in measures},
            )
            for kind, mine, all_ in [*groups, (None, *without)]
            if mine.any()
        ),
    )


def administrative(results: Results) -> frozenset[str]:
    """The regions without an autonomous government of their own: those of which the dataset says "no"."""
    found = results.table("SELECT region FROM attribute WHERE attribute = 'autonomous' AND value = 'no'")
    return frozenset(found["region"])


def provinces(ranking: pd.DataFrame) -> dict[str, dict[str | None, Standing]]:
    """Every province by name: where all of its regions stand (None), and those of each kind."""
    return {
        str(name): {standing.kind: standing for standing in standings(rows)}
        for name, rows in ranking.groupby("province")
    }


def median_reach(found: Mapping[str, Mapping[str | None, Standing]], kind: str | None) -> tuple[float, float] | None:
    """The lowest and the highest median of a kind among provinces, None where none has one."""
    medians = [standings[kind].median for standings in found.values() if kind in standings]
    known = [median for median in medians if median is not None]
    return (min(known), max(known)) if known else None


def _beside(own: pd.Series[float], country: pd.Series[float]) -> Beside:
    own, country = own.dropna(), country.dropna()
    national = float(country.median()) if len(country) else None
    return Beside(
        scored=len(own),
        above=int((own > national).sum()) if national is not None else 0,
        median=float(own.median()) if len(own) else None,
        compared=len(country),
        national=national,
    )
