"""What one region could learn from another, in sentences made of the figures."""

from metrics.pairs import Lesson, Pair
from metrics.within_kind import Cell
from pages.shared.results import kinds as kinds_of
from pages.shared.results import region_names
from pages.shared.selection import Selection

_NAMED = 3  # lessons in one sentence


def say_lessons(here: Selection, pair: Pair, one: str, other: str) -> list[str]:
    """A sentence for each direction in which there is something to learn, for `one` first."""
    return [
        _say_direction(here, pair.taught_by(teacher), learner, teacher)
        for learner, teacher in ((one, other), (other, one))
        if pair.taught_by(teacher)
    ]


def _say_direction(here: Selection, lessons: tuple[Lesson, ...], learner: str, teacher: str) -> str:
    words, names = here.words, region_names(here.framework)
    told = [say_lesson(here, lesson) for lesson in lessons[:_NAMED]]
    if (more := len(lessons) - _NAMED) > 0:
        told.append(words.say_plural("{count} more indicator", "{count} more indicators", more))
    return words.say(
        "{learner} could learn from {teacher}: {lessons}.",
        learner=names[learner], teacher=names[teacher], lessons=words.listing(told),
    )  # fmt: skip


def say_lesson(here: Selection, lesson: Lesson) -> str:
    """An indicator with both figures, the learner's first."""
    words = here.words
    return words.say(
        "{title} ({learner} against {teacher})",
        title=words.title(lesson.node.title),
        learner=say_value(here, lesson.learner)
        if lesson.learner.newest
        else words.number(lesson.learner.value, lesson.node.decimals),
        teacher=say_value(here, lesson.teacher),
    )


def say_places(here: Selection, lesson: Lesson) -> str:
    """Where both stand within their kinds, and how sure the difference is."""
    words, kinds = here.words, kinds_of(here.framework, here.year)
    learner, teacher = lesson.learner, lesson.teacher
    if kinds.get(learner.region) == kinds.get(teacher.region):
        told = words.say(
            "percentile {low} against {high} among {count} {kind}",
            low=words.number(learner.percentile, 0),
            high=words.number(teacher.percentile, 0),
            count=words.number(learner.ranked),
            kind=kinds.get(learner.region, words.say("regions")),
        )
    else:
        told = _say_apart(here, learner, teacher)
    return words.say("{said}; more than the error of the figures", said=told) if lesson.sure else told


def _say_apart(here: Selection, learner: Cell, teacher: Cell) -> str:
    """The places of two regions of different kinds."""
    words, kinds = here.words, kinds_of(here.framework, here.year)
    return words.say(
        "percentile {low} of {count_low} {kind_low} against {high} of {count_high} {kind_high}",
        low=words.number(learner.percentile, 0), high=words.number(teacher.percentile, 0),
        count_low=words.number(learner.ranked), count_high=words.number(teacher.ranked),
        kind_low=kinds.get(learner.region, words.say("regions")),
        kind_high=kinds.get(teacher.region, words.say("regions")),
    )  # fmt: skip


def say_value(here: Selection, cell: Cell) -> str:
    """A figure with its unit, its year where that is another, and what a newer one says."""
    words = here.words
    written = f"{words.number(cell.value, cell.node.decimals)} {words.title(cell.node.unit)}".strip()
    if cell.newest is not None:
        year, value = cell.newest
        return words.say(
            "{value} ({year}; {newest}: {then})",
            value=written,
            year=words.year(cell.figure_year or here.year),
            newest=words.year(year),
            then=words.number(value, cell.node.decimals),
        )
    if cell.figure_year is not None and cell.figure_year != here.year:
        return words.say("{value}, figure of {year}", value=written, year=words.year(cell.figure_year))
    return written
