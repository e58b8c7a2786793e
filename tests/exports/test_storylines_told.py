"""The shipped storylines as slides: each can be told, in both languages, of any region."""

from __future__ import annotations

import pytest

from charts.slides.kinds import Facts
from exports.slides.told import told
from metrics.results import open_results
from metrics.storylines.rules import LONGEST
from metrics.storylines.storylines import storylines
from words import LANGUAGES, speak

REGIONS = ("53.71", "95.08")  # one with figures and ranks, one without most of them


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_headline_that_a_hall_can_read_a_source_and_a_takeaway(language):
    words, results = speak(language), open_results()
    regions = REGIONS if language == "id" else REGIONS[:1]
    for story in storylines(results):
        for region in regions if story.region else (None,):
            for number in range(1, len(story.slides) + 1):
                slide = told(story, number, lambda _: results, words, region, "33.74")
                place = f"{story.id} {number} {region}: {slide.headline}"
                assert slide.headline and slide.takeaway and slide.source, place
                assert "{" not in slide.headline + slide.takeaway, place
                assert len(slide.headline) <= LONGEST["headline"], place
                assert slide.chart is None or isinstance(slide.chart, Facts) or slide.alt, place
