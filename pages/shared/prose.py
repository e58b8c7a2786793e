"""The few kinds of running text on a screen. Whatever comes in is shown as it is: no HTML, no Markdown."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from metrics.results import Results
from words import LANGUAGES, Words


def answer(about: str, sentence: str) -> None:
    """The first line of a screen, its heading: the answer in a sentence, under what it is about."""
    st.html(f'<p class="teladan-about">{html.escape(about)}</p><h1 class="teladan-answer">{html.escape(sentence)}</h1>')


def lead(*sentences: str) -> None:
    """What else the figures of a screen say, right under the answer."""
    st.html(f'<p class="teladan-lead">{html.escape(" ".join(sentences))}</p>')


def about_my_region(sentence: str, *further: str) -> None:
    """What the screen says of the reader's own region, in its colour; `further` are links at its end."""
    st.html(f'<p class="teladan-mine">{" ".join([html.escape(sentence), *further])}</p>')


def link(text: str, address: str) -> str:
    """An address within Teladan to follow, as HTML."""
    return f'<a href="{html.escape(address)}" target="_self">{html.escape(text)}</a>'


def jump(text: str, anchor: str) -> None:
    """A line that leads further down on the same screen, to the heading with this anchor."""
    st.html(f'<p class="teladan-jump">{link(text, "#" + anchor)}</p>')


def onward(text: str, address: str) -> None:
    """A line that leads to another screen."""
    st.html(f'<p class="teladan-jump">{link(text, address)}</p>')


def note(*sentences: str) -> None:
    """A caveat or an explanation, right where a reader would go wrong without it; without a sentence nothing."""
    if sentences:
        st.html(f'<p class="teladan-note">{html.escape(" ".join(sentences))}</p>')


def wrong(*sentences: str) -> None:
    """What has to be mended, right under what it is about; without a sentence nothing."""
    if sentences:
        st.html(f'<p class="teladan-wrong" role="alert">{html.escape(" ".join(sentences))}</p>')


def points(sentences: Sequence[str]) -> None:
    """Several things that stand side by side, one a line."""
    listed = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<ul class="teladan-note">{listed}</ul>')


def source(words: Words, scored: Results, year: int) -> None:
    """The last line of a screen: who published the figures of a year, and which version they are."""
    closing(
        words.say("Figures: {publishers}.", publishers="; ".join(scored.publishers(year))),
        words.say(
            "Score and levels: Teladan. Data version {data}, framework version {framework}.",
            data=scored.data_version[:8],
            framework=scored.framework_version[:8],
        ),
    )


def closing(*sentences: str) -> None:
    """The small print at the foot of a screen."""
    st.html(f'<p class="teladan-source">{html.escape(" ".join(sentences))}</p>')


def source_note(words: Words, row: Mapping[str, Any]) -> None:
    """One source: who, where, its caveats, and what, in the language of the publication.

    `row` is a line of `metrics.indicator.sources`.
    """
    caveats = words.title({language: row[f"caveats_{language}"] for language in LANGUAGES})
    lines = [row["title"], *caveats.splitlines()]
    listed = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    count = words.say_plural("{count} figure", "{count} figures", row["figures"])
    head = html.escape(words.say("{publisher}: {count}", publisher=row["publisher"], count=count))
    st.html(f'<p class="teladan-note"><b>{head}</b> {_link(row["address"])}</p><ul class="teladan-note">{listed}</ul>')


def _link(address: str | None) -> str:
    """An address to follow; what is not one of the web is only shown."""
    if address is None:
        return ""
    shown = html.escape(address)
    return f'<a href="{shown}">{shown}</a>' if address.startswith(("https://", "http://")) else shown
