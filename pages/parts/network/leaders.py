"""Dimension by dimension: how many members are behind, and who leads within its kind."""

import streamlit as st

from exports import standing_words
from exports.titles import dimension_titles
from metrics.network import Network, Part
from metrics.within_kind import Cell
from pages.parts.network.view import Chosen, view
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_leaders(here: Selection, chosen: Chosen) -> None:
    """A block for each dimension; nothing where none has a figure."""
    words, found = here.words, view(here, chosen.members)
    if not found.dimensions:
        return
    st.subheader(words.say("Who leads, dimension by dimension"), anchor=False)
    prose.note(
        words.say(
            "Within its kind, kota and kabupaten apart. A member leads only in the best quarter of its kind in the "
            "country, and only where it is clearly above the median, as far as the error is known."
        )
    )
    titles = dimension_titles(words, here.results)
    blocks = "".join(_block(here, found, part, titles[part.node.id]) for part in found.dimensions)
    st.html(f'<div class="teladan-pair">{blocks}</div>')
    wanted = [words.title(node.title) for node in found.unmeasured if node.depth == 1]
    if wanted:
        prose.note(words.say("Not measured yet: {dimensions}.", dimensions=words.listing(wanted)))


def _block(here: Selection, found: Network, part: Part, title: str) -> str:
    words, leaders = here.words, part.leaders(found.within.kinds)
    items = ""
    for kind in found.kinds:
        if (cell := leaders.get(kind)) is not None:
            name = region_names(here.framework)[cell.region]
            address = link(here, "profile", region=name)
            items += (
                f'<li><a href="{as_html(address)}" target="_self"><b>{as_html(name)}</b></a>'
                f"<br><small>{as_html(_say_cell(here, cell, kind))}</small></li>"
            )
        else:
            told = words.say("no {kind} of the network in the best quarter", kind=kind or words.say("region"))
            items += f"<li><small>{as_html(told)}</small></li>"
    return f"<section><h3>{as_html(title)}</h3><p>{as_html(_say_behind(here, part))}</p><ul>{items}</ul></section>"


def _say_behind(here: Selection, part: Part) -> str:
    """How many members are below the median of their kind in a dimension, and how many have no figure."""
    words = here.words
    holes = {"behind": words.number(len(part.behind)), "count": words.number(len(part.cells))}
    if part.missing:
        return words.say(
            "{behind} of {count} below the median of their kind; {missing} without a figure",
            missing=words.number(len(part.missing)),
            **holes,
        )
    return words.say("{behind} of {count} below the median of their kind", **holes)


def _say_cell(here: Selection, cell: Cell, kind: str) -> str:
    """A member's place within its kind, with its band and the number ranked; without a band no rank is told."""
    words = here.words
    holes = {"count": words.number(cell.ranked), "kind": kind or words.say("regions")}
    if cell.band is None:
        return words.say(
            "percentile {percentile} among {count} {kind}", percentile=words.number(cell.percentile, 0), **holes
        )
    return words.say(
        "rank {rank} ({band}) of {count} {kind}",
        rank=words.number(cell.rank),
        band=standing_words.say_band(words, *cell.band),
        **holes,
    )
