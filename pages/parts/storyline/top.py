"""The head of the screen of storylines: what there is to present, and how it is held."""

from __future__ import annotations

from metrics.storylines.entry import Storyline
from pages.shared import prose
from pages.shared.selection import Selection


def draw_top(here: Selection, storyline: Storyline | None, is_mine: bool) -> None:
    """The answer, and what this storyline is for; without one, how to begin."""
    words = here.words
    about = words.say("Presentation")
    if storyline is None:
        prose.answer(about, words.say("My storyline has no slide yet."))
        prose.lead(
            words.say("Open any screen, choose what it is to show, and add it under “For a talk”."),
            words.say("Or copy one of the storylines in the list, or load one that was saved."),
        )
    else:
        title, count = words.title(storyline.title), len(storyline.slides)
        prose.answer(about, words.say_plural("{title}: {count} slide", "{title}: {count} slides", count, title=title))
        if storyline.description is not None:
            prose.lead(words.title(storyline.description))
    if is_mine:
        prose.note(
            words.say("This browser keeps it until you forget it, also when the page is loaded again; no server does."),
            words.say("Save it as a file to take it elsewhere."),
        )
    else:
        prose.note(words.say("Headlines are computed from the figures, unless the storyline brings its own."))
