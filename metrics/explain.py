"""From a score down to its source rows: every step of one region's number, ready to be put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from metrics.results import Results
from metrics.tree import Node


@dataclass(frozen=True)
class Origin:
    """A row of a source file: the figure as published, and who published it."""

    variable: str
    year: int
    value: float
    publisher: str
    title: str
    address: str | None
    file: str
    line: int
    note: str | None


@dataclass(frozen=True)
class Derivation:
    """How an indicator came from its figure to the common scale; a step that did nothing is None.

    `origin` is `figure`, `carried` or `imputed`; `spread` holds n, low, high, mean and sd of the values
    normalised together, already turned (multiplied by the sign, after the logarithm where there is one); mean
    and sd are NaN unless they become z-scores.
    """

    origin: str
    raw: Origin | None
    denominator: Origin | None
    denominated: float | None
    imputed: float
    treated: float
    treatment: str
    clip: tuple[float, float] | None
    turned: float
    spread: dict[str, float]
    place: int | None
    reference: float | None


@dataclass(frozen=True)
class Explanation:
    """A node of one region in one year, and below it what it was made from.

    `figure` is the row of a source that an indicator could not use, because its denominator is missing
    or not above 0. `duels` are the duels won and lost by a composite of Copeland's.
    """

    node: Node
    score: float | None
    rank: int | None
    ranked: int | None
    coverage: float
    maturity: str | None
    children: tuple[Explanation, ...]
    derivation: Derivation | None
    figure: Origin | None
    duels: tuple[int, int] | None


def explain(results: Results, region: str, node: str, year: int, below: int | None = None) -> Explanation:
    """The explanation of `node` for `region` in `year`. Raises KeyError for a node that is not in the tree.

    With `below` it reaches only so many generations down.
    """
    scores = results.table(
        """
        SELECT s.node AS node, s.score AS score, s.rank AS rank, k.ranked AS ranked, s.coverage AS coverage,
               s.maturity AS maturity
        FROM score s JOIN ranked k ON k.year = s.year AND k.node = s.node
        WHERE s.region = ? AND s.year = ?
        """,
        [region, year],
    )
    by_node = {row["node"]: row for row in scores.astype("object").to_dict("records")}
    return _explain(results, region, results.node(node), year, by_node, below)


def _explain(
    results: Results, region: str, node: Node, year: int, scores: dict[str, dict[Any, Any]], below: int | None
) -> Explanation:
    further = None if below is None else below - 1
    children = () if below == 0 else results.children(node.id)
    row = scores.get(node.id, {})
    derivation = _derivation(results, region, node, year) if node.is_leaf else None
    contested = node.aggregate == "copeland" and not node.is_leaf and given(row.get("score")) is not None
    return Explanation(
        node=node,
        score=given(row.get("score")),
        rank=whole(row.get("rank")),
        ranked=whole(row.get("ranked")),
        coverage=row.get("coverage", 0.0),
        maturity=given(row.get("maturity")),
        children=tuple(_explain(results, region, child, year, scores, further) for child in children),
        derivation=derivation,
        figure=_unused_figure(results, region, node, year) if node.is_leaf and derivation is None else None,
        duels=_duels(results, region, node, year) if contested else None,
    )


def _derivation(results: Results, region: str, node: Node, year: int) -> Derivation | None:
    """The steps of one cell, None where there is no value at all."""
    cells = results.table(
        """
        SELECT t.value AS treated, t.origin AS origin, t.figure_year AS figure_year, t.treatment AS treatment,
               i.value AS imputed, d.value AS denominated, u.value AS turned, u.pool AS pool,
               p.place AS place, ref.value AS reference
        FROM treated t
        JOIN imputed i ON i.year = t.year AND i.region = t.region AND i.node = t.node
        JOIN turned u ON u.year = t.year AND u.region = t.region AND u.node = t.node
        LEFT JOIN denominated d ON d.year = t.year AND d.region = t.region AND d.node = t.node
        LEFT JOIN place p ON p.year = t.year AND p.region = t.region AND p.node = t.node
        LEFT JOIN reference ref ON ref.year = t.year AND ref.node = t.node
        WHERE t.node = ? AND t.region = ? AND t.year = ?
        """,
        [node.id, region, year],
    ).astype("object")
    if cells.empty:
        return None
    cell = cells.iloc[0].to_dict()
    pool = [node.id, int(cell["pool"])]
    spread = results.table("SELECT n, low, high, mean, sd FROM spread WHERE node = ? AND pool = ?", pool)
    clip = results.table("SELECT clip_low, clip_high FROM treatment WHERE node = ? AND pool = ?", pool)
    figure_year = whole(cell["figure_year"])
    return Derivation(
        origin=cell["origin"],
        raw=None if figure_year is None else figure_row(results, region, node.variable, figure_year),
        denominator=_denominator(results, region, node, year),
        denominated=given(cell["denominated"]),
        imputed=cell["imputed"],
        treated=cell["treated"],
        treatment=cell["treatment"],
        clip=None if clip.empty else (float(clip["clip_low"].iloc[0]), float(clip["clip_high"].iloc[0])),
        turned=cell["turned"],
        spread={str(name): float(value) for name, value in spread.iloc[0].items()},
        place=whole(cell["place"]),
        reference=given(cell["reference"]),
    )


def _unused_figure(results: Results, region: str, node: Node, year: int) -> Origin | None:
    """The figure within reach of an indicator that has no value all the same."""
    found = results.table(
        "SELECT figure_year FROM raw WHERE node = ? AND region = ? AND year = ?", [node.id, region, year]
    )
    return None if found.empty else figure_row(results, region, node.variable, int(found["figure_year"].iloc[0]))


def _duels(results: Results, region: str, node: Node, year: int) -> tuple[int, int]:
    """How many regions this one outranks, and how many outrank it (`metrics.steps.scores`, DUELS)."""
    ((won, lost),) = results.table(
        """
        SELECT count(CASE WHEN d.net > 0 THEN 1 END) AS won, count(CASE WHEN d.net < 0 THEN 1 END) AS lost
        FROM (
            SELECT other.region AS opponent,
                   sum(CASE WHEN round(one.score, 9) > round(other.score, 9) THEN b.exact
                            WHEN round(one.score, 9) < round(other.score, 9) THEN -b.exact ELSE 0 END) AS net
            FROM score one
            JOIN branch b ON b.child = one.node AND b.parent = ?
            JOIN score other ON other.year = one.year AND other.node = one.node
            WHERE one.region = ? AND one.year = ? AND one.score IS NOT NULL AND other.score IS NOT NULL
            GROUP BY other.region
        ) d
        """,
        [node.id, region, year],
    ).to_numpy()
    return int(won), int(lost)


def _denominator(results: Results, region: str, node: Node, year: int) -> Origin | None:
    if node.per is None:
        return None
    found = results.table(
        "SELECT denominator_year FROM denominator WHERE node = ? AND region = ? AND year = ?",
        [node.id, region, year],
    )
    return None if found.empty else figure_row(results, region, node.per, int(found["denominator_year"].iloc[0]))


def figure_row(results: Results, region: str, variable: str, year: int) -> Origin:
    """The row of a source that holds a figure which is there."""
    row = results.table(
        """
        SELECT f.variable AS variable, f.year AS year, f.value AS value, s.publisher AS publisher,
               s.title AS title, s.address AS address, f.file AS file, f.line AS line, f.note AS note
        FROM figure f JOIN source s ON s.source = f.source
        WHERE f.region = ? AND f.variable = ? AND f.year = ?
        """,
        [region, variable, year],
    ).astype("object")
    values = {str(key): given(value) for key, value in row.iloc[0].items()}
    return Origin(**values | {"year": int(values["year"]), "line": int(values["line"])})


def given(value: Any) -> Any:
    """The value of a cell, None where the table has none."""
    return None if pd.isna(value) else value


def whole(value: Any) -> int | None:
    """The whole number in a cell, None where the table has none."""
    return None if given(value) is None else int(value)
