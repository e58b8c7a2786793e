"""What the charts of a slide have in common: large type, the colour of each role, round numbers on an axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log10
from textwrap import wrap
from typing import Any

from charts.layout import plain_layout
from charts.palette import Palette
from charts.slides.drawing import Drawing
from charts.slides.kinds import Axis, Role
from charts.text import figure_text, tooltip_text
from words import Words

FONT = ", ".join(("Plus Jakarta Sans", "system-ui", "sans-serif"))


@dataclass(frozen=True)
class Type:
    """Sizes in pixels, for a window of 1280 by 720 or for a phone: text, what is small beside it, a mark."""

    text: int
    small: int
    mark: int
    row: int  # the least height of a row, name and mark

    def width(self, text: str) -> float:
        """About how wide a text is, in pixels; a little more rather than less."""
        return 0.6 * self.text * len(text)


HALL = Type(text=20, small=17, mark=18, row=30)
PHONE = Type(text=15, small=13, mark=14, row=46)


def type_for(narrow: bool) -> Type:
    """The sizes for a phone, or for a hall."""
    return PHONE if narrow else HALL


@dataclass(frozen=True)
class Roles:
    """Which colour each role has in one chart.

    The subject takes the accent where the reader has no region of its own in the chart, and the ink where it has.
    Where all marks are of one role (`alone`), their names are not told apart.
    """

    colours: Palette
    mine: bool
    alone: bool = False

    def fill(self, role: Role) -> str:
        """The colour of a mark."""
        subject = self.colours.ink if self.mine else self.colours.accent
        known = {"mine": self.colours.accent, "subject": subject, "peers": self.colours.second}
        return known.get(role, self.colours.others)

    def edge(self, role: Role) -> str:
        """The outline that gives a mark its contrast."""
        return self.colours.others_edge if role == "other" else self.fill(role)

    def text(self, role: Role) -> str:
        """The colour of a name."""
        return self.colours.ink if role == "other" or self.alone else self.fill(role)

    def named(self, role: Role, text: str) -> str:
        """A name as Plotly writes it: that of mine and of the subject is bold and in its colour."""
        if role in ("mine", "subject") and not self.alone:
            return f'<span style="color:{self.text(role)}"><b>{text}</b></span>'
        return text


def roles(found: Iterable[Role], colours: Palette) -> Roles:
    """The colours of a chart with these roles in it."""
    known = set(found)
    return Roles(colours, "mine" in known, len(known) == 1)


# The further back, the lower the number: what matters is drawn on top of the rest.
ORDER: dict[Role, int] = {"other": 0, "peers": 1, "subject": 2, "mine": 3}


def pale(colour: str, share: float = 0.28) -> str:
    """A colour thinned, for a band behind its mark."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def hover(name: str, told: str) -> str:
    """What stands beside a mark when it is pointed at."""
    return f"<b>{figure_text(name)}</b><br>{tooltip_text(told)}"


def lines(text: str, most: int) -> str:
    """A text in lines of so many characters at most."""
    return "<br>".join(figure_text(line) for line in wrapped(text, most) or [""])


@lru_cache(maxsize=5_000)
def wrapped(text: str, most: int) -> list[str]:
    """The lines of a text, of so many characters at most: as few as can be, of about one length.

    What follows a semicolon has a line of its own.
    """
    if "; " in text and len(text) > most:
        first, second = text.split("; ", 1)
        return [*wrapped(f"{first};", most), *wrapped(second, most)]
    few = wrap(text, most)
    return next((found for width in range(most // 2, most) if len(found := wrap(text, width)) == len(few)), few)


def ticks(axis: Axis, most: int) -> list[float]:
    """Round numbers on an axis, at most about so many; ranks begin with the first."""
    span = axis.high - axis.low
    if span <= 0:
        return [axis.low]
    step = next(step for step in _steps(span / most) if span / step <= most)
    first = -(-axis.low // step) * step
    found = [first + number * step for number in range(int((axis.high - first) / step + 1e-9) + 1)]
    if axis.decimals == 0 and 0 < axis.low <= 1:  # ranks, which begin with the first
        return [1.0, *(value for value in found if value > 1 + step / 3)]
    return found


def written(axis: Axis, value: float, words: Words) -> str:
    """A number on an axis: with its decimals, unless it is a whole one among others."""
    whole = float(value).is_integer()
    return words.number(value, 0 if whole else axis.decimals)


def scale(axis: Axis, words: Words, colours: Palette, size: Type, most: int) -> dict[str, Any]:
    """An axis as Plotly takes it: round numbers, faint lines."""
    found = ticks(axis, most)
    return {
        "range": [axis.high, axis.low] if axis.reversed else [axis.low, axis.high],
        "tickmode": "array",
        "tickvals": found,
        "ticktext": [written(axis, value, words) for value in found],
        "tickfont": {"color": colours.muted, "size": size.small},
        "ticklabelstandoff": 6,  # the first numbers of two axes don't touch
        "gridcolor": colours.hairline,
        "zeroline": False,
        "fixedrange": True,
    }


def empty(words: Words, colours: Palette, size: Type) -> Drawing:
    """A figure to draw on: it fills the room that it is given."""
    figure = Drawing()
    figure.update_layout(**plain_layout(words, colours), autosize=True, dragmode=False)
    figure.update_layout(
        font={"color": colours.ink, "size": size.text, "family": FONT},
        hoverlabel={"font": {"size": size.small, "family": FONT}},
    )
    return figure


def key(colours: Palette, size: Type) -> dict[str, Any]:
    """A legend above the chart, in its order, that hides nothing when it is clicked."""
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom", "traceorder": "normal",
            "itemclick": False, "itemdoubleclick": False, "font": {"size": size.small, "color": colours.ink},
        },
    }  # fmt: skip


def spread_apart(places: Sequence[float], least: float) -> list[float]:
    """The same places, moved as little as keeps them `least` apart; in the order given."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = [places[at] for at in order]
    for _ in range(60):
        close = False
        for at in range(1, len(moved)):
            lacking = least - (moved[at] - moved[at - 1])
            if lacking > 1e-6 * least:
                moved[at - 1] -= lacking / 2
                moved[at] += lacking / 2
                close = True
        if not close:
            break
    found = [0.0] * len(places)
    for at, value in zip(order, moved, strict=True):
        found[at] = value
    return found


def _steps(least: float) -> list[float]:
    """Distances between round numbers, from a little below `least` upward."""
    power = floor(log10(least))
    return [factor * 10.0**exponent for exponent in range(power, power + 3) for factor in (1, 2, 5)]
