"""Whether the scores of a year rest on figures of earlier years too."""

from __future__ import annotations

from metrics.results import Results


def carries(results: Results, year: int) -> bool:
    """Whether any figure that counts in the scores of a year is from a year before."""
    found = results.table(
        """
        SELECT count(*) AS older FROM raw JOIN node ON node.node = raw.node AND node.status = 'active'
        WHERE raw.year = ? AND raw.figure_year < raw.year
        """,
        [year],
    )
    return bool(found["older"][0])
