"""What in an address could not be set in a what-if, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from metrics.levers import Lever
from metrics.settings_text import one
from words import Words

_PARTS, _LETTERS = 3, 40  # of the parts of an address, and of each


def say_left_out(words: Words, levers: Mapping[str, Lever], values: Collection[str], parts: Sequence[str]) -> list[str]:
    """The sentence on `parts`, none without any; `levers` are by indicator, `values` name those that are set."""
    if not parts:
        return []
    told = [_say_part(words, levers, values, part) for part in parts[:_PARTS]]
    more = ["…"] if len(parts) > _PARTS else []
    return [words.say("Left out, because it cannot be set here: {parts}.", parts=", ".join([*told, *more]))]


def _say_part(words: Words, levers: Mapping[str, Lever], values: Collection[str], part: str) -> str:
    """A part as it is written; where it is a figure beyond the ends of an indicator, its title and those ends."""
    name, value = one(part)
    if value is None or name not in levers or name in values:
        return part if len(part) <= _LETTERS else f"{part[:_LETTERS]}…"
    lever = levers[name]
    low, high = (words.number(end, lever.node.decimals) for end in (min(lever.stops), max(lever.stops)))
    holes = {"title": words.title(lever.node.title), "value": words.number(value, lever.node.decimals)}
    if len(lever.stops) == 1:
        return words.say("{title} {value} (today’s figure is at the best that counts already)", **holes)
    return words.say("{title} {value} (can be set from {low} to {high})", low=low, high=high, **holes)
