"""The questions that one expert answers: which of two parts matters more, or how many points each gets."""

from collections.abc import Sequence

import streamlit as st

from metrics.tree import Node
from metrics.weighting.experts import pairs
from pages.shared import prose
from pages.shared.inert import inert
from words import Words

_SCALE = tuple(range(-8, 9))


def judge(words: Words, children: Sequence[Node], judged: Sequence[int], key: str) -> tuple[int, ...]:
    """A slider for each pair: to its ends, the one or the other matters more."""
    titles = [words.title(child.title) for child in children]
    prose.note(words.say("Which matters more, and how much more? In the middle both matter alike."))
    found = []
    for place, (one, other) in enumerate(pairs(len(children))):
        names = {step: _say_judgement(words, titles[one], titles[other], step) for step in _SCALE}
        if place % 2 == 0:  # row by row, so that on a phone the order stays
            sides = st.columns(2, gap="large")
        with sides[place % 2]:
            found.append(
                st.select_slider(
                    inert(words.say("{one} or {other}?", one=titles[one], other=titles[other])),
                    [-step for step in _SCALE],
                    value=judged[place],
                    format_func=lambda step, names=names: names[step],
                    key=f"{key} {place}",
                )
            )
    return tuple(found)


def _say_judgement(words: Words, one: str, other: str, step: int) -> str:
    """A judgement in Saaty's words; the number is how many times more."""
    if step == 0:
        return words.say("alike")
    degrees = {
        1: words.say("barely more"), 2: words.say("a little more"), 3: words.say("a little to clearly more"),
        4: words.say("clearly more"), 5: words.say("clearly to much more"), 6: words.say("much more"),
        7: words.say("much to overwhelmingly more"), 8: words.say("overwhelmingly more"),
    }  # fmt: skip
    holes = {"name": one if step > 0 else other, "degree": degrees[abs(step)], "times": words.number(abs(step) + 1)}
    return words.say("{name} {degree} ({times})", **holes)


def share_out(words: Words, children: Sequence[Node], given: Sequence[int], key: str) -> tuple[int, ...]:
    """A number for each part; what is left stands in the notes of the method."""
    prose.note(words.say("Share out 100 points: the more a part matters, the more points it gets."))
    found = []
    with st.container(horizontal=True):
        for place, child in enumerate(children):
            title = inert(words.title(child.title))
            found.append(st.number_input(title, 0, 100, given[place], 5, key=f"{key} {place}", width=220))
    return tuple(found)
