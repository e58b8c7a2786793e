"""How many regions stand where, counted by hand."""

import pandas as pd

from metrics.standings import Standing, standings


def test_all_regions_first_then_the_kind_with_fewer() -> None:
    ranking = pd.DataFrame(
        {
            "kind": ["kabupaten", "kabupaten", "kabupaten", "kota", "kota"],
            "score": [10.0, 30.0, None, 50.0, None],
        }
    )
    assert standings(ranking) == (
        Standing(None, 5, 3, 30.0),
        Standing("kota", 2, 1, 50.0),
        Standing("kabupaten", 3, 2, 20.0),
    )


def test_nobody_ranked_has_no_median() -> None:
    assert standings(pd.DataFrame({"kind": ["kota"], "score": [float("nan")]}))[0] == Standing(None, 1, 0, None)
