"""The one table of screens: navigation, titles and addresses all come from here."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from words import Words, mark

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Screen:
    """One screen. `address` is its path in the URL; `title` is said in the reader's language.

    Screens of one `family` share one entry in the navigation, which is called so and opens the first of them;
    all of them stand in a row at the top of each.
    """

    key: str
    title: str
    file: str
    address: str
    family: str = ""


_MINE = mark("My region")
_PRACTICES = mark("Practices")
_NETWORKS = mark("Networks")
_SURE = mark("How sure is it?")

SCREENS = (
    Screen("overview", mark("Overview"), "overview.py", "overview"),
    Screen("rankings", mark("Rankings"), "rankings.py", "rankings"),
    Screen("profile", mark("Region profile"), "profile.py", "profile", _MINE),
    Screen("compare", mark("Compare"), "compare.py", "compare", _MINE),
    Screen("next", mark("Next step"), "next.py", "next-step", _MINE),
    Screen("whatif", mark("What if"), "whatif.py", "what-if", _MINE),
    Screen("own", mark("Own figures"), "own_figures.py", "own-figures", _MINE),
    Screen("province", mark("Province"), "province.py", "province"),
    Screen("indicator", mark("Indicator"), "indicator.py", "indicator"),
    Screen("practices", mark("Find a practice"), "practices.py", "practices", _PRACTICES),
    Screen("practice", mark("A practice"), "practice.py", "practice", _PRACTICES),
    Screen("seminar", mark("Seminar"), "seminar.py", "seminar", _PRACTICES),
    Screen("addpractice", mark("Add a practice"), "add_practice.py", "add-practice", _PRACTICES),
    Screen("network", mark("Network or programme"), "network.py", "network", _NETWORKS),
    Screen("pair", mark("Learning pair"), "pair.py", "learning-pair", _NETWORKS),
    Screen("agenda", mark("Learning agenda"), "agenda.py", "learning-agenda", _NETWORKS),
    Screen("robustness", mark("Ranks and bands"), "robustness.py", "robustness", _SURE),
    Screen("weights", mark("Own weights"), "weights.py", "weights", _SURE),
    Screen("laboratory", mark("Laboratory"), "laboratory.py", "laboratory", _SURE),
    Screen("presentation", mark("Presentation"), "presentation.py", "presentation"),
    Screen("method", mark("Method and data"), "method.py", "method"),
)


def pages(words: Words) -> list[st.Page]:
    """The screens as Streamlit's navigation takes them, the first one also behind the bare address."""
    # Streamlit serves its default page at the bare address only, so the first screen stands here twice:
    # a link to /rankings must stay good when another screen becomes the first.
    bare = st.Page(
        _HERE / SCREENS[0].file, title=_name(words, SCREENS[0]), url_path="start", default=True, visibility="hidden"
    )
    return [bare, *(_page(words, screen) for screen in SCREENS)]


def draw_family(words: Words, address: str, listed: list[st.Page]) -> None:
    """The screens of the family of the one at `address`, in a row; nothing where it has none."""
    family = next((screen.family for screen in SCREENS if screen.address == address), "")
    if family:
        by_address = {page.url_path: page for page in listed}
        with st.container(key="family", horizontal=True):
            for screen in SCREENS:
                if screen.family == family:
                    st.page_link(by_address[screen.address], label=words.say(screen.title), width="content")


def _page(words: Words, screen: Screen) -> st.Page:
    first = next(other for other in SCREENS if (other.family or other.key) == (screen.family or screen.key))
    return st.Page(
        _HERE / screen.file,
        title=_name(words, screen),
        url_path=screen.address,
        visibility="visible" if screen is first else "hidden",
    )


def _name(words: Words, screen: Screen) -> str:
    """What the navigation calls a screen."""
    return words.say(screen.family or screen.title)
