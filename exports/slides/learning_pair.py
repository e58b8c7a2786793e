"""A learning pair as a slide: what one region could ask the other, each with both figures."""

from __future__ import annotations

from functools import lru_cache

from charts.slides.kinds import Fact, Facts
from exports.slides import about, national
from exports.slides.network import network_of, within
from exports.slides.slide import Asked, Slide
from metrics.learning_pair import LearningPair, learning_pair
from metrics.pairs import Lesson, pairs
from metrics.peer_choices import chosen_peers
from metrics.practices.catalogue import catalogue
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.within_kind import Cell
from words import Words

_SHOWN = 3  # lessons
_NEAREST = 12  # among so many of the nearest in structure a partner is looked for


def slide(asked: Asked) -> Slide:
    """The two regions of the address; by themselves the view's region and whom it is proposed to talk to."""
    words, one = asked.words, _given(asked, "a") or asked.region
    other = None if one is None else _given(asked, "b") or _proposed(asked.results, asked.year, one)
    if one is None or other is None or one == other:
        return about.unchosen(asked)
    found = _pair(asked.results, asked.year, one, other)
    # The widest of each direction first, in turn.
    lessons = [lesson for both in _in_turn(found) for lesson in both][:_SHOWN]
    facts = tuple(_fact(asked, lesson) for lesson in lessons)
    return Slide(
        headline=_headline(asked, found),
        chart=Facts(facts) if facts else None,
        caption=words.say(
            "Figures that the scores of {year} use: the learner against the teacher.", year=words.year(asked.year)
        ),
        takeaway=words.say("That a region is strong does not say why: ask what it did, and what else happened."),
        source=about.source(asked, displayed=True),
        alt=words.say("Lessons: {facts}.", facts=words.listing(
            [words.say("{title}: {count}", title=fact.title, count=fact.figure) for fact in facts]
        )) if facts else words.say("There is no chart."),
        mine=about.own_figure(asked, [lesson.node.id for lesson in lessons], [one, other]),
    )  # fmt: skip


def _given(asked: Asked, key: str) -> str | None:
    """A region of the address, by code or by name. Raises InputProblems where there is none of that name."""
    given, names = asked.parameters.get(key, ""), national.region_names(asked.results)
    if not given or given in names:
        return given or None
    for code, name in names.items():
        if name.lower() == given.lower():
            return code
    raise InputProblems([Problem("region-not-found", details={"value": given, "near": nearest(given, names.values())})])


@lru_cache(maxsize=600)
def _proposed(results: Results, year: int, one: str) -> str | None:
    near = chosen_peers(results, year, one, "structure", _NEAREST)
    known = network_of(results, year, (one, *near))
    fruitful = [pair for pair in pairs(results, year, known.members, known) if one in (pair.one, pair.other)]
    if fruitful:
        return fruitful[0].other if fruitful[0].one == one else fruitful[0].one
    return near[0] if near else None


@lru_cache(maxsize=600)
def _pair(results: Results, year: int, one: str, other: str) -> LearningPair:
    return learning_pair(results, year, one, other, catalogue(results).practices, within(results, year))


def _in_turn(found: LearningPair) -> list[list[Lesson]]:
    one, other = found.regions
    first, second = found.pair.taught_by(other), found.pair.taught_by(one)
    most = max(len(first), len(second))
    return [[*first[at : at + 1], *second[at : at + 1]] for at in range(most)]


def _headline(asked: Asked, found: LearningPair) -> str:
    words, (one, other) = asked.words, found.regions
    return words.say(
        "{one} could learn from {other} in {from_other} of the indicators, {other} from {one} in {from_one}",
        one=about.name(asked, one), other=about.name(asked, other),
        from_other=words.number(len(found.pair.taught_by(other))),
        from_one=words.number(len(found.pair.taught_by(one))),
    )  # fmt: skip


def _fact(asked: Asked, lesson: Lesson) -> Fact:
    words, node = asked.words, lesson.node
    return Fact(
        title=words.say("{title}, {unit}", title=words.title(node.title), unit=words.title(node.unit)),
        figure=_against(words, lesson),
        told=words.say(
            "{learner} could ask {teacher}",
            learner=_dated(asked, lesson.learner), teacher=_dated(asked, lesson.teacher),
        ),
    )  # fmt: skip


def _against(words: Words, lesson: Lesson) -> str:
    learner, teacher = (words.number(cell.value, lesson.node.decimals) for cell in (lesson.learner, lesson.teacher))
    return words.say("{learner} and {teacher}", learner=learner, teacher=teacher)


def _dated(asked: Asked, cell: Cell) -> str:
    """Whose figure it is, and of which year."""
    words, name = asked.words, about.name(asked, cell.region)
    if cell.figure_year is None:
        return name
    return words.say("{value} ({year})", value=name, year=words.year(cell.figure_year))
