"""The rankings as a slide: ranks with their bands, those around the region that the slide is about, else the first.

In a year without bands scores in their order, since a rank never stands without its band.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pandas as pd

from charts.slides.kinds import Axis, Row, Rows
from exports.slides import about, narrowed, national
from exports.slides.slide import Asked, Slide
from exports.standing_words import say_rank
from metrics.banded import window
from metrics.results import Results

# Rows that a hall takes in at a glance.
_SHOWN = 9


def slide(asked: Asked) -> Slide:
    """Ranks within the kind of the address (`kind=all`: the national ones), else within that of the region."""
    words = asked.words
    kind = _kind(asked)
    rank, ranked = ("rank_in_kind", "ranked_in_kind") if kind else ("rank", "ranked")
    if not _within(asked.results, asked.year, ""):
        return about.unscored(asked)
    if asked.region is not None and pd.isna(about.row(asked, asked.region)["rank"]):
        return _without(asked, asked.region)
    filters = narrowed.told(asked)
    ranked_ones = _within(asked.results, asked.year, kind)
    codes = tuple(one for one in ranked_ones if narrowed.fits(asked, one)) if filters else ranked_ones
    if not codes:
        return narrowed.nothing_fits(asked)
    # All readers see the same; each with its own region beside it.
    centre = asked.region if asked.region in codes else None
    focus = centre or codes[0]
    shown = window(codes, centre, _SHOWN)
    if asked.mine is not None and asked.mine in codes and asked.mine not in shown:
        # In the place of the one that is farthest from whom the slide is about.
        shown = [*shown[:-1], asked.mine] if codes.index(asked.mine) > codes.index(focus) else [asked.mine, *shown[1:]]
    alike = _alike(asked.results, asked.year, focus, bool(kind))
    if alike is None:
        return _scores(asked, kind, shown, filters)
    rows = tuple(_row(asked, region, rank, focus, alike) for region in shown)
    blue = any(row.role == "peers" for row in rows)
    ends = [end for row in rows for end in (row.low, row.value, row.high) if end is not None]
    title = words.say("Rank among {kind}", kind=kind) if kind else words.say("National rank")
    holes = {
        "measure": about.framework_year(asked),
        "count": words.number(about.row(asked, focus)[ranked]),
        "kind": kind or words.say("regions"),
    }
    return Slide(
        headline=_headline(asked, focus, rank, holes, alike),
        chart=Rows(rows, Axis(title, "", min(ends) - 0.5, max(ends) + 0.5, 0)),
        caption=" ".join(
            [
                words.say(
                    "{measure}. Rank of {count} {kind}; the bar is the band of ranks in recalculations, the dot the "
                    "rank.",
                    **holes,
                ),
                *(
                    [words.say("Blue: not clearly different from {name}.", name=about.name(asked, focus))]
                    if blue
                    else []
                ),
                *([words.say("Shown: {filters}.", filters=words.listing(filters))] if filters else []),
            ]
        ),
        takeaway=words.say("Read a rank with its band: within it, a few ranks up or down mean nothing yet."),
        source=about.source(asked),
        alt=words.say("Ranks with their bands: {rows}.", rows=about.listed(words, rows)),
        mine=about.own(asked),
    )


def _scores(asked: Asked, kind: str, shown: Sequence[str], filters: list[str]) -> Slide:
    """A year without bands: scores in their order, no ranks, and why."""
    words, year = asked.words, asked.words.year(asked.year)
    rows = tuple(
        Row(
            about.name(asked, region),
            float(about.row(asked, region)["score"]),
            words.number(about.row(asked, region)["score"], about.decimals(asked)),
            about.role(asked, region),
        )
        for region in shown
    )
    caption = words.say(
        "{measure}. Score of {kind}; the bands of this year cannot be worked out, and no rank is told without its "
        "band.",
        measure=about.framework_year(asked),
        kind=kind or words.say("regions"),
    )
    only = words.say("Shown: {filters}.", filters=words.listing(filters)) if filters else ""
    return Slide(
        headline=words.say("No ranks are told for {year}", year=year)
        if asked.region is None or asked.region not in shown
        else words.say(
            "{name}: score {score}; no ranks are told for {year}",
            name=about.name(asked, asked.region),
            score=words.number(about.row(asked, asked.region)["score"], about.decimals(asked)),
            year=year,
        ),
        chart=Rows(rows, about.reach(about.score_axis(asked), [row.value for row in rows])),
        caption=" ".join(filter(None, [caption, only])),
        takeaway=words.say("Without bands nobody can tell which of these scores are clearly apart."),
        source=about.source(asked),
        alt=about.scores(asked, rows),
        mine=about.own(asked),
    )


def _without(asked: Asked, region: str) -> Slide:
    """Regions are ranked, but not the one that the address is about."""
    return Slide(
        headline=about.unassessed(asked, region),
        chart=None,
        caption=about.framework_year(asked),
        takeaway=about.standing(asked, region),
        source=about.source(asked),
        alt=asked.words.say("There is no chart."),
        mine=about.own(asked),
    )


def _kind(asked: Asked) -> str:
    """The kind that is ranked, "" for all together: as the address says, else that of the region, else the smaller.

    The smaller of those that the province of the address has ranks of, where it names one.
    """
    kinds = _kinds(asked.results, asked.year)
    given = asked.parameters.get("kind", "").lower()
    if given in kinds:
        return given
    if given or len(kinds) < 2:
        return ""
    own = None if asked.region is None else about.row(asked, asked.region)["kind"]
    if own in kinds:
        return str(own)
    fitting = (
        kind
        for kind in kinds
        if any(narrowed.fits(asked, region) for region in _within(asked.results, asked.year, kind))
    )
    return next(fitting, kinds[0])


@lru_cache(maxsize=16)
def _kinds(results: Results, year: int) -> tuple[str, ...]:
    """The kinds, the one with fewer regions first."""
    return tuple(map(str, national.ranking(results, year)["kind"].dropna().value_counts(ascending=True).index))


@lru_cache(maxsize=100)
def _within(results: Results, year: int, kind: str) -> tuple[str, ...]:
    """The regions of a kind that have a rank, the best first."""
    return tuple(
        region
        for region, row in national.rows(results, year).items()
        if pd.notna(row["rank"]) and kind in ("", row["kind"])
    )


@lru_cache(maxsize=2000)
def _alike(results: Results, year: int, region: str, in_kind: bool) -> frozenset[str] | None:
    """Whom a region cannot be told apart from; None in a year without bands, when nobody can say."""
    drawn = national.bands(results, year)
    return None if drawn is None else frozenset(drawn.alike(region, in_kind=in_kind))


def _row(asked: Asked, region: str, rank: str, focus: str, alike: frozenset[str]) -> Row:
    row, role = about.row(asked, region), about.role(asked, region)
    if role == "other":
        # The first of a list that is about nobody is no winner to announce.
        near = bool(alike) and region in {focus, *alike}
        role = "subject" if region == asked.region else "peers" if near else "other"
    return Row(
        name=about.name(asked, region),
        value=float(row[rank]),
        told=say_rank(asked.words, row, rank),
        role=role,
        low=float(row[f"{rank}_low"]),
        high=float(row[f"{rank}_high"]),
    )


def _headline(asked: Asked, region: str, rank: str, holes: Mapping[str, str], alike: frozenset[str]) -> str:
    words, name, kind = asked.words, about.name(asked, region), holes["kind"]
    place = words.number(about.row(asked, region)[rank])
    if alike:
        told = words.number(len(alike))
        return words.say("{name} is not clearly different from {count} other {kind}", name=name, count=told, kind=kind)
    if place == words.number(1):
        return words.say("{name} is clearly above all other {kind}", name=name, kind=kind)
    return words.say("{name} is clearly above or below all other {kind}", name=name, kind=kind)
