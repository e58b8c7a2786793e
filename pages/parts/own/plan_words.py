"""What is said of a plan beside the figures."""

from collections.abc import Sequence

from metrics.own.beside import Beside
from metrics.own.data import OwnFigure, Programme
from metrics.profile import Place
from pages.parts.own.view import View
from pages.parts.profile.words import say_kin
from words import Words


def say_plan(words: Words, found: Sequence[Beside]) -> str:
    """The finding: how much is planned for how many, and what is weak without a plan."""
    served = [one for one in found if one.programmes]
    weak = [words.title(one.node.title) for one in found if one.weak and not one.programmes]
    holes = {
        "programmes": words.number(sum(len(one.programmes) for one in served)),
        "served": words.number(len(served)),
        "all": words.number(len(found)),
    }
    if not weak:
        return words.say(
            "Programmes and quick wins: {programmes}, for {served} of {all} sub-dimensions; none that is below its "
            "median goes without",
            **holes,
        )  # fmt: skip
    return words.say(
        "Programmes and quick wins: {programmes}, for {served} of {all} sub-dimensions; below the median without "
        "any: {weak}",
        weak=words.listing(weak), **holes,
    )  # fmt: skip


def say_standing(view: View, one: Beside) -> str:
    """How the region stands in a sub-dimension, as published."""
    words, place = view.words, one.place
    if place is None or place.score is None:
        return words.say("○ no figures are published here yet")
    holes = {
        "score": words.number(place.score, 1),
        "median": words.number(place.kind_median, 1),
        "kind": say_kin(view.here, view.profile),
    }
    if one.weak is None:
        return words.say("score {score}", **holes)
    if one.weak:
        return words.say("score {score}, below the median of {kind} ({median})", **holes)
    return words.say("score {score}, at or above the median of {kind} ({median})", **holes)


def say_indicator(view: View, place: Place, own: OwnFigure | None) -> str:
    """An indicator with its median and, where there is one, the own figure."""
    words, node = view.words, place.node
    holes = {
        "title": words.title(node.title),
        "value": words.number(place.value, node.decimals),
        "unit": words.title(node.unit),
        "median": words.number(place.kind_median, node.decimals),
    }
    if own is None:
        return words.say("{title}: {value} {unit} (median {median})", **holes)
    return words.say(
        "{title}: {value} {unit} (median {median}; ◆ {own} in {year})",
        own=words.number(own.value, node.decimals), year=words.year(own.year), **holes,
    )  # fmt: skip


def say_years(words: Words, programme: Programme) -> str:
    """From when to when a programme runs, as far as it is said."""
    if programme.start is not None and programme.end is not None:
        if programme.start == programme.end:
            return words.year(programme.start)
        return words.say("{start} to {end}", start=words.year(programme.start), end=words.year(programme.end))
    if programme.start is not None:
        return words.say("from {year}", year=words.year(programme.start))
    return "" if programme.end is None else words.say("until {year}", year=words.year(programme.end))
