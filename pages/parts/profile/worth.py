"""Which figure would help most: a to-do list for whoever keeps the figures of a region."""

import streamlit as st

from metrics.missing_value import Prepared, Worth, prepare, worth
from metrics.problems import InputProblems
from pages.parts.profile import worth_limits as rest
from pages.parts.profile import worth_words as say
from pages.parts.profile.view import profile
from pages.parts.profile.worth_gain import say_gain
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from words.problems import say_problem


@kept(4)
def _prepared(framework: str, year: int) -> Prepared:
    return prepare(results(framework), year)


@kept(500)
def _worth(framework: str, year: int, region: str) -> Worth:
    return worth(_prepared(framework, year), region)


def choose_worth(here: Selection) -> bool:
    """Whether it is asked for: a second of work for a region, so not before somebody wants it."""
    words = here.words
    st.subheader(words.say("Which figure would help most?"), anchor=False)
    return st.toggle(
        words.say("Work out which figure would narrow the band of its rank"),
        key="worth",
        bind="query-params",
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_worth(here: Selection) -> None:
    """The finding, the list, and what can be said of nothing."""
    assert here.region is not None
    words, kind = here.words, profile(here).kind
    try:
        found = _worth(here.framework, here.year, here.region)
    except InputProblems as error:
        prose.note(*(say_problem(words, problem) for problem in error.problems))
        return
    st.html(f'<p class="teladan-lead">{as_html(say.say_worth(here, found, profile(here).name, kind))}</p>')
    listed = [gain for gain in found.gains if found.worthwhile(gain) or (gain.reason == "missing" and gain.known)]
    items = "".join(
        f"<li><b>{as_html(say.say_task(here, gain))}</b><br><small>{as_html(say_gain(here, found, gain, kind))}"
        "</small></li>"
        for gain in listed
    )
    if items:
        st.html(f'<ol class="teladan-groups">{items}</ol>')
    little = [gain for gain in found.gains if gain.known is not None and gain not in listed]
    unknown = [gain for gain in found.gains if gain.known is None]
    prose.points(
        [
            *([rest.say_little(here, little)] if little else []),
            *(rest.say_unknown(here, gain) for gain in unknown),
            *rest.say_best(here, found, kind),
        ]
    )
    if found.wanted:
        with st.expander(words.say("Not measurable today")):
            prose.note(rest.say_wanted(here, found))
