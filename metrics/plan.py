"""The framework as tables, so that the SQL of the chain never depends on the indicators."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import duckdb

from metrics.columns import make_table
from metrics.tree import Node

RANKED = ("rank", "borda", "percentile")


def write_plan(connection: duckdb.DuckDBPyConnection, nodes: Sequence[Node], years: Sequence[int]) -> None:
    """Make the tables scored_year, node, leaf, reach and branch.

    node    every node in file order, with its place in the tree
    leaf    what the steps need of each indicator that has figures (not wanted); settings of
            normalisation are turned: multiplied by the sign, after the logarithm where there is one
    reach   for each leaf and scored year the earliest year a figure may be from
    branch  child and parent with weights, for children that count in their parent
    """
    make_table(connection, "scored_year", {"year": "INTEGER"}, [(year,) for year in years])
    codes = ", ".join("'{}'".format(node.id.replace("'", "''")) for node in nodes)
    connection.execute(f"CREATE TYPE node_code AS ENUM ({codes})")
    make_table(
        connection,
        "node",
        {
            "ordinal": "INTEGER", "node": "node_code", "parent": "node_code", "depth": "INTEGER",
            "status": "VARCHAR", "is_leaf": "BOOLEAN",
        },
        [(i, n.id, n.parent, n.depth, n.status, n.is_leaf) for i, n in enumerate(nodes)],
    )  # fmt: skip
    leaves = [node for node in nodes if node.is_leaf and node.status != "wanted"]
    make_table(connection, "leaf", _LEAF, [_leaf(node) for node in leaves])
    reach = [(node.id, node.variable, year, earliest(node, year)) for node in leaves for year in years]
    columns = {"node": "node_code", "variable": "VARCHAR", "year": "INTEGER", "earliest": "INTEGER"}
    make_table(connection, "reach", columns, reach)
    make_table(connection, "branch", _BRANCH, _branches(nodes))


_LEAF = {
    "node": "node_code", "depth": "INTEGER", "variable": "VARCHAR", "per": "VARCHAR", "times": "DOUBLE",
    "carry_forward": "INTEGER", "impute": "VARCHAR", "impute_by": "VARCHAR",
    "winsorise": "INTEGER", "skew": "DOUBLE", "kurtosis": "DOUBLE", "otherwise": "VARCHAR",
    "sign": "INTEGER", "log": "BOOLEAN", "using": "VARCHAR", "low": "DOUBLE", "high": "DOUBLE",
    "by_year": "BOOLEAN", "worst": "DOUBLE", "best": "DOUBLE", "target": "DOUBLE", "reference": "VARCHAR",
    "mean": "DOUBLE", "sd": "DOUBLE",
}  # fmt: skip


def _leaf(node: Node) -> tuple[object, ...]:
    treat, impute, normalise = node.treat, node.impute, node.normalise
    worst, best = node.goalposts or (None, None)
    return (
        node.id, node.depth, node.variable, node.per, node.times, node.carry_forward,
        impute and impute.using, (impute and impute.by) or "",
        treat and treat.winsorise, treat and treat.skew, treat and treat.kurtosis, treat and treat.otherwise,
        node.sign, node.log, normalise.using, *normalise.range, normalise.over == "year",
        *(None if setting is None else turned(node, setting) for setting in (worst, best, node.target)),
        normalise.reference,
        normalise.mean, normalise.sd,
    )  # fmt: skip


def turned(node: Node, value: float) -> float:
    """A setting in natural units on the scale of normalisation: more is better."""
    return node.sign * (math.log(value) if node.log else value)


def earliest(node: Node, year: int) -> int:
    """The oldest year whose figure may stand for `year`: within reach, and after the last break."""
    return max([year - node.carry_forward, *(start for start in node.breaks if start <= year)])


_BRANCH = {
    "child": "node_code", "parent": "node_code", "depth": "INTEGER", "weight": "DOUBLE", "exact": "HUGEINT",
    "total": "DOUBLE", "aggregate": "VARCHAR", "p": "DOUBLE", "minimum_coverage": "DOUBLE",
}  # fmt: skip


def _branches(nodes: Sequence[Node]) -> list[tuple[object, ...]]:
    """`depth` is the child's; `total` the weight of all counted siblings; `exact` for duels, see exact_weights."""
    parents = {node.id: node for node in nodes}
    rows: list[tuple[object, ...]] = []
    for parent in parents.values():
        children = [node for node in nodes if node.parent == parent.id and node.counts]
        total = math.fsum(child.weight for child in children)
        duels = parent.aggregate == "copeland"
        weights = exact_weights([child.weight for child in children]) if duels else [0] * len(children)
        for child, exact in zip(children, weights, strict=True):
            rows.append(
                (
                    child.id, parent.id, child.depth, child.weight, exact, total,
                    parent.aggregate, parent.p, parent.minimum_coverage,
                )
            )  # fmt: skip
    return rows


def exact_weights(weights: Sequence[float]) -> list[int]:
    """Whole numbers in the same proportion as the decimals written, so that 0.1 + 0.2 equals 0.3."""
    fractions = [Fraction(repr(weight)) for weight in weights]
    scale = math.lcm(*(fraction.denominator for fraction in fractions)) if fractions else 1
    return [int(fraction * scale) for fraction in fractions]
