"""How far each rank can be trusted: the scores and ranks of many draws, and the bands they leave.

Monte-Carlo uncertainty analysis as in the OECD/JRC Handbook (2008), step 8, and Saisana, Saltelli and
Tarantola (2005). Bands run from the 5 to the 95 percent quantile (linear interpolation). Two regions cannot
be told apart when each outranks the other in more than 5 percent of the draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.draws.assumptions import Assumptions, declared_range, default_assumptions, mapped, settled
from metrics.draws.cells import Cells, counted, read_cells
from metrics.draws.parameters import Parameters, draw_parameters
from metrics.draws.places import ranks
from metrics.draws.scored import Progress, score_draws
from metrics.draws.written import framework_text
from metrics.results import Results

Matrix = NDArray[np.float64]
Range = tuple[float, float]
LOW, HIGH = 0.05, 0.95
DRAWS, SEED = 1000, 1


@dataclass(frozen=True)
class Robustness:
    """So many draws of one year. Draw 0 is the framework as it is.

    own             draws x regions: scores as `score` gives them for the draw's framework, NaN where a region
                    has no score or cannot be assessed
    scores          the same on the range of the framework as it is, so that draws compare
    ranks           draws x regions, 0 where there is none
    ranks_in_kind   the same among the regions of the same kind
    """

    year: int
    cells: Cells
    parameters: Parameters
    own: Matrix
    scores: Matrix
    ranks: NDArray[np.int32]
    ranks_in_kind: NDArray[np.int32]

    @property
    def assumptions(self) -> Assumptions:
        """What was varied."""
        return self.parameters.assumptions

    def bands(self) -> pd.DataFrame:
        """One row a region in file order: region, rank, rank_mean, rank_median, rank_p5, rank_p95, score_p5,
        score_p95, the same of the rank in kind, and `ranked`, the share of draws in which it has a rank.

        `rank` and `rank_in_kind` are those of the framework as it is; missing where there is none.
        """
        table = pd.DataFrame({"region": self.cells.regions})
        for name, found in (("rank", self.ranks), ("rank_in_kind", self.ranks_in_kind)):
            values = np.where(found > 0, found, np.nan)
            low, middle, high = quantiles(values, (LOW, 0.5, HIGH))
            table[name] = values[0]
            table[f"{name}_mean"], table[f"{name}_median"] = _mean(values), middle
            table[f"{name}_p5"], table[f"{name}_p95"] = low, high
        table["score_p5"], table["score_p95"] = quantiles(self.scores, (LOW, HIGH))
        table["ranked"] = (self.ranks > 0).mean(axis=0)
        return table


def robustness(
    results: Results,
    year: int,
    assumptions: Assumptions | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: Progress | None = None,
) -> Robustness:
    """Score a year so many times. The same seed gives the same draws, on any machine and number of threads.

    `progress` is told the share that is done, and cancels the run by raising. Raises InputProblems where an
    alternative does not go with the framework.
    """
    nodes = counted(results.nodes)
    varied = assumptions or default_assumptions(nodes)
    parameters = draw_parameters(varied, nodes, draws, seed)
    variants = {
        tuple(places): settled(
            nodes, [varied.choices[name][place] for name, place in zip(varied.choices, places, strict=True)]
        )
        for places in np.ndindex(*(len(alternatives) for alternatives in varied.choices.values()))
    }
    cells = read_cells(results, year, list(variants.values()))
    own = score_draws(parameters, variants, cells, results.framework.maturity, progress)
    scores = _comparable(own, parameters, {key: declared_range(tree) for key, tree in variants.items()})
    in_kind = np.zeros(scores.shape, dtype=np.int32)
    kinds = np.array(cells.kinds)
    for kind in set(cells.kinds):
        in_kind[:, kinds == kind] = ranks(scores[:, kinds == kind])
    return Robustness(year, cells, parameters, own, scores, ranks(scores), in_kind)


def drawn_framework(results: Results, found: Robustness, draw: int) -> str:
    """The framework file of a draw: `score` gives the draw's scores for it, its errors of figures apart.

    Raises IndexError for a draw that there is not.
    """
    nodes = counted(results.nodes)
    parameters = found.parameters
    chosen = [
        alternatives[place]
        for alternatives, place in zip(found.assumptions.choices.values(), parameters.choices[draw], strict=True)
    ]
    weights = dict(zip((node.id for node in nodes), parameters.weights[draw], strict=True))
    note = f"(draw {draw} of seed {parameters.seed})"
    return framework_text(results.framework, nodes, settled(nodes, chosen), weights, note)


def _comparable(own: Matrix, parameters: Parameters, ranges: Mapping[tuple[int, ...], Range | None]) -> Matrix:
    """Scores of draws that lie on another range, on that of the framework as it is."""
    scores = own.copy()
    written = ranges[(0,) * parameters.choices.shape[1]]
    for key, found in ranges.items():
        if found != written:
            rows = (parameters.choices == key).all(axis=1)
            scores[rows] = np.nan if written is None or found is None else mapped(own[rows], found, written)
    return scores


def quantiles(values: Matrix, shares: tuple[float, ...]) -> list[Matrix]:
    """Quantiles of each column by linear interpolation over what is not missing; NaN where nothing is."""
    ordered = np.sort(values, axis=0)  # missing ones come last
    count = np.count_nonzero(~np.isnan(values), axis=0)
    columns = np.arange(values.shape[1])
    found = []
    for share in shares:
        at = share * np.maximum(count - 1, 0)
        below = np.floor(at).astype(np.intp)
        above = np.minimum(below + 1, np.maximum(count - 1, 0))
        low, high = ordered[below, columns], ordered[above, columns]
        found.append(low + (at - below) * (high - low))
    return found


def _mean(values: Matrix) -> Matrix:
    count = np.count_nonzero(~np.isnan(values), axis=0)
    return np.asarray(np.nansum(values, axis=0) / np.where(count > 0, count, np.nan))
