"""What the picture of a practice's evidence shows, year by year, and how its changes are written."""

from metrics.practices.course import Step
from metrics.practices.entry import Practice
from metrics.practices.evidence import Compared
from words import Words


def say_picture(words: Words, one: Compared) -> str:
    """What the picture shows and in which unit."""
    return words.say(
        "Change since before the start, {unit}. Band: the middle four fifths of comparable regions. The year of the "
        "start (hollow) does not count.",
        unit=words.say("percent") if one.percent else words.title(one.node.unit),
    )


def say_start(words: Words, practice: Practice, start: int) -> str:
    """What is written at the year about which figures are compared."""
    if practice.in_use is None:
        return words.say("started {year}", year=words.year(start))
    return words.say("in use {year}", year=words.year(start))


def say_step(words: Words, one: Compared, step: Step, name: str) -> str:
    """One year of the picture."""
    year = words.year(step.year)
    if step.own is None:
        return words.say("{year}: no figure of {name}.", year=year, name=name)
    holes = {"year": year, "name": name, "own": say_change(words, one, step.own)}
    if step.median is None:
        return words.say("{year}: {name} {own}.", **holes)
    return words.say(
        "{year}: {name} {own}, the median of comparable regions {median}.",
        **holes,
        median=say_change(words, one, step.median),
    )


def say_change(words: Words, one: Compared, change: float | None) -> str:
    """A change as it is written; one in percent has one decimal."""
    if change is None:
        return "–"
    if one.percent:
        return words.say("{change}%", change=words.signed(change, 1))
    return words.signed(change, one.node.decimals)
