"""The figures of a draw as a dataset folder: with the draw's framework, what `score` gives the draw's scores for."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from metrics.draws.cells import Cells, Column
from metrics.draws.parameters import ERROR_BLOCK, Parameters
from metrics.draws.scored import perturbed
from metrics.problems import InputProblems, Problem
from metrics.results import Results
from metrics.tree import Node


def write_dataset(results: Results, cells: Cells, parameters: Parameters, draw: int, folder: Path) -> None:
    """Copy the dataset to `folder`, which is not there yet, with every figure that the draw moved at its new value.

    Only figures behind the year in question are moved. Raises InputProblems where two indicators read a variable
    of which one has an error: the draw moves what one of them reads, a dataset would move both.
    """
    moved = _moved(results, cells, parameters, draw)
    shutil.copytree(results.data, folder, ignore=shutil.ignore_patterns("values.csv", "values.parquet"))
    figures = results.table("SELECT region, variable, year, value, source FROM figure ORDER BY source, line")
    figures = figures.merge(moved, on=["region", "variable", "year"], how="left")
    figures["value"] = figures["moved"].fillna(figures["value"])
    for source in results.table("SELECT source FROM source")["source"]:
        mine = figures[figures["source"] == source]
        mine[["region", "variable", "year", "value"]].to_csv(
            folder / "sources" / source / "values.csv", index=False, lineterminator="\n"
        )


def _moved(results: Results, cells: Cells, parameters: Parameters, draw: int) -> pd.DataFrame:
    """The figures that a draw moved: region, variable, year, moved (in the units of the source)."""
    varied = parameters.assumptions.errors
    noisy = [node for node in results.nodes if varied and node.error and node.id in cells.columns]
    _refuse_shared(results.nodes, noisy)
    errors = parameters.errors(draw // ERROR_BLOCK, sum(cells.columns[node.id].figures for node in noisy))
    mine = errors[draw % ERROR_BLOCK]
    ends = np.cumsum([cells.columns[node.id].figures for node in noisy])
    parts = [
        _figures_of(results, node, cells, cells.columns[node.id], part)
        for node, part in zip(noisy, np.split(mine, ends[:-1]), strict=False)
    ]
    table = pd.concat(parts) if parts else pd.DataFrame(columns=["region", "variable", "year", "moved"])
    return table.drop_duplicates(["region", "variable", "year"])


def _refuse_shared(nodes: Sequence[Node], noisy: Sequence[Node]) -> None:
    """Raises InputProblems for a variable that a moved indicator shares with another one."""
    for node in noisy:
        others = [
            other.id for other in nodes if other is not node and other.counts and node.variable in _variables(other)
        ]
        if others:
            details = {"key": node.id, "other": others[0], "variable": node.variable}
            raise InputProblems([Problem("draw-shared-variable", details=details)])


def _variables(node: Node) -> tuple[str | None, ...]:
    return (node.variable, node.per) if node.is_leaf else ()


def _figures_of(results: Results, node: Node, cells: Cells, column: Column, errors: np.ndarray) -> pd.DataFrame:
    values = perturbed(node, column, errors[None])[0]
    at, places = np.nonzero(~np.isnan(column.values))
    table = pd.DataFrame(
        {
            "scored": np.array(cells.years)[at],
            "region": np.array(cells.regions, dtype=object)[places],
            "variable": node.variable,
            "year": np.array(cells.years)[at] - column.age[at, places],
            "moved": values[at, places] / node.times,
        }
    )
    if node.per is None:
        return table
    below = results.table(
        "SELECT year AS scored, region, value AS below FROM denominator WHERE node = ?", [node.id]
    )  # fmt: skip
    table = table.merge(below, on=["scored", "region"])
    return table.assign(moved=table["moved"] * table["below"])
