"""What another way of weighing one composite would change: its weights, and where every region would stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from metrics.comparison import Comparison, children_scores, compare, favoured, side, weighed
from metrics.results import Results
from metrics.tree import Node
from metrics.weighting.ahp import Experts, ahp
from metrics.weighting.benefit_of_the_doubt import Benefit, benefit_of_the_doubt
from metrics.weighting.budget import Budget, budget
from metrics.weighting.critic import Critic, critic
from metrics.weighting.entropy import Entropy, entropy
from metrics.weighting.equal_influence import Influence, equal_influence
from metrics.weighting.experts import Answers, matrices, points
from metrics.weighting.matrix import Matrix, NoWeights
from metrics.weighting.pca import Components, pca

# In the order in which they are offered: what reads figures first, what asks experts last.
METHODS = ("equal_influence", "benefit_of_the_doubt", "pca", "squared_loadings", "entropy", "critic", "ahp", "budget")
ASKING = ("ahp", "budget")
Found = Influence | Benefit | Components | Entropy | Critic | Experts | Budget


@dataclass(frozen=True, eq=False)
class Outcome:
    """A method on one composite.

    own         the framework's weight of each child, with the sum 1
    weights     those of the method, None where it offers none
    low, high   between what they lie: over regions (benefit of the doubt) or several experts; else None
    found       what the method says beside the weights, None where it `refused`
    comparison  the framework beside the same with these weights; None without weights or without a ranked region
    """

    node: Node
    children: tuple[Node, ...]
    own: Matrix
    weights: Matrix | None
    low: Matrix | None
    high: Matrix | None
    found: Found | None
    refused: NoWeights | None
    comparison: Comparison | None

    def points(self) -> dict[str, int]:
        """The weights as whole points of 100, by child; empty without weights."""
        if self.weights is None:
            return {}
        return {child.id: round(100 * float(w)) for child, w in zip(self.children, self.weights, strict=True)}


def try_method(
    results: Results, year: int, name: str, method: str, *, answers: Answers = (), spread: float = 0.5
) -> Outcome:
    """A method of `METHODS` on the composite `name`; `answers` are the experts' (metrics.weighting.experts).

    Raises KeyError for another method or composite.
    """
    node = results.node(name)
    children = parts(results, name)
    own = np.array([child.weight for child in children])
    scores = children_scores(results, year, name).to_numpy()
    found: Found | None = None
    weights: Matrix | None = None
    low: Matrix | None = None
    high: Matrix | None = None
    refused = None
    try:
        found = _found(method, scores, len(children), answers, spread)
    except NoWeights as error:
        refused = error
    match found:
        case Components():
            weights = found.weights if method == "pca" else found.squared
        case Experts():
            weights = found.together.weights
            if len(found.each) > 1:
                each = np.array([expert.weights for expert in found.each])
                low, high = each.min(axis=0), each.max(axis=0)
        case Budget():
            weights = found.weights
            if weights is not None and (found.left == 0).sum() > 1:
                low, high = found.lowest / 100, found.highest / 100
        case Benefit():
            weights = found.weights
            low, high = np.nanmin(found.own, axis=0), np.nanmax(found.own, axis=0)
        case Influence() | Entropy() | Critic():
            weights = found.weights
    comparison = None
    if weights is not None:
        named = dict(zip((child.id for child in children), weights.tolist(), strict=True))
        other = (
            favoured(results, year, name, found) if isinstance(found, Benefit) else weighed(results, year, name, named)
        )
        comparison = compare(side(results, year), other)
    whole = comparison if comparison is not None and comparison.ranked else None
    return Outcome(node, children, own / own.sum(), weights, low, high, found, refused, whole)


def parts(results: Results, name: str) -> tuple[Node, ...]:
    """The children that count of a composite, each called by what is measured of it."""
    found = (child for child in results.children(name) if child.counts)
    return tuple(replace(child, title=results.measured(child.id).title) for child in found)


def _found(method: str, scores: Matrix, children: int, answers: Answers, spread: float) -> Found:
    match method:
        case "equal_influence":
            return equal_influence(scores)
        case "benefit_of_the_doubt":
            return benefit_of_the_doubt(scores, spread)
        case "pca" | "squared_loadings":
            return pca(scores)
        case "entropy":
            return entropy(scores)
        case "critic":
            return critic(scores)
        case "ahp":
            return ahp(matrices(answers, children))
        case "budget":
            return budget(points(answers))
    raise KeyError(method)


def outside(comparison: Comparison, ranking: pd.DataFrame) -> int | None:
    """How many regions would leave the band of their rank; `ranking` has the bands (metrics.banded).

    None where there are none, or where not the same regions are ranked, so that ranks are of another number.
    """
    known = ranking.set_index("region").dropna(subset="rank_low")
    if set(known.index) != set(comparison.regions.index):
        return None
    rank = comparison.regions["rank_other"].reindex(known.index)
    return int(((rank < known["rank_low"]) | (rank > known["rank_high"])).sum())


def groups_of(results: Results, name: str) -> Mapping[str, str]:
    """The child of a composite that each indicator below it is in: variable -> node."""
    inside = {child.id: child.id for child in results.children(name)}
    for node in results.nodes:
        if node.parent in inside:
            inside[node.id] = inside[node.parent]
    return {node.variable: inside[node.id] for node in results.nodes if node.is_leaf and node.id in inside}
