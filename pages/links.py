"""Addresses within Teladan: each opens a screen with what is chosen now."""

from urllib.parse import urlencode

from pages.results import frameworks, region_names
from pages.selection import Selection


def link(here: Selection, screen: str, **more: str) -> str:
    """The address of a screen (`contents.Screen.address`) with the shared choices, and more of them."""
    shared = {"lang": here.language, "framework": here.framework, "year": str(here.year)}
    mine = {"region": here.region} if here.region else {}
    return f"{screen}?{urlencode(shared | mine | more)}"


def short(here: Selection, screen: str, **more: str) -> str:
    """The same as the browser will hold it: what a screen takes by itself is left out, and the region has its name.

    An address that has to be rewritten when it opens stands twice in the browser's history, and its back button then
    leads back to it.
    """
    usual = {"lang": "id", "framework": next(iter(frameworks())), "year": str(here.results.opening_year)}
    shared = {"lang": here.language, "framework": here.framework, "year": str(here.year)}
    mine = {"region": region_names(here.framework)[here.region]} if here.region else {}
    told = {name: value for name, value in shared.items() if value != usual[name]} | mine | more
    return f"{screen}?{urlencode(told)}" if told else screen
