"""Named ways to choose the regions that one is compared with; every one of them may be edited afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.groups import groups
from metrics.peers import COUNT, Structure, distances, kilometres, structure
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
    known = structure(results, year)
    at = known.at(region)
    if choice == "neighbours":
        return _first(known, kilometres(known, region), at, count)
    apart = distances(known)[at]
    if choice == "structure":
        return _first(known, apart, at, count)
    if choice == "better":
        return _better(results, year, region, _first(known, apart, at, WITHIN))[:count]
    among = _among(results, region, choice, group)
    return _first(known, np.where(np.isin(known.regions, list(among)), apart, np.nan), at, count)


def offered(results: Results, year: int, region: str) -> tuple[Choice, ...]:
    """The choices that find somebody for this region, other than "group"; `structure` first."""
    return tuple(choice for choice in CHOICES if choice != "group" and chosen_peers(results, year, region, choice, 1))


def _first(structure: Structure, apart: NDArray[np.float64], at: int, count: int) -> tuple[str, ...]:
    """The regions that are least far, ties by code; never the one at `at`, nor one that is NaN far."""
    order = [int(place) for place in np.argsort(apart, kind="stable") if place != at and not np.isnan(apart[place])]
    return tuple(structure.regions[place] for place in order[:count])


def _better(results: Results, year: int, region: str, others: Iterable[str]) -> tuple[str, ...]:
    """Those with a higher score of the root, best first."""
    scores = results.ranking(year).set_index("region")["score"]
    higher = [other for other in others if scores[other] > scores[region]]
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
