"""Digital-government capability against results for residents: the picture, and the table of the regions."""

import streamlit as st

from charts.contrast import contrast_alt, contrast_figure, kind_marks, quadrant_names
from charts.palette import palette
from pages import contrast_words, prose
from pages import overview_tables as tables
from pages import ranking_words as say
from pages.key import Entry, draw_key
from pages.results import contrasted, summary
from pages.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_contrast(here: Selection) -> None:
    """Digital-government capability against results for residents, or a word why there is no such picture."""
    words, colours = here.words, palette(here.theme)
    found = contrasted(here.framework, here.year)
    axes = _axes(here)
    if found is None or found.regions.empty:
        st.subheader(words.say("{one} against {other}", one=axes[0], other=axes[1].lower()), anchor=False)
        prose.note(contrast_words.say_no_contrast(here, found))
        return
    decimals = say.scale(here).decimals
    kinds = [str(group.kind) for group in summary(here.framework, here.year)[1:]]
    st.subheader(contrast_words.say_together(words, found), anchor=False)
    prose.note(*contrast_words.say_contrast_measure(here, found))
    marks = zip(kinds, kind_marks(kinds, colours), strict=True)
    draw_key([Entry(kind.capitalize(), fill, edge, symbol) for kind, (symbol, fill, edge) in marks])
    tooltips = contrast_words.contrast_tooltips(words, found, decimals)
    st.plotly_chart(
        contrast_figure(found, kinds, tooltips, here.region, axes, words, colours),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=contrast_alt(found, words),
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection) -> None:
    """The map and the contrast as one table, folded."""
    found = contrasted(here.framework, here.year)
    rows = here.ranking.dropna(subset="score")
    if rows.empty:
        return
    if found is not None:
        of_contrast = found.regions[["region", "capability", "results", "quadrant"]]
        rows = rows.merge(of_contrast.replace({"quadrant": quadrant_names(here.words)}), on="region", how="left")
    tables.draw_regions(here, rows, _axes(here), say.scale(here).decimals)


def _axes(here: Selection) -> tuple[str, str]:
    """What the two parts of the contrast are called."""
    return here.words.say("Digital-government capability"), here.words.say("Results for residents")
