"""What the next step says: the largest gap, what closing gaps would bring, and what the goal is."""

import math

from exports import standing_words
from exports.beyond_words import say_beyond, say_none
from pages.parts.next.closed_words import say_closed
from pages.parts.next.view import View, number, title


def say_aim(view: View) -> str:
    """What is aimed at, as it stands inside a sentence."""
    words = view.words
    return words.say("the median of its peers") if view.goal == "median" else words.say("the best quarter of its peers")


def say_answer(view: View) -> str:
    """The first line: the largest gap and what closing it adds, or why there is none."""
    words, found, first = view.words, view.gaps, _say_first(view)
    if found.largest is None or found.largest is (found.behind or found.beside)[0]:
        return first
    passed_over = words.say("What the list puts above it is not clear, or a newer figure has passed it.")
    return " ".join([first, passed_over])


def say_idle(view: View) -> list[str]:
    """Below it: the gaps beyond the end of the scale, one of which may be wider than the largest that counts."""
    words, found = view.words, view.gaps
    if not found.idle:
        return []
    meant = [words.say("Largest is what would add most to the score.")] if found.largest is not None else []
    return [*meant, say_beyond(words, found)]


def _say_first(view: View) -> str:
    words, found = view.words, view.gaps
    first = found.largest
    if not found.peers:
        return words.say("{name}: no region is chosen to compare with.", name=view.name)
    if first is None:
        return words.say("{said}.", said=say_none(words, found, view.name, say_aim(view)))
    holes = {
        "name": view.name,
        "aim": say_aim(view),
        "title": title(view, first),
        "today": number(words, first, first.today),
        "goal": number(words, first, first.goal),
        "unit": words.title(first.node.unit),
    }
    if first.gain is None:
        return words.say("{name}'s largest gap to {aim}: {title}, {today} against {goal} {unit}.", **holes)
    holes["gain"] = words.number(first.gain, view.decimals)
    if found.assumed:
        return words.say(
            "{name}'s largest gap to {aim}: {title}, {today} against {goal} {unit}; closing it would add {gain} points "
            "to a score with assumed figures.",
            **holes,
        )
    return words.say(
        "{name}'s largest gap to {aim}: {title}, {today} against {goal} {unit}; closing it adds {gain} points.", **holes
    )


def say_together(view: View) -> list[str]:
    """What the score rests on where figures are missing, and what closing all gaps would bring."""
    words, found = view.words, view.gaps
    told = []
    if math.isnan(found.now.score):
        reason = standing_words.reasons(words, view.here.results, view.here.year).get(view.region)
        told += [standing_words.say_not_assessed(words, view.name, view.here.year, reason)] if reason else []
    if found.assumed:
        told.append(
            words.say(
                "It has no score while these are missing, so they are taken to be the median of its peers: {titles}.",
                titles=words.listing([words.title(node.title) for node in found.assumed]),
            )
        )
    return [*told, *say_closed(view, found.now, found.together)] if len(found.behind) > 1 else told
