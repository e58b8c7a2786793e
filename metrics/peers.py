"""Peers: the regions most like one in structure, never by their scores.

Expenditure per capita is a condition that a region works under; the shipped framework also counts it, as an indicator
of welfare, so in that one peers are alike by choice.

Each region is a point: its kind, whether it governs itself, population, density and expenditure per capita (as
logarithms, so that twice as many is as far everywhere), its island group and where it lies. Numbers are put on a
robust scale, centred on the median and divided by 1.4826 times the median absolute deviation, which is the standard
deviation where values are normal, so that a few giants do not make all others alike. The distance of two regions is
the root of the weighted mean of the squared differences; a categorical trait differs by 0 or 1 (docs/method.md).

A trait that a region lacks is left out of its pairs, and the mean is over the traits that both regions have: the
same either way round, so distances stay symmetric. A trait that the dataset lacks, or that is the same everywhere,
is left out altogether. A dataset with none of these traits is compared by its own columns of regions.csv.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.problems import InputProblems, Problem
from metrics.results import Results

COUNT = 8  # how many peers, where nobody says otherwise

# What each trait weighs. The kind weighs most, since a kota and a kabupaten have different tasks; then whether a
# region has a government of its own, which the administrative areas of Jakarta have not. Where it lies weighs
# little: neighbours share prices and ports, but not their tasks.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "kind": 8.0, "autonomous": 4.0, "population": 2.0, "density": 2.0, "expenditure_pc": 1.0,
        "island": 0.5, "position": 0.5,
    }
)  # fmt: skip
CATEGORIES: tuple[str, ...] = ("kind", "autonomous", "island")
EXPENDITURE = "expenditure_pc"  # the variable of that name
EARTH = 6371.0088  # mean radius in kilometres
_NORMAL = 1.4826  # median absolute deviations in a standard deviation, where values are normal
_DIGITS = 12  # of squared distances: what is equal must come out equal, whatever the order of the sums

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Structure:
    """What regions are compared by, in one year.

    regions      codes, ascending: so ties go to the smaller code
    numbers      numeric traits in natural units (persons, persons a square kilometre, thousand rupiah), NaN where
                 missing: population, density and expenditure_pc, those of them that the dataset has
    categories   categorical traits as text, None where missing: kind, autonomous (whether it governs itself) and
                 island, or the dataset's own columns
    places       latitude and longitude in degrees, regions x 2, NaN where missing; None where the dataset has none
    """

    regions: tuple[str, ...]
    numbers: Mapping[str, Matrix]
    categories: Mapping[str, NDArray[np.object_]]
    places: Matrix | None

    @property
    def traits(self) -> tuple[str, ...]:
        """What regions are compared by, by name."""
        return (*self.categories, *self.numbers, *(() if self.places is None else ("position",)))

    def at(self, region: str) -> int:
        """The place of a region among `regions`. Raises KeyError."""
        try:
            return self.regions.index(region)
        except ValueError:
            raise KeyError(region) from None


@lru_cache(maxsize=8)
def structure(results: Results, year: int) -> Structure:
    """What the dataset says of its regions. Expenditure is the newest figure that is not newer than the year.

    Raises InputProblems where regions have nothing to be compared by.
    """
    regions = results.regions().sort_values("region", ignore_index=True)
    codes = tuple(regions["region"])
    spent = results.table(
        """
        SELECT region, value FROM figure WHERE variable = ? AND year <= ?
        QUALIFY row_number() OVER (PARTITION BY region ORDER BY year DESC) = 1
        """,
        [EXPENDITURE, year],
    ).set_index("region")["value"]
    population = regions["population"].to_numpy(dtype=np.float64)
    area = regions["area_km2"].to_numpy(dtype=np.float64)
    numbers = {
        "population": _positive(population),
        "density": _positive(population / np.where(area > 0, area, np.nan)),
        EXPENDITURE: _positive(spent.reindex(codes).to_numpy(dtype=np.float64)),
    }
    numbers = {name: values for name, values in numbers.items() if _varies(values)}
    own = _columns(results, codes)
    categories = {name: own[name] for name in CATEGORIES if name in own}
    places = regions[["lat", "lon"]].to_numpy(dtype=np.float64)
    located = places if _varies(places.sum(axis=1)) else None
    if not numbers and not categories and located is None:
        categories = own
    if not numbers and not categories and located is None:
        raise InputProblems([Problem("no-structure", str(results.data / "regions.csv"))])
    return Structure(codes, MappingProxyType(numbers), MappingProxyType(categories), located)


def peers(results: Results, year: int, region: str, count: int = COUNT) -> pd.DataFrame:
    """The nearest regions by structure, nearest first and ties by code, with what is alike (see `beside`).

    Raises KeyError for an unknown region, InputProblems where regions have nothing to be compared by.
    """
    known = structure(results, year)
    places = nearest(distances(known), count)[known.at(region)]
    return beside(known, region, [known.regions[place] for place in places])


def beside(structure: Structure, region: str, others: Sequence[str]) -> pd.DataFrame:
    """How a region and each of `others` differ, in their order: region, peer, distance, km, then by trait.

    `km` is the great-circle distance. A numeric trait gives the peer's value over the region's
    (population_ratio, density_ratio, expenditure_pc_ratio), a categorical one the peer's value (kind) and whether
    it is the region's too (same_kind, missing where either has none). Raises KeyError for an unknown region.
    """
    at, places = structure.at(region), [structure.at(other) for other in others]
    columns: dict[str, object] = {
        "region": [region] * len(places),
        "peer": list(others),
        "distance": distances(structure)[at, places],
        "km": kilometres(structure, region)[places],
    }
    for name, values in structure.numbers.items():
        columns[f"{name}_ratio"] = values[places] / values[at]
    for name, texts in structure.categories.items():
        columns[name] = texts[places]
        same = [None if None in (texts[at], texts[place]) else texts[at] == texts[place] for place in places]
        columns[f"same_{name}"] = pd.array(same, dtype="boolean")
    return pd.DataFrame(columns)


def kilometres(structure: Structure, region: str) -> Matrix:
    """From a region to every region along a great circle; NaN where either has no position."""
    if structure.places is None:
        return np.full(len(structure.regions), np.nan)
    points = _on_sphere(structure.places) / EARTH
    chord = np.linalg.norm(points - points[structure.at(region)], axis=1)
    return np.asarray(2 * EARTH * np.arcsin(np.minimum(chord / 2, 1)))


def distances(structure: Structure) -> Matrix:
    """Of every two regions, in standard deviations: symmetric, 0 on the diagonal; NaN for two without a common trait.

    Differences are squared by |a|² + |b|² - 2ab, so that everything is a product of matrices.
    """
    points, masks, weights = [], [], []
    for name, texts in structure.categories.items():
        point, known = _indicators(texts)
        points.append(point)
        masks.append(known)
        weights.append(WEIGHTS.get(name, 1.0))
    for name, values in structure.numbers.items():
        points.append(_scaled(np.log(values)[:, None]))
        masks.append(np.isfinite(values))
        weights.append(WEIGHTS[name])
    if structure.places is not None:
        points.append(_scaled(_on_sphere(structure.places)))
        masks.append(np.asarray(np.isfinite(structure.places).all(axis=1)))
        weights.append(WEIGHTS["position"])
    widths = [point.shape[1] for point in points]
    there = np.array(masks, dtype=np.float64).T  # regions x traits
    weighed = np.sqrt(weights)
    spread = np.hstack(points) * np.repeat(weighed, widths)
    spread[np.repeat(there, widths, axis=1) == 0] = 0
    sums = (spread**2) @ np.repeat(np.eye(len(widths)), widths, axis=0)  # of squares, by trait
    crossed = sums @ there.T
    crossed = crossed + crossed.T
    shared = there * weighed
    apart: Matrix = spread @ spread.T  # from here on in place: new tables of this size cost more than the sums
    apart *= -2
    apart += crossed
    np.maximum(apart, 0, out=apart)
    with np.errstate(invalid="ignore"):
        apart /= shared @ shared.T
    np.sqrt(np.round(apart, _DIGITS, out=apart), out=apart)
    np.fill_diagonal(apart, 0)
    return apart


def nearest(apart: Matrix, count: int = COUNT) -> NDArray[np.intp]:
    """By row the places of the nearest others, nearest first, ties by place; regions x count.

    Regions that share no trait come last.
    """
    count = min(count, len(apart) - 1)
    apart = np.where(np.isnan(apart), np.finfo(np.float64).max, apart)
    np.fill_diagonal(apart, np.inf)  # never its own peer
    farthest = np.partition(apart, count - 1, axis=1)[:, count - 1, None]
    rows, columns = np.nonzero(apart <= farthest)  # few, so that only they need sorting
    order = np.lexsort((apart[rows, columns], rows))
    starts = np.searchsorted(rows, np.arange(len(apart)))
    return np.asarray(columns[order][starts[:, None] + np.arange(count)])


def _positive(values: Matrix) -> Matrix:
    """Values that have a logarithm, the others missing."""
    return np.where(values > 0, values, np.nan)


def _texts(column: pd.Series) -> NDArray[np.object_]:
    return column.astype("object").where(column.notna(), None).to_numpy()


def _varies(values: Matrix) -> bool:
    return len(np.unique(values[np.isfinite(values)])) > 1


def _columns(results: Results, codes: tuple[str, ...]) -> dict[str, NDArray[np.object_]]:
    """The columns of regions.csv that put regions into groups, at least two and not each in its own, as text."""
    rows = results.table(
        """
        SELECT region, attribute, value FROM attribute WHERE attribute NOT IN ('name', 'short_name') AND attribute IN (
            SELECT attribute FROM attribute
            GROUP BY attribute HAVING count(DISTINCT value) > 1 AND count(DISTINCT value) < count(*)
        ) ORDER BY attribute
        """
    )
    found = {str(name): part.set_index("region")["value"] for name, part in rows.groupby("attribute")}
    return {name: _texts(values.reindex(codes)) for name, values in found.items()}


def _indicators(texts: NDArray[np.object_]) -> tuple[Matrix, NDArray[np.bool_]]:
    """A column a value, so that two regions of different values are 1 apart; and who has a value."""
    known = np.array([text is not None for text in texts])
    _, codes = np.unique(np.where(known, texts, ""), return_inverse=True)
    return np.sqrt(0.5) * np.eye(codes.max() + 1)[codes], known


def _scaled(points: Matrix) -> Matrix:
    """Points in robust standard deviations from their median, regions x dimensions.

    The deviation of a point is its distance from the median point, so that a place on the globe has one scale.
    Where half of all points are the same, the mean deviation takes the place of the median one.
    """
    with np.errstate(invalid="ignore"):
        centred = points - np.nanmedian(points, axis=0)
        deviation = np.sqrt((centred**2).sum(axis=1))
        scale = _NORMAL * np.nanmedian(deviation)
        return np.asarray(centred / (scale if scale > 0 else np.nanmean(deviation)))


def _on_sphere(places: Matrix) -> Matrix:
    """Latitude and longitude as points of a sphere with the earth's radius."""
    lat, lon = np.radians(places).T
    return EARTH * np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
