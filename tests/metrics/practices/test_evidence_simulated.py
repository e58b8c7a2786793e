"""On panels where nothing happened few regions stand out; on panels where something did, most do."""

from collections.abc import Sequence

import numpy as np

from metrics.practices.evidence import compare
from metrics.practices.fair_peers import by_likeness
from metrics.practices.panel import Windows, windows
from tests.metrics.practices.panels import REGIONS, SHAPES, START, YEARS, Shape, figures, panel, structure

KNOWN = structure()
DRAWN = range(0, REGIONS, 11)
ALIKE = {at: by_likeness(KNOWN, KNOWN.regions[at]) for at in DRAWN}


def judged(shape: Shape, seed: int, effect: float = 0, before: float = 0, peers: int | None = None) -> tuple[str, bool]:
    """The verdict on a region drawn at random, and whether its course before the start stood out.

    `effect` and `before` are added from the start year on, and a year before it, in standard deviations of the
    peers' changes and slopes. `peers` is how many there are at most; without it, as many as there are.
    """
    chance = np.random.default_rng([SHAPES.index(shape), seed])
    values, at = figures(shape, chance), int(chance.choice(DRAWN))
    kin = (np.arange(REGIONS) % 6 == 0) == (at % 6 == 0)
    kin[at] = False
    early, late = ([YEARS.index(START + by) for by in years] for years in ((-3, -2, -1), (1, 2, 3)))
    if effect:
        change = values[kin][:, late].mean(axis=1) - values[kin][:, early].mean(axis=1)
        values[at, YEARS.index(START) :] += effect * np.nanstd(change)
    if before:
        slope = values[kin][:, early] @ (-0.5, 0, 0.5)
        values[at] += before * np.nanstd(slope) * (np.minimum(YEARS, START) - START)
    found = panel(values)
    region = found.regions[at]
    years = windows(found, region, START)
    assert isinstance(years, Windows)
    alike = ALIKE[at] if peers is None else ALIKE[at][: 2 * peers]  # of the nearer half of these
    (one,), few, _ = compare([(found, years)], region, alike)
    assert not few
    return one.verdict, bool(one.course_before)


def share(shapes: Sequence[Shape], panels: int, verdict: str, effect: float = 0) -> float:
    """How often a verdict is given, over so many panels of these shapes in turn."""
    found = [judged(shapes[seed % len(shapes)], seed, effect)[0] for seed in range(panels)]
    return found.count(verdict) / panels


def test_false_alarms_on_panels_of_every_shape() -> None:
    assert 1 - share(SHAPES, 1000, "same") <= 0.065


def test_power_at_three_times_the_spread_of_the_peers() -> None:
    assert share(SHAPES, 350, "more", effect=3) >= 0.8


def test_another_course_before_the_start_is_flagged() -> None:
    assert np.mean([judged("independent", seed, before=4)[1] for seed in range(100)]) >= 0.9
    assert np.mean([judged("independent", seed)[1] for seed in range(200)]) <= 0.065
