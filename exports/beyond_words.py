"""What is said of gaps whose closing adds nothing: both ends lie beyond the end of the scale, or there is no goal."""

from __future__ import annotations

from metrics.gaps import Gap, Gaps
from words import Words


def say_none(words: Words, found: Gaps, name: str, aim: str) -> str:
    """Without a gap that adds to the score, as a headline: all is reached, or the region is behind all the same."""
    holes = {"name": name, "aim": aim, "count": words.number(len(found.idle) + len(found.refused))}
    if found.idle or found.refused:
        return words.say(
            "{name} is behind {aim} in indicators ({count}) in which closing the gap would add nothing to the score",
            **holes,
        )
    return words.say("{name} has reached {aim} in every indicator that can be compared", **holes)


def say_beyond(words: Words, found: Gaps) -> str:
    """The gaps beyond the end of the scale with their figures; empty where there are none."""
    if not found.idle:
        return ""
    listed = words.listing([_say_gap(words, gap) for gap in found.idle])
    return words.say(
        "Behind as well, but beyond the end of the scale, where closing adds nothing: {gaps}.", gaps=listed
    )


def _say_gap(words: Words, gap: Gap) -> str:
    return words.say(
        "{title} ({today} against {goal})",
        title=("≈ " if gap.node.proxy else "") + words.title(gap.node.title),
        today=words.number(gap.today, gap.node.decimals), goal=words.number(gap.goal, gap.node.decimals),
    )  # fmt: skip
