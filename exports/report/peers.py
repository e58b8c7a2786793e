"""Who the peers of the region are, and why."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

import pandas as pd

from charts.slides.kinds import Axis, Row, Rows
from exports.report.content import Block, Figure, Said, Section, Table
from exports.report.subject import Subject
from metrics.peers import EXPENDITURE, kilometres, structure
from metrics.way_up_targets import peer_median
from words import mark

# What is a number of those traits, what it is called, and its decimals.
TRAITS = (
    ("population", mark("Residents"), 0),
    ("density", mark("Residents per km²"), 0),
    (EXPENDITURE, mark("Spending per person (thousand rupiah a year)"), 0),
)


def peers(of: Subject) -> Section:
    """The section."""
    words, title = of.words, of.words.say("Peers: regions like it")
    if not of.peers:
        return Section(title, Said(words.say("No region could be found to compare {name} with.", name=of.name)))
    names = words.listing([of.region_name(peer) for peer in of.peers])
    answer = words.say(
        "{name} is compared with the {count} regions that are most like it in structure: {names}.",
        name=of.name, count=words.number(len(of.peers)), names=names,
    )  # fmt: skip
    how = words.say(
        "Likeness is measured by what a region cannot change in a few years: its kind, whether it governs itself, "
        "population, density, expenditure per person, island group and place; never by scores. So a gap to these "
        "regions says more than a place in the list of all regions."
    )
    blocks: list[Block] = [Said(how), _table(of), *_median(of), *_figure(of)]
    return Section(title, Said(answer, of.references.teladan()), tuple(blocks))


def _table(of: Subject) -> Table:
    """The region itself first, then its peers, by what they are compared by in natural units."""
    words, known = of.words, structure(of.results, of.year)
    regions = (of.region, *of.peers)
    places, apart = [known.at(region) for region in regions], kilometres(known, of.region)
    columns = [
        (words.say(title), known.numbers[name], digits) for name, title, digits in TRAITS if name in known.numbers
    ]
    if known.places is not None:
        columns.append((words.say("Kilometres away"), apart, 0))
    rows = tuple(
        (
            of.region_name(region),
            _province(of, region),
            *(words.number(float(values[at]), digits) for _, values, digits in columns),
            of.banded_score(region),
        )
        for region, at in zip(regions, places, strict=True)
    )
    head = (words.say("Region"), words.say("Province"), *(title for title, _, _ in columns), words.say("Score"))
    widths = (0.18, 0.16, *(0.5 / len(columns) for _ in columns), 0.16)
    references = tuple(dict.fromkeys((*of.references.structure(regions, of.year), *of.references.teladan())))
    caption = words.say("{name} and its peers, the most alike first", name=of.name)
    return Table(caption, head, rows, widths, frozenset(range(2, len(head))), references)


def _province(of: Subject, region: str) -> str:
    found: Any = of.row_of(region)["province"]
    return str(found) if pd.notna(found) else of.words.number(None)


def _median(of: Subject) -> list[Block]:
    words, middle = of.words, peer_median(of.simulator, of.peers)
    if middle is None or not of.assessed:
        return []
    told = words.say(
        "Their median score is {median}; that of {name} is {score}.",
        median=of.score(middle), name=of.name, score=of.banded_score(of.region),
    )  # fmt: skip
    return [Said(told, of.references.teladan())]


def _figure(of: Subject) -> list[Block]:
    """The scores with their bands, the highest first."""
    words = of.words
    lines = [of.row_of(region) for region in (of.region, *of.peers)]
    lines = sorted((row for row in lines if pd.notna(row["score"])), key=lambda row: -row["score"])
    if len(lines) < 2:
        return []
    rows = tuple(
        Row(
            of.region_name(row["region"]), row["score"], of.banded_score(row["region"]),
            "mine" if row["region"] == of.region else "peers", *_band(row),
        )
        for row in lines
    )  # fmt: skip
    ends = [end for row in rows for end in (row.low, row.high, row.value) if end is not None]
    low, high = of.scale
    step = (high - low) / 20
    axis = Axis(words.say("Score"), "", step * floor(min(ends) / step), step * ceil(max(ends) / step), of.decimals)
    caption = words.say(
        "Scores of {name} and its peers with their bands, {year}", name=of.name, year=words.year(of.year)
    )
    alt = "; ".join(words.say("{name}: {score}", name=row.name, score=row.told) for row in rows)
    return [Figure(caption, alt, Rows(rows, axis), of.references.teladan())]


def _band(row: Any) -> tuple[float | None, float | None]:
    return (None, None) if pd.isna(row["score_low"]) else (float(row["score_low"]), float(row["score_high"]))
