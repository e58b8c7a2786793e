"""Digital-government capability against results for residents, as a slide: one point a region."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from charts.slides.kinds import Axis, Cloud, Point
from exports.slides import about, national
from exports.slides.slide import Asked, Slide
from metrics.contrast import Contrast, contrast
from metrics.results import Results
from words import Words


def slide(asked: Asked) -> Slide | None:
    """The picture; None where the framework does not tell the two apart, and in a year without both."""
    words, found = asked.words, _contrast(asked.results, asked.year)
    if found is None or found.regions.empty:
        return None
    points = _points(asked.results, words, asked.year)
    marked = {region for region in (asked.mine, asked.region) if region in points}
    drawn = tuple(
        Point(**(vars(point) | {"role": about.role(asked, region)})) if region in marked else point
        for region, point in points.items()
    )
    scale = about.score_axis(asked)
    axes = [
        Axis(title, "", ends.low, ends.high, 0)
        for title, column in (
            (words.say("Digital-government capability"), "capability"),
            (words.say("Results for residents"), "results"),
        )
        for ends in [about.reach(scale, found.regions[column].tolist())]
    ]
    return Slide(
        headline=words.say(
            "{count} of {all} regions reach the median in only one of the two: digital capability or results",
            # Of each there are as many by arithmetic, so that the two counts would be no finding.
            count=words.number(len(found.regions) - found.same_side),
            all=words.number(len(found.regions)),
        ),
        chart=Cloud(drawn, axes[0], axes[1], (found.median_capability, found.median_results)),
        caption=words.say(
            "Scores of {year}, one mark a region: {count} regions (diamond: kota, circle: kabupaten); dotted: the "
            "medians.",
            year=words.year(asked.year), count=words.number(len(drawn)),
        ),
        takeaway=words.say(
            "The two go together, but not everywhere (rank correlation {value}); that is no proof of an effect.",
            value=words.number(found.correlation, 2),
        ),
        source=about.source(asked),
        alt=words.say("Scatter plot of digital-government capability and results for residents, one mark a region."),
        mine=about.own(asked),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _contrast(results: Results, year: int) -> Contrast | None:
    return contrast(results, national.ranking(results, year))


@lru_cache(maxsize=32)
def _points(results: Results, words: Words, year: int) -> dict[str, Point]:
    found = _contrast(results, year)
    assert found is not None
    decimals = about.scale(results, year).decimals
    rows: list[dict[Any, Any]] = found.regions.to_dict("records")
    return {
        str(row["region"]): Point(
            name=str(row["name"]),
            kind=str(row.get("kind") or ""),
            x=float(row["capability"]),
            y=float(row["results"]),
            told=words.say(
                "Digital-government capability {capability}, results for residents {results}.",
                capability=words.number(row["capability"], decimals),
                results=words.number(row["results"], decimals),
            ),
        )
        for row in rows
    }
