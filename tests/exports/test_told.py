"""A slide of a storyline: its own words where it has any, else what the figures say."""

import pytest

from exports.slides import views
from exports.slides.told import told
from metrics.framework import Bilingual
from metrics.storylines.entry import Storyline, StorySlide
from tests.exports.test_slides import DEIYAI, KUPANG, SEMARANG, results_of
from words import speak

BOTH = Bilingual(id="{region} pada {year}, {lain}", en="{region} in {year}, {other}")
STORY = Storyline(
    id="one",
    title=Bilingual(id="Satu", en="One"),
    region=True,
    slides=(StorySlide(view="profile?year=2023"), StorySlide(view="overview", headline=BOTH, takeaway=BOTH)),
)


def test_without_words_of_its_own_it_tells_the_finding() -> None:
    words = speak("id")
    assert told(STORY, 1, results_of, words, KUPANG) == views.slide(results_of, "profile?year=2023", words, KUPANG)


def test_its_own_words_take_the_region_and_the_year() -> None:
    found = told(STORY, 2, results_of, speak("en"), KUPANG, SEMARANG)
    assert found.headline == found.takeaway == "Kota Kupang in 2023, {other}"
    assert found.mine is not None and found.mine.startswith("Kota Semarang")


def test_no_words_of_its_own_hide_what_is_missing_or_assumed() -> None:
    slides = tuple(StorySlide(view=view, takeaway=BOTH) for view in ("rankings?year=2023", "next-step?year=2023"))
    own = STORY.model_copy(update={"slides": slides})
    bare, assumed = (told(own, number, results_of, speak("en"), DEIYAI) for number in (1, 2))
    assert bare.chart is None and "no figure yet for Improved sanitation" in bare.takeaway
    assert assumed.chart is not None and "taken to be the median of its peers: Improved sanitation" in assumed.caption


def test_a_storyline_without_a_region_keeps_that_of_its_views() -> None:
    own = STORY.model_copy(update={"region": False, "slides": (StorySlide(view=f"profile?region={SEMARANG}"),)})
    assert "Kota Semarang" in told(own, 1, results_of, speak("id"), KUPANG).headline


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_slide_before_the_first_nor_after_the_last(number: int) -> None:
    with pytest.raises(IndexError):
        told(STORY, number, results_of, speak("id"), KUPANG)
