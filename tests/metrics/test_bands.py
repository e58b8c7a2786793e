"""What many draws say about a region, on draws small enough to count by hand."""

import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from metrics.bands import Bands, bands_of
from metrics.kept_bands import kept_bands
from metrics.results import Results, open_results
from metrics.robustness import robustness

# Four draws (rows) of four regions: a and b change places, c is always last but one of its own, d has no score.
SCORES = np.array([
    [70.0, 60.0, 30.0, np.nan],
    [55.0, 65.0, 30.0, np.nan],
    [70.0, 60.0, 45.0, np.nan],
    [70.0, 70.0, 30.0, np.nan],
])  # fmt: skip


@pytest.fixture
def bands() -> Bands:
    return bands_of(("a", "b", "c", "d"), ("kota", "kota", "kabupaten", "kota"), SCORES)


def test_chances_of_levels_are_shares_of_draws(bands: Bands) -> None:
    chances = bands.chances_of_levels([40, 60])
    assert chances.loc["a"].tolist() == [0, 0.25, 0.75]
    assert chances.loc["c"].tolist() == [0.75, 0.25, 0]
    assert chances.loc["d"].isna().all()


def test_a_score_on_a_cut_belongs_to_the_level_above_it(bands: Bands) -> None:
    assert bands.chances_of_levels([70]).loc["b"].tolist() == [0.75, 0.25]


def test_chance_of_top(bands: Bands) -> None:
    assert bands.chance_of_top(1).to_dict() == {"a": 0.75, "b": 0.5, "c": 0, "d": 0}  # they share the first place once
    assert bands.chance_of_top(1, in_kind=True)["c"] == 1


def test_regions_that_outrank_each_other_cannot_be_told_apart(bands: Bands) -> None:
    assert bands.alike("a") == ("b",)
    assert bands.alike("b") == ("a",)
    assert bands.alike("c") == bands.alike("d") == ()


def test_alike_keeps_to_the_kind_where_it_is_asked_to() -> None:
    bands = bands_of(("a", "b", "c"), ("kota", "kabupaten", "kota"), np.array([[1.0, 2, 3], [3, 2, 1]]))
    assert bands.alike("a") == ("c", "b")
    assert bands.alike("a", in_kind=True) == ("c",)


def test_whole_numbers_are_rounded_outward(bands: Bands) -> None:
    whole = bands.whole.loc["b"]
    assert (whole["rank_low"], whole["rank_high"]) == (1, 2)
    assert list(bands.whole.index) == ["a", "b", "c"]


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    """The shipped results in a folder of their own, where nothing else is kept; runs are short."""
    shutil.copy(open_results().path, tmp_path)
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path))
    monkeypatch.setattr("metrics.kept_bands.robustness", partial(robustness, draws=20))
    return open_results()


def test_the_default_run_is_computed_once(results: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept_bands(results, 2023)
    monkeypatch.setattr("metrics.kept_bands.robustness", lambda *_: pytest.fail("computed again"))
    again = kept_bands(results, 2023)
    np.testing.assert_array_equal(first.scores, again.scores)
    np.testing.assert_array_equal(first.ranks_in_kind, again.ranks_in_kind)
    assert first.regions == again.regions


@pytest.mark.parametrize("harm", ["cut", "other engine", "nothing"])
def test_what_is_not_whole_or_of_another_engine_is_computed_again(
    results: Results, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept_bands(results, 2023)
    (path,) = results.path.parent.glob("*-bands.npz")
    if harm == "other engine":
        monkeypatch.setattr("metrics.kept.engine_version", lambda: "another")
    else:
        path.write_bytes(path.read_bytes()[: 0 if harm == "nothing" else 5000])
    before = path.stat().st_ino
    np.testing.assert_array_equal(kept_bands(results, 2023).scores, first.scores)
    assert path.stat().st_ino != before


def test_a_folder_that_cannot_be_written_does_not_stop_anybody(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("metrics.kept.os.replace", refuse)
    assert kept_bands(results, 2023).scores.shape[1] == 514
    assert not list(results.path.parent.glob("*bands*")) + list(results.path.parent.glob(".*bands*"))
