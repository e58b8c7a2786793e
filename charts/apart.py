"""Names beside the ends of lines: each as near to its own end as the others let it."""

from __future__ import annotations

from collections.abc import Sequence


def apart(ends: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Ascending places at least so far apart, each group of crowded ones around the middle of its ends.

    They stay between `low` and `high` as long as there is room.
    """
    groups: list[tuple[float, int]] = []  # the middle of a group, and how many are in it
    for end in ends:
        groups.append((_within(end, 1, least, low, high), 1))
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < least * (groups[-1][1] + groups[-2][1]) / 2:
            (lower, few), (upper, more) = groups[-2:]
            middle = (lower * few + upper * more) / (few + more)
            groups[-2:] = [(_within(middle, few + more, least, low, high), few + more)]
    return [middle + least * (place - (count - 1) / 2) for middle, count in groups for place in range(count)]


def _within(middle: float, count: int, least: float, low: float, high: float) -> float:
    half = least * (count - 1) / 2
    return min(max(middle, low + half), max(high - half, low + half))
