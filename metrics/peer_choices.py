"""Named ways to choose the regions that one is compared with; every one of them may be edited afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.groups import groups
from metrics.peers import COUNT, distances, kilometres, structure
from metrics.population import sizes
from metrics.results import Results

Choice = Literal["structure", "better", "neighbours", "province", "size", "group"]
CHOICES: tuple[Choice, ...] = ("structure", "better", "neighbours", "province", "size", "group")

WITHIN = 30  # "better" looks among so many of the nearest in structure


def chosen_peers(
    results: Results, year: int, region: str, choice: Choice = "structure", count: int = COUNT, group: str | None = None
) -> tuple[str, ...]:
    """At most `count` other regions, never the region itself; none where the choice finds none.

    structure    the nearest in structure (metrics.peers)
    better       of the 30 nearest in structure those with a higher score of the root in that year, the best first;
                 none where the region itself has no score
    neighbours   the nearest on the map, nearest first
    province     of the same province, kind the same or not, the nearest in structure first
    size         of the same kind and size class (metrics.population), the nearest in structure first
    group        of the group with that code (metrics.groups), whether or not the region is in it, the nearest in
                 structure first

    Raises KeyError for an unknown region, InputProblems where regions have nothing to be compared by.
    """
    return _Chooser(results, year, region).choose(choice, count, group)


def offered(results: Results, year: int, region: str) -> tuple[Choice, ...]:
    """The choices that find somebody for this region, other than "group"; `structure` first.

    Raises as `chosen_peers` does.
    """
    chooser = _Chooser(results, year, region)
    return tuple(choice for choice in CHOICES if choice != "group" and chooser.choose(choice, 1, None))


class _Chooser:
    """Chooses for one region, with its distances to all others at hand."""

    def __init__(self, results: Results, year: int, region: str) -> None:
        self.results, self.year, self.region = results, year, region
        self.structure = structure(results, year)
        self.at = self.structure.at(region)
        self.apart = distances(self.structure)[self.at]

    def choose(self, choice: Choice, count: int, group: str | None) -> tuple[str, ...]:
        if choice == "structure":
            return self._first(self.apart, count)
        if choice == "better":
            return self._better(self._first(self.apart, WITHIN))[:count]
        if choice == "neighbours":
            return self._first(kilometres(self.structure, self.region), count)
        among = np.isin(self.structure.regions, list(_among(self.results, self.region, choice, group)))
        return self._first(np.where(among, self.apart, np.nan), count)

    def _first(self, apart: NDArray[np.float64], count: int) -> tuple[str, ...]:
        """The regions that are least far, ties by code; never the region itself, nor one that is NaN far."""
        order = [int(at) for at in np.argsort(apart, kind="stable") if at != self.at and not np.isnan(apart[at])]
        return tuple(self.structure.regions[at] for at in order[:count])

    def _better(self, others: Iterable[str]) -> tuple[str, ...]:
        """Those with a higher score of the root, best first."""
        scores = self.results.ranking(self.year).set_index("region")["score"]
        higher = [other for other in others if scores[other] > scores[self.region]]
        return tuple(sorted(higher, key=lambda other: (-scores[other], other)))


def _among(results: Results, region: str, choice: Choice, group: str | None) -> frozenset[str]:
    """The regions that share a province, a size class or a group."""
    if choice == "group":
        return next((found.regions for found in groups(results) if found.code == group), frozenset())
    regions = results.regions()
    classed = sizes(results)
    columns = (regions["region"], regions["province"], regions["kind"])
    classes = {
        code: province if choice == "province" else (kind, classed[code]) if code in classed else None
        for code, province, kind in zip(*columns, strict=True)
    }
    wanted = classes[region]
    known = isinstance(wanted, str | tuple)  # a region without a province, or a size, has nobody beside it
    return frozenset(other for other, its in classes.items() if known and its == wanted)
