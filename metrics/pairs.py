"""Who of a network could teach whom: strong where the other is weak, and alike in structure.

A lesson is an indicator in which one region is in the best quarter of its kind and the other below the median of
its kind, each clearly so as far as the indicator states its error, and the difference of the two figures is for the
better and clear as well. Newer figures, where there are any that compare, must not say otherwise: that the teacher is
no longer the better one, or is below the median of its kind. An indicator that no government moves (lever: none) is no
lesson, nor is what regions are compared by in structure (expenditure per person): it is a condition of both. Two
regions are alike when each is, for the other, among the nearer half of all regions in structure (metrics.peers). The
pairs in which both have something to teach come first, then those with lessons in more dimensions, then the more alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from metrics.figure_error import clearly_apart
from metrics.network import STRONG, Network, network
from metrics.newer import Newer, newer
from metrics.peers import EXPENDITURE, distances, structure
from metrics.results import Results
from metrics.tree import Node
from metrics.within_kind import Cell

Matrix = NDArray[np.float64]
ALIKE = 0.5  # the share of all other regions that must be farther in structure
_MIDDLE = 50.0  # percentile


@dataclass(frozen=True)
class Lesson:
    """An indicator in which `teacher` is strong and `learner` weak; `dimension` is the child of the root above it."""

    node: Node
    dimension: str
    teacher: Cell
    learner: Cell

    @property
    def sure(self) -> bool:
        """Whether the indicator states its error, so that the difference is known to be larger."""
        return self.node.error is not None

    @property
    def apart(self) -> float:
        """How many percentiles lie between the two, each within its kind."""
        return (self.teacher.percentile or 0.0) - (self.learner.percentile or 0.0)


@dataclass(frozen=True)
class Pair:
    """Two regions and what each could learn from the other, the widest gap first.

    `alike` is the share of all other regions that are farther in structure, seen from the one that has more nearer.
    """

    one: str
    other: str
    alike: float
    lessons: tuple[Lesson, ...]

    def taught_by(self, region: str) -> tuple[Lesson, ...]:
        """What the other could learn from this region."""
        return tuple(lesson for lesson in self.lessons if lesson.teacher.region == region)

    @property
    def mutual(self) -> bool:
        """Whether each has something to teach."""
        return bool(self.taught_by(self.one)) and bool(self.taught_by(self.other))

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions with a lesson."""
        return tuple(dict.fromkeys(lesson.dimension for lesson in self.lessons))


def pairs(results: Results, year: int, members: Sequence[str], found: Network | None = None) -> tuple[Pair, ...]:
    """Every two members that are alike and of which one could teach the other, the most fruitful first.

    `found` spares working out the network again. Raises as `network` does.
    """
    found = found or network(results, year, members)
    near = likeness(results, year)
    dimension, since = dimensions(results), newer(results, found.within)
    made = [
        Pair(one, other, near.of(one, other), lessons)
        for one, other in combinations(found.members, 2)
        if near.of(one, other) >= ALIKE and (lessons := lessons_of(since, one, other, dimension))
    ]
    return tuple(sorted(made, key=lambda pair: (not pair.mutual, -len(pair.dimensions), -pair.alike, pair.one)))


def lessons_of(since: Newer, one: str, other: str, dimension: dict[str, str]) -> tuple[Lesson, ...]:
    """What each of two regions could learn from the other, the widest gap first; `since` has the newer figures."""
    found, within = [], since.within
    for node in within.nodes:
        cells = within.cells[node.id]
        if teachable(node) and one in cells and other in cells:
            for teacher, learner in ((cells[one], cells[other]), (cells[other], cells[one])):
                if _teaches(teacher, learner) and not (since.fallen(teacher) or since.reversed(teacher, learner)):
                    found.append(Lesson(node, dimension[node.id], teacher, learner))
    return tuple(sorted(found, key=lambda lesson: -lesson.apart))


def teachable(node: Node) -> bool:
    """Whether it is an indicator that a government moves, and no condition by which regions are compared."""
    return node.is_leaf and node.lever != "none" and node.variable != EXPENDITURE


def dimensions(results: Results) -> dict[str, str]:
    """The child of the root that each node is in, or is."""
    found: dict[str, str] = {}
    for node in results.nodes:  # parents stand before their children
        if node.parent is not None:
            found[node.id] = found.get(node.parent, node.id)
    return found


@dataclass(frozen=True, eq=False)
class Likeness:
    """How alike any two regions are, from 0 to 1: the share of all other regions that are farther in structure.

    The share differs by who of the two asks; the smaller one holds.
    """

    regions: tuple[str, ...]
    shares: Matrix

    def of(self, one: str, other: str) -> float:
        """The share for two regions. Raises ValueError for one that is not there."""
        return float(self.shares[self.regions.index(one), self.regions.index(other)])


@lru_cache(maxsize=8)
def likeness(results: Results, year: int) -> Likeness:
    """The likeness of all regions. Raises InputProblems where they have nothing to be compared by."""
    known = structure(results, year)
    apart = np.where(np.isnan(found := distances(known)), np.inf, found)
    np.fill_diagonal(apart, -1.0)
    places = rankdata(apart, axis=1, method="max")  # 1 is the region itself
    shares = 1 - (places - 1) / max(len(apart) - 1, 1)
    return Likeness(known.regions, np.minimum(shares, shares.T))


def _teaches(teacher: Cell, learner: Cell) -> bool:
    if teacher.percentile is None or learner.percentile is None:
        return False
    if teacher.percentile < STRONG or learner.percentile >= _MIDDLE or False in (teacher.clear, learner.clear):
        return False
    better = teacher.node.sign * (teacher.value - learner.value) > 0
    return better and clearly_apart(teacher.node, teacher.value, learner.value)
