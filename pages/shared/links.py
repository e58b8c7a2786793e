"""Addresses within Teladan: each opens a screen with what is chosen now."""

from urllib.parse import urlencode

from pages.shared.results import frameworks, region_names
from pages.shared.selection import Selection


def link(here: Selection, screen: str, **more: str) -> str:
    """The address of a screen (`contents.Screen.address`) with the shared choices, and more of them.

    It is as the browser will hold it: what a screen takes by itself is left out, and the region has its name. An
    address that has to be rewritten when it opens stands twice in the browser's history, and its back button then
    leads back to it.
    """
    usual = {"lang": "id", "framework": next(iter(frameworks())), "year": str(here.results.opening_year)}
    told = {name: value for name, value in _shared(here).items() if value != usual[name]}
    mine = {"region": region_names(here.framework)[here.region]} if here.region else {}
    return _address(screen, told | mine | more)


def lasting(here: Selection, screen: str, **more: str) -> str:
    """The same to be kept outside: everything is named, the region by its code, so that it means the same later."""
    mine = {"region": here.region} if here.region else {}
    return _address(screen, _shared(here) | mine | more)


def _shared(here: Selection) -> dict[str, str]:
    return {"lang": here.language, "framework": here.framework, "year": str(here.year)}


def _address(screen: str, parameters: dict[str, str]) -> str:
    return f"{screen}?{urlencode(parameters)}" if parameters else screen
