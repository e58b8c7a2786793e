"""Where the region stands behind its peers, in natural units, and what closing each gap would add."""

from __future__ import annotations

from charts.slides.kinds import Axis, Row, Rows
from exports.beyond_words import say_beyond, say_none
from exports.report.content import Block, Bullets, Figure, Said, Section, Table
from exports.report.subject import Subject
from metrics.gaps import Gap, Prospect
from words import mark

_FAR = 25  # years: nobody plans so far ahead, and what would take longer hardly moves

PROSPECTS: dict[Prospect, str] = {
    "passed": mark("passed since, by a newer figure"),
    "closes": mark("closing at its own pace"),
    "stands": mark("standing still"),
    "widens": mark("widening"),
    "unclear": mark("no clear movement"),
    "unknown": mark("not known"),
}


def gaps(of: Subject) -> Section:
    """The section."""
    words, found = of.words, of.gaps
    title = words.say("Gaps to its peers")
    if not found.peers:
        return Section(title, Said(words.say("Without peers there is nothing to measure a gap to.")))
    behind = (*found.behind, *found.beside, *found.idle)
    blocks: list[Block] = [_goal(of)]
    if behind:
        blocks += [_table(of, behind), *_figure(of), *_together(of), _reading(of)]
    return Section(title, _answer(of), (*blocks, *_rest(of)))


def _answer(of: Subject) -> Said:
    words, first = of.words, of.gaps.largest
    if first is None:
        told = words.say("{said}.", said=say_none(words, of.gaps, of.name, words.say("the median of its peers")))
        return Said(told, of.references.teladan())
    told = _say_largest(of, first)
    if first.gain is not None:
        told = " ".join([told, _say_gain(of, first.gain)])
    if not first.clear:
        unclear = words.say("The gap lies within the error of the survey, so it is not clearly one.")
        told = " ".join([told, unclear])
    if of.gaps.idle:
        beyond = words.say("Largest is what would add most to the score.")
        told = " ".join([told, beyond, say_beyond(words, of.gaps)])
    return Said(told, of.of_gap(first))


def _say_largest(of: Subject, first: Gap) -> str:
    """Where the gap to begin with is; it is not called the largest where a larger one is not clear or passed since."""
    words = of.words
    holes = {
        "name": of.name,
        "title": of.title(first.node),
        "today": of.number(first.node, first.today),
        "goal": of.natural(first.node, first.goal),
        "year": words.year(first.figure_year or of.year),
    }
    if first is (of.gaps.behind or of.gaps.beside)[0]:
        return words.say(
            "The largest gap of {name} to the median of its peers is in {title}: {today} in {year} against {goal}.",
            **holes,
        )
    if first.clear:
        return words.say(
            "The largest gap of {name} to the median of its peers that is clear and still open is in {title}: {today} "
            "in {year} against {goal}.",
            **holes,
        )
    return words.say(
        "The largest gap of {name} to the median of its peers that is still open is in {title}: {today} in {year} "
        "against {goal}.",
        **holes,
    )


def _say_gain(of: Subject, gain: float) -> str:
    words = of.words
    if of.gaps.assumed:
        return words.say(
            "Closing it would add {gain} points to a score in which the missing figures are assumed to be the peers’ "
            "medians.",
            gain=of.score(gain),
        )
    return words.say("Closing it would add {gain} points to its score.", gain=of.score(gain))


def _goal(of: Subject) -> Said:
    """What is aimed at, and why a gap that would add more is not called the largest."""
    words, listed, first = of.words, of.gaps.behind or of.gaps.beside, of.gaps.largest
    before = listed[: listed.index(first)] if first in listed else ()
    passed = [of.title(gap.node) for gap in before if gap.prospect == "passed"]
    unclear = [of.title(gap.node) for gap in before if gap.prospect != "passed"]
    told = [words.say("The goal of each indicator is the median of the peers’ figures.")]
    if passed:
        told.append(
            words.say(
                "In {year} the gap was larger in {titles}, but a newer figure is past the goal.",
                year=words.year(of.year), titles=words.listing(passed),
            )
        )  # fmt: skip
    direct = [gap for gap in of.gaps.behind if _open(gap) and gap.node.lever == "direct"]
    if first is not None and first in of.gaps.behind and first.node.lever != "direct" and direct:
        told.append(
            words.say(
                "{slow} moves slowly. The largest gap that a local government moves directly: {title}, {gain} points.",
                slow=of.title(first.node), title=of.title(direct[0].node),
                gain=words.signed(direct[0].gain, of.decimals),
            )
        )  # fmt: skip
    if unclear:
        told.append(
            words.say(
                "Larger, but within the error of the survey and so not clearly a gap: {title}.",
                title=words.listing(unclear),
            )
        )
    return Said(" ".join(told))


