"""What would lift the region to the next level: the smallest set of changes within reach."""

from __future__ import annotations

from exports.report.content import Block, Bullets, Said, Section, Table
from exports.report.subject import YEARS, Subject
from metrics.pace import Stretch
from metrics.tree import Node
from metrics.way_up import FURTHEST_YEARS, Step, WaysUp, WayUp
from metrics.way_up_levers import Fixed
from metrics.way_up_targets import PEERS
from words import mark

FIXED: dict[str, str] = {
    "slow": mark("These move slowly or are not the local government's to move: {titles}."),
    "no_figure": mark("There is no figure to start from: {titles}."),
    "shared": mark("Their figure stands behind another indicator too: {titles}."),
    "unknown": mark("No peer has two figures that compare, so nobody knows how fast they can move: {titles}."),
    "ahead": mark("No peer is better: {titles}."),
    "still": mark("Three quarters of the peers did not improve: {titles}."),
    "flat": mark("Within reach they would not score more: {titles}."),
}


def way_up(of: Subject) -> Section:
    """The section: to the next level first, then to the median of the peers."""
    words, title = of.words, of.words.say("The way up")
    if not of.ways:
        told = words.say("There is no level and no median of peers above {name} to aim at.", name=of.name)
        return Section(title, Said(told))
    if of.ways[0][1].score is None:
        told = words.say(
            "{name} has no score in {year}, so no way up can be told.", name=of.name, year=words.year(of.year)
        )
        return Section(title, Said(told))
    (key, first), *further = of.ways
    blocks: list[Block] = _ways(of, key, first)
    for key, found in further:
        blocks += [_answer(of, key, found), *_ways(of, key, found)]
    return Section(title, _answer(of, of.ways[0][0], first), (*blocks, _basis(of), *_fixed(of, first.fixed)))


def _ways(of: Subject, key: str, found: WaysUp) -> list[Block]:
    """The smallest set of changes, where it leads, and others."""
    if not found.ways:
        return []
    first, *others = found.ways
    return [_table(of, key, found, first), _then(of, first), *_others(of, tuple(others))]


def _aim(of: Subject, key: str, score: float) -> str:
    if key == PEERS:
        return of.words.say("the median of its peers ({score} points)", score=of.score(score))
    level = of.level_title(int(key))
    return of.words.say("level {level} ({score} points)", level=level, score=of.words.number(score))


def _span(of: Subject, years: int) -> str:
    return of.words.say_plural("{count} year", "{count} years", years)


def _answer(of: Subject, key: str, found: WaysUp) -> Said:
    words = of.words
    holes = {"name": of.name, "aim": _aim(of, key, found.target), "span": _span(of, YEARS)}
    if found.ways:
        steps = found.ways[0].steps
        told = words.say_plural(
            "{name} can reach {aim} within {span} with {count} indicator: {titles}.",
            "{name} can reach {aim} within {span} with {count} indicators: {titles}.",
            len(steps),
            titles=words.listing([of.title(step.node) for step in steps]),
            **holes,
        )
        return Said(" ".join([told, *_say_made(of, found.ways[0])]), of.references.teladan())
    if found.furthest is None:
        told = words.say(
            "{name} cannot reach {aim} within {span}: there is no indicator that can be asked to move.", **holes
        )
        return Said(told, of.references.teladan())
    told = words.say(
        "{name} cannot reach {aim} within {span}: with every indicator improved as far as the best of its peers and "
        "the pace of their fast quarter allow, it would have {furthest} points.",
        furthest=of.score(found.furthest.rescored.score),
        **holes,
    )
    longer = (
        words.say("It could within {span}.", span=_span(of, found.needed_years))
        if found.needed_years is not None
        else words.say("Nor could it within {span}.", span=_span(of, FURTHEST_YEARS))
    )
    return Said(" ".join([told, longer]), of.references.teladan())


def _newer(of: Subject, step: Step) -> Stretch | None:
    """The region's own figures, where the last is younger than the year."""
    own = next((gap.own for gap in of.gaps.gaps if gap.node.id == step.node.id), None)
    return own if own is not None and own.end > of.year else None


def _say_made(of: Subject, way: WayUp) -> list[str]:
    """What nothing is left to do of: figures younger than the year have made these steps, or the whole way."""
    words, made = of.words, [(step, own) for step in way.steps if (own := _made(of, step)) is not None]
    if not made:
        return []
    if len(made) < len(way.steps):
        titles = [
            words.say(
                "{title} ({value} in {year})",
                title=of.title(step.node), value=of.number(step.node, own.last), year=words.year(own.end),
            )
            for step, own in made
        ]  # fmt: skip
        return [words.say("A newer figure has reached the goal already: {titles}.", titles=words.listing(titles))]
    years = {own.end for _, own in made}
    return [
        words.say_plural(
            "By its figures of {years} this step is made already.",
            "By its figures of {years} these steps are made already.",
            len(way.steps),
            years=words.listing([words.year(year) for year in sorted(years)]),
        )
    ]


