"""Who is listed in a group: since when, in which part, and where that was read."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.explain import given, whole
from metrics.results import Results


@dataclass(frozen=True)
class Listed:
    """A line of groups.csv: `year` and `status` as it gives them; a region may have several.

    `publisher`, `title` and `address` are those of its source, None where the dataset does not say.
    """

    region: str
    year: int | None
    status: str | None
    publisher: str | None
    title: str | None
    address: str | None


def memberships(results: Results, group: str) -> tuple[Listed, ...]:
    """The lines of a group, by region and year; none for a group that is not there."""
    rows = results.table(
        """
        SELECT CAST(m.region AS VARCHAR) AS region, m.year AS year, m.status AS status, s.publisher AS publisher,
               s.title AS title, s.address AS address
        FROM membership m LEFT JOIN group_source s ON s.source = m.source
        WHERE m."group" = ? ORDER BY m.region, m.year
        """,
        [group],
    ).astype("object")
    texts = ("status", "publisher", "title", "address")
    return tuple(
        Listed(str(row["region"]), whole(row["year"]), *(given(row[text]) for text in texts))
        for row in rows.to_dict("records")
    )
