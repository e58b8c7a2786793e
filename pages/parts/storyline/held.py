"""What a session holds of my storyline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from metrics.framework import Text
from metrics.practices.draft import proposed_id
from metrics.problems import Problem
from metrics.storylines.entry import MOST_SLIDES, Storyline, StorySlide
from metrics.storylines.storylines import packed
from words import LANGUAGES, mark, speak

_UNTITLED = mark("My storyline")


@dataclass(frozen=True)
class Mine:
    """What a session holds: the parts of a storyline, and how the last attempt to read a file went.

    `edition` grows whenever slides change their places: widgets that carry it in their key start anew. `chosen` is the
    number of the slide that is being changed, from 1; `replaced` what a file took the place of.
    """

    title: Text | None = None
    description: Text | None = None
    region: bool = False
    slides: tuple[StorySlide, ...] = ()
    edition: int = 0
    chosen: int = 1
    file: str = ""
    problems: tuple[Problem, ...] = ()
    replaced: Mine | None = None

    @property
    def full(self) -> bool:
        """Whether no further slide has room."""
        return len(self.slides) >= MOST_SLIDES

    @property
    def storyline(self) -> Storyline | None:
        """The storyline; None as long as it has no slide."""
        if not self.slides:
            return None
        title = self.title or untitled()
        return Storyline(
            id=proposed_id("", title.en, frozenset()),
            title=title,
            description=self.description,
            region=self.region,
            slides=self.slides,
        )

    @cached_property
    def packed(self) -> str:
        """The storyline as the browser keeps it; empty as long as it has no slide."""
        return packed(self.storyline) if self.storyline else ""

    def numbers(self, view: str) -> list[int]:
        """Which of its slides show a view."""
        return [number for number, slide in enumerate(self.slides, start=1) if slide.view == view]


def untitled() -> Text:
    """What it is called until it is given a title."""
    said = {language: speak(language).say(_UNTITLED) for language in LANGUAGES}
    return Text(id=said["id"], en=said["en"])
