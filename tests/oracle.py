"""The scoring method a second time: plain Python, one loop a rule, no database.

The engine is held to this in `test_chain_against_oracle.py`, and this to a published run in `test_oracle.py`.
It follows the text of the method, not the engine: nothing is shared between them, so an error has to be made
twice to stay unseen. Slow on purpose where slow is plainer. It takes a framework as parsed from its file and
does not validate it; what the method itself calls an error raises `Refused`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle_indicators import (
    Cell,
    Column,
    denominate,
    deviation,
    find_figures,
    impute,
    normalise,
    treat,
)
from tests.oracle_tree import Node, Refused, exactly, read_tree, weight_of

Figure = tuple[str, str, int, float | None]  # region, variable, year, value
Key = tuple[int, str, str]  # year, region, node
Tables = dict[str, dict[Key, Any]]

STEPS = ("raw", "denominated", "imputed", "treated", "normalised")
RESULTS = ("score", "rank", "coverage", "maturity")


def score(framework: dict[str, Any], regions: list[dict[str, Any]], figures: list[Figure]) -> Tables:
    """Every table of the chain: name -> (year, region, node) -> value.

    `raw` to `normalised` hold indicators and no missing cells; `score`, `rank` and `coverage` have a row for
    every scored year, region and node that is not wanted, None where there is none; `maturity` the root's.
    """
    root = read_tree(framework)
    series: dict[tuple[str, str], dict[int, float]] = {}
    for region, variable, year, value in figures:
        if value is not None:
            series.setdefault((region, variable), {})[year] = float(value)
    by_id = {region["region"]: region for region in regions}
    cells = [(year, region) for year in scored_years(framework, root, series) for region in by_id]

    tables: Tables = {name: {} for name in STEPS + RESULTS}
    scores: dict[str, Column] = {}
    coverage: dict[str, dict[Cell, Fraction]] = {}

    def keep(name: str, node: Node, column: Mapping[Cell, Any]) -> None:
        tables[name].update({(year, region, node.id): value for (year, region), value in column.items()})

    nodes = [node for node in root.walk() if node.status != "wanted"]
    for node in reversed(nodes):  # children before their parents
        if node.children:
            scores[node.id] = aggregate(node, scores, cells)
            coverage[node.id] = {cell: covered(node, coverage, cell) for cell in cells}
            continue
        since = find_figures(node, cells, series)
        raw = {cell: series[cell[1], node.variable][year] for cell, year in since.items()}
        denominated = denominate(node, raw, since, series)
        imputed = impute(node, denominated, cells, by_id)
        treated = treat(node, imputed)
        scores[node.id] = normalise(node, treated)
        # A carried figure is not of its year, an imputed one is no figure: neither covers.
        coverage[node.id] = {c: Fraction(c in denominated and since[c] == c[0]) for c in cells}
        for name, column in zip(STEPS, (raw, denominated, imputed, treated, scores[node.id]), strict=True):
            keep(name, node, column)

    for node in nodes:
        ranked = scores[node.id]
        if node is root:
            levels = {cell: level(framework, ranked.get(cell), coverage[root.id][cell]) for cell in cells}
            keep("maturity", root, levels)
            ranked = {cell: x for cell, x in ranked.items() if levels[cell] != "x"}
        ranks = rank(ranked)
        keep("score", node, {cell: scores[node.id].get(cell) for cell in cells})
        keep("rank", node, {cell: ranks.get(cell) for cell in cells})
        keep("coverage", node, {cell: float(coverage[node.id][cell]) for cell in cells})
    return tables


def scored_years(
    framework: Mapping[str, Any], root: Node, series: Mapping[tuple[str, str], Mapping[int, float]]
) -> list[int]:
    if framework.get("years"):
        first, last = framework["years"]
        return list(range(first, last + 1))
    active = {node.variable for node in root.walk() if not node.children and node.status == "active"}
    return sorted({year for (_, variable), years in series.items() if variable in active for year in years})


def aggregate(node: Node, scores: Mapping[str, Column], cells: Sequence[Cell]) -> Column:
    needed = exactly(node.settings["minimum_coverage"] or 0)
    present: dict[Cell, list[Node]] = {}
    for cell in cells:
        parts = [part for part in node.parts if cell in scores[part.id]]
        if parts and weight_of(parts) / weight_of(node.parts) >= needed:
            present[cell] = parts
    using = node.settings["aggregate"] or "arithmetic"
    if using == "copeland":
        return copeland(present, scores)
    result = {}
    for cell, parts in present.items():
        weights, x = [float(part.weight) for part in parts], [scores[part.id][cell] for part in parts]
        result[cell] = combine(node, using, weights, x)
    return result


def combine(node: Node, using: str, weights: Sequence[float], x: Sequence[float]) -> float:
    def weighted(values: Iterable[float]) -> float:
        return math.fsum(w * value for w, value in zip(weights, values, strict=True)) / math.fsum(weights)

    if using == "arithmetic":
        return weighted(x)
    if using == "minimum":
        return min(x)
    if using == "mazziotta_pareto":
        centre = weighted(x)
        if centre == 0:
            raise Refused(f"{node.id}: mazziotta_pareto around a mean of 0")
        return centre - deviation(x) ** 2 / centre
    p = {"geometric": 0, "harmonic": -1}.get(using, node.settings["p"])  # all three are power means
    if min(x) < 0 or (min(x) == 0 and p <= 0):
        raise Refused(f"{node.id}: {using} mean of {min(x)}")
    if using == "geometric":
        return math.exp(weighted(math.log(value) for value in x))
    if using == "harmonic":
        return 1 / weighted(1 / value for value in x)
    if using == "power":
        return float(weighted(value**p for value in x) ** (1 / p))
    raise Refused(f"{node.id}: aggregate {using}")


def copeland(present: Mapping[Cell, Sequence[Node]], scores: Mapping[str, Column]) -> Column:
    """Wins less losses against the other scored regions of the year, over the children both have.

    Children are equal when they are equal to 9 decimals, as in ranking; the weights are exact.
    """
    result = {}
    for cell, parts in present.items():
        balance = 0
        for other, other_parts in present.items():
            shared = [part for part in parts if part in other_parts]
            if other == cell or other[0] != cell[0] or not shared:
                continue
            ahead = Fraction(0)
            for part in shared:
                difference = round(scores[part.id][cell], 9) - round(scores[part.id][other], 9)
                ahead += part.weight * (1 if difference > 0 else Fraction(1, 2) if difference == 0 else 0)
            outranking = ahead / weight_of(shared)
            balance += (outranking > Fraction(1, 2)) - (outranking < Fraction(1, 2))
        result[cell] = float(balance)
    return result


def covered(node: Node, coverage: Mapping[str, Mapping[Cell, Fraction]], cell: Cell) -> Fraction:
    parts = node.parts
    return sum((part.weight * coverage[part.id][cell] for part in parts), Fraction(0)) / weight_of(parts)


def rank(column: Column) -> dict[Cell, int]:
    """Within each year 1 = best; ties, to 9 decimals, share the smaller number."""
    rounded = {cell: round(x, 9) for cell, x in column.items()}
    return {
        cell: 1 + sum(other > x for (year, _), other in rounded.items() if year == cell[0])
        for cell, x in rounded.items()
    }


def level(framework: Mapping[str, Any], root_score: float | None, coverage: Fraction) -> str | None:
    maturity = framework.get("maturity")
    if not maturity:
        return None
    if root_score is None or coverage < exactly(maturity.get("minimum_coverage", 0)):
        return "x"
    return str(max(1, sum(round(root_score, 9) >= cut_off["from"] for cut_off in maturity["levels"])))
