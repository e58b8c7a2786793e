"""What pydantic finds wrong in a YAML file, one error a place, each at a place that is written there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from metrics.faults import Fault, Place
from metrics.problems import nearest
from metrics.yaml_text import Located, as_written

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
    "string_pattern_mismatch": "not-an-id",
    "dict_type": "not-mapping",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "tuple_type": "not-a-list",
    "too_long": "too-many-entries",
    "too_short": "too-few-entries",
    "greater_than": "not-above",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
_LIMITS = {"greater_than": "gt", "greater_than_equal": "ge", "less_than_equal": "le"}


def distinct_errors(written: Located, error: ValidationError) -> list[ErrorDetails]:
    """The errors of a model that read `written`, without those that only follow from another.

    A union, or a text that stands for both languages, says the same thing twice; a list that lost its
    wrong entries looks too short.
    """
    found: dict[Place, ErrorDetails] = {}
    for wrong in error.errors():
        place = wrong["loc"] if wrong["type"] == "missing" else as_written(written, wrong["loc"])
        found.setdefault(place, {**wrong, "loc": place})
    return deepest(found.values())


def deepest(errors: Collection[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those at a place above that of another."""
    places = [error["loc"] for error in errors]
    return [error for error in errors if not any(error["loc"] == at[: len(error["loc"])] != at for at in places)]


def fault_of(error: ErrorDetails, known: Iterable[str] = ()) -> Fault:
    """One of pydantic's errors as a fault; `known` are the keys allowed where an unknown one stands."""
    place, kind, context = tuple(error["loc"]), error["type"], error.get("ctx", {})
    details: dict[str, object] = {"key": _key(place), "value": _shown(error["input"])}
    if kind == "extra_forbidden":
        return Fault(place, "unknown-key", details | {"near": nearest(str(place[-1]), known)})
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        near = nearest(str(error["input"]), choices.split(", "))
        return Fault(place, "unknown-choice", details | {"choices": choices, "near": near})
    if kind in _LIMITS:
        details["limit"] = context[_LIMITS[kind]]
    if kind == "missing" and isinstance(place[-1], int):  # a pair such as goalposts with one number
        return Fault(place, "wrong-length", details)
    return Fault(place, _TYPES.get(kind, kind), details | {k: v for k, v in context.items() if k != "error"})


def known_keys(model: type[BaseModel], place: Place) -> list[str]:
    """The keys that may stand where `place` ends, found by walking down the models; none where there is no model."""
    here: type[BaseModel] | tuple[type[BaseModel]] | None = model
    for part in (part for part in place[:-1] if isinstance(part, str)):
        if isinstance(here, type):
            field = here.model_fields.get(part)
            here = None if field is None else _inside(field.annotation)
        elif here is not None:  # a key of a mapping, which may be anything
            (here,) = here
    return [field.alias or name for name, field in here.model_fields.items()] if isinstance(here, type) else []


def _inside(annotation: Any) -> type[BaseModel] | tuple[type[BaseModel]] | None:
    """The model within an annotation such as `tuple[Model, ...] | None`; one that a mapping holds stands in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = next((inner for part in get_args(annotation) if (inner := _inside(part)) is not None), None)
    return (found,) if get_origin(annotation) is dict and isinstance(found, type) else found


def _key(place: Place) -> str:
    """The last key of `place` that has a name, with the node it stands on when there is one."""
    names = [part for part in place if isinstance(part, str)]
    return ".".join([name for name in names[:-1] if name != "children"][-1:] + names[-1:])


def _shown(value: object) -> str:
    return str(value)[:80] if isinstance(value, (str, int, float)) else ""
