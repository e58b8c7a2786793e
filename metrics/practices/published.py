"""The published figures of all regions, for what is held against a start or against a newer year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from metrics.results import Results
from metrics.tree import Node

Figures = Sequence[tuple[int, float]]  # years, ascending, and values in natural units


@lru_cache(maxsize=8)
def published(results: Results) -> Mapping[tuple[str, str], Figures]:
    """By indicator and region; neither carried figures nor estimates."""
    rows = results.table(
        "SELECT node, region, year, value FROM imputed WHERE CAST(origin AS VARCHAR) = 'figure' ORDER BY year"
    )
    found: dict[tuple[str, str], list[tuple[int, float]]] = {}
    columns = (rows[name].tolist() for name in ("node", "region", "year", "value"))
    for node, region, year, value in zip(*columns, strict=True):
        found.setdefault((node, region), []).append((year, value))
    return found


def first_after(node: Node, figures: Figures, start: int | None, beside: int) -> tuple[float, int] | None:
    """The earliest figure at or after a start that compares with one of the year `beside`: its value and year."""
    after = [(v, year) for year, v in figures if start is not None and year >= start and _compare(node, year, beside)]
    return after[0] if after else None


def newest(node: Node, figures: Figures, year: int) -> tuple[float, int] | None:
    """The newest figure after a year that compares with it; None where there is none."""
    later = [(value, at) for at, value in figures if at > year and _compare(node, at, year)]
    return later[-1] if later else None


def _compare(node: Node, one: int, other: int) -> bool:
    """Whether no declared break lies between two years."""
    return sum(at <= one for at in node.breaks) == sum(at <= other for at in node.breaks)
