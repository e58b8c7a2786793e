"""Published indices computed anew, and how close the headline is to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics import shipped
from metrics.known_answers import closeness, known_answer
from metrics.results import open_results
from tests.bad_input.small import FRAMEWORK, write_small


@pytest.mark.parametrize(
    ("framework", "variable", "compared", "largest"),
    [("hdi", "hdi", 3592, 0.0052), ("spbe", "spbe_index", 975, 0.0077)],
)
def test_published_indices(framework: str, variable: str, compared: int, largest: float) -> None:
    answer = known_answer(open_results(framework=shipped.FRAMEWORKS / f"{framework}.yaml"), variable)
    assert answer is not None
    assert answer.compared == compared
    assert answer.largest_difference == pytest.approx(largest, abs=5e-5)


def test_headline_is_close_to_hdi_and_spbe() -> None:
    close = closeness(open_results(), ("hdi", "spbe_index"), 2023)
    assert close is not None
    assert close.regions == 489
    assert close.rank_correlations == pytest.approx((0.89, 0.74), abs=0.005)
    assert close.explained == pytest.approx(0.933, abs=0.0005)


def test_index_is_explained_by_itself() -> None:
    close = closeness(open_results(framework=shipped.FRAMEWORKS / "hdi.yaml"), ("hdi",), 2023)
    assert close is not None
    assert close.rank_correlations[0] > 0.9999
    assert close.explained > 0.9999


def test_nothing_to_compare(tmp_path: Path) -> None:
    write_small(tmp_path)
    small = open_results(tmp_path / "data", tmp_path / FRAMEWORK)
    assert known_answer(small, "hdi") is None
    assert closeness(small, ("hdi",), 2022) is None
