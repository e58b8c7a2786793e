"""The smallest set of changes where scores do not simply add up: every set by size, then boxes of values halved.

What is needed of the method is that a better figure never lowers the root's score, which holds for every mean but the
one of Mazziotta and Pareto, whose penalty for imbalance a better figure can raise (so `monotone`).

- A set of levers can reach the target only if it does with each at its limit. So sets are tried by size, and the
  first size at which one reaches it is the fewest.
- A box is a set with the least and the most steps of each of its levers. It holds nothing that reaches the target
  unless its upper corner does; no lever in it can stand below the value at which the target is missed with all others
  at their most; and no choice in it has a lesser sum of shares than its lower corner then. Boxes are halved until the
  lower corner of each is no less than the best choice found: then that one is the least.

Branch and bound, as in Land and Doig (1960), "An automatic method of solving discrete programming problems". A run
that would take too long stops with the best choice found so far, or with the levers that it cannot do without at their
limits, and says that it is not proven.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np
from numpy.typing import NDArray

from metrics.tree import Node
from metrics.way_up_levers import Lever, Matrix
from metrics.way_up_linear import Choice

Steps = NDArray[np.int64]  # choices x levers: which value of each, counted from 1; 0 leaves it as it is
Gauge = Callable[[Steps], Matrix]  # the root's score of each choice

# Choices that are scored before a search gives up; boxes and sets at a time.
MOST = 4_000_000
_BATCH = 4096
# About what narrowing a box takes: a batch is no larger than what is left allows.
_PER_BOX = 50
# What is less by less is the same.
_LESS = 1e-9


@dataclass(frozen=True)
class Found:
    """The smallest choice, None where none reaches the target; `proven` says whether there is no smaller one."""

    choice: Choice | None
    proven: bool


def monotone(nodes: Sequence[Node]) -> bool:
    """Whether a better figure never lowers the root's score."""
    return all(node.is_leaf or node.aggregate != "mazziotta_pareto" for node in nodes)


def smallest_found(
    levers: Sequence[Lever], gauge: Gauge, target: float, banned: Sequence[frozenset[int]], most: int = MOST
) -> Found:
    """The choice with the fewest levers, then the least sum of shares, whose score is `target` or more.

    `banned` are sets of levers, by place, that no choice may contain.
    """
    search = _Search(levers, gauge, target, most)
    for size in range(1, len(levers) + 1):
        reaching = search.reaching(size, banned)
        if len(reaching):
            return search.least(reaching)
        if search.spent:
            return Found(None if banned else search.spared(), False)
    return Found(None, True)


class _Search:
    """One target, with what has been scored for it so far."""

    def __init__(self, levers: Sequence[Lever], gauge: Gauge, target: float, most: int) -> None:
        self.gauge, self.target, self.left = gauge, target, most
        self.tops = np.array([len(lever.values) for lever in levers])
        self.shares = np.zeros((len(levers), max(self.tops, default=0) + 1))
        for row, lever in zip(self.shares, levers, strict=True):
            row[1 : len(lever.shares) + 1] = lever.shares

    @property
    def spent(self) -> bool:
        return self.left <= 0

    def reaches(self, choices: Steps) -> NDArray[np.bool_]:
        self.left -= len(choices)
        return np.asarray(self.gauge(choices) >= self.target)

    def costs(self, choices: Steps) -> Matrix:
        return np.asarray(self.shares[np.arange(len(self.tops)), choices].sum(axis=1))

    def reaching(self, size: int, banned: Sequence[frozenset[int]]) -> Steps:
        """The sets of so many levers that reach the target with each at its limit, as choices."""
        found = [np.empty((0, len(self.tops)), dtype=np.int64)]
        every = combinations(range(len(self.tops)), size)
        while not self.spent and (sets := list(islice(every, min(_BATCH, self.left)))):
            held = [chosen for chosen in sets if not any(one <= set(chosen) for one in banned)]
            if held:
                corners = np.zeros((len(held), len(self.tops)), dtype=np.int64)
                np.put_along_axis(corners, np.array(held), self.tops[np.array(held)], axis=1)
                found.append(corners[self.reaches(corners)])
        return np.concatenate(found)

    def least(self, tops: Steps) -> Found:
        """The least sum of shares below these upper corners, each of which reaches the target."""
        low, high = np.minimum(tops, 1), tops
        best, least = tops[0], float(self.costs(tops[:1])[0])
        while len(low) and not self.spent:
            order = np.argsort(self.costs(low), kind="stable")
            batch = min(_BATCH, max(1, self.left // _PER_BOX))
            now, later = order[:batch], order[batch:]
            some_low, some_high = self._raised(low[now], high[now])
            tried = self._lowered(some_low, some_high)
            sums = self.costs(tried)
            if len(sums) and sums.min() < least - _LESS:
                best, least = tried[sums.argmin()], float(sums.min())
            low, high = self._halved(some_low, some_high, low[later], high[later])
            open_ = self.costs(low) < least - _LESS
            low, high = low[open_], high[open_]
        return Found(tuple(int(step) for step in best), not len(low))

    def spared(self) -> Choice | None:
        """Every lever at its limit, but those without which the target is still reached; None where it is not."""
        choice = self.tops[None].copy()
        if not self.reaches(choice)[0]:
            return None
        for at in range(len(self.tops)):
            less = choice.copy()
            less[0, at] = 0
            if self.reaches(less)[0]:
                choice = less
        return tuple(int(step) for step in choice[0])

    def _raised(self, low: Steps, high: Steps) -> tuple[Steps, Steps]:
        """Boxes that reach the target, without the values of each lever that miss it whatever the others do."""
        reached = self.reaches(high)
        low, high = low[reached], high[reached]
        return np.column_stack([self._first(high, at, low[:, at]) for at in range(len(self.tops))]), high

    def _lowered(self, low: Steps, high: Steps) -> Steps:
        """One choice of each box that reaches the target: from the upper corner down, lever by lever."""
        choices = high.copy()
        for at in range(len(self.tops)):
            choices[:, at] = self._first(choices, at, low[:, at])
        return choices

    def _first(self, choices: Steps, at: int, least: Steps) -> Steps:
        """The first step of a lever, from `least` to its own, with which each choice still reaches the target."""
        low, high = least.copy(), choices[:, at].copy()
        while (open_ := np.flatnonzero(low < high)).size:
            middle = (low[open_] + high[open_]) // 2
            tried = choices[open_]
            tried[:, at] = middle
            reached = self.reaches(tried)
            high[open_[reached]] = middle[reached]
            low[open_[~reached]] = middle[~reached] + 1
        return high

    def _halved(self, low: Steps, high: Steps, *others: Steps) -> tuple[Steps, Steps]:
        """Boxes cut in two where their shares lie furthest apart, beside others; a box of one choice is done."""
        levers = np.arange(len(self.tops))
        widths = np.where(low < high, self.shares[levers, high] - self.shares[levers, low], -1.0)
        open_ = np.flatnonzero((low < high).any(axis=1))
        at = widths[open_].argmax(axis=1)
        low, high = low[open_], high[open_]
        rows = np.arange(len(open_))
        middle = (low[rows, at] + high[rows, at]) // 2
        upper_low, lower_high = low.copy(), high.copy()
        upper_low[rows, at], lower_high[rows, at] = middle + 1, middle
        return np.concatenate([low, upper_low, others[0]]), np.concatenate([lower_high, high, others[1]])
