"""The sessions of a learning agenda at a glance: a row a session, a dot a member on the percentiles of its kind.

The figure is HTML: each row is read out in words, and leads down to its session. On a narrow screen the track stands
below its words. Rings are those who would learn, dots those who could present, grey the others; mine has the accent.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.palette import Palette

Role = Literal["learns", "presents", "other"]


@dataclass(frozen=True)
class Member:
    """A member: where it stands from 0 to 100, its part in the session, whether it is mine, and a sentence."""

    percentile: float
    role: Role
    mine: bool
    tooltip: str


@dataclass(frozen=True)
class Row:
    """A session: its title, the anchor it leads to, what is said, and the members with a value."""

    title: str
    anchor: str
    text: str
    members: Sequence[Member]


def agenda_chart(rows: Sequence[Row], label: str, ends: tuple[str, str, str], colours: Palette) -> str:
    """The figure; `ends` is what is written under the weakest, the median and the strongest of the kind."""
    drawn = {
        "accent": colours.accent, "second": colours.second, "others": colours.others, "edge": colours.others_edge,
        "line": colours.hairline, "paper": colours.paper,
    }  # fmt: skip
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    items = "".join(map(_row, rows))
    low, middle, high = (f"<b>{html.escape(end)}</b>" for end in ends)
    axis = f'<li class="ends" aria-hidden="true"><span class="track">{low}{middle}{high}</span></li>'
    return f'<ul class="teladan-agenda" style="{style}" aria-label="{html.escape(label)}">{items}{axis}</ul>'


def _row(row: Row) -> str:
    # Mine on top of all, and those with a part over the others.
    ordered = sorted(row.members, key=lambda member: (member.mine, member.role != "other"))
    marks = "".join(
        f'<i class="{member.role}{" mine" if member.mine else ""}" style="left:{member.percentile:.1f}%"'
        f' title="{html.escape(member.tooltip)}"></i>'
        for member in ordered
    )
    name = f'<a href="#{html.escape(row.anchor)}" target="_self">{html.escape(row.title)}</a>'
    return (
        f'<li><span class="name">{name}</span>'
        f'<span class="text">{html.escape(row.text)}</span><span class="track" aria-hidden="true">{marks}</span></li>'
    )
