"""Practices that fit a region, as a slide: those of others that concern its clearest gaps."""

from __future__ import annotations

from functools import lru_cache

from charts.slides.kinds import Fact, Facts
from exports.practice_words import ACCOUNTS, say_where
from exports.slides import about
from exports.slides.next_step import gaps_of
from exports.slides.peers import peers_of
from exports.slides.slide import Asked, Slide
from metrics.gaps import Gap, Gaps
from metrics.peers import COUNT
from metrics.practices.account import account
from metrics.practices.catalogue import catalogue
from metrics.practices.matching import Match, matches
from metrics.practices.places import Places
from metrics.problems import InputProblems
from metrics.results import Results

_SHOWN = 3


def slide(asked: Asked, region: str) -> Slide | None:
    """The practices for this region, at most one a gap; None where its gaps cannot be told."""
    words, name = asked.words, about.name(asked, region)
    try:
        found = gaps_of(asked.results, asked.year, region, peers_of(asked, region, COUNT))
    except InputProblems:
        return None
    matched = [(match, gap) for match in _matched(asked.results, found) if match.answers and (gap := match.gap)]
    first: dict[str, tuple[Match, Gap]] = {}
    for match, gap in matched:
        first.setdefault(gap.node.id, (match, gap))
    facts = tuple(_fact(asked, region, match, gap) for match, gap in list(first.values())[:_SHOWN])
    return Slide(
        headline=words.say(
            "{count} practices of others concern a gap of {name}", count=words.number(len(matched)), name=name
        ),
        chart=Facts(facts) if facts else None,
        caption=words.say("Whose practice concerns a gap of {name}, and how large that gap is.", name=name),
        takeaway=words.say("Proposed for a talk, not for copying: nothing here says that a practice caused a figure."),
        source=words.say("{told} {figures}", told=words.say("Source: the catalogue of practices of Teladan; each entry "
                         "names its own sources."), figures=about.source(asked, displayed=True)),
        alt=_alt(asked, facts),
        mine=about.own_figure(asked, first, [region]),
    )  # fmt: skip


def _alt(asked: Asked, facts: tuple[Fact, ...]) -> str:
    words = asked.words
    if not facts:
        return words.say("There is no chart.")
    told = [words.say("{title}: {count}", title=fact.title, count=fact.figure) for fact in facts]
    return words.say("Practices that concern a gap: {facts}.", facts=words.listing(told))


@lru_cache(maxsize=8)
def _places(results: Results) -> Places:
    return Places(results)


def _matched(results: Results, found: Gaps) -> tuple[Match, ...]:
    """Kept by region: the gaps themselves are no key."""
    return _kept(results, found.year, found.region, found.peers)


@lru_cache(maxsize=600)
def _kept(results: Results, year: int, region: str, peers: tuple[str, ...]) -> tuple[Match, ...]:
    return matches(results, catalogue(results).practices, gaps_of(results, year, region, peers))


def _fact(asked: Asked, region: str, match: Match, gap: Gap) -> Fact:
    words, practice, node = asked.words, match.practice, gap.node
    # What stands large is whom to ask: the figures of the gap would pass for results of the practice.
    return Fact(
        title=words.title(practice.title),
        figure=say_where(words, _places(asked.results).of(practice)),
        told=words.say(
            "{title}: {name} {today}, median of its peers {goal} {unit}. Evidence: {meaning}.",
            title=words.title(node.title), name=about.name(asked, region), unit=words.title(node.unit),
            today=words.number(gap.today, node.decimals), goal=words.number(gap.goal, node.decimals),
            meaning=words.say(ACCOUNTS[account(practice)]),
        ),
    )  # fmt: skip
