"""The strongest and the weakest indicators of a region, in natural units."""

import streamlit as st

from metrics.profile import Place, Profile
from pages.parts.profile import words as say
from pages.parts.profile.view import natural
from pages.shared.inert import as_html
from pages.shared.selection import Selection


def draw_extremes(here: Selection, found: Profile) -> None:
    """Both lists side by side, by percentile within the kind; nothing where too few can be compared."""
    words = here.words
    if not found.strengths:
        return
    st.subheader(words.say("Where it is strong, where it is weak"), anchor=False)
    parts = (
        (words.say("Strongest indicators"), found.strengths),
        (words.say("Weakest indicators"), found.weaknesses),
    )
    lists = ""
    for heading, places in parts:
        items = "".join(_extreme(here, found, place) for place in places)
        lists += f"<section><h3>{as_html(heading)}</h3><ol>{items}</ol></section>"
    st.html(f'<div class="teladan-pair">{lists}</div>')


def _extreme(here: Selection, found: Profile, place: Place) -> str:
    words = here.words
    median = words.say(
        "median of {kind} {median}", kind=say.say_kin(here, found), median=natural(here, place, place.kind_median)
    )
    detail = words.say("{percentile}; {median}", percentile=say.say_percentile(here, found, place), median=median)
    return (
        f"<li><b>{as_html(words.title(place.node.title))}</b> {as_html(say.say_value(here, place, unit=True))}"
        f"<br><small>{as_html(detail)}</small></li>"
    )
