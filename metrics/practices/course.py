"""The way of a region and of its peers, year by year, from before the start of a practice to after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from metrics.framework import Text
from metrics.indicator import indicators
from metrics.practices.evidence import Compared, Evidence, told
from metrics.practices.panel import read_panel
from metrics.results import Results


@dataclass(frozen=True)
class Step:
    """A year: the change since the mean before the start, of the region and over its peers; None without a figure.

    A tenth of the peers lie below `low`, a tenth above `high`. `told` says whether the year is in one of the windows.
    """

    year: int
    told: bool
    own: float | None
    low: float | None
    median: float | None
    high: float | None


def course(results: Results, evidence: Evidence, one: Compared) -> tuple[Step, ...]:
    """Every year with figures from the first to the last of the windows, in the units of `one.change`."""
    panel = read_panel(results, one.node)
    places = {code: place for place, code in enumerate(panel.regions)}
    rows = [places[code] for code in (evidence.region or "", *evidence.peers)]
    years = tuple(year for year in panel.years if one.windows.before[0] <= year <= one.windows.after[-1])
    before = panel.of(one.windows.before)[rows].mean(axis=1)
    since = panel.of(years)[rows] - before[:, None]
    steps = []
    for year, found in zip(years, since.T, strict=True):
        own, peers = found[0], found[1:][np.isfinite(found[1:])]
        spread = np.quantile(peers, (0.1, 0.5, 0.9)) if len(peers) else [np.nan] * 3
        values = (told(one.node, float(x)) if np.isfinite(x) else None for x in (own, *spread))
        steps.append(Step(year, year in one.windows.years, *values))
    return tuple(steps)


def caveat(results: Results, one: Compared) -> Text | None:
    """What the dataset warns of in the figures that are compared."""
    return next((found.caveat for found in indicators(results) if found.variable == one.node.variable), None)


def publishers(results: Results, one: Compared) -> tuple[str, ...]:
    """Who published the figures that are compared, by name."""
    found = results.table(
        """
        SELECT DISTINCT s.publisher AS publisher FROM figure f JOIN source s ON s.source = f.source
        WHERE f.variable = ? AND f.year IN (SELECT unnest(?)) ORDER BY publisher
        """,
        [one.node.variable, list(one.windows.years)],
    )
    return tuple(found["publisher"])
