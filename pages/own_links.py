"""Links that would lose a region's own figures: followed without loading the page again.

A link in running text is an ordinary one: it loads the page anew, and with that begins a new session. While own figures
are held, such a link is followed as a step through the history of the browser is, which keeps the session.
"""

import streamlit as st

from pages.own_state import held
from pages.results import region_names
from pages.selection import Selection

_FOLLOW = """
const plain = event => !event.defaultPrevented && !event.button &&
  !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
export default function ({ data }) {
  const follow = event => {
    const link = plain(event) && event.target.closest && event.target.closest("[data-testid=stMain] a[href]");
    if (!link || link.target == "_blank" || link.hasAttribute("download")) return;
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
    """Let no link within Teladan end the session, as long as it holds own figures.

    Links name a region by its code; Streamlit reads the name once a session has begun (pages/address.py).
    """
    if held().regions:
        with st.container(key="own-links"):
            _follower(key="follower", data=dict(region_names(here.framework)))
