"""The change of the score since an earlier year, asked once for all readers, and what it is in the whole country."""

from exports.titles import dimension_titles
from metrics.results import Results
from metrics.trend import Trend, trend
from pages.shared.kept import kept
from pages.shared.results import results
from words import Words


@kept(50)
def trends(framework: str, year: int) -> Trend | None:
    """`metrics.trend.trend`, asked once; its table is not to be changed in place."""
    return trend(results(framework), year)


def national(words: Words, scored: Results, moved: Trend) -> dict[str, str]:
    """The median change over all regions, as holes of a sentence: {change} of the score, and of its {dimensions}."""
    dimensions = [
        words.say("{name} {change}", name=title, change=words.signed(moved.medians[node], 1))
        for node, title in dimension_titles(words, scored).items()
        if node in moved.medians
    ]
    return {
        "change": words.signed(moved.medians[scored.root.id], 1),
        "dimensions": words.listing(dimensions),
    }
