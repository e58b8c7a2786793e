"""One year scored again under a visitor's own weights, nominally and with bands, quick enough for a slider.

Indicators keep their scores whatever the weights are. They are prepared once, for the framework as it is and for
each draw of its default run (metrics.robustness), and shared by all visitors; new weights only aggregate and rank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.aggregate import aggregate_tree
from metrics.bands import HIGH, LOW, Bands, bands_of, quantiles
from metrics.draws.assumptions import declared_range, default_assumptions, mapped, settled
from metrics.draws.cells import counted, read_cells
from metrics.draws.leaves import Variant, covered_cells, leaf_scores
from metrics.draws.parameters import draw_parameters
from metrics.draws.places import ranks
from metrics.draws.tree import coverages, root_scores
from metrics.draws.written import framework_text
from metrics.framework import Framework
from metrics.problems import InputProblems, Problem
from metrics.results import Results
from metrics.robustness import DRAWS, SEED
from metrics.tree import Node

Matrix = NDArray[np.float64]
_NEED_POSITIVE = ("geometric", "harmonic", "power")


@dataclass(frozen=True, eq=False)
class Prepared:
    """What a year's scores are aggregated from.

    nodes     those that count, the root first
    regions   region, name, kind, province, island in file order
    scores    the normalised scores by indicator, an array over regions, NaN where there is none
    covered   indicators x regions: 1 where there is a figure of the year itself
    kinds     the regions of each kind, those without one together
    factors   draws x nodes: what each draw multiplies the weights with, 0 for what it leaves out
    variants  the normalised scores of the draws, by the choices that they made
    """

    framework: Framework
    year: int
    nodes: tuple[Node, ...]
    regions: pd.DataFrame
    scores: Mapping[str, Matrix]
    covered: Matrix
    kinds: tuple[NDArray[np.bool_], ...]
    factors: Matrix
    variants: tuple[Variant, ...]


def prepare(results: Results, year: int, draws: int = DRAWS, seed: int = SEED) -> Prepared:
    """Everything but the weights. Raises ValueError for a year not scored, InputProblems as the default run does."""
    nodes = counted(results.nodes)
    varied = default_assumptions(nodes)
    parameters = draw_parameters(varied, nodes, draws, seed)
    cells = read_cells(results, year, [settled(nodes, chosen) for _, chosen in varied.combinations()])
    regions = results.regions()[["region", "name", "kind", "province", "island"]]
    normalised = results.table("SELECT region, node, value FROM normalised WHERE year = ?", [year])
    by_node = normalised.pivot(index="region", columns="node", values="value").reindex(regions["region"])
    return Prepared(
        results.framework,
        year,
        nodes,
        regions,
        {leaf.id: by_node[leaf.id].to_numpy(dtype=np.float64) for leaf in nodes if leaf.is_leaf},
        covered_cells(nodes, cells),
        tuple(np.array(cells.kinds) == kind for kind in sorted(set(cells.kinds))),
        parameters.weights / [node.weight for node in nodes],
        leaf_scores(parameters, nodes, cells),
    )


def settled_weights(nodes: Sequence[Node], weights: Mapping[str, float]) -> dict[str, float]:
    """The weight of every node that counts: 0 also where every child has 0, or the parent."""
    found = {node.id: 1.0 if node.parent is None else float(weights[node.id]) for node in nodes}
    for node in reversed(nodes):
        if not node.is_leaf and not any(found[child.id] for child in nodes if child.parent == node.id):
            found[node.id] = 0.0
    for node in nodes:
        if node.parent is not None and not found[node.parent]:
            found[node.id] = 0.0
    return found


def own_ranking(prepared: Prepared, weights: Mapping[str, float], bands: Bands | None = None) -> pd.DataFrame:
    """What `Results.ranking` gives for the framework with these weights by node id, without the dimensions.

    With `bands`, columns rank_low, rank_high, rank_in_kind_low and rank_in_kind_high are the ends of the ranks' bands,
    as `Bands.whole` has them. Nothing is ranked where every weight is 0. Raises InputProblems where a mean meets a
    value it cannot take.
    """
    nodes = _weighed(prepared.nodes, weights)
    score = np.full(len(prepared.regions), np.nan)
    coverage = np.zeros(len(prepared.regions))
    if len(nodes) > 1:
        scores = aggregate_tree(nodes, prepared.scores)
        _check(nodes, scores, prepared)
        score, coverage = scores[nodes[0].id], _coverage(prepared, nodes)
    maturity = prepared.framework.maturity
    placed = ~np.isnan(score)
    if maturity is not None:
        placed &= coverage >= maturity.minimum_coverage - 1e-9
    counted_scores = np.where(placed, score, np.nan)[None]
    rank, rank_in_kind = ranks(counted_scores)[0], np.zeros(len(score), dtype=np.int32)
    ranked_in_kind = np.zeros(len(score), dtype=np.int64)
    for mine in prepared.kinds:
        rank_in_kind[mine], ranked_in_kind[mine] = ranks(counted_scores[:, mine])[0], placed[mine].sum()
    order = np.argsort(np.where(placed, rank, len(rank) + 1), kind="stable")
    columns: dict[str, Any] = {
        "score": score,
        "rank": _numbers(rank),
        "ranked": np.full(len(score), placed.sum()),
        "rank_in_kind": _numbers(rank_in_kind),
        "ranked_in_kind": _numbers(np.where(placed, ranked_in_kind, 0)),
        "coverage": coverage,
        "maturity": _levels(prepared, score, placed),
    }
    if bands is not None:
        columns |= _ends("rank", bands.ranks) | _ends("rank_in_kind", bands.ranks_in_kind)
    table = pd.concat([prepared.regions, pd.DataFrame(columns)], axis=1)
    return table.take(order).reset_index(drop=True)


def own_bands(prepared: Prepared, weights: Mapping[str, float]) -> Bands:
    """How far these ranks and scores can be trusted: the default run's draws, around these weights."""
    nodes, maturity = prepared.nodes, prepared.framework.maturity
    settled_ones = settled_weights(nodes, weights)
    kept = [place for place, node in enumerate(nodes) if settled_ones[node.id] > 0]
    drawn = prepared.factors[:, kept] * [settled_ones[nodes[place].id] for place in kept]
    _empty([nodes[place] for place in kept], drawn)
    codes, kinds = tuple(prepared.regions["region"]), tuple(prepared.regions["kind"].fillna(""))
    scores = np.full((len(drawn), len(codes)), np.nan)
    written = declared_range(nodes)
    leaves = [node.id for node in nodes if node.is_leaf]
    for variant in prepared.variants if len(kept) > 1 else ():
        tree, mine = [variant.nodes[place] for place in kept], drawn[variant.draws]
        held = {node.id: variant.scores[node.id] for node in tree if node.is_leaf}
        found = root_scores(tree, held, mine)
        if maturity is not None and maturity.minimum_coverage > 0:
            covered = coverages(tree, prepared.covered[[leaves.index(name) for name in held]], mine)
            found[covered < maturity.minimum_coverage - 1e-9] = np.nan
        reached = declared_range(variant.nodes)
        if reached != written:
            found = np.full_like(found, np.nan) if not (written and reached) else mapped(found, reached, written)
        scores[variant.draws] = found
    return bands_of(codes, kinds, scores)


