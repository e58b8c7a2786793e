"""What is said around practices that are proposed: what they answer, how they are ordered, what they do not show."""

from collections.abc import Mapping, Sequence

from metrics.gaps import Gap
from metrics.practices.matching import Match
from pages.parts.next.view import View, number, title
from pages.parts.next.words import say_aim
from words import Words


def say_answered(view: View, gaps: Sequence[Gap], answered: Mapping[str, Sequence[Match]]) -> str:
    """For how many of the gaps there is a practice, and for which there is none."""
    words = view.words
    without = [title(view, gap) for gap in gaps if not answered[gap.node.id]]
    holes = {
        "name": view.name,
        "gaps": words.number(len(gaps)),
        "answered": words.number(len(gaps) - len(without)),
        "titles": words.listing(without),
    }
    if not gaps:
        return words.say("{name} has no open gap for which to look for practices.", **holes)
    if not without:
        return words.say("For each of the {gaps} open gaps of {name} the catalogue has practices of others.", **holes)
    if len(without) == len(gaps):
        return words.say(
            "For none of the {gaps} open gaps of {name} does the catalogue have a practice yet: {titles}.", **holes
        )
    return words.say(
        "For {answered} of the {gaps} open gaps of {name} the catalogue has practices of others; none yet for "
        "{titles}.",
        **holes,
    )


def say_gap(view: View, gap: Gap) -> str:
    """An indicator with today's value and the goal."""
    words = view.words
    holes = {
        "title": title(view, gap),
        "today": number(words, gap, gap.today),
        "value": f"{number(words, gap, gap.goal)} {words.title(gap.node.unit)}".rstrip(),
        "aim": say_aim(view),
    }
    if not gap.clear:
        return words.say("{title}: {today} against {value}, {aim}; within the error of the survey", **holes)
    return words.say("{title}: {today} against {value}, {aim}", **holes)


def say_passed(words: Words, passed: int) -> list[str]:
    """That gaps are not counted as open which a newer figure has passed; nothing where there are none."""
    if not passed:
        return []
    return [words.say("Not counted as open, passed already by newer figures: {passed}.", passed=words.number(passed))]


def say_order(words: Words) -> str:
    """What the order goes by."""
    return words.say("What fits best stands first: likeness in structure, evidence, and what it takes count alike.")


def say_lessons(words: Words) -> str:
    """What comes later whatever its fit."""
    return words.say("For the same gap, practices with a lesson on what did not work come after those without.")


def say_caution(words: Words) -> str:
    """What a list of practices does not show."""
    return words.say("A gap and a practice side by side are no effect: read what came of it, and by whose account.")


def say_none(words: Words, name: str) -> str:
    """That nothing is proposed."""
    return words.say("The catalogue has no practice yet that concerns a gap of {name} by published figures.", name=name)
