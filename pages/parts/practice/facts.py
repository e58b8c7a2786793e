"""What it takes to do the same: cost, preconditions, who took it over; and what it should move."""

from collections.abc import Sequence

import streamlit as st

from metrics.practices.entry import Adopters, Practice
from metrics.tree import Node
from pages.parts.practices.facet_words import say_choice, say_seminar
from pages.parts.practices.view import home, read
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_facts(here: Selection, id: str) -> None:
    """The facts as a list of terms; what is not known says so."""
    words, practice = here.words, read(here).practice(id)
    st.subheader(words.say("What it takes, and who followed"), anchor=False)
    unknown = as_html(words.say("not known"))
    facts = [
        (words.say("Cost"), _cost(here, practice) or unknown),
        (words.say("Preconditions"), as_html(words.title(practice.preconditions)) or unknown),
        (words.say("Taken over by"), _adopters(here, practice.adopters) if practice.adopters else unknown),
        (
            words.say("Should move"),
            _indicators(here, practice.indicators) or as_html(words.say("no indicator directly")),
        ),
    ]
    if practice.presupposes:
        facts.append((words.say("Presupposes"), _indicators(here, practice.presupposes)))
    if practice.seminars:
        shown = [prose.link(say_seminar(here, one), link(here, "seminar", seminar=one)) for one in practice.seminars]
        facts.append((words.say("Presented at"), "<br>".join(shown)))
    told = "".join(f"<dt>{as_html(name)}</dt><dd>{fact}</dd>" for name, fact in facts)
    st.html(f'<dl class="teladan-facts">{told}</dl>')


def _cost(here: Selection, practice: Practice) -> str:
    words = here.words
    if practice.cost is None:
        return ""
    text = words.title(practice.cost.text)
    if practice.cost.size is None:
        return as_html(text)
    size = say_choice(here, "cost", practice.cost.size)
    return as_html(words.say("{text} (Teladan's class: {size})", text=text, size=size))


def _adopters(here: Selection, adopters: Adopters) -> str:
    """The account, and those known by name with the way to their profiles."""
    names = region_names(here.framework)
    told = as_html(here.words.title(adopters.text))
    known = [
        prose.link(names[code], link(here, "profile", region=names[code])) for code in adopters.regions if code in names
    ]
    return "<br>".join(filter(None, [told, ", ".join(known)]))


def _indicators(here: Selection, ids: Sequence[str]) -> str:
    nodes = {node.id: node for node in home(here.framework).nodes}
    return "<br>".join(_indicator(here, nodes[id]) for id in ids if id in nodes)


def _indicator(here: Selection, node: Node) -> str:
    """An indicator with the way to its figures; one without says that it has none."""
    title = here.words.title(node.title)
    if node.status == "wanted" or not node.variable:
        return as_html(here.words.say("{title} (wanted: no figure is published here yet)", title=title))
    return prose.link(title, link(here, "indicator", variable=node.variable))
