"""Which source of uncertainty moves the ranks: of all regions together, and of each.

Sobol indices of every region's rank, of all ranks together, and, as in Saisana, Saltelli and Tarantola (2005),
"Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators",
Journal of the Royal Statistical Society A 168, 307-323, of the mean shift of the ranks from the framework as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.draws.assumptions import Assumptions, default_assumptions
from metrics.draws.cells import counted
from metrics.draws.sampled import inputs, sampled_parameters
from metrics.draws.scored import Progress
from metrics.results import Results
from metrics.robustness import SEED, scored
from metrics.sensitivity.sobol import Factors, Indices, indices, saltelli
from metrics.tree import Node

Matrix = NDArray[np.float64]
# The base sample: a power of two, so large that confidence intervals do not hide the order of the sources.
BASE = 1024
# What is one source: all weights, those of a dimension and below it, or each weight.
WeightsBy = Literal["all", "dimension", "node"]


@dataclass(frozen=True, eq=False)
class Drivers:
    """Sobol indices of a year's ranks.

    ranks    of all ranks together, each region weighed by how much its rank moves: one output
    shift    of the mean shift of the ranks: one output
    own      of every region's rank, regions in file order
    runs     how often the year was scored
    """

    regions: tuple[str, ...]
    ranks: Indices
    shift: Indices
    own: Indices
    runs: int

    def of_ranks(self) -> pd.DataFrame:
        """Of all ranks together. One row a source of uncertainty, the largest total first: source, first,
        first_half_width, total, total_half_width, low, high, all shares of the variance; half widths are those of
        95 %, low and high the ends of the total's interval, not below 0."""
        return _table(self.ranks, 0)

    def of_shift(self) -> pd.DataFrame:
        """The same of the mean shift. Errors of single figures all but cancel out in it."""
        return _table(self.shift, 0)

    def of_region(self, region: str) -> pd.DataFrame:
        """The same of the rank of one region; missing where it has no rank in every run. Raises ValueError."""
        return _table(self.own, self.regions.index(region))

    def table(self) -> pd.DataFrame:
        """All of them: output ("ranks" together, "shift", or the code of a region) and the columns of `of_ranks`."""
        named = {"ranks": self.of_ranks(), "shift": self.of_shift()}
        named |= {region: self.of_region(region) for region in self.regions}
        return pd.concat(named, names=["output"]).reset_index("output").reset_index(drop=True)

    def strongest(self) -> pd.DataFrame:
        """By source, how many regions' ranks it moves most: source, regions; the most first."""
        total = self.own.total
        known = ~np.isnan(total).any(axis=0) & (total.max(axis=0) > 0)
        count = np.bincount(total[:, known].argmax(axis=0), minlength=len(total))
        table = pd.DataFrame({"source": self.own.sources, "regions": count})
        return table.sort_values("regions", ascending=False, kind="stable", ignore_index=True)


def leaders(table: pd.DataFrame) -> tuple[str, ...]:
    """The source with the largest total of a table as above, and those that the intervals do not tell from it.

    None where nothing is known, or nothing moves.
    """
    known = table[table["total"] > 0]
    if known.empty:
        return ()
    return tuple(known["source"][known["high"] >= known["low"].iloc[0]])


def drivers(
    results: Results,
    year: int,
    assumptions: Assumptions | None = None,
    base: int = BASE,
    seed: int = SEED,
    progress: Progress | None = None,
    weights_by: WeightsBy = "all",
) -> Drivers:
    """The indices of a year: base x (sources + 2) scorings. The same seed gives the same.

    `weights_by` says which weights are one source, called weights:NODE unless it is all of them. Raises ValueError
    where fewer than two sources vary, where nothing is ranked, or where `base` is no power of two; InputProblems as
    `robustness` does.
    """
    nodes = counted(results.nodes)
    varied = assumptions or default_assumptions(nodes)
    columns = inputs(varied, nodes)
    sources = tuple(_source(nodes, source, name, weights_by) for source, name in columns)
    if len(set(sources)) < 2:
        raise ValueError("a share needs at least two sources of uncertainty")
    if results.ranking(year)["rank"].isna().all():
        raise ValueError(f"nothing is ranked in {year}")
    factors = Factors(tuple(":".join(column) for column in columns), ((0.0, 1.0),) * len(columns), sources)
    sample = saltelli(factors, base, seed)
    bands = scored(results, year, sampled_parameters(varied, nodes, sample, seed), progress).bands
    ranks = np.where(bands.ranks > 0, bands.ranks, np.nan)
    always = ~np.isnan(ranks).any(axis=0)
    if not always.any():
        raise ValueError(f"no region is ranked in every run of {year}")
    return Drivers(
        bands.regions,
        indices(factors, ranks[1:, always], seed, together=True),
        indices(factors, _shift(ranks), seed),
        indices(factors, ranks[1:], seed),
        len(sample),
    )


def _shift(ranks: Matrix) -> Matrix:
    """How far ranks are from the nominal ones in row 0, on average over the regions that have both: runs x 1."""
    moved = np.abs(ranks[1:] - ranks[0])
    known = np.count_nonzero(~np.isnan(moved), axis=1)
    return np.asarray(np.nansum(moved, axis=1) / np.maximum(known, 1))[:, None]


def _source(nodes: Sequence[Node], source: str, name: str, weights_by: WeightsBy) -> str:
    if source != "weights" or weights_by == "all":
        return source
    node = next(node for node in nodes if node.id == name)
    while weights_by == "dimension" and node.depth > 1:
        node = next(above for above in nodes if above.id == node.parent)
    return f"weights:{node.id}"


def _table(found: Indices, output: int) -> pd.DataFrame:
    table = pd.DataFrame({"source": found.sources})
    for name in ("first", "first_half_width", "total", "total_half_width"):
        table[name] = getattr(found, name)[:, output]
    table["low"] = (table["total"] - table["total_half_width"]).clip(lower=0)
    table["high"] = table["total"] + table["total_half_width"]
    return table.sort_values("total", ascending=False, kind="stable", ignore_index=True)
