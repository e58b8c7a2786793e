"""A draw as a framework file: what `score` takes, and gives the draw's scores for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import yaml

from metrics.draws.assumptions import declared_range, mapped
from metrics.framework import Framework
from metrics.tree import Node


def framework_text(
    framework: Framework, own: Sequence[Node], drawn: Sequence[Node], weights: Mapping[str, float], note: str
) -> str:
    """The framework file of a draw, as YAML.

    `own` are the nodes that count in `framework`, `drawn` the same under the draw's choices, `weights` what it
    drew for them by node id, 0 for what is left out; `note` stands in the version. Levels go along with the
    range. Whatever does not count stays as it is.
    """
    written: dict[str, Any] = framework.model_dump(mode="json", by_alias=True, exclude_unset=True)
    written["version"] = f"{framework.version} {note}"
    before, after = declared_range(own), declared_range(drawn)
    if framework.maturity is not None and before is not None and after is not None and before != after:
        for level in written["maturity"]["levels"]:
            level["from"] = mapped(level["from"], before, after)
    _write(written, {node.id: node for node in drawn}, weights, framework.id)
    return yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=120)


def _write(own: dict[str, Any], nodes: Mapping[str, Node], weights: Mapping[str, float], name: str) -> None:
    if (node := nodes.get(name)) is None:
        return
    if node.parent is not None:
        if weights[name] > 0:
            own["weight"] = float(weights[name])
        else:
            own["status"] = "shown"
    if node.is_leaf:
        own |= _settings(node)
        return
    own |= {"aggregate": node.aggregate, "minimum_coverage": node.minimum_coverage}
    if node.p is not None:
        own["p"] = node.p
    for child, below in own["children"].items():
        _write(below, nodes, weights, child)


def _settings(node: Node) -> dict[str, Any]:
    """Everything an indicator inherits, written on it."""
    normalise = {key: value for key, value in asdict(node.normalise).items() if value is not None}
    return {
        "carry_forward": node.carry_forward,
        "impute": "none" if node.impute is None else {k: v for k, v in asdict(node.impute).items() if v},
        "treat": "none" if node.treat is None else asdict(node.treat),
        "normalise": normalise | {"range": list(node.normalise.range)},
    }
