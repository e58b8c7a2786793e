"""The published figures of one region, in the units in which they are shown: what own ones stand beside."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.own.form import open_leaves
from metrics.results import Results


@dataclass(frozen=True, order=True)
class Published:
    """A figure of the very year: who published it, and the row of the source file that holds it."""

    indicator: str
    year: int
    value: float
    publisher: str
    file: str
    line: int


def published_figures(results: Results, region: str) -> dict[str, tuple[Published, ...]]:
    """The figures of the scored years by indicator, in file order, the oldest first; none where there are none.

    A figure that was carried forward stands once, under its own year.
    """
    rows = results.table(
        """
        SELECT d.node AS indicator, d.year AS year, d.value AS value, s.publisher AS publisher, f.file AS file,
               f.line AS line
        FROM denominated d
        JOIN leaf ON leaf.node = d.node
        JOIN figure f ON f.variable = leaf.variable AND f.region = d.region AND f.year = d.figure_year
        JOIN source s ON s.source = f.source
        WHERE d.region = ? AND d.figure_year = d.year
        ORDER BY d.node, d.year
        """,
        [region],
    )
    found: dict[str, list[Published]] = {node.id: [] for node in open_leaves(results.nodes)}
    for row in rows.astype("object").to_dict("records"):
        figure = Published(**{str(key): value for key, value in row.items()})
        found[figure.indicator].append(figure)
    return {indicator: tuple(figures) for indicator, figures in found.items()}
