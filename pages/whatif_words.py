"""What the what-if screen says: sentences made of the figures."""

import pandas as pd

from metrics.robustness import DRAWS
from metrics.simulated_band import SimulatedBand
from pages import ranking_words
from pages.band_words import say_band
from pages.titles import level_names
from pages.whatif_view import View
from words import Words

# Parts of an address that are repeated to the reader: so many, and so much of each.
_PARTS, _LETTERS = 3, 40


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


def say_level(view: View) -> list[str]:
    """What becomes of the level; nothing without a scale."""
    words, names = view.words, level_names(view.words, view.here.results)
    before, after = (_level(names, found.maturity) for found in (view.before, view.after))
    if after is None:
        return []
    if before is None:
        return [words.say("Its level would be {level}.", level=after)]
    if not view.values:
        return [words.say("Its level is {level}.", level=after)]
    if before == after:
        return [words.say("Its level would stay {level}.", level=after)]
    return [words.say("Its level would be {level}, now {before}.", level=after, before=before)]


def say_nation(view: View) -> list[str]:
    """The rank among all regions, where there are several kinds."""
    words, before, after = view.words, view.before, view.after
    if after.rank is None or after.ranked == after.ranked_in_kind:
        return []
    holes = {"rank": words.number(after.rank), "ranked": words.number(after.ranked)}
    if not view.values or before.rank is None:
        return [words.say("Nationally: rank {rank} of {ranked}.", **holes)]
    return [words.say("Nationally: rank {rank} of {ranked}, now {before}.", before=words.number(before.rank), **holes)]


def say_band_of(view: View, band: SimulatedBand) -> str:
    """How sure the rank would be."""
    words = view.words
    holes = {"kind": say_kind(view), "band": say_band(words, *band.rank_in_kind), "draws": words.number(DRAWS)}
    if not view.values:
        return words.say("In 90% of {draws} recalculations its rank among {kind} lies in {band}.", **holes)
    if view.published_band is None:
        return words.say("In 90% of {draws} recalculations its rank among {kind} would lie in {band}.", **holes)
    before = say_band(words, *view.published_band.rank_in_kind)
    return words.say(
        "In 90% of {draws} recalculations its rank among {kind} would lie in {band}, now {before}.",
        before=before, **holes,
    )  # fmt: skip


def say_not_assessed(view: View) -> str:
    """Which figures are missing."""
    words = view.words
    unknown = words.say("its figures are not available")
    reason = ranking_words.reasons(words, view.here.results, view.here.year).get(view.region, unknown)
    return ranking_words.say_not_assessed(words, view.row["name"], view.here.year, reason)


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


def say_ignored(words: Words, parts: list[str]) -> list[str]:
    """What in the address could not be used."""
    if not parts:
        return []
    shown = [part if len(part) <= _LETTERS else part[:_LETTERS] + "…" for part in parts[:_PARTS]]
    if len(parts) > _PARTS:
        shown.append("…")
    return [words.say("Left out, because it cannot be set here: {parts}.", parts=", ".join(shown))]


def score(view: View, value: float) -> str:
    """A score as the ranking writes it."""
    return view.words.number(value, ranking_words.scale(view.here).decimals)


def _level(names: list[str], maturity: str | None) -> str | None:
    return names[int(maturity) - 1] if maturity is not None and maturity.isdecimal() else None
