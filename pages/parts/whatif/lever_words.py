"""What the sliders of a what-if say."""

from metrics.levers import Lever
from pages.parts.whatif.view import View
from pages.shared.results import region_names
from words import Words


def say_label(view: View, lever: Lever, value: float | None) -> str:
    """An indicator as its slider has it: today's figure, and what it is set to."""
    words = view.words
    title, unit = words.title(lever.node.title), words.title(lever.node.unit)
    if value is None:
        return words.say("{title}: no figure", title=title)
    then = natural(words, lever, value)
    if value == lever.today:
        return words.say("{title}: {value} {unit}", title=title, value=then, unit=unit)
    if lever.today is None:
        return words.say("{title}: set to {value} {unit}", title=title, value=then, unit=unit)
    now = natural(words, lever, lever.today)
    return words.say("{title}: {now} → {then} {unit}", title=title, now=now, then=then, unit=unit)


def say_best(view: View, lever: Lever) -> str:
    """An indicator that has no slider."""
    words = view.words
    title, unit = words.title(lever.node.title), words.title(lever.node.unit)
    value = natural(words, lever, lever.end)
    return words.say("{title}: {value} {unit}; nothing better would count.", title=title, value=value, unit=unit)


def say_range(view: View, lever: Lever) -> str:
    """Below a slider: the year of the figure where it is another, and the best of the peers."""
    words, told = view.words, []
    if lever.figure_year is not None and lever.figure_year != view.here.year:
        told.append(words.say("Figure of {year}.", year=words.year(lever.figure_year)))
    if lever.best_of_peers is not None and lever.best_peer is not None:
        best, name = natural(words, lever, lever.best_of_peers), region_names(view.here.framework)[lever.best_peer]
        ahead = lever.today is not None and lever.node.sign * (lever.today - lever.best_of_peers) >= 0
        if ahead:
            told.append(words.say("Already ahead of the best of its peers, {name} ({best}).", best=best, name=name))
        else:
            told.append(words.say("Best of its peers: {best}, {name}.", best=best, name=name))
    if not lever.counts:
        told.append(words.say("Outside the score."))
    return " ".join(told)


def natural(words: Words, lever: Lever, value: float) -> str:
    """A value of an indicator as people write it."""
    return words.number(value, lever.node.decimals)
