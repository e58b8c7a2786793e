"""The comparison as a table, and as a file with the source of every figure."""

import pandas as pd
import streamlit as st

from metrics.side_by_side import Measure
from metrics.side_by_side_rows import side_by_side_rows
from pages.parts.compare import side_words as say
from pages.parts.compare.view import Regions, name, shown, title, unit, view
from pages.shared.downloads import Stamp, offer_files
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection, regions: Regions) -> None:
    """A row a measure, a column a region, mine first."""
    words, found = here.words, view(here, regions)
    measures = [found.headline, *shown(found.dimensions), *shown(found.indicators)]
    columns = [Column("name", words.say("Measure")), Column("unit", words.say("Unit"))]
    columns += [Column(region, name(here, region), right=True) for region in regions]
    with st.expander(words.say("All of it as a table")):
        draw_plain(
            pd.DataFrame([_row(here, measure) for measure in measures]),
            columns,
            None,
            words.say(
                "{names}, {year}", names=words.listing([name(here, r) for r in regions]), year=words.year(here.year)
            ),
        )


def _row(here: Selection, measure: Measure) -> dict[str, str]:
    heading = title(here, measure) if measure.node.parent else here.words.say("Score")
    row = {"region": measure.node.id, "name": heading, "unit": unit(here, measure)}
    for side in measure.sides:
        value, distance = say.say_value(here, measure, side), say.say_beside(here, measure, side)
        row[side.region] = here.words.say("{value}; {said}", value=value, said=distance) if distance else value
    return row


def offer_table(here: Selection, regions: Regions) -> None:
    """The files, every figure with its source."""

    def make() -> tuple[pd.DataFrame, Stamp]:
        stamp: Stamp = {
            "year": here.year,
            "framework": here.framework,
            "data_version": here.data_version,
            "framework_version": here.framework_version,
        }
        return side_by_side_rows(here.results, view(here, regions)), stamp

    offer_files(here.words, f"teladan-compare-{here.framework}-{here.year}", make)
