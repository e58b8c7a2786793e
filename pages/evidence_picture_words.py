"""What the picture of a practice's evidence shows, year by year, and how its changes are written."""

from metrics.practices.course import Step
from metrics.practices.evidence import Compared
from words import Words


def say_picture(words: Words, one: Compared) -> str:
    """What the picture shows and in which unit."""
    holes = {"title": words.title(one.node.title), "unit": words.title(one.node.unit)}
    if one.percent:
        return words.say(
            "{title}: change since before the start, percent. Band: the middle four fifths of comparable regions; the "
            "year of the start is hollow and does not count.",
            **holes,
        )
    return words.say(
        "{title}: change since before the start, {unit}. Band: the middle four fifths of comparable regions; the year "
        "of the start is hollow and does not count.",
        **holes,
    )


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
