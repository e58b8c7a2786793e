"""What stands under the first line of own figures: the level, how sure the rank is, what is used, and who sees it."""

from exports.titles import level_names
from metrics.own.applied import OwnStanding
from metrics.simulation import Rescored
from pages.parts.own.view import View
from words import Words


def say_lead(view: View, standing: OwnStanding) -> list[str]:
    """The level, how many figures that rests on, and what it takes for granted."""
    words, names = view.words, level_names(view.words, view.here.results)
    told = []
    before, after = (_level(names, found) for found in (standing.published, standing.own))
    if after and before and after != before:
        told.append(words.say("Level {after} instead of {before}.", after=after, before=before))
    elif after:
        told.append(words.say("Level {after}.", after=after))
    told.append(
        words.say_plural(
            "{count} own figure counts in the score of {year}; everything else is as published, and so are all other "
            "regions.",
            "{count} own figures count in the score of {year}; everything else is as published, and so are all other "
            "regions.",
            len(standing.applied), year=words.year(view.here.year),
        )
    )  # fmt: skip
    return told + _say_later(view, standing) + _say_band(view, standing)


def _say_later(view: View, standing: OwnStanding) -> list[str]:
    """That own figures of a later year than the others' show time too."""
    words = view.words
    later = sorted({one.figure.year for one in standing.applied if one.figure.year > view.here.year})
    if not later:
        return []
    return [
        words.say(
            "Own figures of {years} stand beside the {year} figures of all other regions: part of the difference is "
            "time, not the own figures.",
            years=words.listing([words.year(year) for year in later]), year=words.year(view.here.year),
        )
    ]  # fmt: skip


def _say_band(view: View, standing: OwnStanding) -> list[str]:
    """How sure the rank would be, beside how sure it is."""
    words, then, now = view.words, view.band(standing.own), view.band(standing.published)
    if then is None:
        return []
    holes = {"low": words.number(then[0]), "high": words.number(then[1])}
    if now is None:
        return [words.say("In 90% of recalculations the rank would lie from {low} to {high}.", **holes)]
    before = {"low_before": words.number(now[0]), "high_before": words.number(now[1])}
    return [
        words.say(
            "In 90% of recalculations the rank would lie from {low} to {high}; published, from {low_before} to "
            "{high_before}.",
            **holes, **before,
        )
    ]  # fmt: skip


def _level(names: list[str], found: Rescored) -> str | None:
    return names[int(found.maturity) - 1] if (found.maturity or "").isdecimal() else None


def say_unused(view: View) -> list[str]:
    """Own figures that do not bear on the chosen year, and why."""
    words, titles = view.words, [view.words.title(node.title) for node in view.unused]
    if not titles:
        return []
    return [
        words.say(
            "Own figures of {titles} do not stand for {year}: published ones are nearer to that year, or the series is "
            "another.",
            titles=words.listing(titles), year=words.year(view.here.year),
        )
    ]  # fmt: skip


def say_mark(words: Words) -> str:
    """What the mark of own figures means."""
    return words.say("◆ own figures of this page: not published, and checked by nobody but you.")


def say_privacy(words: Words) -> list[str]:
    """Where own figures are, and how long."""
    return [
        words.say(
            "Your figures are in the memory of the server while this page is open: on no disk, in no address, seen by "
            "no other visitor."
        ),
        words.say("Who runs the server could read them there; if they are secret, run Teladan on your own computer."),
        words.say("Closing or reloading the page loses them: save the file first."),
    ]
