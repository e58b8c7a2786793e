"""A framework file read and checked on its own: every problem at once, each with its line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from metrics.framework import Framework
from metrics.problems import InputProblems, Problem
from metrics.tree import Node, grow
from metrics.tree_rules import tree_problems
from metrics.validation import distinct_errors, fault_of, known_keys
from metrics.yaml_text import Located, read_yaml

DRAFT = "https://json-schema.org/draft/2020-12/schema"  # of JSON Schema, which all published schemas follow


@dataclass(frozen=True)
class FrameworkFile:
    """A framework that holds together: its models, its tree in file order, and its version."""

    path: Path
    framework: Framework
    nodes: tuple[Node, ...]
    version: str
    written: Located


def read_framework(path: Path) -> FrameworkFile:
    """The framework file at `path`. Raises InputProblems with everything that is wrong in it."""
    written = read_yaml(path)
    try:
        framework = Framework.model_validate(written)
    except ValidationError as error:
        raise InputProblems(_problem(path, written, wrong) for wrong in distinct_errors(written, error)) from None
    if repeated := list(_repeated_ids(path, written)):
        raise InputProblems(repeated)
    nodes = grow(framework, written)
    if problems := tree_problems(path, framework, nodes, written):
        raise InputProblems(problems)
    return FrameworkFile(path, framework, nodes, framework_version(framework), written)


def framework_version(framework: Framework) -> str:
    """SHA-256 of the canonical form: JSON of what was written, keys in file order of nodes, no blanks."""
    plain = framework.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def framework_schema() -> dict[str, Any]:
    """The JSON Schema of a framework file, for editors that complete and check while typing."""
    return {"$schema": DRAFT} | Framework.model_json_schema(by_alias=True)


def _problem(path: Path, written: Located, error: ErrorDetails) -> Problem:
    """One of pydantic's errors as a problem with the line it is about."""
    kind, place = error["type"], tuple(error["loc"])
    fault = fault_of(error, known_keys(Framework, place))
    if kind in _MISPLACED:
        fault = replace(fault, place=(*place, error.get("ctx", {}).get("key", "children")))
    return fault.problem(path, written)


_MISPLACED = ("key-of-indicator", "key-of-composite", "no-children")


def _repeated_ids(path: Path, written: Located) -> Iterator[Problem]:
    """Node ids that stand twice in the tree, naming both lines."""
    first: dict[str, int | None] = {str(written["id"]): written.lines["id"]}
    waiting: list[Located] = [written]
    while waiting:
        node = waiting.pop(0)
        children: Located = node.get("children") or Located(0)
        for key, child in children.items():
            if key in first:
                details = {"key": key, "first": first[key]}
                yield Problem("duplicate-node", str(path), children.lines[key], details=details)
            first.setdefault(key, children.lines[key])
            waiting.append(child)
