"""Whom a slide compares a region with, as its address says it; by itself with those most alike."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from exports.slides import national
from exports.slides.slide import Asked
from metrics.peer_choices import CHOICES, Choice, chosen_peers
from metrics.results import Results

# The parameters of the address: the way of choosing, and the list where it was edited.
WAY, LIST = "peergroup", "peers"
_GROUP = "group:"  # before the code of a group


def peers_of(asked: Asked, region: str, count: int) -> tuple[str, ...]:
    """So many others at most: the list of the address, else whom its way of choosing finds."""
    listed = asked.parameters.get(LIST, "")
    if listed:
        names = national.region_names(asked.results)
        return tuple(code for code in dict.fromkeys(listed.split(",")) if code in names and code != region)[:count]
    return _found(asked.results, asked.year, region, asked.parameters.get(WAY, ""), count)


@lru_cache(maxsize=2000)
def _found(results: Results, year: int, region: str, way: str, count: int) -> tuple[str, ...]:
    if way.startswith(_GROUP):
        return chosen_peers(results, year, region, "group", count, way.removeprefix(_GROUP))
    choice = cast(Choice, way) if way in CHOICES and way != "group" else "structure"
    return chosen_peers(results, year, region, choice, count)
