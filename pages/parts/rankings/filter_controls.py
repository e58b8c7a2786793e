"""What narrows the rankings screen beside the kind: province, and under "more filters" what is asked for less often."""

from typing import cast

import streamlit as st

from exports.titles import size_names
from metrics.population import LARGE_FROM, MEDIUM_FROM, Size
from pages.parts.rankings.controls import choose_kind, choose_province
from pages.parts.rankings.filters import Filters, groups, islands
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.selection import Selection

# What narrows a kind further, by the names in the address.
_NARROWING = ("province", "island", "group", "size")


def choose_filters(here: Selection) -> Filters:
    """The kind and the province; under "more filters" what is asked for less often."""
    words = here.words
    kind = choose_kind(here)
    province = choose_province(here)
    with st.popover(words.say("More filters"), icon=":material/filter_list:"):
        filters = Filters(kind, province, _choose_island(here), _choose_group(here), _choose_size(here))
    if filters.narrow:
        st.button(words.say("Clear filters"), icon=":material/close:", type="tertiary", on_click=_clear)
    return filters


def _clear() -> None:
    for key in _NARROWING:
        st.session_state[key] = None


def _choose_island(here: Selection) -> str | None:
    words = here.words
    return st.selectbox(
        words.say("Island"),
        islands(here.framework),
        index=None,
        placeholder=words.say("All islands"),
        key="island",
        bind="query-params",
    )


def _choose_group(here: Selection) -> str | None:
    words = here.words
    names = own_names(words, {code: words.title(group.title) for code, group in groups(here.framework).items()})
    accept_code("group", names)
    say_again("group", here.language)
    return st.selectbox(
        words.say("Group"),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        placeholder=words.say("All regions"),
        key="group",
        bind="query-params",
    )


def _choose_size(here: Selection) -> Size | None:
    words = here.words
    names = size_names(words)
    accept_code("size", names)
    say_again("size", here.language)
    chosen = st.segmented_control(
        words.say("Population"),
        list(names),
        format_func=lambda size: names.get(size, size),
        key="size",
        bind="query-params",
        help=words.say(
            "Large: over {large}. Medium: from {kota} (kota) or {kabupaten} (kabupaten). Small: below. These are the "
            "classes of the city rating of ITB (RKCI) for kota, and of Citiasia for kabupaten.",
            large=words.number(LARGE_FROM),
            **{kind: words.number(limit) for kind, limit in MEDIUM_FROM.items()},
        ),
    )
    return cast("Size | None", chosen)
