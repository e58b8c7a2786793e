"""Which peers are chosen, on every screen that compares: kept for the region in question, and told by the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

# The parameters of the address: the way of choosing, and the list where it was edited.
WAY, LIST = "peergroup", "peers"
_KEPT = "peers drawn for"
_NOBODY = "none"  # an edited list with nobody in it


@dataclass(frozen=True)
class Said:
    """What the address says of the peers of a region; empty for what it leaves open."""

    region: str
    way: str = ""
    listed: str = ""


def said(region: str) -> Said:
    """What holds for this region: as the address says, or as was chosen before on another screen.

    Another region starts with its own list, chosen in the same way.
    """
    asked = Said(region, st.query_params.get(WAY, ""), st.query_params.get(LIST, ""))
    kept: Said | None = st.session_state.get(_KEPT)
    if kept is not None and kept.region == region and asked == Said(region):
        asked = kept
    elif kept is not None and kept.region != region and asked in (Said(region), Said(region, kept.way, kept.listed)):
        asked = Said(region, kept.way)
    say(asked)
    return asked


def say(choice: Said) -> None:
    """Keep a choice, and put it into the address."""
    st.session_state[_KEPT] = choice
    for name, value in ((WAY, choice.way), (LIST, choice.listed)):
        if value and st.query_params.get(name) != value:
            st.query_params[name] = value
        elif not value and name in st.query_params:
            del st.query_params[name]


def parameters(region: str) -> tuple[tuple[str, str], ...]:
    """What an address has to say so that another screen compares this region with the same ones."""
    kept = said(region)
    return tuple((name, value) for name, value in ((WAY, kept.way), (LIST, kept.listed)) if value)


def written(peers: Sequence[str]) -> str:
    """An edited list as one parameter of an address."""
    return ",".join(peers) or _NOBODY


def read(choice: Said, names: Mapping[str, str]) -> list[str] | None:
    """The regions of an edited list that there are, without the region itself; None where the list was not edited."""
    if not choice.listed:
        return None
    return [code for code in dict.fromkeys(choice.listed.split(",")) if code in names and code != choice.region]
