"""Which source of uncertainty moves the ranks: of all regions together, and of each.

Sobol indices as in Saisana, Saltelli and Tarantola (2005), "Uncertainty and sensitivity analysis techniques as
tools for the quality assessment of composite indicators", Journal of the Royal Statistical Society A 168, 307-323:
the output is the mean shift of the regions' ranks from the framework as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

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

Matrix = NDArray[np.float64]
# The base sample: a power of two, so large that the bars' confidence intervals do not hide their order.
BASE = 1024


@dataclass(frozen=True, eq=False)
class Drivers:
    """Sobol indices of a year's ranks. The first output is the mean shift, then the rank of every region.

    shift   by how many places the regions with a rank move on average, over the whole sample
    runs    how often the year was scored
    """

    regions: tuple[str, ...]
    indices: Indices
    shift: float
    runs: int

    def of_ranking(self) -> pd.DataFrame:
        """One row a source of uncertainty, the largest total first: see `_table`."""
        return self._table(0)

    def of_region(self, region: str) -> pd.DataFrame:
        """The same for the rank of one region; missing where it has no rank in every run. Raises ValueError."""
        return self._table(1 + self.regions.index(region))

    def strongest(self) -> pd.DataFrame:
        """By source, how many regions' ranks it moves most: source, regions; the most first."""
        total = self.indices.total[:, 1:]
        known = ~np.isnan(total).any(axis=0) & (total.max(axis=0) > 0)
        count = np.bincount(total[:, known].argmax(axis=0), minlength=len(total))
        table = pd.DataFrame({"source": self.indices.sources, "regions": count})
        return table.sort_values("regions", ascending=False, kind="stable", ignore_index=True)

    def _table(self, output: int) -> pd.DataFrame:
        """source, first, first_half_width, total, total_half_width: shares of the variance, half widths of 95 %."""
        found = self.indices
        table = pd.DataFrame({"source": found.sources})
        for name in ("first", "first_half_width", "total", "total_half_width"):
            table[name] = getattr(found, name)[:, output]
        return table.sort_values("total", ascending=False, kind="stable", ignore_index=True)


def drivers(
    results: Results,
    year: int,
    assumptions: Assumptions | None = None,
    base: int = BASE,
    seed: int = SEED,
    progress: Progress | None = None,
) -> Drivers:
    """The indices of a year: base x (sources + 2) scorings. The same seed gives the same.

    All weights are one source. Raises ValueError where fewer than two sources vary, or where `base` is no power
    of two; InputProblems as `robustness` does.
    """
    nodes = counted(results.nodes)
    varied = assumptions or default_assumptions(nodes)
    columns = inputs(varied, nodes)
    sources = tuple(source for source, _ in columns)
    if len(set(sources)) < 2:
        raise ValueError("a share needs at least two sources of uncertainty")
    factors = Factors(tuple(":".join(column) for column in columns), ((0.0, 1.0),) * len(columns), sources)
    sample = saltelli(factors, base, seed)
    found = scored(results, year, sampled_parameters(varied, nodes, sample, seed), progress)
    outputs = _outputs(found.bands.ranks)
    return Drivers(found.cells.regions, indices(factors, outputs, seed), float(outputs[:, 0].mean()), len(sample))


def _outputs(ranks: NDArray[np.int32]) -> Matrix:
    """The mean shift from the nominal ranks (row 0), then every rank: runs x (1 + regions), NaN where there is none."""
    places = np.where(ranks > 0, ranks, np.nan)
    moved = np.abs(places[1:] - places[0])
    known = ~np.isnan(moved)
    shift = np.nansum(moved, axis=1) / np.maximum(known.sum(axis=1), 1)
    return np.column_stack([shift, places[1:]])
