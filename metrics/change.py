"""Why a score and a rank changed: split exactly into five parts that add up.

Between two years, or two versions of data or framework, five things can differ (`metrics.change_states`): the
region's own figures, the others', weights, method, and coverage. What each of them did is Shapley's value (1953)
over the 32 ways to take some from before and the rest from after: its mean effect over all orders in which the
five can be exchanged. The parts add up to the change, of the score and of the ranks alike.

Figures are compared on a fixed basket: the indicators of which the region has a figure of the year itself on both
sides (in two versions of one year: a figure of the same year), with no break of the series between. What is not in
it is named with the reason. Where both sides rank the region and nothing was broken or carried, the basket is all
that they share, and the split is of the two scores as published: taking out what only the earlier side has, before,
and putting in what only the later one has, after, is coverage too. Otherwise it is of the scores over the basket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from metrics.change_states import FACTORS, MEASURES, Flags, Pair, end, measured, pair_of, states
from metrics.figure_error import clearly_apart
from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]
# Why an indicator is not compared. What only one side has need not keep the two scores apart; the others do.
ONE_SIDED = ("only_before", "only_after")


@dataclass(frozen=True)
class Apart:
    """An indicator that is not compared, and why.

    only_before, only_after   the other side has no figure of it, or not the indicator
    neither                   no figure on either side
    break                     its series began anew in `year`
    carried                   a figure is older than its side: of `year`
    different                 the two frameworks measure something else by this name
    reference                 measured against a reference region, which moves from year to year
    """

    node: Node
    reason: str
    year: int | None = None


@dataclass(frozen=True)
class Step:
    """What one compared indicator did to the score: its figures in natural units, and points of the own part.

    `clear` says that the figures differ by more than their own errors, at 90 percent.
    """

    node: Node
    before: float
    after: float
    points: float
    clear: bool


@dataclass(frozen=True)
class Moved:
    """A measure before and after, and its change by factor (`FACTORS`); a rank that got better has fallen."""

    before: float
    after: float
    parts: Mapping[str, float]

    @property
    def change(self) -> float:
        """After less before: what the parts add up to."""
        return self.after - self.before

    def between(self, decimals: int) -> float:
        """The change between before and after as they are written, with so many decimals."""
        return round(round(self.after, decimals) - round(self.before, decimals), decimals)


@dataclass(frozen=True)
class Change:
    """Why a region's score and ranks moved from one side to the other.

    `whole` says that the scores before and after are the published ones, else they are over what is compared.
    `share` is the weight that is compared in the later headline. `ranked` and `ranked_in_kind` are the regions
    ranked before and after, `came` and `left` those that are ranked on one side only.
    """

    region: str
    years: tuple[int, int]
    score: Moved
    rank: Moved
    rank_in_kind: Moved
    ranked: tuple[int, int]
    ranked_in_kind: tuple[int, int]
    came: int
    left: int
    steps: tuple[Step, ...]
    apart: tuple[Apart, ...]
    share: float
    whole: bool

    @property
    def breaks(self) -> tuple[Apart, ...]:
        """The indicators whose series began anew between the two sides."""
        return tuple(one for one in self.apart if one.reason == "break")


def change(before: tuple[Results, int], after: tuple[Results, int], region: str) -> Change | tuple[Apart, ...]:
    """Why the region moved from one side to the other, each given as results and year; see `change_of`."""
    return change_of(pair_of(before, after), region)


def change_of(pair: Pair, region: str) -> Change | tuple[Apart, ...]:
    """Why the region moved; where nothing can be compared, what stands in the way.

    Nothing stands there where two methods do not go together: means of the one, say, over scores of the other.
    Raises ValueError for a region that neither side has.
    """
    at = pair.regions.index(region)
    basket, apart = _compared(pair, at)
    if not basket:
        return apart
    ends = (end(pair, 0, basket), end(pair, 1, basket))
    if any(np.isnan(scores[at]) for scores in ends):
        return apart
    fields = (~np.isnan(ends[0]), ~np.isnan(ends[1]))
    found = states(pair, at, basket, fields)
    if np.isnan(found.values).any() or np.isnan(found.own).any():
        return apart
    parts = _shapley(found.values)
    first, last = found.values[(0,) * len(FACTORS)], found.values[(1,) * len(FACTORS)]
    wider = _published(pair, at, apart)
    if wider is not None:
        (start, fields_before), (stop, fields_after) = wider
        parts[FACTORS.index("coverage")] += (first - start) + (stop - last)
        first, last, fields = start, stop, (fields_before, fields_after)
    score, rank, rank_in_kind = (
        Moved(float(first[i]), float(last[i]), dict(zip(FACTORS, parts[:, i].tolist(), strict=True)))
        for i in range(len(MEASURES))
    )
    own = np.tensordot(_chances(len(FACTORS) - 1), found.own, axes=len(FACTORS) - 1)
    kin = [pair.kinds[side] == pair.kinds[side][at] for side in (0, 1)]
    return Change(
        region,
        (pair.sides[0].year, pair.sides[1].year),
        score,
        rank,
        rank_in_kind,
        (int(fields[0].sum()), int(fields[1].sum())),
        (int((fields[0] & kin[0]).sum()), int((fields[1] & kin[1]).sum())),
        int((fields[1] & ~fields[0]).sum()),
        int((fields[0] & ~fields[1]).sum()),
        tuple(
            _step(pair.sides[1].leaves[leaf], _figures(pair, leaf, at), float(points))
            for leaf, points in zip(basket, own, strict=True)
        ),
        apart,
        _share(pair.sides[1].nodes, basket),
        wider is not None,
    )


def _compared(pair: Pair, region: int) -> tuple[tuple[str, ...], tuple[Apart, ...]]:
    """The basket of a region, and what is not in it."""
    basket, apart = [], []
    for leaf in pair.values:
        before, after = (side.leaves.get(leaf) for side in pair.sides)
        node = after or before
        assert node is not None
        reason, year = _why_apart(pair, before, after, pair.age[leaf][:, region])
        if reason is None:
            basket.append(leaf)
        else:
            apart.append(Apart(node, reason, year))
    return tuple(basket), tuple(apart)


def _why_apart(
    pair: Pair, before: Node | None, after: Node | None, age: NDArray[np.int64]
) -> tuple[str | None, int | None]:
    there = [node is not None and old >= 0 for node, old in zip((before, after), age, strict=True)]
    if not all(there):
        return {(True, False): "only_before", (False, True): "only_after"}.get((there[0], there[1]), "neither"), None
    assert before is not None and after is not None
    if (before.variable, before.per, before.times) != (after.variable, after.per, after.times):
        return "different", None
    first, last = sorted(side.year - int(old) for side, old in zip(pair.sides, age, strict=True))
    starts = [at for at in {*before.breaks, *after.breaks} if first < at <= last]
    if starts:
        return "break", max(starts)
    if pair.sides[0].year == pair.sides[1].year:
        return ("carried", first) if first != last else (None, None)
    if age.any():
        older = int(np.argmax(age))
        return "carried", pair.sides[older].year - int(age[older])
    moving = any(n.normalise.using == "distance_to_reference" and n.normalise.over != "year" for n in (before, after))
    return ("reference", None) if moving else (None, None)


def _published(
    pair: Pair, region: int, apart: tuple[Apart, ...]
) -> tuple[tuple[Matrix, Flags], tuple[Matrix, Flags]] | None:
    """The measures as published before and after, with the regions ranked; None where they cannot be held together."""
    if any(one.reason not in (*ONE_SIDED, "neither") for one in apart):
        return None
    found = []
    for side in (0, 1):
        scores = end(pair, side, tuple(pair.sides[side].leaves))
        if np.isnan(scores[region]):
            return None
        field = ~np.isnan(scores)
        found.append((measured(pair, side, region, scores[None], field)[0], field))
    return found[0], found[1]


def _shapley(values: Matrix) -> Matrix:
    """Shapley's value of each factor: factors x measures, from states with an axis of two a factor."""
    chances = _chances(len(FACTORS) - 1)[..., None]
    axes = tuple(range(len(FACTORS) - 1))
    return np.array([(chances * np.diff(values, axis=i).squeeze(i)).sum(axis=axes) for i in range(len(FACTORS))])


def _chances(others: int) -> Matrix:
    """How likely it is that of the other factors just these stand before one, in an order drawn at random."""
    before = np.indices((2,) * others).sum(axis=0)
    chances = [factorial(n) * factorial(others - n) / factorial(others + 1) for n in range(others + 1)]
    return np.asarray(np.array(chances)[before])


def _step(node: Node, figures: Matrix, points: float) -> Step:
    before, after = figures.tolist()
    return Step(node, before, after, points, before != after and clearly_apart(node, before, after))


def _figures(pair: Pair, leaf: str, region: int) -> Matrix:
    before, after = pair.now
    return np.array([pair.values[leaf][0, before, region], pair.values[leaf][1, after, region]])


def _share(nodes: tuple[Node, ...], leaves: tuple[str, ...]) -> float:
    """The weight of these indicators in the root."""
    share = {nodes[0].id: 1.0}
    for node in nodes[1:]:
        siblings = sum(other.weight for other in nodes if other.parent == node.parent)
        share[node.id] = share[node.parent or ""] * node.weight / siblings
    return sum(share.get(leaf, 0.0) for leaf in leaves)
