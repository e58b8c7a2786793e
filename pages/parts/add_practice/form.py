"""The form for a practice: what is needed or tells most stands open, all else where it is asked for."""

from collections.abc import Callable

import streamlit as st

from exports.practice_words import EXPLAINED, GRADES
from metrics.practices.entry import Grade
from pages.parts.add_practice.choices import Choices
from pages.parts.add_practice.fields import Fields
from pages.parts.add_practice.more import MORE, draw_more
from pages.parts.add_practice.rows import draw_rows
from pages.parts.add_practice.words import label
from pages.shared import prose
from pages.shared.address import say_again
from words import mark

_PLACES = {"region": mark("Kabupaten or kota"), "province": mark("Province"), "abroad": mark("Abroad")}
_KEPT = ("disputed",)  # what an entry may have and the form does not ask
_YEARS = (1950, 2100)
_LINES = 100  # pixels of a text of several lines


def draw_form(fields: Fields, choices: Choices) -> bool:
    """All fields; whether the button was pressed. What the form asks depends on the two controls above it."""
    words = fields.words
    say_again(fields.key("place"), words.language)
    begun = next((place for place in _PLACES if fields.entry.get(place)), "region")
    place = st.segmented_control(
        words.say("Where it was done"),
        list(_PLACES),
        default=None if fields.key("place") in st.session_state else begun,
        format_func=lambda place: words.say(_PLACES[place]),
        required=True,
        key=fields.key("place"),
    )
    whole = st.toggle(
        words.say("All fields: with indicators, cost, what it takes, who took it over and caveats"),
        value=any(field in fields.entry for field in MORE),
        key=fields.key("whole"),
    )
    sections: list[tuple[str, Callable[[], None]]] = [
        (words.say("Where and what"), lambda: _draw_what(fields, place, choices)),
        (words.say("What was done"), lambda: _draw_done(fields)),
        (words.say("What came of it"), lambda: _draw_results(fields)),
        (words.say("Where it was read"), lambda: _draw_sources(fields)),
        (words.say("How far it can be trusted"), lambda: _draw_grade(fields)),
    ]
    fields.written |= {field: fields.entry[field] for field in _KEPT if field in fields.entry}
    if whole:
        sections.append((words.say("What else is known"), lambda: draw_more(fields, choices)))
    else:
        fields.written |= {field: fields.entry[field] for field in MORE if field in fields.entry}
    with st.form(fields.key("form"), enter_to_submit=False, border=False):
        for heading, draw in sections:
            st.subheader(heading, anchor=False)
            draw()
        return st.form_submit_button(words.say("Check the entry"), type="primary")


def _draw_what(fields: Fields, place: str, choices: Choices) -> None:
    if place == "region":
        fields.one("region", choices.regions)
    elif place == "province":
        fields.one("province", choices.provinces)
    else:
        fields.plain("abroad.city")
        fields.both("abroad.country")
    fields.below("")
    fields.both("title")
    fields.both("summary", _LINES)
    fields.one("sub_dimension", choices.parts)


def _draw_done(fields: Fields) -> None:
    fields.both("problem", _LINES)
    fields.both("action", _LINES)
    for place, field in zip(st.columns(3), ("started", "in_use", "ended"), strict=True):
        with place:
            fields.whole(field, *_YEARS)


def _draw_results(fields: Fields) -> None:
    words = fields.words
    prose.note(
        words.say("Write what was reported, by whose account, and in which of the sources."),
        words.say("What you do not find stays empty: no estimate stands in for it."),
    )
    draw_rows(fields, "results")
    fields.both("lesson", _LINES)


def _draw_sources(fields: Fields) -> None:
    prose.note(fields.words.say("At least one, that others can read. Results name them by their place in this table."))
    draw_rows(fields, "sources")


def _draw_grade(fields: Fields) -> None:
    words = fields.words
    grades: list[Grade] = list(GRADES)
    begun = fields.choice("grade")
    fields.take("grade", st.radio(
        label(words, "grade"),
        grades,
        index=grades.index(begun) if begun in grades else None,
        format_func=lambda grade: words.say("{grade}: {meaning}", grade=grade, meaning=words.say(GRADES[grade])),
        captions=[words.say(EXPLAINED[grade]) for grade in grades],
        key=fields.key("grade"),
        label_visibility="collapsed",
    ))  # fmt: skip
    fields.below("grade")
