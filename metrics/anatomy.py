"""What a framework is made of: how much of it there are figures for, who has them, and what weighs how much."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from metrics.framework import Text
from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Measured:
    """How many nodes of a kind reach the headline, are only shown beside it, or are still wanted."""

    active: int
    shown: int
    wanted: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.active + self.shown + self.wanted


def measured_indicators(results: Results) -> Measured:
    """The indicators of the framework by their status."""
    return _measured([node for node in results.nodes if node.is_leaf])


def measured_parts(results: Results) -> Measured:
    """The parts directly above the indicators (the sub-dimensions of the masterplan) by their status."""
    parents = {node.parent for node in results.nodes if node.is_leaf}
    return _measured([node for node in results.nodes if node.id in parents])


def children_measured(results: Results, name: str) -> Measured:
    """The children of a node by their status."""
    return _measured(list(results.children(name)))


def level_of_parts(results: Results) -> Text | None:
    """What the framework calls the parts directly above its indicators; None where they are on several levels."""
    parents = {node.parent for node in results.nodes if node.is_leaf}
    depths = {node.depth for node in results.nodes if node.id in parents}
    names = results.framework.level_names
    return names[min(depths)] if len(depths) == 1 and min(depths) < len(names) else None


def weight_shares(results: Results) -> dict[str, float]:
    """The share of each node that counts in the weights of its parent, by node."""
    counted = [node for node in results.nodes[1:] if node.counts and node.status != "wanted"]
    totals: dict[str | None, float] = {}
    for node in counted:
        totals[node.parent] = totals.get(node.parent, 0.0) + node.weight
    return {node.id: node.weight / totals[node.parent] for node in counted}


def path(results: Results, name: str) -> frozenset[str]:
    """The node and all that are above it. Raises KeyError for a node that is not in the tree."""
    node = results.node(name)
    return frozenset({name}) if node.parent is None else path(results, node.parent) | {name}


def _measured(nodes: list[Node]) -> Measured:
    counts = {status: sum(node.status == status for node in nodes) for status in ("active", "shown", "wanted")}
    return Measured(**counts)


def typical_coverage(results: Results, year: int) -> float | None:
    """The median coverage of the ranked regions of a year; None where no region is ranked."""
    coverage = results.ranking(year).dropna(subset="rank")["coverage"]
    return float(coverage.median()) if len(coverage) else None


def own_figures(results: Results) -> pd.DataFrame:
    """node, year, regions: for each indicator the regions with a figure of that very year, in the scored years."""
    return results.table(
        """
        SELECT l.node AS node, y.year AS year, count(f.region) AS regions
        FROM leaf l CROSS JOIN scored_year y
        LEFT JOIN figure f ON f.variable = l.variable AND f.year = y.year
        GROUP BY l.node, y.year ORDER BY l.node, y.year
        """
    )


def publishers(results: Results) -> pd.DataFrame:
    """node, publisher: who publishes the figures of each indicator, the one with most figures first."""
    return results.table(
        """
        SELECT l.node AS node, s.publisher AS publisher
        FROM leaf l JOIN figure f ON f.variable = l.variable JOIN source s ON s.source = f.source
        GROUP BY l.node, s.publisher ORDER BY l.node, count(*) DESC, s.publisher
        """
    )
