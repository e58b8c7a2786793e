"""Where practices are: a region of the register, a province as a whole, or a city abroad."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Literal

from metrics.framework import Text
from metrics.practices.entry import Practice
from metrics.results import Results


@dataclass(frozen=True)
class Place:
    """One place.

    code      of the register; None for a province or a city abroad
    name      with the kind in front, as the register has it
    within    the province of a region, the country of a city abroad; None for a province
    lat, lon  degrees; of a province the mean of its regions; None where unknown and abroad
    """

    kind: Literal["region", "province", "abroad"]
    code: str | None
    name: str
    within: Text | None
    lat: float | None = None
    lon: float | None = None


class Places:
    """The places of a register, asked for by practice. Safe to share between threads."""

    def __init__(self, results: Results) -> None:
        regions = results.regions()
        self._regions = {row["region"]: _region(row) for row in regions.to_dict("records")}
        means = regions.groupby("province")[["lat", "lon"]].mean()
        self._provinces = {str(name): (lat, lon) for name, lat, lon in means.itertuples()}

    def of(self, practice: Practice) -> Place:
        """Where a practice is."""
        if practice.abroad is not None:
            return Place("abroad", None, practice.abroad.city, practice.abroad.country)
        if practice.province is not None:
            lat, lon = self._provinces.get(practice.province, (None, None))
            return Place("province", None, practice.province, None, lat, lon)
        code = practice.region or ""
        return self._regions.get(code, Place("region", code, code, None))

    def by_place(self, practices: Sequence[Practice]) -> dict[Place, tuple[Practice, ...]]:
        """The practices of each place, the places with most of them first, then by name."""
        found: dict[Place, tuple[Practice, ...]] = {}
        for practice in practices:
            place = self.of(practice)
            found[place] = (*found.get(place, ()), practice)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0].name)))

    def by_name(self, practices: Sequence[Practice]) -> tuple[Practice, ...]:
        """The practices by the name of their place, those of one place in the order given."""
        return tuple(sorted(practices, key=lambda practice: self.of(practice).name))


def _region(row: Mapping[Hashable, object]) -> Place:
    lat, lon = (_degrees(row[key]) for key in ("lat", "lon"))
    province = row["province"]
    within = Text(id=province, en=province) if isinstance(province, str) else None
    return Place("region", str(row["region"]), str(row["name"]), within, lat, lon)


def _degrees(value: object) -> float | None:
    return value if isinstance(value, float) and not isnan(value) else None
