"""What the reader has chosen on every screen alike: language, framework, year and region; all of it in the address."""

from dataclasses import dataclass
from typing import cast

import pandas as pd
import streamlit as st

from charts.palette import Theme
from metrics.bands import Bands
from metrics.results import Results
from pages.address import accept_code
from pages.inert import inert
from pages.results import bands, frameworks, ranking, region_names, results
from words import LANGUAGES, Language, Words, speak

# Widths of the selectors: pixels, or as wide as what is in it. On a phone the row wraps.
_WIDTHS = (360, 96, "content", "content")


@dataclass(frozen=True)
class Selection:
    """The shared selectors' values, and the versions of what they select from.

    Plain values only, so that it can be the key of a cached drawing. `region` is a code, None until one is chosen.
    """

    language: Language
    framework: str
    year: int
    region: str | None
    theme: Theme
    data_version: str
    framework_version: str

    @property
    def words(self) -> Words:
        """The reader's language."""
        return speak(self.language)

    @property
    def results(self) -> Results:
        """The results of the chosen framework."""
        return results(self.framework)

    @property
    def ranking(self) -> pd.DataFrame:
        """The ranking of the chosen year with its bands; not to be changed in place."""
        return ranking(self.framework, self.year)

    @property
    def bands(self) -> Bands:
        """How far the ranks and scores of the chosen year can be trusted."""
        return bands(self.framework, self.year)


def chosen() -> Selection:
    """What `choose` drew and kept for this run."""
    return cast(Selection, st.session_state["selection"])


def language() -> Language:
    """The language of this run, known before its selector is drawn."""
    return "en" if st.session_state.get("lang", st.query_params.get("lang")) == "en" else "id"


def choose() -> None:
    """Draw the shared selectors, and keep what they say for the screen. Raises InputProblems."""
    words = speak(language())
    with st.container(key="selectors", horizontal=True, vertical_alignment="bottom"):
        # They stand from left to right, and are filled in the order in which one depends on another.
        region_place, year_place, framework_place, language_place = (st.container(width=width) for width in _WIDTHS)
    with language_place:
        st.segmented_control(
            "Bahasa / Language",
            LANGUAGES,
            default="id",
            required=True,
            key="lang",
            bind="query-params",
            label_visibility="collapsed",
        )
    with framework_place:
        framework = _choose_framework(words)
    scored = results(framework)
    with year_place:
        year = st.selectbox(
            words.say("Year"),
            scored.years,
            index=scored.years.index(scored.opening_year),
            format_func=words.year,
            key="year",
            bind="query-params",
        )
    with region_place:
        region = _choose_region(words, framework)
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    st.session_state["selection"] = Selection(
        words.language, framework, year, region, theme, scored.data_version, scored.framework_version
    )


def _choose_framework(words: Words) -> str:
    titles = {key: words.title(title) for key, (_, title) in frameworks().items()}
    with st.popover(words.say("Framework"), icon=":material/account_tree:"):
        return st.radio(
            words.say("What is measured, and how"),
            list(titles),
            captions=[inert(title) for title in titles.values()],
            key="framework",
            bind="query-params",
        )


def _choose_region(words: Words, framework: str) -> str | None:
    names = region_names(framework)
    accept_code("region", names)
    return st.selectbox(
        words.say("Your region"),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        placeholder=words.say("Type the name of a kota or kabupaten"),
        key="region",
        bind="query-params",
    )
