"""The texts of one slide of my storyline, in both languages."""

from __future__ import annotations

import streamlit as st

from metrics.framework import Text
from metrics.problems import Problem
from metrics.storylines.entry import StorySlide
from metrics.storylines.rules import LONGEST, storyline_faults
from pages.parts.storyline import state
from pages.shared import prose
from words import LANGUAGES, Language, Words, mark
from words.problems import say_problem

_FIELDS = {
    "headline": mark("Headline; empty: the finding"),
    "takeaway": mark("Sentence below the chart; empty: computed"),
    "notes": mark("Notes for the speaker"),
}
IN = {"id": mark("Indonesian"), "en": mark("English")}
_FAULTS = "story:faults"


def draw_texts(words: Words, slide: StorySlide) -> None:
    """The fields, and what is wrong with what was typed last."""
    now = state.mine()
    begin = f"story:text:{now.edition}:{now.chosen}"
    with st.form(f"story-texts:{now.edition}:{now.chosen}", border=False):
        for field, label in _FIELDS.items():
            with st.container(key=f"story-{field}", horizontal=True):
                for language in LANGUAGES:
                    named = words.say("{label} ({language})", label=words.say(label), language=words.say(IN[language]))
                    said, key = said_in(getattr(slide, field), language), f"{begin}:{field}:{language}"
                    if field == "notes":
                        st.text_area(named, said, max_chars=2000, height=120, key=key)
                    else:
                        st.text_input(named, said, max_chars=LONGEST[field], key=key)
        prose.note(
            words.say("A text in one language stands for both. Write {hole} where the name of the region belongs.",
                      hole="{region}")
        )  # fmt: skip
        st.form_submit_button(words.say("Put these texts on the slide"), on_click=_write, args=(slide.view, begin))
    prose.wrong(*(say_problem(words, problem) for problem in st.session_state.pop(_FAULTS, ())))


def _write(view: str, begin: str) -> None:
    """Take the texts; where one of them would not do, say why and keep what was there."""
    typed = {
        field: both({language: str(st.session_state[f"{begin}:{field}:{language}"] or "") for language in LANGUAGES})
        for field in _FIELDS
    }
    slide = StorySlide(view=view, **typed)
    storyline = state.mine().storyline
    assert storyline is not None
    faults = [*storyline_faults(storyline.model_copy(update={"slides": (slide,)}))]
    if faults:
        st.session_state[_FAULTS] = tuple(Problem(fault.code, details=fault.details) for fault in faults)
    else:
        state.write(slide)


def said_in(text: Text | None, language: Language) -> str:
    """A text in a language, empty where there is none."""
    return "" if text is None else str(getattr(text, language))


def both(texts: dict[Language, str]) -> Text | None:
    """What was typed; one language stands for both, and nothing at all for nothing."""
    said = {language: text.strip() for language, text in texts.items()}
    either = said["id"] or said["en"]
    return Text(id=said["id"] or either, en=said["en"] or either) if either else None
