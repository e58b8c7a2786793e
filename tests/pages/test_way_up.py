"""The way up on the screen of the next step, as Streamlit's own test runner draws it."""

from types import SimpleNamespace

import pytest

from metrics.limits import limits
from metrics.pace import Evidence
from metrics.peer_choices import chosen_peers
from metrics.simulation import simulator
from metrics.way_up import ways_up
from pages.parts.way_up.found import View
from pages.parts.way_up.pace_words import say_evidence
from pages.shared import results as shared
from tests.pages.test_screens import draw, text
from words import speak

REGION, CUT = "32.13", 62.5  # Kabupaten Subang, at level 3


@pytest.mark.parametrize(
    ("language", "years", "said"),
    [
        ("id", 5, ("tingkat 4 Mapan (62,5 poin) dalam 5 tahun dengan 1 indikator", "peringkat", "Laju ini ")),
        ("en", 1, ("level 4 Established (62.5 points) within 1 year", "No step goes further")),
    ],
)
def test_each_step_is_told_in_figures_with_who_made_such_a_move(language, years, said):
    app = draw("next.py", lang=language, region=REGION, **({"years": str(years)} if years != 5 else {}))
    assert not app.exception
    told, words = text(app), speak(language)
    assert all(sentence in told for sentence in said)
    scored = shared.results("masterplan")
    peers = chosen_peers(scored, 2023, REGION)
    found = ways_up(simulator(scored, 2023), REGION, CUT, limits(scored, 2023, REGION, peers), years)
    for way in found.ways or (found.furthest,):
        assert words.number(way.rescored.score, 1) in told
        assert all(f"set={step.node.id}%3A{step.value:.12g}" in told for step in way.steps)


def test_the_median_of_the_peers_is_a_target_and_a_region_without_a_score_has_none():
    assert "the median of its peers (" in text(draw("next.py", lang="en", region="53.71", target="peers"))
    assert "has no score in 2023, so no way up can be told" in text(draw("next.py", lang="en", region="31.71"))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Evidence(8, 8, False, None), []),
        (Evidence(8, 6, False, None), ["Dari 8 perubahan daerah sebanding, 6 jelas."]),
        (Evidence(8, 8, False, 2024), ["Laju ini dari satu tahun saja (2023–2024)."]),
        (
            Evidence(8, 2, True, None),
            ["Laju ini masih dalam galat survei: dari 8 perubahan daerah sebanding, 2 jelas,"],
        ),
    ],
)
def test_a_step_says_what_its_pace_rests_on(found, said):
    told = say_evidence(SimpleNamespace(words=speak("id")), SimpleNamespace(evidence=found))
    assert len(told) == len(said) and all(one.startswith(start) for one, start in zip(told, said, strict=True))


def test_the_answer_says_so_where_newer_figures_have_made_its_steps_and_a_step_says_its_own_pace():
    told = text(draw("next.py", lang="en", region="35.15"))
    assert "with 1 indicator: Digital services (SPBE). By its figures of 2024 this step is made already." in told
    assert "It takes +0.042 a year for 5 years, 5% of the pace" in told and "Moved by +0.042 a year or faster:" in told


@pytest.mark.parametrize(("figures", "years"), [((5, 4), (2024,)), ((5, 3), ()), ((5, None), ())])
def test_a_way_is_made_since_only_where_each_step_is(figures, years):
    newer = iter([None if figure is None else SimpleNamespace(end=2024, last=figure) for figure in figures])
    step = SimpleNamespace(made_by=lambda figure: figure >= 4)
    way = SimpleNamespace(steps=[step, step])
    assert View.made_since(SimpleNamespace(newer=lambda _: next(newer)), way) == years
