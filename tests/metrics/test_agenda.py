"""Learning agendas, worked by hand on a small country, and the file to take away."""

from __future__ import annotations

from typing import Any

import pytest

from exports.agenda import COLUMNS, Draft, agenda_html, agenda_rows
from metrics.agenda import Agenda, agenda
from metrics.network import network
from metrics.pairs import likeness
from metrics.practices.places import Places
from metrics.results import Results, open_results
from tests.metrics.practices.small import practice
from tests.strategies import Case, write_case
from words import LANGUAGES, speak

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
FRAMEWORK: dict[str, Any] = {
    "id": "index", "title": "Index",
    "children": {
        "people": {"children": {
            "schooling": LEAF,
            "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 4.0}},
            "climate": LEAF | {"lever": "none"},
        }},
        "services": {"children": {"water": LEAF}},
        "brand": {"children": {"fame": {"status": "wanted"}}},
    },
}  # fmt: skip
CODES = "ABCDEFGHI"
#         A   B   C   D   E   F   G   H   I
VALUES: dict[str, tuple[float, ...]] = {
    "schooling": (10, 20, 90, 40, 50, 60, 70, 80, 30),
    "poverty": (50, 52, 51, 50, 49, 50, 51, 20, 10),  # only H and I are clearly apart from the median
    "climate": (1, 2, 3, 4, 5, 6, 7, 8, 9),
    "water": (50, 50, 50, 50, 50, 50, 50, 50, 50),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    figures = [(code, name, 2020, x) for name, row in VALUES.items() for code, x in zip(CODES, row, strict=True)]
    regions = [
        {"region": code, "name": f"Kota {code}", "kind": "kota", "population": 100_000 * (1 + at)}
        for at, code in enumerate(CODES)
    ]
    return open_results(*write_case(tmp_path_factory.mktemp("agenda"), Case(FRAMEWORK, regions, figures)))


PRACTICES = (
    practice("touching", region="F", sub_dimension="services", also=["people"]),
    practice("of-a-member", region="A", sub_dimension="people"),
    practice("direct", region="I", sub_dimension="services", indicators=["schooling"]),
    practice("better-documented", region="I", sub_dimension="people", grade="B"),
    practice("title-only", region="C", sub_dimension="people", grade="D"),
    practice("famous", region="B", sub_dimension="brand"),
)


def drafted(results: Results, members: str) -> Agenda:
    return agenda(results, network(results, 2020, list(members)), likeness(results, 2020), PRACTICES)


def test_a_session_is_about_what_the_members_lack_most_together(small: Results) -> None:
    found = drafted(small, "ABCD")
    (session,) = found.sessions
    assert (session.dimension.id, session.node.id) == ("people", "schooling")  # nobody moves the climate
    assert [cell.region for cell in session.behind] == ["A", "B", "D"]
    assert (session.known, session.gap) == (4, ((50 - 0) + (50 - 12.5) + (50 - 37.5)) / 4)
    assert (session.year, session.medians) == (2020, {"kota": 50.0})
    assert [node.id for node in found.level] == ["services"]
    assert [(node.id, [one.id for one in known]) for node, known in found.unmeasured] == [("brand", ["famous"])]


def test_who_is_strong_among_the_members_could_present(small: Results) -> None:
    (session,) = drafted(small, "ABCD").sessions
    assert [cell.region for cell in session.presenters] == ["C"]
    assert session.invited == ()


def test_where_no_member_is_strong_the_regions_most_alike_are_invited(small: Results) -> None:
    (session,) = drafted(small, "ABD").sessions
    assert session.presenters == ()
    assert [cell.region for cell in session.invited] == ["C", "G", "H"]  # by population nearest to A, B and D


def test_practices_stand_by_tie_grade_and_likeness(small: Results) -> None:
    (session,) = drafted(small, "ABCD").sessions
    told = [(one.practice.id, one.tie, one.member, one.behind) for one in session.practices]
    assert told == [
        ("direct", "moves", False, False),
        ("better-documented", "part", False, False),
        ("of-a-member", "part", True, True),
    ]  # neither what only touches the sub-dimension, nor a title


def test_a_gap_of_one_or_within_the_error_is_no_common_gap(small: Results) -> None:
    assert drafted(small, "AH").sessions == ()
    assert [node.id for node in drafted(small, "GH").level] == ["people", "services"]


def test_the_file_holds_what_the_draft_holds_and_nothing_from_elsewhere(small: Results) -> None:
    found = drafted(small, "ABCD")
    names = {code: f"Kota <{code}>" for code in CODES}
    parents = {"schooling": small.node("people")}
    draft = Draft(
        "The <b>coast</b>", "", "Index", "f" * 64, "d" * 64, "https://example.org/agenda?group=x", names, parents
    )
    for language in LANGUAGES:
        text = agenda_html(speak(language), found, draft, Places(small))
        assert text.startswith(f'<!doctype html>\n<html lang="{language}">')
        assert "The &lt;b&gt;coast" in text and "<b>coast" not in text
        assert "Kota &lt;A&gt;: 10" in text and "better-documented" not in text
        assert "dddddddd" in text and "https://example.org/agenda?group=x" in text
        assert not any(part in text for part in ("<script", "<link", "<img", "src=", "url(", "@import"))
    rows = agenda_rows(speak("en"), found, draft, Places(small))
    assert tuple(rows.columns) == COLUMNS
    assert rows["role"].tolist() == ["presents", "learns", "learns", "learns", *["practice"] * 3]
    assert rows.loc[1, ["region", "value", "median_of_kind"]].tolist() == ["A", 10.0, 50.0]
