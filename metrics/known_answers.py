"""What is known from elsewhere, computed anew: published indices, and how close a framework's score is to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.results import Results


@dataclass(frozen=True)
class KnownAnswer:
    """A published index beside the one computed from its parts: pairs of region and year, and how far they differ."""

    variable: str
    compared: int
    largest_difference: float


@dataclass(frozen=True)
class Closeness:
    """How much of a score is known from published indices, over the regions that have all of them in a year.

    `rank_correlations` has Spearman's coefficient of the score with each index, in the order in which they
    were named; `explained` is the share of the score's variance that a linear fit on all of them explains.
    """

    year: int
    regions: int
    rank_correlations: tuple[float, ...]
    explained: float


def known_answer(results: Results, variable: str) -> KnownAnswer | None:
    """The root's scores of all years beside the published figures of `variable`; None without a pair."""
    found = results.table(
        """
        SELECT count(*) AS compared, max(abs(s.score - f.value)) AS largest
        FROM score s JOIN figure f ON f.region = s.region AND f.year = s.year AND f.variable = ?
        WHERE s.level = 0 AND s.score IS NOT NULL
        """,
        [variable],
    )
    compared = int(found["compared"].iloc[0])
    return KnownAnswer(variable, compared, float(found["largest"].iloc[0])) if compared else None


def closeness(results: Results, variables: Sequence[str], year: int) -> Closeness | None:
    """The ranked scores of a year beside published indices; None with fewer regions than the fit needs."""
    score = results.ranking(year).dropna(subset="rank").set_index("region")["score"]
    figures = results.table("SELECT region, variable, value FROM figure WHERE year = ?", [year])
    wide = figures[figures["variable"].isin(variables)].pivot(index="region", columns="variable", values="value")
    both = pd.concat([score, wide.reindex(columns=list(variables))], axis="columns", join="inner").dropna()
    if len(both) < len(variables) + 2:
        return None
    ranks = both.rank()
    correlations = tuple(float(np.corrcoef(ranks["score"], ranks[name])[0, 1]) for name in variables)
    design = np.column_stack([np.ones(len(both)), both[list(variables)].to_numpy()])
    y = both["score"].to_numpy()
    fitted = design @ np.linalg.lstsq(design, y, rcond=None)[0]
    explained = 1 - float(((y - fitted) ** 2).sum() / ((y - y.mean()) ** 2).sum())
    return Closeness(year, len(both), correlations, explained)
