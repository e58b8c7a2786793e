"""What the what-if screen says: sentences made of the figures."""

import pandas as pd

from exports import standing_words
from pages.parts.rankings import words as ranking_words
from pages.parts.whatif.view import View


def say_about(view: View) -> str:
    """What the screen is about."""
    words = view.words
    return words.say("What if: {framework}, {year}", framework=words.title(view.here.results.framework.title),
                     year=words.year(view.here.year))  # fmt: skip


def say_answer(view: View) -> str:
    """The first line of the screen."""
    words, name, before, after = view.words, view.row["name"], view.before, view.after
    if after.rank is None:
        if not view.values:
            return say_not_assessed(view)
        return words.say("Even so {name} could not be assessed: {reason}.", name=name, reason=_still_missing(view))
    holes = {"name": name, "kind": say_kind(view), "score": score(view, after.score),
             "ranked": words.number(after.ranked_in_kind), "rank": words.number(after.rank_in_kind)}  # fmt: skip
    if not view.values:
        return words.say("{name} scores {score} and ranks {rank} of {ranked} {kind}. What would move it?", **holes)
    if before.rank is None:
        return words.say("{name} could be assessed: score {score}, rank {rank} of {ranked} {kind}.", **holes)
    holes |= {"score_before": score(view, before.score), "rank_before": words.number(before.rank_in_kind)}
    if before.rank_in_kind == after.rank_in_kind:
        return words.say(
            "{name} would score {score} instead of {score_before} and stay at rank {rank} of {ranked} {kind}.", **holes
        )
    return words.say(
        "{name} would score {score} instead of {score_before} and rank {rank} instead of {rank_before} of {ranked} "
        "{kind}.",
        **holes,
    )


def say_short(view: View) -> str:
    """The answer in a few words, which stay in sight while a slider is moved on a phone."""
    words, before, after = view.words, view.before, view.after
    if after.rank is None or before.rank is None:
        return say_answer(view)
    return words.say(
        "Score {score} (now {score_before}), rank {rank} of {ranked} (now {rank_before})",
        score=score(view, after.score),
        score_before=score(view, before.score),
        rank=words.number(after.rank_in_kind),
        ranked=words.number(after.ranked_in_kind),
        rank_before=words.number(before.rank_in_kind),
    )


def say_caveat(view: View) -> str:
    """What tells the figures on the screen from published ones."""
    words = view.words
    if not view.values:
        return words.say("Nothing is set yet: everything stands as published.")
    return words.say("Not published figures: only what you set is different; all other regions stay as they are.")


def say_not_assessed(view: View) -> str:
    """Which figures are missing."""
    words = view.words
    unknown = words.say("its figures are not available")
    reason = standing_words.reasons(words, view.here.results, view.here.year).get(view.region, unknown)
    return standing_words.say_not_assessed(words, view.row["name"], view.here.year, reason)


def _still_missing(view: View) -> str:
    words = view.words
    missing = [words.title(lever.node.title) for lever in view.levers if lever.counts and lever.today is None
               and lever.node.id not in dict(view.values)]  # fmt: skip
    if not missing:
        return words.say("its figures are not available")
    return words.say("no figure yet for {indicators}", indicators=words.listing(missing))


def say_kind(view: View) -> str:
    """What the region is ranked among."""
    kind = view.row["kind"]
    return view.words.say("regions") if pd.isna(kind) else str(kind)


def score(view: View, value: float) -> str:
    """A score as the ranking writes it."""
    return view.words.number(value, ranking_words.scale(view.here).decimals)
