"""How the indicators go together: correlations with what is worth a look, and Cronbach's alpha.

OECD/JRC Handbook (2008), step 4 (multivariate analysis). The limits are those that audits of composite indicators
by the Joint Research Centre go by (Becker et al. 2022, "COINr: An R package for developing composite indicators",
Journal of Open Source Software 7(78), 4567).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from metrics.draws.cells import counted
from metrics.results import Results
from metrics.sensitivity.indicator_scores import node_scores

Method = Literal["pearson", "spearman", "kendall"]
METHODS: tuple[Method, ...] = ("pearson", "spearman", "kendall")
# Above: two indicators say the same. Below: one is had at the price of the other.
REDUNDANT, TRADE_OFF = 0.92, -0.4
# An indicator below this correlation with what it is part of hardly has a part in it.
WEAK = 0.3


def correlations(scores: pd.DataFrame, method: Method = "pearson") -> pd.DataFrame:
    """Correlations between the columns, each pair over the rows that have both; kendall is tau-b.

    NaN where fewer than 3 rows have both, or one of the two never varies.
    """
    return scores.corr(method, min_periods=3)


def flagged(matrix: pd.DataFrame) -> pd.DataFrame:
    """Pairs worth a look: one, other, correlation, flag (redundant or trade-off); the furthest from 0 first."""
    names, values = list(matrix), matrix.to_numpy(dtype=float)
    rows = [
        {"one": names[i], "other": names[j], "correlation": values[i, j], "flag": flag}
        for i, j in zip(*np.triu_indices(len(names), k=1), strict=True)
        if (flag := "redundant" if values[i, j] > REDUNDANT else "trade-off" if values[i, j] < TRADE_OFF else None)
    ]
    table = pd.DataFrame(rows, columns=["one", "other", "correlation", "flag"])
    order = table["correlation"].astype(float).abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def cronbach_alpha(scores: pd.DataFrame) -> float:
    """Cronbach's alpha of the columns: k/(k-1) (1 - tr(C)/sum(C)), C their covariance, each pair over the rows that
    have both. Cronbach (1951), Psychometrika 16, 297-334. NaN for one column, or where nothing varies."""
    k = scores.shape[1]
    covariance = scores.cov(min_periods=2).to_numpy()
    whole = covariance.sum()
    if k < 2 or not whole > 0:
        return float("nan")
    return float(k / (k - 1) * (1 - np.trace(covariance) / whole))


def alphas(results: Results, year: int) -> pd.DataFrame:
    """Alpha of the children of every composite that has several, in file order, and of all indicators.

    node, children (how many), alpha; the last row, of the root again, takes all indicators together and has
    `whole` set.
    """
    nodes = counted(results.nodes)
    scores = node_scores(results, year, [node.id for node in nodes])
    rows = []
    for node in nodes:
        children = [child.id for child in nodes if child.parent == node.id]
        if len(children) > 1:
            rows.append((node.id, len(children), cronbach_alpha(scores[children]), False))
    leaves = [node.id for node in nodes if node.is_leaf]
    rows.append((nodes[0].id, len(leaves), cronbach_alpha(scores[leaves]), True))
    return pd.DataFrame(rows, columns=["node", "children", "alpha", "whole"])
