"""Where the region stands: score, level and rank with their bands, and dimension by dimension."""

from __future__ import annotations

from charts.slides.kinds import Axis, Row, Rows
from exports.report.content import Block, Figure, Said, Section, Table
from exports.report.subject import Subject
from exports.standing_words import say_rank, say_unbanded
from metrics.anatomy import level_of_parts, measured_parts
from metrics.bands import HIGH, LOW
from metrics.profile import Place


def position(of: Subject) -> Section:
    """The section."""
    words = of.words
    blocks: list[Block] = [*_level(of), *_dimensions(of)]
    if of.profile.dimensions:
        blocks += [_table(of), _figure(of), *_caution(of)]
    blocks += _measured(of)
    return Section(words.say("Position of the region"), _answer(of), tuple(blocks))


def _answer(of: Subject) -> Said:
    words = of.words
    holes = {"name": of.name, "year": words.year(of.year)}
    if not of.assessed:
        missing = [of.title(one.node) for one in of.profile.missing]
        if not missing:
            return Said(words.say("{name} cannot be assessed for {year}.", **holes))
        told = words.say(
            "{name} cannot be assessed for {year}: there is no figure yet of {titles}.",
            titles=words.listing(missing), **holes,
        )  # fmt: skip
        return Said(told, of.references.teladan())
    maturity = of.results.framework.maturity
    if of.level is None or maturity is None:
        first = words.say("In {year}, {name} has a score of {score}.", score=of.banded_score(of.region), **holes)
    else:
        first = words.say(
            "In {year}, {name} has a score of {score} and stands at level {number} of {count} ({title}).",
            score=of.banded_score(of.region), number=words.number(of.level), count=words.number(len(maturity.levels)),
            title=words.title(maturity.levels[of.level - 1].title), **holes,
        )  # fmt: skip
    said = [first, _say_ranks(of)]
    if of.bands is not None:
        said.append(
            words.say("The ranges in brackets hold {share} of the recalculations.", share=words.percent(HIGH - LOW))
        )
    return Said(" ".join(said), of.references.teladan())


def _say_ranks(of: Subject) -> str:
    words, row = of.words, of.row
    if of.bands is None:
        return say_unbanded(words)
    holes = {"rank": say_rank(words, row, "rank"), "ranked": words.number(row["ranked"])}
    if not of.kind:
        return words.say("Its rank is {rank} of {ranked}.", **holes)
    return words.say(
        "Its rank is {rank_in_kind} of {ranked_in_kind} {kind} and {rank} of {ranked} in the country.",
        rank_in_kind=say_rank(words, row, "rank_in_kind"), ranked_in_kind=words.number(row["ranked_in_kind"]),
        kind=of.kind, **holes,
    )  # fmt: skip


def _level(of: Subject) -> list[Block]:
    """How far the next level is."""
    words = of.words
    if of.level is None or not of.level_starts:
        return []
    if of.level > len(of.level_starts):
        return []
    start = of.level_starts[of.level - 1]
    told = words.say(
        "The next level, {level}, starts at {start} points, {distance} above its score.",
        level=of.level_title(of.level + 1), start=words.number(start),
        distance=of.score(start - float(of.row["score"])),
    )  # fmt: skip
    return [Said(told, of.references.teladan())]


def _dimensions(of: Subject) -> list[Block]:
    """In how many dimensions it is above the median of its kind, the strongest and the weakest."""
    words, found = of.words, of.profile
    above, count = found.above_median
    if not count:
        return []
    told = [
        words.say(
            "It is above the median of {kind} in {above} of {count} dimensions.",
            kind=_kin(of), above=words.number(above), count=words.number(count),
        )
    ]  # fmt: skip
    if found.extremes:
        strongest, weakest = found.extremes
        told.append(
            words.say(
                "Beside its kind it is strongest in {strongest} (percentile {high}) and weakest in {weakest} "
                "(percentile {low}).",
                strongest=of.title(strongest.node), high=words.number(strongest.percentile, 0),
                weakest=of.title(weakest.node), low=words.number(weakest.percentile, 0),
            )
        )  # fmt: skip
    return [Said(" ".join(told), of.references.teladan())]


def _kin(of: Subject) -> str:
    return of.kind or of.words.say("all regions")


def _name(of: Subject, place: Place) -> str:
    title = of.title(place.node)
    return of.words.say("{title} (outside the score)", title=title) if place.node.status == "shown" else title


def _table(of: Subject) -> Table:
    words = of.words
    rows = tuple(
        (
            _name(of, place),
            of.score(place.score),
            words.number(place.percentile, 0),
            words.number(place.compared),
            of.score(of.median_score(place.node, "kind")),
            of.score(of.median_score(place.node, "province")),
        )
        for place in of.profile.dimensions
    )
    head = (
        words.say("Dimension"),
        words.say("Score"),
        words.say("Percentile"),
        words.say("Regions compared"),
        words.say("Median of {kind}", kind=_kin(of)),
        words.say("Median of {province}", province=of.profile.province or "–"),
    )
    caption = words.say(
        "{name} by dimension beside {kind}, {year}", name=of.name, kind=_kin(of), year=words.year(of.year)
    )
    return Table(
        caption, head, rows, (0.29, 0.1, 0.12, 0.17, 0.15, 0.17), frozenset(range(1, 6)), of.references.teladan()
    )


def _figure(of: Subject) -> Figure:
    words = of.words
    low, high = of.scale
    rows = tuple(
        Row(
            _name(of, place),
            place.score,
            of.score(place.score) if place.score is not None else words.say("no figure"),
            "mine",
            beside=of.median_score(place.node, "kind"),
        )
        for place in of.profile.dimensions
    )
    beside = words.say("median of {kind}", kind=_kin(of)) if any(row.beside is not None for row in rows) else ""
    caption = words.say("Scores of {name} by dimension, {year}", name=of.name, year=words.year(of.year))
    alt = "; ".join(words.say("{name}: {score}", name=row.name, score=row.told) for row in rows)
    axis = Axis(words.say("Score"), "", low, high, of.decimals)
    return Figure(caption, alt, Rows(rows, axis, beside=beside), of.references.teladan())


def _caution(of: Subject) -> list[Block]:
    if not of.goals_differ:
        return []
    told = of.words.say(
        "Scores of different dimensions do not compare with each other, because each has its own worst and best "
        "value; percentiles within the kind do: 0 is the weakest, 100 the strongest."
    )
    return [Said(told)]


def _measured(of: Subject) -> list[Block]:
    """How much of the framework the score measures."""
    words, parts = of.words, measured_parts(of.results)
    if level_of_parts(of.results) is None or parts.all == parts.active:
        return []
    told = words.say(
        "The score measures {measured} of the {all} parts of the framework; the others have no figures of all regions "
        "yet, and are listed further down.",
        measured=words.number(parts.active), all=words.number(parts.all),
    )  # fmt: skip
    return [Said(told)]
