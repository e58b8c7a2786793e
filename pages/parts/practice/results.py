"""The results of a practice: each with its figure, when, by whose account, and where it was read; then the caveats."""

import streamlit as st

from exports.formulas import as_published
from metrics.practices.entry import Practice, Result
from pages.parts.practices.view import read
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.selection import Selection

SOURCES = "sources"  # the anchor of the list of sources


@st.cache_data(show_spinner=False, max_entries=500)
def draw_results(here: Selection, id: str) -> None:
    """The table, and where a reader would go wrong with it."""
    words, practice = here.words, read(here).practice(id)
    st.subheader(words.say("Results as they were reported"), anchor=False)
    if practice.results:
        _draw_table(here, practice)
    else:
        prose.note(words.say("No result is known: neither a figure nor an account of one was found."))
    if practice.caveats:
        lines = "".join(f"<li>{as_html(words.title(caveat))}</li>" for caveat in practice.caveats)
        heading = as_html(words.say("To be read with care"))
        st.html(f'<div class="teladan-caveats"><b>{heading}</b><ul>{lines}</ul></div>')


def _draw_table(here: Selection, practice: Practice) -> None:
    words = here.words
    heads = [
        (words.say("Result"), ""), (words.say("Value"), "number"), (words.say("Unit"), ""), (words.say("When"), ""),
        (words.say("Says who"), ""), (words.say("Source"), "number"),
    ]  # fmt: skip
    head = "".join(f'<th scope="col" class="{kind}">{as_html(text)}</th>' for text, kind in heads)
    rows = "".join(_row(here, result) for result in practice.results)
    caption = as_html(words.say("◇ reported by the government whose practice it is; – not given"))
    # The caption stands outside: inside it would be as wide as the table, and be cut where that is scrolled.
    st.html(
        f'<p class="teladan-note">{caption}</p>'
        f'<div class="teladan-scroll teladan-practices" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="teladan-table" aria-label="{caption}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(here: Selection, result: Result) -> str:
    words = here.words
    by = words.title(result.by)
    told = [
        (as_html(words.number(None) if result.value is None else as_published(words, result.value)), "number"),
        (as_html(words.title(result.unit) or "–"), ""),
        (as_html(words.date(result.date) if result.date else "–"), ""),
        (as_html(f"◇ {by}" if result.self_reported else by), ""),
        (prose.link(words.number(result.source), f"#{SOURCES}"), "number"),
    ]
    cells = "".join(f'<td class="{kind}">{cell}</td>' for cell, kind in told)
    # On narrow screens the column of who says so lies outside what is seen, so it is told here too.
    narrow = words.say("according to {by}", by=f"◇ {by}" if result.self_reported else by)
    text = f'{as_html(words.title(result.text))}<small class="narrow" aria-hidden="true">{as_html(narrow)}</small>'
    return f'<tr><th scope="row">{text}</th>{cells}</tr>'
