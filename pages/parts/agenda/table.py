"""The members of a learning agenda as a table: session by session, with the part that each could have."""

import pandas as pd
import streamlit as st

from exports.agenda_words import say_value
from metrics.agenda import Session
from pages.parts.agenda.view import agenda_of
from pages.parts.network.view import Chosen, view
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def draw_agenda_table(here: Selection, chosen: Chosen, caption: str) -> None:
    """Every member with a value in the subject of a session, the strongest first."""
    words, found = here.words, agenda_of(here, chosen)
    rows = [row for number, one in enumerate(found.sessions, start=1) for row in _rows(here, chosen, one, number)]
    columns = [
        Column("session", words.say("Session")),
        Column("name", words.say("Region")),
        Column("value", words.say("Figure"), right=True),
        Column("median", words.say("Median of its kind"), right=True),
        Column("percentile", words.say("Percentile within kind"), lambda share: words.number(share, 0), number=True),
        Column("part", words.say("Part")),
    ]
    with st.expander(words.say("The same as a table")):
        draw_plain(pd.DataFrame(rows), columns, here.region, caption)


def _rows(here: Selection, chosen: Chosen, one: Session, number: int) -> list[dict[str, object]]:
    words, names = here.words, region_names(here.framework)
    parts = {cell.region: words.say("could learn") for cell in one.behind}
    parts |= {cell.region: words.say("could present") for cell in one.presenters}
    title = words.say("{number}. {title}", number=words.number(number), title=words.title(one.node.title))
    return [
        {
            "session": title,
            "region": cell.region,
            "name": names[cell.region],
            "value": say_value(words, one, cell),
            "median": words.number(cell.median, one.node.decimals),
            "percentile": cell.percentile,
            "part": parts.get(cell.region),
        }
        for cell in view(here, chosen.members).part(one.node.id).cells
    ]
