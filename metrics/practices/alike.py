"""How like one another regions are in structure, told as a share of all regions: what is kept for a year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from metrics.peers import Structure, distances, structure
from metrics.problems import InputProblems
from metrics.results import Results


@lru_cache(maxsize=500)
def likeness(results: Results, year: int, region: str) -> Mapping[str, float]:
    """By region the share of the others that are less like `region`, from 0 to 1.

    Regions that share no trait with it are left out; empty where nothing says how regions are built.
    """
    others = _others(results, year, region)
    ordered = np.sort([d for d in others.values() if not np.isnan(d)])
    strangers = len(others) - len(ordered)
    farther = {code: len(ordered) - int(np.searchsorted(ordered, d, "right")) + strangers for code, d in others.items()}
    return {
        code: farther[code] / (len(others) - 1) if len(others) > 1 else 1.0
        for code, d in others.items()
        if not np.isnan(d)
    }


@lru_cache(maxsize=500)
def places(results: Results, year: int, region: str) -> Mapping[str, int]:
    """The others by how like a region they are: 1 is the most alike, ties by code; empty as `likeness` is."""
    others = _others(results, year, region)
    known = sorted((d, code) for code, d in others.items() if not np.isnan(d))
    return {code: place for place, (_, code) in enumerate(known, start=1)}


def _others(results: Results, year: int, region: str) -> dict[str, float]:
    try:
        known, apart = _apart(results, year)
    except InputProblems:
        return {}
    at = known.at(region)
    return {code: float(d) for code, d in zip(known.regions, apart[at], strict=True) if code != region}


@lru_cache(maxsize=4)
def _apart(results: Results, year: int) -> tuple[Structure, NDArray[np.float64]]:
    known = structure(results, year)
    return known, distances(known)
