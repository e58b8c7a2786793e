"""The tree of a framework with everything settled: what each node inherits, and what counts where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from metrics.framework import Error, Framework, Inherited, Method, Text, WrittenNode
from metrics.yaml_text import Located


@dataclass(frozen=True)
class Imputation:
    """Missing cells take the mean or median of their year, within the attribute `by` if given."""

    using: str = ""
    by: str | None = None


@dataclass(frozen=True)
class Treatment:
    """Winsorise at most `winsorise` points while |skew| and kurtosis are both beyond; then `otherwise`."""

    winsorise: int = 5
    skew: float = 2.0
    kurtosis: float = 3.5
    otherwise: str = "none"


@dataclass(frozen=True)
class Normalisation:
    """How an indicator comes onto `range`; `mean` and `sd` are those of zscore."""

    using: str = "minmax"
    range: tuple[float, float] = (0.0, 100.0)
    over: str = "all_years"
    reference: str | None = None
    mean: float = 0.0
    sd: float = 1.0


@dataclass(frozen=True)
class Node:
    """A node with what holds for it; fields of the other kind (leaf, composite) keep their defaults.

    `status` is the effective one. `counts` says whether the node is weighed in its parent: active
    children are, or the shown ones of a parent that has no active child and is scored for display.
    `sign` is +1 where higher is better and -1 where lower is. `line` is the line in the file.
    """

    id: str
    parent: str | None
    depth: int
    line: int | None
    title: Text
    description: Text | None
    is_leaf: bool
    weight: float
    status: Literal["active", "shown", "wanted"]
    counts: bool = False
    aggregate: str = "arithmetic"
    p: float | None = None
    minimum_coverage: float = 0.0
    variable: str = ""
    per: str | None = None
    times: float = 1.0
    unit: Text | None = None
    sign: int = 1
    log: bool = False
    goalposts: tuple[float, float] | None = None
    target: float | None = None
    bounds: tuple[float, float] | None = None
    decimals: int | None = None
    breaks: tuple[int, ...] = ()
    sdg: tuple[int, ...] = ()
    proxy: bool = False
    lever: str = "direct"
    error: Error | None = None
    carry_forward: int = 0
    impute: Imputation | None = None
    treat: Treatment | None = None
    normalise: Normalisation = Normalisation()


@dataclass(frozen=True)
class _Heritage:
    """What has come down to a node: mappings as merged so far, None for `none`."""

    carry_forward: int = 0
    impute: Mapping[str, Any] | None = None
    treat: Mapping[str, Any] | None = None
    normalise: Mapping[str, Any] | None = None

    def with_own(self, own: Inherited) -> _Heritage:
        """Written keys win; mappings merge key by key."""
        merged: dict[str, Any] = {}
        for name in ("impute", "treat", "normalise"):
            if name in own.model_fields_set:
                value = getattr(own, name)
                above = getattr(self, name) or {}
                merged[name] = None if value is None else above | value.model_dump(exclude_unset=True)
        if own.carry_forward is not None:
            merged["carry_forward"] = own.carry_forward
        return replace(self, **merged)


def grow(framework: Framework, written: Located) -> tuple[Node, ...]:
    """The tree in file order, the root first; `written` is the same framework with its lines."""
    heritage = _Heritage().with_own(framework.method).with_own(framework)
    root = Node(
        id=framework.id,
        parent=None,
        depth=0,
        line=written.line,
        title=framework.title,
        description=framework.description,
        is_leaf=False,
        weight=1.0,
        status="active",
        counts=True,
        **_composite(framework, framework.method),
    )
    return _with_status(root, _children(root, framework.children, written["children"], heritage, framework.method))


def _children(
    parent: Node, children: Mapping[str, WrittenNode], written: Located, heritage: _Heritage, method: Method
) -> list[Node]:
    nodes = []
    for name, own in children.items():
        inherited = heritage.with_own(own)
        node = Node(
            id=name,
            parent=parent.id,
            depth=parent.depth + 1,
            line=written.lines[name],
            title=own.title or Text(id=name, en=name),
            description=own.description,
            is_leaf=own.children is None,
            weight=own.weight,
            status=own.status,
            **(_leaf(name, own, inherited) if own.children is None else _composite(own, method)),
        )
        nodes.append(node)
        if own.children is not None:
            nodes += _children(node, own.children, written[name]["children"], inherited, method)
    return nodes


def _composite(own: Method, method: Method) -> dict[str, Any]:
    """Aggregation holds for the node it is written on; `method` gives the default of every node."""

    def settled(name: str, default: Any) -> Any:
        for level in (own, method):
            if getattr(level, name) is not None:
                return getattr(level, name)
        return default

    return {
        "aggregate": settled("aggregate", "arithmetic"),
        "p": settled("p", None),
        "minimum_coverage": settled("minimum_coverage", 0.0),
    }


def _leaf(name: str, own: WrittenNode, inherited: _Heritage) -> dict[str, Any]:
    same = (
        "per",
        "times",
        "unit",
        "goalposts",
        "target",
        "bounds",
        "decimals",
        "sdg",
        "proxy",
        "lever",
        "error",
    )
    return {key: getattr(own, key) for key in same} | {
        "variable": own.variable or name,
        "sign": 1 if own.direction == "higher" else -1,
        "log": own.scale == "log",
        "breaks": tuple(sorted(own.breaks)),
        "carry_forward": inherited.carry_forward,
        "impute": None if inherited.impute is None else Imputation(**_given(inherited.impute)),
        "treat": None if inherited.treat is None else Treatment(**_given(inherited.treat)),
        "normalise": Normalisation(**_given(inherited.normalise or {})),
    }


def _given(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if value is not None}


def _with_status(root: Node, below: list[Node]) -> tuple[Node, ...]:
    """Effective statuses from the leaves up, wanted from the top down, and who counts in its parent."""
    nodes = {node.id: node for node in (root, *below)}
    for node in below:
        if nodes[node.parent or ""].status == "wanted":
            nodes[node.id] = replace(node, status="wanted")
    for node in reversed((root, *below)):
        if node.is_leaf or nodes[node.id].status == "wanted":
            continue
        statuses = {nodes[child.id].status for child in below if child.parent == node.id}
        found = next(status for status in ("active", "shown", "wanted") if status in statuses)
        declared = nodes[node.id].status
        nodes[node.id] = replace(node, status="shown" if (found, declared) == ("active", "shown") else found)
    for node in below:
        siblings = {nodes[other.id].status for other in below if other.parent == node.parent}
        weighed = "active" if "active" in siblings else "shown"
        nodes[node.id] = replace(nodes[node.id], counts=nodes[node.id].status == weighed)
    return tuple(nodes.values())
