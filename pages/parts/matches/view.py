"""Who has done it already, on the screens of a region and an indicator: practices of others, with the reasons."""

import streamlit as st

from exports.match_reasons import say_account, say_fit, say_match
from metrics.gaps import Gap
from metrics.practices.account import trust
from metrics.practices.entry import Practice
from metrics.practices.matching import Match
from pages.parts.matches import words as say
from pages.parts.matches.found import best_by_gap, matched, place_name, usual_view
from pages.parts.next.view import View
from pages.parts.practices.address import FIT
from pages.parts.practices.view import card, read
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.selection import Selection

_EACH = 3  # practices for a gap
_SHORT = 3  # practices where there is room for few
_BRIEF = 2  # practices in a line


@st.cache_data(show_spinner=False, max_entries=500)
def draw_gap_matches(view: View) -> None:
    """For each gap of the next step the practices of others that should close it, the ones that fit best first."""
    words, here = view.words, view.here
    found = matched(view)
    if not found or not view.gaps.peers:
        return
    st.subheader(words.say("Who has done it already"), anchor="practices")
    behind = view.gaps.of_state("behind")
    listed = [gap for gap in behind if gap.prospect != "passed"]
    answered = {gap.node.id: _closing(found, gap) for gap in listed}
    prose.lead(say.say_answered(view, listed, answered), *say.say_passed(words, len(behind) - len(listed)))
    for gap in listed:
        if practices := answered[gap.node.id]:
            items = "".join(
                _item(here, one, say_fit(words, one, _place(here, one), view.name)) for one in practices[:_EACH]
            )
            heading = as_html(say.say_gap(view, gap))
            st.html(f'<p class="teladan-note"><b>{heading}</b></p><ul class="teladan-groups">{items}</ul>')
    if any(answered.values()):
        prose.note(say.say_order(words), say.say_lessons(words), say.say_caution(words))
    prose.onward(
        words.say("All practices, the ones that fit {name} first", name=view.name), link(here, "practices", order=FIT)
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_matches(here: Selection) -> None:
    """The practices that answer the region's largest gaps, one for each of three. A region must be chosen."""
    words, view = here.words, usual_view(here)
    found = matched(view)
    if not found:
        return
    st.subheader(words.say("Practices of others for its gaps"), anchor="practices")
    if best := best_by_gap(found, _SHORT):
        items = "".join(
            _item(here, one, say_match(words, one, view.gaps, _place(here, one), view.name)) for one in best
        )
        st.html(f'<ul class="teladan-groups">{items}</ul>')
        prose.note(say.say_caution(words))
    else:
        prose.note(say.say_none(words, view.name))
    prose.onward(words.say("Practices for every gap"), link(here, "next-step") + "#practices")


@st.cache_data(show_spinner=False, max_entries=500)
def draw_moving(here: Selection, node: str | None) -> None:
    """The practices that should move an indicator, those that are borne out best first; nothing where there is none."""
    words = here.words
    practices = sorted(read(here).moving(node or ""), key=lambda one: (trust(one), one.id))
    if not practices:
        return
    st.subheader(words.say("Practices that should move it"), anchor="practices")
    items = "".join(
        f"<li>{_named(here, one)} <small>· {as_html(say_account(words, one))}</small></li>" for one in practices
    )
    st.html(f'<ul class="teladan-groups">{items}</ul>')
    prose.note(
        words.say(
            "What a practice should move is what it was meant for; its card tells what came of it, and who says so."
        )
    )


def say_done(view: View, node: str) -> list[str]:
    """The practices that fit best of those that should move an indicator, with their addresses, as HTML."""
    found = [one for one in matched(view) if node in one.practice.indicators and one.need != "adopted"]
    links = [
        f"{prose.link(view.words.title(one.practice.title), card(view.here, one.practice))} "
        f"({as_html(place_name(view.here, one.practice))})"
        for one in found[:_BRIEF]
    ]
    start = view.words.say("Practices of others:")
    return [f"{as_html(start)} {'; '.join(links)}."] if links else []


def _closing(found: tuple[Match, ...], gap: Gap) -> list[Match]:
    """Those that should move the indicator of a gap, in the order of the matches; not those that the region has."""
    return [one for one in found if gap.node.id in one.practice.indicators and one.need != "adopted"]


def _item(here: Selection, match: Match, sentence: str) -> str:
    """A practice with the address of its card, its place, and a sentence."""
    practice = match.practice
    lesson = f"<br><small>▲ {as_html(here.words.title(practice.lesson))}</small>" if practice.lesson else ""
    return f"<li>{_named(here, practice)}<br><small>{as_html(sentence)}</small>{lesson}</li>"


def _named(here: Selection, practice: Practice) -> str:
    name = prose.link(here.words.title(practice.title), card(here, practice))
    return f"<b>{name}</b>, {as_html(place_name(here, practice))}"


def _place(here: Selection, match: Match) -> str:
    return place_name(here, match.practice)
