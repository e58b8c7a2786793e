"""Where the practices are that were found, with those abroad listed beside the map."""

from collections.abc import Mapping

import streamlit as st

from charts.palette import palette
from charts.practice_map import Spot, practice_map
from exports.practice_words import say_where
from metrics.practices.places import Place
from pages.parts.practices.view import card, entries, places, read
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.key import Entry, draw_key
from pages.shared.selection import Selection

_MOST = 4  # places that are named beside the map


@st.cache_data(show_spinner=False, max_entries=500)
def draw_map(here: Selection, found: tuple[str, ...]) -> None:
    """The map of the practices with these ids; every other place of the catalogue is hollow on it."""
    words, colours = here.words, palette(here.theme)
    by_place = places(here).by_place(entries(here))
    left = frozenset(found)
    counts = {place: sum(one.id in left for one in own) for place, own in by_place.items()}
    spots = [
        Spot(
            place.name if place.kind == "province" else place.name.partition(" ")[2] or place.name,
            place.lat,
            place.lon,
            counts[place],
            _say_spot(here, place, left),
            mine=place.code is not None and place.code == here.region,
            province=place.kind == "province",
        )
        for place in by_place
        if place.lat is not None and place.lon is not None
    ]
    with st.container(key="practices-map"):
        with st.container(key="map"):
            st.plotly_chart(
                practice_map(spots, words, colours),
                height="stretch",
                config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
                alt=words.say("Map of Indonesia with the places of the practices; the list below names all of them."),
            )
        with st.container(key="practices-beside"):
            shapes = [Entry(words.say("the larger, the more practices"), colours.second, colours.second)]
            if any(spot.province for spot in spots):
                shapes.append(Entry(words.say("government of a province"), colours.second, colours.second, "diamond"))
            if not all(counts.values()):
                shapes.append(Entry(words.say("none among those found"), colours.paper, colours.others_edge))
            draw_key(shapes)
            _draw_most(here, counts)
            _draw_abroad(here, [place for place in by_place if place.kind == "abroad" and counts[place]], left)


def _draw_most(here: Selection, counts: Mapping[Place, int]) -> None:
    """The places with most practices among those found, where any has several."""
    words = here.words
    most = sorted((place for place, count in counts.items() if count > 1), key=lambda place: -counts[place])[:_MOST]
    if most:
        listed = words.listing(
            [
                words.say("{name} ({count})", name=say_where(here.words, place), count=words.number(counts[place]))
                for place in most
            ]
        )
        prose.note(words.say("Most: {places}.", places=listed))


def _draw_abroad(here: Selection, abroad: list[Place], left: frozenset[str]) -> None:
    if not abroad:
        return
    words = here.words
    by_place = places(here).by_place([one for one in entries(here) if one.id in left])
    lines = "".join(
        f"<li>{as_html(say_where(here.words, place))}: {prose.link(words.title(one.title), card(here, one))}</li>"
        for place in abroad
        for one in by_place[place]
    )
    heading = words.say("Abroad")
    st.html(f'<p class="teladan-note"><b>{as_html(heading)}</b></p><ul class="teladan-note">{lines}</ul>')


def _say_spot(here: Selection, place: Place, left: frozenset[str]) -> str:
    words = here.words
    own = [one for one in read(here).practices if one.id in left and places(here).of(one) == place]
    if not own:
        return words.say("{place}: none of its practices is among those found.", place=say_where(here.words, place))
    titles = words.listing([words.title(one.title) for one in own])
    return words.say("{place}: {titles}.", place=say_where(here.words, place), titles=titles)
