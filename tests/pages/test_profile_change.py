"""The change and the worth of figures on the region profile, as Streamlit's own test runner draws them."""

import pytest

from metrics.change import Change, change
from pages.parts.profile.worth_words import say_band
from pages.shared import results as shared
from pages.shared.trends import trends
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            ("Sejak 2018 skor naik", "tidak dihitung melewati 2021", "Tidak ada angkanya sendiri yang membuat perin"),
        ),
        (
            "en",
            (
                "Since 2018 the score rose by",
                "is not computed across 2021",
                "No figure of its own would make its rank surer",
            ),
        ),
    ],
)
def test_profile_says_why_it_changed_and_which_figure_would_help(language, said):
    app = draw("profile.py", lang=language, region="53.71", worth="true")
    assert not app.exception
    told, words = text(app), speak(language)
    assert all(sentence in told for sentence in said)
    scored = shared.results("masterplan")
    found = change((scored, 2018), (scored, 2023), "53.71")
    assert isinstance(found, Change)
    assert words.number(found.score.between(1), 1) in told
    assert all(words.title(step.node.title) in told for step in found.steps)
    assert say_band(words, shared_worth().best.rank_in_kind) in told


def shared_worth():
    """What the screen has worked out."""
    from pages.parts.profile.worth import _worth

    return _worth("masterplan", 2023, "53.71")


def test_another_year_is_compared_with_through_the_address():
    told = text(draw("profile.py", lang="en", region="53.71", since="2022"))
    assert "Since 2022 the score" in told
    assert "Stunting of children under 5 is not computed across" not in told


def test_region_without_a_rank_is_told_where_it_could_stand():
    told = text(draw("profile.py", lang="en", region="16.07", worth="true"))
    assert "It has no rank while these are missing" in told
    assert "in 90% of recalculations" in told
    assert ": supply a figure" in told and "places narrower if its figure were the median of" in told
    assert "where it lies depends on those figures" in told


def test_an_administrative_area_is_not_asked_for_what_cannot_be_had():
    told = text(draw("profile.py", lang="en", region="31.71", worth="true"))
    assert "is an administrative area without a government of its own and is not evaluated separately for" in told
    assert "supply a figure" not in told and "It has no rank while these are missing" not in told


def test_a_change_is_held_against_that_of_the_country():
    moved = trends("masterplan", 2023)
    assert moved is not None
    median = speak("en").signed(moved.medians[shared.results("masterplan").root.id], 1)
    said = f"Nationally the median change of the score is {median} points"
    assert said in text(draw("profile.py", lang="en", region="53.71", since=str(moved.base)))
    other = next(year for year in (2022, 2021) if year != moved.base)
    assert said not in text(draw("profile.py", lang="en", region="53.71", since=str(other)))


def test_nothing_is_worked_out_before_it_is_asked_for():
    app = draw("profile.py", lang="en", region="53.71")
    assert not app.toggle(key="worth").value
    assert "would help" not in text(app)


def test_first_year_has_nothing_before_it():
    told = text(draw("profile.py", lang="en", region="53.71", year="2018"))
    assert "2018 is the first year with figures." in told
