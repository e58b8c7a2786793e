"""What a framework is made of, counted on the shipped one and by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics import shipped
from metrics.anatomy import (
    Measured,
    children_measured,
    level_of_parts,
    measured_indicators,
    measured_parts,
    own_figures,
    path,
    publishers,
    typical_coverage,
    weight_shares,
)
from metrics.results import Results, open_results
from tests.bad_input.small import FRAMEWORK, edit, write_small


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


def test_masterplan_is_measured_in_8_of_18_sub_dimensions(results: Results) -> None:
    parts, indicators = measured_parts(results), measured_indicators(results)
    assert (parts.active, parts.all) == (8, 18)
    assert (indicators.active, indicators.shown, indicators.all) == (13, 1, 45)
    level = level_of_parts(results)
    assert level is not None
    assert level.en == "Sub-dimension"


def test_parts_on_several_levels_have_no_name() -> None:
    assert level_of_parts(open_results(framework=shipped.FRAMEWORKS / "hdi.yaml")) is None


def test_by_hand(tmp_path: Path) -> None:
    write_small(tmp_path)
    edit(FRAMEWORK, "        direction: lower", "        status: wanted")(tmp_path)
    small = open_results(tmp_path / "data", tmp_path / FRAMEWORK)
    assert measured_indicators(small) == Measured(2, 0, 1)
    assert children_measured(small, "people") == Measured(1, 0, 1)
    assert weight_shares(small) == pytest.approx({"people": 2 / 3, "schooling": 1, "services": 1 / 3, "water": 1})
    assert path(small, "schooling") == {"index", "people", "schooling"}
    own = own_figures(small)
    assert own[own["node"] == "water"]["regions"].tolist() == [4, 4, 4]
    assert set(publishers(small)["publisher"]) == {"This test"}
    assert typical_coverage(small, 2022) == 1.0


def test_weights_of_every_parent_add_up_to_one(results: Results) -> None:
    shares = weight_shares(results)
    for node in results.nodes:
        below = [shares[child.id] for child in results.children(node.id) if child.id in shares]
        assert not below or sum(below) == pytest.approx(1)


def test_own_figures_are_not_carried_ones(results: Results) -> None:
    sanitation = own_figures(results).set_index(["node", "year"])["regions"]["sanitation"]
    assert sanitation[sanitation > 0].to_dict() == {2021: 513}
    assert typical_coverage(results, 2019) is None
