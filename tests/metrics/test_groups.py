"""The groups of a dataset, and the classes by population."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from metrics import shipped
from metrics.groups import groups
from metrics.population import size, sizes
from metrics.results import open_results


def test_group_has_every_region_once_and_says_what_it_is(results_cache: Path) -> None:
    with (shipped.DATA / "groups.csv").open(encoding="utf-8", newline="") as text:
        listed = {(row["group"], row["region"]) for row in csv.DictReader(text)}
    found = groups(open_results())
    assert {(group.code, region) for group in found for region in group.regions} == listed
    assert [group.code for group in found] == sorted({code for code, _ in listed})
    assert all(group.title[language] and group.description[language] for group in found for language in ("id", "en"))


@pytest.mark.parametrize(
    ("kind", "population", "expected"),
    [
        ("kota", 1_000_001, "large"),
        ("kota", 1_000_000, "medium"),
        ("kota", 200_000, "medium"),
        ("kota", 199_999, "small"),
        ("kabupaten", 299_999, "small"),
        ("kabupaten", 300_000, "medium"),
        ("kabupaten", 1_000_001, "large"),
        ("kota", None, None),
        ("kota", float("nan"), None),
        ("village", 5_000, None),
        (None, 5_000, None),
    ],
)
def test_class_by_population(kind: str | None, population: float | None, expected: str | None) -> None:
    assert size(kind, population) == expected


def test_every_shipped_region_has_a_class(results_cache: Path) -> None:
    results = open_results()
    assert sizes(results).keys() == set(results.regions()["region"])
