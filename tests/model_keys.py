"""Every key that may be written of a model."""

from collections.abc import Iterator

from pydantic import BaseModel

from metrics.framework import Text
from metrics.validation import known_keys


def keys(model: type[BaseModel], place: tuple[str, ...] = ()) -> Iterator[str]:
    """Each with those above it; the two languages of a text are no keys of their own, and `*` stands for a key that
    may be anything."""
    for name in known_keys(model, (*place, "")):
        yield ".".join((*place, name))
        for below in ((*place, name), (*place, name, "*")):
            if known_keys(model, (*below, "")) not in ([], list(Text.model_fields)):
                yield from keys(model, below)
