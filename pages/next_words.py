"""What the next step says: the largest gap, what closing gaps would bring, and what the goal is."""

import math

from metrics.simulation import Rescored
from pages import ranking_words
from pages.next_view import View, number, title
from pages.titles import level_names


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
    return words.say(
        "{name}'s largest gap to {aim}: {title}, {today} against {goal} {unit}; closing it adds {gain} points.",
        gain=words.number(first.gain, 1),
        **holes,
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
    return [*told, *_say_closed(view, found.now, found.together)] if len(found.behind) > 1 else told


def _say_closed(view: View, before: Rescored, after: Rescored) -> list[str]:
    """Score, rank and level with all gaps closed; the rank where it is another, the others staying as they are."""
    words = view.words
    holes = {
        "count": words.number(len(view.gaps.closed)),
        "before": words.number(before.score, 1),
        "after": words.number(after.score, 1),
    }
    if before.rank_in_kind is None or after.rank_in_kind in (None, before.rank_in_kind):
        told = words.say("Closing all {count} gaps would lift the score from {before} to {after}.", **holes)
    else:
        told = words.say(
            "Closing all {count} gaps would lift the score from {before} to {after}, and the rank from {place} to "
            "{then} of {ranked} {kind} if the others stay as they are.",
            place=words.number(before.rank_in_kind),
            then=words.number(after.rank_in_kind),
            ranked=words.number(after.ranked_in_kind),
            kind=view.kin,
            **holes,
        )
    return [told, *_say_left_out(view), *_say_level(view, before, after)]


def _say_left_out(view: View) -> list[str]:
    """Which gaps are not set beside the others: two indicators of one figure cannot both be at their goals."""
    left = [title(view, gap) for gap in view.gaps.behind if gap not in view.gaps.closed]
    if not left:
        return []
    return [
        view.words.say(
            "Not set beside the others, whose figures it shares or whose goals rule it out: {titles}.",
            titles=view.words.listing(left),
        )
    ]


def _say_level(view: View, before: Rescored, after: Rescored) -> list[str]:
    """The level that it would reach, where that is another."""
    words, levels = view.words, level_names(view.words, view.here.results)
    if before.maturity == after.maturity or after.maturity is None or not after.maturity.isdecimal():
        return []
    return [words.say("That would be level {level}.", level=levels[int(after.maturity) - 1])]
