"""What must hold of a storyline: every fault at once, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from string import Formatter

from metrics import shipped
from metrics.faults import Fault, Place, Register, Scheme
from metrics.framework import Text
from metrics.practices.rules import nearest_region
from metrics.problems import nearest
from metrics.storylines.addresses import ADDRESSES, WITHOUT_SLIDE
from metrics.storylines.entry import Storyline, StorySlide
from metrics.storylines.view import View, view_of
from metrics.tree import Node
from metrics.yaml_text import read_yaml

HOLES = ("region", "year")
# As many letters as a slide has room for in large type, in either language.
LONGEST = {"headline": 140, "takeaway": 240}
_DOCUMENTS = {"practice": "practices", "seminar": "seminars"}  # a parameter that names an entry of a document


def ids(storyline: Storyline) -> frozenset[str]:
    """Its id."""
    return frozenset({storyline.id})


def faults(storyline: Storyline, register: Register) -> Iterator[Fault]:
    """What is wrong with a storyline by itself, and beside what else the dataset holds."""
    yield from storyline_faults(storyline)
    for place, slide in _slides(storyline):
        for fault in _unknown_names(view_of(slide.view), register):
            yield Fault((*place, "view"), fault.code, fault.details)


def does_not_fit(storyline: Storyline, scheme: Scheme) -> Iterator[Fault]:
    """Years and nodes that the framework does not have; of views under another framework nothing."""
    for place, slide in _slides(storyline):
        view = view_of(slide.view)
        if _framework(view) == scheme.framework:
            yield from _not_scored((*place, "view"), view, scheme)


def doubts(storyline: Storyline, frameworks: Collection[str]) -> Iterator[Fault]:
    """Frameworks of which nothing is known: no slide can be made of such a view where it is shown."""
    for place, slide in _slides(storyline):
        if (named := _framework(view_of(slide.view))) not in frameworks:
            details = {"value": named, "near": nearest(named, frameworks)}
            yield Fault((*place, "view"), "storyline-framework-unknown", details)


def storyline_faults(storyline: Storyline) -> Iterator[Fault]:
    """What is wrong with a storyline whatever data there are."""
    for place, slide in _slides(storyline):
        view = view_of(slide.view)
        if view.screen not in ADDRESSES:
            details = {"value": view.screen, "near": nearest(view.screen, ADDRESSES)}
            yield Fault((*place, "view"), "storyline-unknown-screen", details)
        elif view.screen in WITHOUT_SLIDE:
            yield Fault((*place, "view"), "storyline-without-slide", {"value": view.screen})
        has_region = storyline.region or "region" in view.parameters
        for key, text in _texts(slide):
            yield from _text_faults((*place, key), text, has_region)


def _text_faults(place: Place, text: Text, has_region: bool) -> Iterator[Fault]:
    """A text too long for a slide, or with a hole that nothing fills; once where it is the same in both languages."""
    both = {"id": text.id} if text.id == text.en else {"id": text.id, "en": text.en}
    for language, said in both.items():
        where = (*place, language)
        key = str(place[-1])
        if len(said) > LONGEST.get(key, len(said)):
            details = {"key": key, "length": len(said), "most": LONGEST[key]}
            yield Fault(where, "storyline-text-too-long", details)
        try:
            holes = [hole for _, hole, _, _ in Formatter().parse(said) if hole is not None]
        except ValueError:
            yield Fault(where, "storyline-brace", {"key": key})
            continue
        for hole in holes:
            if hole not in HOLES:
                yield Fault(where, "storyline-unknown-hole", {"value": hole, "near": nearest(hole, HOLES)})
            elif hole == "region" and not has_region:
                yield Fault(where, "storyline-no-region")


def _unknown_names(view: View, register: Register) -> Iterator[Fault]:
    """Regions, practices and seminars that the dataset does not have; a region may be named instead of its code."""
    region = view.parameters.get("region")
    if region is not None and register.regions and not _is_known(region, register):
        yield Fault((), "unknown-region", {"value": region, "near": nearest_region(region, register.regions)})
    for parameter, document in _DOCUMENTS.items():
        named, known = view.parameters.get(parameter), register.documents.get(document)
        if named is not None and known is not None and named not in known:
            details = {"value": named, "name": f"{document}.yaml", "near": nearest(named, known)}
            yield Fault((), "storyline-unknown-entry", details)


def _is_known(region: str, register: Register) -> bool:
    """Whether it is a code, a name, or a name with its code behind it."""
    code = region.rpartition("(")[2].removesuffix(")")
    return region in register.regions or region in register.regions.values() or code in register.regions


def _not_scored(place: Place, view: View, scheme: Scheme) -> Iterator[Fault]:
    year, node = view.parameters.get("year"), view.parameters.get("node")
    if year is not None and year not in map(str, scheme.years):
        years = ", ".join(map(str, sorted(scheme.years)))
        yield Fault(place, "storyline-year", {"value": year, "years": years})
    if node is not None and not any(node in _called(one) for one in scheme.nodes):
        details = {"value": node, "near": nearest(node, [one.id for one in scheme.nodes])}
        yield Fault(place, "storyline-node", details)


def _called(node: Node) -> set[str]:
    """What an address may call a node: its id, or its title in either language, with the id where two share one."""
    titles = {node.title.id, node.title.en}
    return {node.id, *titles, *(f"{title} ({node.id})" for title in titles)}


def _framework(view: View) -> str:
    """The id of the framework of a view: the one it names, else the one that screens open with."""
    return view.parameters.get("framework") or _first_framework()


@cache
def _first_framework() -> str:
    return str(read_yaml(shipped.FRAMEWORK)["id"])


def _slides(storyline: Storyline) -> Iterator[tuple[Place, StorySlide]]:
    return ((("slides", index), slide) for index, slide in enumerate(storyline.slides))


def _texts(slide: StorySlide) -> Iterator[tuple[str, Text]]:
    for key in ("headline", "takeaway", "notes"):
        text = getattr(slide, key)
        if text is not None:
            yield key, text
