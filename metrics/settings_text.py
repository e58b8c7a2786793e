"""Figures of a what-if in the address: `set=poverty:7.5,spbe_services:4`, each in the indicator's own units."""

from collections.abc import Mapping
from math import isfinite
from urllib.parse import quote, unquote

# The parameter of the address.
PARAMETER = "set"


def written(values: Mapping[str, float]) -> str:
    """Values by indicator as one parameter of an address; empty for none."""
    return ",".join(f"{quote(name, safe='')}:{value:.12g}" for name, value in values.items())


def read(text: str, ends: Mapping[str, tuple[float, float]]) -> tuple[dict[str, float], list[str]]:
    """The values that `text` gives to indicators, and the parts of it that say nothing that can be used.

    `ends` are the least and the greatest value of every indicator that may be set.
    """
    values: dict[str, float] = {}
    ignored = []
    for part in filter(None, text.split(",")):
        name, value = one(part)
        low, high = ends.get(name, (1.0, 0.0))
        if value is not None and low <= value <= high and name not in values:
            values[name] = value
        else:
            ignored.append(part)
    return values, ignored


def one(part: str) -> tuple[str, float | None]:
    """The indicator that a part of the address names, and the value it gives; None for what is no number."""
    name, _, figure = part.rpartition(":")
    return unquote(name), _number(figure)


def _number(text: str) -> float | None:
    if "_" in text or not text.isascii():  # which `float` would take
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
