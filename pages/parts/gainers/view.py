"""Who would gain most: the regions like a practice's own, if they stood where it stands."""

import streamlit as st

from charts.diverging import Bar, diverging_bars
from charts.palette import palette
from metrics.practices.entry import Practice
from metrics.practices.gainers import Gainer, Gainers
from pages.parts.gainers import words as say
from pages.parts.matches.found import gaining, place_name
from pages.parts.practices.view import read
from pages.parts.rankings import words as ranking_words
from pages.shared import prose
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection

SHOWN = 8  # regions


def draw_gainers(here: Selection, practice: Practice) -> None:
    """The regions that would gain most, and the reader's own; or why nobody can say."""
    _draw(here, practice.id)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw(here: Selection, id: str) -> None:
    words, practice = here.words, read(here).practice(id)
    found, home = gaining(here.framework, here.year, id), place_name(here, practice)
    names = region_names(here.framework)
    st.subheader(words.say("Who would gain most"), anchor=False)
    if not found.nodes:
        prose.note(say.say_unknown(words, found, bool(practice.indicators)))
        return
    prose.lead(say.say_answer(here, found, home, names))
    if here.region is not None and here.region != practice.region:
        told = say.say_mine(here, found, names[here.region], here.region, _decimals(here))
        prose.about_my_region(told)
    prose.note(*say.say_basis(words, found, home))
    if found.regions:
        bars = [_bar(here, found, one, names[one.region]) for one in found.regions[:SHOWN]]
        label = words.say("Points that each region would gain")
        st.html(diverging_bars(bars, label, palette(here.theme)))


def _bar(here: Selection, found: Gainers, one: Gainer, name: str) -> Bar:
    points = one.step if one.gain is None else one.gain
    return Bar(
        name,
        here.words.signed(points, _decimals(here)),
        points,
        "",
        "mine" if one.region == here.region else "other",
        say.say_detail(here.words, found, one),
        link(here, "profile", region=name),
    )


def _decimals(here: Selection) -> int:
    return ranking_words.scale(here).decimals
