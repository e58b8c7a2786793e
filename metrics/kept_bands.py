"""The default run of a year: computed once for a version of data, framework and engine, and kept beside the results."""

from __future__ import annotations

from metrics.bands import Bands
from metrics.kept import read_kept, write_kept
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.robustness import robustness

_ARRAYS = ("scores", "ranks", "ranks_in_kind")


def kept_bands(results: Results, year: int) -> Bands:
    """The bands of the default assumptions, read where they are kept, else computed and kept.

    Raises InputProblems where the default assumptions do not go with the figures.
    """
    name = f"{year}-bands"
    kept = read_kept(results, name)
    if kept is not None and set(_ARRAYS) <= set(kept):
        regions = results.regions()
        arrays = (kept[array] for array in _ARRAYS)
        return Bands(tuple(regions["region"]), tuple(regions["kind"].fillna("")), *arrays)
    bands = robustness(results, year).bands
    write_kept(results, name, {array: getattr(bands, array) for array in _ARRAYS})
    return bands


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
