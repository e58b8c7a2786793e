"""A system that turns dark or light while a screen is open: Streamlit repaints the page, but not our figures."""

import streamlit as st

_WATCH = """
const system = window.matchMedia("(prefers-color-scheme: dark)");
export default function ({ setTriggerValue }) {
  const tell = () => setTimeout(() => setTriggerValue("turned", system.matches), 200);
  system.addEventListener("change", tell);
  return () => system.removeEventListener("change", tell);
}
"""
_watcher = st.components.v2.component("teladan_scheme", js=_WATCH)


def follow_system_theme() -> None:
    """Run the script again when the system's colour scheme changes; Streamlit does not by itself."""
    with st.container(key="scheme"):
        _watcher(key="watcher", on_turned_change=lambda: None)
