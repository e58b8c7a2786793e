"""A storyline: what may be written in a file of storylines/, in which form.

A storyline keeps what does not change when the figures do: which views are shown, in which order, and what is said to
each. A headline or takeaway that is left out is the finding, computed from the figures as they are now.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metrics.framework import Bilingual, Model, Words
from metrics.practices.entry import Id

MOST_SLIDES = 60


class StorySlide(Model):
    """A view, and what is said to it.

    view      the address of a screen with what is chosen there, such as `rankings?year=2023`
    headline  instead of the finding; may hold {region} and {year}
    takeaway  instead of what follows from the finding; may hold the same
    notes     what the speaker says, and what is not to be claimed; may hold the same
    """

    view: Words
    headline: Bilingual | None = None
    takeaway: Bilingual | None = None
    notes: Bilingual | None = None


class Storyline(Model):
    """The file.

    id           its name, which addresses use
    description  whom it is for, and what it tells
    region       whether it is about a region that is chosen when it is told
    """

    id: Id
    title: Bilingual
    description: Bilingual | None = None
    region: bool = False
    slides: Annotated[tuple[StorySlide, ...], Field(min_length=1, max_length=MOST_SLIDES)]
