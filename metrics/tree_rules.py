"""What must hold in the tree of a framework before any figure is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from metrics.framework import Framework, Maturity
from metrics.plan import exact_weights
from metrics.problems import Problem
from metrics.tree import Node
from metrics.yaml_text import Located, line_of

MAXIMUM_LEVELS = 20
LARGEST_WHOLE = 10**37  # what the widest whole number of the database holds
OWN_UNITS = ("rank", "borda", "zscore")  # normalisers whose results are not mapped onto the range
OWN_SCALE = ("copeland", "mazziotta_pareto")  # aggregators whose results leave their children's range


def tree_problems(path: Path, framework: Framework, nodes: tuple[Node, ...], written: Located) -> list[Problem]:
    """Every rule of contract 2 that one node or the whole tree breaks, in file order."""
    found = list(_root(framework, nodes, written))
    for node in nodes:
        if node.status != "wanted":
            found += _leaf(node) if node.is_leaf else _composite(node, nodes)
    return [Problem(code, str(path), line, details=details) for code, line, details in found]


_Found = Iterator[tuple[str, int | None, dict[str, object]]]


def _root(framework: Framework, nodes: tuple[Node, ...], written: Located) -> _Found:
    deepest = max(nodes, key=lambda node: node.depth)
    if deepest.depth >= MAXIMUM_LEVELS:
        yield "too-deep", deepest.line, {"key": deepest.id, "most": MAXIMUM_LEVELS}
    for node in nodes:
        if node.id[0] in "=+-@" or not node.id.isprintable():
            yield "node-not-inert", node.line, {"key": node.id}
    if not any(node.is_leaf and node.status == "active" for node in nodes) or nodes[0].status != "active":
        yield "no-active-indicator", nodes[0].line, {"key": framework.id}
    if framework.maturity is not None:
        yield from _maturity(framework.maturity, nodes, written)


def _maturity(maturity: Maturity, nodes: tuple[Node, ...], written: Located) -> _Found:
    cuts = [level.from_ for level in maturity.levels]
    lines = [line_of(written, ("maturity", "levels", place)) for place in range(len(cuts))]
    for line, (low, high) in zip(lines[1:], pairwise(cuts), strict=True):
        if low >= high:
            yield "levels-not-ascending", line, {"key": "maturity.levels"}
    weighed = _headline(nodes)
    ranges = {node.normalise.range for node in weighed if node.is_leaf}
    for node in weighed:
        off_range = node.normalise.using in OWN_UNITS if node.is_leaf else node.aggregate in OWN_SCALE
        if off_range:
            method = node.normalise.using if node.is_leaf else node.aggregate
            yield "maturity-off-range", node.line, {"key": node.id, "value": method}
            return
    if len(ranges) > 1:
        yield "maturity-two-ranges", line_of(written, ("maturity",)), {"key": nodes[0].id}
    elif ranges:
        low, high = next(iter(ranges))
        for line, cut in zip(lines, cuts, strict=True):
            if not low <= cut <= high:
                details = {"key": "maturity.levels", "value": cut, "low": low, "high": high}
                yield "level-outside-range", line, details


def _headline(nodes: tuple[Node, ...]) -> list[Node]:
    """The nodes whose scores reach the root."""
    weighed = {nodes[0].id}
    for node in nodes[1:]:
        if node.parent in weighed and node.counts:
            weighed.add(node.id)
    return [node for node in nodes if node.id in weighed]


def _composite(node: Node, nodes: tuple[Node, ...]) -> _Found:
    if node.aggregate == "power" and not node.p:
        yield "power-without-p", node.line, {"key": node.id}
    if node.aggregate == "copeland":
        weights = [child.weight for child in nodes if child.parent == node.id and child.counts]
        if sum(exact_weights(weights)) > LARGEST_WHOLE:
            yield "weights-too-uneven", node.line, {"key": node.id}


def _leaf(node: Node) -> _Found:
    using = node.normalise.using
    where: dict[str, object] = {"key": node.id}
    if node.impute is not None and not node.impute.using:
        yield "missing-key", node.line, {"key": f"{node.id}.impute.using"}
    if using == "goalposts":
        yield from _goalposts(node)
    if using == "distance_to_target" and node.target is None:
        yield "target-missing", node.line, where
    if using == "distance_to_reference" and node.normalise.reference is None:
        yield "reference-missing", node.line, where
    if using == "fraction_of_max" and node.sign < 0:
        yield "fraction-of-max-lower", node.line, where
    if node.log:
        for key, value in (("goalposts", min(node.goalposts or (1.0,))), ("target", node.target)):
            if value is not None and value <= 0:
                yield "log-not-positive-setting", node.line, where | {"setting": key, "value": value}


def _goalposts(node: Node) -> _Found:
    if node.goalposts is None:
        yield "goalposts-missing", node.line, {"key": node.id}
        return
    worst, best = node.goalposts
    details: dict[str, object] = {"key": node.id, "worst": worst, "best": best}
    if worst == best:
        yield "goalposts-equal", node.line, details
    elif (best - worst) * node.sign < 0:
        yield "goalposts-against-direction", node.line, details
