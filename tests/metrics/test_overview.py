"""The country at a glance, counted by hand."""

import math

import pandas as pd
import pytest

from metrics.overview import Levels, furthest_apart, leading, levels, spreads
from metrics.results import open_results

RANKING = pd.DataFrame(
    {
        "kind": ["kabupaten", "kabupaten", "kabupaten", "kota", "kota"],
        "maturity": ["1", "2", "x", "2", "3"],
        "living": [10.0, 30.0, None, 50.0, 70.0],
        "society": [10.0, 30.0, 20.0, None, None],
    }
)
NODES = [open_results().node("living"), open_results().node("society")]


def test_levels_of_all_regions_then_of_each_kind() -> None:
    every, kota, kabupaten = levels(RANKING, 3, "kind")
    assert every == Levels(None, (1, 2, 1), 1)
    assert kota == Levels("kota", (0, 1, 1), 0)
    assert kabupaten == Levels("kabupaten", (1, 1, 0), 1)
    assert (every.assessed, every.regions, every.usual, every.upper) == (4, 5, 2, 3)
    assert (every.higher(2), every.lower(2), every.at_least(2), every.share_at_least(2)) == (1, 1, 3, 0.75)
    assert kabupaten.usual == 1
    assert Levels(None, (0, 0, 5), 0).upper == 3


def test_the_leading_group_has_the_largest_share() -> None:
    nobody = Levels("nobody", (0, 0, 0), 9)
    small, large = Levels("small", (0, 1, 1), 0), Levels("large", (4, 3, 3), 0)
    assert leading([nobody, large, small], 2) == small
    assert leading([nobody], 2) is None
    assert math.isnan(nobody.share_at_least(2))


def test_spread_of_each_dimension_within_each_kind() -> None:
    found = spreads(RANKING, NODES)
    assert [(s.node.id, s.kind, s.regions) for s in found] == [
        ("living", "kota", 2),
        ("living", "kabupaten", 2),
        ("society", "kabupaten", 3),
    ]
    kota = found[0]
    assert (kota.low, kota.quarter, kota.median, kota.three_quarters, kota.high) == pytest.approx(
        (51.0, 55.0, 60.0, 65.0, 69.0)
    )
    pair = furthest_apart(found)
    assert pair is not None
    assert [(s.node.id, s.median) for s in pair] == [("living", 60.0), ("living", 20.0)]


def test_without_kinds_all_regions_are_one_group() -> None:
    found = spreads(RANKING.assign(kind=None), NODES)
    assert [(s.kind, s.regions) for s in found] == [(None, 4), (None, 3)]
    assert furthest_apart(found) is None
