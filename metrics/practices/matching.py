"""Which practices of others answer the gaps of a region, and how well each would fit there.

Three things speak for a practice: the gap that it answers, how like the region the place is where it was done, and
how far its results are borne out; what it presupposes may speak against it. None of them is an effect: that a place
did something and stands well does not say that the one came of the other.

What is not known is never credited in full: a place outside the register is like nobody, an entry that names no
precondition has half of what one has whose preconditions are met, and where an indicator has no figure there is no
gap to be answered, only the word that nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from metrics.figure_error import clearly_apart
from metrics.gaps import Gap, Gaps
from metrics.practices.account import CREDIT, account
from metrics.practices.alike import likeness
from metrics.practices.entry import Practice
from metrics.practices.evidence import evidence
from metrics.practices.published import Figures, first_after, published
from metrics.results import Results
from metrics.tree import Node

# In the order in which practices are proposed.
Need = Literal["gap", "unclear", "nearby", "unknown", "passed", "none", "adopted"]
NEEDS: tuple[Need, ...] = ("gap", "unclear", "nearby", "unknown", "passed", "none", "adopted")
ANSWERS: tuple[Need, ...] = NEEDS[:3]  # those with a gap behind them

# Standard deviations of all regions by which a region may be behind in what a practice presupposes.
TOLERATED = 0.5


@dataclass(frozen=True)
class Condition:
    """An indicator of what a practice presupposes: the region's figure beside that of the practice's own region.

    `theirs` is the earliest figure at or after the start of the practice that compares with `mine`. Both in natural
    units, with their years; None where there is none. `met` is None where the two cannot be held together.
    """

    node: Node
    mine: tuple[float, int] | None
    theirs: tuple[float, int] | None
    met: bool | None


@dataclass(frozen=True)
class Match:
    """A practice as it looks from one region.

    need        gap      it should move an indicator in which the region is clearly behind its peers
                unclear  so it does, within the error of the figures
                nearby   what it should move has no figure; in another indicator of its sub-dimension the region is
                         clearly behind
                unknown  what it should move has no figure, and nothing else shows a gap; it names no indicator that
                         it should move; or only its title is known
                passed   behind in that year, but a newer figure of the region has passed the goal since
                none     in what it should move the region is not behind
                adopted  the region is among those that took it over
    gap         the widest gap that says so, in the standard deviations of `size`; None for `unknown` and `adopted`
    size        how far behind the region is there, in standard deviations of all regions' figures; 0 without a gap
    likeness    the share of all other regions that are less like the region in structure than the practice's own
                is; None where it is none of the register
    unmeasured  what it should move that has no figure here
    moved       how the indicator of a gap went on in the practice's own region since it started, beside regions like
                that (metrics.practices.evidence): told, and nothing goes by it; None where that cannot be assessed,
                and where it was on another course before
    """

    practice: Practice
    need: Need
    gap: Gap | None
    size: float
    likeness: float | None
    conditions: tuple[Condition, ...]
    unmeasured: tuple[Node, ...]
    moved: Literal["more", "same", "less"] | None = None

    @property
    def answers(self) -> bool:
        """Whether there is a gap that it answers, or may answer."""
        return self.need in ANSWERS

    @property
    def readiness(self) -> float:
        """The share of what it presupposes that is met, from 0 to 1; what is not known counts half."""
        known = [0.5 if condition.met is None else float(condition.met) for condition in self.conditions]
        return sum(known) / len(known) if known else 0.5

    @property
    def fit(self) -> float:
        """How well it would fit, from 0 to 1: the mean of likeness, evidence and readiness."""
        return ((self.likeness or 0.0) + CREDIT[account(self.practice)] + self.readiness) / 3

    @property
    def worth(self) -> float:
        """What practices of one need are ordered by: the size of the gap times the fit; the fit where there is none."""
        return self.size * self.fit if self.answers else self.fit


def matches(results: Results, practices: Sequence[Practice], found: Gaps) -> tuple[Match, ...]:
    """All practices of others as they look from the region of `found`, the ones to look at first first.

    By need in the order of `NEEDS`, then by worth, then by id. The region's own practices, and those of the province
    around it, are not among them.
    """
    province = results.regions().set_index("region")["province"].get(found.region)
    others = [one for one in practices if one.region != found.region and (one.province or "") != province]
    spreads = _spreads(results, found.year)
    alike = likeness(results, found.year, found.region)
    theirs, every = published(results), tuple(practices)
    matched = [_match(results, one, every, found, spreads, alike, theirs) for one in others]
    return tuple(sorted(matched, key=lambda one: (NEEDS.index(one.need), -round(one.worth, 9), one.practice.id)))


def _match(
    results: Results,
    practice: Practice,
    practices: tuple[Practice, ...],
    found: Gaps,
    spreads: Mapping[str, float],
    alike: Mapping[str, float],
    figures: Mapping[tuple[str, str], Figures],
) -> Match:
    gaps = {gap.node.id: gap for gap in found.gaps}
    there = {node.id: node for node in results.nodes}
    need, gap = _need(results, practice, found)
    return Match(
        practice=practice,
        need=need,
        gap=gap,
        size=_size(gap, spreads) if gap is not None and need in ANSWERS else 0.0,
        likeness=alike.get(practice.region or ""),
        conditions=tuple(
            _condition(there[name], gaps.get(name), practice, spreads, figures.get((name, practice.region or ""), ()))
            for name in practice.presupposes
            if name in there
        ),
        unmeasured=tuple(
            there[name]
            for name in practice.indicators
            if name in there and (name not in gaps or gaps[name].today is None)
        ),
        moved=_moved(results, practice, practices).get(gap.node.id) if gap and need in ("gap", "unclear") else None,
    )


@lru_cache(maxsize=500)
def _moved(
    results: Results, practice: Practice, practices: tuple[Practice, ...]
) -> Mapping[str, Literal["more", "same", "less"]]:
    found = evidence(results, practice, practices)
    return {one.node.id: one.verdict for one in found.compared if not one.course_before}


def _need(results: Results, practice: Practice, found: Gaps) -> tuple[Need, Gap | None]:
    if practice.adopters is not None and found.region in practice.adopters.regions:
        return "adopted", None
    if practice.grade == "D":  # nothing to take over is known
        return "unknown", None
    spreads = _spreads(results, found.year)
    wanted = {node.id for node in results.nodes if node.is_leaf}
    known = [gap for gap in found.gaps if gap.state in ("behind", "level", "ahead")]
    own = sorted(
        (gap for gap in known if gap.node.id in practice.indicators),
        key=lambda gap: (-NEEDS.index(_state(gap)), _size(gap, spreads)),
        reverse=True,
    )
    if own:
        return _state(own[0]), own[0]
    if not any(name in wanted for name in practice.indicators):
        return "unknown", None
    beside = [gap for gap in known if _state(gap) == "gap" and _is_below(results, gap, practice.sub_dimension)]
    if beside:
        return "nearby", max(beside, key=lambda gap: _size(gap, spreads))
    return "unknown", None


def _state(gap: Gap) -> Need:
    """What an indicator with figures says of a practice that should move it."""
    if gap.state != "behind":
        return "none"
    return "passed" if gap.prospect == "passed" else "gap" if gap.clear else "unclear"


def _is_below(results: Results, gap: Gap, name: str) -> bool:
    """Whether the indicator of a gap stands somewhere below a node."""
    parents = {node.id: node.parent for node in results.nodes}
    at = gap.node.parent
    while at is not None and at != name:
        at = parents[at]
    return at is not None


def _size(gap: Gap, spreads: Mapping[str, float]) -> float:
    """Standard deviations behind the goal; below 0 ahead of it."""
    if gap.today is None or gap.goal is None:
        return 0.0
    apart = gap.node.sign * (_scaled(gap.node, gap.goal) - _scaled(gap.node, gap.today))
    return apart / spreads[gap.node.id] if spreads.get(gap.node.id) else 0.0


def _condition(
    node: Node,
    gap: Gap | None,
    practice: Practice,
    spreads: Mapping[str, float],
    figures: Figures,
) -> Condition:
    if gap is None or gap.today is None or gap.figure_year is None:
        return Condition(node, None, None, None)
    mine = gap.today, gap.figure_year
    theirs = first_after(node, figures, practice.started, gap.figure_year)
    if theirs is None:
        return Condition(node, mine, None, None)
    behind = node.sign * (_scaled(node, theirs[0]) - _scaled(node, mine[0]))
    clearly = behind > TOLERATED * spreads.get(node.id, 0.0) and clearly_apart(node, theirs[0], mine[0])
    return Condition(node, mine, theirs, not clearly)


def _scaled(node: Node, value: float) -> float:
    return float(np.log(value)) if node.log and value > 0 else value


@lru_cache(maxsize=20)
def _spreads(results: Results, year: int) -> Mapping[str, float]:
    """The standard deviation of all regions' figures behind a year, by indicator; of logarithms where it is so scaled.

    Indicators whose figures do not differ are left out.
    """
    rows = results.table("SELECT node, value FROM denominated WHERE year = ?", [year])
    logs = {node.id for node in results.nodes if node.log}
    found = {}
    for node, values in rows.groupby("node")["value"]:
        figures = values.to_numpy(dtype=np.float64)
        sd = float(np.std(np.log(figures[figures > 0]) if node in logs else figures))
        if sd > 0:
            found[str(node)] = sd
    return found
