"""Sources of uncertainty that are drawn only when they are asked for: steps that the framework leaves out, or takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from metrics.draws.assumptions import AS_WRITTEN, Alternative, settled
from metrics.framework import Impute, Method, Treat
from metrics.tree import Node

FURTHER_SOURCES = ("carry_forward", "impute", "treat")


def further_choices(nodes: Sequence[Node]) -> Mapping[str, tuple[Alternative, ...]]:
    """By the names of `FURTHER_SOURCES`, the alternatives that go with a framework.

    carry_forward   figures of earlier years as far as written, or none; where any are carried
    impute          as written, the mean or the median of all regions, or nothing, each once
    treat           as written, or nothing; where nothing is treated, at most five points winsorised
    """
    leaves = [node for node in nodes if node.is_leaf and node.status == "active"]
    ways = (Method(impute=Impute(using="mean")), Method(impute=Impute(using="median")), Method(impute=None))
    choices = {
        "impute": _distinct(nodes, (AS_WRITTEN, *(Alternative(way) for way in ways))),
        "treat": (
            AS_WRITTEN,
            Alternative(Method(treat=None if any(leaf.treat for leaf in leaves) else Treat(winsorise=5))),
        ),
    }
    if any(leaf.carry_forward for leaf in leaves):
        choices["carry_forward"] = (AS_WRITTEN, Alternative(Method(carry_forward=0)))
    return choices


def _distinct(nodes: Sequence[Node], alternatives: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """Without those that say the same of this framework as an earlier one: they would count twice."""
    found = {settled(nodes, [alternative]): alternative for alternative in reversed(alternatives)}
    return tuple(reversed(found.values()))
