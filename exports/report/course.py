"""How the indicators of the region moved, beside its peers."""

from __future__ import annotations

from exports.report.content import Said, Section, Table
from exports.report.subject import Subject
from metrics.gaps import Gap
from metrics.pace import SPAN, Stretch
from words import Words


def course(of: Subject) -> Section:
    """The section."""
    words, title = of.words, of.words.say("How it has moved")
    moved = [(gap, gap.own) for gap in _in_file_order(of) if gap.own is not None]
    if not moved:
        return Section(title, Said(words.say("No indicator of {name} has two figures that compare.", name=of.name)))
    answer = _answer(of, moved)
    note = words.say(
        "Compared are the newest figure and the oldest of the {years} years before it that no change of method "
        "separates; figures younger than {year} are used where there are any. A plus is a change for the better.",
        years=words.number(SPAN), year=words.year(of.year),
    )  # fmt: skip
    references = tuple(dict.fromkeys(number for gap, own in moved for number in _references(of, gap, own)))
    return Section(title, Said(answer, references), (Said(note), _table(of, moved, references)))


def _answer(of: Subject, moved: list[tuple[Gap, Stretch]]) -> str:
    """How many moved for the better and for the worse: clearly, and where nobody states an error."""
    words = of.words
    told = [
        words.say("Indicators with two figures that compare: {count}.", count=words.number(len(moved))),
    ]
    stated = [(gap, own) for gap, own in moved if gap.node.error is not None]
    if stated:
        told.append(
            words.say(
                "Of the {count} whose error is known, {better} moved clearly for the better and {worse} clearly for "
                "the worse.",
                **_counts(words, [(gap, own) for gap, own in stated if own.clear])
                | {"count": words.number(len(stated))},
            )
        )
    unstated = [(gap, own) for gap, own in moved if gap.node.error is None]
    if unstated:
        told.append(
            words.say(
                "Of the {count} whose error is not known, {better} moved for the better and {worse} for the worse; "
                "whether clearly, nobody can tell.",
                **_counts(words, unstated) | {"count": words.number(len(unstated))},
            )
        )
    return " ".join(told)


def _counts(words: Words, moved: list[tuple[Gap, Stretch]]) -> dict[str, str]:
    return {
        "better": words.number(sum((gap.better or 0.0) > 0 for gap, _ in moved)),
        "worse": words.number(sum((gap.better or 0.0) < 0 for gap, _ in moved)),
    }


def _remark(words: Words, gap: Gap, own: Stretch) -> str:
    if gap.node.error is None:
        return words.say("error not known")
    return "" if own.clear else words.say("within the error of the survey")


def _in_file_order(of: Subject) -> list[Gap]:
    found = {gap.node.id: gap for gap in of.gaps.gaps}
    return [found[node.id] for node in of.results.nodes if node.id in found]


def _table(of: Subject, moved: list[tuple[Gap, Stretch]], references: tuple[int, ...]) -> Table:
    words = of.words
    rows = tuple(
        (
            of.title(gap.node),
            words.say("{value} ({year})", value=of.number(gap.node, own.first), year=words.year(own.start)),
            words.say("{value} ({year})", value=of.number(gap.node, own.last), year=words.year(own.end)),
            words.title(gap.node.unit),
            of.yearly(gap.node, gap.better),
            of.yearly(gap.node, gap.usual),
            _remark(words, gap, own),
        )
        for gap, own in moved
    )
    head = (
        words.say("Indicator"), words.say("First figure"), words.say("Newest figure"), words.say("Unit"),
        words.say("Better by, a year"), words.say("Peers' median a year"), words.say("Remark"),
    )  # fmt: skip
    caption = words.say("Movement of the indicators of {name} beside its peers", name=of.name)
    return Table(caption, head, rows, (0.2, 0.14, 0.14, 0.14, 0.11, 0.13, 0.14), frozenset((1, 2, 4, 5)), references)


def _references(of: Subject, gap: Gap, own: Stretch) -> tuple[int, ...]:
    return (
        *of.references.figure(gap.node, own.start, of.region),
        *of.references.figure(gap.node, own.end, of.region),
    )
