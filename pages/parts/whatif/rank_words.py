"""What the what-if screen says of the level and the rank, and how sure that is."""

from exports.standing_words import say_band
from exports.titles import level_names
from metrics.robustness import DRAWS
from metrics.simulated_band import SimulatedBand
from pages.parts.whatif.view import View
from pages.parts.whatif.words import say_kind


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


def say_overlap(view: View, band: SimulatedBand) -> list[str]:
    """That the rank is hardly another one, where the band that would be and the published one share a rank."""
    if not view.values or view.published_band is None:
        return []
    (low, high), (low_before, high_before) = band.rank_in_kind, view.published_band.rank_in_kind
    if max(low, low_before) > min(high, high_before):
        return []
    return [view.words.say("The bands overlap: the rank is not clearly different.")]


def _level(names: list[str], maturity: str | None) -> str | None:
    return names[int(maturity) - 1] if maturity is not None and maturity.isdecimal() else None
