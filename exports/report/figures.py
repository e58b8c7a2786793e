"""All figures of the region, indicator by indicator, and those that are missing."""

from __future__ import annotations

from exports.report.content import Block, Bullets, Said, Section, Table
from exports.report.subject import Subject
from exports.standing_words import say_provisional
from metrics.profile import Missing, Place
from metrics.tree import Node


def figures(of: Subject) -> Section:
    """What there is: the figures behind everything else, with their sources."""
    words, places = of.words, [place for place in of.profile.places if place.node.is_leaf]
    known = [place for place in places if place.value is not None]
    answer = words.say(
        "{name} has a figure in {known} of the {count} indicators that have figures here.",
        name=of.name, known=words.number(len(known)), count=words.number(len(places)),
    )  # fmt: skip
    return Section(
        words.say("The figures, indicator by indicator"),
        Said(answer),
        (_table(of, places), _medians(of)),
        in_short=False,
    )


def _table(of: Subject, places: list[Place]) -> Table:
    words = of.words
    rows = tuple(
        (
            _name(of, place.node),
            of.number(place.node, place.value) if place.value is not None else words.say("no figure"),
            words.year(place.figure_year) if place.figure_year else words.number(None),
            words.title(place.node.unit),
            of.number(place.node, place.kind_median),
            words.number(place.percentile, 0),
            say_numbers(of.references.figure(place.node, place.figure_year, of.region)) or words.number(None),
        )
        for place in places
    )
    head = (
        words.say("Indicator"), words.say("Value"), words.say("Year"), words.say("Unit"),
        words.say("Median of {kind}", kind=of.kind or words.say("all regions")), words.say("Percentile"),
        words.say("Source"),
    )  # fmt: skip
    caption = words.say("Figures of {name} behind the scores of {year}", name=of.name, year=words.year(of.year))
    return Table(caption, head, rows, (0.29, 0.11, 0.08, 0.19, 0.12, 0.11, 0.1), frozenset((1, 2, 4, 5)))


def _medians(of: Subject) -> Said:
    """Of which figures the medians are, since those of a single year are others."""
    words = of.words
    told = words.say(
        "The percentile and the median of {kind} are taken of the figures behind their scores, some of them of earlier "
        "years; the median of a single year, as screens and slides of an indicator show it, may differ.",
        kind=of.kind or words.say("all regions"),
    )
    return Said(told)


def say_numbers(references: tuple[int, ...]) -> str:
    """References as they stand in a text."""
    return f"[{', '.join(map(str, sorted(references)))}]" if references else ""


def _name(of: Subject, node: Node) -> str:
    title = of.title(node)
    return of.words.say("{title} (outside the score)", title=title) if node.status == "shown" else title


def missing(of: Subject) -> Section:
    """What there is not, and whose figures would fill it."""
    words, lacking = of.words, of.profile.missing
    places = [place for place in of.profile.places if place.node.is_leaf and place.node.status == "active"]
    holes = {"name": of.name, "count": words.number(len(places))}
    carried = [p for p in places if p.figure_year is not None and p.figure_year != of.year]
    if lacking:
        answer = words.say(
            "Of the {count} indicators of the score, these have no figure for {name}: {titles}.",
            titles=words.listing([of.title(one.node) for one in lacking]), **holes,
        )  # fmt: skip
    elif carried:
        answer = words.say(
            "All {count} indicators of the score have a figure for {name}, {carried} of them from an earlier year.",
            carried=words.number(len(carried)), **holes,
        )  # fmt: skip
    else:
        answer = words.say("All {count} indicators of the score have a figure of {year} for {name}.",
                           year=words.year(of.year), **holes)  # fmt: skip
    blocks = [*_lacking(of, lacking), *_carried(of, carried), *_estimates(of), *_wanted(of)]
    return Section(words.say("Gaps in the figures"), Said(answer), tuple(blocks))


def _lacking(of: Subject, lacking: tuple[Missing, ...]) -> list[Block]:
    words = of.words
    items = tuple(
        Said(
            words.say("It would be published by {publishers}.", publishers=words.listing(list(one.publishers))),
            lead=of.title(one.node),
        )
        for one in lacking
        if one.publishers
    )
    return [Bullets(items)] if items else []


def _carried(of: Subject, carried: list[Place]) -> list[Block]:
    words = of.words
    if not carried:
        return []
    titles = [
        words.say("{title} ({year})", title=of.title(place.node), year=words.year(place.figure_year or of.year))
        for place in carried
    ]
    told = [words.say("From an earlier year, because that of {year} is not published: {titles}.",
                      year=words.year(of.year), titles=words.listing(titles))]  # fmt: skip
    if of.year in of.results.provisional_years:
        told.append(say_provisional(words, of.year))
    return [Said(" ".join(told))]


def _estimates(of: Subject) -> list[Block]:
    words = of.words
    titles = [of.title(place.node) for place in of.profile.places if place.origin == "imputed"]
    if not titles:
        return []
    return [Said(words.say("Estimates, because no figure was published: {titles}.", titles=words.listing(titles)))]


def _wanted(of: Subject) -> list[Block]:
    """What the framework asks for and no source has of all regions, by dimension."""
    words, found = of.words, dict[str, list[str]]()
    for node in of.results.nodes:
        if node.is_leaf and node.status == "wanted":
            found.setdefault(_dimension(of, node).id, []).append(words.title(node.title))
    if not found:
        return []
    told = words.say(
        "The framework also asks for these, of which no figures of all regions were found. Where {name} has figures of "
        "its own, they belong in the strategic analysis.",
        name=of.name,
    )
    items = tuple(
        Said(words.say("{said}.", said=words.listing(titles)), lead=words.title(of.results.node(dimension).title))
        for dimension, titles in found.items()
    )
    return [Said(told), Bullets(items)]


def _dimension(of: Subject, node: Node) -> Node:
    while node.depth > 1 and node.parent is not None:
        node = of.results.node(node.parent)
    return node
