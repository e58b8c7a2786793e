"""The evidence of a practice as a table, and whom its region was held against."""

import pandas as pd
import streamlit as st

from metrics.practices.course import Step
from metrics.practices.evidence import Compared, Evidence
from pages.parts.evidence.picture_words import say_change, say_picture
from pages.shared import prose
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def draw_table(here: Selection, one: Compared, steps: tuple[Step, ...], name: str) -> None:
    """The changes year by year."""
    words = here.words
    rows = pd.DataFrame(
        [
            {"region": "", "name": words.year(step.year)}
            | {field: say_change(words, one, getattr(step, field)) for field in ("own", "low", "median", "high")}
            for step in steps
        ]
    )
    columns = [
        Column("name", words.say("Year")),
        Column("own", name, right=True),
        Column("median", words.say("Comparable, median"), right=True),
        Column("low", words.say("a tenth below"), right=True),
        Column("high", words.say("a tenth above"), right=True),
    ]
    said = say_picture(words, one)
    draw_plain(rows, columns, None, words.say("{title}. {said}", title=words.title(one.node.title), said=said))


def draw_peers(here: Selection, found: Evidence) -> None:
    """Whom it was held against, folded."""
    words, names = here.words, region_names(here.framework)
    title = words.say_plural("{count} comparable region", "{count} comparable regions", len(found.peers))
    with st.expander(title, key="evidence-peers"):
        prose.note(
            words.say(
                "Regions of the same kind, nearest in structure first, that have all these figures and no practice in "
                "the catalogue for the same indicator."
            ),
            words.say("{names}.", names="; ".join(names[peer] for peer in found.peers)),
        )
