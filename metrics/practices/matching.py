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

from metrics.gaps import Gap, Gaps
from metrics.practices.account import CREDIT, account
from metrics.practices.alike import likeness
from metrics.practices.conditions import Condition, condition, scaled, spreads_of
from metrics.practices.entry import Practice
from metrics.practices.evidence import Compared, evidence
from metrics.practices.published import Figures, published
from metrics.results import Results
from metrics.tree import Node

# In the order in which practices are proposed.
Need = Literal["gap", "unclear", "nearby", "unknown", "passed", "none", "adopted"]
NEEDS: tuple[Need, ...] = ("gap", "unclear", "nearby", "unknown", "passed", "none", "adopted")
ANSWERS: tuple[Need, ...] = NEEDS[:3]  # those with a gap behind them
Moved = Literal["more", "same", "less", "worse"]


@dataclass(frozen=True)
class Match:
    """A practice as it looks from one region.

    need        gap      it should move an indicator in which the region is clearly behind its peers
                unclear  so it does, within the error of the figures
                nearby   what it should move has no figure; in another indicator of its sub-dimension the region is
                         clearly behind
                unknown  what it should move has no figure, and nothing else shows a gap
                passed   behind in that year, but a newer figure of the region has passed the goal since
                none     in what it should move the region is not behind
                adopted  the region is among those that took it over
    gap         the widest gap that says so, in the standard deviations of `size`; None for `unknown` and `adopted`
    size        how far behind the region is there, in standard deviations of all regions' figures; 0 without a gap
    likeness    the share of all other regions that are less like the region in structure than the practice's own
                is; None where it is none of the register
    unmeasured  what it should move that has no figure here
    moved       how the indicator of a gap went on in the practice's own region since it started, beside regions like
                that (metrics.practices.evidence); worse where it stands out for the worse and fell back besides;
                None where that cannot be assessed, and where it was on another course before
    """

    practice: Practice
    need: Need
    gap: Gap | None
    size: float
    likeness: float | None
    conditions: tuple[Condition, ...]
    unmeasured: tuple[Node, ...]
    moved: Moved | None = None

    @property
    def answers(self) -> bool:
        """Whether there is a gap that it answers, or may answer."""
        return self.need in ANSWERS

    @property
    def warns(self) -> bool:
        """Whether its lesson, or how its indicator went on there, warns of proposing it before others."""
        return self.practice.lesson is not None or self.moved in ("less", "worse")

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

    By need in the order of `NEEDS`, then by worth, then by id; one that warns after those that answer the same gap
    and do not. Not among them are the region's own practices, those of the province around it, and those with
    nothing to take over: whose title alone is known, or that name no indicator here that they should move.
    """
    leaves = {node.id for node in results.nodes if node.is_leaf}
    province = results.regions().set_index("region")["province"].get(found.region)
    others = [
        one
        for one in practices
        if one.region != found.region and (one.province or "") != province
        if one.grade != "D" and not leaves.isdisjoint(one.indicators)
    ]
    spreads = spreads_of(results, found.year)
    alike = likeness(results, found.year, found.region)
    theirs, every = published(results), tuple(practices)
    matched = [_match(results, one, every, found, spreads, alike, theirs) for one in others]
    return _ordered(matched)


def _ordered(matched: Sequence[Match]) -> tuple[Match, ...]:
    least: dict[tuple[Need, str], float] = {}
    for one in matched:
        if one.gap is not None and not one.warns:
            key = one.need, one.gap.node.id
            least[key] = min(one.worth, least.get(key, one.worth))

    def order(one: Match) -> tuple[int, float, bool, str]:
        cap = least.get((one.need, one.gap.node.id)) if one.warns and one.gap is not None else None
        worth = one.worth if cap is None else min(one.worth, cap)
        return NEEDS.index(one.need), -round(worth, 9), one.warns, one.practice.id

    return tuple(sorted(matched, key=order))


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
            condition(there[name], gaps.get(name), practice, spreads, figures.get((name, practice.region or ""), ()))
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
def _moved(results: Results, practice: Practice, practices: tuple[Practice, ...]) -> Mapping[str, Moved]:
    found = evidence(results, practice, practices)
    return {one.node.id: _verdict(one) for one in found.compared if not one.course_before}


def _verdict(one: Compared) -> Moved:
    return "worse" if one.verdict == "less" and one.node.sign * one.change < 0 else one.verdict


def _need(results: Results, practice: Practice, found: Gaps) -> tuple[Need, Gap | None]:
    if practice.adopters is not None and found.region in practice.adopters.regions:
        return "adopted", None
    spreads = spreads_of(results, found.year)
    known = [gap for gap in found.gaps if gap.state in ("behind", "level", "ahead")]
    own = sorted(
        (gap for gap in known if gap.node.id in practice.indicators),
        key=lambda gap: (-NEEDS.index(_state(gap)), _size(gap, spreads)),
        reverse=True,
    )
    if own:
        return _state(own[0]), own[0]
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
    apart = gap.node.sign * (scaled(gap.node, gap.goal) - scaled(gap.node, gap.today))
    return apart / spreads[gap.node.id] if spreads.get(gap.node.id) else 0.0
