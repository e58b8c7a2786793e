"""What every slide of a year shares, worked out once: the ranking with its bands, the names of regions.

Kept as long as the results that they belong to are shown; never to be changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

import pandas as pd

from metrics.banded import with_bands
from metrics.bands import Bands
from metrics.carried import carries
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.simulation import Simulator, simulator

_YEARS = 16  # framework and year together


@lru_cache(maxsize=_YEARS)
def bands(results: Results, year: int) -> Bands | None:
    """The default run of draws; None in a year without ranks, or where it cannot be made."""
    if results.ranking(year)["rank"].notna().any():
        with suppress(InputProblems):
            return kept_bands(results, year)
    return None


@lru_cache(maxsize=8)
def simulated(results: Results, year: int) -> Simulator:
    """What scores any region of a year again with other figures."""
    return simulator(results, year)


@lru_cache(maxsize=_YEARS)
def ranking(results: Results, year: int) -> pd.DataFrame:
    """The ranking with its bands, and where each region lies: lat, lon and population."""
    banded = with_bands(results.ranking(year), bands(results, year), results.framework.maturity)
    return banded.merge(results.regions()[["region", "lat", "lon", "population"]], on="region")


@lru_cache(maxsize=_YEARS)
def rows(results: Results, year: int) -> Mapping[str, Mapping[str, Any]]:
    """The lines of the ranking by region."""
    found = ranking(results, year).to_dict("records")
    return {str(row["region"]): {str(column): value for column, value in row.items()} for row in found}


@lru_cache(maxsize=_YEARS)
def region_names(results: Results) -> Mapping[str, str]:
    """Every region's code with a name that is its own: where two share one, the code stands behind it."""
    regions = results.regions()
    shared = regions["name"].duplicated(keep=False)
    names = regions["name"].where(~shared, regions["name"] + " (" + regions["region"] + ")")
    return dict(zip(regions["region"], names, strict=True))


@lru_cache(maxsize=_YEARS)
def publishers(results: Results, year: int, displayed: bool = True) -> tuple[str, ...]:
    """Who published the figures behind the scores of a year, as `Results.publishers` says."""
    return results.publishers(year, displayed)


@lru_cache(maxsize=_YEARS)
def carried(results: Results, year: int) -> bool:
    """Whether a figure behind the scores of a year is from a year before."""
    return carries(results, year)
