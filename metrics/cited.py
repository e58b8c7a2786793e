"""Where figures are from, asked for many at once: what a document with numbered references leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from metrics.explain import given
from metrics.peers import EXPENDITURE
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Source:
    """A source of the dataset; `kind` is one of those of source.yaml, `accessed` the day on which it was read."""

    id: str
    publisher: str
    title: str
    kind: str
    address: str | None
    accessed: str | None


@dataclass(frozen=True, eq=False)
class Cited:
    """The sources by id, and those of each figure of an indicator by variable and year, then by region."""

    sources: Mapping[str, Source]
    figures: Mapping[tuple[str, int], Mapping[str, str]]

    def of(self, node: Node, year: int, regions: Iterable[str]) -> tuple[str, ...]:
        """The sources of an indicator's figures in a year, each once: its own, and those that it is divided by."""
        wanted = tuple(regions)
        found = []
        for variable in (node.variable, node.per):
            there = self.figures.get((variable or "", year), {})
            found += sorted({there[region] for region in wanted if region in there})
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8)
def cited(results: Results) -> Cited:
    """The sources of all figures behind the indicators of a framework."""
    rows = results.table("SELECT source, publisher, title, kind, address, accessed FROM source").astype("object")
    sources = [Source(*(given(cell) for cell in row)) for row in rows.itertuples(index=False)]
    figures: dict[tuple[str, int], dict[str, str]] = {}
    found = results.table(
        """
        SELECT variable, year, region, source FROM figure
        WHERE variable IN (SELECT variable FROM leaf UNION SELECT per FROM leaf WHERE per IS NOT NULL)
        ORDER BY variable, year, source
        """
    )
    columns = (found[name].tolist() for name in ("variable", "year", "region", "source"))
    for variable, year, region, source in zip(*columns, strict=True):
        figures.setdefault((variable, year), {})[region] = source
    return Cited({source.id: source for source in sources}, figures)


def cited_structure(results: Results, year: int, regions: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Source and year of what regions are compared by in structure (metrics.peers).

    Population and area stand in regions.csv; their source is known where a figure says the same. Expenditure is the
    newest figure that is not newer than the year.
    """
    found = results.table(
        """
        WITH named AS (SELECT unnest(?) AS region),
        register AS (
            SELECT f.source AS source, f.year AS year FROM figure f JOIN named n ON n.region = f.region
            JOIN region r ON r.region = f.region
            WHERE f.variable = 'population' AND f.value = r.population
               OR f.variable = 'area_km2' AND f.value = r.area_km2
        ), spent AS (
            SELECT f.source AS source, f.year AS year FROM figure f JOIN named n ON n.region = f.region
            WHERE f.variable = ? AND f.year <= ?
            QUALIFY row_number() OVER (PARTITION BY f.region ORDER BY f.year DESC) = 1
        )
        SELECT DISTINCT source, year FROM (SELECT * FROM register UNION ALL SELECT * FROM spent) ORDER BY source, year
        """,
        [list(regions), EXPENDITURE, year],
    )
    return tuple((str(source), int(at)) for source, at in found[["source", "year"]].itertuples(index=False))
