"""What one more figure would be worth: by how much it would narrow a region's rank band.

A region's band (metrics.robustness) is wide for many reasons. Some of them are figures of its own that somebody
could supply or improve:

missing   there is none. It could be anything that regions of its kind have: each draw takes the figures of one of
          them, drawn at random, so that what goes together stays together
carried   it is older than the year. By then it has moved, as far as other regions' figures did in so many years
survey    it has an error of its own, which its indicator states
proxy     it stands for something that is not measured; how far off that is, no figure here can tell

What no administrative area has a figure of, such as an evaluation of autonomous governments, none of them can
supply: there it is no missing figure, and where the region has no rank for want of it, nothing is to be had.

The worth of a figure is how much narrower the band is, from its 5 to its 95 percent quantile, when that figure is
taken as known: a missing one at the median of the kind, any other at what it says; and everything else in every
draw is the same. It depends a little on where the figure then turns out to be, which nobody knows beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from metrics.bands import HIGH, LOW
from metrics.draws.one_region import Altered, Drawn, altered, draw_year, scores_with
from metrics.figure_error import figure_error
from metrics.province import administrative
from metrics.results import Results
from metrics.robustness import DRAWS, SEED
from metrics.tree import Node

Matrix = NDArray[np.float64]
# So many pairs of figures tell how far an indicator moves; with fewer nothing is said.
ENOUGH_PAIRS = 30
# What narrows a band by less than a rank, or this share of it, is not worth the trouble (nor sure to be there at all);
# by less than the second share it is little.
WORTHWHILE, MUCH = 0.05, 0.2
_STREAM = 11  # of random numbers, beside those of the default run
_ORDER = ("missing", "carried", "survey", "proxy")


@dataclass(frozen=True)
class Band:
    """Ranks from the 5 to the 95 percent quantile of the draws."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How many ranks it spans."""
        return self.high - self.low

    @property
    def whole(self) -> tuple[int, int]:
        """The same in whole numbers, rounded outward."""
        return int(np.floor(round(self.low, 9))), int(np.ceil(round(self.high, 9)))


@dataclass(frozen=True)
class Standing:
    """Where a region stands over the draws: in the country and within its kind."""

    rank: Band
    rank_in_kind: Band


@dataclass(frozen=True)
class Gain:
    """What it would bring to know one figure.

    `figure_year` is that of a carried figure; `off_by` the standard deviation in natural units, None for a missing
    figure and where it cannot be told; `known` where the region would stand, None where nothing can be computed.
    """

    node: Node
    reason: str
    figure_year: int | None = None
    off_by: float | None = None
    known: Standing | None = None
    narrower: float | None = None
    narrower_in_kind: float | None = None


@dataclass(frozen=True)
class Worth:
    """What figures of a region would be worth in a year: `gains`, the most ranks within the kind first.

    `assessed` says whether the region is ranked as it is. `now` is its band with all that is not known about its
    figures, `best` with all of it known; None where a missing figure has nothing that could stand for it.
    `ranked` and `ranked_in_kind` count the regions it stands among, itself included. `wanted` are indicators that
    nobody here has figures of: outside the score, so outside the band. `beyond` are indicators that are not to be
    had, the region being an administrative area and none of those having a figure.
    """

    region: str
    year: int
    assessed: bool
    ranked: int
    ranked_in_kind: int
    gains: tuple[Gain, ...]
    wanted: tuple[Node, ...]
    beyond: tuple[Node, ...] = ()
    now: Standing | None = None
    best: Standing | None = None

    @property
    def complete(self) -> bool:
        """Whether no figure is missing. Else places rest on what a missing one is taken to be, and only widths hold."""
        return not any(gain.reason == "missing" for gain in self.gains)

    @property
    def unrankable(self) -> bool:
        """Whether no figure could give the region a rank."""
        return bool(self.beyond) and not self.assessed

    def worthwhile(self, gain: Gain) -> bool:
        """Whether a figure would narrow the band within the kind by something."""
        least = 0.0 if self.now is None else max(1.0, WORTHWHILE * self.now.rank_in_kind.width)
        return gain.narrower_in_kind is not None and gain.narrower_in_kind >= least

    def much(self, gain: Gain) -> bool:
        """Whether it would do so by much."""
        width = 0.0 if self.now is None else self.now.rank_in_kind.width
        return gain.narrower_in_kind is not None and gain.narrower_in_kind >= MUCH * width


