"""Imputation, treatment and normalisation of one indicator for many draws at a time.

What `metrics.steps` does in SQL, on arrays of draws x years x regions with NaN where there is no value.
Formulae and their sources stand there; tests hold the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from metrics.draws.places import ascending_places
from metrics.plan import turned
from metrics.tree import Imputation, Node, Treatment

Matrix = NDArray[np.float64]
# What these measure against is given in natural units.
_IN_NATURAL_UNITS = ("goalposts", "distance_to_target", "distance_to_reference")


def normalised(node: Node, values: Matrix, groups: Mapping[str, NDArray[np.object_]], reference: int | None) -> Matrix:
    """Values of an indicator in natural units, as normalised scores: draws x years x regions both.

    `reference` is the place of the region that `distance_to_reference` names.
    """
    pools = _pools(node, values, groups)
    if node.treat is not None:
        pools = _treated(node.treat, pools)
    if node.log:
        pools = np.log(pools)
    pools = node.sign * pools
    share = _share(node, pools, _references(node, pools, values.shape, reference))
    return share.reshape(values.shape)


def refusal(node: Node, values: Matrix, groups: Mapping[str, NDArray[np.object_]]) -> str | None:
    """Why the chain would refuse these values, as the code of its problem (metrics.chain_rules); None where it takes
    them.
    """
    pools = _pools(node, values, groups)
    using = node.normalise.using
    if node.treat is not None:
        treated = _treated(node.treat, pools)
        without = _treated(replace(node.treat, otherwise="none"), pools)
        if using in _IN_NATURAL_UNITS and not np.array_equal(treated, without, equal_nan=True):
            return "setting-after-log"
        pools = treated
    if node.log and (pools <= 0).any():
        return "log-not-positive"
    low, high = _ends(node.sign * (np.log(pools) if node.log else pools))
    if using == "fraction_of_max" and (high <= 0).any():
        return "max-not-positive"
    if using == "distance_to_target" and node.target is not None and (low >= turned(node, node.target)).any():
        return "target-not-better"
    return None


def _pools(node: Node, values: Matrix, groups: Mapping[str, NDArray[np.object_]]) -> Matrix:
    """With imputed values, one row a pool: the cells whose spread belongs together."""
    draws, years, regions = values.shape
    shape = (draws * years, regions) if node.normalise.over == "year" else (draws, years * regions)
    return _imputed(node.impute, values, groups).reshape(shape)


def _imputed(rule: Imputation | None, values: Matrix, groups: Mapping[str, NDArray[np.object_]]) -> Matrix:
    if rule is None:
        return values
    filled = values.copy()
    part = np.full(values.shape[2], "", dtype=object) if rule.by is None else groups[rule.by]
    centre = np.nanmean if rule.using == "mean" else np.nanmedian
    for group in {value for value in part if value is not None}:
        members = np.flatnonzero(part == group)
        cells = values[:, :, members]
        known = ~np.isnan(cells).all(axis=2)
        middle = np.full(known.shape, np.nan)
        middle[known] = centre(cells[known], axis=1)
        filled[:, :, members] = np.where(np.isnan(cells), middle[:, :, None], cells)
    return filled


def _treated(rule: Treatment, pools: Matrix) -> Matrix:
    """Winsorised to observed values, pool by pool; the logarithm of the original where that was not enough."""
    low, high = _ends(pools)
    clip_low, clip_high = low.copy(), high.copy()
    points = np.zeros((2, len(pools)), dtype=np.int64)
    open_, failed = np.ones(len(pools), dtype=bool), np.zeros(len(pools), dtype=bool)
    while open_.any():
        x = np.clip(pools[open_], clip_low[open_, None], clip_high[open_, None])
        skew, kurtosis = shape(x)
        with np.errstate(invalid="ignore"):
            passes = np.isnan(skew) | np.isnan(kurtosis)
            passes |= (np.round(np.abs(skew), 9) < rule.skew) | (np.round(kurtosis, 9) < rule.kurtosis)
            upper = ~(skew < 0)
        spent = points[:, open_].sum(axis=0) >= rule.winsorise
        at = np.flatnonzero(open_)
        failed[at[~passes & spent]] = True
        open_[at[passes | spent]] = False
        for end, clips, sign in ((1, clip_high, 1.0), (0, clip_low, -1.0)):
            mine = ~passes & ~spent & (upper if end else ~upper)
            moved, rows = sign * x[mine], at[mine]
            top = np.nanmax(moved, axis=1, keepdims=True) if len(rows) else moved
            points[end, rows] = (moved == top).sum(axis=1)
            clips[rows] = sign * np.where(moved < top, moved, -np.inf).max(axis=1, initial=-np.inf)
    result = np.clip(pools, clip_low[:, None], clip_high[:, None])
    if rule.otherwise == "log" and failed.any():
        start = low[failed, None] - 0.01 * (high - low)[failed, None]
        result[failed] = np.log(pools[failed] - start)
    return result


def shape(x: Matrix) -> tuple[Matrix, Matrix]:
    """Skewness and kurtosis of each row as Excel's SKEW and KURT; NaN where there are too few values or no spread."""
    n = np.count_nonzero(~np.isnan(x), axis=1).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        d = x - (np.nansum(x, axis=1) / n)[:, None]
        s2, s3, s4 = (np.nansum(d**power, axis=1) for power in (2, 3, 4))
        skew = np.sqrt(n) * s3 / (s2 * np.sqrt(s2)) * np.sqrt(n * (n - 1)) / (n - 2)
        kurtosis = ((n + 1) * (n * s4 / (s2 * s2) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    flat = s2 <= 0
    return np.where((n < 3) | flat, np.nan, skew), np.where((n < 4) | flat, np.nan, kurtosis)


def _ends(pools: Matrix) -> tuple[Matrix, Matrix]:
    """The least and the greatest value of each row; NaN where there is none."""
    missing = np.isnan(pools)
    low, high = np.where(missing, np.inf, pools).min(axis=1), np.where(missing, -np.inf, pools).max(axis=1)
    empty = missing.all(axis=1)
    return np.where(empty, np.nan, low), np.where(empty, np.nan, high)


def _references(node: Node, pools: Matrix, shape: tuple[int, int, int], reference: int | None) -> Matrix | None:
    """What each cell is measured against: the reference region's value of the same draw and year."""
    if node.normalise.using != "distance_to_reference" or reference is None:
        return None
    cells = pools.reshape(shape)
    return np.broadcast_to(cells[:, :, reference, None], shape).reshape(pools.shape)


def _share(node: Node, x: Matrix, reference: Matrix | None) -> Matrix:
    """The normalised score of values that are turned: more is better."""
    rule = node.normalise
    start, end = rule.range
    low, high = (ends[:, None] for ends in _ends(x))
    n = np.count_nonzero(~np.isnan(x), axis=1, keepdims=True).astype(np.float64)
    spread = high > low
    with np.errstate(divide="ignore", invalid="ignore"):
        match rule.using:
            case "goalposts":
                worst, best = (turned(node, value) for value in node.goalposts or ())
                share = np.clip((x - worst) / (best - worst), 0, 1)
            case "minmax":
                share = np.where(spread, (x - low) / (high - low), np.nan)
            case "distance_to_max":
                share = np.where(spread, 1 - (high - x) / (high - low), np.nan)
            case "distance_to_reference":
                assert reference is not None
                below = np.where(reference > low, 1 - (reference - x) / (reference - low), np.nan)
                share = np.where(spread, np.where(x > reference, 1.0, np.minimum(below, 1.0)), np.nan)
            case "distance_to_target":
                best = turned(node, node.target or 0.0)
                share = np.where(spread, np.minimum((x - low) / (best - low), 1.0), np.nan)
            case "fraction_of_max":
                share = x / high
            case "percentile":
                share = np.where(n > 1, (_place(x) - 1) / (n - 1), np.nan)
            case "zscore":
                mean = np.nansum(x, axis=1, keepdims=True) / n
                sd = np.sqrt(np.nansum((x - mean) ** 2, axis=1, keepdims=True) / (n - 1))
                return np.where(spread, (x - mean) / sd * rule.sd + rule.mean, np.nan)
            case "rank":
                return _place(x)
            case _:  # borda
                return _place(x) - 1
    return share * (end - start) + start


def _place(x: Matrix) -> Matrix:
    return np.where(np.isnan(x), np.nan, ascending_places(x))
