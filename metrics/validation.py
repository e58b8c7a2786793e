"""What pydantic finds wrong in a YAML file, one error a place, each at a place that is written there."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from metrics.yaml_text import Located, as_written


def distinct_errors(written: Located, error: ValidationError) -> list[ErrorDetails]:
    """The errors of a model that read `written`, without those that only follow from another.

    A union, or a text that stands for both languages, says the same thing twice; a list that lost its
    wrong entries looks too short.
    """
    found: dict[tuple[str | int, ...], ErrorDetails] = {}
    for wrong in error.errors():
        place = wrong["loc"] if wrong["type"] == "missing" else as_written(written, wrong["loc"])
        found.setdefault(place, {**wrong, "loc": place})
    return [
        wrong for place, wrong in found.items() if not any(place == other[: len(place)] != other for other in found)
    ]
