"""The ranking as a table: its rows, its columns, and the same rows as a file."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from metrics.results import Results
from pages.tables import Column
from words import Words

# Stands for every kind together, in the control and in the address.
ALL = "all"


def rows_in_view(ranking: pd.DataFrame, kind: str, province: str | None) -> pd.DataFrame:
    """The regions of a kind and a province, best first; those that cannot be assessed come last."""
    kept = ranking
    if kind != ALL:
        kept = kept[kept["kind"] == kind]
    if province is not None:
        kept = kept[kept["province"] == province]
    return kept.sort_values(["rank", "name"], na_position="last", kind="stable")


def ranking_columns(
    scored: Results, rows: pd.DataFrame, kind: str, decimals: int, words: Words
) -> list[Column]:
    """The columns of the table for rows of a kind, or of all kinds; what no row has a value for is left out."""

    def write_score(score: float) -> str:
        return words.number(score, decimals)

    columns = [*_rank_columns(rows, kind, words), Column("name", words.say("Region"), width=220)]
    if kind == ALL:
        columns.append(Column("kind", words.say("Kind"), str.capitalize, width=100))
    columns += [
        Column("province", words.say("Province"), width=170),
        Column("score", words.say("Score"), write_score, number=True, width=75),
    ]
    if maturity := scored.framework.maturity:
        titles = {
            str(number): words.title(level.title) for number, level in enumerate(maturity.levels, start=1)
        }
        columns.append(
            Column(
                "maturity",
                words.say("Level (indicative)"),
                lambda level: words.say("{number} {title}", number=level, title=titles.get(level, "")),
                help=words.say("Teladan's own scale of attainment, not an official assessment."),
                width=150,
            )
        )
    for node in scored.nodes:
        if node.depth == 1 and rows[node.id].notna().any():
            shown = node.status == "shown"
            title = words.title(node.title)
            columns.append(
                Column(
                    node.id,
                    words.say("{title} (outside the score)", title=title) if shown else title,
                    write_score,
                    number=True,
                    help=words.title(node.description) or None,
                    width=130,
                )
            )
    columns.append(
        Column(
            "coverage",
            words.say("Coverage"),
            words.percent,
            number=True,
            help=words.say(
                "The share of the framework's measurable indicators that have a figure for the region."
            ),
            width=95,
        )
    )
    return [column for column in columns if column.field != "maturity" or rows["maturity"].notna().any()]


def _rank_columns(rows: pd.DataFrame, kind: str, words: Words) -> list[Column]:
    """Rank within the kind first, then the national one; the number ranked stands in the heading."""
    national = Column(
        "rank",
        words.say("Of {count} nationally", count=words.number(rows["ranked"].max())),
        words.number,
        number=True,
        help=words.say("Rank among all regions that can be assessed; 1 is best."),
        width=120,
    )
    if kind == ALL:
        return [national]
    within = Column(
        "rank_in_kind",
        words.say("Of {count} {kind}", count=words.number(rows["ranked_in_kind"].max()), kind=kind),
        words.number,
        number=True,
        help=words.say("Rank among the regions of the same kind that can be assessed; 1 is best."),
        width=120,
    )
    return [within, national]
