"""Seminars, asked once for all readers of a framework, and where the places of speakers lead."""

from metrics.groups import groups
from metrics.practices.entry import Practice
from metrics.seminars.entry import Seminar, Talk
from metrics.seminars.held import seminars
from metrics.seminars.talks import Told, told
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.results import region_names, results
from pages.shared.selection import Selection


def held(framework: str) -> tuple[Seminar, ...]:
    """The seminars of the dataset."""
    return seminars(results(framework))


@kept(50)
def seminar_of(framework: str, id: str) -> Seminar:
    """The seminar of that id. Raises KeyError."""
    return {found.id: found for found in held(framework)}[id]


@kept(50)
def talks_of(framework: str, id: str) -> tuple[Told, ...]:
    """Its talks with their practices and figures."""
    return told(results(framework), seminar_of(framework, id))


@kept(50)
def members(framework: str, group: str | None) -> frozenset[str]:
    """The regions that the group of a seminar lists; none without a group."""
    found = {one.code: one.regions for one in groups(results(framework))}
    return found.get(group or "", frozenset())


def place_of(here: Selection, talk: Talk) -> str:
    """Where a speaker spoke for, empty for a ministry or a network."""
    if talk.abroad is not None:
        return f"{talk.abroad.city}, {here.words.title(talk.abroad.country)}"
    if talk.province is not None:
        return here.words.say("Province of {name}", name=talk.province)
    return region_names(here.framework)[talk.region] if talk.region is not None else ""


def place_address(here: Selection, talk: Talk) -> str | None:
    """The profile of the speaker's region, or the screen of the province; None for what has neither."""
    if talk.region is not None:
        return link(here, "profile", region=region_names(here.framework)[talk.region])
    return link(here, "province", province=talk.province) if talk.province is not None else None


def practice_address(here: Selection, practice: Practice) -> str:
    """The card of a practice."""
    return link(here, "practice", practice=practice.id)
