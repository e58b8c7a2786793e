"""A province as a slide: its regions side by side, with their bands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from charts.slides.kinds import Row, Rows
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from exports.standing_words import say_score
from metrics.problems import InputProblems, Problem, nearest
from metrics.province import Province, province
from metrics.results import Results

# Rows that fit; of a larger province the first and those around the marked region are drawn.
_SHOWN = 12


def slide(asked: Asked) -> Slide:
    """The province of the address, else that of its region."""
    words, name = asked.words, _name(asked)
    if name is None:
        return about.unchosen(asked)
    if national.ranking(asked.results, asked.year)["score"].isna().all():
        return about.unscored(asked)
    found = _province(asked.results, asked.year, name)
    every = _rows(asked.results, asked.year, name)
    shown = _window(asked, every)
    rows = tuple(_row(asked, row) for row in shown)
    ends = [end for row in rows for end in (row.low, row.value, row.high)]
    holes = {
        "province": name, "assessed": words.number(found.scored()), "regions": words.number(found.regions),
        "above": words.number(found.above()),
    }  # fmt: skip
    return Slide(
        headline=words.say(
            "{province}: {above} of {assessed} assessed regions score above the national median of their kind", **holes
        ),
        chart=Rows(rows, about.reach(about.score_axis(asked), ends)),
        caption=_caption(asked, len(shown), len(every)),
        takeaway=words.say("Kota and kabupaten have different tasks: compare within a kind first."),
        source=about.source(asked),
        alt=about.scores(asked, rows),
        mine=_mine(asked, name),
    )  # fmt: skip


def _caption(asked: Asked, shown: int, regions: int) -> str:
    """What is measured, what a bar is in a year with bands, and how many of the regions are drawn if not all."""
    words, measure = asked.words, about.framework_year(asked)
    if national.bands(asked.results, asked.year) is None:
        told = words.say("{measure}. Score; its band cannot be worked out for this year.", measure=measure)
    else:
        told = words.say("{measure}. Score; the bar is its band in recalculations.", measure=measure)
    if shown == regions:
        return told
    drawn = words.say(
        "{shown} of {regions} regions are drawn.", shown=words.number(shown), regions=words.number(regions)
    )
    return f"{told} {drawn}"


def _mine(asked: Asked, shown: str) -> str | None:
    """A region of another province: the same of that province, and whether it is one of those."""
    if asked.mine is None:
        return None
    words, row = asked.words, about.row(asked, asked.mine)
    if pd.isna(row["score"]) or pd.isna(row["province"]) or row["province"] == shown:
        return about.own(asked)
    home = str(row["province"])
    found = _province(asked.results, asked.year, home)
    kin = next((kin for kin in found.kin if asked.mine in set(kin.regions["region"])), None)
    middle = kin.beside["score"].national if kin is not None else None
    if middle is None:
        return about.own(asked)
    banded = pd.notna(row["score_low"])
    band = (float(row["score_low"]), float(row["score_high"])) if banded else None
    holes = {
        "province": home, "above": words.number(found.above()), "assessed": words.number(found.scored()),
        "name": about.name(asked, asked.mine), "score": say_score(words, row["score"], band, about.decimals(asked)),
    }  # fmt: skip
    if row["score"] > middle:
        return words.say(
            "{province}: {above} of {assessed} above the median; {name}, {score}, is one of them.", **holes
        )
    return words.say(
        "{province}: {above} of {assessed} above the median; {name}, {score}, is not one of them.", **holes
    )


def _name(asked: Asked) -> str | None:
    known = set(national.ranking(asked.results, asked.year)["province"].dropna())
    given = asked.parameters.get("province", "")
    if given and given not in known:
        raise InputProblems([Problem("province-not-found", details={"value": given, "near": nearest(given, known)})])
    home = given or (None if asked.region is None else about.row(asked, asked.region)["province"])
    return str(home) if home and pd.notna(home) else None


@lru_cache(maxsize=100)
def _province(results: Results, year: int, name: str) -> Province:
    return province(results, national.ranking(results, year), name)


@lru_cache(maxsize=100)
def _rows(results: Results, year: int, name: str) -> tuple[dict[Any, Any], ...]:
    """The lines of the ranking, both kinds together, the highest score first."""
    rows = [row for kin in _province(results, year, name).kin for row in kin.ordered("score").to_dict("records")]
    return tuple(sorted(rows, key=lambda row: (pd.isna(row["score"]), 0.0 if pd.isna(row["score"]) else -row["score"])))


def _window(asked: Asked, rows: Sequence[dict[Any, Any]]) -> Sequence[dict[Any, Any]]:
    """All rows where they fit, else the first, with the marked regions at the end where they are not among them."""
    if len(rows) <= _SHOWN:
        return rows
    first = rows[:_SHOWN]
    codes = {row["region"] for row in first}
    further = [row for row in rows if row["region"] in (asked.region, asked.mine) and row["region"] not in codes]
    return [*first[: _SHOWN - len(further)], *further]


def _row(asked: Asked, row: dict[Any, Any]) -> Row:
    words, role = asked.words, about.role(asked, str(row["region"]))
    if pd.isna(row["score"]):
        return Row(str(row["name"]), None, words.say("not assessed"), role)
    banded = pd.notna(row["score_low"])
    band = (float(row["score_low"]), float(row["score_high"])) if banded else None
    told = say_score(words, row["score"], band, about.decimals(asked))
    return Row(str(row["name"]), float(row["score"]), told, role, *(band or (None, None)))
