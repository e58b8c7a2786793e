"""What must hold of a catalogue of practices: each rule broken once, told at its place."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from metrics import shipped
from metrics.faults import Fault, Register
from metrics.framework_file import read_framework
from metrics.practices.entry import Practice, Practices
from metrics.practices.rules import entry_faults, faults, ids, nearest_region, unknown_nodes, unknown_places

NODES = read_framework(shipped.FRAMEWORK).nodes
BOTH = {"id": "satu", "en": "one"}
RESULT = {"text": BOTH, "value": 3, "unit": BOTH, "by": BOTH, "self_reported": True, "source": 1}
REGISTER = Register(
    {"35.15": "Kabupaten Sidoarjo", "53.71": "Kota Kupang"},
    frozenset({"Jawa Timur"}),
    documents={"seminars": frozenset({"citynet-indonesia-2019"})},
)


def practice(**keys: Any) -> Practice:
    """An entry with nothing wrong but what is given."""
    right = {
        "id": "a-practice",
        "region": None if {"province", "abroad"} & keys.keys() else "35.15",
        "title": BOTH,
        "summary": BOTH,
        "sub_dimension": "public_service",
        "grade": "C",
        "sources": [{"title": "A report"}],
    }
    return Practice.model_validate(right | keys)


def told(found: Any) -> list[tuple[str, ...]]:
    return [(fault.code, ".".join(map(str, fault.place))) for fault in found]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, []),
        ({"started": 2019, "ended": 2019}, []),
        ({"started": 2019, "ended": 2018}, [("practice-ended-early", "ended")]),
        ({"started": 2019, "in_use": 2019}, []),
        ({"started": 2019, "in_use": 2018}, [("practice-in-use-early", "in_use")]),
        ({"results": [RESULT | {"source": 2}]}, [("practice-source", "results.0.source")]),
        ({"adopters": {"text": BOTH, "source": 3}}, [("practice-source", "adopters.source")]),
        ({"results": [RESULT | {"unit": None}]}, [("practice-unit-missing", "results.0.value")]),
        ({"results": [RESULT | {"value": None}]}, [("practice-value-missing", "results.0.unit")]),
        ({"results": [RESULT | {"value": 0}]}, []),
        ({"grade": "A", "results": [RESULT]}, [("practice-grade-a", "grade")]),
        ({"grade": "A", "results": [RESULT, RESULT | {"self_reported": False}]}, []),
        ({"grade": "A", "results": [RESULT | {"self_reported": False, "value": None, "unit": None}]},
         [("practice-grade-a", "grade")]),
        ({"disputed": True, "results": [RESULT]}, [("practice-disputed", "disputed")]),
        ({"disputed": True, "results": [RESULT | {"self_reported": False}]}, []),
        ({"grade": "D", "results": [RESULT]}, [("practice-grade-d", "grade")]),
        ({"indicators": ["water", "water"]}, [("listed-twice", "indicators.1")]),
        ({"adopters": {"text": BOTH, "source": 1, "regions": ["53.71", "53.71"]}},
         [("listed-twice", "adopters.regions.1")]),
    ],
)  # fmt: skip
def test_rules_of_an_entry_by_itself(keys: dict[str, Any], expected: list[tuple[str, ...]]) -> None:
    assert told(entry_faults(practice(**keys))) == expected


@pytest.mark.parametrize(
    ("keys", "code", "place", "near"),
    [
        ({"region": "35.16"}, "unknown-region", "region", "35.15 (Kabupaten Sidoarjo)"),
        ({"province": "Jawa Timor"}, "unknown-province", "province", "Jawa Timur"),
        ({"seminars": ["citynet-2019"]}, "unknown-seminar", "seminars.0", "citynet-indonesia-2019"),
        ({"adopters": {"text": BOTH, "source": 1, "regions": ["53.71", "Kupang"]}},
         "unknown-region", "adopters.regions.1", "53.71 (Kota Kupang)"),
    ],
)  # fmt: skip
def test_rules_beside_the_rest_of_the_dataset(keys: dict[str, Any], code: str, place: str, near: str) -> None:
    (found,) = unknown_places(practice(**keys), REGISTER)
    assert (found.code, ".".join(map(str, found.place)), found.details["near"]) == (code, place, near)
    assert list(unknown_places(practice(**keys), Register())) == []  # what is not there is not looked up


def test_places_that_are_there_and_places_abroad_pass() -> None:
    for keys in ({}, {"province": "Jawa Timur"}, {"abroad": {"city": "Seoul", "country": BOTH}}):
        assert list(unknown_places(practice(**keys, seminars=["citynet-indonesia-2019"]), REGISTER)) == []


@pytest.mark.parametrize("keys", [{"province": "Jawa Timur", "region": "35.15"}, {"region": None}])
def test_a_practice_has_one_place(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as error:
        practice(**keys)
    assert [wrong["type"] for wrong in error.value.errors()] == ["practice-place"]


def test_a_text_of_blanks_is_an_empty_one() -> None:
    with pytest.raises(ValidationError) as error:
        practice(title={"id": "satu", "en": " "})
    assert [wrong["type"] for wrong in error.value.errors()] == ["string_too_short"]


def test_a_region_is_found_by_its_code_its_name_or_the_short_name() -> None:
    regions = REGISTER.regions
    assert nearest_region("53.7", regions) == "53.71 (Kota Kupang)"
    assert nearest_region("kota kupang", regions) == "53.71 (Kota Kupang)"
    assert nearest_region("Sidoarjo", regions) == "35.15 (Kabupaten Sidoarjo)"
    assert nearest_region("Seoul", regions) == ""


@pytest.mark.parametrize(
    ("keys", "code", "place", "near"),
    [
        ({"sub_dimension": "public_servce"}, "unknown-node", "sub_dimension", "public_service"),
        ({"sub_dimension": "spbe_services"}, "practice-not-a-sub-dimension", "sub_dimension", None),
        ({"sub_dimension": "governance"}, "practice-not-a-sub-dimension", "sub_dimension", None),
        ({"also": ["waste", "wast"]}, "unknown-node", "also.1", "waste"),
        ({"indicators": ["spbe_service"]}, "unknown-node", "indicators.0", "spbe_services"),
        ({"presupposes": ["public_service"]}, "practice-not-an-indicator", "presupposes.0", None),
    ],
)
def test_rules_beside_the_framework(keys: dict[str, Any], code: str, place: str, near: str | None) -> None:
    (found,) = unknown_nodes(practice(**keys), NODES)
    assert (found.code, ".".join(map(str, found.place)), found.details.get("near")) == (code, place, near)


def test_a_catalogue_tells_of_each_entry_and_of_ids_that_stand_twice() -> None:
    entries = Practices(framework="x", practices=(practice(), practice(id="other", region="1"), practice(ended=2001)))
    found = list(faults(entries, REGISTER))
    assert Fault(("practices", 1, "region"), "unknown-region", {"value": "1", "near": ""}) in found
    assert (
        Fault(("practices", 2, "id"), "duplicate-entry", {"key": "a-practice", "first": ("practices", 0, "id")})
        in found
    )
    assert len(found) == 2
    assert ids(entries) == {"a-practice", "other"}


@pytest.mark.parametrize("text", ["2019", "2019-10", "2019-10-16", "2020-02-29"])
def test_dates_as_far_as_they_are_known(text: str) -> None:
    assert practice(results=[RESULT | {"date": text}]).results[0].date == text


@pytest.mark.parametrize("text", ["about 2018", "2019-13", "2019-1", "16-10-2019", "1819", "2019-02-31", "2019-02-29"])
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(ValidationError):
        practice(results=[RESULT | {"date": text}])
