"""The region profile, asked once for all readers of a selection."""

from metrics.profile import Place, Profile, region_profile
from metrics.time_series import TimeSeries, time_series
from metrics.tree import Node
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection


@kept(100)
def _profile(framework: str, region: str, year: int) -> Profile:
    return region_profile(results(framework), region, year)


@kept(100)
def _series(framework: str, region: str) -> tuple[TimeSeries, ...]:
    return time_series(results(framework), region)


def profile(here: Selection) -> Profile:
    """The profile of the reader's own region, which must be chosen."""
    assert here.region is not None
    return _profile(here.framework, here.region, here.year)


def lines(here: Selection) -> dict[Node, list[TimeSeries]]:
    """The series of the reader's own region by dimension, in file order."""
    assert here.region is not None
    found: dict[Node, list[TimeSeries]] = {}
    for series in _series(here.framework, here.region):
        found.setdefault(_dimension(here, series.node), []).append(series)
    return found


def _dimension(here: Selection, node: Node) -> Node:
    while node.depth > 1 and node.parent is not None:
        node = here.results.node(node.parent)
    return node


def title(here: Selection, node: Node) -> str:
    """What a node is called on this screen: by what is measured of it."""
    return here.words.title(here.results.measured(node.id).title)


def full_title(here: Selection, node: Node) -> str:
    """What a node is called in the framework, and what is measured of a dimension that is not measured whole."""
    name, measured = here.words.title(node.title), title(here, node)
    if node.depth != 1 or measured == name:
        return name
    return here.words.say("{title} (measured: {measured})", title=name, measured=measured)


def natural(here: Selection, place: Place, value: float | None) -> str:
    """A value of an indicator as people write it, with its unit; a dash where there is none."""
    written = here.words.number(value, place.node.decimals)
    unit = here.words.title(place.node.unit)
    return f"{written} {unit}" if unit and value is not None else written
