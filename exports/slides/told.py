"""A slide of a storyline: what its view shows, in the storyline's own words where it has any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from exports.slides import views
from exports.slides.slide import Slide
from metrics.results import Results
from words import Bilingual, Words


class StorySlide(Protocol):
    """What is needed of a slide of a storyline (metrics.storylines.entry)."""

    @property
    def view(self) -> str:
        """The link to what is shown."""

    @property
    def headline(self) -> Bilingual | None:
        """Its own headline; None for the finding that the figures give."""

    @property
    def takeaway(self) -> Bilingual | None:
        """Its own takeaway; None for the one that the figures give."""

    @property
    def notes(self) -> Bilingual | None:
        """What the speaker says to it; None for nothing."""


class Storyline(Protocol):
    """What is needed of a storyline."""

    @property
    def region(self) -> bool:
        """Whether it is told of a region that is chosen when it is told."""

    @property
    def slides(self) -> Sequence[StorySlide]:
        """Its slides in their order."""


def told(
    story: Storyline,
    number: int,
    results_of: Callable[[str], Results],
    words: Words,
    region: str | None = None,
    mine: str | None = None,
) -> Slide:
    """Slide `number` of a storyline, counted from 1. `region` is whom it is told of, where it takes a region.

    A slide without a chart keeps its own takeaway, which says why there is none.

    Raises IndexError for a number that there is not, and what `views.slide` raises.
    """
    written, view = _read(story, number, results_of, words, region, mine)
    found = views.made(view)
    return replace(
        found,
        headline=_filled(words, written.headline, view) or found.headline,
        takeaway=(found.chart is not None and _filled(words, written.takeaway, view)) or found.takeaway,
    )


def notes(
    story: Storyline, number: int, results_of: Callable[[str], Results], words: Words, region: str | None = None
) -> str:
    """What the speaker says to slide `number`, with the region and the year in it; empty where there is nothing.

    Raises what `told` raises.
    """
    written, view = _read(story, number, results_of, words, region, None)
    return _filled(words, written.notes, view)


def _read(
    story: Storyline,
    number: int,
    results_of: Callable[[str], Results],
    words: Words,
    region: str | None,
    mine: str | None,
) -> tuple[StorySlide, views.View]:
    if not 1 <= number <= len(story.slides):
        raise IndexError(number)
    written = story.slides[number - 1]
    return written, views.read(results_of, written.view, words, region if story.region else None, mine)


def _filled(words: Words, text: Bilingual | None, view: views.View) -> str:
    """A text of a storyline with the region and the year that it is told of; any other brace stays as it is."""
    return words.title(text).replace("{region}", view.region_name).replace("{year}", words.year(view.asked.year))
