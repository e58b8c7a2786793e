"""The members beside regions outside of the network that are like them in structure."""

import streamlit as st

from charts.palette import palette
from charts.strips import Measure, Strip, strips
from exports.titles import dimension_titles
from metrics.network import Network, Part
from pages.parts.network import words as say
from pages.parts.network.beside_table import draw_table
from pages.parts.network.view import Chosen, view
from pages.parts.rankings.words import scale
from pages.shared import prose
from pages.shared.key import Entry, draw_key
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_beside(here: Selection, chosen: Chosen) -> None:
    """Score and dimensions of both groups; nothing where nobody is assessed."""
    words, found = here.words, view(here, chosen.members)
    whole = found.whole
    if whole is None or not found.assessed:
        return
    st.subheader(words.say("The members beside similar regions outside"), anchor=False)
    prose.lead(say.say_beside(here, whole.beside), say.say_chosen(here))
    prose.note(
        words.say(
            "Each member has one partner outside of the network: of its kind and as near to it in structure as can "
            "be (population, density, spending per person, place), never chosen by score."
        ),
        *say.say_residents(here, found),
        *say.say_alone(here, found),
    )
    colours = palette(here.theme)
    mine = [Entry(words.say("your region"), colours.accent, colours.accent)] if here.region in found.members else []
    draw_key(
        [
            Entry(words.say("members"), colours.second, colours.second),
            Entry(words.say("partners outside"), colours.others_edge, colours.others_edge),
            *mine,
            Entry(words.say("median"), colours.ink, colours.ink, "tick"),
        ]
    )
    titles = {here.results.root.id: words.say("Score")} | dimension_titles(words, here.results)
    parts = [part for part in (whole, *found.dimensions) if part.beside.pairs]
    st.html(strips([_measure(here, found, part, titles[part.node.id]) for part in parts], colours))
    prose.note(words.say("Each dimension is judged by itself: of twenty, one may seem different by chance."))
    with st.expander(words.say("The same as a table")):
        draw_table(here, parts, titles)


def _measure(here: Selection, found: Network, part: Part, title: str) -> Measure:
    words, beside = here.words, part.beside
    decimals = part.node.decimals if part.node.is_leaf else scale(here).decimals
    assert beside.medians is not None
    every = [cell.value for cell in found.within.cells[part.node.id].values()]
    low, high = min(every), max(every)
    own, outside = beside.medians
    names, partners = found.within.names, found.partners

    def dot(value: float, region: str) -> tuple[float, str]:
        return value, words.say("{name}: {score}", name=names[region], score=words.number(value, decimals))

    return Measure(
        title,
        words.title(part.node.unit) if part.node.is_leaf else "",
        (low, high),
        (words.number(low, decimals), words.number(high, decimals)),
        [
            Strip(
                "members",
                words.say("members"),
                words.say("median {median}", median=words.number(own, decimals)),
                own,
                [dot(value, code) for code, value in beside.members.items()],
                beside.members.get(here.region or ""),
            ),
            Strip(
                "others",
                words.say("partners"),
                words.say("median {median}", median=words.number(outside, decimals)),
                outside,
                [dot(value, partners[code].region) for code, value in beside.partners.items()],
            ),
        ],
        say.say_beside(here, beside),
    )
