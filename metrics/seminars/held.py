"""The seminars as the results of a dataset keep them."""

from __future__ import annotations

from functools import lru_cache

from metrics.results import Results
from metrics.seminars.entry import Seminar, Seminars


@lru_cache(maxsize=8)
def seminars(results: Results) -> tuple[Seminar, ...]:
    """The seminars in file order, none where the dataset has no file of them."""
    content = results.document("seminars")
    return () if content is None else Seminars.model_validate_json(content).seminars
