"""A region's profile as a slide: its dimensions, each beside the median of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from charts.slides.kinds import Role, Row, Rows
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from exports.titles import dimension_titles
from metrics.profile import Place, Profile, region_profile
from metrics.results import Results
from words import Words


def slide(asked: Asked) -> Slide:
    """The profile of the view's region."""
    words, region = asked.words, asked.region
    if region is None:
        return about.unchosen(asked)
    found = _profile(asked.results, region, asked.year)
    kin = found.kind or words.say("all regions")
    titles = dimension_titles(words, asked.results)
    role: Role = "mine" if region == asked.mine else "subject"
    rows = tuple(_row(asked, titles[place.node.id], place, role) for place in found.dimensions)
    return Slide(
        headline=_headline(asked, found, kin),
        chart=Rows(rows, about.score_axis(asked), beside=words.say("median of {kind}", kind=kin)),
        caption=words.say("{measure}. Score by dimension, the strongest within its kind first.",
                          measure=about.framework_year(asked)),
        takeaway=_takeaway(words, found, kin, titles) if found.places[0].score is not None
        else about.standing(asked, region),
        source=about.source(asked, displayed=True),
        alt=words.say("Scores of {name} by dimension: {rows}.", name=found.name, rows=about.listed(words, rows)),
        mine=_mine(asked, titles),
    )  # fmt: skip


def _mine(asked: Asked, titles: Mapping[str, str]) -> str | None:
    """Another region than the slide's: in what it is strongest and weakest."""
    mine = asked.mine
    if mine is None or mine == asked.region or len(places := _percentiles(asked.results, asked.year).get(mine, {})) < 2:
        return about.own(asked)
    words = asked.words
    ordered = sorted(places, key=lambda node: -places[node])
    strongest, weakest = ordered[0], ordered[-1]
    return words.say(
        "{name}, among {kind}: strongest in {strongest} (percentile {high}), weakest in {weakest} (percentile {low}).",
        name=about.name(asked, mine), kind=about.row(asked, mine)["kind"] or words.say("all regions"),
        strongest=titles[strongest], high=words.number(places[strongest], 0),
        weakest=titles[weakest], low=words.number(places[weakest], 0),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _percentiles(results: Results, year: int) -> Mapping[str, Mapping[str, float]]:
    """By region and dimension of the headline, among the regions of the kind, as a profile has them; for all at once.

    A listener's own is looked up here: a whole profile for each of them would take too long.
    """
    found = national.ranking(results, year)
    told: dict[str, dict[str, float]] = {}
    for node in results.children(results.root.id):
        if node.status == "active" and node.id in found:
            among = found.dropna(subset=[node.id]).groupby("kind", dropna=False)[node.id]
            places = 100 * (among.rank(method="average") - 1) / (among.transform("size") - 1)
            for region, place in zip(found.loc[places.index, "region"], places, strict=True):
                if pd.notna(place):
                    told.setdefault(str(region), {})[node.id] = float(place)
    return told


@lru_cache(maxsize=600)
def _profile(results: Results, region: str, year: int) -> Profile:
    return region_profile(results, region, year)


def _headline(asked: Asked, found: Profile, kin: str) -> str:
    words, level = asked.words, about.row(asked, found.region)["maturity"]
    if found.places[0].score is None:
        return words.say("{name} cannot be assessed for {year} yet", name=found.name, year=words.year(asked.year))
    above, count = (words.number(number) for number in found.above_median)
    holes = {"name": found.name, "kind": kin, "above": above, "count": count}
    maturity = asked.results.framework.maturity
    if maturity is None or not str(level).isdecimal():
        return words.say("{name} is above the median of {kind} in {above} of {count} dimensions", **holes)
    return words.say(
        "{name} stands at level {number} of {levels}, above the median of {kind} in {above} of {count} dimensions",
        number=level,
        levels=len(maturity.levels),
        **holes,
    )


def _takeaway(words: Words, found: Profile, kin: str, titles: dict[str, str]) -> str:
    if found.extremes is None:
        return words.say("Strength and weakness cannot be told: fewer than two dimensions can be compared.")
    strongest, weakest = found.extremes
    return words.say(
        "Among {kind} it is strongest in {strongest} (percentile {high}) and weakest in {weakest} (percentile {low}).",
        kind=kin,
        strongest=titles[strongest.node.id],
        high=words.number(strongest.percentile, 0),
        weakest=titles[weakest.node.id],
        low=words.number(weakest.percentile, 0),
    )


def _row(asked: Asked, title: str, place: Place, role: Role) -> Row:
    words = asked.words
    told = words.say("no figure") if place.score is None else words.number(place.score, about.decimals(asked))
    return Row(title, place.score, told, role, beside=place.kind_median)
