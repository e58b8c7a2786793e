"""Whom the region of a practice may be held against: regions like it that did nothing of the sort."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from metrics.peers import Structure, distances, structure
from metrics.practices.entry import Practice
from metrics.problems import InputProblems
from metrics.results import Results

SAME: tuple[str, ...] = ("kind", "autonomous")  # what a peer shares with the region, where the dataset says it


def fair_peers(results: Results, practice: Practice, others: Sequence[Practice], year: int) -> tuple[str, ...]:
    """Who could be a peer, the nearest in structure first; nobody where there is nothing to compare regions by."""
    touched = _touched(practice, others)
    try:
        alike = by_likeness(structure(results, year), practice.region or "")
    except InputProblems:
        return ()
    return tuple(other for other in alike if other not in touched)


def by_likeness(known: Structure, region: str) -> tuple[str, ...]:
    """The other regions of its kind, the nearest in structure first, ties by code. Raises KeyError."""
    at = known.at(region)
    apart = distances(known)[at].copy()
    for name in SAME:
        texts = known.categories.get(name)
        if texts is not None and texts[at] is not None:
            apart[texts != texts[at]] = np.nan
    order = [int(other) for other in np.argsort(apart, kind="stable") if other != at and np.isfinite(apart[other])]
    return tuple(known.regions[other] for other in order)


def _touched(practice: Practice, others: Sequence[Practice]) -> set[str]:
    """Regions that are no fair peers: they did the same, or something that is meant to move the same indicators."""
    did = set(practice.adopters.regions if practice.adopters else ())
    return did | {
        one.region for one in others if one.region is not None and set(one.indicators) & set(practice.indicators)
    }
