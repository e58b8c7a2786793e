"""Two regions that talk: what each could learn from the other, how each moved, and what they could ask.

Questions are made from figures and from the catalogue of practices, never of thin air. Their order: what the learner
would ask of each lesson, at most two a direction, the widest gap first; where one moved for the better, by at least a
quarter of what lies between the quartiles of its kind, and the other did not; practices of one in a sub-dimension in
which the other is below the median of its kind; where both are in the weakest quarter of their kinds; and the
condition in which they differ most.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from metrics.newer import newer
from metrics.pace import Stretch, paces
from metrics.pairs import Pair, dimensions, lessons_of, likeness, teachable
from metrics.peers import beside, structure
from metrics.practices.entry import Practice
from metrics.results import Results
from metrics.side_by_side import clearly
from metrics.tree import Node
from metrics.within_kind import Cell, WithinKind, within_kind

_EACH = 2  # questions of one sort and direction
_WEAK = 25.0  # percentile
_MOVED = 0.25  # of the distance between the quartiles of the kind
_APART = 1.5  # times as much: a condition that is worth a question
Ask = Literal["how", "moved", "practice", "both", "condition"]


@dataclass(frozen=True)
class Side:
    """An indicator of both regions; a cell is None without a figure, a stretch without two figures that compare.

    `clear` says whether the two figures differ by more than their errors; None where the indicator states none, and
    where one of them has no figure.
    """

    node: Node
    cells: Mapping[str, Cell]
    moved: Mapping[str, Stretch]
    clear: bool | None

    def better(self, region: str) -> float | None:
        """How fast the region moves for the better, in natural units a year; None where nobody can say."""
        stretch = self.moved.get(region)
        return None if stretch is None or not stretch.clear else self.node.sign * stretch.yearly


@dataclass(frozen=True)
class Question:
    """Something that `asker` would ask `asked`; what it is about, by its sort.

    how, moved, both   an indicator, with both sides
    practice           a practice of `asked`
    condition          a trait by its name in `beside`, as `asked` has it times as much as `asker`
    """

    ask: Ask
    asker: str
    asked: str
    side: Side | None = None
    practice: Practice | None = None
    trait: str = ""
    times: float = 1.0


@dataclass(frozen=True, eq=False)
class LearningPair:
    """Two regions in one year; `sides` in file order, `beside` is the line of metrics.peers.beside for the other."""

    year: int
    pair: Pair
    sides: tuple[Side, ...]
    beside: Mapping[str, Any]
    questions: tuple[Question, ...]

    @property
    def regions(self) -> tuple[str, str]:
        """The two."""
        return self.pair.one, self.pair.other


def learning_pair(
    results: Results,
    year: int,
    one: str,
    other: str,
    practices: Sequence[Practice] = (),
    within: WithinKind | None = None,
) -> LearningPair:
    """The pair in full; of `practices` those of the two regions are used.

    Raises KeyError for a region that is not there, ValueError for one with itself, InputProblems where regions have
    nothing to be compared by.
    """
    if one == other:
        raise ValueError(f"two regions are needed, not {one} twice")
    found = within or within_kind(results, year)
    known = structure(results, year)
    row = {str(key): value for key, value in beside(known, one, [other]).iloc[0].to_dict().items()}
    lessons = lessons_of(newer(results, found), one, other, dimensions(results))
    pair = Pair(one, other, likeness(results, year).of(one, other), lessons)
    moved = paces(results, year, [one, other])
    sides = tuple(_side(node, found, moved[node.id], one, other) for node in found.nodes if node.is_leaf)
    asked = tuple(_questions(pair, sides, row, practices, found))
    return LearningPair(year, pair, sides, row, asked)


def _side(node: Node, within: WithinKind, moved: Mapping[str, Stretch], one: str, other: str) -> Side:
    cells = {region: cell for region in (one, other) if (cell := within.cells[node.id].get(region)) is not None}
    clear = clearly(node, cells[one].value, cells[other].value) if len(cells) == 2 else None
    return Side(node, cells, moved, clear)


def _questions(
    pair: Pair, sides: Sequence[Side], row: Mapping[str, Any], practices: Sequence[Practice], within: WithinKind
) -> Iterator[Question]:
    told = [side for side in sides if teachable(side.node)]
    by_node = {side.node.id: side for side in sides}
    both_ways = ((pair.one, pair.other), (pair.other, pair.one))
    for learner, teacher in both_ways:
        for lesson in pair.taught_by(teacher)[:_EACH]:
            yield Question("how", learner, teacher, by_node[lesson.node.id])
    taught = {lesson.node.id for lesson in pair.lessons}
    for asker, asked in both_ways:
        risen = [side for side in told if side.node.id not in taught and _rose(within, side, asked, asker)]
        yield from (Question("moved", asker, asked, side) for side in risen[:_EACH])
    for asker, asked in both_ways:
        own = [one for one in practices if one.region == asked and _behind(within, one.sub_dimension, asker)]
        yield from (Question("practice", asker, asked, practice=one) for one in own[:_EACH])
    weak = [side for side in told if len(side.cells) == 2 and all(_weak(cell) for cell in side.cells.values())]
    yield from (Question("both", pair.one, pair.other, side) for side in weak[:_EACH])
    ratios = {name: float(row[name]) for name in row if str(name).endswith("_ratio") and row[name] == row[name]}
    most = max(ratios, key=lambda name: abs(math.log(ratios[name])), default=None)
    if most is not None and abs(math.log(ratios[most])) >= math.log(_APART):
        times = ratios[most]
        asker, asked = (pair.one, pair.other) if times > 1 else (pair.other, pair.one)
        yield Question("condition", asker, asked, trait=most.removesuffix("_ratio"), times=max(times, 1 / times))


def _rose(within: WithinKind, side: Side, one: str, other: str) -> bool:
    """Whether one moved for the better by what is worth a word, and the other, whose figures compare too, did not."""
    own, theirs = side.better(one), side.better(other)
    if own is None or own <= 0 or other not in side.moved or (theirs is not None and theirs > 0):
        return False
    kin = [cell.value for code, cell in within.cells[side.node.id].items() if within.kinds[code] == within.kinds[one]]
    low, high = np.quantile(kin, (0.25, 0.75)) if kin else (0.0, 0.0)
    stretch = side.moved[one]
    return bool(abs(stretch.last - stretch.first) >= _MOVED * (high - low))


def _behind(within: WithinKind, node: str, region: str) -> bool:
    """Whether a region is below the median of its kind in a node; not so where it has no value."""
    cell = within.cells.get(node, {}).get(region)
    return cell is not None and cell.distance < 0


def _weak(cell: Cell) -> bool:
    return cell.percentile is not None and cell.percentile <= _WEAK