@dataclass(frozen=True, eq=False)
class Prepared:
    """What all regions share: the draws, and how far each indicator moves in so many years (None: cannot be told)."""

    results: Results
    year: int
    drawn: Drawn
    moves: Mapping[tuple[str, int], float | None]


def prepare(results: Results, year: int, draws: int = DRAWS, seed: int = SEED) -> Prepared:
    """Draw a year, and look up the movements. Raises as `draw_year` does."""
    drawn = draw_year(results, year, draws, seed)
    ages = {
        (leaf, int(age))
        for leaf, column in drawn.cells.columns.items()
        for age in np.unique(column.age[drawn.cells.now])
    }
    moves = {(leaf, age): movement(results, results.node(leaf), age) for leaf, age in sorted(ages) if age}
    return Prepared(results, year, drawn, moves)


def movement(results: Results, node: Node, years: int) -> float | None:
    """How far an indicator moves in so many years, as a standard deviation in natural units.

    Of the differences between figures of the same region so many years apart, with no break between, less their
    mean in each pair of years, which moves all regions alike; and less what the errors of both figures explain.
    None where fewer than `ENOUGH_PAIRS` can be compared, less one for the mean of each pair of years.
    """
    pairs = results.table(
        """
        SELECT a.year AS year, a.value AS before, b.value AS after
        FROM denominated a JOIN denominated b ON b.node = a.node AND b.region = a.region AND b.year = a.year + ?
        WHERE a.node = ? AND a.figure_year = a.year AND b.figure_year = b.year
        """,
        [years, node.id],
    )
    whole = [not any(year < at <= year + years for at in node.breaks) for year in pairs["year"]]
    pairs = pairs[np.array(whole, dtype=bool)]
    free = len(pairs) - pairs["year"].nunique()
    if free < ENOUGH_PAIRS:
        return None
    moved = pairs["after"] - pairs["before"]
    apart = moved - moved.groupby(pairs["year"]).transform("mean")
    errors = [figure_error(node, pairs[side].to_numpy(dtype=np.float64)) for side in ("before", "after")]
    noise = sum(float((error**2).mean()) for error in errors)
    return math.sqrt(max(0.0, float((apart**2).sum()) / free - noise))


def worth(prepared: Prepared, region: str) -> Worth:
    """What figures of a region would be worth. Raises ValueError for a region that is not there."""
    drawn, cells = prepared.drawn, prepared.drawn.cells
    at = cells.regions.index(region)
    gains = [gain for leaf in drawn.nodes if leaf.is_leaf for gain in _unknowns(prepared, leaf, at)]
    beyond = _beyond(prepared, at, gains)
    gains = [gain for gain in gains if gain.node not in beyond]
    unknown, known, best = _figures(prepared, at, gains)
    kin = np.array(cells.kinds) == cells.kinds[at]
    placed = ~np.isnan(drawn.scores[0])
    assessed, placed[at] = bool(placed[at]), True
    found = Worth(
        region,
        prepared.year,
        assessed,
        int(placed.sum()),
        int((placed & kin).sum()),
        gains=_sorted(gains),
        wanted=tuple(node for node in prepared.results.nodes if node.is_leaf and node.status == "wanted"),
        beyond=beyond,
    )
    if found.unrankable:
        return replace(found, gains=())
    if any(gain.reason == "missing" and gain.node.id not in unknown for gain in gains):
        return found

    def standing(figures: Mapping[str, Altered]) -> Standing:
        scores = np.round(scores_with(drawn, at, figures), 9)
        ahead = (scores > scores[:, [at]])[~np.isnan(scores[:, at])]
        return Standing(_band(1 + ahead.sum(axis=1)), _band(1 + (ahead & kin).sum(axis=1)))

    now = standing(unknown)
    told = []
    for gain in gains:
        if (gain.node.id, gain.reason) in known:
            then = standing({**unknown, gain.node.id: known[gain.node.id, gain.reason]})
            narrower = now.rank.width - then.rank.width
            in_kind = now.rank_in_kind.width - then.rank_in_kind.width
            gain = replace(gain, known=then, narrower=narrower, narrower_in_kind=in_kind)
        told.append(gain)
    return replace(found, now=now, best=standing(best), gains=_sorted(told))


def _sorted(gains: list[Gain]) -> tuple[Gain, ...]:
    """The most ranks first; then those of which nothing can be computed."""
    return tuple(
        sorted(
            gains,
            key=lambda gain: (
                -np.inf if gain.narrower_in_kind is None else gain.narrower_in_kind,
                gain.narrower or 0.0,
                -_ORDER.index(gain.reason),
            ),
            reverse=True,
        )
    )


