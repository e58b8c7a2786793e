"""What makes a region a peer, in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from words import Words, mark

NEAR = 100  # kilometres: so near that it is worth telling

_KNOWN = ("kind", "autonomous", "island")  # categorical traits with sentences of their own
# Numeric traits: how many times as much still counts as the same, and what is said then and otherwise.
_RATIOS = (
    ("population_ratio", 1.05, mark("about as many people"), mark("{times} times your population")),
    ("expenditure_pc_ratio", 1.15, mark("similar spending per person"), mark("{times} times your spending per person")),
    ("density_ratio", 1.25, mark("similar density"), mark("{times} times your density")),
)


def say_reasons(words: Words, row: Mapping[Hashable, Any]) -> str:
    """How a peer is like the reader's region, and where it differs; `row` is one of `metrics.peers.beside`.

    Holds words of the dataset (kinds, islands, names of columns), which are not made inert here.
    """
    return words.listing([reason for reason in _reasons(words, row) if reason])


def _reasons(words: Words, row: Mapping[Hashable, Any]) -> list[str]:
    said = [_say_kind(words, row), _say_government(words, row)]
    said += [_say_ratio(words, row.get(name), same, alike, other) for name, same, alike, other in _RATIOS]
    if row.get("same_island") is True:
        said.append(words.say("both in {island}", island=row["island"]))
    if pd.notna(km := row.get("km")) and km < NEAR:
        said.append(words.say("{km} km away", km=words.number(km, 0)))
    for column in [str(name).removeprefix("same_") for name in row if str(name).startswith("same_")]:
        if column not in _KNOWN and row[f"same_{column}"] is True:
            said.append(words.say("same {column} ({value})", column=column, value=row[column]))
    return said


def _say_kind(words: Words, row: Mapping[Hashable, Any]) -> str:
    if row.get("same_kind") is True:
        return words.say("both are {kind}", kind=row["kind"])
    return words.say("another kind ({kind})", kind=row["kind"]) if row.get("same_kind") is False else ""


def _say_government(words: Words, row: Mapping[Hashable, Any]) -> str:
    """Only where one of the two does not govern itself."""
    here = row.get("autonomous")
    if row.get("same_autonomous") is True:
        return words.say("both are administrative areas") if here == "no" else ""
    if row.get("same_autonomous") is False:
        return words.say("an administrative area") if here == "no" else words.say("with a government of its own")
    return ""


def _say_ratio(words: Words, ratio: float | None, same: float, alike: str, other: str) -> str:
    """How many times as much the peer has, to one decimal, or two digits of little."""
    if ratio is None or pd.isna(ratio):
        return ""
    times = words.number(ratio, 2 if ratio < 0.095 else 1 if ratio < 9.95 else 0)
    return words.say(alike) if 1 / same <= ratio <= same else words.say(other, times=times)
