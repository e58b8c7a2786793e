"""The years of a province's regions: a small line for each, beside the national median of its kind."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.year_lines import Frame, Group, Panel, year_lines
from metrics.courses import Course, Courses
from metrics.province import Kin, Province
from pages.parts.province import year_words as say
from pages.parts.province.view import measure_titles, profile_address, short_name, view, years
from pages.parts.rankings import words as ranking_words
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain

_NONE = Course(())


@st.cache_data(show_spinner=False, max_entries=500)
def draw_years(here: Selection, name: str, by: str) -> None:
    """The lines of the measure `by`, and the same as a table."""
    words, found = here.words, view(here, name)
    courses = years(here, found, by)
    title = say.say_risen(words, measure_titles(here)[by], courses)
    st.subheader(inert(title), anchor=False)
    if not courses.regions:
        prose.note(
            words.say(
                "No region of this province has a score of this measure in any year. Sort by another one above to see "
                "its years."
            )
        )
        return
    prose.note(*say.say_lines(here, courses.years))
    groups = [
        Group(
            (kin.kind or words.say("regions")).capitalize(),
            courses.medians.get(kin.kind, _NONE).segments,
            [_panel(here, row, courses, by) for row in kin.ordered(by).to_dict("records")],
        )
        for kin in found.kin
    ]
    frame = Frame(courses.years, courses.reach, here.results.provisional_years)
    st.html(year_lines(groups, frame, palette(here.theme)))
    with st.expander(words.say("The same as a table")):
        _draw_table(here, found, courses, by, title)


def _panel(here: Selection, row: dict[str, Any], courses: Courses, by: str) -> Panel:
    decimals, name = ranking_words.scale(here).decimals, str(row["name"])
    course = courses.regions.get(row["region"], _NONE)
    first, last = say.say_ends(here, course, courses.years, decimals)
    told = say.say_course(here.words, name, measure_titles(here)[by], course, decimals)
    address, mine = profile_address(here, row["region"]), row["region"] == here.region
    return Panel(short_name(row), name, address, course.segments, first, last, told, mine)


def _draw_table(here: Selection, found: Province, courses: Courses, by: str, title: str) -> None:
    words, decimals = here.words, ranking_words.scale(here).decimals

    def write(score: float) -> str:
        return words.number(score, decimals)

    def rows(kin: Kin) -> list[dict[str, object]]:
        return [
            {"region": row["region"], "name": row["name"]}
            | {str(year): score for year, score in courses.regions.get(row["region"], _NONE).points}
            for row in kin.ordered(by).to_dict("records")
        ]

    columns = [Column("name", words.say("Region"))]
    columns += [Column(str(year), say.say_year(here, year), write, number=True) for year in here.results.years]
    listed = [row for kin in found.kin for row in rows(kin)]
    table = pd.DataFrame(listed, columns=["region", *(column.field for column in columns)])
    draw_plain(table, columns, here.region, title)
