"""Sources of uncertainty that are drawn only when they are asked for: steps that the framework leaves out, or takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from metrics.draws.assumptions import AS_WRITTEN, Alternative
from metrics.framework import Impute, Method, Treat
from metrics.tree import Node

FURTHER_SOURCES = ("carry_forward", "impute", "treat")


def further_choices(nodes: Sequence[Node]) -> Mapping[str, tuple[Alternative, ...]]:
    """By the names of `FURTHER_SOURCES`, the alternatives that go with a framework.

    carry_forward   figures of earlier years as far as written, or none; where any are carried
    impute          as written, the mean or the median of all regions, or nothing
    treat           as written, or nothing; where nothing is treated, at most five points winsorised
    """
    leaves = [node for node in nodes if node.is_leaf and node.status == "active"]
    choices = {
        "impute": (
            AS_WRITTEN,
            Alternative(Method(impute=Impute(using="mean"))),
            Alternative(Method(impute=Impute(using="median"))),
            Alternative(Method(impute=None)),
        ),
        "treat": (
            AS_WRITTEN,
            Alternative(Method(treat=None if any(leaf.treat for leaf in leaves) else Treat(winsorise=5))),
        ),
    }
    if any(leaf.carry_forward for leaf in leaves):
        choices["carry_forward"] = (AS_WRITTEN, Alternative(Method(carry_forward=0)))
    return choices