def _made(of: Subject, step: Step) -> Stretch | None:
    """The region's own figures, where a younger one has made a step."""
    own = _newer(of, step)
    return own if own is not None and step.made_by(own.last) else None


def _newest(of: Subject, step: Step) -> str:
    """A figure of the region that is younger than the year, with its year; a dash where there is none."""
    own = _newer(of, step)
    if own is None:
        return of.words.number(None)
    return of.words.say("{value} ({year})", value=of.number(step.node, own.last), year=of.words.year(own.end))


def _table(of: Subject, key: str, found: WaysUp, way: WayUp) -> Table:
    words = of.words
    rows = tuple(
        (
            of.title(step.node),
            of.number(step.node, step.today),
            _value(of, step),
            _newest(of, step),
            words.title(step.node.unit),
            of.yearly(step.node, (step.value - step.today) / YEARS),
            _best(of, step),
        )
        for step in way.steps
    )
    head = (
        words.say("Indicator"), words.say("Today"), words.say("Goal"), words.say("Newer figure"), words.say("Unit"),
        words.say("Change a year"), words.say("Best of its peers"),
    )  # fmt: skip
    sources = [of.references.figure(step.node, _figure_year(of, step.node), of.region) for step in way.steps]
    sources += [of.of_peers(step.node) for step in way.steps]
    caption = words.say("The smallest set of changes that leads to {aim}", aim=_aim(of, key, found.target))
    told = tuple(dict.fromkeys((*(number for numbers in sources for number in numbers), *of.references.teladan())))
    return Table(caption, head, rows, (0.22, 0.11, 0.1, 0.14, 0.15, 0.12, 0.16), frozenset((1, 2, 3, 5)), told)


def _figure_year(of: Subject, node: Node) -> int | None:
    return of.simulator.figure_years(of.region).get(node.id)


def _value(of: Subject, step: Step) -> str:
    """With as many decimals as the indicator has; with two more where it lies between."""
    decimals = step.node.decimals
    if decimals is not None and round(step.value, decimals) != step.value:
        return of.words.number(step.value, decimals + 2)
    return of.number(step.node, step.value)


def _best(of: Subject, step: Step) -> str:
    limit = of.limits[step.node.id]
    if limit.best_peer is None:
        return of.words.number(None)
    return of.words.say("{value}, {name}", value=of.number(step.node, step.best), name=of.region_name(limit.best_peer))


def _then(of: Subject, way: WayUp) -> Said:
    words, then = of.words, way.rescored
    holes = {"score": of.score(then.score), "before": of.score(of.now.score)}
    if (ranks := of.ranks(then)) is None:
        told = words.say("That would lift its score from {before} to {score}.", **holes)
    else:
        told = words.say(
            "That would lift its score from {before} to {score}, and its rank from {place} to {then} of {ranked} "
            "{kind} if all others stay as they are.",
            **ranks, **holes,
        )  # fmt: skip
    return Said(told, of.references.teladan())


def _others(of: Subject, ways: tuple[WayUp, ...]) -> list[Block]:
    """Further ways, each with its indicators."""
    words = of.words
    told = []
    for way in ways:
        made = " ".join(_say_made(of, way))
        changes = [
            words.say(
                "{title} from {today} to {value}",
                title=of.title(step.node), today=of.number(step.node, step.today),
                value=f"{_value(of, step)} {words.title(step.node.unit)}".rstrip(),
            )
            for step in way.steps
        ]  # fmt: skip
        said = words.say("{said}.", said=words.listing(changes))
        told.append(Said(f"{said} {made}".rstrip(), lead=words.say("Another way")))
    return [Bullets(tuple(told))] if told else []


def _basis(of: Subject) -> Said:
    words = of.words
    told = [
        words.say("No step goes further than the best peer, nor faster than the fast quarter of the peers moved."),
        words.say("This is arithmetic on published figures, with all other regions as they are: it knows no costs."),
    ]
    return Said(" ".join(told))


def _fixed(of: Subject, fixed: tuple[Fixed, ...]) -> list[Block]:
    """What stays as it is, by reason."""
    words, told = of.words, []
    for reason, sentence in FIXED.items():
        titles = [of.title(one.node) for one in fixed if one.reason == reason]
        if titles:
            told.append(Said(words.say(sentence, titles=words.listing(titles))))
    return [Bullets(tuple(told))] if told else []
