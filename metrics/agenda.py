"""Which sessions a network of regions should hold: a draft from published figures, one session a dimension.

The subject of a session is the indicator of its dimension in which the members are furthest behind together. A member
is behind where it is below the median of its kind, clearly so as far as the indicator states its error; the common
gap is the sum of the percentiles that they lack to the median, over the number of members with a value: so it grows
with how many are behind and with how far they are. What no government moves (lever: none) and what regions are compared
by in structure is no subject, and where fewer than two members are behind, or they lack less than five percentiles on
average, there is no common gap and no session.

Who could present are the members in the best quarter of their kind, clearly above its median, unless a newer figure
that compares lies below the median of its year. Where there is none, the
regions outside of the network could be invited that are as strong and most like those who are behind. The practices are
those that should move the indicator, then the others of its sub-dimension; each by evidence grade, then by how like
their region is to those who are behind. What merely touches the sub-dimension besides is none: it need not have to do
with the indicator. A title alone (grade D) is none either. That a region
is strong, or has done something, does not say that the one came of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from metrics.network import STRONG, Network
from metrics.newer import Newer, newer
from metrics.pairs import Likeness, dimensions
from metrics.peers import EXPENDITURE
from metrics.practices.account import trust
from metrics.practices.entry import Practice
from metrics.results import Results
from metrics.tree import Node
from metrics.within_kind import Cell

FEWEST = 2  # members behind that make a gap a common one
LEAST = 5.0  # percentiles that members lack on average
INVITED = 3  # regions from outside, at most
_MIDDLE = 50.0  # percentile
Tie = Literal["moves", "part"]
_TIES: tuple[Tie, ...] = get_args(Tie)  # in the order in which practices are proposed


@dataclass(frozen=True)
class Proposed:
    """A practice for a session.

    tie       `moves`: it should move the indicator itself; `part`: it belongs to its sub-dimension
    member    whether it was done in a member, `behind` whether that member is itself behind here
    likeness  how like its region is to those who are behind, from 0 to 1; None for what is no region of the register
    """

    practice: Practice
    tie: Tie
    member: bool
    behind: bool
    likeness: float | None


@dataclass(frozen=True)
class Session:
    """A session: its subject, who is behind (the furthest first), and who could present (the strongest first).

    invited  regions from outside of the network, where no member could present
    medians  by kind, of the kinds that these regions are of, in the order of the register
    year     that most of their figures are from; None where no figure tells
    known    how many members have a value
    gap      percentiles that members lack to the median of their kind, on average
    """

    dimension: Node
    node: Node
    behind: tuple[Cell, ...]
    presenters: tuple[Cell, ...]
    invited: tuple[Cell, ...]
    medians: Mapping[str, float]
    year: int | None
    practices: tuple[Proposed, ...]
    known: int
    gap: float

    @property
    def share(self) -> float:
        """Those who are behind, of the members with a value."""
        return len(self.behind) / self.known


@dataclass(frozen=True)
class Agenda:
    """The sessions, the largest common gap first; the dimensions in which there is no common gap (`level`), and those
    of which there is no figure (`unmeasured`), with the practices that belong to each of these."""

    year: int
    members: tuple[str, ...]
    sessions: tuple[Session, ...]
    level: tuple[Node, ...]
    unmeasured: tuple[tuple[Node, tuple[Practice, ...]], ...]


def agenda(results: Results, found: Network, near: Likeness, practices: Sequence[Practice]) -> Agenda:
    """The draft for a network; `near` is how alike any two regions are."""
    above, since = dimensions(results), newer(results, found.within)
    inside = {node: [part for part in found.parts if above.get(part.node.id) == node] for node in set(above.values())}
    sessions: list[Session] = []
    level: list[Node] = []
    unmeasured: list[tuple[Node, tuple[Practice, ...]]] = []
    for dimension in results.children(results.root.id):
        drafts = [
            draft
            for part in inside[dimension.id]
            if (draft := _draft(found, since, near, practices, dimension, part.node)) is not None
        ]
        if drafts:
            sessions.append(max(drafts, key=lambda draft: draft.gap))
        elif inside[dimension.id]:
            level.append(dimension)
        else:
            known = tuple(one for one in practices if above.get(one.sub_dimension) == dimension.id)
            unmeasured.append((dimension, known))
    ordered = tuple(sorted(sessions, key=lambda session: -round(session.gap, 9)))
    return Agenda(found.year, found.members, ordered, tuple(level), tuple(unmeasured))


def _draft(
    found: Network, since: Newer, near: Likeness, practices: Sequence[Practice], dimension: Node, node: Node
) -> Session | None:
    """A session about an indicator; None for what is no subject, and where there is no common gap."""
    if not node.is_leaf or node.lever == "none" or node.variable == EXPENDITURE:
        return None
    part = found.part(node.id)
    behind = tuple(cell for cell in part.behind if _percentile(cell) < _MIDDLE and cell.clear is not False)
    if len(behind) < FEWEST:
        return None
    gap = sum(_MIDDLE - _percentile(cell) for cell in behind) / len(part.cells)
    if gap < LEAST:
        return None
    learners = [cell.region for cell in behind]
    presenters = tuple(cell for cell in part.strong if not since.fallen(cell))
    invited = () if presenters else _invited(found, since, near, node, learners)
    named = (*behind, *presenters, *invited)
    kinds = found.within.kinds
    medians = {kinds[cell.region]: cell.median for cell in found.within.cells[node.id].values() if cell in named}
    years = Counter(cell.figure_year for cell in named if cell.figure_year is not None)
    return Session(
        dimension=dimension,
        node=node,
        behind=behind,
        presenters=presenters,
        invited=invited,
        medians=medians,
        year=max(years, key=lambda year: (years[year], year), default=None),
        practices=_proposed(found, near, practices, node, learners),
        known=len(part.cells),
        gap=gap,
    )


def _invited(found: Network, since: Newer, near: Likeness, node: Node, learners: Sequence[str]) -> tuple[Cell, ...]:
    """Strong regions from outside, those most like the ones who are behind first."""
    strong = [
        cell
        for code, cell in found.within.cells[node.id].items()
        if code not in found.members
        and _percentile(cell) >= STRONG
        and cell.clear is not False
        and not since.fallen(cell)
    ]
    return tuple(sorted(strong, key=lambda cell: -_likeness(near, cell.region, learners))[:INVITED])


def _proposed(
    found: Network,
    near: Likeness,
    practices: Sequence[Practice],
    node: Node,
    learners: Sequence[str],
) -> tuple[Proposed, ...]:
    proposed = [
        Proposed(
            practice=one,
            tie=tie,
            member=one.region in found.members,
            behind=one.region in learners,
            likeness=None if one.region is None else _likeness(near, one.region, learners),
        )
        for one in practices
        if one.grade != "D" and (tie := _tie(one, node)) is not None
    ]

    def order(one: Proposed) -> tuple[int, tuple[float, str], float, str]:
        return _TIES.index(one.tie), trust(one.practice), -(one.likeness or 0.0), one.practice.id

    return tuple(sorted(proposed, key=order))


def _tie(practice: Practice, node: Node) -> Tie | None:
    if node.id in practice.indicators:
        return "moves"
    return "part" if node.parent == practice.sub_dimension else None


def _likeness(near: Likeness, region: str, others: Sequence[str]) -> float:
    """How like a region is to the others of a list, on average; 1 to nobody but itself."""
    shares = [near.of(region, other) for other in others if other != region]
    return float(np.mean(shares)) if shares else 1.0


def _percentile(cell: Cell) -> float:
    return _MIDDLE if cell.percentile is None else cell.percentile
