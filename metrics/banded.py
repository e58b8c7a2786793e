"""How sure a ranking is: the bands beside its ranks and scores, and what can be said of one region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.bands import HIGH, LOW, Bands
from metrics.draws.assumptions import default_assumptions
from metrics.draws.cells import counted
from metrics.framework import Maturity
from metrics.results import Results
from metrics.robustness import DRAWS, SEED

# The column of the ranking that each pair of columns (`_low`, `_high`) belongs to.
BANDED = ("score", "rank", "rank_in_kind")
_TOPS = (3, 10, 25, 50, 100)
# Chances that would be written as 0 or 100 percent are no news.
_CERTAIN = 0.005


@dataclass(frozen=True)
class Certainty:
    """One ranked region over many draws.

    kind     its kind, within which it is compared; "" where there is none, then with all regions of no kind
    draws    how many there are
    levels   the chance of each level, the lowest first; empty without a scale
    tops     the chance of being among the first n of its kind, by n, where it is open; n is at most half of them
    alike    the regions of its kind that cannot be told apart from it, best first
    """

    region: str
    kind: str
    draws: int
    levels: tuple[float, ...]
    tops: dict[int, float]
    alike: tuple[str, ...]

    def nearest(self, ranks: pd.Series[float], most: int) -> list[str]:
        """So many of those alike, the nearest in rank; `ranks` by region."""
        return sorted(self.alike, key=lambda region: abs(ranks[region] - ranks[self.region]))[:most]

    @staticmethod
    def open(chance: float) -> bool:
        """Whether a chance is worth telling: not 0 or 100 percent when it is written without decimals."""
        return _CERTAIN <= chance < 1 - _CERTAIN


def cuts(maturity: Maturity | None) -> list[float]:
    """The scores from which the levels up from the second start; none without a scale."""
    return [level.from_ for level in maturity.levels[1:]] if maturity else []


def with_bands(ranking: pd.DataFrame, bands: Bands | None, maturity: Maturity | None) -> pd.DataFrame:
    """`Results.ranking` with two columns behind each of `BANDED`, its band, and `level_chance` behind `maturity`:
    the share of the draws in which the region has the level that it has.

    Missing where a region has no rank, and everywhere without `bands`.
    """
    columns = [f"{name}_{end}" for name in BANDED for end in ("low", "high")]
    found = pd.DataFrame(columns=columns, dtype="float64") if bands is None else bands.whole[columns]
    table = ranking.join(found, on="region").astype({name: "Int64" for name in columns if name.startswith("rank")})
    table["level_chance"] = _level_chance(ranking, bands, maturity)
    return table[[name for column in map(str, ranking) for name in _with_own(column)]]


def _with_own(column: str) -> list[str]:
    if column in BANDED:
        return [column, f"{column}_low", f"{column}_high"]
    return [column, "level_chance"] if column == "maturity" else [column]


def _level_chance(ranking: pd.DataFrame, bands: Bands | None, maturity: Maturity | None) -> list[float]:
    if bands is None or maturity is None:
        return [np.nan] * len(ranking)
    chances = bands.chances_of_levels(cuts(maturity)).to_dict("index")
    pairs = zip(ranking["region"], ranking["maturity"], strict=True)
    return [chances[region].get(_number(level), np.nan) for region, level in pairs]


def _number(level: object) -> int:
    return int(level) if isinstance(level, str) and level.isdecimal() else 0


def in_short(results: Results, ranking: pd.DataFrame) -> dict[str, str]:
    """What the bands in a file are, for programs: quantiles, draws, seed, and what differs between the draws.

    `ranking` is what the file holds: ranks without bands are said to have none, and without ranks nothing is said.
    """
    if ranking["rank_low"].isna().all():
        return {"bands": "none; they cannot be worked out for this year"} if ranking["rank"].notna().any() else {}
    varied = default_assumptions(counted(results.nodes)).sources()
    return {"bands": f"p{100 * LOW:.0f}-p{100 * HIGH:.0f}; {DRAWS} draws; seed {SEED}; {' '.join(varied)}"}


def certainty(bands: Bands, region: str, maturity: Maturity | None) -> Certainty | None:
    """What the draws say of a region; None where it is not ranked. Raises ValueError for a code that is not there."""
    at = bands.regions.index(region)
    if not bands.ranks[0, at]:
        return None
    kind = bands.kinds[at]
    peers = sum(bool(rank) and other == kind for rank, other in zip(bands.ranks[0], bands.kinds, strict=True))
    tops = {n: float(bands.chance_of_top(n, in_kind=True)[region]) for n in _TOPS if 2 * n <= peers}
    levels = bands.chances_of_levels(cuts(maturity)).to_dict("index")[region].values() if maturity else ()
    return Certainty(
        region=region,
        kind=kind,
        draws=len(bands.ranks),
        levels=tuple(levels),
        tops={n: chance for n, chance in tops.items() if Certainty.open(chance)},
        alike=bands.alike(region, in_kind=True),
    )


def window(regions: Sequence[str], mine: str | None, most: int) -> list[str]:
    """So many of the regions of a ranking that a picture can hold them: those around `mine`, else the first."""
    at = regions.index(mine) if mine in regions else 0
    start = min(max(at - most // 2, 0), max(len(regions) - most, 0))
    return list(regions[start : start + most])


def reach(rows: pd.DataFrame, rank: str) -> tuple[int, int]:
    """The best and the worst rank in the bands of rows of `with_bands`; `rank` is one of its columns."""
    found = rows[[rank, f"{rank}_low", f"{rank}_high"]].to_numpy(dtype=np.float64)
    return int(found.min()), int(found.max())
