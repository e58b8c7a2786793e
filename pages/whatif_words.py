"""What the what-if screen says: sentences made of the figures."""

import pandas as pd

from metrics.levers import Lever
from metrics.robustness import DRAWS
from metrics.simulated_band import SimulatedBand
from pages import ranking_words
from pages.band_words import say_band
from pages.results import region_names
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
        return words.say("Even so {name} could not be assessed: other figures are missing.", name=name)
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
    if not view.values or pd.isna(view.row["rank_in_kind_low"]):
        return words.say("In 90% of {draws} recalculations its rank among {kind} lies in {band}.", **holes)
    before = say_band(words, view.row["rank_in_kind_low"], view.row["rank_in_kind_high"])
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


def say_kind(view: View) -> str:
    """What the region is ranked among."""
    kind = view.row["kind"]
    return view.words.say("regions") if pd.isna(kind) else str(kind)


def say_label(view: View, lever: Lever, value: float | None) -> str:
    """An indicator as its slider has it: today's figure, and what it is set to."""
    words = view.words
    title, unit = words.title(lever.node.title), words.title(lever.node.unit)
    if value is None:
        return words.say("{title}: no figure", title=title)
    then = natural(words, lever, value)
    if value == lever.today:
        return words.say("{title}: {value} {unit}", title=title, value=then, unit=unit)
    if lever.today is None:
        return words.say("{title}: set to {value} {unit}", title=title, value=then, unit=unit)
    now = natural(words, lever, lever.today)
    return words.say("{title}: {now} → {then} {unit}", title=title, now=now, then=then, unit=unit)


def say_range(view: View, lever: Lever) -> str:
    """Below a slider: the year of the figure where it is another, and the best of the peers."""
    words, told = view.words, []
    if lever.figure_year is not None and lever.figure_year != view.here.year:
        told.append(words.say("Figure of {year}.", year=words.year(lever.figure_year)))
    if lever.best_of_peers is not None and lever.best_peer is not None:
        best, name = natural(words, lever, lever.best_of_peers), region_names(view.here.framework)[lever.best_peer]
        ahead = lever.today is not None and lever.node.sign * (lever.today - lever.best_of_peers) >= 0
        if ahead:
            told.append(words.say("Already ahead of the best of its peers, {name} ({best}).", best=best, name=name))
        else:
            told.append(words.say("Best of its peers: {best}, {name}.", best=best, name=name))
    if not lever.counts:
        told.append(words.say("Outside the score."))
    return " ".join(told)


def say_ignored(words: Words, parts: list[str]) -> list[str]:
    """What in the address could not be used."""
    if not parts:
        return []
    shown = [part if len(part) <= _LETTERS else part[:_LETTERS] + "…" for part in parts[:_PARTS]]
    if len(parts) > _PARTS:
        shown.append("…")
    return [words.say("Left out, because it cannot be set here: {parts}.", parts=", ".join(shown))]


def natural(words: Words, lever: Lever, value: float) -> str:
    """A value of an indicator as people write it."""
    return words.number(value, lever.node.decimals)


def score(view: View, value: float) -> str:
    """A score as the ranking writes it."""
    return view.words.number(value, ranking_words.scale(view.here).decimals)


def _level(names: list[str], maturity: str | None) -> str | None:
    return names[int(maturity) - 1] if maturity is not None and maturity.isdecimal() else None
