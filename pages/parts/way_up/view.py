"""A way up: the smallest set of changes that leads to the target, others, and who made such moves."""

import streamlit as st

from charts.palette import palette
from charts.steps import DrawnStep, steps_figure
from metrics.way_up import Step, WayUp
from pages.parts.matches.view import say_done
from pages.parts.next.view import View as Beside
from pages.parts.way_up import step_words as steps
from pages.parts.way_up import words as say
from pages.parts.way_up.controls import choose_way
from pages.parts.way_up.found import View
from pages.parts.way_up.pace_words import say_evidence, say_pace
from pages.shared import prose
from pages.shared.inert import as_html, inert
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection


def draw_way_up(here: Selection, peers: tuple[str, ...]) -> None:
    """The selectors and what they lead to. A region must be chosen."""
    st.subheader(here.words.say("A way up"), anchor="way-up")
    with st.container(key="way-up-part"):
        view = choose_way(here, peers)
        if view is None:
            prose.note(here.words.say("There is no level above, and no peer with a score to aim at."))
        else:
            draw_ways(view)


@st.cache_data(show_spinner=False, max_entries=500)
def draw_ways(view: View) -> None:
    """The answer, the ways, and what stays as it is."""
    words, found = view.words, view.found
    prose.lead(say.say_answer(view), *say.say_longer(view))
    if found.ways:
        _draw_way(view, found.ways[0])
        for way in found.ways[1:]:
            with st.expander(inert(say.say_another(view, way))):
                _draw_way(view, way)
    elif found.furthest is not None and not found.reached:
        with st.expander(words.say("As far as it could get")):
            _draw_way(view, found.furthest)
    if found.score is not None and not found.reached:
        prose.note(*say.say_basis(view))
        if told := steps.say_fixed(view, found.fixed):
            with st.expander(words.say("What stays as it is, and why")):
                prose.points(told)


def _draw_way(view: View, way: WayUp) -> None:
    words = view.words
    label = words.say("Steps to {aim}", aim=say.say_aim(view))
    st.html(steps_figure([_drawn(view, step) for step in way.steps], label, palette(view.here.theme)))
    if not way.proven:
        prose.note(words.say("This is not proven to be the smallest: there may be a smaller way."))
    onward = prose.link(words.say("Try all of it"), view.try_out(way.values))
    st.html(f'<p class="teladan-mine">{as_html(say.say_then(view, way))} {onward}</p>')


def _drawn(view: View, step: Step) -> DrawnStep:
    words = view.words
    done = say_done(Beside(view.here, view.peers, "median"), step.node.id)
    further = [
        _say_movers(view, step),
        *done,
        prose.link(words.say("Try it"), view.try_out({step.node.id: step.value})),
    ]
    return DrawnStep(
        steps.title(words, step.node),
        link(view.here, "indicator", variable=step.node.variable),
        steps.say_change(view, step),
        words.title(step.node.unit),
        steps.say_end(view, step),
        step.way,
        " ".join([*steps.say_newer(view, step), say_pace(view, step), *say_evidence(view, step)]),
        further,
    )


def _say_movers(view: View, step: Step) -> str:
    """The peers that moved as fast, each with a link to its profile."""
    words, names = view.words, region_names(view.here.framework)
    told = [
        f"{prose.link(names[mover.region], link(view.here, 'profile', region=mover.region))} "
        f"({as_html(steps.say_mover(view, mover, step.node))})"
        for mover in view.movers(step)
    ]
    start = words.say("Moved by {needed} a year or faster:", needed=steps.say_needed(view, step))
    return f"{as_html(start)} {'; '.join(told)}."
