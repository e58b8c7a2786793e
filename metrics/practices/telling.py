"""What stands for a practice where there is room for little, and which others are like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from metrics.practices.account import trust
from metrics.practices.entry import Grade, Practice, Result

# Units of results that count who followed, and say nothing of what came of it.
_GOVERNMENTS = frozenset({"pemerintah daerah", "kabupaten/kota"})
GRADES: tuple[Grade, ...] = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Standing:
    """How far a list of practices can be trusted: how many, in how many places, by grade, and with figures."""

    practices: int
    places: int
    grades: dict[Grade, int]
    with_figures: int
    with_lessons: int


def standing(practices: Sequence[Practice]) -> Standing:
    """The figures of a list of practices."""
    places = {(one.region, one.province, one.abroad) for one in practices}
    grades = Counter(practice.grade for practice in practices)
    return Standing(
        len(practices),
        len(places),
        {grade: grades[grade] for grade in GRADES},
        sum(has_figures(practice) for practice in practices),
        sum(practice.lesson is not None for practice in practices),
    )


def has_figures(practice: Practice) -> bool:
    """Whether a result of a practice has a number."""
    return any(result.value is not None for result in practice.results)


def telling(practice: Practice) -> Result | None:
    """The one result to show where there is room for one; None without any.

    One with a number before one without, what came of it before how many governments took it over, one that others
    report before one of the government's own, then the newest, then the first of the entry.
    """

    def weight(one: Result) -> tuple[bool, bool, bool, str]:
        spread = one.unit is not None and one.unit.id in _GOVERNMENTS
        return one.value is not None, not spread, not one.self_reported, one.date or ""

    return max(practice.results, key=weight, default=None)


def by_grade(practices: Sequence[Practice]) -> tuple[Practice, ...]:
    """The practices, those that others measured and bear out first; among equals in the order given."""
    return tuple(sorted(practices, key=trust))


def newest_first(practices: Sequence[Practice]) -> tuple[Practice, ...]:
    """The practices by the year they started, those that do not say last."""
    return tuple(sorted(practices, key=lambda practice: -(practice.started or 0)))


def similar(practices: Sequence[Practice], practice: Practice, count: int) -> tuple[Practice, ...]:
    """Other practices about the same: the more indicators and sub-dimensions they share the sooner, at most `count`.

    None that shares only what both touch besides.
    """
    shared = {other.id: _shared(practice, other) for other in practices if other.id != practice.id}
    close = [other for other in by_grade(practices) if shared.get(other.id, 0) > 1]
    return tuple(sorted(close, key=lambda other: -shared[other.id])[:count])


def _shared(one: Practice, other: Practice) -> int:
    subs = 2 * (one.sub_dimension == other.sub_dimension)
    touched = {one.sub_dimension, *one.also} & {other.sub_dimension, *other.also}
    return subs + len(touched) + 2 * len(set(one.indicators) & set(other.indicators))
