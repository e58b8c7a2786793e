"""Entries of a catalogue with little in them."""

from __future__ import annotations

from typing import Any

from metrics.practices.entry import Practice


def text(words: str, english: str | None = None) -> dict[str, str]:
    return {"id": words, "en": english or words}


def practice(id: str, title: str = "A title", english: str | None = None, **keys: Any) -> Practice:
    """An entry of Kota Kupang about waste, with what `keys` say instead."""
    place = {} if keys.keys() & {"region", "province", "abroad"} else {"region": "53.71"}
    entry = {
        "id": id,
        "title": text(title, english),
        "summary": text("Ringkas.", "Short."),
        "sub_dimension": "waste",
        "grade": "C",
        "sources": [{"title": "A newspaper"}],
    }
    return Practice.model_validate(entry | place | keys)
