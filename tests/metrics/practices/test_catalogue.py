"""The catalogue as a results file keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.practices.catalogue import Catalogue, catalogue, linked
from metrics.results import open_results
from tests.bad_input.broken_practices import CATALOGUE
from tests.bad_input.small import FRAMEWORK, write_small


def test_entries_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / "data" / "practices.yaml").write_text(CATALOGUE, "utf-8")
    results = open_results(tmp_path / "data", tmp_path / FRAMEWORK)
    found = catalogue(results)
    assert found.framework == "index"
    practice = found.practice("wells")
    assert (practice.title.en, practice.started, practice.results[0].value) == ("Wells", 2021, 12.0)
    assert practice.results[0].date == "2022-05"
    assert practice.cost is None
    assert found.of_region("01.10") == found.moving("water") == found.practices == (practice,)
    assert found.of_region("01.20") == found.of_province("x") == found.of_seminar("x") == found.adopted_by("x") == ()
    with pytest.raises(KeyError):
        found.practice("water")
    there = linked(results, practice)
    assert there.sub_dimension is results.node("services")
    assert there.indicators == (results.node("water"),)
    assert there.presupposes == (results.node("schooling"),)
    elsewhere = linked(results, practice.model_copy(update={"sub_dimension": "x", "indicators": ("x", "water")}))
    assert (elsewhere.sub_dimension, elsewhere.indicators) == (None, (results.node("water"),))


@pytest.mark.parametrize(("written", "near"), [("indx", "index"), ("masterplna", "masterplan")])
def test_a_framework_that_nobody_knows_is_warned_of(tmp_path: Path, written: str, near: str) -> None:
    write_small(tmp_path)
    entries = CATALOGUE.replace("framework: index", f"framework: {written}", 1)
    (tmp_path / "data" / "practices.yaml").write_text(entries, "utf-8")
    (found,) = [
        one
        for one in open_results(tmp_path / "data", tmp_path / FRAMEWORK).warnings()
        if one.code == "practice-framework-unknown"
    ]
    assert found.details == {"value": written, "near": near} and found.line is not None


def test_the_framework_of_a_catalogue_may_be_another_that_is_known(tmp_path: Path) -> None:
    write_small(tmp_path)
    entries = CATALOGUE.replace("framework: index", "framework: masterplan", 1)
    (tmp_path / "data" / "practices.yaml").write_text(entries, "utf-8")
    codes = [one.code for one in open_results(tmp_path / "data", tmp_path / FRAMEWORK).warnings()]
    assert "practice-framework-unknown" not in codes


def test_a_dataset_without_a_catalogue_has_none(tmp_path: Path) -> None:
    write_small(tmp_path)
    assert catalogue(open_results(tmp_path / "data", tmp_path / FRAMEWORK)) == Catalogue("index", ())
