"""What the reader has chosen on every screen alike: language, framework, year and region; all of it in the address."""

from dataclasses import dataclass
from typing import cast

import pandas as pd
import streamlit as st

from charts.palette import Theme
from metrics.bands import Bands
from metrics.results import Results
from pages.shared.results import bands, ranking, results
from words import Language, Words, speak


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
