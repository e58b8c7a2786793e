"""The method screen's own selector: the part of the tree that is to stand open."""

from collections.abc import Mapping

import streamlit as st

from pages.shared.address import accept_code, own_names, say_again
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from words import Language, speak


def choose_node(here: Selection) -> str | None:
    """One part of the framework, or None for a closed tree."""
    names = _names(here.framework, here.language)
    accept_code("node", names)
    say_again("node", here.language)
    return st.selectbox(
        here.words.say("Find a part of the framework"),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        placeholder=here.words.say("Type its name"),
        key="node",
        bind="query-params",
        width=460,
    )


@kept(20)
def _names(framework: str, language: Language) -> Mapping[str, str]:
    """Every part below the root with a name of its own, in the order of the tree."""
    words = speak(language)
    return own_names(words, {node.id: words.title(node.title) for node in results(framework).nodes[1:]})
