"""What a change on the region profile rests on, and how far it goes beyond what the whole country did."""

from metrics.change import Change
from pages.parts.profile.view import title
from pages.shared.selection import Selection
from pages.shared.trends import national, trends
from words import Words


def say_basis(here: Selection, found: Change) -> list[str]:
    """What the change rests on, that it is not that of two published scores, and what the whole country did."""
    words = here.words
    told = [
        words.say(
            "Only indicators with a figure of their own in both years are compared: {share} of the weight of the "
            "score.",
            share=words.percent(found.share),
        )
    ]
    if not found.whole:
        told.append(words.say("So the scores and ranks here are over these indicators, not the published ones."))
    for one in found.breaks:
        told.append(
            words.say(
                "{title} is not computed across {year}, when its series began anew.",
                title=title(here, one.node), year=words.year(one.year or 0),
            )
        )  # fmt: skip
    told.append(words.say("Ranks here have no bands; a difference of a few places is not clearly different."))
    moved = trends(here.framework, here.year)
    if moved is not None and found.years == (moved.base, moved.year):
        told.append(
            words.say(
                "Nationally the median change of the score is {change} points ({dimensions}), over {count} indicators.",
                count=words.number(len(moved.compared)), **national(words, here.results, moved),
            )
        )  # fmt: skip
    return told


def say_same(words: Words, found: Change) -> list[str]:
    """Who came and who went, and what was the same."""
    told = [words.say("Weights and method are the same in both years.")]
    if found.came or found.left:
        came, left = words.number(found.came), words.number(found.left)
        told.append(words.say("New among the ranked: {came} regions; gone: {left}.", came=came, left=left))
    return told
