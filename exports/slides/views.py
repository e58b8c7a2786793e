"""Slides by their views: a view is the link to a screen with what is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from exports.slides import (
    compare,
    indicator,
    learning_agenda,
    learning_pair,
    method,
    national,
    network,
    next_step,
    overview,
    practice,
    practices,
    profile,
    province,
    rankings,
    robustness,
    seminar,
    weights,
    what_if,
)
from exports.slides.slide import Asked, Slide
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from words import Words

# Who makes the slide of each screen, by the screen's address.
ADDRESSES: Mapping[str, Callable[[Asked], Slide]] = {
    "overview": overview.slide,
    "rankings": rankings.slide,
    "profile": profile.slide,
    "compare": compare.slide,
    "next-step": next_step.slide,
    "province": province.slide,
    "indicator": indicator.slide,
    "practices": practices.slide,
    "practice": practice.slide,
    "seminar": seminar.slide,
    "network": network.slide,
    "learning-pair": learning_pair.slide,
    "learning-agenda": learning_agenda.slide,
    "robustness": robustness.slide,
    "what-if": what_if.slide,
    "weights": weights.slide,
    "method": method.slide,
}


@dataclass(frozen=True)
class View:
    """A view that can be shown: the address of its screen, and what its slide is made from."""

    address: str
    asked: Asked

    @property
    def region_name(self) -> str:
        """The name of the region that it is about; empty where it is about none."""
        return "" if self.asked.region is None else national.region_names(self.asked.results)[self.asked.region]


def has_slide(view: str) -> bool:
    """Whether the screen of a view can be shown as a slide."""
    return read_view(view)[0] in ADDRESSES


def read_view(view: str) -> tuple[str, dict[str, str]]:
    """The address of a view's screen, and its parameters; without those of whoever embeds or follows it."""
    parts = urlsplit(view.strip())
    given = dict(parse_qsl(parts.query))
    return parts.path.strip("/"), {name: value for name, value in given.items() if name not in ("embed", "room")}


def slide(
    results_of: Callable[[str], Results],
    view: str,
    words: Words,
    region: str | None = None,
    mine: str | None = None,
) -> Slide:
    """The slide of a view, such as `rankings?framework=spbe&year=2023&region=53.71`.

    `region` takes the place of the view's own (a storyline that is told of any region); `mine` is the reader's own
    region, to be highlighted beside it. Regions go by code or by name. `results_of` gives the results of a framework by
    its id, and those of the default one for an empty id.

    Raises InputProblems for a screen without a slide, and for an unknown framework, year or region.
    """
    return made(read(results_of, view, words, region, mine))


def made(view: View) -> Slide:
    """The slide of a view that is read."""
    return ADDRESSES[view.address](view.asked)


def read(
    results_of: Callable[[str], Results],
    view: str,
    words: Words,
    region: str | None = None,
    mine: str | None = None,
) -> View:
    """A view with all that it names found. Raises what `slide` raises."""
    address, parameters = read_view(view)
    if address not in ADDRESSES:
        details = {"value": address, "near": nearest(address, ADDRESSES)}
        raise InputProblems([Problem("screen-without-slide", details=details)])
    results = _results(results_of, parameters.pop("framework", ""))
    year = _year(results, parameters.pop("year", ""))
    about = region or parameters.get("region")
    further = {name: value for name, value in parameters.items() if name not in ("region", "lang")}
    asked = Asked(
        results,
        words,
        year,
        _region(results, about) if about else None,
        _region(results, mine) if mine else None,
        further,
    )
    return View(address, asked)


def _results(results_of: Callable[[str], Results], framework: str) -> Results:
    try:
        return results_of(framework)
    except KeyError:
        raise InputProblems([Problem("framework-not-found", details={"value": framework})]) from None


def _year(results: Results, given: str) -> int:
    """The year itself where it is scored; the one that screens open on where none is given."""
    if not given:
        return results.opening_year
    if given.isdecimal() and int(given) in results.years:
        return int(given)
    details = {"value": given, "first": results.years[0], "last": results.years[-1]}
    raise InputProblems([Problem("year-not-scored", details=details)])


def _region(results: Results, given: str) -> str:
    """The code of a region that is given by code or by name."""
    names = national.region_names(results)
    if given in names:
        return given
    found = [code for code, name in names.items() if name.lower() == given.strip().lower()]
    if len(found) == 1:
        return found[0]
    near = nearest(given, [*names, *names.values()])
    raise InputProblems([Problem("region-not-found", details={"value": given, "near": near})])
