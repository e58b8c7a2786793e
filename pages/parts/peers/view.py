"""What the choice of peers draws from: kept by framework, year and region, so that a click costs nothing."""

from collections.abc import Mapping
from typing import cast

from exports.peer_reasons import say_reasons
from metrics.groups import Group, groups
from metrics.peer_choices import CHOICES, Choice, chosen_peers, offered
from metrics.peers import beside, structure
from pages.shared.address import own_names
from pages.shared.kept import kept
from pages.shared.results import results
from words import Language, Words, mark, speak

STRUCTURE = "structure"  # the way of choosing where nobody says otherwise

_WAYS: Mapping[str, str] = {
    "structure": mark("The most alike"),
    "better": mark("Alike, with a higher score"),
    "neighbours": mark("The nearest on the map"),
    "province": mark("Same province, the most alike"),
    "size": mark("Same kind and size"),
}
BY_STRUCTURE = frozenset({STRUCTURE, "better", "province"})  # the ways that go by how alike regions are
_GROUP = "group:"  # before the code of a group


@kept(500)
def way_names(framework: str, year: int, region: str, language: Language) -> Mapping[str, str]:
    """The ways of choosing that find somebody, by their names in the address, in words."""
    words = speak(language)
    ways = {way: words.say(_WAYS[way]) for way in offered(results(framework), year, region)}
    others = {code: group.title for code, group in _groups(framework).items() if group.regions - {region}}
    titles = own_names(words, {code: words.title(title) for code, title in others.items()})
    return ways | {_GROUP + code: words.say("Group: {title}", title=title) for code, title in titles.items()}


@kept(2000)
def usual_peers(framework: str, year: int, region: str, way: str, count: int) -> tuple[str, ...]:
    """Whom a way of choosing finds, by its name in the address."""
    group = way.removeprefix(_GROUP) if way.startswith(_GROUP) else None
    choice = cast(Choice, "group" if group else way)
    assert choice in CHOICES
    return chosen_peers(results(framework), year, region, choice, count, group)


@kept(500)
def peer_reasons(framework: str, year: int, region: str, peers: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Of each peer how it is like the region and how not, in words; not made inert."""
    words: Words = speak(language)
    rows = beside(structure(results(framework), year), region, peers).to_dict("records")
    return tuple(say_reasons(words, row) for row in rows)


@kept(20)
def _groups(framework: str) -> Mapping[str, Group]:
    return {group.code: group for group in groups(results(framework))}
