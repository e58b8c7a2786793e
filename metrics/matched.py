"""Members of a group beside regions outside of it that are like them in structure.

Each member has one partner of its own among the regions that are no members: the pairs whose distances
(metrics.peers) sum to the least, none used twice (optimal pair matching; Rosenbaum, P. R. 1989, "Optimal matching for
observational studies"). Partners are of the member's kind, and no farther than peers are: than nine of ten regions
have their eight nearest. A member without such a partner stands alone, for what is far in structure would pass for a
difference between members and others. Members were chosen, and not by chance: what differs
between them and their partners is a difference, not an effect of being a member.

Of how many pairs the member has the higher score is held against a coin (sign test): where a fair coin would be as
lopsided in more than 5 of 100 cases, the two are not clearly different.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.stats import binomtest

from metrics.peers import distances, nearest
from metrics.peers import structure as structure_of
from metrics.results import Results

Matrix = NDArray[np.float64]
_NEVER = 1e6  # farther than any two regions are
_CHANCE = 0.05
_MOST = 0.9  # of all regions
FEWEST = 6  # pairs: of fewer even all say nothing


@dataclass(frozen=True)
class Partner:
    """The region outside of the group that stands beside a member, and how far it is in structure."""

    region: str
    distance: float


@dataclass(frozen=True)
class Beside:
    """Members beside their partners in one node: scores, or an indicator in natural units.

    `members` and `partners` hold the values of the pairs that both have one, by the member's code.
    `sign` is -1 where a lower value is better.
    """

    members: Mapping[str, float]
    partners: Mapping[str, float]
    sign: int = 1

    @property
    def pairs(self) -> int:
        """How many pairs both have a value."""
        return len(self.members)

    @property
    def better(self) -> int:
        """In how many of them the member is better."""
        return sum(self.sign * round(value - self.partners[code], 9) > 0 for code, value in self.members.items())

    @property
    def worse(self) -> int:
        """In how many of them the member is worse."""
        return sum(self.sign * round(value - self.partners[code], 9) < 0 for code, value in self.members.items())

    @property
    def medians(self) -> tuple[float, float] | None:
        """The median of the members and of their partners."""
        if not self.members:
            return None
        return float(np.median(list(self.members.values()))), float(np.median(list(self.partners.values())))

    @property
    def clear(self) -> bool:
        """Whether one side is better in so many pairs that chance alone would rarely make it so."""
        decided = self.better + self.worse
        return decided > 0 and bool(binomtest(self.better, decided).pvalue < _CHANCE)


def _reach(apart: Matrix) -> float:
    """The distance within which nine of ten regions have their peers."""
    farthest = nearest(apart)[:, -1]
    of_peers = apart[np.arange(len(apart)), farthest]
    return float(np.nanquantile(of_peers, _MOST)) + 1e-9


def partners(results: Results, year: int, members: Sequence[str], others: Sequence[str]) -> dict[str, Partner]:
    """A partner of its own for each member, in the order of `members`, among `others` that are no members.

    Where nobody outside is left that is alike enough, a member has none. Raises InputProblems where regions
    have nothing to be compared by, KeyError for a region that is not there.
    """
    known = structure_of(results, year)
    inside = [known.at(region) for region in dict.fromkeys(members)]
    outside = [known.at(region) for region in sorted(set(others) - set(members))]
    if not inside or not outside:
        return {}
    every = distances(known)
    apart = every[np.ix_(inside, outside)]
    apart[apart > _reach(every)] = np.nan
    if (kinds := known.categories.get("kind")) is not None:
        apart[kinds[inside][:, None] != kinds[outside][None, :]] = np.nan
    rows, columns = linear_sum_assignment(np.where(np.isnan(apart), _NEVER, apart))
    found = {
        known.regions[inside[row]]: Partner(known.regions[outside[column]], float(apart[row, column]))
        for row, column in zip(rows, columns, strict=True)
        if not np.isnan(apart[row, column])
    }
    return {region: found[region] for region in dict.fromkeys(members) if region in found}
