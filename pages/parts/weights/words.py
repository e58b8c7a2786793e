"""What the screen of a visitor's own weights says: sentences made of the figures."""

import pandas as pd

from metrics.own_comparison import FAR
from metrics.robustness import DRAWS
from pages.parts.weights.region_words import say_my_region
from pages.parts.weights.view import View
from pages.shared.band_words import say_included
from words import Words

# Parts of an address that are repeated to the reader: so many, and so much of each.
_PARTS, _LETTERS = 3, 40


def say_answer(view: View) -> str:
    """The first line of the screen."""
    words, found = view.words, view.movement
    if view.empty:
        return words.say("Every weight is 0: there is nothing to rank.")
    row = view.mine
    if row is None and not view.points:
        return words.say(
            "{ranked} regions are ranked with the framework's weights. Move a slider to see what others would give.",
            ranked=words.number(found.ranked),
        )
    if row is None:
        return words.say(
            "{moved} of {ranked} regions would rank at least {places} places higher or lower with your weights.",
            moved=words.number(found.far),
            ranked=words.number(found.ranked),
            places=words.number(FAR),
        )
    return say_my_region(view, row)


def say_moved(view: View) -> str:
    """How many regions move: a line that is always there, so that nothing jumps when the first weight is moved."""
    words, found = view.words, view.movement
    if not view.points:
        return words.say("Nothing is moved yet: every region stands where the framework puts it.")
    if view.here.results.framework.maturity is None:
        return words.say(
            "{moved} of {ranked} regions would have another rank within their kind.",
            moved=words.number(found.moved),
            ranked=words.number(found.ranked),
        )
    return words.say(
        "{moved} of {ranked} regions would have another rank within their kind, and {levels} another level.",
        moved=words.number(found.moved),
        ranked=words.number(found.ranked),
        levels=words.number(found.other_level),
    )


def say_warnings(view: View) -> list[str]:
    """What a reader of such a ranking must know."""
    words = view.words
    told = [
        words.say(
            "Weights chosen to get a result prove nothing: any region gains from more weight on what it is good at."
        )
    ]
    if view.here.results.framework.maturity is not None:
        told.append(words.say("The levels' limits were set for the framework's weights."))
    return told


def say_bands(view: View) -> list[str]:
    """What a band is and what it includes, and whether others are ranked than with the framework's weights."""
    words, found, told = view.words, view.movement, say_included(view.here)
    if told and view.points:
        told.append(
            words.say(
                "Bands with your weights come from {draws} recalculations around them.", draws=words.number(DRAWS)
            )
        )
    if found.ranked != found.ranked_before:
        told.append(
            words.say(
                "{ranked} regions are ranked instead of {before}: what has weight 0 needs no figures.",
                ranked=words.number(found.ranked),
                before=words.number(found.ranked_before),
            )
        )
    return told


def say_ignored(words: Words, parts: list[str]) -> list[str]:
    """What in the address could not be used."""
    if not parts:
        return []
    shown = [part if len(part) <= _LETTERS else part[:_LETTERS] + "…" for part in parts[:_PARTS]]
    if len(parts) > _PARTS:
        shown.append("…")
    return [words.say("Left out, because it is no weight of this framework: {parts}.", parts=", ".join(shown))]


def say_part(view: View) -> str:
    """What the short table shows."""
    words = view.words
    row = view.mine
    if row is None or pd.isna(row["rank"]):
        return words.say("The first of the ranking")
    return words.say("The first of the ranking, and those around {name}", name=row["name"])


def say_title(view: View, kind: str | None, count: int) -> str:
    """The title of the ranking; None stands for all kinds."""
    words, holes = view.words, {"count": view.words.number(count), "kind": kind or view.words.say("regions")}
    if view.points:
        return words.say("{count} {kind}, ranked with your weights", **holes)
    return words.say("{count} {kind}, ranked with the framework's weights", **holes)
