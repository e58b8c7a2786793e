"""A practice as a slide: what came of it, each figure with who says so."""

from __future__ import annotations

from functools import lru_cache

from charts.slides.kinds import Fact, Facts
from exports.formulas import as_published
from exports.practice_words import ACCOUNTS, say_by, say_explained, say_started, say_telling, say_where
from exports.slides import about
from exports.slides.slide import Asked, Slide
from metrics.practices.account import account
from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice, Result
from metrics.practices.places import Places
from metrics.practices.telling import telling
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from words import Words

# So many figures a hall reads.
_SHOWN = 3
_SOURCES = 2  # that are named where there is no figure
_RANK = "peringkat"  # how the unit of a place among others begins


def slide(asked: Asked) -> Slide:
    """The practice that the address names. Raises InputProblems where the catalogue has none of that id."""
    words, practice = asked.words, _practice(asked)
    facts = tuple(_fact(words, result) for result in _figures(practice))
    place = say_where(words, _places(asked.results).of(practice))
    return Slide(
        headline=words.say("{title}, {place}", title=words.title(practice.title), place=place),
        chart=Facts(facts) if facts else None,
        caption=_caption(words, practice),
        takeaway=_takeaway(words, practice, bool(facts)),
        source=_source(words, practice),
        alt=words.say("Figures as they were reported: {facts}.", facts=_listed(words, facts))
        if facts
        else words.say("There is no chart."),
        mine=_mine(asked, practice),
    )


def _practice(asked: Asked) -> Practice:
    given = asked.parameters.get("practice", "")
    known = catalogue(asked.results)
    try:
        return known.practice(given)
    except KeyError:
        near = nearest(given, [one.id for one in known.practices])
        raise InputProblems([Problem("practice-not-found", details={"value": given, "near": near})]) from None


@lru_cache(maxsize=8)
def _places(results: Results) -> Places:
    return Places(results)


def _figures(practice: Practice) -> list[Result]:
    """The results with a number: the one that stands for the practice, then the others by date, undated ones last."""
    first = telling(practice)
    known = [result for result in practice.results if result.value is not None]
    return sorted(known, key=lambda result: (result is not first, result.date or "9999"))[:_SHOWN]


def _fact(words: Words, result: Result) -> Fact:
    text, by = words.title(result.text), say_by(words, result)
    unit, figure = words.title(result.unit), as_published(words, result.value or 0.0)
    rank = result.unit is not None and result.unit.id.startswith(_RANK)
    alone = words.say("Rank {rank}", rank=figure) if rank else figure
    if rank or text.startswith(f"{alone} "):
        # Where the text begins with the same, it goes on where the large figure ends.
        return Fact(text.removeprefix(f"{alone} "), alone, by)
    return Fact(text, words.say("{value} {unit}", value=figure, unit=unit) if unit else figure, by)


def _source(words: Words, practice: Practice) -> str:
    """The sources of the figures shown; without any the first ones of the entry. And how many more there are."""
    places = [result.source - 1 for result in _figures(practice)]
    titles = [source.title for source in practice.sources]
    named = list(dict.fromkeys(titles[place] for place in places)) or titles[:_SOURCES]
    further = len(set(titles) - set(named))
    if not further:
        return words.say("Source: {sources}.", sources="; ".join(named))
    return words.say("Source: {sources}; and {count} more.", sources="; ".join(named), count=words.number(further))


def _listed(words: Words, facts: tuple[Fact, ...]) -> str:
    return words.listing(
        [words.say("{title}: {figure} ({told})", title=f.title, figure=f.figure, told=f.told) for f in facts]
    )


def _caption(words: Words, practice: Practice) -> str:
    holes = {
        "summary": words.title(practice.summary),
        "grade": practice.grade,
        "meaning": words.say(ACCOUNTS[account(practice)]),
    }
    if started := say_started(words, practice):
        return words.say("{summary} Evidence: {grade}, {meaning}; {started}.", started=started, **holes)
    return words.say("{summary} Evidence: {grade}, {meaning}.", **holes)


def _takeaway(words: Words, practice: Practice, figures: bool) -> str:
    """What did not work where that is known; else what the account is worth."""
    if practice.lesson is not None:
        return words.title(practice.lesson)
    if not figures and (result := say_telling(words, practice)):
        return words.say("{result} ({by}).", result=result[0], by=result[1])
    if practice.caveats:
        return words.title(practice.caveats[0])
    return say_explained(words, practice)


def _mine(asked: Asked, practice: Practice) -> str | None:
    """Whether it is the reader's own, who took it over, or what the practice should move there."""
    words, region = asked.words, asked.mine
    if region is None:
        return None
    name = about.name(asked, region)
    if practice.region == region:
        return words.say("This is a practice of your region, {name}.", name=name)
    if practice.adopters is not None and region in practice.adopters.regions:
        return words.say("{name} has taken it over, according to reports.", name=name)
    if not practice.indicators:
        return about.own(asked)
    told = [about.beside(asked, node, (region, practice.region)) for node in practice.indicators]
    return next(filter(None, told), None) or words.say(
        "{name}: no figure is published of what this practice should move.", name=name
    )