def _table(of: Subject, behind: tuple[Gap, ...]) -> Table:
    words = of.words
    rows = tuple(
        (
            of.title(gap.node),
            words.say(
                "{value} ({year})",
                value=of.number(gap.node, gap.today), year=words.year(gap.figure_year or of.year),
            ),
            of.number(gap.node, gap.goal),
            words.title(gap.node.unit),
            _points(of, gap),
            _prospect(of, gap),
        )
        for gap in behind
    )  # fmt: skip
    head = (
        words.say("Indicator"), words.say("Today (year)"), words.say("Median of its peers"), words.say("Unit"),
        words.say("Points if closed"), words.say("Where it is heading"),
    )  # fmt: skip
    references = tuple(dict.fromkeys(number for gap in behind for number in of.of_gap(gap)))
    caption = words.say("Gaps of {name} to the median of its peers, the largest gain first", name=of.name)
    return Table(caption, head, rows, (0.25, 0.14, 0.12, 0.16, 0.11, 0.22), frozenset((1, 2, 4)), references)


def _points(of: Subject, gap: Gap) -> str:
    words = of.words
    if gap in of.gaps.idle:
        return words.say("none, beyond the scale")
    return of.score(gap.gain) if gap.gain is not None else words.say("outside the score")


def _prospect(of: Subject, gap: Gap) -> str:
    words = of.words
    if not gap.clear and gap.prospect != "passed":
        return words.say("within the error of the survey")
    if gap.prospect == "closes" and gap.years is not None and gap.years > _FAR:
        return words.say("hardly moving")
    if gap.prospect == "closes" and gap.years is not None:
        years = words.say_plural("{count} year", "{count} years", max(1, round(gap.years)))
        if gap.outpaced:
            return words.say("closing in about {years}, but most peers move faster", years=years)
        return words.say("closing in about {years} at its own pace", years=years)
    return words.say(PROSPECTS[gap.prospect])


def _figure(of: Subject) -> list[Block]:
    """What closing each gap would add."""
    words = of.words
    rows = tuple(
        Row(of.title(gap.node), gap.gain, words.signed(gap.gain, of.decimals), "mine", estimate=not _open(gap))
        for gap in of.gaps.behind
    )
    if len(rows) < 2:
        return []
    most = max(row.value or 0.0 for row in rows)
    axis = Axis(words.say("Points"), "", 0.0, most, of.decimals)
    caption = words.say("Points that closing each gap alone would add to the score of {name}", name=of.name)
    alt = "; ".join(words.say("{name}: {score}", name=row.name, score=row.told) for row in rows)
    return [Figure(caption, alt, Rows(rows, axis, bars=True), of.references.teladan())]


def _open(gap: Gap) -> bool:
    """Whether it is clearly a gap, as far as the newest figures tell."""
    return gap.clear and gap.prospect != "passed"


def _together(of: Subject) -> list[Block]:
    """What closing all of them would bring."""
    words, found = of.words, of.gaps
    if len(found.closed) < 2:
        return []
    before, after = found.now, found.together
    holes = {"count": words.number(len(found.closed)), "before": of.score(before.score), "after": of.score(after.score)}
    if found.assumed:
        # No score is told of a region that has none.
        told = words.say(
            "With the missing figures assumed, closing these {count} gaps would add {gain} points.",
            count=holes["count"], gain=of.score(after.score - before.score),
        )  # fmt: skip
    elif (ranks := of.ranks(after)) is None:
        told = words.say("Closing these {count} gaps would lift the score from {before} to {after}.", **holes)
    else:
        told = words.say(
            "Closing these {count} gaps would lift the score from {before} to {after}, and the rank from {place} to "
            "{then} of {ranked} {kind} if all others stay as they are.",
            **ranks, **holes,
        )  # fmt: skip
    return [Said(told, of.references.teladan())]


def _reading(of: Subject) -> Said:
    words = of.words
    told = [
        words.say(
            "Each gap is closed by itself, with everything else as it is; these are results of arithmetic, not of a "
            "programme, and know no costs."
        )
    ]
    if any(not _open(gap) for gap in of.gaps.behind):
        told.append(words.say("Hollow bars: gaps within the error of the survey, which may be none, or passed since."))
    if any(gap.outpaced for gap in of.gaps.of_state("behind")):
        told.append(words.say("Years are those to where the goal is today; peers that move take it with them."))
    return Said(" ".join(told))


def _rest(of: Subject) -> list[Block]:
    """What is no gap, or cannot be told."""
    words, found, told = of.words, of.gaps, []
    lists = (
        (found.of_state("ahead", "level"), words.say("Reached already")),
        (found.idle, words.say("Behind, but beyond the end of the scale, so that it adds nothing")),
        (found.of_state("missing"), words.say("Without a figure of its own")),
        (found.of_state("alone"), words.say("Without a figure of any peer")),
    )
    for listed, lead in lists:
        if listed:
            titles = words.listing([of.title(gap.node) for gap in listed])
            told.append(Said(words.say("{said}.", said=titles), lead=lead))
    return [Bullets(tuple(told))] if told else []
