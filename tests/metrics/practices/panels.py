"""Panels of figures made up for tests: regions that differ by nothing but chance, unless an effect is put in."""

from __future__ import annotations

from typing import Literal, cast, get_args

import numpy as np
from numpy.random import Generator

from metrics.framework import Text
from metrics.peers import Structure
from metrics.practices.panel import Matrix, Panel
from metrics.tree import Node

Shape = Literal["independent", "random walk", "common trend", "unequal variances", "heavy tails", "gaps", "kinds"]
SHAPES = cast(tuple[Shape, ...], get_args(Shape))

YEARS = tuple(range(2015, 2025))
START = 2020
CODES = tuple(f"{at:03}" for at in range(500))
REGIONS = len(CODES)


def node(sign: Literal[1, -1] = 1, breaks: tuple[int, ...] = (), log: bool = False) -> Node:
    title = Text(id="angka", en="figure")
    return Node("figure", "index", 1, None, title, None, True, 1.0, "active", sign=sign, breaks=breaks, log=log)


def figures(shape: Shape, chance: Generator) -> Matrix:
    """REGIONS x YEARS; what differs between regions is drawn alike for all of them (of their kind)."""
    size = (REGIONS, len(YEARS))
    noise, level = chance.normal(size=size), chance.normal(50, 10, size=(REGIONS, 1))
    if shape == "random walk":
        noise = noise.cumsum(axis=1)
    elif shape == "common trend":
        noise = noise + np.linspace(0, 20, len(YEARS))
    elif shape == "unequal variances":
        noise = noise * chance.lognormal(0, 0.5, size=(REGIONS, 1))
    elif shape == "heavy tails":
        noise = chance.standard_t(3, size=size)
    elif shape == "gaps":
        noise[chance.random(size) < 0.04] = np.nan
    elif shape == "kinds":  # every sixth with a trend and a spread of its own
        noise[::6] = noise[::6] * 4 - np.linspace(0, 30, len(YEARS))
    return level + noise


def panel(values: Matrix, its: Node | None = None) -> Panel:
    return Panel(its or node(), CODES, YEARS, values)


def structure() -> Structure:
    """Every sixth region is of another kind; population says how near they are."""
    chance = np.random.default_rng(1)
    kinds = np.array(["kabupaten" if at % 6 else "kota" for at in range(REGIONS)], dtype=object)
    return Structure(CODES, {"population": chance.lognormal(12, 1, size=REGIONS)}, {"kind": kinds}, None)
