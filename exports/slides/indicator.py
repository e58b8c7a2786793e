"""An indicator as a slide: the medians of each kind over the years, with the reader's own region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from charts.slides.kinds import Axis, Line, Lines, Role, Row, Rows
from exports.slides import about
from exports.slides.slide import Asked, Slide
from metrics import indicator as metric
from metrics.indicator import Coverage, Indicator, Spread
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from words import Words


def slide(asked: Asked) -> Slide:
    """The variable of the address, in the year of the address. Raises InputProblems for one without figures."""
    words, found = asked.words, _indicator(asked)
    year = _year(asked, found)
    spreads = _spreads(asked.results, found.variable, year)
    title, unit = words.title(found.title), words.title(found.unit)
    lines = _lines(asked, found)
    chart = lines if lines is not None else _rows(asked, found, spreads, year)
    write = _write(words, found)
    medians = [
        words.say("{name} {median}", name=str(one.kind), median=write(one.median)) for one in spreads if one.kind
    ] or [write(spreads[0].median)]
    finding = _headline(asked, found, year, medians)
    return Slide(
        headline=finding,
        chart=chart,
        caption=words.say("{title}, {unit}. Median of each kind.", title=title, unit=unit)
        if isinstance(chart, Lines)
        else words.say("{title}, {unit}. Median of each kind; the bar: the middle half of the regions.",
                       title=title, unit=unit),
        takeaway=_takeaway(asked, found, spreads, year),
        source=_source(asked, found, year),
        alt=words.say("Over the years, a line each. {finding}.", finding=finding)
        if isinstance(chart, Lines)
        else words.say("One year only. {finding}.", finding=finding),
        mine=_mine(asked, found, spreads, year),
    )  # fmt: skip


def publishers(asked: Asked) -> tuple[str, ...]:
    """Who published the figures that the slide shows, by their whole names."""
    return about.published_by(asked.results, _indicator(asked).variable, figures_year(asked))


def figures_year(asked: Asked) -> int:
    """The year of the figures that the slide shows, which need not be that of the scores."""
    return _year(asked, _indicator(asked))


def _headline(asked: Asked, found: Indicator, year: int, medians: list[str]) -> str:
    """The medians, after the figure of the region that the view is about where it has one."""
    words, region = asked.words, asked.region
    holes = {
        "title": words.title(found.title), "year": words.year(year), "medians": words.listing(medians),
        "unit": words.title(found.unit),
    }  # fmt: skip
    value = None if region is None else _by_region(asked.results, found.variable, year)[region]["value"]
    if region is None or pd.isna(value):
        return words.say("{title}, {year}: median {medians} {unit}", **holes)
    told = _write(words, found)(value)
    return words.say(
        "{title}, {year}: {name} {value}, median {medians} {unit}", name=about.name(asked, region), value=told, **holes
    )


def _source(asked: Asked, found: Indicator, year: int) -> str:
    """Who published the figures, and what is to be known of them."""
    words = asked.words
    told = words.say(
        "Figures: {publishers}. Year: {year}.",
        publishers="; ".join(about.publishers(asked, found.variable, year)), year=words.year(year),
    )  # fmt: skip
    return told if found.caveat is None else f"{told} {words.title(found.caveat)}"


@lru_cache(maxsize=8)
def _indicators(results: Results) -> Mapping[str, Indicator]:
    return {one.variable: one for one in metric.indicators(results)}


def _indicator(asked: Asked) -> Indicator:
    """The variable of the address, by its code or by the id of its indicator; the first where none is named."""
    known = _indicators(asked.results)
    given = asked.parameters.get("variable", "") or next(iter(known))
    by_node = {one.node: one for one in known.values() if one.node is not None}
    if given in known:
        return known[given]
    if given in by_node:
        return by_node[given]
    raise InputProblems([Problem("variable-not-found", details={"value": given, "near": nearest(given, known)})])


def _year(asked: Asked, found: Indicator) -> int:
    covered = _covered(asked.results, found.variable)
    given = asked.parameters.get("figures", "")
    if given.isdecimal() and int(given) in {one.year for one in covered}:
        return int(given)
    return metric.opening_year(covered, asked.year)


@lru_cache(maxsize=200)
def _covered(results: Results, variable: str) -> tuple[Coverage, ...]:
    return metric.coverage(results, variable)


@lru_cache(maxsize=200)
def _figures(results: Results, variable: str, year: int) -> pd.DataFrame:
    return metric.figures(results, _indicators(results)[variable], year).set_index("region", drop=False)


@lru_cache(maxsize=200)
def _spreads(results: Results, variable: str, year: int) -> tuple[Spread, ...]:
    return metric.spreads(_figures(results, variable, year))


@lru_cache(maxsize=100)
def _medians(results: Results, variable: str) -> dict[str, dict[int, float]]:
    """By kind and year."""
    return {
        str(kind): dict(zip(rows["year"].tolist(), rows["median"].tolist(), strict=True))
        for kind, rows in metric.medians(results, variable).groupby("kind")
    }


@lru_cache(maxsize=2000)
def _course(results: Results, variable: str, region: str) -> dict[int, float]:
    rows = metric.course(results, variable, region)
    return dict(zip(rows["year"].tolist(), rows["value"].tolist(), strict=True))


@lru_cache(maxsize=200)
def _reached(results: Results, variable: str, year: int) -> int:
    return metric.reaching(_figures(results, variable, year), _indicators(results)[variable])


@lru_cache(maxsize=200)
def _by_region(results: Results, variable: str, year: int) -> dict[str, dict[str, Any]]:
    rows = _figures(results, variable, year).to_dict("records")
    return {row["region"]: {str(column): value for column, value in row.items()} for row in rows}


def _lines(asked: Asked, found: Indicator) -> Lines | None:
    """A line a kind, and one for each marked region; None where there is one year only."""
    by_kind = _medians(asked.results, found.variable)
    marked = [region for region in dict.fromkeys((asked.region, asked.mine)) if region is not None]
    own = {region: _course(asked.results, found.variable, region) for region in marked}
    years = sorted({year for line in (*by_kind.values(), *own.values()) for year in line})
    if len(years) < 2:
        return None
    every = tuple(years)
    lines = [line for kind, values in by_kind.items() for line in _cut(found, kind, every, values, "peers")]
    for region, course in own.items():
        lines += _cut(found, about.name(asked, region), every, course, about.role(asked, region))
    values = [value for line in lines for value in line.values if value is not None]
    notes = tuple((at, asked.words.say("new series")) for at in found.breaks if every[0] < at <= every[-1])
    return Lines(every, tuple(lines), _axis(asked, found, values), notes)


def _cut(found: Indicator, name: str, years: tuple[int, ...], values: Mapping[int, float], role: Role) -> list[Line]:
    """A line a series: across a declared break nothing is joined."""
    series = sorted({sum(at <= year for at in found.breaks) for year in values})
    return [
        Line(
            name,
            tuple(values.get(year) if sum(at <= year for at in found.breaks) == one else None for year in years),
            role,
        )
        for one in series
    ]


def _rows(asked: Asked, found: Indicator, spreads: tuple[Spread, ...], year: int) -> Rows:
    """One year only: the median of each kind with its middle half, and the marked regions."""
    words, write = asked.words, _write(asked.words, found)
    figures = _figures(asked.results, found.variable, year)["value"].dropna().to_dict()
    rows = [
        Row(one.kind or words.say("All regions"), one.median, write(one.median), "peers",
            one.first_quartile, one.third_quartile)
        for one in (spreads[1:] or spreads)
    ]  # fmt: skip
    for region in dict.fromkeys((asked.region, asked.mine)):
        if region is not None:
            known = figures.get(region)
            told = words.say("no figure") if known is None else write(known)
            rows.append(Row(about.name(asked, region), known, told, about.role(asked, region)))
    ends = [end for row in rows for end in (row.low, row.value, row.high) if end is not None]
    return Rows(tuple(rows), _axis(asked, found, ends))


def _axis(asked: Asked, found: Indicator, values: list[float]) -> Axis:
    """The axis around the values with some room, from zero where they are not far above it."""
    low, high = min(values), max(values)
    room = 0.08 * ((high - low) or abs(high) or 1.0)
    start = 0.0 if 0 <= low <= 0.5 * high else low - room
    words = asked.words
    return Axis(words.title(found.title), words.title(found.unit), start, high + room, found.decimals or 0)


def _write(words: Words, found: Indicator) -> Callable[[float], str]:
    return lambda value: words.number(value, found.decimals)


def _takeaway(asked: Asked, found: Indicator, spreads: tuple[Spread, ...], year: int) -> str:
    words, write = asked.words, _write(asked.words, found)
    if found.target is not None:
        reached = _reached(asked.results, found.variable, year)
        return words.say(
            "{reached} of {count} regions with a figure have reached the national target of {target}.",
            reached=words.number(reached), count=words.number(spreads[0].regions), target=write(found.target),
        )  # fmt: skip
    return words.say(
        "Half of the {count} regions with a figure lie between {first} and {third} {unit}.",
        count=words.number(spreads[0].regions), first=write(spreads[0].first_quartile),
        third=write(spreads[0].third_quartile), unit=words.title(found.unit),
    )  # fmt: skip


def _mine(asked: Asked, found: Indicator, spreads: tuple[Spread, ...], year: int) -> str | None:
    """The reader's figure beside the median of its kind: a figure's rank would stand without a band."""
    if asked.mine is None:
        return None
    words, row = asked.words, _by_region(asked.results, found.variable, year)[asked.mine]
    name, unit = about.name(asked, asked.mine), words.title(found.unit)
    if pd.isna(row["value"]):
        return words.say("{name} has no figure for {year}.", name=name, year=words.year(year))
    write = _write(words, found)
    told, beside = write(row["value"]), next((one for one in spreads if one.kind == row["kind"]), None)
    if beside is None:
        return words.say("{name}: {value} {unit}.", name=name, value=told, unit=unit)
    holes = {
        "name": name, "value": told, "unit": unit,
        "kind": beside.kind, "median": write(beside.median), "count": words.number(beside.regions),
    }  # fmt: skip
    if not found.sign:
        return words.say("{name}: {value} {unit}; the median of {count} {kind} is {median}.", **holes)
    if found.sign < 0:
        return words.say("{name}: {value} {unit}; the median of {count} {kind} is {median} (lower is better).", **holes)
    return words.say("{name}: {value} {unit}; the median of {count} {kind} is {median} (higher is better).", **holes)
