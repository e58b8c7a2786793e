"""A framework file read and checked on its own: every problem at once, each with its line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from metrics.framework import (
    Error,
    Framework,
    Impute,
    Level,
    Maturity,
    Method,
    Normalise,
    Text,
    Treat,
    WrittenNode,
)
from metrics.problems import InputProblems, Problem, nearest
from metrics.tree import Node, grow
from metrics.tree_rules import tree_problems
from metrics.validation import distinct_errors
from metrics.yaml_text import Located, line_of, read_yaml


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
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return draft | Framework.model_json_schema(by_alias=True)


_TYPES = {
    "missing": "missing-key",
    "float_parsing": "not-a-number",
    "float_type": "not-a-number",
    "finite_number": "not-a-number",
    "int_parsing": "not-a-whole-number",
    "int_parsing_size": "not-a-whole-number",
    "int_type": "not-a-whole-number",
    "int_from_float": "not-a-whole-number",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
    "string_type": "not-text",
    "string_too_long": "text-too-long",
    "string_too_short": "text-empty",
    "dict_type": "not-mapping",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "tuple_type": "not-a-list",
    "too_long": "wrong-length",
    "too_short": "wrong-length",
    "greater_than": "not-above",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
_LIMITS = {"greater_than": "gt", "greater_than_equal": "ge", "less_than_equal": "le"}
_MISPLACED = ("key-of-indicator", "key-of-composite", "no-children")


def _problem(path: Path, written: Located, error: ErrorDetails) -> Problem:
    """One of pydantic's errors as a problem with the line it is about."""
    place = tuple(error["loc"])
    line, kind, context = line_of(written, place), error["type"], error.get("ctx", {})
    details: dict[str, object] = {"key": _key(place), "value": _shown(error["input"])}
    if kind == "extra_forbidden":
        details["near"] = nearest(str(place[-1]), _known_keys(place))
        return Problem("unknown-key", str(path), line, details=details)
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        details |= {"choices": choices, "near": nearest(str(error["input"]), choices.split(", "))}
        return Problem("unknown-choice", str(path), line, details=details)
    if kind in _LIMITS:
        details["limit"] = context[_LIMITS[kind]]
    if kind == "missing" and isinstance(place[-1], int):  # a pair such as goalposts with one number
        return Problem("wrong-length", str(path), line, details=details)
    if kind in _MISPLACED:
        line = line_of(written, (*place, context.get("key", "children")))
    code = _TYPES.get(kind, kind)
    return Problem(code, str(path), line, details=details | {k: v for k, v in context.items() if k != "error"})


def _key(place: tuple[str | int, ...]) -> str:
    """The last key of `place` that has a name, with the node it stands on when there is one."""
    names = [part for part in place if isinstance(part, str)]
    return ".".join([name for name in names[:-1] if name != "children"][-1:] + names[-1:])


def _shown(value: object) -> str:
    return str(value)[:80] if isinstance(value, (str, int, float)) else ""


def _known_keys(place: tuple[str | int, ...]) -> list[str]:
    """The keys allowed where `place` points to, found by walking the models."""
    model: type[BaseModel] = Framework
    inside_children = False
    for part in place[:-1]:
        if inside_children:
            model, inside_children = WrittenNode, False
        elif part == "children":
            inside_children = True
        else:
            model = _PARTS.get(str(part), model)
    return [field.alias or name for name, field in model.model_fields.items()]


_PARTS: dict[str, type[BaseModel]] = {
    "method": Method,
    "maturity": Maturity,
    "levels": Level,
    "impute": Impute,
    "treat": Treat,
    "normalise": Normalise,
    "error": Error,
    "title": Text,
    "description": Text,
    "unit": Text,
    "level_names": Text,
}


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
