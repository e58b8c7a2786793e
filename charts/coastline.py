"""The coast of Indonesia and of what lies around it, as a background for maps.

`coastline.csv` is Natural Earth's land at 1:10 million (public domain), as the npm package world-atlas carries it,
cut to 94-142.5° east and 12.5° south-8° north and rounded to 0.01°, about one kilometre. NOTICE.md names both.
"""

from __future__ import annotations

import csv
from functools import cache
from itertools import groupby
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "coastline.csv"

# The part of the world that a map of Indonesia shows, in degrees: west, east, south, north.
VIEW = (93.8, 141.4, -11.9, 6.7)


@cache
def coastline() -> tuple[list[float | None], list[float | None]]:
    """Longitudes and latitudes of every closed line of the coast, one after the other with None in between."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    with _FILE.open(encoding="utf-8", newline="") as file:
        for _, points in groupby(csv.DictReader(file), key=lambda row: row["line"]):
            for point in points:
                longitudes.append(float(point["lon"]))
                latitudes.append(float(point["lat"]))
            longitudes.append(None)
            latitudes.append(None)
    return longitudes, latitudes
