"""Texts of a dataset as documents can hold them: XML knows no control characters."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Thing = TypeVar("Thing")
_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def inert(thing: Thing) -> Thing:
    """The same without them, in every text of a report, however deep; all else as it is."""
    same: Thing = _inert(thing)
    return same


def _inert(thing: Any) -> Any:
    if isinstance(thing, str):
        return _REFUSED.sub("", thing)
    if isinstance(thing, tuple):
        return tuple(map(_inert, thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{field.name: _inert(getattr(thing, field.name)) for field in fields(thing)})
    return thing
