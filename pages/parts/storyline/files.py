"""A storyline as a file: as a presentation, and my own to keep and to read again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import streamlit as st

from exports.pptx.story import story_presentation
from metrics.problems import InputProblems
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import read_storyline, write_storyline
from metrics.yaml_text import decode
from pages.parts.storyline import state
from pages.parts.storyline.lines import results_of
from pages.shared import prose
from pages.shared.dropped import Said, draw_drop, take_dropped
from pages.shared.selection import Selection
from words.problems import say_problem

_MOST = 1  # megabytes
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def offer_presentation(here: Selection, storyline: Storyline) -> None:
    """The button that makes a presentation of it, in the language of the page; only when it is pressed."""
    region = here.region if storyline.region else None
    site = urljoin(st.context.url, ".") if st.context.url else ""
    st.download_button(
        here.words.say("Presentation (PPTX)"),
        lambda: story_presentation(storyline, results_of, here.words, region, site),
        file_name=f"{storyline.id}.pptx",
        mime=_PPTX,
        on_click="ignore",
        icon=":material/download:",
    )


def offer_file(here: Selection, storyline: Storyline) -> None:
    """The button that saves it."""
    st.download_button(
        here.words.say("Save as a file (YAML)"),
        write_storyline(storyline),
        file_name=f"{storyline.id}.yaml",
        mime="application/yaml",
        on_click="ignore",
        icon=":material/save:",
    )


def draw_load(here: Selection) -> None:
    """The place to drop one that was saved, and what is wrong with it, if anything."""
    words, now = here.words, state.mine()
    key = f"story-file:{now.edition}"
    draw_drop(
        "story-drop",
        words.say("A storyline that was saved (YAML), at most {most} MB", most=_MOST),
        Said(
            drop=words.say("Drop the file here"),
            browse=words.say("Choose a file"),
            refused=words.say("This file is not taken: it must be YAML of at most {most} MB.", most=_MOST),
        ),
        kinds=["yaml", "yml"],
        key=key,
        most=_MOST,
        on_change=partial(_read, key),
    )
    _offer_back(here)
    if now.problems:
        head = (
            words.say("The file was not taken; my storyline is as it was.")
            if now.file
            else words.say("What this browser kept of my storyline cannot be used.")
        )
        prose.wrong(head, *(say_problem(words, problem) for problem in now.problems))


def _offer_back(here: Selection) -> None:
    """What the last file took the place of, and the button that undoes that."""
    if (replaced := state.mine().replaced) is None:
        return
    words = here.words
    with st.container(key="story-replaced", horizontal=True, vertical_alignment="center"):
        prose.note(
            words.say_plural(
                "The file took the place of the {count} slide that was here.",
                "The file took the place of the {count} slides that were here.",
                len(replaced.slides),
            )
        )
        st.button(words.say("Put them back"), on_click=state.put_back, icon=":material/undo:")


def _read(key: str) -> None:
    """Read the file that was dropped, and let go of it."""
    if (dropped := take_dropped(key)) is None:
        return
    content, name = dropped
    try:
        state.take(read_storyline(decode(content, Path(name)), name), name)
    except InputProblems as error:
        state.refuse(error.problems, name)
