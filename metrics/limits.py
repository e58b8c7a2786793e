"""How far an indicator of a region can be asked to go: to what its peers reached, as fast as they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.pace import Evidence, Stretch, evidence, fast, paces
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Limit:
    """What is in reach of one indicator of a region in a year, in natural units.

    today               its value, which may be a carried figure, never an estimate
    best_of_peers       the best value any peer has in that year (no estimate); it may be worse than today's.
                        None where no peer has a figure; `best_peer` is the region that has it, the first
                        by code of several
    yearly_change_p75   the 75th percentile of the peers' yearly changes, turned so that above 0 is better
                        whatever the direction of the indicator; 0 or less: three quarters of them stood still or
                        fell back. None where no peer has two figures that compare (metrics.pace)
    decimals            to how many its figures are written, None where the framework does not say
    evidence            what that pace rests on; None where there is none
    """

    today: float
    best_of_peers: float | None
    best_peer: str | None
    yearly_change_p75: float | None
    decimals: int | None
    evidence: Evidence | None = None


def limits(results: Results, year: int, region: str, peers: Sequence[str]) -> dict[str, Limit]:
    """By node id, for each active or shown indicator that has a figure of the region within reach of the year.

    The region itself is never among its peers, even if it is named. No peers: nothing to be asked, so no limits.
    """
    others = sorted(set(peers) - {region})
    values = figures_of(results, year, [region, *others])
    moved = paces(results, year, others)
    leaves = [node for node in results.nodes if node.is_leaf and region in values.get(node.id, {})]
    return {leaf.id: _limit(leaf, region, values[leaf.id], moved[leaf.id]) for leaf in leaves if others}


def figures_of(results: Results, year: int, regions: Sequence[str]) -> dict[str, dict[str, float]]:
    """The values behind the scores of a year in natural units, by node id and region; carried ones too, no estimates.

    Regions come in ascending order of their codes.
    """
    rows = results.table(
        """
        SELECT node, region, value FROM imputed
        WHERE year = ? AND origin <> 'imputed' AND region IN (SELECT unnest(?)) ORDER BY node, region
        """,
        [year, list(regions)],
    )
    found: dict[str, dict[str, float]] = {}
    for node, region, value in zip(rows["node"], rows["region"], rows["value"], strict=True):
        found.setdefault(node, {})[region] = float(value)
    return found


def _limit(node: Node, region: str, values: Mapping[str, float], moved: Mapping[str, Stretch]) -> Limit:
    theirs = {peer: value for peer, value in values.items() if peer != region}
    best = max(theirs, key=lambda peer: node.sign * theirs[peer], default=None)
    reached = None if best is None else theirs[best]
    return Limit(values[region], reached, best, fast(node, moved), node.decimals, evidence(node, moved))
