"""The figures of a speaker's region then and now: as a picture and as a table."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.then_and_now import Course, then_and_now_chart
from metrics.seminars.talks import Told
from metrics.seminars.then_and_now import ThenAndNow
from pages.parts.seminar.figure_words import say_course, say_figure
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def figures_html(here: Selection, told: Told) -> str:
    """The figures of a talk; empty where it has none."""
    if not told.figures:
        return ""
    name = region_names(here.framework)[told.talk.region or ""]
    label = here.words.say("Figures of {name} then and now", name=name)
    courses = [_course(here, told, found) for found in told.figures]
    return then_and_now_chart(courses, label, told.talk.region == here.region, palette(here.theme))


def draw_figures_table(here: Selection, talks: tuple[Told, ...]) -> None:
    """All figures of the talks as a table."""
    words = here.words
    rows = pd.DataFrame([_row(here, told, found) for told in talks for found in told.figures])
    if rows.empty:
        return
    with st.expander(words.say("The same as a table")):
        columns = [
            Column("name", words.say("Region")),
            Column("indicator", words.say("Indicator")),
            Column("then", words.say("Then"), right=True),
            Column("now", words.say("Now"), right=True),
            Column("change", words.say("Change"), right=True),
            Column("usual", words.say("Median change of the kind"), right=True),
            Column("said", words.say("What can be said")),
        ]
        caption = words.say("Figures of the speakers' regions then and now")
        draw_plain(rows.drop_duplicates(["region", "indicator"]), columns, here.region, caption)


def _row(here: Selection, told: Told, found: ThenAndNow) -> dict[str, object]:
    words, node = here.words, found.node
    title, unit = words.title(node.title), words.title(node.unit)
    return {
        "region": told.talk.region,
        "name": region_names(here.framework)[told.talk.region or ""],
        "indicator": words.say("{title}, {unit}", title=title, unit=unit) if unit else title,
        "then": say_figure(words, found, found.then),
        "now": say_figure(words, found, found.now),
        "change": words.signed(found.change, node.decimals) if found.change is not None else None,
        "usual": words.signed(found.usual, node.decimals) if found.usual is not None else None,
        "said": say_course(here, told, found),
    }


def _course(here: Selection, told: Told, found: ThenAndNow) -> Course:
    words, node = here.words, found.node
    address = link(here, "indicator", variable=node.variable)
    said = say_course(here, told, found)
    if found.then is None or found.now is None or found.reach is None:
        now = "" if found.now is None else f"{say_figure(words, found, found.now)} {words.title(node.unit)}"
        return Course(words.title(node.title), address, now.strip(), said)
    text = words.say(
        "{then} → {now} {unit}",
        then=say_figure(words, found, found.then),
        now=say_figure(words, found, found.now),
        unit=words.title(node.unit),
    )
    usual = None if found.usual is None else found.then.value + found.usual
    ends = tuple(words.number(end, node.decimals) for end in found.reach)
    places = (found.then.value, found.now.value, usual)
    return Course(words.title(node.title), address, text.strip(), said, places, found.reach, (ends[0], ends[1]))
