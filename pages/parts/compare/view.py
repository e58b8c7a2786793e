"""Regions side by side, asked once for all readers of a selection, and what they are called."""

from collections.abc import Mapping
from contextlib import suppress

from metrics.kept import Arrays
from metrics.kept_parts import kept_parts
from metrics.problems import InputProblems
from metrics.side_by_side import Measure, SideBySide, side_by_side
from metrics.time_series import TimeSeries
from metrics.together import together
from pages.parts.rankings.words import scale
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.results import bands, ranking, region_names, results
from pages.shared.selection import Selection
from words import mark

Regions = tuple[str, ...]
# How names begin that are long, and what they are where there is little room.
_SHORT = {
    "Kabupaten Administrasi ": mark("Kab. Adm. {name}"),
    "Kota Administrasi ": mark("Kota Adm. {name}"),
    "Kabupaten ": mark("Kab. {name}"),
}


@kept(200)
def _view(framework: str, year: int, regions: Regions) -> SideBySide:
    found, drawn = results(framework), None
    parts: Arrays = {}
    if ranking(framework, year)["rank"].notna().any():
        with suppress(InputProblems):  # then no difference is called clear, and the screen says why
            drawn, parts = bands(framework, year), kept_parts(found, year)
    return side_by_side(found, year, regions, drawn, parts)


@kept(500)
def _together(framework: str, node: str, regions: Regions) -> Mapping[str, TimeSeries]:
    return together(results(framework), node, regions)


def view(here: Selection, regions: Regions) -> SideBySide:
    """The regions in the chosen year, mine first."""
    return _view(here.framework, here.year, regions)


def years(here: Selection, node: str, regions: Regions) -> Mapping[str, TimeSeries]:
    """An indicator of the regions over the years, mine first."""
    return _together(here.framework, node, regions)


def name(here: Selection, region: str) -> str:
    """A region's name."""
    return region_names(here.framework)[region]


def short_name(here: Selection, region: str) -> str:
    """Its name where there is little room: what kind of region it is comes short."""
    full = name(here, region)
    for long, short in _SHORT.items():
        if full.startswith(long):
            return here.words.say(short, name=full.removeprefix(long))
    return full


def profile_address(here: Selection, region: str) -> str:
    """The address of its profile."""
    return link(here, "profile", region=name(here, region))


def title(here: Selection, measure: Measure) -> str:
    """What a measure is called: by what is measured of it."""
    return here.words.title(here.results.measured(measure.node.id).title)


def shown(measures: tuple[Measure, ...]) -> list[Measure]:
    """Those in which any of the regions has a value."""
    return [measure for measure in measures if any(side.value is not None for side in measure.sides)]


def unit(here: Selection, measure: Measure) -> str:
    """What a value is counted in; nothing for a score."""
    return here.words.title(measure.node.unit) if measure.natural else ""


def decimals(here: Selection, measure: Measure) -> int | None:
    """With how many decimals a measure is written."""
    return measure.node.decimals if measure.natural else scale(here).decimals
