"""A region beside others as a slide: their scores with bands, and from whom it is clearly different."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from charts.slides.kinds import Role, Row, Rows
from exports.slides import about, national
from exports.slides.peers import LIST, WAY, peers_of
from exports.slides.slide import Asked, Slide
from exports.standing_words import say_score
from metrics.bands import APART
from metrics.kept import Arrays
from metrics.kept_parts import kept_parts
from metrics.peers import COUNT
from metrics.results import Results
from metrics.side_by_side import Measure, side_by_side
from words import Words


def slide(asked: Asked) -> Slide:
    """The view's region beside the peers of the address; the reader's own is added to them."""
    words, region = asked.words, asked.region
    if region is None:
        return about.unchosen(asked)
    peers = peers_of(asked, region, COUNT)
    codes = [region, *peers, *([asked.mine] if asked.mine and asked.mine not in (region, *peers) else [])]
    rows = tuple(sorted((_row(asked, code, region) for code in codes), key=_best_first))
    ends = [end for row in rows for end in (row.low, row.value, row.high)]
    return Slide(
        headline=_headline(asked, region, peers),
        chart=Rows(rows, about.reach(about.score_axis(asked), ends)),
        caption=_caption(asked, len(peers)),
        takeaway=words.say("From whom it is not clearly different is too close to call, whatever the order of scores.")
        if national.bands(asked.results, asked.year) is not None
        else words.say("How sure this order is cannot be told for this year."),
        source=about.source(asked),
        alt=about.scores(asked, rows),
        mine=about.own(asked),
    )  # fmt: skip


def _caption(asked: Asked, count: int) -> str:
    """What is measured and beside whom; and what is clear, where recalculations say so."""
    words = asked.words
    holes = {"measure": about.framework_year(asked), "count": words.number(count)}
    told = (
        words.say("{measure}: score. Beside it: {count} chosen regions.", **holes)
        if asked.parameters.get(LIST) or asked.parameters.get(WAY, "structure") != "structure"
        else words.say("{measure}: score. Beside it: {count} regions alike in structure.", **holes)
    )
    if national.bands(asked.results, asked.year) is None:
        return told
    meaning = words.say(
        "The bar is the band in recalculations; “clearly”: in at least {share} of them, pair by pair, even where bars "
        "overlap.",
        share=words.percent(1 - APART),
    )
    return f"{told} {meaning}"


@lru_cache(maxsize=600)
def _headline_measure(results: Results, year: int, regions: tuple[str, ...]) -> Measure:
    drawn = national.bands(results, year)
    parts: Arrays = {} if drawn is None else kept_parts(results, year)
    return side_by_side(results, year, regions, drawn, parts).headline


def _headline(asked: Asked, region: str, peers: tuple[str, ...]) -> str:
    words, name = asked.words, about.name(asked, region)
    if pd.isna(about.row(asked, region)["score"]):
        return about.unassessed(asked, region)
    if not peers:
        return words.say("{name}: no region is chosen to compare with", name=name)
    found = _headline_measure(asked.results, asked.year, (region, *peers))
    if not found.compared:
        return words.say("{name}: none of the others has a score", name=name)
    return _counted(words, name, found)


def _counted(words: Words, name: str, found: Measure) -> str:
    count = words.number(found.compared)
    if not found.sure:
        return words.say(
            "{name}: above {worse} of {count} comparable regions, below {better}",
            name=name, count=count, worse=words.number(len(found.worse)), better=words.number(len(found.better)),
        )  # fmt: skip
    told = [
        (found.worse, words.say("clearly above {count}", count=words.number(len(found.worse)))),
        (found.better, words.say("clearly below {count}", count=words.number(len(found.better)))),
        (found.unclear, words.say("not clearly different from {count}", count=words.number(len(found.unclear)))),
    ]
    parts = words.listing([text for regions, text in told if regions])
    return words.say("{name}: of {count} comparable regions {parts}", name=name, count=count, parts=parts)


def _row(asked: Asked, code: str, region: str) -> Row:
    words, found = asked.words, about.row(asked, code)
    role: Role = about.role(asked, code) if code in (region, asked.mine) else "peers"
    role = "subject" if code == region and role != "mine" else role
    if pd.isna(found["score"]):
        return Row(about.name(asked, code), None, words.say("not assessed"), role)
    low, high = (None if pd.isna(found[f"score_{end}"]) else float(found[f"score_{end}"]) for end in ("low", "high"))
    band = None if low is None or high is None else (low, high)
    told = say_score(words, found["score"], band, about.decimals(asked))
    return Row(about.name(asked, code), float(found["score"]), told, role, low, high)


def _best_first(row: Row) -> float:
    return float("inf") if row.value is None else -row.value
