"""The groups of regions that a dataset lists: networks, programmes, awards."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.results import Results


@dataclass(frozen=True)
class Group:
    """A group in words, each of them one a language, and the codes of the regions listed in it.

    `title` is the code where the dataset gives none; `description` says what a list is and whether it is
    complete, empty where the dataset does not say.
    """

    code: str
    title: dict[str, str]
    description: dict[str, str]
    regions: frozenset[str]


def groups(results: Results) -> tuple[Group, ...]:
    """Every group with at least one region, by code."""
    rows = results.table(
        """
        SELECT m."group" AS code, list(DISTINCT CAST(m.region AS VARCHAR)) AS regions,
               coalesce(any_value(g.title_id), any_value(g.title_en), m."group") AS title_id,
               coalesce(any_value(g.title_en), any_value(g.title_id), m."group") AS title_en,
               coalesce(any_value(g.description_id), any_value(g.description_en), '') AS description_id,
               coalesce(any_value(g.description_en), any_value(g.description_id), '') AS description_en
        FROM membership m LEFT JOIN described_group g ON g."group" = m."group"
        GROUP BY m."group" ORDER BY m."group"
        """
    )
    return tuple(
        Group(
            row["code"],
            {"id": row["title_id"], "en": row["title_en"]},
            {"id": row["description_id"], "en": row["description_en"]},
            frozenset(row["regions"]),
        )
        for row in rows.to_dict("records")
    )
