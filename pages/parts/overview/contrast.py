"""Digital-government capability against results for residents: the picture, and the table of the regions."""

import streamlit as st

from charts.contrast import Focus, contrast_alt, contrast_figure, kind_marks, quadrant_names
from charts.palette import palette
from metrics.contrast import Contrast
from pages.parts.overview import contrast_words, tables
from pages.parts.rankings import words as say
from pages.parts.rankings.controls import choose_province
from pages.shared import prose
from pages.shared.key import Entry, draw_key
from pages.shared.results import contrasted, summary
from pages.shared.selection import Selection

# The heading of the picture, to jump to.
ANCHOR = "contrast"


def picture_alone() -> bool:
    """Whether only the picture is to be shown, known before its switch is drawn."""
    return bool(st.session_state.get("alone", st.query_params.get("alone") == "true"))


def draw_contrast(here: Selection) -> None:
    """Digital-government capability against results for residents, or a word why there is no such picture.

    A province can be chosen; then its regions are named, and the title speaks of them.
    """
    found = contrasted(here.framework, here.year)
    if found is None or found.regions.empty:
        one, other = _axes(here)
        st.subheader(here.words.say("{one} against {other}", one=one, other=other.lower()), anchor=ANCHOR)
        prose.note(contrast_words.say_no_contrast(here, found))
        return
    with st.container(key="contrast"):
        head = st.container()
        with st.container(key="focus", horizontal=True, vertical_alignment="bottom"):
            province = choose_province(here)
            st.toggle(here.words.say("Only this picture"), key="alone", bind="query-params")
            _draw_marks(here, province)
        with head:
            _draw_head(here, found, province)
        _draw_picture(here, province)


def _draw_head(here: Selection, found: Contrast, province: str | None) -> None:
    """What the picture shows, what it measures, and which regions are not in it."""
    words = here.words
    if province is None:
        title, left_out = contrast_words.say_together(words, found), []
    else:
        title = contrast_words.say_province(words, found.within(province), province)
        left_out = contrast_words.say_left_out(here, province)
    st.subheader(title, anchor=ANCHOR)
    prose.note(*contrast_words.say_contrast_measure(here, found), *left_out)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_marks(here: Selection, province: str | None) -> None:
    """What the marks of the picture mean."""
    words, colours, kinds = here.words, palette(here.theme), _kinds(here)
    marks = zip(kinds, kind_marks(kinds, colours, focus=province is not None), strict=True)
    entries = [Entry(kind.capitalize(), fill, edge, symbol) for kind, (symbol, fill, edge) in marks]
    if province is not None:
        entries.append(Entry(words.say("other provinces"), colours.others, colours.others))
    draw_key(entries)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_picture(here: Selection, province: str | None) -> None:
    """The picture itself."""
    words, found, kinds = here.words, contrasted(here.framework, here.year), _kinds(here)
    if found is None:
        return
    part = None if province is None else found.within(province)
    focus = None if part is None else Focus(part, contrast_words.names_beside(here, part, kinds))
    tooltips = contrast_words.contrast_tooltips(words, found, say.scale(here).decimals)
    with st.container(key="picture"):
        st.plotly_chart(
            contrast_figure(found, kinds, tooltips, here.region, _axes(here), words, palette(here.theme), focus),
            config={"displayModeBar": False, "scrollZoom": False},
            alt=contrast_alt(part or found, words, province),
        )


def draw_table(here: Selection) -> None:
    """The map and the contrast as one table, folded; it is sent only when it is opened."""
    if count := int(here.ranking["score"].notna().sum()):
        title = here.words.say("Map and picture as a table: {count} regions", count=here.words.number(count))
        with st.expander(title, key="table", bind="query-params") as fold:
            if fold.open:
                _draw_rows(here)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_rows(here: Selection) -> None:
    """A row a region: what the map and the contrast show of it."""
    found = contrasted(here.framework, here.year)
    rows = here.ranking.dropna(subset="score")
    if found is not None:
        of_contrast = found.regions[["region", "capability", "results", "quadrant"]]
        rows = rows.merge(of_contrast.replace({"quadrant": quadrant_names(here.words)}), on="region", how="left")
    tables.draw_regions(here, rows, _axes(here), say.scale(here).decimals)


def _axes(here: Selection) -> tuple[str, str]:
    """What the two parts of the contrast are called."""
    return here.words.say("Digital-government capability"), here.words.say("Results for residents")


def _kinds(here: Selection) -> list[str]:
    """The kinds of regions, the one with fewest regions first."""
    return [str(group.kind) for group in summary(here.framework, here.year)[1:]]
