"""A visitor's own weights to take away: the ranking that they give, and the framework file with them."""

import pandas as pd
import streamlit as st

from metrics.own_weights import own_framework
from metrics.points_text import written
from pages.parts.weights.view import View
from pages.shared import prose
from pages.shared.downloads import Stamp, offer_files


def offer(view: View, table: pd.DataFrame) -> None:
    """The ranking, and the framework that gives it, as files."""
    words, here = view.words, view.here
    name = f"teladan-{here.framework}-{here.year}{'-own-weights' if view.points else ''}"

    def rows() -> tuple[pd.DataFrame, Stamp]:
        stamp = {"year": here.year, "weights": written(dict(view.points)) or "framework"}
        return table, stamp | {"data_version": here.data_version, "framework_version": here.framework_version}

    offer_files(words, name, rows)
    if view.points:
        prose.note(
            words.say("Each row of a file names the weights. The framework with them is what “teladan score” takes:")
        )
        st.download_button(
            words.say("Framework with these weights (YAML)"),
            lambda: own_framework(view.prepared, view.weights).encode(),
            file_name=f"{name}.yaml",
            mime="application/yaml",
            on_click="ignore",
            icon=":material/download:",
        )
