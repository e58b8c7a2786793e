"""Scores of a year as a table of regions by nodes: what correlations are taken of."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from metrics.draws.cells import counted
from metrics.results import Results


def node_scores(results: Results, year: int, nodes: Sequence[str]) -> pd.DataFrame:
    """The scores of nodes in a year, higher is better: a row a region, a column a node, NaN where there is none."""
    scores = results.scores(year)
    wide = scores[scores["node"].isin(nodes)].pivot(index="region", columns="node", values="score")
    return wide.reindex(index=results.regions()["region"], columns=list(nodes)).astype(float)


def indicator_scores(results: Results, year: int) -> pd.DataFrame:
    """The normalised scores of the active indicators of the headline, as `node_scores` gives them."""
    return node_scores(results, year, [node.id for node in counted(results.nodes) if node.is_leaf])
