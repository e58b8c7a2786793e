"""Classes of regions by their population, as two Indonesian ratings of smart cities form them.

Kota: Rating Kota Cerdas Indonesia 2017 of ITB, above 1,000,000, 200,000 to 1,000,000, and below
(https://www.indotelko.com/read/1512882275/indeks-cerdas-2017). Kabupaten: the readiness survey of Citiasia,
with 300,000 in the place of 200,000.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from metrics.results import Results

Size = Literal["large", "medium", "small"]
SIZES: tuple[Size, ...] = ("large", "medium", "small")

LARGE_FROM = 1_000_000  # a region is large above it
MEDIUM_FROM: Mapping[str, int] = {"kota": 200_000, "kabupaten": 300_000}


def size(kind: str | None, population: float | None) -> Size | None:
    """The class of a region; None without a figure, or for a kind that the ratings do not class."""
    if kind is None or kind not in MEDIUM_FROM or population is None or math.isnan(population):
        return None
    if population > LARGE_FROM:
        return "large"
    return "medium" if population >= MEDIUM_FROM[kind] else "small"


def sizes(results: Results) -> dict[str, Size]:
    """The class of every region that has one, by its code."""
    regions = results.regions()
    columns = (regions["region"], regions["kind"], regions["population"])
    classed = {region: size(kind, population) for region, kind, population in zip(*columns, strict=True)}
    return {region: found for region, found in classed.items() if found is not None}
