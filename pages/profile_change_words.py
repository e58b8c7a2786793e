"""What the region profile says of a change: by how much, through what, and what is not compared."""

from collections.abc import Mapping

from metrics.change import Change, Moved, Step
from pages.profile_view import title
from pages.selection import Selection
from words import Words, mark

FACTORS: Mapping[str, str] = {
    "own": mark("Its own figures"),
    "others": mark("Figures of other regions"),
    "weights": mark("Weights"),
    "method": mark("Method"),
    "coverage": mark("Who and what is compared"),
}


def rank_of(found: Change, kind: str | None) -> tuple[Moved, int]:
    """The rank that is told, within the kind where there are kinds, and among how many afterwards."""
    return (found.rank_in_kind, found.ranked_in_kind[1]) if kind else (found.rank, found.ranked[1])


def say_change(here: Selection, found: Change, kind: str | None) -> str:
    """The finding: score and rank, and whether they went the same way."""
    words = here.words
    rank, ranked = rank_of(found, kind)
    score, place = _say_score(words, found), _say_rank(words, rank, ranked, kind or words.say("regions"))
    apart = found.score.change * rank.change > 0  # a rank that got better has fallen
    return words.say("{score}, but {rank}", score=score, rank=place) if apart else words.say(
        "{score}, and {rank}", score=score, rank=place
    )  # fmt: skip


def _say_score(words: Words, found: Change) -> str:
    change = round(found.score.change, 1)
    holes = {
        "year": words.year(found.years[0]),
        "points": words.number(abs(change), 1),
        "count": words.number(len(found.steps)),
    }
    if change > 0:
        return words.say("Since {year} the score rose by {points} points on {count} comparable indicators", **holes)
    if change < 0:
        return words.say("Since {year} the score fell by {points} points on {count} comparable indicators", **holes)
    return words.say("Since {year} the score stayed where it was on {count} comparable indicators", **holes)


def _say_rank(words: Words, rank: Moved, ranked: int, kind: str) -> str:
    holes = {
        "before": words.number(rank.before),
        "after": words.number(rank.after),
        "ranked": words.number(ranked),
        "kind": kind,
    }
    if rank.change < 0:
        return words.say("the rank rose from {before} to {after} of {ranked} {kind}", **holes)
    if rank.change > 0:
        return words.say("the rank fell from {before} to {after} of {ranked} {kind}", **holes)
    return words.say("the rank stayed {after} of {ranked} {kind}", **holes)


def say_basis(here: Selection, found: Change) -> list[str]:
    """What the change rests on, and that it is not the difference of two published scores."""
    words = here.words
    told = [
        words.say(
            "Compared is what has a figure of its own in both years: {share} of the weight of the score.",
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
    return told


def say_same(words: Words, found: Change) -> list[str]:
    """Who came and who went, and what was the same."""
    told = [words.say("Weights and method are the same in both years.")]
    if found.came or found.left:
        came, left = words.number(found.came), words.number(found.left)
        told.append(words.say("New among the ranked: {came} regions; gone: {left}.", came=came, left=left))
    return told


def say_places(words: Words, part: float) -> str:
    """What something did to the rank: up or down by so many places."""
    places = round(part, 1)
    if places == 0:
        return words.say("no change")
    written = words.number(abs(places), 0 if places == int(places) else 1)
    return words.say("{places} up", places=written) if places < 0 else words.say("{places} down", places=written)


def say_step(here: Selection, step: Step) -> str:
    """What one indicator did, in a sentence."""
    words, node = here.words, step.node
    told = words.say(
        "{title}: from {before} to {after} {unit}, {points} points.",
        title=title(here, node),
        before=words.number(step.before, node.decimals),
        after=words.number(step.after, node.decimals),
        unit=words.title(node.unit),
        points=words.signed(step.points, 1),
    )
    return f"{told} {say_remark(words, step)}"


def say_remark(words: Words, step: Step) -> str:
    """That the difference lies within the errors of the figures, where it does."""
    if step.clear or step.before == step.after:
        return ""
    return words.say("Not clearly different: within the error of the survey.")
