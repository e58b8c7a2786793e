"""The lower part of the screen on certainty: how the indicators go together, for those who look into the method."""

import pandas as pd
import streamlit as st

from charts.correlation_map import correlation_map
from charts.palette import palette
from metrics.anatomy import path
from metrics.sensitivity.components import components
from metrics.sensitivity.correlations import METHODS, Method, alphas, flagged
from pages.parts.robustness import method_words as say
from pages.parts.robustness.view import correlations, scores, title
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def choose_method(here: Selection) -> Method:
    """Which correlation is shown."""
    st.subheader(here.words.say("How the indicators go together"), anchor="together")
    return st.segmented_control(
        here.words.say("Correlation"),
        METHODS,
        default="pearson",
        required=True,
        format_func=lambda method: say.say_method(here.words, method),
        key="correlation",
        bind="query-params",
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_correlations(here: Selection, method: Method) -> None:
    """The correlations between indicators, with the pairs worth a look."""
    words, matrix = here.words, correlations(here, method)
    pairs = flagged(matrix)
    titles = {node: title(here, node) for node in matrix}
    prose.lead(say.say_pairs(words, pairs, titles))
    prose.note(say.say_limits(words))
    marked = {(row["one"], row["other"]): say.say_flag(words, row["flag"]) for row in pairs.to_dict("records")}
    caption = words.say("Correlations between the indicators, {method}", method=say.say_method(words, method))
    groups = [_dimension(here, node) for node in matrix]
    st.html(correlation_map(matrix, titles, groups, marked, caption, words, palette(here.theme)))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_structure(here: Selection) -> None:
    """Cronbach's alpha and principal components."""
    words = here.words
    with st.expander(words.say("For methodologists: reliability and principal components")):
        table = alphas(here.results, here.year)
        rows = table.assign(region=table["node"], name=[title(here, node) for node in table["node"]])
        rows.loc[rows["whole"], "name"] = words.say("All indicators together")
        columns = [
            Column("name", words.say("Group")),
            Column("children", words.say("Parts"), words.number, number=True),
            Column("alpha", words.say("Alpha"), lambda x: words.number(x, 2), number=True),
        ]
        prose.note(say.say_alpha(words))
        draw_plain(rows, columns, None, words.say("Cronbach's alpha of the parts of each group"))
        found = components(scores(here))
        if found is None:
            prose.note(words.say("Too few regions have every indicator to take principal components."))
            return
        st.subheader(inert(say.say_components(words, found)), anchor=False)
        prose.note(say.say_loadings(words, found))
        shown = found.loadings.iloc[:, : max(found.above_one, 2)]
        heads = {str(name): say.say_component(words, at, found) for at, name in enumerate(shown)}
        rows = shown.reset_index(names="region").assign(name=[title(here, node) for node in shown.index])
        columns = [Column("name", words.say("Indicator"))]
        columns += [Column(field, head, lambda x: words.number(x, 2), number=True) for field, head in heads.items()]
        draw_plain(rows, columns, None, words.say("Loadings of the principal components"))
        rows = pd.DataFrame({"eigenvalue": found.eigenvalues, "share": found.shares})
        rows = rows.assign(name=[str(at + 1) for at in rows.index], region="")
        columns = [
            Column("name", words.say("Component")),
            Column("eigenvalue", words.say("Eigenvalue"), lambda x: words.number(x, 2), number=True),
            Column("share", words.say("Share of the variance"), lambda x: words.percent(x, 1), number=True),
        ]
        draw_plain(rows, columns, None, words.say("Eigenvalues of the principal components"))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(here: Selection) -> None:
    """Where the figures are from."""
    prose.source(here.words, here.results, here.year)


def _dimension(here: Selection, node: str) -> str:
    """The dimension that an indicator belongs to."""
    above = path(here.results, node)
    return next((top.id for top in here.results.children(here.results.root.id) if top.id in above), node)
