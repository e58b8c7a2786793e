"""The method screen: the tree, the two coverages, the known answers."""

import re

import pytest

from metrics.results import open_results
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]

SCREEN = "method.py"


@pytest.fixture(scope="module")
def results():
    return open_results()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_node_of_the_framework_is_in_the_tree(results, language):
    told = text(draw(SCREEN, lang=language))
    titles = re.findall(r"<summary>.*?<b>(.*?)</b>", told)
    assert titles == [speak(language).title(node.title) for node in results.nodes[1:]]
    assert "<details open>" not in told


def test_node_of_the_address_stands_open_with_all_above_it(results):
    told = text(draw(SCREEN, lang="en", node="stunting"))
    opened = re.findall(r"<details open><summary>.*?<b>(.*?)</b>", told)
    assert opened == [results.node(name).title.en for name in ("living", "health", "stunting")]


def test_indicator_says_all_that_holds_for_it():
    told = text(draw(SCREEN, lang="en", node="stunting"))
    mine = told.partition("<b>Stunting of children under 5</b>")[2].partition("</details>")[0]
    for said in (
        "percent of under-fives",
        "Lower is better.",
        "42 gives 0, 9 gives 100.",
        "<dd>14</dd>",
        "About 3.5 percent of under-fives.",
        "2018: 512, 2019: 0, 2020: 0, 2021: 514, 2022: 0, 2023: 499, 2024: 0",
        "up to 2 later years",
        "The method changed in 2018 and 2021",
        "50.0% of “Health”.",
        'href="indicator?lang=en&amp;variable=stunting"',
    ):
        assert said in mine


def test_proxy_shown_and_wanted_are_told_apart():
    told = text(draw(SCREEN, lang="en"))
    assert "proxy, in the score" in told
    assert "shown, outside the score" in told
    assert told.count("wanted: no figures of all regions yet") == 31


def test_goalposts_are_written_as_they_stand_in_the_file():
    told = text(draw(SCREEN, lang="en", framework="hdi"))
    assert "1,007.436 gives 0, 26,572.352 gives 100, on a logarithmic scale." in told


def test_coverages_known_answers_and_closeness_are_the_computed_ones():
    told = text(draw(SCREEN, lang="en"))
    assert "8 of the 18 parts of this framework are measured, by 13 indicators" in told
    assert "calls “Sub-dimension”: 8 are in the score, 1 shown beside it, 9 wanted" in told
    assert "in half of the ranked regions, figures of 2023 itself make up 94% of the score or more" in told
    assert "13 indicators are in the score, 1 shown beside it, 31 wanted" in told
    assert "3,592 pairs of region and year; the largest difference from the published index is 0.0052" in told
    assert "975 pairs of region and year; the largest difference from the published index is 0.0077" in told
    assert "Over 489 regions in 2023 the rank correlation of the score is 0.89 with the HDI and 0.74 with" in told
    assert "explain 93% of the differences" in told
