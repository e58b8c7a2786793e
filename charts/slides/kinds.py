"""What a slide can show. Each kind holds plain figures and words, nothing of how they are drawn.

The same chart is drawn by Plotly on a screen (charts/slides/) and as a native chart in a presentation (exports/pptx/),
so that both show the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Whose mark it is: of the reader's own region; of what the slide is about; of peers; of any other.
Role = Literal["mine", "subject", "peers", "other"]


@dataclass(frozen=True)
class Axis:
    """What is measured, in which unit, and between which ends; `decimals` are those of its figures.

    `reversed` puts the low end to the right, as for ranks.
    """

    title: str
    unit: str
    low: float
    high: float
    decimals: int
    reversed: bool = False


@dataclass(frozen=True)
class Row:
    """One row: a name, its value (None: no figure, and `told` says why) with its band, and what is written behind it.

    `beside` is a second value to see it against, such as the median of the peers. `estimate`: no published figure.
    """

    name: str
    value: float | None
    told: str
    role: Role = "other"
    low: float | None = None
    high: float | None = None
    beside: float | None = None
    estimate: bool = False


@dataclass(frozen=True)
class Rows:
    """Values one below the other: dots with their bands, or bars from zero where `bars`.

    `beside` says what the second value of the rows is; empty where they have none.
    """

    rows: tuple[Row, ...]
    axis: Axis
    bars: bool = False
    beside: str = ""


@dataclass(frozen=True)
class Part:
    """One part of a whole: a count and its name; `level` is its place in the level colours, None for not assessed."""

    name: str
    count: int
    level: int | None


@dataclass(frozen=True)
class Shares:
    """Wholes that fall into the same parts, as stacked bars: their names with their parts."""

    wholes: tuple[tuple[str, tuple[Part, ...]], ...]


@dataclass(frozen=True)
class Line:
    """One line over the years; None leaves a gap. A series that begins anew is another line of the same name."""

    name: str
    values: tuple[float | None, ...]
    role: Role = "other"


@dataclass(frozen=True)
class Lines:
    """Lines over `years`. `notes` are written at a year: a break, a target, the start of a practice."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]
    axis: Axis
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Spot:
    """One place: degrees, how large (its population, 0 where unknown), its level (0: the lowest; None: none)."""

    name: str
    lat: float
    lon: float
    size: float
    level: int | None
    told: str
    role: Role = "other"


@dataclass(frozen=True)
class Places:
    """Places on the map of Indonesia; `levels` are the names of the levels, empty where spots have none."""

    spots: tuple[Spot, ...]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Point:
    """One region by two values; `kind` is what it is one of, such as a kota, empty where all are of one kind."""

    name: str
    x: float
    y: float
    told: str
    role: Role = "other"
    kind: str = ""


@dataclass(frozen=True)
class Cloud:
    """Regions by two values. The points of the reader's own region and of the subject carry their names.

    `medians` are the two values at which lines divide the cloud; None without such lines.
    """

    points: tuple[Point, ...]
    across: Axis
    upward: Axis
    medians: tuple[float, float] | None = None


@dataclass(frozen=True)
class Fact:
    """One figure by itself: what it is, the figure as it is written, and who says so."""

    title: str
    figure: str
    told: str


@dataclass(frozen=True)
class Facts:
    """Figures that belong on no common axis, such as the results of a practice: large, with who says so."""

    facts: tuple[Fact, ...]


Chart = Rows | Shares | Lines | Places | Cloud | Facts
