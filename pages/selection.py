"""What the reader has chosen on every screen alike: language, framework, year and region; all of it in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import streamlit as st

from charts.palette import Theme
from metrics.results import Results
from pages.inert import inert
from pages.results import frameworks, results
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
        region_place, year_place, framework_place, language_place = (
            st.container(width=width) for width in _WIDTHS
        )
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
        region = _choose_region(words, scored)
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


def _choose_region(words: Words, scored: Results) -> str | None:
    names = region_names(scored)
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


def accept_code(key: str, names: Mapping[str, str]) -> None:
    """Let a first request name a choice by its code, which never changes, where Streamlit reads only names.

    To be called before the selector `key` is drawn; `names` are its options by code.
    """
    if key not in st.session_state and (code := st.query_params.get(key)) in names and names[code] != code:
        st.query_params[key] = names[code]
        st.rerun()


@st.cache_resource(show_spinner=False, hash_funcs={Results: lambda scored: scored.data_version})
def region_names(scored: Results) -> Mapping[str, str]:
    """Every region's code with a name that is its own: where two share one, the code stands behind it."""
    regions = scored.regions()
    shared = regions["name"].duplicated(keep=False)
    names = regions["name"].where(~shared, regions["name"] + " (" + regions["region"] + ")")
    return dict(zip(regions["region"], names, strict=True))
