"""Variance-based sensitivity: which input of a model moves its output, alone and together with the others.

The first-order index of an input is the share of the output's variance that it explains alone; its total-order
index adds every interaction that it has a part in. Saltelli's design on a scrambled Sobol sequence and the
estimators of Saltelli et al. (2010), "Variance based sensitivity analysis of model output", Computer Physics
Communications 181, 259-270 (total order: Jansen), all by SALib.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_RESAMPLES = 200
# Half of a 95 percent confidence interval, in standard errors.
_HALF_WIDTH = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Factors:
    """The inputs of a model, each uniform within its bounds. Those of one group move together, as one source."""

    names: tuple[str, ...]
    bounds: tuple[tuple[float, float], ...]
    groups: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The groups, each once, in order."""
        return tuple(dict.fromkeys(self.groups))

    def problem(self) -> dict[str, Any]:
        """The same as SALib takes it."""
        bounds = [list(pair) for pair in self.bounds]
        return {"num_vars": len(self.names), "names": list(self.names), "bounds": bounds, "groups": list(self.groups)}


@dataclass(frozen=True, eq=False)
class Indices:
    """Indices of every source for every output: sources x outputs, with half of their 95 % confidence intervals.

    NaN for an output that is missing in some run; 0 for one that never changes.
    """

    sources: tuple[str, ...]
    first: Matrix
    first_half_width: Matrix
    total: Matrix
    total_half_width: Matrix


def sobol(model: Callable[[Matrix], Matrix], factors: Factors, n: int, seed: int) -> Indices:
    """The indices of a model that takes runs x inputs and gives runs x outputs.

    `n` is the base sample, a power of two; the model is run n x (sources + 2) times. The same seed gives the same.
    Raises ValueError for another `n`.
    """
    return indices(factors, model(saltelli(factors, n, seed)), seed)


def saltelli(factors: Factors, n: int, seed: int) -> Matrix:
    """The runs to make: for every base point A, then A with each source from B, then B. Raises ValueError."""
    if n < 2 or n & (n - 1):
        raise ValueError(f"the base sample is a power of two, not {n}")
    from SALib.sample import sobol as sampler  # here: it takes long to load, and what is kept needs none

    return np.asarray(sampler.sample(factors.problem(), n, calc_second_order=False, seed=seed))


def indices(factors: Factors, outputs: Matrix, seed: int, together: bool = False) -> Indices:
    """The indices from the outputs of the runs that `saltelli` laid out: runs x outputs.

    `together` gives one index for all outputs, each weighed by its variance: Lamboni, Monod and Makowski (2011),
    Reliability Engineering and System Safety 96, 450-459. Confidence intervals are by bootstrap over the base
    points; a resample is a row of counts, so that all of them are one matrix product.
    """
    from SALib.analyze.sobol import first_order, total_order

    # Centred, as SALib does it: estimates of outputs far from zero are off otherwise.
    centred = outputs - outputs.mean(axis=0)
    if not together:
        deviation = outputs.std(axis=0)
        centred /= np.where(deviation > 0, deviation, 1.0)
    count = len(factors.sources)
    runs = centred.reshape(-1, count + 2, outputs.shape[1])
    n, a, b = len(runs), runs[:, 0], runs[:, -1]
    counts = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=_RESAMPLES) / n
    variance = counts @ ((a**2 + b**2) / 2) - (counts @ ((a + b) / 2)) ** 2
    if together:
        variance = variance.sum(axis=1, keepdims=True)
    moving = variance > np.finfo(float).eps  # a resample in which nothing moves has no shares, as with SALib
    variance[~moving] = 1.0

    def estimated(by: Callable[..., Any], mixed: Matrix) -> Matrix:
        return np.asarray(by(a.ravel(), mixed.ravel(), b.ravel()) if together else by(a, mixed, b))

    def half_width(terms: Matrix) -> Matrix:
        resampled = moving * (counts @ (terms.sum(axis=1, keepdims=True) if together else terms)) / variance
        return np.asarray(_HALF_WIDTH * resampled.std(axis=0, ddof=1))

    found = np.zeros((4, count, 1 if together else outputs.shape[1]))
    for i in range(count if np.ptp(centred) != 0 else 0):  # SALib warns of outputs that never change
        mixed = runs[:, i + 1]
        found[0, i], found[1, i] = estimated(first_order, mixed), half_width(b * (mixed - a))
        found[2, i], found[3, i] = estimated(total_order, mixed), half_width((a - mixed) ** 2 / 2)
    if not together:
        found[:, :, np.isnan(outputs).any(axis=0)] = np.nan
    return Indices(factors.sources, *found)
