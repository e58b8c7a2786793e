"""Steps of a way up: a row an indicator, from today's value as far as it goes, on the way to the best peer's.

The figure is HTML: each step is read out with its sentences, and rows make room on a narrow screen.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import Palette


@dataclass(frozen=True)
class DrawnStep:
    """One step: the name of the indicator with its address, the change in figures and its unit, what stands at the end
    of the way, how much of the way it is (0 to 1), sentences, and further parts that are HTML already.
    """

    name: str
    address: str
    change: str
    unit: str
    end: str
    share: float
    sentence: str
    further: Sequence[str] = ()


def steps_figure(steps: Sequence[DrawnStep], label: str, colours: Palette) -> str:
    """The figure; `label` is what a reader hears of the whole."""
    drawn = {"accent": colours.accent, "peer": colours.second, "ink": colours.ink, "line": colours.hairline}
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    items = "".join(_row(step) for step in steps)
    return f'<ol class="teladan-steps" style="{style}" aria-label="{html.escape(label)}">{items}</ol>'


def _row(step: DrawnStep) -> str:
    name = f'<a href="{html.escape(step.address)}" target="_self">{html.escape(step.name)}</a>'
    told = " ".join([html.escape(step.sentence), *step.further])
    width = 100 * min(max(step.share, 0.0), 1.0)
    return (
        f'<li><span class="name">{name}</span>'
        f'<span class="change"><b>{html.escape(step.change)}</b> <small>{html.escape(step.unit)}</small></span>'
        f'<span class="track" aria-hidden="true"><i style="width:{width:.1f}%"></i></span>'
        f'<span class="end">{html.escape(step.end)}</span><small class="told">{told}</small></li>'
    )
