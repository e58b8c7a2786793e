"""What the way up says of single indicators: from where to where, how fast, who did it, and what stays as it is."""

from exports.report.way_up import FIXED
from metrics.tree import Node
from metrics.way_up import Step
from metrics.way_up_levers import Fixed
from metrics.way_up_movers import Mover
from pages.parts.way_up.found import View
from pages.shared.results import region_names
from words import Words


def title(words: Words, node: Node) -> str:
    """An indicator by its title; a proxy is marked."""
    return ("≈ " if node.proxy else "") + words.title(node.title)


def say_span(words: Words, years: int) -> str:
    """So many years."""
    return words.say_plural("{count} year", "{count} years", years)


def say_change(view: View, step: Step) -> str:
    """From today's value to the proposed one."""
    return view.words.say(
        "{today} → {value}",
        today=view.words.number(step.today, step.node.decimals),
        value=_say_value(view.words, step),
    )


def _say_value(words: Words, step: Step) -> str:
    """With as many decimals as the indicator has; with two more where it lies between."""
    decimals = step.node.decimals
    if decimals is not None and round(step.value, decimals) != step.value:
        return words.number(step.value, decimals + 2)
    return words.number(step.value, decimals)


def say_needed(view: View, step: Step) -> str:
    """The yearly change that the step takes, one decimal finer than figures of its indicator."""
    decimals = step.node.decimals
    return view.words.signed((step.value - step.today) / view.years, None if decimals is None else decimals + 1)


def say_end(view: View, step: Step) -> str:
    """The best that a peer reached: the end of the way."""
    words, limit = view.words, view.limits[step.node.id]
    if limit.best_peer is None:
        return ""
    return words.say(
        "best peer: {value}, {name}",
        value=words.number(step.best, step.node.decimals),
        name=region_names(view.here.framework)[limit.best_peer],
    )


def say_newer(view: View, step: Step) -> list[str]:
    """That a younger figure of the region is out, and whether it has made the step."""
    words, found = view.words, view.newer(step)
    if found is None:
        return []
    holes = {"year": words.year(found.end), "value": words.number(found.last, step.node.decimals)}
    if step.made_by(found.last):
        return [words.say("Its figure of {year}, {value}, is there already.", **holes)]
    return [words.say("Its figure of {year} is {value}.", **holes)]


def say_mover(view: View, mover: Mover, node: Node) -> str:
    """A peer and its move, behind its name."""
    words, stretch = view.words, mover.stretch
    holes = {
        "first": words.number(stretch.first, node.decimals),
        "last": words.number(stretch.last, node.decimals),
        "start": words.year(stretch.start),
        "end": words.year(stretch.end),
    }
    if stretch.clear:
        return words.say("{first} → {last}, {start}–{end}", **holes)
    return words.say("{first} → {last}, {start}–{end}, within the error of the survey", **holes)


def say_fixed(view: View, fixed: tuple[Fixed, ...]) -> list[str]:
    """What stays as it is, by reason."""
    words, told = view.words, []
    for reason, sentence in FIXED.items():
        titles = [title(words, one.node) for one in fixed if one.reason == reason]
        if titles:
            told.append(words.say(sentence, titles=words.listing(titles)))
    return told
