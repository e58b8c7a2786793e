"""Where a practice is: its region and province, another level of government, or a place abroad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from metrics.practices.entry import Practice
from metrics.results import Results


def place_names(practices: Sequence[Practice], results: Results) -> Mapping[str, tuple[str, ...]]:
    """The names of the place of each practice by its id: region and province, the province, or the city abroad."""
    regions = results.regions()
    columns = (regions[name] for name in ("region", "name", "province"))
    register = {code: names for code, *names in zip(*columns, strict=True)}
    return {practice.id: _names(practice, register) for practice in practices}


def _names(practice: Practice, register: Mapping[str, Sequence[str | float]]) -> tuple[str, ...]:
    if practice.abroad is not None:
        return (practice.abroad.city,)
    if practice.province is not None:
        return (practice.province,)
    return tuple(name for name in register.get(practice.region or "", ()) if isinstance(name, str))
