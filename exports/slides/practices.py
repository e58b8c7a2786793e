"""The catalogue of practices as a slide: how far its entries can be trusted, by dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from charts.slides.kinds import Part, Places, Role, Shares, Spot
from exports.practice_words import GRADES, say_grade, say_lead
from exports.slides import about, fitting
from exports.slides.slide import Asked, Slide
from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice
from metrics.practices.facets import Facet, Facets
from metrics.practices.places import Places as Register
from metrics.practices.telling import standing
from metrics.results import Results

# The facets that an address may choose, by its parameters.
_PARAMETERS: Mapping[str, Facet] = {
    "dimension": "dimension", "subdimension": "sub_dimension", "place": "kind", "population": "size", "grade": "grade",
    "cost": "cost", "started": "years", "seminar": "seminar", "numbers": "figures", "lesson": "lesson",
}  # fmt: skip


def slide(asked: Asked) -> Slide:
    """Those that the address chooses; `view=map` shows where they are, `order=fit` those that fit the view's region."""
    words, chosen = asked.words, _chosen(asked)
    if asked.parameters.get("order") == "fit" and asked.region and (fitted := fitting.slide(asked, asked.region)):
        return fitted
    if not chosen:
        return _nothing(asked)
    found = standing(chosen)
    on_map = asked.parameters.get("view") == "map"
    shares = _shares(asked, chosen)
    return Slide(
        headline=words.say(
            "Of {practices} practices, measured by others: {a}; by their own account or single reports only: {c}",
            practices=words.number(found.practices),
            a=words.number(found.grades["A"]),
            c=words.number(found.grades["C"]),
        ),
        chart=Places(_spots(asked, chosen)) if on_map else shares,
        caption=words.say("Practices in the catalogue by place; a circle grows with the number of practices.")
        if on_map
        else words.say("Practices in the catalogue by dimension and by who vouches for the result."),
        takeaway=" ".join(say_lead(words, found)),
        source=words.say("Source: the catalogue of practices of Teladan; each entry names its own sources."),
        alt=words.say(
            "Practices by evidence: {grades}.",
            grades=words.listing([
                words.say("{title}: {count}", title=say_grade(words, grade), count=words.number(count))
                for grade, count in found.grades.items()
            ]),
        ),
        mine=_mine(asked),
    )  # fmt: skip


@lru_cache(maxsize=8)
def _facets(results: Results) -> Facets:
    return Facets(catalogue(results).practices, results)


def _chosen(asked: Asked) -> tuple[Practice, ...]:
    given = {facet: asked.parameters[name] for name, facet in _PARAMETERS.items() if asked.parameters.get(name)}
    return _facets(asked.results).narrowed(catalogue(asked.results).practices, given)


def _shares(asked: Asked, chosen: Sequence[Practice]) -> Shares:
    """All of them, then by dimension, those with most practices first."""
    words, facets = asked.words, _facets(asked.results)
    counts = facets.counts(chosen, {}, "dimension")
    titles = {node.id: words.title(node.title) for node in asked.results.children(asked.results.root.id)}
    groups = [(words.say("All"), tuple(chosen))]
    for dimension in sorted((one for one in counts if counts[one]), key=lambda one: -counts[one]):
        groups.append((titles[dimension], facets.narrowed(chosen, {"dimension": dimension})))
    if len(groups) == 2 and len(groups[1][1]) == len(chosen):
        groups = groups[1:]
    return Shares(tuple((_counted(asked, name, len(found)), _parts(asked, found)) for name, found in groups))


def _counted(asked: Asked, name: str, count: int) -> str:
    return asked.words.say("{name} ({count})", name=name, count=asked.words.number(count))


def _parts(asked: Asked, practices: Sequence[Practice]) -> tuple[Part, ...]:
    grades = standing(practices).grades
    return tuple(
        Part(say_grade(asked.words, grade), grades[grade], len(GRADES) - 1 - place)
        for place, grade in enumerate(grades)
    )


def _spots(asked: Asked, chosen: Sequence[Practice]) -> tuple[Spot, ...]:
    words, spots = asked.words, []
    for place, practices in Register(asked.results).by_place(chosen).items():
        if place.lat is not None and place.lon is not None:
            told = words.listing([words.title(practice.title) for practice in practices])
            own: Role = "mine" if place.code is not None and place.code == asked.mine else "peers"
            spots.append(Spot(place.name, place.lat, place.lon, len(practices), None, told, own))
    return tuple(spots)


def _mine(asked: Asked) -> str | None:
    if asked.mine is None:
        return None
    words, name, own = asked.words, about.name(asked, asked.mine), catalogue(asked.results).of_region(asked.mine)
    if not own:
        return words.say("No practice of {name} is listed yet.", name=name)
    listed = words.listing([words.title(practice.title) for practice in own])
    return words.say("Listed of {name}: {practices}.", name=name, practices=listed)


def _nothing(asked: Asked) -> Slide:
    words = asked.words
    return Slide(
        headline=words.say("No practice"),
        chart=None,
        caption=words.say("Practices of local governments"),
        takeaway=words.say("No practice in the catalogue fits what the address chooses."),
        source=words.say("Source: the catalogue of practices of Teladan; each entry names its own sources."),
        alt=words.say("There is no chart."),
        mine=_mine(asked),
    )
