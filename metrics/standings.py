"""How many regions stand where: the figures of a ranking's first line."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Standing:
    """A group of regions: how many there are, how many of them are ranked, and their median score.

    `kind` is None for all regions together; `median` is None where no region is ranked.
    """

    kind: str | None
    regions: int
    ranked: int
    median: float | None


def standings(ranking: pd.DataFrame) -> tuple[Standing, ...]:
    """All regions of `Results.ranking` first, then each kind, the one with fewer regions before the others."""
    kinds = [_standing(str(kind), rows) for kind, rows in ranking.groupby("kind")]
    return (_standing(None, ranking), *sorted(kinds, key=lambda standing: standing.regions))


def _standing(kind: str | None, rows: pd.DataFrame) -> Standing:
    scores = rows["score"].dropna()
    return Standing(kind, len(rows), len(scores), float(scores.median()) if len(scores) else None)
