"""What narrows the rankings beside the kind: province, island, group and size of the address, as on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from exports.slides import about
from exports.slides.slide import Asked, Slide
from exports.titles import size_names
from metrics.groups import Group, groups
from metrics.population import Size, sizes
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results


def fits(asked: Asked, region: str) -> bool:
    """Whether a region is one of those that the address leaves. Raises InputProblems for an unknown group."""
    given, row = asked.parameters, about.row(asked, region)
    return (
        given.get("province", "") in ("", row["province"])
        and given.get("island", "") in ("", row["island"])
        and (not given.get("group") or region in _group(asked).regions)
        and given.get("size", "") in ("", _sizes(asked.results).get(region))
    )


def told(asked: Asked) -> list[str]:
    """What narrows, each as the screen calls it. Raises what `fits` raises."""
    words, given, names = asked.words, asked.parameters, size_names(asked.words)
    found = [given[name] for name in ("province", "island") if given.get(name)]
    if given.get("group"):
        found.append(words.title(_group(asked).title))
    found += [name for size, name in names.items() if size == given.get("size")]
    return found


def nothing_fits(asked: Asked) -> Slide:
    """The slide of an address that leaves no region with a rank."""
    words = asked.words
    return Slide(
        headline=words.say("No ranked region fits: {filters}", filters=words.listing(told(asked))),
        chart=None,
        caption=about.framework_year(asked),
        takeaway=words.say("Choose another kind, or leave out one of these filters."),
        source=about.source(asked),
        alt=words.say("There is no chart."),
        mine=about.own(asked),
    )


@lru_cache(maxsize=16)
def _groups(results: Results) -> Mapping[str, Group]:
    return {group.code: group for group in groups(results)}


def _group(asked: Asked) -> Group:
    known, given = _groups(asked.results), asked.parameters["group"]
    if given in known:
        return known[given]
    raise InputProblems([Problem("group-not-found", details={"value": given, "near": nearest(given, known)})])


@lru_cache(maxsize=16)
def _sizes(results: Results) -> Mapping[str, Size]:
    return sizes(results)
