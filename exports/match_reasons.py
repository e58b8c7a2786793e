"""Why a practice is proposed to a region: one sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping

from metrics.gaps import Gap, Gaps, Goal
from metrics.practices.account import Account, account
from metrics.practices.conditions import Condition
from metrics.practices.entry import Practice
from metrics.practices.matching import Match, Moved
from words import Words, mark

ACCOUNTS: Mapping[Account, str] = {
    "measured": mark("results measured by others (grade {grade})"),
    "documented": mark("documented by others (grade {grade})"),
    "own": mark("results as reported by itself (grade {grade})"),
    "single": mark("results by single reports or an award only (grade {grade})"),
    "nothing": mark("no results known (grade {grade})"),
    "title": mark("only the title is known (grade {grade})"),
    "disputed": mark("measured by others, who do not bear out what was reported (grade {grade})"),
}

_MOVED: Mapping[Moved, str] = {
    "more": mark("{since} that indicator has moved more towards the better there than in comparable regions"),
    "same": mark("{since} that indicator shows no visible difference there from comparable regions"),
    "less": mark("{since} that indicator has moved less towards the better there than in comparable regions"),
    "worse": mark("{since} that indicator has got worse there, against comparable regions"),
}


def say_match(words: Words, match: Match, found: Gaps, place: str, name: str) -> str:
    """Why it is proposed; `place` is what the practice's own place is called, `name` what the region is.

    Holds words of the dataset and the framework, which are not made inert here.
    """
    return _sentence(_say_need(words, match, found.goal), *_say_fit(words, match, place, name))


def say_fit(words: Words, match: Match, place: str, name: str) -> str:
    """The same without the gap that it answers, where that is told already."""
    return _sentence(*_say_fit(words, match, place, name))


def _sentence(*clauses: str) -> str:
    said = "; ".join(clauses)
    return f"{said[:1].upper()}{said[1:]}."


def _say_fit(words: Words, match: Match, place: str, name: str) -> list[str]:
    return [
        _say_likeness(words, match, place, name),
        say_account(words, match.practice),
        *([_say_moved(words, match.practice, match.moved)] if match.moved else []),
        *_say_conditions(words, match),
        *([words.say("with a lesson on what did not work")] if match.practice.lesson else []),
    ]


def _say_moved(words: Words, practice: Practice, moved: Moved) -> str:
    since = words.say("since its start") if practice.in_use is None else words.say("since it has been in use")
    return words.say(_MOVED[moved], since=since)


def say_account(words: Words, practice: Practice) -> str:
    """By whose account its results are known, with the grade, inside a sentence."""
    return words.say(ACCOUNTS[account(practice)], grade=practice.grade)


def say_aim(words: Words, goal: Goal) -> str:
    """What the peers set as a goal, inside a sentence."""
    return words.say("the median of its peers") if goal == "median" else words.say("the best quarter of its peers")


def _say_need(words: Words, match: Match, goal: Goal) -> str:
    gap, aim = match.gap, say_aim(words, goal)
    holes = {"aim": aim} if gap is None else {"aim": aim, **_figures(words, gap)}
    if match.need == "gap":
        return words.say("concerns a gap: {title}, {today} against {value} ({aim})", **holes)
    if match.need == "unclear":
        return words.say(
            "may concern a gap: {title}, {today} against {value} ({aim}), within the error of the survey", **holes
        )
    if match.need == "nearby":
        return words.say(
            "no figure yet for what it should move; in the same sub-dimension: {title}, {today} against "
            "{value} ({aim})",
            **holes,
        )
    if match.need == "passed" and gap is not None and gap.newest is not None:
        year, newest = gap.newest
        return words.say(
            "gap passed since by a newer figure: {title}, {today}, then {newest} in {year}, against {value} ({aim})",
            newest=words.number(newest, gap.node.decimals),
            year=words.year(year),
            **holes,
        )
    if match.need == "none":
        return words.say("no gap: {title}, {today} against {value} ({aim})", **holes)
    if match.need == "adopted":
        return words.say("named among those that took it over already")
    if match.unmeasured:
        titles = words.listing([words.title(node.title) for node in match.unmeasured])
        return words.say("no figure yet for what it should move: {titles}", titles=titles)
    return words.say("none of its peers has a figure for what it should move")


def _say_likeness(words: Words, match: Match, place: str, name: str) -> str:
    if match.likeness is None:
        return words.say("{place} is not one of the regions that are compared", place=place)
    if match.likeness < 0.5:
        return words.say(
            "{place} is less like {name} in structure than {share} of all regions",
            place=place,
            name=name,
            share=_full_percent(words, 1 - match.likeness),
        )
    return words.say(
        "{place} is more like {name} in structure than {share} of all regions",
        place=place,
        name=name,
        share=_full_percent(words, match.likeness),
    )


def _full_percent(words: Words, share: float) -> str:
    """A share in full per cent that are reached: more than 99.8% is not more than all."""
    return words.percent(math.floor(round(100 * share, 9)) / 100)


def _say_conditions(words: Words, match: Match) -> list[str]:
    """What it presupposes and the region has not, as far as that is known; else what it has."""
    lacking = [condition for condition in match.conditions if condition.met is False]
    there = [condition for condition in match.conditions if condition.met]
    if lacking:
        told = words.listing([_say_condition(words, condition) for condition in lacking])
        return [words.say("less to start from: {conditions}", conditions=told)]
    if there:
        told = words.listing([_say_condition(words, condition) for condition in there])
        return [words.say("no less to start from: {conditions}", conditions=told)]
    return [words.say("whether it has as much to start from cannot be told")] if match.conditions else []


def _say_condition(words: Words, condition: Condition) -> str:
    assert condition.mine is not None and condition.theirs is not None
    return words.say(
        "{title} {mine}, there {theirs} ({year})",
        title=words.title(condition.node.title),
        mine=words.number(condition.mine[0], condition.node.decimals),
        theirs=words.number(condition.theirs[0], condition.node.decimals),
        year=words.year(condition.theirs[1]),
    )


def _figures(words: Words, gap: Gap) -> dict[str, str]:
    return {
        "title": words.title(gap.node.title),
        "today": words.number(gap.today, gap.node.decimals),
        "value": f"{words.number(gap.goal, gap.node.decimals)} {words.title(gap.node.unit)}".rstrip(),
    }
