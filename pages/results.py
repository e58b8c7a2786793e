"""The results that the screens show: opened once a process, shared by all of its readers."""

from pathlib import Path

import streamlit as st

from metrics import shipped
from metrics.framework_file import read_framework
from metrics.results import Results, open_results
from words import Bilingual


@st.cache_resource(show_spinner=False)
def frameworks() -> dict[str, tuple[Path, Bilingual]]:
    """The shipped frameworks, file and title, by their id; the default one comes first. Raises InputProblems."""
    files = (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")))
    read = {path: read_framework(path).framework for path in files}
    return {framework.id: (path, framework.title) for path, framework in read.items()}


@st.cache_resource(show_spinner=False)
def results(framework: str) -> Results:
    """The results of a framework on the shipped data. Raises InputProblems."""
    return open_results(framework=frameworks()[framework][0])
