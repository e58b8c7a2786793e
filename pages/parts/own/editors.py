"""A region's own figures, targets and programmes as tables to type into."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from metrics.own.data import OwnData
from metrics.own.form import COLUMNS, KINDS, Table, labels, open_leaves, sub_dimensions
from metrics.own.reading import read_typed
from metrics.problems import InputProblems, Problem
from pages.parts.own import state
from pages.parts.own.rows import rows_of
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from words.problems import say_problem

_YEARS = (1900, 2100)


def draw_editors(here: Selection, own: OwnData | None) -> None:
    """The three tables in one form: nothing counts before it is confirmed."""
    assert here.region is not None
    words = here.words
    with st.form(f"own-tables:{here.region}:{state.held().edition}", border=False):
        prose.note(
            words.say("Fill in what you have and leave the rest. Nothing counts until you press the button below.")
        )
        tabs = st.tabs([words.say("Figures"), words.say("Targets"), words.say("Programmes and quick wins")])
        tables: dict[Table, pd.DataFrame] = {}
        for tab, table in zip(tabs, COLUMNS, strict=True):
            with tab:
                tables[table] = _draw_editor(here, own, table)
        if st.form_submit_button(words.say("Use these figures"), type="primary"):
            _use(here, tables)


def _draw_editor(here: Selection, own: OwnData | None, table: Table) -> pd.DataFrame:
    assert here.region is not None
    found: pd.DataFrame = st.data_editor(
        rows_of(here, own or OwnData(here.region), table),
        column_config=_config(here, table),
        num_rows="dynamic",
        hide_index=True,
        height="content",
        placeholder="–",
        key=f"own-{table}:{here.region}:{here.language}:{state.held().edition}",
    )
    return found


def _use(here: Selection, tables: dict[Table, pd.DataFrame]) -> None:
    """Hold what was typed; where something is wrong, say all of it and leave the tables as they are."""
    assert here.region is not None
    try:
        own = read_typed(
            here.results, here.region, {name: _typed(rows) for name, rows in tables.items()}, here.language
        )
    except InputProblems as error:
        _draw_problems(here, error.problems)
    else:
        state.take(own, "")
        st.rerun()


def _draw_problems(here: Selection, problems: Sequence[Problem]) -> None:
    words = here.words
    told = words.say_plural(
        "The tables have a problem. Mend it and press the button again:",
        "The tables have {count} problems. Mend them and press the button again:",
        len(problems),
    )
    lines = [f"- {inert(say_problem(words, problem))}" for problem in problems]
    st.error("\n".join([told, "", *lines]), icon=":material/error:")


def _typed(rows: pd.DataFrame) -> list[dict[str, object]]:
    """The rows with None where a cell is empty."""
    plain = rows.astype("object").where(rows.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _config(here: Selection, table: Table) -> dict[str, Any]:
    words, language, nodes = here.words, here.language, here.results.nodes
    heads = {key: names[language] for key, names in COLUMNS[table].items()}
    named = labels(nodes, language)
    year = {"min_value": _YEARS[0], "max_value": _YEARS[1], "step": 1, "format": "%d", "width": 90}
    choices = {
        "indicator": [named[leaf.id] for leaf in open_leaves(nodes)],
        "node": [named[node.id] for node in sub_dimensions(nodes)],
        "kind": [names[language] for names in KINDS.values()],
    }
    config: dict[str, Any] = {}
    for key, head in heads.items():
        if key in choices:
            config[key] = st.column_config.SelectboxColumn(head, options=choices[key])
        elif key in ("year", "start", "end"):
            config[key] = st.column_config.NumberColumn(head, **year)
        elif key in ("value", "target"):
            config[key] = st.column_config.NumberColumn(head, width=120)
        else:
            config[key] = st.column_config.TextColumn(head, max_chars=1000)
    if table != "plan":
        config["published"] = st.column_config.TextColumn(
            words.say("Published"),
            help=words.say("The newest published figure and its year."),
            disabled=True,
            width=130,
        )
        config["unit"] = st.column_config.TextColumn(words.say("Unit"), disabled=True, width=200)
    return config
