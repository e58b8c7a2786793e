"""The results that the screens show: opened once a process, shared by all of its readers."""

from pathlib import Path

import streamlit as st

from metrics import shipped
from metrics.framework_file import read_framework
from metrics.results import Results, open_results
from words import Bilingual


def frameworks() -> dict[str, Path]:
    """The shipped frameworks by the name they have in an address; the default one comes first."""
    return {path.stem: path for path in (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")))}


@st.cache_resource(show_spinner=False)
def framework_title(key: str) -> Bilingual:
    """The title of a framework, read without scoring it. Raises InputProblems."""
    return read_framework(frameworks()[key]).framework.title


@st.cache_resource(show_spinner=False)
def results(key: str) -> Results:
    """The results of a framework on the shipped data. Raises InputProblems."""
    return open_results(framework=frameworks()[key])
