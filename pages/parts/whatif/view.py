"""A region with some of its figures set, scored again for the screen; and what it is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from metrics.levers import Lever, levers
from metrics.problems import InputProblems, Problem
from metrics.simulated_band import SimulatedBand
from metrics.simulation import Rescored
from metrics.tree import Node
from pages.shared.kept import kept
from pages.shared.own_region import OwnRegion
from pages.shared.results import results, simulated

_RANKS = ("rank", "rank_in_kind")


@dataclass(frozen=True)
class View(OwnRegion):
    """The figures that differ from today's, in file order; `peers` are the regions beside it."""

    values: tuple[tuple[str, float], ...]

    @cached_property
    def row(self) -> Mapping[str, Any]:
        """Its line of the ranking, as it is published."""
        found: Mapping[str, Any] = self.here.ranking.set_index("region", drop=False).loc[self.region].to_dict()
        return found

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """What can be moved."""
        return levers_of(self.here.framework, self.here.year, self.region, self.peers)

    @cached_property
    def before(self) -> Rescored:
        """As it is published."""
        return simulated(self.here.framework, self.here.year).published(self.region)

    @cached_property
    def _rescored(self) -> tuple[Rescored, tuple[Problem, ...]]:
        try:
            return simulated(self.here.framework, self.here.year).rescore(self.region, dict(self.values)), ()
        except InputProblems as error:
            return self.before, error.problems

    @property
    def after(self) -> Rescored:
        """With these figures; as published where the method cannot take them."""
        return self._rescored[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the method cannot take these figures."""
        return self._rescored[1]

    @property
    def parts(self) -> tuple[Node, ...]:
        """The dimensions that have figures."""
        return tuple(node for node in self.here.results.children(self.before.root) if node.id in self.before.scores)

    @cached_property
    def published_band(self) -> SimulatedBand | None:
        """How sure the published rank is; None where there are no draws, or no rank."""
        if pd.isna(self.row["rank_low"]):
            return None
        rank, in_kind = ((int(self.row[f"{name}_low"]), int(self.row[f"{name}_high"])) for name in _RANKS)
        return SimulatedBand((self.row["score_low"], self.row["score_high"]), rank, in_kind)

    def band(self) -> SimulatedBand | None:
        """How sure it would be; None where there are no draws, or no rank. The first time it takes a second."""
        if not self.values:
            return self.published_band
        if self.problems or self.after.rank is None:
            return None
        try:
            return simulated(self.here.framework, self.here.year).band(self.region, dict(self.values))
        except InputProblems:
            return None


@kept(200)
def levers_of(framework: str, year: int, region: str, peers: tuple[str, ...]) -> tuple[Lever, ...]:
    """What can be moved in a region, beside these peers."""
    return levers(simulated(framework, year), region, peers)


@kept(50)
def scale_of(framework: str) -> tuple[float, float]:
    """The range that scores are put on."""
    leaf = next(node for node in results(framework).nodes if node.is_leaf and node.status != "wanted")
    return leaf.normalise.range
