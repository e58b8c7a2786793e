"""In what the region is strong beside its kind, in natural units."""

from __future__ import annotations

from exports.report.content import Block, Said, Section, Table
from exports.report.subject import Subject
from metrics.profile import Place

_MIDDLE = 50


def strengths(of: Subject) -> Section:
    """The section."""
    words, places = of.words, of.profile.strengths
    title = words.say("Strengths")
    if not places:
        told = words.say("Too few indicators of {name} can be compared to name strengths.", name=of.name)
        return Section(title, Said(told))
    names = words.listing([_named(of, place) for place in places])
    if all((place.percentile or 0.0) < _MIDDLE for place in places):
        told = words.say(
            "In every indicator that can be compared {name} stands below the middle of {kind}; it comes nearest in "
            "{titles}.",
            name=of.name, kind=_kin(of), titles=names,
        )  # fmt: skip
    else:
        told = words.say(
            "Beside other {kind}, {name} is strongest in {titles}.", kind=_kin(of), name=of.name, titles=names
        )
    return Section(title, Said(told, _references(of, places)), (_table(of, places), *_weak(of)))


def _named(of: Subject, place: Place) -> str:
    return of.words.say(
        "{title} ({value}, percentile {percentile})",
        title=of.title(place.node), value=of.natural(place.node, place.value),
        percentile=of.words.number(place.percentile, 0),
    )  # fmt: skip


def _references(of: Subject, places: tuple[Place, ...]) -> tuple[int, ...]:
    found = [number for place in places for number in of.references.figure(place.node, place.figure_year, of.region)]
    return tuple(dict.fromkeys((*found, *of.references.teladan())))


def _table(of: Subject, places: tuple[Place, ...]) -> Table:
    words = of.words
    rows = tuple(
        (
            of.title(place.node),
            of.number(place.node, place.value),
            words.year(place.figure_year) if place.figure_year else words.number(None),
            of.number(place.node, place.kind_median),
            words.title(place.node.unit),
            words.number(place.percentile, 0),
        )
        for place in places
    )
    head = (
        words.say("Indicator"), words.say("Value"), words.say("Year"), words.say("Median of {kind}", kind=_kin(of)),
        words.say("Unit"), words.say("Percentile"),
    )  # fmt: skip
    caption = words.say("Strongest indicators of {name} beside {kind}", name=of.name, kind=_kin(of))
    return Table(
        caption, head, rows, (0.3, 0.11, 0.09, 0.14, 0.22, 0.14), frozenset((1, 2, 3, 5)), _references(of, places)
    )


def _weak(of: Subject) -> list[Block]:
    """The other end, so that the gaps are not all that is said of it."""
    places = of.profile.weaknesses
    told = of.words.say(
        "At the other end stand {titles}; how far they are behind regions like it, the section on gaps tells.",
        titles=of.words.listing([_named(of, place) for place in places]),
    )
    return [Said(told, _references(of, places))] if places else []


def _kin(of: Subject) -> str:
    return of.kind or of.words.say("all regions")
