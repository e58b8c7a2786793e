"""A visitor's own figures: held in the session of the page that is open, and nowhere else.

They are on no disk, in no address and in no cache: a cache is shared by all visitors of a server. So whatever works
with them or draws them must not be cached either; only how a number is written is, without what it is the number of
(`words.numbers`). They end with the session, which is when the page is closed or loaded again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from metrics.own.data import OwnData
from metrics.problems import Problem

_KEY = "own-data"


@dataclass(frozen=True)
class Held:
    """What a session holds: the own data by region, and how the last attempt to load a file went.

    `edition` grows whenever a file is loaded or everything is forgotten: widgets that carry it in their key start anew.
    """

    regions: Mapping[str, OwnData] = field(default_factory=dict)
    edition: int = 0
    file: str = ""
    problems: tuple[Problem, ...] = ()


def held() -> Held:
    """What this session holds."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Held) else Held()


def own_data(region: str | None) -> OwnData | None:
    """The own data of a region; None where there is none."""
    return held().regions.get(region or "")


def keep(data: OwnData) -> None:
    """Hold what was typed; widgets stay as they are."""
    now = held()
    st.session_state[_KEY] = Held(_with(now.regions, data), now.edition, now.file)


def take(data: OwnData, file: str) -> None:
    """Hold what a file brought."""
    now = held()
    st.session_state[_KEY] = Held(_with(now.regions, data), now.edition + 1, file)


def refuse(problems: tuple[Problem, ...], file: str) -> None:
    """Remember why a file cannot be used; everything else stays as it was."""
    now = held()
    st.session_state[_KEY] = Held(now.regions, now.edition + 1, file, problems)


def forget() -> None:
    """Let go of everything."""
    st.session_state[_KEY] = Held(edition=held().edition + 1)


def _with(regions: Mapping[str, OwnData], data: OwnData) -> dict[str, OwnData]:
    others = {code: own for code, own in regions.items() if code != data.region}
    return {**others, data.region: data} if data else others
