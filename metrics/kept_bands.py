"""The default run of a year: computed once for a version of data, framework and engine, and kept beside the results."""

from __future__ import annotations

from metrics.bands import Bands
from metrics.kept import Arrays, kept_arrays
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.robustness import robustness

_ARRAYS = ("scores", "ranks", "ranks_in_kind")


def kept_bands(results: Results, year: int) -> Bands:
    """The bands of the default assumptions, read where they are kept, else computed and kept.

    Raises InputProblems where the default assumptions do not go with the figures.
    """

    def make() -> Arrays:
        bands = robustness(results, year).bands
        return {array: getattr(bands, array) for array in _ARRAYS}

    kept, regions = kept_arrays(results, f"{year}-bands", _ARRAYS, make), results.regions()
    return Bands(tuple(regions["region"]), tuple(regions["kind"].fillna("")), *(kept[array] for array in _ARRAYS))


def kept_band(results: Results, year: int, region: str) -> tuple[int, int] | None:
    """The band of a region's national rank; None where it has none, or where the default assumptions do not go
    with the figures.
    """
    try:
        whole = kept_bands(results, year).whole
    except InputProblems:
        return None
    found = whole[["rank_low", "rank_high"]].to_dict("index").get(region)
    return None if found is None else (int(found["rank_low"]), int(found["rank_high"]))
