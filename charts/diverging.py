"""What added to something and what took away from it: a row a part, a bar to either side of zero.

The figure is HTML: each part is read out with its number, and rows make room on a narrow screen.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.palette import Palette


@dataclass(frozen=True)
class Bar:
    """A part: its name, what is written beside it, how long its bar is (to the left below 0), and a sentence.

    `unclear` is mine too, but may be nothing at all: its bar is hollow; `slow` is mine, pale. `detail` stands in
    small type under the name, which leads to `address` where there is one.
    """

    name: str
    text: str
    size: float
    tooltip: str
    role: Literal["mine", "slow", "unclear", "other"] = "other"
    detail: str = ""
    address: str | None = None


def diverging_bars(bars: Sequence[Bar], label: str, colours: Palette) -> str:
    """The figure; `label` is what a reader hears of the whole. Names get more room where they have details."""
    low, high = min(0.0, *(bar.size for bar in bars)), max(0.0, *(bar.size for bar in bars))
    span = high - low or 1.0
    zero = 100 * -low / span
    drawn = {"accent": colours.accent, "edge": colours.others_edge, "ink": colours.ink, "line": colours.hairline}
    style = ";".join([*(f"--{name}:{value}" for name, value in drawn.items()), f"--zero:{zero:.1f}%"])
    items = "".join(_row(bar, zero, 100 / span) for bar in bars)
    kind = " told" if any(bar.detail for bar in bars) else ""
    return f'<ul class="teladan-diverging{kind}" style="{style}" aria-label="{html.escape(label)}">{items}</ul>'


def _row(bar: Bar, zero: float, scale: float) -> str:
    length = abs(bar.size) * scale
    left = zero if bar.size >= 0 else zero - length
    name = html.escape(bar.name)
    if bar.address:
        name = f'<a href="{html.escape(bar.address)}" target="_self">{name}</a>'
    if bar.detail:
        name += f"<small>{html.escape(bar.detail)}</small>"
    return (
        f'<li class="{bar.role}" title="{html.escape(bar.tooltip)}"><span class="name">{name}</span>'
        f'<span class="text">{html.escape(bar.text)}</span><span class="track" aria-hidden="true">'
        f'<i style="left:{left:.1f}%;width:{length:.1f}%"></i></span></li>'
    )
