"""A what-if as a slide: score and dimensions of a region before and after figures are set, and its rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import pandas as pd

from charts.slides.kinds import Role, Row, Rows
from exports.slides import about, national
from exports.slides.peers import peers_of
from exports.slides.slide import Asked, Slide
from exports.standing_words import say_band, say_rank
from exports.supposed_words import say_left_out
from metrics.levers import Lever, levers
from metrics.peers import COUNT
from metrics.problems import InputProblems
from metrics.rescored import Rescored
from metrics.settings_text import PARAMETER, read
from metrics.simulated_band import SimulatedBand
from metrics.tree import Node
from words.problems import say_problem

_TOLD = 3  # figures that are named


@dataclass(frozen=True)
class _Supposed:
    """A region as published and with `values` by indicator; `ignored` are parts of the address that cannot be set.

    `band` is how sure its rank would be; None where nothing is set, or nothing drawn.
    """

    levers: Mapping[str, Lever]
    values: Mapping[str, float]
    ignored: tuple[str, ...]
    before: Rescored
    after: Rescored
    band: SimulatedBand | None


def slide(asked: Asked) -> Slide:
    """The figures that the address sets in the region of the view. Nothing of them is kept."""
    words, region = asked.words, asked.region
    if region is None:
        return about.unchosen(asked)
    try:
        found = _supposed(asked, region)
    except InputProblems as error:
        return _refused(asked, region, " ".join(say_problem(words, problem) for problem in error.problems))
    if found.after.rank is None:
        return _refused(asked, region, about.standing(asked, region))
    root = asked.results.root
    parts = [node for node in asked.results.children(root.id) if node.id in found.before.scores]
    rows = tuple(_row(asked, found, node, region) for node in (root, *parts))
    ends = [end for row in rows for end in (row.value, row.beside)]
    return Slide(
        headline=_headline(asked, found, region),
        chart=Rows(rows, about.reach(about.score_axis(asked), ends), beside=words.say("as published")),
        caption=_caption(asked, found),
        takeaway=_takeaway(asked, found, region),
        source=about.source(asked),
        alt=words.say("Score and dimensions, published and what if: {rows}.", rows=about.listed(words, rows)),
        mine=about.own(asked),
    )


def _supposed(asked: Asked, region: str) -> _Supposed:
    simulator = national.simulated(asked.results, asked.year)
    known = {lever.node.id: lever for lever in levers(simulator, region, peers_of(asked, region, COUNT))}
    ends = {name: (min(lever.stops), max(lever.stops)) for name, lever in known.items()}
    given, ignored = read(asked.parameters.get(PARAMETER, ""), ends)
    values = {name: given[name] for name in known if name in given and given[name] != known[name].today}
    after, band = simulator.rescore(region, values), None
    if values and after.rank is not None and national.bands(asked.results, asked.year) is not None:
        band = simulator.band(region, values)
    return _Supposed(known, values, tuple(ignored), simulator.published(region), after, band)


def _headline(asked: Asked, found: _Supposed, region: str) -> str:
    words, name, kind = asked.words, about.name(asked, region), about.row(asked, region)["kind"]
    if not found.values:
        return words.say("{name}: no figure is set, everything stands as published", name=name)
    score, before = (words.number(one.score, about.decimals(asked)) for one in (found.after, found.before))
    if found.band is None:
        # A year without bands: no rank is told.
        if found.before.rank is None:
            return words.say("What if: {name} has score {score}", name=name, score=score)
        return words.say(
            "What if: {name} has score {score} instead of {score_before}", name=name, score=score, score_before=before
        )
    holes = {
        "name": name,
        "kind": words.say("regions") if pd.isna(kind) else str(kind),
        "score": score,
        "rank": words.say(
            "{rank} ({band})",
            rank=words.number(found.after.rank_in_kind),
            band=say_band(words, *found.band.rank_in_kind),
        ),
        "ranked": words.number(found.after.ranked_in_kind),
    }
    if found.before.rank is None:
        return words.say("What if: {name} has score {score}, rank {rank} of {ranked} {kind}", **holes)
    return words.say(
        "What if: {name} has score {score} instead of {score_before}, rank {rank} instead of {rank_before} of {ranked} "
        "{kind}",
        score_before=before,
        rank_before=say_rank(words, about.row(asked, region), "rank_in_kind"),
        **holes,
    )


def _caption(asked: Asked, found: _Supposed) -> str:
    """What is set. A storyline may not take it away: these are no published figures."""
    words, measure = asked.words, about.framework_year(asked)
    left = say_left_out(words, found.levers, found.values, found.ignored)
    if not found.values:
        return " ".join([words.say("{measure}. Score and dimensions as published.", measure=measure), *left])
    told = [_set(asked, found.levers[name], value) for name, value in found.values.items()]
    if len(told) > _TOLD:
        more = words.say_plural("{count} more", "{count} more", len(told) - _TOLD)
        told = [*told[:_TOLD], more]
    supposed = words.say(
        "{measure}. Not published figures: what if {figures}. Score and dimensions.",
        measure=measure, figures=words.listing(told),
    )  # fmt: skip
    return " ".join([supposed, *left])


def _set(asked: Asked, lever: Lever, value: float) -> str:
    words, node = asked.words, lever.node
    return words.say(
        "{title} {today} → {goal}",
        title=words.title(node.title),
        today=words.number(lever.today, node.decimals),
        goal=words.number(value, node.decimals),
    )


def _takeaway(asked: Asked, found: _Supposed, region: str) -> str:
    words, row = asked.words, about.row(asked, region)
    if not found.values:
        return about.standing(asked, region)
    if found.band is not None and pd.notna(row["rank_in_kind_low"]):
        low, high = found.band.rank_in_kind
        if max(low, row["rank_in_kind_low"]) <= min(high, row["rank_in_kind_high"]):
            return words.say(
                "The bands overlap: the rank is not clearly different. All other regions stay as they are; a "
                "calculation, not a forecast."
            )
    return words.say("All other regions stay as they are; a calculation, not a forecast.")


def _row(asked: Asked, found: _Supposed, node: Node, region: str) -> Row:
    words = asked.words
    before, after = _known(found.before.scores[node.id]), _known(found.after.scores[node.id])
    now, then = (words.number(score, about.decimals(asked)) for score in (before, after))
    moved = before != after
    role: Role = "mine" if region == asked.mine else "subject"
    return Row(
        name=words.say("Score") if node.parent is None else words.title(asked.results.measured(node.id).title),
        value=after,
        told=words.say("{now} → {then}", now=now, then=then) if moved else then,
        role=role if node.parent is None else "other",
        beside=before if found.values else None,
        estimate=moved,
    )


def _known(score: float) -> float | None:
    """A score without the last digits of its sums; None where there is none."""
    return None if isnan(score) else round(score, 9)


def _refused(asked: Asked, region: str, reason: str) -> Slide:
    words = asked.words
    return Slide(
        headline=words.say("What if: {name} cannot be scored with these figures", name=about.name(asked, region)),
        chart=None,
        caption=about.framework_year(asked),
        takeaway=reason,
        source=about.source(asked),
        alt=words.say("There is no chart."),
        mine=about.own(asked),
    )
