"""The foot of the region profile: its groups, and where the figures are from."""

import streamlit as st

from metrics.profile import Membership
from pages.parts.profile.view import profile
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.selection import Selection
from words import mark

# What the data calls the part that a member plays; a status that is not known here is shown as it stands.
STATUSES = {
    "winner": mark("winner"),
    "CITYNET executive committee 2023-2026": mark("executive committee 2023-2026"),
    "new member (City Voices, 2014)": mark("new member, by City Voices 2014"),
    "letter of intent": mark("letter of intent"),
    "city government present at the pre-congress of the chapter": mark("present at the pre-congress"),
    "member (president)": mark("member, president"),
    "member": mark("member"),
    "member (vice-president)": mark("member, vice-president"),
    "elected president of the national chapter": mark("elected president"),
    "participant (partial list)": mark("participant, partial list"),
    "participant": mark("participant"),
    "Madya (partial list, 44 of 130)": mark("class Madya, partial list"),
    "government": mark("government"),
}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(here: Selection) -> None:
    """The memberships, each with what it means, and the source line."""
    words, found = here.words, profile(here)
    st.subheader(words.say("Groups it belongs to"), anchor=False)
    if found.memberships:
        items = "".join(
            f'<li><a href="{as_html(link(here, "network", group=member.group))}" target="_self">'
            f"<b>{as_html(_say_membership(here, member))}</b></a>"
            f"<br><small>{as_html(words.title(member.description))}</small></li>"
            for member in found.memberships
        )
        st.html(f'<ul class="teladan-groups">{items}</ul>')
    else:
        prose.note(words.say("None that this dataset lists."))
    prose.source(words, here.results, here.year)


@st.cache_data(show_spinner=False, max_entries=50)
def draw_unchosen(here: Selection) -> None:
    """What to do while no region is chosen."""
    words = here.words
    framework = words.title(here.results.framework.title)
    prose.answer(
        words.say("{framework}, {year}", framework=framework, year=words.year(here.year)),
        words.say("No region is chosen yet."),
    )
    prose.note(
        words.say(
            "Choose your region above: click the field “{label}” and type part of its name, with Kota or Kabupaten "
            "in front where both exist.",
            label=words.say("Your region"),
        )
    )
    prose.source(words, here.results, here.year)


def _say_membership(here: Selection, member: Membership) -> str:
    """A group with the year and the part that the region plays in it."""
    words = here.words
    name = words.title(member.title) or member.group
    status = words.say(STATUSES[member.status]) if member.status in STATUSES else member.status
    told = [part for part in (status, words.year(member.year) if member.year else None) if part]
    return words.say("{name} ({details})", name=name, details=", ".join(told)) if told else name
