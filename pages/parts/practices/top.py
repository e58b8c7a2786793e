"""The head of the catalogue: what it holds, the reader's own region in it, and what to do where nothing fits."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from exports.practice_words import say_answer, say_lead
from metrics.practices.entry import Practice
from metrics.practices.facets import Facet
from metrics.practices.telling import standing
from pages.parts.practices.address import FIT, Asked, address
from pages.parts.practices.facet_words import FACETS, say_choice
from pages.parts.practices.view import answering, card, entries, facets, read
from pages.shared import prose
from pages.shared.inert import as_html, inert
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection
from words import Words


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(here: Selection) -> None:
    """The catalogue in a sentence, and the reader's own region."""
    words, every = here.words, standing(entries(here))
    if not every.practices:
        prose.answer(words.say("Practices of local governments"), words.say("The catalogue of practices is empty."))
        return
    prose.answer(words.say("Practices of local governments"), say_answer(words, every))
    prose.lead(*say_lead(words, every))
    if here.region is not None:
        _draw_mine(here, region_names(here.framework)[here.region], read(here).of_region(here.region))


def _draw_mine(here: Selection, name: str, own: Sequence[Practice]) -> None:
    words = here.words
    fitting = prose.link(words.say("Practices of others that fit it"), address(here, Asked(order=FIT)))
    told = words.say_plural(
        "{count} practice of {name} is listed:", "{count} practices of {name} are listed:", len(own), name=name
    )
    if own:
        listed = [prose.link(words.title(one.title), card(here, one)) for one in own]
        prose.about_my_region(told, *_separated([*listed, fitting]))
    else:
        invitation = prose.link(words.say("Send in the first"), link(here, "add-practice"))
        told = words.say("No practice of {name} is listed yet.", name=name)
        prose.about_my_region(told, *_separated([invitation, fitting]))


def _separated(links: list[str]) -> list[str]:
    """Several links after one another, with a mark between them."""
    return [one + (" ·" if place < len(links) - 1 else "") for place, one in enumerate(links)]


def draw_found(here: Selection, asked: Asked, count: int) -> None:
    """How many answer what is asked, and what is asked, with the way back to all."""
    words = here.words
    told = _say_count(words, asked.text, count)
    if count and asked.order == FIT and here.region is not None:
        name = region_names(here.framework)[here.region]
        told = words.say("{practices}, the ones that fit {name} first", practices=told, name=name)
    st.subheader(inert(told), anchor=False)
    choices = [_say_chosen(here, facet, choice) for facet, choice in asked.chosen]
    if choices or asked.text:
        every = prose.link(words.say("Show all practices"), address(here, replace(asked, text="", chosen=())))
        listed = words.say("Only {choices}.", choices="; ".join(choices)) if choices else ""
        st.html(f'<p class="teladan-note">{as_html(listed)} {every}</p>')


def _say_count(words: Words, text: str, count: int) -> str:
    """How many were found, for the words if there are any."""
    if not count:
        return words.say("No practice for “{text}”", text=text) if text else words.say("No practice")
    if text:
        return words.say_plural("{count} practice for “{text}”", "{count} practices for “{text}”", count, text=text)
    return words.say_plural("{count} practice", "{count} practices", count)


def draw_nothing(here: Selection, asked: Asked) -> None:
    """What to loosen, each with what it would leave."""
    words, chosen = here.words, dict(asked.chosen)
    found = [one.practice for one in answering(here.framework, asked.text)]
    ways = [
        (
            words.say_plural(
                "Without “{choice}” there would be {count}.", "Without “{choice}” there would be {count}.", way.count,
                choice=_say_chosen(here, way.facet, chosen[way.facet]),
            ),
            address(here, asked.without(way.facet)),
        )
        for way in facets(here).loosened(found, chosen)
    ]  # fmt: skip
    if asked.text and (left := len(facets(here).narrowed(entries(here), chosen))):
        ways.append(
            (
                words.say(
                    "Without the words “{text}” there would be {left}.", text=asked.text, left=words.number(left)
                ),
                address(here, replace(asked, text="")),
            )
        )
    if not ways:
        ways = [(words.say("No single choice is in the way; start again from all of them."), link(here, "practices"))]
    lines = "".join(f"<li>{prose.link(told, way)}</li>" for told, way in ways)
    st.html(f'<ul class="teladan-note">{lines}</ul>')


def _say_chosen(here: Selection, facet: Facet, choice: str) -> str:
    words = here.words
    return words.say("{facet}: {choice}", facet=words.say(FACETS[facet]), choice=say_choice(here, facet, choice))
