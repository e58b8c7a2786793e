"""Every region beside the regions of its kind, node by node: percentile, place with its band, and how clear it is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.bands import APART, HIGH, LOW, summary_of_ranks
from metrics.draws.places import ranks
from metrics.figure_error import CLEARLY, figure_error
from metrics.kept_bands import kept_bands
from metrics.kept_parts import kept_parts
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Cell:
    """A region in one node, beside the regions of its kind.

    value        an indicator in natural units, else a score
    median       of the kind, in the same units
    percentile   from 0, the weakest of the kind, to 100, the strongest; None where there is nobody else
    rank, ranked its place within the kind, and how many have one
    band         the places that it has in most draws; None where nothing is drawn of the node
    clear        whether it differs clearly from the median of the kind; None where nobody can say
    figure_year  of an indicator
    newest       year and value of its newest figure after the year shown that compares with it; None without any
    """

    region: str
    node: Node
    value: float
    median: float
    percentile: float | None
    rank: int
    ranked: int
    band: tuple[int, int] | None = None
    clear: bool | None = None
    figure_year: int | None = None
    newest: tuple[int, float] | None = None

    @property
    def distance(self) -> float:
        """How far it is ahead of the median of its kind, in its own units; below 0 it is behind."""
        sign = self.node.sign if self.node.is_leaf else 1
        return sign * (self.value - self.median)


@dataclass(frozen=True, eq=False)
class WithinKind:
    """One year; `cells` by node, then by region in file order. Estimates are left out.

    `kinds` has the kind of every region, "" where it has none; `names` its name.
    """

    year: int
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    nodes: tuple[Node, ...]
    cells: Mapping[str, Mapping[str, Cell]]


def within_kind(results: Results, year: int) -> WithinKind:
    """Every node that is not wanted and every region with a value of it.

    Bands are those of the default run; there are none where it cannot be made.
    """
    regions = results.regions()
    codes = regions["region"].tolist()
    kinds = dict(zip(codes, regions["kind"].fillna("").tolist(), strict=True))
    nodes = tuple(node for node in results.nodes if node.status != "wanted")
    values, years = _values(results, year, codes)
    draws, newest = _draws(results, year), _newest(results, year)
    of_kind = np.array([kinds[code] for code in codes])
    cells = {
        node.id: _cells(
            results,
            node,
            values[node.id].to_numpy(dtype=np.float64) if node.id in values else np.full(len(codes), np.nan),
            codes,
            of_kind,
            draws.get(node.id),
            {str(code): int(at) for code, at in years[node.id].dropna().items()} if node.id in years else {},
            newest.get(node.id, {}),
        )
        for node in nodes
    }
    names = dict(zip(codes, regions["name"].tolist(), strict=True))
    return WithinKind(year, kinds, names, nodes, cells)


def _values(results: Results, year: int, codes: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Region -> a column a node: its value, and of indicators the year of its figure."""
    rows = results.table(
        """
        SELECT s.node AS node, s.region AS region, s.score AS value, NULL AS figure_year
        FROM score s JOIN node n ON n.node = s.node AND NOT n.is_leaf WHERE s.year = ? AND s.score IS NOT NULL
        UNION ALL
        SELECT node, region, value, figure_year FROM imputed WHERE year = ? AND CAST(origin AS VARCHAR) <> 'imputed'
        """,
        [year, year],
    )
    values, years = (rows.pivot(index="region", columns="node", values=column) for column in ("value", "figure_year"))
    return values.reindex(codes), years.reindex(codes)


def _newest(results: Results, year: int) -> Mapping[str, Mapping[str, tuple[int, float]]]:
    """Indicator -> region -> year and value of its newest figure after a year."""
    rows = results.table(
        """
        SELECT node, region, max(year) AS newest, arg_max(value, year) AS value FROM imputed
        WHERE year > ? AND origin = 'figure' GROUP BY node, region
        """,
        [year],
    )
    found: dict[str, dict[str, tuple[int, float]]] = {}
    for node, region, at, value in rows.itertuples(index=False, name=None):
        found.setdefault(node, {})[region] = (int(at), float(value))
    return found


def _comparing(node: Node, since: int | None, newest: tuple[int, float] | None) -> tuple[int, float] | None:
    """The newest figure, unless a declared break stands between it and the one of the year `since`."""
    if since is None or newest is None or any(since < at <= newest[0] for at in node.breaks):
        return None
    return newest


def _draws(results: Results, year: int) -> Mapping[str, Matrix]:
    """What the default run says of the root and its dimensions: draws x regions in file order."""
    if results.ranking(year)["rank"].isna().all():
        return {}
    with suppress(InputProblems):
        return {**kept_parts(results, year), results.root.id: kept_bands(results, year).scores}
    return {}


def _cells(
    results: Results,
    node: Node,
    values: Matrix,
    codes: list[str],
    kinds: NDArray[np.str_],
    drawn: Matrix | None,
    years: Mapping[str, int],
    newest: Mapping[str, tuple[int, float]],
) -> dict[str, Cell]:
    sign = node.sign if node.is_leaf else 1
    if drawn is not None:  # a draw that leaves out the only indicator of a node says nothing of it
        drawn = drawn[~np.isnan(drawn).all(axis=1)]
    found: dict[str, Cell] = {}
    for kind in dict.fromkeys(kinds.tolist()):
        at = np.flatnonzero((kinds == kind) & ~np.isnan(values))
        if not len(at):
            continue
        own = values[at]
        median = float(np.median(own))
        good = pd.Series(np.round(sign * own, 9))
        places, middle = good.rank(method="min", ascending=False), good.rank()
        bands, clear = _sure(results, node, own, median, None if drawn is None else drawn[:, at])
        for i, place in enumerate(at.tolist()):
            code = codes[place]
            found[code] = Cell(
                region=code,
                node=node,
                value=float(own[i]),
                median=median,
                percentile=100 * (float(middle[i]) - 1) / (len(at) - 1) if len(at) > 1 else None,
                rank=int(places[i]),
                ranked=len(at),
                band=bands[i],
                clear=clear[i],
                figure_year=years.get(code),
                newest=_comparing(node, years.get(code), newest.get(code)),
            )
    return {code: found[code] for code in codes if code in found}


def _sure(
    results: Results, node: Node, own: Matrix, median: float, drawn: Matrix | None
) -> tuple[list[tuple[int, int] | None], list[bool | None]]:
    """The bands of the places within the kind, and whether each value is clearly apart from the median."""
    if drawn is not None:
        _, (low, high) = summary_of_ranks(ranks(drawn), (LOW, HIGH))
        with np.errstate(invalid="ignore"):
            beyond = drawn > np.nanmedian(drawn, axis=1)[:, None]
            below = drawn < np.nanmedian(drawn, axis=1)[:, None]
        known = np.maximum((~np.isnan(drawn)).sum(axis=0), 1)
        apart = np.maximum(beyond.sum(axis=0), below.sum(axis=0)) / known >= 1 - APART
        ends = zip(np.floor(low.round(9)), np.ceil(high.round(9)), strict=True)
        return [(int(a), int(b)) if a == a else None for a, b in ends], [bool(one) for one in apart]
    none: list[tuple[int, int] | None] = [None] * len(own)
    leaf = results.measured(node.id)  # what the score of a node with one indicator only rests on
    if not node.is_leaf or leaf.error is None:
        return none, [None] * len(own)
    return none, [bool(far) for far in abs(own - median) > CLEARLY * figure_error(leaf, own)]
