"""An entry that the form makes can be put into a catalogue, and says there what was typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exports.practice_entry import Offered, entry_yaml, letter
from metrics import shipped
from metrics.documents import KINDS, read_document
from metrics.faults import Register
from metrics.framework_file import read_framework
from metrics.practices.catalogue import Catalogue
from metrics.practices.draft import LONGEST_ID, check, fields_of, proposed_id
from metrics.practices.entry import Practice
from words import LANGUAGES, speak

NODES = read_framework(shipped.FRAMEWORK).nodes
PRACTICES = next(kind for kind in KINDS if kind.name == "practices")
SHIPPED: Any = read_document(PRACTICES, shipped.DATA / "practices.yaml").content
NOTHING = Catalogue("masterplan", ())
REGISTER = Register({"53.71": "Kota Kupang"}, frozenset({"Jawa Timur"}), documents={"seminars": frozenset({"one"})})
TYPED: dict[str, Any] = {
    "id": "kupang-wells",
    "region": "53.71",
    "title": {"id": "Sumur ", "en": "Wells"},
    "summary": {"id": "Kota menggali\nsumur.", "en": "The city dug wells."},
    "sub_dimension": "health",
    "also": [],
    "started": 2021,
    "ended": None,
    "problem": {"id": "", "en": None},
    "results": [
        {"text": {"id": "Sumur", "en": "Wells"}, "value": 12.0, "unit": {"id": "sumur", "en": "wells"},
         "date": "2022", "by": {"id": "kota", "en": "the city"}, "self_reported": True, "source": 1},
        {"text": {"id": "", "en": ""}, "value": None, "self_reported": None, "source": None},
    ],
    "cost": {"size": None, "text": {"id": "", "en": ""}},
    "grade": "C",
    "caveats": [{"id": "", "en": ""}],
    "sources": [{"title": "A report", "address": ""}, {"title": None, "address": None}],
}  # fmt: skip
HOSTILE = ("yes", "null", "1.0", "2019-10-16", ": # - [x", 'it\'s "so"', "naïve\u2028line ✓ \u0007", "=1+1", "- a", "~")


def typed(**keys: Any) -> dict[str, Any]:
    return TYPED | keys


def read_back(tmp_path: Path, *practices: Practice) -> tuple[Practice, ...]:
    """The same by way of a file."""
    file = tmp_path / "practices.yaml"
    file.write_text("framework: masterplan\npractices:\n" + "".join(map(entry_yaml, practices)), "utf-8")
    found: Any = read_document(PRACTICES, file).content
    return tuple(found.practices)


def test_what_is_typed_comes_back_from_a_catalogue_without_what_was_left_blank(tmp_path: Path) -> None:
    draft = check(TYPED, NOTHING, REGISTER, NODES)
    assert draft.faults == ()
    assert draft.practice is not None
    assert read_back(tmp_path, draft.practice) == (draft.practice,)
    assert fields_of(draft.practice) == {
        key: TYPED[key] for key in ("id", "region", "sub_dimension", "started", "grade")
    } | {
        "title": {"id": "Sumur", "en": "Wells"},
        "summary": {"id": "Kota menggali sumur.", "en": "The city dug wells."},
        "results": TYPED["results"][:1],
        "sources": [{"title": "A report"}],
    }  # fmt: skip
    assert "value: 12\n" in entry_yaml(draft.practice)


def test_every_shipped_entry_comes_back_as_it_is(tmp_path: Path) -> None:
    again = [check(fields_of(one), NOTHING, Register(), NODES).practice for one in SHIPPED.practices]
    assert tuple(again) == SHIPPED.practices
    assert read_back(tmp_path, *SHIPPED.practices) == SHIPPED.practices


def test_any_text_comes_back(tmp_path: Path) -> None:
    practices = [check(typed(title={"id": text, "en": text}), NOTHING, REGISTER, NODES).practice for text in HOSTILE]
    assert [one.title.en for one in read_back(tmp_path, *practices)] == [" ".join(text.split()) for text in HOSTILE]


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"title": {"id": "Sumur", "en": " "}}, "missing-key", ("title", "en")),
        ({"summary": {"id": "", "en": ""}}, "missing-key", ("summary",)),
        ({"region": None}, "practice-place", ()),
        ({"sources": [{"title": None, "address": None}]}, "missing-key", ("sources",)),
        ({"sources": [{"title": "", "address": "x"}]}, "missing-key", ("sources", 0, "title")),
        ({"cost": {"size": "low", "text": None}}, "missing-key", ("cost", "text")),
        ({"grade": None}, "missing-key", ("grade",)),
        ({"ended": 2020}, "practice-ended-early", ("ended",)),
        ({"results": [TYPED["results"][0] | {"date": "May 2022"}]}, "bad-date", ("results", 0, "date")),
        ({"results": [TYPED["results"][0] | {"by": None}]}, "missing-key", ("results", 0, "by")),
        ({"results": [TYPED["results"][0] | {"source": 2}]}, "practice-source", ("results", 0, "source")),
        ({"region": "53.72"}, "unknown-region", ("region",)),
        ({"indicators": ["health"]}, "practice-not-an-indicator", ("indicators", 0)),
        ({"seminars": ["two"]}, "unknown-seminar", ("seminars", 0)),
    ],
)
def test_what_is_wrong_is_told_at_its_field(keys: dict[str, Any], code: str, place: tuple[str | int, ...]) -> None:
    draft = check(typed(**keys), NOTHING, REGISTER, NODES)
    assert draft.practice is None
    assert [(fault.code, fault.place) for fault in draft.faults] == [(code, place)]


def test_years_are_held_against_each_other_while_a_field_is_missing() -> None:
    draft = check(typed(title=None, ended=2020, in_use=2019), NOTHING, REGISTER, NODES)
    found = [fault.code for fault in draft.faults]
    assert found == ["missing-key", "practice-ended-early", "practice-in-use-early"]


def test_an_id_of_the_catalogue_is_taken_but_for_the_entry_it_replaces() -> None:
    (known,) = (check(TYPED, NOTHING, REGISTER, NODES).practice,)
    assert known is not None
    catalogue = Catalogue("masterplan", (known,))
    assert [fault.code for fault in check(TYPED, catalogue, REGISTER, NODES).faults] == ["practice-known"]
    assert check(TYPED, catalogue, REGISTER, NODES, instead="kupang-wells").faults == ()


def test_an_id_is_made_of_place_and_title() -> None:
    assert proposed_id("Kota Kupang", "Wells & pumps", frozenset()) == "kota-kupang-wells-pumps"
    assert proposed_id("Besançon", "", frozenset({"besancon"})) == "besancon-2"
    long = proposed_id("Kupang", "very " * 30, frozenset())
    assert len(long) <= LONGEST_ID
    assert long.endswith("-very")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("instead", [True, False])
def test_the_letter_holds_the_entry_and_opens_with_its_subject(language: Any, instead: bool) -> None:
    practice = SHIPPED.practices[0]
    said = letter(speak(language), Offered(practice, "Kota Kupang", instead, "masterplan", "a" * 64, "b" * 64))
    subject, *_ = said.splitlines()
    assert speak(language).title(practice.title) in subject
    assert said.endswith(entry_yaml(practice))
