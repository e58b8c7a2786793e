"""Own weights as a slide: ranks of regions under the weights of the address against the framework's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from charts.slides.kinds import Axis, Row, Rows
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from exports.standing_words import say_rank
from metrics.banded import window
from metrics.own_comparison import FAR, Movement, compared, movement
from metrics.own_points import framework_points, weights_of
from metrics.own_weights import Prepared, own_bands, own_ranking, prepare
from metrics.points_text import PARAMETER, read
from metrics.problems import InputProblems
from metrics.results import Results
from words.problems import say_problem

_SHOWN = 9  # rows
_TOLD, _LETTERS = 3, 40  # weights and parts of the address that are named, and so much of each

Points = tuple[tuple[str, int], ...]


@dataclass(frozen=True, eq=False)
class _Weighed:
    """The ranking beside that of the framework: its lines by region in their order, and what moves."""

    rows: Mapping[str, Mapping[str, Any]]
    movement: Movement


def slide(asked: Asked) -> Slide:
    """The ranks around the region of the view, within its kind; without a region the first ones of the country."""
    words, nothing = asked.words, asked.words.say("With these weights nothing can be ranked")
    if not any(pd.notna(row["rank"]) for row in national.rows(asked.results, asked.year).values()):
        return about.unscored(asked)
    if national.bands(asked.results, asked.year) is None:
        return _refused(
            asked,
            words.say("No ranks are told for {year}", year=words.year(asked.year)),
            words.say("The bands of this year cannot be worked out, and no rank is told without its band."),
        )
    try:
        usual = framework_points(_prepared(asked.results, asked.year).nodes)
        given, ignored = read(asked.parameters.get(PARAMETER, ""), usual)
        points = tuple((name, given[name]) for name in usual if name in given and given[name] != usual[name])
        found = _weighed(asked.results, asked.year, points)
    except InputProblems as error:
        return _refused(asked, nothing, " ".join(say_problem(words, problem) for problem in error.problems))
    if not found.movement.ranked:
        return _refused(asked, nothing, words.say("With these weights no region can be ranked."))
    kind = None if asked.region is None else found.rows[asked.region]["kind"]
    rank = "rank_in_kind" if isinstance(kind, str) else "rank"
    rows = tuple(_row(asked, found, region, rank, points) for region in _around(asked, found, kind))
    ends = [end for row in rows for end in (row.low, row.value, row.high, row.beside) if end is not None]
    title = words.say("Rank among {kind}", kind=kind) if isinstance(kind, str) else words.say("National rank")
    return Slide(
        headline=_headline(asked, found, rank, points),
        chart=Rows(
            rows,
            Axis(title, "", min(ends) - 0.5, max(ends) + 0.5, 0),
            beside=words.say("with the framework's weights") if points else "",
        ),
        caption=_caption(asked, usual, points, ignored),
        takeaway=words.say(
            "Weights chosen to get a result prove nothing: any region gains from more weight on what it is good at."
        ),
        source=about.source(asked),
        alt=words.say("Ranks with own weights, and with the framework's: {rows}.", rows=about.listed(words, rows)),
        mine=about.own(asked),
    )


@lru_cache(maxsize=2)
def _prepared(results: Results, year: int) -> Prepared:
    return prepare(results, year)


@lru_cache(maxsize=50)
def _weighed(results: Results, year: int, points: Points) -> _Weighed:
    before = national.ranking(results, year)
    table = compared(before, before)
    if points:
        ready = _prepared(results, year)
        weights = weights_of(ready.nodes, dict(points))
        table = compared(own_ranking(ready, weights, own_bands(ready, weights)), before)
    rows = {str(row["region"]): {str(name): value for name, value in row.items()} for row in table.to_dict("records")}
    return _Weighed(rows, movement(table))


def _around(asked: Asked, found: _Weighed, kind: object) -> list[str]:
    """The regions around that of the view, with the reader's own in the place of the farthest."""
    codes = [code for code, row in found.rows.items() if pd.notna(row["rank"])]
    if isinstance(kind, str):
        codes = [code for code in codes if found.rows[code]["kind"] == kind]
    centre = asked.region if asked.region in codes else None
    shown = list(window(tuple(codes), centre, _SHOWN))
    if asked.mine is not None and asked.mine in codes and asked.mine not in shown:
        after = codes.index(asked.mine) > codes.index(centre or codes[0])
        return [*shown[:-1], asked.mine] if after else [asked.mine, *shown[1:]]
    return shown


