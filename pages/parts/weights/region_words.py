"""What the screen of a visitor's own weights says of single regions: their ranks, now and with the framework's."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from exports.standing_words import say_rank
from exports.titles import level_names
from pages.parts.weights.view import View
from words import Language, Words, speak


def say_own(words: Words, row: Mapping[str, Any]) -> str | None:
    """The rank within the kind with its band and the number ranked; None where there is none."""
    rank = "rank_in_kind" if pd.notna(row["kind"]) else "rank"
    return say_place(words.language, *(row[name] for name in fields(rank, "")))


def say_before(words: Words, row: Mapping[str, Any]) -> str | None:
    """The same with the framework's weights."""
    rank = "rank_in_kind" if pd.notna(row["kind"]) else "rank"
    return say_place(words.language, *(row[name] for name in fields(rank, "_before")))


def fields(rank: str, when: str) -> list[str]:
    """The columns of a rank: itself, both ends of its band, and the number ranked."""
    return [f"{name}{when}" for name in (rank, f"{rank}_low", f"{rank}_high", rank.replace("rank", "ranked"))]


@lru_cache(maxsize=50_000)
def say_place(language: Language, rank: float, low: float, high: float, ranked: float) -> str | None:
    """A rank with its band and the number ranked, None where there is none.

    Kept, because a map has hundreds of them, and another weight moves only some.
    """
    if pd.isna(rank):
        return None
    words, row = speak(language), {"rank": rank, "rank_low": low, "rank_high": high}
    return words.say("{rank} of {ranked}", rank=say_rank(words, row, "rank"), ranked=words.number(ranked))


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
    told = view.words.say("{name}: {place}", name=row["name"], place=say_with_kind(view.words, own, row["kind"]))
    names = dict(enumerate(level_names(view.words, view.here.results), start=1))
    if not str(row["maturity"]).isdecimal():
        return told
    return view.words.say("{place}, level {level}", place=told, level=names[int(row["maturity"])])


def say_with_kind(words: Words, place: str, kind: object) -> str:
    """A place and what it is a place among, where the region has a kind."""
    return place if pd.isna(kind) else words.say("{place} {kind}", place=place, kind=kind)


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
