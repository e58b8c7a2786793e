"""Figures then and now: a track an indicator, from the ring of then to the dot of now.

The figure is HTML: each row is read out with its figures, and on a narrow screen the track stands below its words. The
grey tick is where now would be if the region had moved as the median of its kind.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import Palette


@dataclass(frozen=True)
class Course:
    """An indicator: its name, where it leads, both figures as text, what is said of them, and their places.

    `places` are then, now and the tick, on `track`; the tick is None where nobody moved. Without places there is no
    track, and `said` tells why.
    """

    name: str
    address: str
    text: str
    said: str
    places: tuple[float, float, float | None] | None = None
    track: tuple[float, float] = (0.0, 1.0)
    ends: tuple[str, str] = ("", "")

    def at(self, value: float) -> float:
        """How far along the track a value is, in percent; what lies beyond an end stands at the end."""
        low, high = self.track
        return 50.0 if high == low else min(max(100 * (value - low) / (high - low), 0.0), 100.0)


def then_and_now_chart(courses: Sequence[Course], label: str, mine: bool, colours: Palette) -> str:
    """The figure; `label` is what a reader hears of the whole, `mine` whether it is the reader's own region."""
    own = colours.accent if mine else colours.second
    drawn = {"own": own, "edge": colours.others_edge, "line": colours.hairline, "paper": colours.paper}
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    items = "".join(map(_row, courses))
    return f'<ul class="teladan-since" style="{style}" aria-label="{html.escape(label)}">{items}</ul>'


def _row(course: Course) -> str:
    name = f'<a href="{html.escape(course.address)}" target="_self">{html.escape(course.name)}</a>'
    return (
        f'<li><span class="name">{name}</span><span class="text">{html.escape(course.text)}</span>'
        f"{_track(course)}<small>{html.escape(course.said)}</small></li>"
    )


def _track(course: Course) -> str:
    if course.places is None:
        return ""
    then, now, tick = course.places
    left, right = sorted((course.at(then), course.at(now)))
    usual = "" if tick is None else f'<i class="tick" style="left:{course.at(tick):.1f}%"></i>'
    low, high = (f"<b>{html.escape(end)}</b>" for end in course.ends)
    return (
        f'<span class="track" aria-hidden="true"><span>{low}{high}</span>'
        f'<i class="way" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>{usual}'
        f'<i class="then" style="left:{course.at(then):.1f}%"></i>'
        f'<i class="now" style="left:{course.at(now):.1f}%"></i></span>'
    )