def own_framework(prepared: Prepared, weights: Mapping[str, float]) -> str:
    """The framework file with these weights, as YAML: `score` gives `own_ranking` for it.

    What has weight 0 is shown beside the score. Raises ValueError where every weight is 0.
    """
    found = settled_weights(prepared.nodes, weights)
    if not found[prepared.nodes[0].id]:
        raise ValueError("every weight is 0")
    return framework_text(prepared.framework, prepared.nodes, prepared.nodes, found, "(own weights)")


def _weighed(nodes: Sequence[Node], weights: Mapping[str, float]) -> list[Node]:
    """The tree with these weights, without what has none."""
    found = settled_weights(nodes, weights)
    return [replace(node, weight=found[node.id]) for node in nodes if found[node.id] > 0]


def _coverage(prepared: Prepared, nodes: Sequence[Node]) -> Matrix:
    leaves = [node.id for node in prepared.nodes if node.is_leaf]
    plain = [replace(node, aggregate="arithmetic", p=None, minimum_coverage=0.0) for node in nodes]
    found = aggregate_tree(plain, dict(zip(leaves, prepared.covered, strict=True)))
    return np.round(found[nodes[0].id], 12)


def _check(nodes: Sequence[Node], scores: Mapping[str, Matrix], prepared: Prepared) -> None:
    """Means that need values above 0 get no others: a part left out can leave a composite at 0."""
    by_id = {node.id: node for node in nodes}
    for child in nodes:
        parent = by_id.get(child.parent or "")
        if parent is None or parent.aggregate not in _NEED_POSITIVE:
            continue
        bad = scores[child.id] < 0 if parent.aggregate == "power" and (parent.p or 1) > 0 else scores[child.id] <= 0
        if bad.any():
            place = int(np.flatnonzero(bad)[0])
            details = {
                "key": parent.id, "aggregate": parent.aggregate, "child": child.id, "year": prepared.year,
                "region": prepared.regions["region"].iloc[place], "value": float(scores[child.id][place]),
            }  # fmt: skip
            raise InputProblems([Problem("mean-not-positive", details=details)])


def _levels(prepared: Prepared, score: Matrix, placed: NDArray[np.bool_]) -> NDArray[np.object_]:
    """The level of each region as a text, as the chain has it: `x` where there is none, None without a scale."""
    if (maturity := prepared.framework.maturity) is None:
        return np.full(len(score), None, dtype=object)
    cuts = [level.from_ for level in maturity.levels]
    names = np.array(["x", *(str(number) for number in range(1, len(cuts) + 1))], dtype=object)
    level = np.maximum(np.searchsorted(cuts, np.round(score, 9), side="right"), 1)
    return np.asarray(names[np.where(placed, level, 0)])


def _ends(name: str, drawn: NDArray[np.int32]) -> dict[str, Matrix]:
    """Both ends of the band of each rank, draws x regions, as whole numbers; NaN where there is no nominal rank."""
    low, high = quantiles(np.where(drawn > 0, drawn, np.nan).astype(np.float32), (LOW, HIGH))
    ends = {f"{name}_low": np.floor(low.round(9)), f"{name}_high": np.ceil(high.round(9))}
    return {end: np.where(drawn[0] > 0, places, np.nan) for end, places in ends.items()}


def _numbers(places: NDArray[np.integer]) -> pd.Series[int]:
    """Whole numbers, missing where there is none."""
    return pd.Series(pd.arrays.IntegerArray(places.astype(np.int64), places == 0))


def _empty(nodes: Sequence[Node], drawn: Matrix) -> None:
    """A composite that a draw leaves without children is left out of its parent in that draw."""
    for place in reversed(range(len(nodes))):
        children = [i for i, child in enumerate(nodes) if child.parent == nodes[place].id]
        if children:
            drawn[drawn[:, children].sum(axis=1) == 0, place] = 0.0
