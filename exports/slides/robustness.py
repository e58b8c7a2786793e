"""How sure the ranks are, as a slide: how many regions have narrow and wide bands."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from charts.slides.kinds import Part, Shares
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from metrics.banded import cuts
from metrics.results import Results
from metrics.sensitivity.certainty import Certainty, certainty
from words import Words

# Where a band begins to be called wider: so many places.
_WIDTHS = (25, 50, 100)


def slide(asked: Asked) -> Slide:
    """The width of the bands of national ranks, by kind."""
    words, found = asked.words, _certainty(asked.results, asked.year)
    if found is None or found.width is None:
        return (
            _unknown(asked)
            if national.ranking(asked.results, asked.year)["rank"].notna().any()
            else about.unscored(asked)
        )
    holes = {"ranked": words.number(found.ranked), "width": words.number(found.width)}
    chart = _chart(asked.results, words, asked.year)
    settled = "" if found.levels is None else words.say(
        "For {levels} of {ranked} regions the level stays the same in at least nine of ten recalculations.",
        levels=words.number(found.levels), **holes,
    )  # fmt: skip
    return Slide(
        headline=words.say(
            "For half of the {ranked} ranked regions the national rank may lie anywhere in {width} places or more",
            **holes,
        ),
        chart=chart,
        caption=words.say("{measure}. Regions by the number of places in the band of their national rank.",
                          measure=about.framework_year(asked)),
        takeaway=settled or words.say("Read a rank with its band: where bands lie over each other, the order is not "
                                      "settled."),
        source=about.source(asked),
        alt=words.say("Regions by the width of their band: {parts}.", parts=_listed(words, chart.wholes[0][1])),
        mine=about.own(asked),
    )  # fmt: skip


def _unknown(asked: Asked) -> Slide:
    """Regions are ranked, and no draws go with their figures."""
    words = asked.words
    return Slide(
        headline=words.say("How sure the ranks of {year} are is not known", year=words.year(asked.year)),
        chart=None,
        caption=about.framework_year(asked),
        takeaway=words.say("Its figures do not go with all of the recalculations, so that no bands can be worked out."),
        source=about.source(asked),
        alt=words.say("There is no chart."),
        mine=about.own(asked),
    )


@lru_cache(maxsize=16)
def _certainty(results: Results, year: int) -> Certainty | None:
    drawn = national.bands(results, year)
    return None if drawn is None else certainty(drawn, cuts(results.framework.maturity))


@lru_cache(maxsize=32)
def _chart(results: Results, words: Words, year: int) -> Shares:
    rows = national.ranking(results, year).dropna(subset="rank_low")
    kinds = rows["kind"].dropna().value_counts(ascending=True).index.tolist()
    groups = [(words.say("All"), rows), *((str(kind), rows[rows["kind"] == kind]) for kind in kinds)]
    return Shares(tuple((name.capitalize(), _parts(words, part)) for name, part in groups))


def _parts(words: Words, rows: pd.DataFrame) -> tuple[Part, ...]:
    """From the narrowest bands to the widest."""
    places = (rows["rank_high"] - rows["rank_low"] + 1).astype(float)
    low, middle, high = _WIDTHS
    told = (
        (words.say("up to {count} places", count=words.number(low)), places <= low),
        (words.say("{first} to {last} places", first=words.number(low + 1), last=words.number(middle)),
         (places > low) & (places <= middle)),
        (words.say("{first} to {last} places", first=words.number(middle + 1), last=words.number(high)),
         (places > middle) & (places <= high)),
        (words.say("more than {count} places", count=words.number(high)), places > high),
    )  # fmt: skip
    return tuple(Part(name, int(which.sum()), len(told) - 1 - at) for at, (name, which) in enumerate(told))


def _listed(words: Words, parts: tuple[Part, ...]) -> str:
    return words.listing([words.say("{title}: {count}", title=p.name, count=words.number(p.count)) for p in parts])
