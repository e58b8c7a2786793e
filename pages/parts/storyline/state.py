"""My storyline: held in the session of the page that is open; its browser keeps it for the next (`keeper.py`)."""

from __future__ import annotations

from dataclasses import replace
from secrets import token_hex

import streamlit as st

from metrics.framework import Text
from metrics.problems import Problem
from metrics.storylines.entry import MOST_SLIDES, Storyline, StorySlide
from pages.parts.storyline.held import Mine

_KEY = "my-storyline"
_WORD = "my-storyline-word"


def mine() -> Mine:
    """What this session holds."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Mine) else Mine()


def word() -> str:
    """What the last change that was made in this session goes by; empty before the first."""
    return str(st.session_state.get(_WORD, ""))


def add(*slides: StorySlide) -> None:
    """Put slides at the end, as far as there is room; the last of them is chosen."""
    now = mine()
    kept = (*now.slides, *slides)[:MOST_SLIDES]
    _hold(replace(now, slides=kept, chosen=len(kept), edition=now.edition + 1))


def start_from(storyline: Storyline) -> None:
    """Begin with a copy of a storyline; where there are slides already, put its slides behind them."""
    if mine().slides:
        add(*storyline.slides)
    else:
        take(storyline, "")


def take(storyline: Storyline, file: str) -> None:
    """Hold what a file brought; the slides that it takes the place of can be put back."""
    now = mine()
    _hold(replace(_from(storyline, file), replaced=replace(now, replaced=None) if now.slides else None))


def put_back() -> None:
    """Hold again what the last file took the place of."""
    now = mine()
    if now.replaced is not None:
        _hold(replace(now.replaced, edition=now.edition + 1, problems=()))


def follow(storyline: Storyline | None) -> None:
    """Hold what the browser has, None for nothing; it is no change of this session's own."""
    st.session_state[_KEY] = _from(storyline, "") if storyline else Mine(edition=mine().edition + 1)


def _from(storyline: Storyline, file: str) -> Mine:
    of = storyline
    return Mine(of.title, of.description, of.region, of.slides, mine().edition + 1, 1, file)


def refuse(problems: tuple[Problem, ...], file: str) -> None:
    """Remember why a file cannot be used; everything else stays as it was."""
    now = mine()
    st.session_state[_KEY] = replace(now, edition=now.edition + 1, file=file, problems=problems)


def choose(number: int) -> None:
    """Say which slide is being changed."""
    st.session_state[_KEY] = replace(mine(), chosen=number)


def move(by: int) -> None:
    """Put the chosen slide so many places further down; it stays the chosen one."""
    now = mine()
    at, to = now.chosen - 1, now.chosen - 1 + by
    if not 0 <= to < len(now.slides):
        return
    slides = list(now.slides)
    slides.insert(to, slides.pop(at))
    _hold(replace(now, slides=tuple(slides), chosen=to + 1, edition=now.edition + 1))


def remove() -> None:
    """Take the chosen slide out."""
    now = mine()
    slides = tuple(slide for number, slide in enumerate(now.slides, start=1) if number != now.chosen)
    _hold(replace(now, slides=slides, chosen=max(1, min(now.chosen, len(slides))), edition=now.edition + 1))


def write(slide: StorySlide) -> None:
    """Put other texts on the chosen slide."""
    now = mine()
    slides = tuple(slide if number == now.chosen else kept for number, kept in enumerate(now.slides, start=1))
    _hold(replace(now, slides=slides))


def describe(title: Text | None, region: bool) -> None:
    """Give it a title, and say whether it is told of a region."""
    _hold(replace(mine(), title=title, region=region))


def forget() -> None:
    """Let go of everything."""
    _hold(Mine(edition=mine().edition + 1))


def _hold(now: Mine) -> None:
    st.session_state[_KEY] = now
    st.session_state[_WORD] = token_hex(8)
