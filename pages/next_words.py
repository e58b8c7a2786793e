"""What the next step says: the largest gap, what closing gaps would bring, and what the goal is."""

import math

from pages import ranking_words
from pages.next_closed_words import say_closed
from pages.next_view import View, number, title


def say_aim(view: View) -> str:
    """What is aimed at, as it stands inside a sentence."""
    words = view.words
    return words.say("the median of its peers") if view.goal == "median" else words.say("the best quarter of its peers")


def say_answer(view: View) -> str:
    """The first line: the largest gap and what closing it adds; or that there is none, and why."""
    words, found = view.words, view.gaps
    first = found.largest
    if not found.peers:
        return words.say("{name}: no region is chosen to compare with.", name=view.name)
    if first is None:
        return words.say(
            "{name} has reached {aim} in every indicator that can be compared.", name=view.name, aim=say_aim(view)
        )
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
        reason = ranking_words.reasons(words, view.here.results, view.here.year).get(view.region)
        told += [ranking_words.say_not_assessed(words, view.name, view.here.year, reason)] if reason else []
    if found.assumed:
        told.append(
            words.say(
                "It has no score while these are missing, so they are taken to be the median of its peers: {titles}.",
                titles=words.listing([words.title(node.title) for node in found.assumed]),
            )
        )
    return [*told, *say_closed(view, found.now, found.together)] if len(found.behind) > 1 else told
