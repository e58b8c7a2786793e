"""What the seminar screen says: sentences made of the entry and of the figures."""

from collections.abc import Sequence

from metrics.seminars.entry import Disagreement, Seminar
from metrics.seminars.talks import Since, since
from pages.parts.seminar.view import members, talks_of
from pages.shared.results import region_names
from pages.shared.selection import Selection
from words import Words


def say_about(here: Selection, seminar: Seminar) -> str:
    """What it is about: the seminar, where and when."""
    words = here.words
    place = region_names(here.framework).get(seminar.host or "", "") or words.title(seminar.place)
    return words.say(
        "{title}: {place}, {days}", title=words.title(seminar.title), place=place, days=say_days(words, seminar)
    )


def say_days(words: Words, seminar: Seminar) -> str:
    """Its first and its last day."""
    first, last = seminar.starts, seminar.ends
    if first == last:
        return words.date(first.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        day = words.number(first.day, 0)
        return words.say("{day} to {date}", day=day, date=words.date(last.isoformat()))
    return words.say("{first} to {last}", first=words.date(first.isoformat()), last=words.date(last.isoformat()))


def say_answer(here: Selection, seminar: Seminar) -> str:
    """The first line: how much of what was shown can be followed up in figures, and how it moved."""
    words, found = here.words, since(talks_of(here.framework, seminar.id))
    talks = words.say_plural("{count} talk", "{count} talks", len(seminar.talks))
    holes = {"talks": talks, "year": words.year(seminar.year), "known": words.number(found.known)}
    if not found.figures:
        return words.say(
            "{talks} in {year}, according to the reports; this framework has no indicator that goes with them.", **holes
        )
    holes |= {"figures": words.number(found.figures)}
    if not found.known:
        return words.say(
            "{talks} in {year}, according to the reports; none of the {figures} figures of the speakers can be "
            "compared since.",
            **holes,
        )
    return words.say(
        "{talks} in {year}, according to the reports; {known} of the {figures} figures of the speakers can be compared "
        "since: {moved}.",
        moved=words.listing(_moved(words, found)),
        **holes,
    )


def _moved(words: Words, found: Since) -> list[str]:
    told = [
        (found.better, words.say("{count} for the better", count=words.number(found.better))),
        (found.worse, words.say("{count} for the worse", count=words.number(found.worse))),
        (found.unclear, words.say("{count} not clearly different", count=words.number(found.unclear))),
        (found.unstated, words.say("{count} whose error is not known", count=words.number(found.unstated))),
    ]
    return [text for count, text in told if count]


def say_lead(here: Selection, seminar: Seminar) -> list[str]:
    """Its theme, and what a change does not say."""
    words = here.words
    return [
        words.say("Theme: {theme}.", theme=words.title(seminar.theme)),
        words.say("A change since then is not an effect of a talk or of a practice."),
    ]


def say_mine(here: Selection, seminar: Seminar) -> str | None:
    """What the reader's own region has to do with it; None where nothing is known."""
    words = here.words
    if here.region is None:
        return None
    name = region_names(here.framework)[here.region]
    spoke = any(talk.region == here.region for talk in seminar.talks)
    if here.region == seminar.host:
        if spoke:
            return words.say("{name} was the host and spoke.", name=name)
        return words.say("{name} was the host.", name=name)
    if spoke:
        return words.say("{name} spoke at this seminar.", name=name)
    if here.region in members(here.framework, seminar.group):
        return words.say("{name} is named in reports on the network that held it.", name=name)
    return None


def say_reports(words: Words, reports: Sequence[str]) -> str:
    """Who says so: report B; reports B and E."""
    if not reports:
        return words.say("report not noted")
    letters = words.listing([report.upper() for report in reports])
    return (
        words.say("report {letters}", letters=letters)
        if len(reports) == 1
        else words.say("reports {letters}", letters=letters)
    )


def say_disagreements(words: Words, found: Sequence[Disagreement]) -> str:
    """The heading of what reports do not say alike."""
    return words.say_plural("Reports differ on {count} point", "Reports differ on {count} points", len(found))
