"""Networks, asked once for all readers of a selection: which there are, who is in them, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from metrics.groups import Group, groups
from metrics.network import Network, network
from metrics.pairs import Pair, pairs
from metrics.within_kind import WithinKind, within_kind
from pages.address import own_names
from pages.links import link
from pages.results import home_provinces, provinces, region_names, results
from pages.selection import Selection
from words import Language, speak

OWN = "own"  # the code of what the reader composes
PROVINCE = "province:"  # before the name of a province
FIRST = "citynet-indonesia"  # what is shown at first, where the data has it


@dataclass(frozen=True)
class Chosen:
    """A network: its code, what it is called, what its list is, and the codes of its members.

    `parameters` is what an address has to say so that another screen shows the same.
    """

    code: str
    title: str
    description: str
    members: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]


@lru_cache(maxsize=20)
def _groups(framework: str) -> Mapping[str, Group]:
    return {group.code: group for group in groups(results(framework))}


@lru_cache(maxsize=20)
def within(framework: str, year: int) -> WithinKind:
    """All regions beside those of their kind."""
    return within_kind(results(framework), year)


@lru_cache(maxsize=100)
def _network(framework: str, year: int, members: tuple[str, ...]) -> Network:
    return network(results(framework), year, members, within(framework, year))


@lru_cache(maxsize=100)
def _pairs(framework: str, year: int, members: tuple[str, ...]) -> tuple[Pair, ...]:
    return pairs(results(framework), year, members, _network(framework, year, members))


def view(here: Selection, members: tuple[str, ...]) -> Network:
    """The network of these regions in the chosen year."""
    return _network(here.framework, here.year, members)


def pairs_of(here: Selection, members: tuple[str, ...]) -> tuple[Pair, ...]:
    """Who of them could teach whom, the most fruitful pair first."""
    return _pairs(here.framework, here.year, members)


@lru_cache(maxsize=50)
def _titles(language: Language, framework: str, year: int) -> dict[str, str]:
    words = speak(language)
    found = {code: words.title(group.title) for code, group in _groups(framework).items()}
    for name in provinces(framework, year):
        found[PROVINCE + name] = words.say("Province: {name}", name=name)
    return own_names(words, found | {OWN: words.say("Compose a network of your own")})


def group_titles(here: Selection) -> dict[str, str]:
    """What can be chosen, by code: the groups of the data, the provinces, and the reader's own composition last."""
    return _titles(here.language, here.framework, here.year)


def default_group(here: Selection) -> str:
    """What is shown at first."""
    found = list(group_titles(here))
    return FIRST if FIRST in found else found[0]


@lru_cache(maxsize=200)
def members_of(framework: str, code: str) -> tuple[str, ...]:
    """The members of a group or a province, in the order of the register; none for the reader's own."""
    if code.startswith(PROVINCE):
        found = results(framework)
        home = home_provinces(framework, found.opening_year)
        inside = {region for region, province in home.items() if province == code.removeprefix(PROVINCE)}
    else:
        group = _groups(framework).get(code)
        inside = set(group.regions) if group else set()
    return tuple(region for region in region_names(framework) if region in inside)


def described(here: Selection, code: str) -> tuple[str, str]:
    """What a network is called, and what its list is."""
    words = here.words
    if code == OWN:
        return words.say("A network of your own"), ""
    if code.startswith(PROVINCE):
        name = code.removeprefix(PROVINCE)
        return name, words.say("All kabupaten and kota of the province.")
    group = _groups(here.framework)[code]
    return words.title(group.title), words.title(group.description)


def pair_address(here: Selection, one: str, other: str) -> str:
    """The address of the screen of two regions."""
    return link(here, "learning-pair", a=one, b=other)
