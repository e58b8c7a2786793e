"""The few kinds of running text on a screen. Whatever comes in is shown as it is: no HTML, no Markdown."""

import html

import streamlit as st

from metrics.results import Results
from words import Words


def answer(about: str, sentence: str) -> None:
    """The first line of a screen, its heading: the answer in a sentence, under what it is about."""
    st.html(f'<p class="teladan-about">{html.escape(about)}</p><h1 class="teladan-answer">{html.escape(sentence)}</h1>')


def about_my_region(sentence: str) -> None:
    """What the screen says of the reader's own region, in its colour."""
    st.html(f'<p class="teladan-mine">{html.escape(sentence)}</p>')


def note(*sentences: str) -> None:
    """A caveat or an explanation, right where a reader would go wrong without it."""
    st.html(f'<p class="teladan-note">{html.escape(" ".join(sentences))}</p>')


def source(words: Words, scored: Results, year: int) -> None:
    """The last line of a screen: who published the figures of a year, and which version they are."""
    told = (
        words.say("Figures: {publishers}.", publishers="; ".join(scored.publishers(year))),
        words.say(
            "Score and levels: Teladan. Data version {data}, framework version {framework}.",
            data=scored.data_version[:8],
            framework=scored.framework_version[:8],
        ),
    )
    st.html(f'<p class="teladan-source">{html.escape(" ".join(told))}</p>')
