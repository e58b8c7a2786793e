"""What is said of practices: their place, their grade, their results."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.practices.account import Account, account
from metrics.practices.entry import Grade, Practice, Result
from metrics.practices.places import Place
from metrics.practices.telling import Standing, telling
from words import Words, mark

GRADES: Mapping[str, str] = {
    "A": mark("measured by others"),
    "B": mark("documented by others"),
    "C": mark("by its own account or single reports"),
    "D": mark("a title only"),
}
EXPLAINED: Mapping[Grade, str] = {
    "A": mark("Official statistics, an audit or an independent study gives a figure for a result."),
    "B": mark(
        "A ministry, a university or several independent reports describe it; nobody independent has measured what it "
        "changed."
    ),
    "C": mark(
        "What is known of results comes from the government whose practice it is, from single reports or from an "
        "award; of some nothing is known."
    ),
    "D": mark("Nothing but the title is known; nothing was filled in."),
}
# The same of one practice, whose results tell more than its grade.
ACCOUNTS: Mapping[Account, str] = {
    "measured": GRADES["A"],
    "documented": GRADES["B"],
    "own": mark("reported by itself"),
    "single": mark("single reports or an award only"),
    "nothing": mark("no results known"),
    "title": GRADES["D"],
    "disputed": mark("measured by others, who do not bear out what was reported"),
}
_EXPLAINED_OF_ONE: Mapping[Account, str] = {
    "own": mark("What is known comes from the government whose practice it is, or from reports that repeat it."),
    "single": mark("What is known of results is what a single report or an award says."),
    "nothing": mark("What was done is known; of what came of it nothing is."),
    "disputed": mark("There is a figure by others, and it speaks against what was reported."),
}


def say_grade(words: Words, grade: str) -> str:
    """A grade with its meaning."""
    return words.say("{grade}, {meaning}", grade=grade, meaning=words.say(GRADES[grade]))


def say_explained(words: Words, practice: Practice) -> str:
    """What the account of a practice means."""
    return words.say(_EXPLAINED_OF_ONE.get(account(practice), EXPLAINED[practice.grade]))


def say_answer(words: Words, found: Standing) -> str:
    """The catalogue in one sentence of figures."""
    return words.say(
        "{practices} practices of {places} governments: {a} measured by others, {b} documented by others, {c} by their "
        "own account or single reports, {d} known by title only.",
        practices=words.number(found.practices),
        places=words.number(found.places),
        a=words.number(found.grades["A"]),
        b=words.number(found.grades["B"]),
        c=words.number(found.grades["C"]),
        d=words.number(found.grades["D"]),
    )


def say_lead(words: Words, found: Standing) -> tuple[str, ...]:
    """What else the catalogue holds, and what it does not say."""
    return (
        words.say(
            "{figures} give a figure for what came of it, {lessons} say what did not work.",
            figures=words.number(found.with_figures),
            lessons=words.number(found.with_lessons),
        ),
        words.say("Results stand as they were reported; being listed is no recommendation."),
    )


def say_by(words: Words, result: Result) -> str:
    """Who says so, and of when."""
    by = words.title(result.by)
    by = words.say("{by}, by its own account", by=by) if result.self_reported else by
    return words.say("{by}, {date}", by=by, date=words.date(result.date)) if result.date else by


def say_telling(words: Words, practice: Practice) -> tuple[str, str] | None:
    """The result that stands for a practice, and who says so; None where nothing is known of any."""
    result = telling(practice)
    return (words.title(result.text), say_by(words, result)) if result else None


def say_started(words: Words, practice: Practice) -> str:
    """When it ran, as far as that is known; empty where it is not."""
    if practice.started is None:
        return words.say("until {year}", year=words.year(practice.ended)) if practice.ended else ""
    if practice.ended is not None:
        return words.say("{first} to {last}", first=words.year(practice.started), last=words.year(practice.ended))
    return words.say("since {year}", year=words.year(practice.started))


def say_where(words: Words, place: Place) -> str:
    """A place by its name; one abroad with its country, a province as the government that it is."""
    if place.kind == "abroad":
        return words.say("{name}, {country}", name=place.name, country=words.title(place.within))
    if place.kind == "province":
        return words.say("Province of {name}", name=place.name)
    return place.name
