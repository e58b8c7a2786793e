"""The figures behind one year's scores as arrays: what the draws start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]
# Normalisers that look at no other region.
_ALONE = ("goalposts",)


@dataclass(frozen=True)
class Column:
    """One indicator over scored years and regions, in natural units, as `denominated` has it.

    values   years x regions, NaN where there is no figure
    age      years x regions: how many years before the scored year the figure is from, 0 where there is none
    lag      years x regions: how many years before the figure its denominator is from
    figure   years x regions: which figure it is, as a number within the indicator; carried cells repeat it
    """

    values: Matrix
    age: NDArray[np.int64]
    lag: NDArray[np.int64]
    figure: NDArray[np.int64]

    @property
    def figures(self) -> int:
        """How many different figures there are."""
        return int(self.figure.max(initial=-1)) + 1


@dataclass(frozen=True)
class Cells:
    """The columns of every active indicator of the headline by node id, and of others that were asked for.

    `years` are the scored years held and `now` the place of the year in question among them: where no indicator
    looks at other years, it is the only one. `groups` has the value of an attribute for every region.
    """

    regions: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[int, ...]
    now: int
    columns: Mapping[str, Column]
    groups: Mapping[str, NDArray[np.object_]]


def counted(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes that have a part in the root's score, in file order, the root first."""
    kept: dict[str, Node] = {}
    for node in nodes:
        if node.parent is None or (node.counts and node.parent in kept):
            kept[node.id] = node
    return tuple(kept.values())


def read_cells(results: Results, year: int, variants: Sequence[Sequence[Node]], beside: Sequence[Node] = ()) -> Cells:
    """The figures that trees of `variants` need to be scored for a year. Raises ValueError for a year not scored.

    `beside` are indicators to be read too that have no part in the root's score.
    """
    if year not in results.years:
        raise ValueError(f"{year} is not scored")
    leaves = [*(node for node in counted(results.nodes) if node.is_leaf), *beside]
    years = results.years if any(_looks_around(node) for nodes in variants for node in nodes) else (year,)
    regions = results.regions()
    place = {code: i for i, code in enumerate(regions["region"])}
    attributes = results.table("SELECT attribute, region, value FROM attribute")
    groups = {}
    for attribute, rows in attributes.groupby("attribute"):
        groups[str(attribute)] = np.full(len(place), None, dtype=object)
        groups[str(attribute)][[place[code] for code in rows["region"]]] = rows["value"]
    return Cells(
        tuple(regions["region"]),
        tuple(regions["kind"].fillna("")),
        years,
        years.index(year),
        _columns({leaf.id: _rows(results, leaf.id, years) for leaf in leaves}, years, place),
        groups,
    )


def _looks_around(node: Node) -> bool:
    """Whether scoring an indicator in one year takes its figures of other years."""
    over_all = node.normalise.over == "all_years"
    return node.is_leaf and over_all and (node.normalise.using not in _ALONE or node.treat is not None)


def _rows(results: Results, node: str, years: Sequence[int]) -> pd.DataFrame:
    return results.table(
        """
        SELECT d.year AS year, d.region AS region, d.value AS value, d.figure_year AS figure_year,
               coalesce(d.figure_year - m.denominator_year, 0) AS lag
        FROM denominated d
        LEFT JOIN denominator m ON m.year = d.year AND m.region = d.region AND m.node = d.node
        WHERE d.node = ? AND d.year BETWEEN ? AND ?
        """,
        [node, years[0], years[-1]],
    )


def _columns(found: Mapping[str, pd.DataFrame], years: Sequence[int], place: Mapping[str, int]) -> dict[str, Column]:
    """The columns. Figures are numbered so that neither the order nor the codes of the regions matter: by their
    values, and equal ones by all other figures of their regions."""
    shape = (len(years), len(place))
    values = {}
    for node, rows in found.items():
        values[node] = np.full(shape, np.nan)
        values[node][_at(rows, years, place)] = rows["value"]
    order = np.lexsort(np.concatenate(list(values.values()))) if values else np.arange(len(place))
    place_among_all = np.argsort(order)
    columns = {}
    for node, rows in found.items():
        at = _at(rows, years, place)
        age, lag = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        figure = np.full(shape, -1, dtype=np.int64)
        age[at] = rows["year"] - rows["figure_year"]
        lag[at] = rows["lag"]
        numbered = rows.assign(region=place_among_all[at[1]]).groupby(["figure_year", "value", "region"], sort=True)
        figure[at] = numbered.ngroup()
        columns[node] = Column(values[node], age, lag, figure)
    return columns


def _at(rows: pd.DataFrame, years: Sequence[int], place: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Where rows stand in arrays of years x regions."""
    return [years.index(year) for year in rows["year"]], [place[code] for code in rows["region"]]
