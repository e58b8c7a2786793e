"""Principal components of the indicators: how many separate things they measure, and which go together.

OECD/JRC Handbook (2008), step 4. Components of the correlation matrix, that is, of standardised indicators.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components, the one with the largest variance first.

    rows         how many regions have every indicator: only they are taken
    eigenvalues  the variance along each component; they add up to the number of indicators
    loadings     indicators x components: the correlation of an indicator with a component. The largest loading of
                 each component by size is positive
    """

    rows: int
    eigenvalues: NDArray[np.float64]
    loadings: pd.DataFrame

    @property
    def shares(self) -> NDArray[np.float64]:
        """The share of all variance that each component has."""
        return np.asarray(self.eigenvalues / self.eigenvalues.sum())

    @property
    def above_one(self) -> int:
        """How many components have more variance than one indicator (Kaiser's criterion)."""
        return int((self.eigenvalues > 1).sum())


def components(scores: pd.DataFrame) -> Components | None:
    """The components of the columns of `scores` that vary, over the rows that have them all.

    None where fewer than two vary, or fewer than three rows are complete.
    """
    whole = scores.dropna()
    whole = whole.loc[:, whole.nunique() > 1]
    if whole.shape[1] < 2 or len(whole) < 3:
        return None
    eigenvalues, vectors = np.linalg.eigh(np.corrcoef(whole.to_numpy(), rowvar=False))
    eigenvalues, vectors = np.clip(eigenvalues[::-1], 0.0, None), vectors[:, ::-1]
    largest = np.abs(vectors).argmax(axis=0)
    vectors = vectors * np.sign(vectors[largest, np.arange(vectors.shape[1])])
    names = [str(number) for number in range(1, len(eigenvalues) + 1)]
    return Components(len(whole), eigenvalues, pd.DataFrame(vectors * np.sqrt(eigenvalues), whole.columns, names))
