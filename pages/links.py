"""Addresses within Teladan: each opens a screen with what is chosen now."""

from urllib.parse import urlencode

from pages.selection import Selection


def link(here: Selection, screen: str, **more: str) -> str:
    """The address of a screen (`contents.Screen.address`) with the shared choices, and more of them."""
    shared = {"lang": here.language, "framework": here.framework, "year": str(here.year)}
    mine = {"region": here.region} if here.region else {}
    return f"{screen}?{urlencode(shared | mine | more)}"
