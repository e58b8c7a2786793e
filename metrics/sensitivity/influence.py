"""How much of the score each indicator decides, beside the weight that it is given.

A weight is no measure of importance: an indicator that varies little, or that goes against the others, decides
less than its weight says. Paruolo, Saisana and Saltelli (2013), "Ratings and rankings: voodoo or science?", Journal
of the Royal Statistical Society A 176, 609-634: importance is the first-order index S, the share of the score's
variance that the indicator explains alone; here in its linear form, the squared correlation.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from metrics.anatomy import weight_shares
from metrics.draws.cells import counted
from metrics.results import Results
from metrics.sensitivity.indicator_scores import node_scores

# An indicator departs from its weight when its share of the influence is beyond this multiple of it, or its inverse.
DEPARTS = 2.0


def influence(results: Results, year: int) -> pd.DataFrame:
    """One row an active indicator of the headline, in file order.

    node; parent, the composite that it is weighed in together with others; with_parent and with_root, Pearson's
    correlations of its normalised scores with the scores of those, over the regions that have both; weight, its
    effective weight: the product of its share among siblings and those of the composites above, which add up to 1;
    explained, the squared correlation with the root; share, the part of `explained` in the sum over all indicators
    (0 for one that goes against the score); departs, -1 where that share is less than half its weight, 1 where it
    is more than twice, else 0. Missing where fewer than 3 regions have both or one of the two never varies.
    """
    nodes = counted(results.nodes)
    scores = node_scores(results, year, [node.id for node in nodes])
    by_id = {node.id: node for node in nodes}
    shares = effective_weights(results)
    rows = []
    for node in nodes:
        if node.is_leaf and node.parent is not None:
            above = by_id[node.parent]
            # A composite of one child is that child: the next one up is what it is weighed in.
            while above.parent is not None and sum(other.parent == above.id for other in nodes) == 1:
                above = by_id[above.parent]
            rows.append({
                "node": node.id, "parent": above.id,
                "with_parent": correlation(scores[node.id], scores[above.id]),
                "with_root": correlation(scores[node.id], scores[nodes[0].id]),
                "weight": shares[node.id],
            })  # fmt: skip
    table = pd.DataFrame(rows)
    table["explained"] = table["with_root"] ** 2
    helping = table["explained"].where(table["with_root"] > 0, 0.0).where(table["with_root"].notna())
    table["share"] = helping / helping.sum() if helping.sum() > 0 else np.nan
    table["departs"] = np.select(
        [table["share"] > DEPARTS * table["weight"], table["share"] < table["weight"] / DEPARTS], [1, -1], 0
    )
    return table


def effective_weights(results: Results) -> dict[str, float]:
    """The share of the root that every node that counts has by the weights alone, by id; 1 for the root."""
    own = weight_shares(results)
    shares: dict[str, float] = {}
    for node in counted(results.nodes):
        shares[node.id] = 1.0 if node.parent is None else shares[node.parent] * own[node.id]
    return shares


def correlation(one: pd.Series, other: pd.Series) -> float:
    """Pearson's correlation over the regions that have both; NaN for fewer than 3 of them or without any variation."""
    both = pd.concat([one, other], axis=1, keys=["one", "other"]).dropna()
    if len(both) < 3 or both.std().min() == 0:
        return float("nan")
    return float(both["one"].corr(both["other"]))
