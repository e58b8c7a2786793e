"""The upper part of the region profile: the answer, the dimensions, the strengths and weaknesses."""

import pandas as pd
import streamlit as st

from charts.dimensions import Track, dimensions_alt, dimensions_figure
from charts.palette import palette
from exports import standing_words
from exports.titles import dimension_titles
from metrics.profile import Profile
from pages.parts.profile import words as say
from pages.parts.profile.certainty import draw_certainty
from pages.parts.profile.extremes import draw_extremes
from pages.parts.profile.view import profile, title
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.key import Entry, draw_key
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection) -> None:
    """The answer, the dimensions, the strengths and weaknesses."""
    words, scored, found = here.words, here.results, profile(here)
    framework = words.title(scored.framework.title)
    prose.answer(
        words.say("{framework}, {year}", framework=framework, year=words.year(here.year)), say.say_answer(here, found)
    )
    if here.ranking["score"].isna().all():
        prose.note(standing_words.say_other_year(words, scored.opening_year))
    if here.year in scored.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    if found.missing:
        prose.about_my_region(say.say_publishers(here, found.missing))
    else:
        draw_certainty(here)
    _draw_dimensions(here, found)
    draw_extremes(here, found)


def _draw_dimensions(here: Selection, found: Profile) -> None:
    words = here.words
    st.subheader(inert(say.say_above_median(here, found)), anchor=False)
    wanted = [
        words.title(node.title) for node in here.results.children(here.results.root.id) if node.status == "wanted"
    ]
    told = [words.say("Percentile 0 is the weakest {kind}, 100 the strongest.", kind=say.say_kin(here, found))]
    if wanted:
        told.append(words.say("Not measured yet: {dimensions}.", dimensions=words.listing(wanted)))
    prose.note(*told)
    colours = palette(here.theme)
    draw_key(
        [
            Entry(found.name, colours.accent, colours.accent),
            Entry(say.say_kind_median(here, found), colours.second, colours.second, "square"),
            Entry(say.say_province_median(here, found), colours.others_edge, colours.others_edge, "diamond"),
        ]
    )
    tracks = [
        Track(
            title(here, place.node),
            say.say_detail(here, found, place),
            place.score,
            place.kind_median,
            place.province_median,
            say.say_dimension(here, found, place),
        )
        for place in found.dimensions
    ]
    st.plotly_chart(
        dimensions_figure(tracks, _scale(here), words, colours),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=dimensions_alt(tracks, words),
    )
    with st.expander(words.say("The same as a table")):
        _draw_table(here, found)


def _draw_table(here: Selection, found: Profile) -> None:
    words, titles = here.words, dimension_titles(here.words, here.results)

    def write_score(score: float) -> str:
        return words.number(score, 1)

    columns = [
        Column("name", words.say("Dimension")),
        Column("score", words.say("Score"), write_score, number=True),
        Column("kind_median", say.say_kind_median(here, found), write_score, number=True),
        Column("province_median", say.say_province_median(here, found), write_score, number=True),
        Column("percentile", words.say("Percentile"), lambda share: words.number(share, 0), number=True),
    ]
    rows = [vars(place) | {"name": titles[place.node.id], "region": place.node.id} for place in found.dimensions]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("Dimensions of {name}", name=found.name))


def _scale(here: Selection) -> tuple[float, float]:
    """The range that scores are put on."""
    leaf = next(node for node in here.results.nodes if node.is_leaf and node.status != "wanted")
    return leaf.normalise.range
