"""Networks, asked once for all readers of a selection: where their members stand, and who could teach whom."""

from dataclasses import dataclass

from metrics.network import Network, network
from metrics.pairs import Pair, pairs
from metrics.within_kind import WithinKind, within_kind
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.results import region_names, results
from pages.shared.selection import Selection


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


@kept(20)
def within(framework: str, year: int) -> WithinKind:
    """All regions beside those of their kind."""
    return within_kind(results(framework), year)


@kept(100)
def _network(framework: str, year: int, members: tuple[str, ...]) -> Network:
    return network(results(framework), year, members, within(framework, year))


@kept(100)
def _pairs(framework: str, year: int, members: tuple[str, ...]) -> tuple[Pair, ...]:
    return pairs(results(framework), year, members, _network(framework, year, members))


def view(here: Selection, members: tuple[str, ...]) -> Network:
    """The network of these regions in the chosen year."""
    return _network(here.framework, here.year, members)


def pairs_of(here: Selection, members: tuple[str, ...]) -> tuple[Pair, ...]:
    """Who of them could teach whom, the most fruitful pair first."""
    return _pairs(here.framework, here.year, members)


def pair_address(here: Selection, chosen: Chosen, one: str, other: str) -> str:
    """The address of the screen of two members, which leads back to their network."""
    names = region_names(here.framework)
    first = {} if one == here.region else {"a": names[one]}  # else it would be rewritten as it opens, see `link`
    return link(here, "learning-pair", **first, b=names[other], **dict(chosen.parameters))
