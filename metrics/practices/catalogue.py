"""The catalogue of practices as the results of a dataset keep it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from metrics.practices.entry import Practice, Practices
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Catalogue:
    """The practices in file order, and the id of the framework whose nodes they name; no practices where the dataset
    has no catalogue."""

    framework: str
    practices: tuple[Practice, ...]

    def practice(self, id: str) -> Practice:
        """The practice of that id. Raises KeyError."""
        return self._by_id[id]

    def of_region(self, region: str) -> tuple[Practice, ...]:
        """The practices of a region's own government, not those of its province."""
        return tuple(practice for practice in self.practices if practice.region == region)

    def of_province(self, province: str) -> tuple[Practice, ...]:
        """The practices of the government of a province."""
        return tuple(practice for practice in self.practices if practice.province == province)

    def of_seminar(self, seminar: str) -> tuple[Practice, ...]:
        """The practices that were presented at a seminar."""
        return tuple(practice for practice in self.practices if seminar in practice.seminars)

    def moving(self, indicator: str) -> tuple[Practice, ...]:
        """The practices that should move an indicator."""
        return tuple(practice for practice in self.practices if indicator in practice.indicators)

    def adopted_by(self, region: str) -> tuple[Practice, ...]:
        """The practices that a region is known by name to have taken over."""
        return tuple(p for p in self.practices if p.adopters is not None and region in p.adopters.regions)

    @cached_property
    def _by_id(self) -> dict[str, Practice]:
        return {practice.id: practice for practice in self.practices}


@dataclass(frozen=True)
class Linked:
    """The nodes of a framework that a practice names; what that framework does not have is not among them."""

    sub_dimension: Node | None
    also: tuple[Node, ...]
    indicators: tuple[Node, ...]
    presupposes: tuple[Node, ...]


@lru_cache(maxsize=8)
def catalogue(results: Results) -> Catalogue:
    """The catalogue of the dataset behind the results, empty where it has none."""
    content = results.document("practices")
    if content is None:
        return Catalogue(results.framework.id, ())
    read = Practices.model_validate_json(content)
    return Catalogue(read.framework, read.practices)


def linked(results: Results, practice: Practice) -> Linked:
    """The nodes of the results' framework that a practice names."""
    there = {node.id: node for node in results.nodes}

    def those(ids: tuple[str, ...]) -> tuple[Node, ...]:
        return tuple(there[id] for id in ids if id in there)

    return Linked(
        there.get(practice.sub_dimension),
        those(practice.also),
        those(practice.indicators),
        those(practice.presupposes),
    )
