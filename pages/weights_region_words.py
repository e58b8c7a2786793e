"""What the screen of a visitor's own weights says of single regions: their ranks, now and with the framework's."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.band_words import say_rank
from pages.titles import level_names
from pages.weights_view import View
from words import Words


def say_own(words: Words, row: Mapping[str, Any]) -> str | None:
    """The rank within the kind with its band and the number ranked; None where there is none."""
    return _say_place(words, row, "")


def say_before(words: Words, row: Mapping[str, Any]) -> str | None:
    """The same with the framework's weights."""
    return _say_place(words, row, "_before")


def _say_place(words: Words, row: Mapping[str, Any], when: str) -> str | None:
    rank = "rank_in_kind" if pd.notna(row["kind"]) else "rank"
    if pd.isna(row[f"{rank}{when}"]):
        return None
    told = say_rank(words, _earlier(row, rank) if when else row, rank)
    ranked = row[f"{rank.replace('rank', 'ranked')}{when}"]
    return words.say("{rank} of {ranked}", rank=told, ranked=words.number(ranked))


def say_my_region(view: View, row: Mapping[str, Any]) -> str:
    """Where the reader's own region would rank, and does: `row` is its line."""
    words, name, peers = view.words, row["name"], row["kind"] if pd.notna(row["kind"]) else view.words.say("regions")
    own, before = say_own(words, row), say_before(words, row)
    if not view.points:
        if before is None:
            return words.say("{name} cannot be assessed with the framework's weights.", name=name)
        return words.say(
            "{name} ranks {place} {kind} with the framework's weights. Move a slider to see what others would give.",
            name=name,
            place=before,
            kind=peers,
        )
    if own is None:
        return words.say("{name} cannot be assessed with your weights.", name=name)
    if before is None:
        return words.say(
            "With your weights {name} would rank {place} {kind}; with the framework's it cannot be assessed.",
            name=name,
            place=own,
            kind=peers,
        )
    return words.say(
        "With your weights {name} would rank {place} {kind}; with the framework's it ranks {before}.",
        name=name,
        place=own,
        kind=peers,
        before=before,
    )


def say_short(view: View) -> str | None:
    """The reader's own region in a line that stands beside the sliders."""
    row = view.mine
    own = None if row is None else say_own(view.words, row)
    if row is None or own is None:
        return None
    told = view.words.say("{name}: {place} {kind}", name=row["name"], place=own, kind=row["kind"] or "")
    names = dict(enumerate(level_names(view.words, view.here.results), start=1))
    if not str(row["maturity"]).isdecimal():
        return told
    return view.words.say("{place}, level {level}", place=told, level=names[int(row["maturity"])])


def say_tooltip(view: View, row: Mapping[str, Any]) -> list[str]:
    """The lines of a tooltip on the map."""
    words, own = view.words, say_own(view.words, row)
    if own is None:
        return [row["name"], words.say("cannot be assessed")]
    place = words.say("{place} {kind}", place=own, kind=row["kind"]) if pd.notna(row["kind"]) else own
    if not view.points or (before := say_before(words, row)) is None:
        return [row["name"], place]
    return [row["name"], place, words.say("with the framework's weights: {place}", place=before)]


def say_moves(words: Words, rows: pd.DataFrame, rank: str) -> list[tuple[str, str]]:
    """Each region with its rank before and now."""
    return [
        (
            row["name"],
            words.say(
                "{before} → {after}",
                before=say_rank(words, _earlier(row, rank), rank),
                after=say_rank(words, row, rank),
            ),
        )
        for row in rows.to_dict("records")
    ]


def _earlier(row: Mapping[str, Any], rank: str) -> dict[str, Any]:
    """A rank with its band as the framework's weights give it, under the names of the own one."""
    return {name: row[f"{name}_before"] for name in (rank, f"{rank}_low", f"{rank}_high")}
