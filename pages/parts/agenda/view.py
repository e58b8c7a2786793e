"""The learning agenda of a network, asked once for all readers of a selection, and the files to take away."""

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urljoin

import pandas as pd
import streamlit as st

from exports.agenda import Draft, agenda_html, agenda_rows
from metrics.agenda import Agenda, agenda
from metrics.pairs import Likeness, likeness
from metrics.practices.catalogue import catalogue
from metrics.practices.places import Places
from pages.parts.network.view import Chosen, view
from pages.shared.downloads import Stamp, offer_files
from pages.shared.kept import kept
from pages.shared.links import lasting
from pages.shared.results import region_names, results
from pages.shared.selection import Selection


@kept(20)
def _likeness(framework: str, year: int) -> Likeness:
    return likeness(results(framework), year)


@kept(20)
def places(framework: str) -> Places:
    """Where practices are."""
    return Places(results(framework))


@lru_cache(maxsize=100)
def _agenda(here: Selection, members: tuple[str, ...]) -> Agenda:
    found = here.results
    near = _likeness(here.framework, here.year)
    return agenda(found, view(here, members), near, catalogue(found).practices)


def agenda_of(here: Selection, chosen: Chosen) -> Agenda:
    """The draft for a network in the chosen year; the same for every reader's region, language and theme."""
    return _agenda(replace(here, region=None, language="id", theme="light"), chosen.members)


def agenda_address(here: Selection, chosen: Chosen) -> str:
    """The address of this view."""
    return lasting(here, "learning-agenda", **dict(chosen.parameters))


def offer_agenda(here: Selection, chosen: Chosen) -> None:
    """The draft as a file to read and print, and its rows; nothing where there is no session."""
    found = agenda_of(here, chosen)
    if not found.sessions:
        return
    words = here.words
    draft = _draft(here, chosen, found)
    name = f"teladan-agenda-{here.year}-{here.language}"
    with st.container(key="agenda-files", horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.say("Draft to read and print (HTML)"),
            lambda: agenda_html(words, found, draft, places(here.framework)),
            file_name=f"{name}.html",
            mime="text/html",
            on_click="ignore",
            icon=":material/download:",
        )
        with st.popover(words.say("Its rows"), type="tertiary"):
            offer_files(words, name, lambda: _rows(here, found, draft))


def _rows(here: Selection, found: Agenda, draft: Draft) -> tuple[pd.DataFrame, Stamp]:
    rows = agenda_rows(here.words, found, draft, places(here.framework))
    return rows, {"year": here.year, "data_version": here.data_version, "framework_version": here.framework_version}


def _draft(here: Selection, chosen: Chosen, found: Agenda) -> Draft:
    scored = here.results
    return Draft(
        network=chosen.title,
        description=chosen.description,
        framework=here.words.title(scored.framework.title),
        framework_version=here.framework_version,
        data_version=here.data_version,
        link=urljoin(st.context.url or "", agenda_address(here, chosen)),
        names=region_names(here.framework),
        parents={one.node.id: scored.node(one.node.parent or scored.root.id) for one in found.sessions},
    )