def _headline(asked: Asked, found: _Weighed, rank: str, points: Points) -> str:
    words, moved = asked.words, found.movement
    if not points:
        return words.say("No weight is moved: every region stands where the framework puts it")
    if asked.region is None:
        return words.say(
            "With own weights {moved} of {ranked} regions rank at least {places} places higher or lower",
            moved=words.number(moved.far), ranked=words.number(moved.ranked), places=words.number(FAR),
        )  # fmt: skip
    row, name = found.rows[asked.region], about.name(asked, asked.region)
    if pd.isna(row[rank]):
        return words.say("{name} cannot be assessed with these weights", name=name)
    holes = {
        "name": name,
        "rank": say_rank(words, row, rank),
        "ranked": words.number(row[rank.replace("rank", "ranked")]),
        "kind": row["kind"] if isinstance(row["kind"], str) else words.say("regions"),
    }
    if pd.isna(row[f"{rank}_before"]):
        return words.say("{name} with own weights: rank {rank} of {ranked} {kind}, with the framework's none", **holes)
    return words.say(
        "{name} with own weights: rank {rank} of {ranked} {kind}, with the framework's {before}",
        before=say_rank(words, _earlier(row, rank), rank), **holes,
    )  # fmt: skip


def _caption(asked: Asked, usual: Mapping[str, int], points: Points, ignored: list[str]) -> str:
    """What is moved. A storyline may not take it away: these are not the ranks of the framework."""
    words, measure = asked.words, about.framework_year(asked)
    left = []
    if ignored:
        parts = ", ".join(part[:_LETTERS] for part in ignored[:_TOLD])
        left.append(words.say("Left out, because it is no weight of this framework: {parts}.", parts=parts))
    if not points:
        return " ".join([words.say("{measure}. Rank with its band.", measure=measure), *left])
    told = [
        words.say(
            "{title} {today} → {goal}",
            title=words.title(asked.results.measured(name).title),
            today=words.number(usual[name]), goal=words.number(number),
        )
        for name, number in points[:_TOLD]
    ]  # fmt: skip
    if len(points) > _TOLD:
        told.append(words.say_plural("{count} more", "{count} more", len(points) - _TOLD))
    moved = words.say(
        "{measure}. Rank with its band, under weights that are not the framework's: {points}.",
        measure=measure, points=words.listing(told),
    )  # fmt: skip
    return " ".join([moved, *left])


def _row(asked: Asked, found: _Weighed, region: str, rank: str, points: Points) -> Row:
    words, row = asked.words, found.rows[region]
    now, before = say_rank(words, row, rank), row[f"{rank}_before"]
    if points and before != row[rank]:
        now = words.say("{now} → {then}", now=say_rank(words, _earlier(row, rank), rank), then=now)
    banded = pd.notna(row[f"{rank}_low"])
    return Row(
        name=about.name(asked, region),
        value=float(row[rank]),
        told=now,
        role=about.role(asked, region),
        low=float(row[f"{rank}_low"]) if banded else None,
        high=float(row[f"{rank}_high"]) if banded else None,
        beside=float(before) if points and pd.notna(before) else None,
        estimate=bool(points),
    )


def _earlier(row: Mapping[str, Any], rank: str) -> dict[str, Any]:
    """A rank with its band as the framework's weights give it, under the names of the own one."""
    return {name: row[f"{name}_before"] for name in (rank, f"{rank}_low", f"{rank}_high")}


def _refused(asked: Asked, headline: str, reason: str) -> Slide:
    return Slide(
        headline=headline,
        chart=None,
        caption=about.framework_year(asked),
        takeaway=reason,
        source=about.source(asked),
        alt=asked.words.say("There is no chart."),
        mine=about.own(asked),
    )
