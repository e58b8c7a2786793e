"""What varies from draw to draw, and over which alternatives.

Sources of uncertainty as in Saisana, Saltelli and Tarantola (2005), "Uncertainty and sensitivity analysis
techniques as tools for the quality assessment of composite indicators", and the OECD/JRC Handbook (2008), step 8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from metrics.framework import Inherited, Method, Normalise
from metrics.problems import InputProblems, Problem
from metrics.tree import Imputation, Node, Treatment

_NOTHING = Method()
_ON_LEAVES = set(Inherited.model_fields)


@dataclass(frozen=True)
class Alternative:
    """What is written over a framework: keys of `method`, on every node they can stand on.

    An aggregator may stand on the root alone. With nothing written, it is the framework as it is.
    """

    method: Method = _NOTHING
    aggregate_at_root: bool = False


AS_WRITTEN = Alternative()
# What can vary, by name: the three that are drawn freely, and the choices of `default_assumptions`.
SOURCES = ("weights", "leave_out", "errors", "aggregate", "normalise")
_Number = TypeVar("_Number", float, NDArray[np.float64])
# The means that need values above 0 are taken on a range that starts there.
ABOVE_ZERO = (1.0, 100.0)


@dataclass(frozen=True)
class Assumptions:
    """What is drawn. Nothing varies by default.

    weights    every weight times uniform(1 - a, 1 + a), then relative to its siblings again
    dirichlet  instead: siblings' weights from a Dirichlet distribution around their own, this concentrated
    choices    by name, the alternatives of which each draw takes one with equal chance; each writes over
               what the framework says, so `AS_WRITTEN` is the framework as it is
    leave_out  each draw leaves out one active indicator, or none, with equal chance
    errors     every figure is off by its own error (`error:` of its indicator), normally distributed
    """

    weights: float = 0.0
    dirichlet: float | None = None
    choices: Mapping[str, tuple[Alternative, ...]] = field(default_factory=dict)
    leave_out: bool = False
    errors: bool = False

    def without(self, source: str) -> Assumptions:
        """The same with one source of uncertainty held fixed: a name of `sources`."""
        if source in self.choices:
            return replace(self, choices={name: found for name, found in self.choices.items() if name != source})
        match source:
            case "weights":
                return replace(self, weights=0.0, dirichlet=None)
            case "leave_out":
                return replace(self, leave_out=False)
            case _:
                return replace(self, errors=False)

    def sources(self) -> tuple[str, ...]:
        """What varies, by name."""
        single = {"weights": self.weights > 0 or self.dirichlet, "leave_out": self.leave_out, "errors": self.errors}
        varied = [name for name, alternatives in self.choices.items() if len(alternatives) > 1]
        return (*(name for name, drawn in single.items() if drawn), *varied)

    def combinations(self) -> Iterator[tuple[tuple[int, ...], tuple[Alternative, ...]]]:
        """Every way to take one alternative of each choice: their places, and they themselves."""
        for places in product(*(range(len(alternatives)) for alternatives in self.choices.values())):
            yield places, tuple(found[place] for found, place in zip(self.choices.values(), places, strict=True))


def default_assumptions(nodes: Sequence[Node]) -> Assumptions:
    """What a framework's bands include unless something else is asked for.

    Weights off by up to a quarter, at the root the geometric mean for the arithmetic one or the other way round,
    the observed range beside goalposts, one indicator left out, and the figures' own errors. An alternative that
    the framework cannot take is left out of its choice.
    """
    leaves = [node for node in nodes if node.is_leaf and node.status == "active"]
    choices = {}
    if all(leaf.normalise.using in _ON_RANGE for leaf in leaves):
        means = {node.aggregate for node in nodes if not node.is_leaf and node.status == "active"}
        if means <= {"arithmetic", "geometric"}:
            choices["aggregate"] = (AS_WRITTEN, _other_mean(nodes[0].aggregate))
        if any(leaf.normalise.using == "goalposts" for leaf in leaves):
            choices["normalise"] = (AS_WRITTEN, Alternative(Method(normalise=Normalise(using="minmax"))))
    return Assumptions(
        weights=0.25,
        choices=choices,
        leave_out=len(leaves) > 2,
        errors=any(leaf.error for leaf in leaves),
    )


def _other_mean(root: str) -> Alternative:
    """The arithmetic mean at the root for the geometric one, and the other way round."""
    if root == "geometric":
        return Alternative(Method(aggregate="arithmetic"), aggregate_at_root=True)
    return Alternative(Method(aggregate="geometric", normalise=Normalise(range=ABOVE_ZERO)), aggregate_at_root=True)


# Normalisers whose values lie on the declared range.
_ON_RANGE = (
    "minmax",
    "goalposts",
    "percentile",
    "distance_to_max",
    "distance_to_target",
    "distance_to_reference",
    "fraction_of_max",
)


def declared_range(nodes: Sequence[Node]) -> tuple[float, float] | None:
    """The range on which all indicators that count lie; None where they lie on several, or keep their own units."""
    leaves = [node.normalise for node in nodes if node.is_leaf]
    ranges = {rule.range for rule in leaves if rule.using in _ON_RANGE}
    return ranges.pop() if len(ranges) == 1 and all(rule.using in _ON_RANGE for rule in leaves) else None


def mapped(values: _Number, before: tuple[float, float], after: tuple[float, float]) -> _Number:
    """Where values of one range lie on another."""
    return (values - before[0]) / (before[1] - before[0]) * (after[1] - after[0]) + after[0]


def settled(nodes: Sequence[Node], chosen: Sequence[Alternative]) -> tuple[Node, ...]:
    """The tree with alternatives written over it: keys of indicators on every leaf, the aggregator on every composite.

    Raises InputProblems where an alternative would carry figures further than the framework does.
    """
    written = list(nodes)
    for alternative in chosen:
        written = [
            _leaf(node, alternative.method) if node.is_leaf else _composite(node, alternative) for node in written
        ]
    return tuple(written)


def _composite(node: Node, own: Alternative) -> Node:
    if own.method.aggregate is None or (own.aggregate_at_root and node.parent is not None):
        return node
    return replace(node, aggregate=own.method.aggregate, p=own.method.p)


def _leaf(node: Node, own: Inherited) -> Node:
    if not own.model_fields_set & _ON_LEAVES:
        return node
    changed: dict[str, Any] = {}
    if own.carry_forward is not None:
        if own.carry_forward > node.carry_forward:
            raise InputProblems([Problem("carry-longer", details={"key": node.id, "limit": node.carry_forward})])
        changed["carry_forward"] = own.carry_forward
    for key, start in (("impute", Imputation()), ("treat", Treatment())):
        if key in own.model_fields_set:
            given = getattr(own, key)
            above = getattr(node, key) or start
            changed[key] = None if given is None else replace(above, **given.model_dump(exclude_none=True))
    if own.normalise is not None:
        changed["normalise"] = replace(node.normalise, **own.normalise.model_dump(exclude_none=True))
    return replace(node, **changed)
