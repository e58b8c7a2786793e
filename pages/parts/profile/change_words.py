"""What the region profile says of a change: by how much, and through what."""

from collections.abc import Mapping

from metrics.change import Change, Moved, Step
from pages.parts.profile.view import title
from pages.shared.selection import Selection
from words import Words, mark

FACTORS: Mapping[str, str] = {
    "own": mark("Through its own figures"),
    "others": mark("Through other regions' figures"),
    "weights": mark("Weights"),
    "method": mark("Method"),
    "coverage": mark("Because other regions or indicators are compared"),
}


def rank_of(found: Change, kind: str | None) -> tuple[Moved, tuple[int, int]]:
    """The rank that is told, within the kind where there are kinds, and among how many before and after."""
    return (found.rank_in_kind, found.ranked_in_kind) if kind else (found.rank, found.ranked)


def say_change(here: Selection, found: Change, kind: str | None) -> str:
    """The finding: score and rank, and whether they went the same way."""
    words = here.words
    rank, ranked = rank_of(found, kind)
    score, place = _say_score(words, found), _say_rank(words, rank, ranked, kind or words.say("regions"))
    apart = found.score.between(1) * rank.change > 0  # a rank that got better has fallen
    return words.say("{score}, but {rank}", score=score, rank=place) if apart else words.say(
        "{score}, and {rank}", score=score, rank=place
    )  # fmt: skip


def _say_score(words: Words, found: Change) -> str:
    change = found.score.between(1)
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


def _say_rank(words: Words, rank: Moved, ranked: tuple[int, int], kind: str) -> str:
    holes = {
        "before": words.number(rank.before),
        "ranked_before": words.number(ranked[0]),
        "after": words.number(rank.after),
        "ranked": words.number(ranked[1]),
        "kind": kind,
    }
    if rank.change < 0:
        return words.say("the rank rose from {before} of {ranked_before} to {after} of {ranked} {kind}", **holes)
    if rank.change > 0:
        return words.say("the rank fell from {before} of {ranked_before} to {after} of {ranked} {kind}", **holes)
    return words.say("the rank stayed {after} of {ranked} {kind}", **holes)


def say_places(words: Words, part: float) -> str:
    """What something did to the rank: up or down by so many places."""
    places = round(part, 1)
    if places == 0:
        return words.say("no change")
    written = words.number(abs(places), 0 if places == int(places) else 1)
    several = 1 if abs(places) == 1 else 2
    if places < 0:
        return words.say_plural("{places} place up", "{places} places up", several, places=written)
    return words.say_plural("{places} place down", "{places} places down", several, places=written)


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
