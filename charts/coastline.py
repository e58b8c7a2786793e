"""The coast of Indonesia and of what lies around it, as a background for maps.

`coastline.csv` is Natural Earth's land at 1:10 million (public domain), as the npm package world-atlas carries it,
cut to 94-142.5° east and 12.5° south-8° north and rounded to 0.01°, about one kilometre. NOTICE.md names both.
"""

from __future__ import annotations

import csv
from functools import cache
from itertools import groupby
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FILE = Path(__file__).resolve().parent / "coastline.csv"

# The part of the world that a map of Indonesia shows, in degrees: west, east, south, north.
VIEW = (93.8, 141.4, -11.9, 6.7)


@cache
def coastline() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Longitudes and latitudes of every closed line of the coast, one after the other with NaN in between.

    Arrays, because Plotly copies and writes a list point by point in every run of a page, and an array as a whole.
    """
    points: list[tuple[float, float]] = []
    with _FILE.open(encoding="utf-8", newline="") as file:
        for _, line in groupby(csv.DictReader(file), key=lambda row: row["line"]):
            points += [(float(point["lon"]), float(point["lat"])) for point in line]
            points.append((nan, nan))
    longitudes, latitudes = np.array(points, dtype=np.float32).T
    return np.ascontiguousarray(longitudes), np.ascontiguousarray(latitudes)
