"""How the last file of own figures went: everything that is wrong in it, or what it brought."""

import streamlit as st

from pages.parts.own import state
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from words.problems import say_problem

_MOST_TOLD = 30  # problems that are read one by one; what is behind them is counted


def draw_outcome(here: Selection) -> None:
    """How the last file went: everything that is wrong in it, or what it brought."""
    words, now = here.words, state.held()
    if now.problems:
        lines = [f"- {inert(say_problem(words, problem))}" for problem in now.problems[:_MOST_TOLD]]
        if further := now.problems[_MOST_TOLD:]:
            lines.append("- " + words.say_plural("one more", "{count} more", len(further)))
        told = words.say_plural(
            "“{file}” is not used: it has a problem. Nothing has changed here. Mend it and drop it again.",
            "“{file}” is not used: it has {count} problems. Nothing has changed here. Mend them and drop it again.",
            len(now.problems), file=inert(now.file),
        )  # fmt: skip
        st.error("\n".join([told, "", *lines]), icon=":material/error:")
    elif now.file:
        told = [words.say("Read: {file}.", file=now.file)]
        own = state.own_data(here.region)
        if own is not None and own.left_out:
            told.append(
                words.say_plural(
                    "One row of another region in it was left out.",
                    "{count} rows of other regions in it were left out.",
                    own.left_out,
                )
            )
        prose.note(*told)
