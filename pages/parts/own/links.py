"""Links that would lose what a session holds: followed without loading the page again.

A link in running text is an ordinary one: it loads the page anew, and with that begins a new session. While own figures
or a storyline are held, such a link is followed as a step through the browser's history is, which keeps the session.
"""

import streamlit as st

from pages.parts.own.state import held
from pages.parts.room import room
from pages.parts.storyline.state import mine
from pages.shared.results import region_names
from pages.shared.selection import Selection

_FOLLOW = """
const plain = event => !event.defaultPrevented && !event.button &&
  !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
export default function ({ data }) {
  const follow = event => {
    const link = plain(event) && event.target.closest && event.target.closest("[data-testid=stMain] a[href]");
    if (!link || ["_blank", "_top"].includes(link.target) || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.hash) return;
    event.preventDefault();
    const region = to.searchParams.get("region");
    if (region in data) to.searchParams.set("region", data[region]);
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
"""
_follower = st.components.v2.component("teladan_own_links", js=_FOLLOW)


def keep_session(here: Selection) -> None:
    """Let no link within Teladan end the session, as long as it holds own figures, a storyline, or a room to return to.

    Links name a region by its code; Streamlit reads the name once a session has begun (pages/shared/address.py).
    """
    if held().regions or mine().slides or room():
        with st.container(key="own-links"):
            _follower(key="follower", data=dict(region_names(here.framework)))
