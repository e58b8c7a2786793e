"""What closing all gaps together would bring, in words: the score, the rank and the level, and what is among them."""

from exports.titles import level_names
from metrics.simulation import Rescored
from pages.parts.next.view import View, title


def say_closed(view: View, before: Rescored, after: Rescored) -> list[str]:
    """Score, rank and level with all gaps closed; the rank where it is another, the others staying as they are."""
    words = view.words
    holes = {
        "count": words.number(len(view.gaps.closed)),
        "before": words.number(before.score, view.decimals),
        "after": words.number(after.score, view.decimals),
    }
    if view.gaps.assumed:
        told = words.say(
            "With those figures, closing all {count} gaps would lift the assumed score from {before} to {after}.",
            **holes,
        )
        return [told, *_say_counted(view), *_say_left_out(view)]
    if before.rank_in_kind is None or after.rank_in_kind in (None, before.rank_in_kind):
        told = words.say("Closing all {count} gaps would lift the score from {before} to {after}.", **holes)
    else:
        told = words.say(
            "Closing all {count} gaps would lift the score from {before} to {after}, and the rank from {place} to "
            "{then} of {ranked} {kind} if the others stay as they are.",
            place=words.number(before.rank_in_kind),
            then=words.number(after.rank_in_kind),
            ranked=words.number(after.ranked_in_kind),
            kind=view.kin,
            **holes,
        )
    return [told, *_say_counted(view), *_say_left_out(view), *_say_level(view, before, after)]


def _say_counted(view: View) -> list[str]:
    """How many of the gaps that are closed may be none: passed by newer figures, or not clearly behind."""
    words, closed = view.words, view.gaps.closed
    passed = sum(gap.prospect == "passed" for gap in closed)
    unclear = sum(gap.prospect != "passed" and not gap.clear for gap in closed)
    holes = {"passed": words.number(passed), "unclear": words.number(unclear)}
    if passed and unclear:
        return [
            words.say("Among these, passed already by newer figures: {passed}; not clearly behind: {unclear}.", **holes)
        ]
    if passed:
        return [words.say("Among these, passed already by newer figures: {passed}.", passed=holes["passed"])]
    return [words.say("Among these, not clearly behind: {unclear}.", unclear=holes["unclear"])] if unclear else []


def _say_left_out(view: View) -> list[str]:
    """Which gaps are not set beside the others: two indicators of one figure cannot both be at their goals."""
    left = [title(view, gap) for gap in view.gaps.behind if gap not in view.gaps.closed]
    if not left:
        return []
    return [
        view.words.say(
            "Not set beside the others, whose figures it shares or whose goals rule it out: {titles}.",
            titles=view.words.listing(left),
        )
    ]


def _say_level(view: View, before: Rescored, after: Rescored) -> list[str]:
    """The level that it would reach, where that is another."""
    words, levels = view.words, level_names(view.words, view.here.results)
    if before.maturity == after.maturity or after.maturity is None or not after.maturity.isdecimal():
        return []
    return [words.say("That would be level {level}.", level=levels[int(after.maturity) - 1])]
