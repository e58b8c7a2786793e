"""What screens, exports and commands ask of the results: frozen tables, never a connection."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from metrics import shipped
from metrics.framework import Framework
from metrics.problems import Problem
from metrics.store import Stored, open_store
from metrics.tree import Node

# A year is provisional while less than this share of a typical headline is from the year's own figures.
SETTLED_COVERAGE = 0.75


class Results:
    """The scored tables of one dataset under one framework. Safe to share between threads."""

    def __init__(self, stored: Stored) -> None:
        self.path = stored.path
        self._connection = duckdb.connect(str(stored.path), read_only=True)
        self.data_version = stored.data_version
        self.framework_version = stored.framework.version
        self.framework: Framework = stored.framework.framework
        self.nodes: tuple[Node, ...] = stored.framework.nodes
        self.data = stored.data

    def table(self, query: str, parameters: Sequence[Any] = ()) -> pd.DataFrame:
        """The rows of one query. Each call has a cursor of its own: connections do not share threads."""
        with self._connection.cursor() as cursor:
            frame = cursor.execute(query, list(parameters)).df()
        codes = [column for column in frame if isinstance(frame[column].dtype, pd.CategoricalDtype)]
        return frame.astype(dict.fromkeys(codes, "str"))

    def copy(self, query: str, path: Path) -> None:
        """Write the rows of a query to a CSV or Parquet file, by its suffix, in full precision."""
        form = "FORMAT parquet" if path.suffix == ".parquet" else "FORMAT csv, HEADER"
        with self._connection.cursor() as cursor:
            cursor.execute("COPY ({}) TO '{}' ({})".format(query, str(path).replace("'", "''"), form))

    @cached_property
    def root(self) -> Node:
        """The node at the top."""
        return self.nodes[0]

    def node(self, name: str) -> Node:
        """The node of that id. Raises KeyError."""
        return {node.id: node for node in self.nodes}[name]

    def children(self, name: str) -> tuple[Node, ...]:
        """The nodes directly below `name`, in file order."""
        return tuple(node for node in self.nodes if node.parent == name)

    def measured(self, name: str) -> Node:
        """The node that says what the score of `name` measures.

        A dimension with figures for one of its parts only must not pass for the whole: it is called
        by the one part that is scored, as far down as there is only one.
        """
        scored = [child for child in self.children(name) if child.status != "wanted"]
        return self.measured(scored[0].id) if len(scored) == 1 else self.node(name)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The scored years, ascending."""
        return tuple(int(year) for year in self.table("SELECT year FROM scored_year ORDER BY year")["year"])

    @cached_property
    def _assessed(self) -> pd.DataFrame:
        return self.table(
            """
            SELECT s.year AS year, count(s.rank) AS ranked, count(*) AS regions,
                   median(CASE WHEN s.rank IS NOT NULL THEN s.coverage END) AS coverage
            FROM score s WHERE s.level = 0 GROUP BY s.year ORDER BY s.year
            """
        ).set_index("year")

    @cached_property
    def provisional_years(self) -> tuple[int, ...]:
        """Years whose headline rests largely on figures carried forward from earlier years."""
        low = self._assessed["coverage"] < SETTLED_COVERAGE
        return tuple(int(year) for year in self._assessed.index[low])

    @cached_property
    def opening_year(self) -> int:
        """The newest settled year in which at least half the regions can be assessed.

        Where there is none: the newest with half of them, else the newest year.
        """
        enough = self._assessed[2 * self._assessed["ranked"] >= self._assessed["regions"]]
        settled = enough[~enough.index.isin(self.provisional_years)]
        found = next(table for table in (settled, enough, self._assessed) if len(table))
        return int(found.index.max())

    def document(self, name: str) -> str | None:
        """A document of the dataset (metrics.documents) as the JSON of its model, None where there is none."""
        found = self.table("SELECT content FROM document WHERE name = ?", [name])["content"]
        return None if found.empty else str(found[0])

    def documents(self, kind: str) -> tuple[str, ...]:
        """All documents of a kind of which a dataset may hold several, by name, each as the JSON of its model."""
        query = "SELECT content FROM document WHERE starts_with(name, ? || '/') ORDER BY name"
        return tuple(map(str, self.table(query, [kind])["content"]))

    def regions(self) -> pd.DataFrame:
        """One row a region in file order: region, name, kind, province, island, lat, lon, area_km2, population."""
        return self.table("SELECT * EXCLUDE (ordinal) FROM region ORDER BY ordinal")

    def scores(self, year: int) -> pd.DataFrame:
        """The published rows of a year: region, node, level, score, rank, ranked, coverage, maturity."""
        return self.table(
            """
            SELECT s.region AS region, s.node AS node, s.level AS level, s.score AS score, s.rank AS rank,
                   k.ranked AS ranked, s.coverage AS coverage, s.maturity AS maturity
            FROM score s JOIN region r ON r.region = s.region JOIN node n ON n.node = s.node
            JOIN ranked k ON k.year = s.year AND k.node = s.node
            WHERE s.year = ? ORDER BY r.ordinal, n.ordinal
            """,
            [year],
        )

    def ranking(self, year: int) -> pd.DataFrame:
        """One row a region for the root: its place in the country and within its kind.

        Columns: region, name, kind, province, island, score, rank, ranked, rank_in_kind,
        ranked_in_kind, coverage, maturity ("1" upward, "x" cannot be assessed, missing without a
        scale), then a column for each child of the root that has scores. Ordered by rank, the
        regions that are not ranked last.
        """
        ranking = self.table(
            """
            SELECT r.region AS region, r.name AS name, r.kind AS kind, r.province AS province,
                   r.island AS island, s.score AS score, s.rank AS rank, k.ranked AS ranked,
                   CASE WHEN s.rank IS NOT NULL THEN
                        rank() OVER (PARTITION BY r.kind, s.rank IS NULL ORDER BY s.rank) END AS rank_in_kind,
                   CASE WHEN s.rank IS NOT NULL THEN
                        count(*) OVER (PARTITION BY r.kind, s.rank IS NULL) END AS ranked_in_kind,
                   s.coverage AS coverage, s.maturity AS maturity
            FROM score s JOIN region r ON r.region = s.region
            JOIN ranked k ON k.year = s.year AND k.node = s.node
            WHERE s.year = ? AND s.level = 0
            ORDER BY s.rank NULLS LAST, r.ordinal
            """,
            [year],
        )
        parts = self.table("SELECT region, node, score FROM score WHERE year = ? AND level = 1", [year])
        wide = parts.pivot(index="region", columns="node", values="score")
        shown = [node.id for node in self.children(self.root.id) if node.status != "wanted"]
        return ranking.join(wide.reindex(columns=shown), on="region")

    def missing(self, year: int) -> pd.DataFrame:
        """What stands in the way of a rank: region and node of each active leaf without a value that year."""
        return self.table(
            """
            SELECT s.region AS region, s.node AS node
            FROM score s
            JOIN node n ON n.node = s.node AND n.is_leaf AND n.status = 'active'
            JOIN region r ON r.region = s.region
            JOIN score root ON root.year = s.year AND root.region = s.region AND root.level = 0
            WHERE s.year = ? AND s.score IS NULL AND root.rank IS NULL
            ORDER BY r.ordinal, n.ordinal
            """,
            [year],
        )

    def warnings(self) -> tuple[Problem, ...]:
        """What is worth a look in the figures and the framework (metrics.suspicion, metrics.chain_rules)."""
        rows = self.table("SELECT code, file, line, details FROM warning").astype("object").to_dict("records")
        return tuple(
            Problem(
                r["code"],
                r["file"],
                None if pd.isna(r["line"]) else int(r["line"]),
                None,
                json.loads(r["details"]),
            )
            for r in rows
        )

    def publishers(self, year: int, displayed: bool = True) -> tuple[str, ...]:
        """Who published the figures behind the scores of a year, by name; who gave most of them first.

        `displayed` says whether those of indicators count too that are shown outside the score.
        """
        found = self.table(
            """
            SELECT s.publisher AS publisher
            FROM raw JOIN leaf ON leaf.node = raw.node JOIN node n ON n.node = raw.node
            JOIN figure f ON f.variable = leaf.variable AND f.region = raw.region AND f.year = raw.figure_year
            JOIN source s ON s.source = f.source
            WHERE raw.year = ? AND (n.status = 'active' OR ?)
            GROUP BY s.publisher ORDER BY count(*) DESC, s.publisher
            """,
            [year, displayed],
        )
        return tuple(found["publisher"])

    def sources_read(self, year: int | None) -> tuple[str, ...]:
        """On which days the sources behind the scores of a year (None: of all years) were read, as they say it."""
        found = self.table(
            """
            SELECT DISTINCT s.accessed AS accessed
            FROM raw JOIN leaf ON leaf.node = raw.node
            JOIN figure f ON f.variable = leaf.variable AND f.region = raw.region AND f.year = raw.figure_year
            JOIN source s ON s.source = f.source
            WHERE raw.year = coalesce(?, raw.year) AND s.accessed IS NOT NULL ORDER BY s.accessed
            """,
            [year],
        )
        return tuple(found["accessed"])


def open_results(data: Path | None = None, framework: Path | None = None) -> Results:
    """The results of a dataset under a framework, the shipped ones by default. Raises InputProblems."""
    return Results(open_store(data or shipped.DATA, framework or shipped.FRAMEWORK))
