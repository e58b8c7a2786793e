"""A network of regions as a slide: its members on the map, and how many are above the median of their kind."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from charts.slides.kinds import Places, Spot
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from exports.titles import dimension_titles, level_names
from metrics.groups import groups
from metrics.memberships import memberships
from metrics.network import Network, network
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.within_kind import WithinKind, within_kind
from words import Words

_FIRST = "citynet-indonesia"  # what is shown where the address names none, as far as the data has it
_PROVINCE, _YEAR = "province:", "@"


def slide(asked: Asked) -> Slide:
    """The network of the address. Raises InputProblems where there is no such group."""
    words, (title, members) = asked.words, members_of(asked)
    found = network_of(asked.results, asked.year, members)
    whole = found.whole
    cells = whole.cells if whole is not None else ()
    holes = {
        "network": title, "assessed": words.number(found.assessed), "members": words.number(len(members)),
        "above": words.number(sum(cell.distance > 0 for cell in cells)),
    }  # fmt: skip
    return Slide(
        headline=words.say("{network}: {above} of {assessed} assessed members score above the median of their kind",
                           **holes)
        if found.assessed
        else words.say("{network}: none of the members can be assessed yet", network=title),
        chart=Places(_spots(asked, members), tuple(level_names(words, asked.results))),
        caption=words.say(
            "{measure}. The {members} listed members, one circle each: as large as its population, coloured by level.",
            measure=about.framework_year(asked), **holes,
        ),
        takeaway=_takeaway(words, asked, found),
        source=about.source(asked),
        alt=words.say("Map of the members: {names}.",
                      names=words.listing([about.name(asked, region) for region in members])),
        mine=_mine(asked, title, members),
    )  # fmt: skip


def members_of(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """The title of the network of the address and its members, in the order of the register."""
    given = asked.parameters
    return _members(asked.results, asked.words, asked.year, given.get("group", ""), given.get("members", ""))


@lru_cache(maxsize=100)
def _members(results: Results, words: Words, year: int, code: str, listed: str) -> tuple[str, tuple[str, ...]]:
    names = national.region_names(results)
    if own := [one for one in listed.split(",") if one in names]:
        return words.say("A network of one's own"), tuple(one for one in names if one in own)
    known = {group.code: group for group in groups(results)}
    code = code or (_FIRST if _FIRST in known else next(iter(known), ""))
    provinces = national.ranking(results, year).groupby("province")["region"].agg(set)
    province = code.removeprefix(_PROVINCE)
    if code.startswith(_PROVINCE) and province in provinces.index:
        return words.say("Province: {name}", name=province), tuple(one for one in names if one in provinces[province])
    base, _, listed_for = code.partition(_YEAR)
    if base not in known:
        raise InputProblems([Problem("group-not-found", details={"value": code, "near": nearest(code, known)})])
    inside = {line.region for line in memberships(results, base) if not listed_for or str(line.year) == listed_for}
    return words.title(known[base].title), tuple(one for one in names if one in inside)


@lru_cache(maxsize=8)
def within(results: Results, year: int) -> WithinKind:
    """All regions beside those of their kind."""
    return within_kind(results, year)


@lru_cache(maxsize=50)
def network_of(results: Results, year: int, members: tuple[str, ...]) -> Network:
    """The network of these regions."""
    return network(results, year, members, within(results, year))


def _spots(asked: Asked, members: tuple[str, ...]) -> tuple[Spot, ...]:
    rows = national.rows(asked.results, asked.year)
    marked = [*members, *([asked.mine] if asked.mine and asked.mine not in members else [])]
    return tuple(
        Spot(
            about.name(asked, region),
            float(rows[region]["lat"]),
            float(rows[region]["lon"]),
            0.0 if pd.isna(rows[region]["population"]) else float(rows[region]["population"]),
            int(rows[region]["maturity"]) - 1 if str(rows[region]["maturity"]).isdecimal() else None,
            about.standing(asked, region),
            "mine" if region == asked.mine else "other",
        )
        for region in marked
        if pd.notna(rows[region]["lat"])
    )


def _registered(asked: Asked) -> bool:
    """Whether it is a network with members of its own, not a province nor a list that the address gives."""
    given = asked.parameters
    return not given.get("members") and not given.get("group", "").startswith(_PROVINCE)


def _takeaway(words: Words, asked: Asked, found: Network) -> str:
    parts = [part for part in found.dimensions if part.node.status == "active" and part.cells]
    chosen = words.say("Members were chosen, not drawn by lot: a difference is not an effect of membership.")
    if not parts:
        return chosen
    most = max(parts, key=lambda part: part.share_behind or 0.0)
    told = words.say(
        "Members are most often below the median of their kind in {dimension}: {behind} of {count}.",
        dimension=dimension_titles(words, asked.results)[most.node.id],
        behind=words.number(len(most.behind)),
        count=words.number(len(most.cells)),
    )
    return f"{told} {chosen}" if _registered(asked) else told


def _mine(asked: Asked, title: str, members: tuple[str, ...]) -> str | None:
    if asked.mine is None:
        return None
    if not _registered(asked):
        return about.own(asked)
    words, name = asked.words, about.name(asked, asked.mine)
    if asked.mine in members:
        told = words.say("{name} is listed as a member of {network}.", name=name, network=title)
    else:
        told = words.say("{name} is not listed as a member of {network}.", name=name, network=title)
    return f"{told} {about.standing(asked, asked.mine)}"
