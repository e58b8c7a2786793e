"""My storyline outlives the session: its browser keeps it, for the next session and for its other windows."""

from __future__ import annotations

import streamlit as st

from metrics.problems import InputProblems
from metrics.storylines.storylines import unpacked
from pages.parts.storyline import state
from pages.parts.storyline.choice import PARAMETER, show_mine

# What the session did itself comes with a new word and is kept; without one the session follows what is kept. A browser
# that keeps nothing says nothing. Only another window's storage says that all was forgotten.
_KEEP = """
const PLACE = "teladan-storyline";
let heard = "", told = null, deaf = false;
const kept = () => { try { return localStorage.getItem(PLACE) || ""; } catch { return ""; } };
const keep = text => {
  try { text ? localStorage.setItem(PLACE, text) : localStorage.removeItem(PLACE); } catch { /* as it was */ }
  deaf = kept() !== text;
};
export default function ({ data, setTriggerValue }) {
  const tell = () => setTriggerValue("brought", told = kept());
  if (data.word && data.word !== heard) {
    heard = data.word;
    keep(data.text);
    told = null;
  } else if (kept() === data.text) told = null;
  else if (kept() && kept() !== told && !deaf) tell();
  const elsewhere = event => { if (event.key === PLACE) tell(); };
  window.addEventListener("storage", elsewhere);
  return () => window.removeEventListener("storage", elsewhere);
}
"""
_keeper = st.components.v2.component("teladan_storyline", js=_KEEP)
_KEY = "story-keeper"


def keep_in_browser() -> None:
    """Hand my storyline to the browser where it changed, and take what the browser has."""
    with st.container(key="story-kept"):
        data = {"text": state.mine().packed, "word": state.word()}
        _keeper(key=_KEY, data=data, on_brought_change=lambda: bring(st.session_state[_KEY]["brought"]))


def bring(text: str | None) -> None:
    """Hold what the browser kept; where that cannot be read, say so and leave everything as it is."""
    if text is None:
        return
    opening = not state.mine().slides
    try:
        state.follow(unpacked(text) if text else None)
    except InputProblems as error:
        state.refuse(error.problems, "")
    if opening and PARAMETER in st.session_state:
        show_mine()
