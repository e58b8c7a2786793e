"""The ranks of the rankings screen drawn with their bands: those around the reader's own region, else the first."""

from typing import Any, Literal

import streamlit as st

from charts.bands import Axis, Row, band_rows
from charts.palette import palette
from exports import standing_words
from metrics.banded import reach, window
from pages.parts.rankings.columns import ALL
from pages.parts.rankings.filters import Filters, rows_in_view
from pages.shared import band_words as say
from pages.shared import certainty_words as tell
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.key import Entry, draw_key
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection

# Rows that a reader takes in at a glance.
_SHOWN = 15


@st.cache_data(show_spinner=False, max_entries=500)
def draw_bands(here: Selection, filters: Filters) -> None:
    """The picture with its title and key; nothing where no region in view has a band."""
    words, together = here.words, filters.kind == ALL
    rank, ranked = ("rank", "ranked") if together else ("rank_in_kind", "ranked_in_kind")
    rows = rows_in_view(here, filters).dropna(subset=f"{rank}_low").set_index("region", drop=False)
    if rows.empty:
        return
    mine = here.region if here.region in rows.index else None
    # Without a region of the reader's own it is the first that is set against the others.
    about = mine or str(rows.index[0])
    alike = here.bands.alike(about, in_kind=not together)
    kind = words.say("regions") if together else filters.kind
    st.subheader(inert(tell.say_how_many_alike(here, about, kind, alike)), anchor=False)
    shown = rows.loc[window(rows.index.tolist(), mine, _SHOWN)]
    prose.note(say.say_how_to_read(words, len(shown), len(rows)))
    _draw_key(here, str(rows.loc[about, "name"]), mine is not None)
    names = short_names(here) if not together else {}
    roles = dict.fromkeys(alike, "alike") | {about: "mine" if mine else "alike"}
    drawn = [_row(here, row, rank, ranked, names, roles) for row in shown.to_dict("records")]
    axis = Axis(*reach(shown, rank))
    write = [words.number(number) for number in axis.marks()]
    label = words.say("Ranks with their bands: {kind}", kind=kind)
    st.html(band_rows(drawn, axis, label, write, palette(here.theme)))


def _draw_key(here: Selection, name: str, mine: bool) -> None:
    words, colours = here.words, palette(here.theme)
    own = [Entry(name, colours.accent, colours.accent, "square")] if mine else []
    alike = words.say("not clearly different from {name}", name=name)
    draw_key(
        [
            *own,
            Entry(alike, colours.second, colours.second, "square"),
            Entry(words.say("clearly different"), colours.others_edge, colours.others_edge, "square"),
        ]
    )


def _row(
    here: Selection,
    row: dict[Any, Any],
    rank: str,
    ranked: str,
    names: dict[str, str],
    roles: dict[str, Literal["mine", "alike", "other"]],
) -> Row:
    code, name = row["region"], str(row["name"])
    return Row(
        names.get(code, name),
        name,
        link(here, "profile", region=region_names(here.framework)[code]),
        standing_words.say_rank(here.words, row, rank),
        row[rank],
        row[f"{rank}_low"],
        row[f"{rank}_high"],
        here.words.say("{name}: {score}", name=name, score=standing_words.say_place(here.words, row, rank, ranked)),
        roles.get(code, "other"),
    )


def short_names(here: Selection) -> dict[str, str]:
    """What regions are called where all are of one kind, by code."""
    rows = here.results.regions()
    return dict(zip(rows["region"], rows["short_name"].fillna(rows["name"]), strict=True))
