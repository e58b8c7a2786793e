"""How sure a ranking is, on draws small enough to count by hand."""

import numpy as np
import pandas as pd
import pytest

from metrics.banded import certainty, window, with_bands
from metrics.bands import Bands, bands_of
from metrics.framework import Maturity

LEVELS = Maturity.model_validate(
    {"minimum_coverage": 0.5, "levels": [{"from": 0, "title": "Low"}, {"from": 65, "title": "High"}]}
)


@pytest.fixture
def bands() -> Bands:
    """Four draws of five regions: a and b change places, c is a kind of its own, d has no score."""
    scores = [[70, 60, 30, np.nan, 10], [55, 65, 30, np.nan, 10], [70, 60, 45, np.nan, 10], [70, 70, 30, np.nan, 10]]
    return bands_of(("a", "b", "c", "d", "e"), ("kota", "kota", "kabupaten", "kota", "kota"), np.array(scores, float))


@pytest.fixture
def ranking() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region": ["a", "b", "c", "e", "d"],
            "score": [70, 60, 30, 10, np.nan],
            "rank": pd.array([1, 2, 3, 4, None], dtype="Int64"),
            "ranked": 4,
            "rank_in_kind": pd.array([1, 2, 1, 3, None], dtype="Int64"),
            "maturity": ["2", "1", "1", "1", "x"],
        }
    )


def test_bands_stand_behind_what_they_belong_to(ranking: pd.DataFrame, bands: Bands) -> None:
    table = with_bands(ranking, bands, LEVELS)
    assert list(table) == [
        "region", "score", "score_low", "score_high", "rank", "rank_low", "rank_high", "ranked",
        "rank_in_kind", "rank_in_kind_low", "rank_in_kind_high", "maturity", "level_chance",
    ]  # fmt: skip
    found = table.set_index("region")
    assert found.loc["a", ["rank_low", "rank_high"]].tolist() == [1, 2]
    assert found.loc["c", ["rank_in_kind_low", "rank_in_kind_high"]].tolist() == [1, 1]
    assert found["level_chance"][:4].tolist() == [0.75, 0.5, 1, 1]
    assert found.loc["d", ["rank_low", "score_high", "level_chance"]].isna().all()


def test_ranking_without_draws_has_empty_bands(ranking: pd.DataFrame) -> None:
    table = with_bands(ranking, None, LEVELS)
    assert table.filter(regex="_low$|_high$|level_chance").isna().all(axis=None)
    assert table[list(ranking)].equals(ranking)


def test_certainty_of_one_region(bands: Bands) -> None:
    found = certainty(bands, "a", LEVELS)
    assert found is not None
    assert (found.kind, found.draws, found.levels, found.alike) == ("kota", 4, (0.25, 0.75), ("b",))
    assert found.tops == {}  # too few for a first three
    assert certainty(bands, "d", LEVELS) is None
    # there is something to say of these regions, or the test ends here
    assert certainty(bands, "a", None).levels == ()


def test_chance_of_the_first_ones_is_told_where_it_is_open() -> None:
    scores = np.array([[9.0, 8, 7, 6, 5, 4], [9, 5, 7, 6, 8, 4]])
    bands = bands_of(tuple("abcdef"), ("kota",) * 6, scores)
    # as above
    tops = {region: certainty(bands, region, None).tops for region in "abf"}
    assert tops == {"a": {}, "b": {3: 0.5}, "f": {}}


def test_nearest_of_those_alike() -> None:
    bands = bands_of(tuple("abcd"), ("",) * 4, np.array([[4.0, 3, 2, 1], [1, 2, 3, 4]]))
    found = certainty(bands, "d", None)
    assert found is not None
    assert found.alike == ("a", "b", "c")
    assert found.nearest(pd.Series({"a": 1, "b": 2, "c": 3, "d": 4}), 2) == ["c", "b"]


@pytest.mark.parametrize(
    ("mine", "shown"), [("a", "abc"), ("b", "abc"), ("d", "cde"), ("f", "def"), (None, "abc"), ("z", "abc")]
)
def test_window_is_around_my_region_or_at_the_top(mine: str | None, shown: str) -> None:
    assert window(tuple("abcdef"), mine, 3) == list(shown)


def test_window_of_few_regions_holds_them_all() -> None:
    assert window(("a", "b"), "b", 5) == ["a", "b"]