def _unknowns(prepared: Prepared, leaf: Node, region: int) -> list[Gain]:
    """What is not known about one figure of a region."""
    cells = prepared.drawn.cells
    column = cells.columns[leaf.id]
    value, age = column.values[cells.now, region], int(column.age[cells.now, region])
    if np.isnan(value):
        return [Gain(leaf, "missing")]
    found = []
    if age:
        found.append(Gain(leaf, "carried", prepared.year - age, prepared.moves[leaf.id, age]))
    if leaf.error is not None:
        found.append(Gain(leaf, "survey", off_by=float(figure_error(leaf, np.array([value]))[0])))
    if leaf.proxy:
        found.append(Gain(leaf, "proxy"))
    return found


def _beyond(prepared: Prepared, region: int, gains: list[Gain]) -> tuple[Node, ...]:
    """What an administrative area lacks because none of them has it in any year, while other regions do."""
    cells, those = prepared.drawn.cells, administrative(prepared.results)
    if cells.regions[region] not in those:
        return ()
    own = [code in those for code in cells.regions]
    missing = [gain.node for gain in gains if gain.reason == "missing"]
    there = {leaf: ~np.isnan(cells.columns[leaf.id].values) for leaf in missing}
    return tuple(leaf for leaf in missing if there[leaf][cells.now].any() and not there[leaf][:, own].any())


def _figures(
    prepared: Prepared, region: int, gains: list[Gain]
) -> tuple[dict[str, Altered], dict[tuple[str, str], Altered], dict[str, Altered]]:
    """Figures of the region in every draw: as nobody knows them, each with one of its reasons taken away, and known.

    Missing ones that nothing can stand for are in none of them.
    """
    drawn, cells = prepared.drawn, prepared.drawn.cells
    draws = len(drawn.parameters)
    random = np.random.default_rng(np.random.SeedSequence(drawn.parameters.seed, spawn_key=(_STREAM,)))
    chances, off = random.random(draws), random.standard_normal((len(cells.columns), draws))
    off[:, 0] = 0.0
    donors = _donors(prepared, region, [gain.node.id for gain in gains if gain.reason == "missing"])
    unknown: dict[str, Altered] = {}
    known: dict[tuple[str, str], Altered] = {}
    best: dict[str, Altered] = {}
    for place, leaf in enumerate(node for node in drawn.nodes if node.is_leaf):
        mine = {gain.reason: gain for gain in gains if gain.node is leaf}
        value = cells.columns[leaf.id].values[cells.now, region]

        def having(figures: Matrix | float, leaf: Node = leaf) -> Altered:
            return altered(drawn, leaf.id, region, _within(leaf, np.broadcast_to(figures, draws)))

        if "missing" in mine:
            if len(donors):
                values = cells.columns[leaf.id].values[cells.now, donors]
                taken = values[np.floor(chances * len(donors)).astype(np.intp)]
                taken[0] = np.median(values)
                unknown[leaf.id], best[leaf.id] = having(taken), having(taken[0])
                known[leaf.id, "missing"] = best[leaf.id]
            continue
        moved: Matrix | float = 0.0
        if "carried" in mine and (sd := mine["carried"].off_by) is not None:
            moved = sd * off[place]
            fresh = drawn.figures(leaf, region)
            unknown[leaf.id], known[leaf.id, "carried"] = having(fresh + moved), having(fresh)
        if "survey" in mine:
            known[leaf.id, "survey"] = having(value + moved)
        if mine.keys() & {"carried", "survey"}:
            best[leaf.id] = having(value)
    return unknown, known, best


def _within(leaf: Node, values: Matrix) -> Matrix:
    """Figures within the bounds of their indicator."""
    if leaf.bounds is None or leaf.per is not None:
        return values
    low, high = leaf.bounds
    return np.clip(values, low * leaf.times, high * leaf.times)


def _donors(prepared: Prepared, region: int, missing: list[str]) -> NDArray[np.intp]:
    """The regions of the kind, or else of the country, that have a figure of everything that is missing."""
    cells = prepared.drawn.cells
    there = np.array([~np.isnan(cells.columns[leaf].values[cells.now]) for leaf in missing]).all(axis=0)
    if not missing:
        return np.empty(0, dtype=np.intp)
    kin = there & (np.array(cells.kinds) == cells.kinds[region])
    return np.flatnonzero(kin if kin.any() else there)


def _band(ranks: NDArray[np.int64]) -> Band:
    low, high = np.quantile(ranks, (LOW, HIGH))
    return Band(float(low), float(high))
