"""Regions side by side as one table: every number of the comparison with the row of the source it comes from."""

from __future__ import annotations

import pandas as pd

from metrics.results import Results
from metrics.side_by_side import SideBySide


def side_by_side_rows(results: Results, found: SideBySide) -> pd.DataFrame:
    """One row for each measure and region: the headline, the dimensions, the indicators; in each the best first.

    Columns: node, region, name, value (a score, an indicator in natural units), unit, difference (value less that of
    the first region), relation, clear (yes, no, missing where nobody can say), low and high (the band of a score),
    then score, rank, coverage and maturity as `score` gives them, origin, figure_year, and the source of an indicator:
    source, publisher, file, line, note.
    """
    rows = [
        {
            "node": measure.node.id,
            "region": side.region,
            "value": side.value,
            "unit": measure.node.unit.en if measure.natural and measure.node.unit else None,
            "difference": side.difference,
            "relation": side.relation,
            "clear": None if side.apart is None else "yes" if side.apart else "no",
            "low": side.band[0] if side.band else None,
            "high": side.band[1] if side.band else None,
        }
        for measure in (found.headline, *found.dimensions, *found.indicators)
        for side in measure.sides
    ]
    sources = results.table(
        """
        SELECT s.node AS node, s.region AS region, r.name AS name, s.score AS score, s.rank AS rank,
               s.coverage AS coverage, s.maturity AS maturity, CAST(i.origin AS VARCHAR) AS origin,
               i.figure_year AS figure_year, f.source AS source, p.publisher AS publisher, f.file AS file,
               f.line AS line, f.note AS note
        FROM score s
        JOIN region r ON r.region = s.region
        LEFT JOIN imputed i ON i.year = s.year AND i.region = s.region AND i.node = s.node
        LEFT JOIN leaf l ON l.node = s.node
        LEFT JOIN figure f ON f.variable = l.variable AND f.region = s.region AND f.year = i.figure_year
        LEFT JOIN source p ON p.source = f.source
        WHERE s.year = ? AND list_contains(?, CAST(s.region AS VARCHAR))
        """,
        [found.year, list(found.regions)],
    )
    table = pd.DataFrame(rows).merge(sources, on=["node", "region"], how="left")
    whole = dict.fromkeys(("rank", "figure_year", "line"), "Int64")
    front = ["node", "region", "name"]
    return table.astype(whole)[front + [column for column in table if column not in front]]
