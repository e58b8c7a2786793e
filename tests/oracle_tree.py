"""The reference implementation's framework: nodes with their settings and statuses resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

INHERITED = ("carry_forward", "impute", "treat", "normalise")
NOT_INHERITED = ("aggregate", "p", "minimum_coverage")  # the method's default, or the node's own


class Refused(ValueError):
    """The method calls this framework with these figures an error."""


@dataclass(frozen=True)
class Node:
    """A node: `own` is the file's mapping, `settings` are the resolved ones."""

    id: str
    own: Mapping[str, Any]
    settings: Mapping[str, Any]
    children: tuple[Node, ...]
    status: str

    @property
    def variable(self) -> str:
        return str(self.own.get("variable", self.id))

    @property
    def weight(self) -> Fraction:
        return exactly(self.own.get("weight", 1))

    @property
    def parts(self) -> tuple[Node, ...]:
        """The children a composite is made of: the active ones, or the shown ones where none is active."""
        status = "active" if any(child.status == "active" for child in self.children) else "shown"
        return tuple(child for child in self.children if child.status == status)

    def walk(self) -> Iterable[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


def exactly(number: float) -> Fraction:
    """The number as it was written: 0.1 is a tenth, not the nearest binary fraction."""
    return Fraction(str(number))


def weight_of(nodes: Iterable[Node]) -> Fraction:
    return sum((node.weight for node in nodes), Fraction(0))


def inherit(parent: Any, own: Any) -> Any:
    """A setting as a node sees it: mappings merge key by key, anything else replaces."""
    return {**parent, **own} if isinstance(parent, Mapping) and isinstance(own, Mapping) else own


def read_tree(framework: Mapping[str, Any]) -> Node:
    method = framework.get("method") or {}

    def read(node_id: str, own: Mapping[str, Any], inherited: Mapping[str, Any]) -> Node:
        passed_on = dict(inherited)
        for key in INHERITED:
            if key in own:
                passed_on[key] = inherit(inherited.get(key), own[key])
        settings = passed_on | {key: own.get(key, method.get(key)) for key in NOT_INHERITED}
        below = (own.get("children") or {}).items()
        children = tuple(read(child_id, child or {}, passed_on) for child_id, child in below)
        return Node(node_id, own, settings, children, status_of(own.get("status", "active"), children))

    return read(framework["id"], framework, {key: method[key] for key in INHERITED if key in method})


def status_of(stated: str, children: Sequence[Node]) -> str:
    statuses = {child.status for child in children}
    if not children or stated == "wanted" or "active" in statuses:
        return stated
    return "shown" if "shown" in statuses else "wanted"
