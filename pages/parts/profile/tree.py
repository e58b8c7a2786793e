"""The score tree of a region, open down to the indicator, as one indented table."""

import streamlit as st

from exports.formulas import as_published
from metrics.own.data import OwnData
from metrics.profile import Place, Profile
from metrics.tree import Node
from pages.parts.profile import words as say
from pages.parts.profile.view import full_title, profile
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.selection import Selection


def draw_tree(here: Selection, own: OwnData | None) -> None:
    """Every node with its score, with the region's own figures if it brings some."""
    if own is None:
        _draw_published(here)
    else:
        _draw(here, own)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_published(here: Selection) -> None:
    """What all visitors see alike; own figures must never be kept."""
    assert here.region is not None
    _draw(here, OwnData(here.region))


def _draw(here: Selection, own: OwnData) -> None:
    """The table; what is wanted stands below the dimension that waits for it."""
    words, found = here.words, profile(here)
    st.subheader(words.say("The score, down to the indicator"), anchor=False)
    prose.note(
        words.say("A score is the mean of what stands indented below it, by weight."),
        words.say("◐ shown, outside the score; ≈ a proxy; ○ wanted, no figure is published here yet."),
        words.say("A figure that looks wrong can be reported: choose its indicator above, under “Why this score?”."),
        *([words.say("◆ own figures, outside all scores here.")] if own.figures else []),
    )
    heads = (
        (words.say("Part"), ""),
        (words.say("Score"), "number"),
        (words.say("Value"), "number"),
        (words.say("Median of {kind}", kind=say.say_kin(here, found)), "number"),
        (words.say("Percentile"), "number"),
        (words.say("Weight"), "number"),
        (words.say("Coverage"), "number"),
    )
    head = "".join(f'<th scope="col" class="{kind}">{as_html(text)}</th>' for text, kind in heads)
    rows = "".join(_rows(here, found, own, here.results.root))
    caption = as_html(words.say("The score of {name} and its parts, {year}", name=found.name, year=here.year))
    st.html(
        f'<div class="teladan-scroll teladan-scores" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="teladan-table"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _rows(here: Selection, found: Profile, own: OwnData, node: Node) -> list[str]:
    """The row of a node, of all below it, and one for what is wanted there."""
    place = next(place for place in found.places if place.node is node)
    below = here.results.children(node.id)
    rows = [_row(here, place, own)]
    for child in below:
        rows += _rows(here, found, own, child) if child.status != "wanted" else []
    wanted = [here.words.title(child.title) for child in below if child.status == "wanted"]
    return [*rows, _wanted(here, wanted, node.depth + 1)] if wanted else rows


def _row(here: Selection, place: Place, own: OwnData) -> str:
    words, node = here.words, place.node
    marks = ("◐ " if node.status == "shown" else "") + ("≈ " if node.proxy else "")
    decimals = node.decimals if node.is_leaf else 1
    cells = (
        words.number(place.score, 1) if place.score is not None else "○ " + words.say("no figure"),
        _say_values(here, place, own) if node.is_leaf else "",
        words.number(place.kind_median, decimals),
        words.number(place.percentile, 0),
        as_published(words, node.weight) if node.counts and node.parent else "",
        words.percent(place.coverage),
    )
    unit = f" <small>{as_html(words.title(node.unit))}</small>" if node.unit else ""
    name = as_html(marks + full_title(here, node)) + unit
    told = "".join(f'<td class="number">{as_html(cell)}</td>' for cell in cells)
    return f'<tr class="depth{min(node.depth, 4)}"><th scope="row">{name}</th>{told}</tr>'


def _say_values(here: Selection, place: Place, own: OwnData) -> str:
    """The published value, and the newest own one beside it."""
    words, told = here.words, [] if place.value is None else [say.say_value(here, place)]
    for figure in own.figures_of(place.node.id)[-1:]:
        value = words.number(figure.value, place.node.decimals)
        told.append(words.say("◆ {value} ({year})", value=value, year=words.year(figure.year)))
    return " ".join(told)


def _wanted(here: Selection, titles: list[str], depth: int) -> str:
    """The branches without any figure, in one row."""
    told = as_html(here.words.say("○ Wanted: {titles}", titles=here.words.listing(titles)))
    return f'<tr class="depth{min(depth, 4)} wanted"><th scope="row" colspan="7">{told}</th></tr>'
