"""The one table of screens: navigation, titles and addresses all come from here."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from words import Words, mark

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Screen:
    """One screen. `address` is its path in the URL; `title` is said in the reader's language."""

    key: str
    title: str
    file: str
    address: str


SCREENS = (
    Screen("overview", mark("Overview"), "overview.py", "overview"),
    Screen("rankings", mark("Rankings"), "rankings.py", "rankings"),
    Screen("profile", mark("Region profile"), "profile.py", "profile"),
    Screen("compare", mark("Compare"), "compare.py", "compare"),
    Screen("next", mark("Next step"), "next.py", "next-step"),
    Screen("whatif", mark("What if"), "whatif.py", "what-if"),
    Screen("own", mark("Own figures"), "own_figures.py", "own-figures"),
    Screen("province", mark("Province"), "province.py", "province"),
    Screen("indicator", mark("Indicator"), "indicator.py", "indicator"),
    Screen("weights", mark("Own weights"), "weights.py", "weights"),
    Screen("robustness", mark("How sure is it?"), "robustness.py", "robustness"),
    Screen("method", mark("Method and data"), "method.py", "method"),
    Screen("laboratory", mark("Laboratory"), "laboratory.py", "laboratory"),
)


def pages(words: Words) -> list[st.Page]:
    """The screens as Streamlit's navigation takes them, the first one also behind the bare address."""
    listed = [
        st.Page(_HERE / screen.file, title=words.say(screen.title), url_path=screen.address) for screen in SCREENS
    ]
    # Streamlit serves its default page at the bare address only, so the first screen stands here twice:
    # a link to /rankings must stay good when another screen becomes the first.
    first = SCREENS[0]
    bare = st.Page(
        _HERE / first.file, title=words.say(first.title), url_path="start", default=True, visibility="hidden"
    )
    return [bare, *listed]
