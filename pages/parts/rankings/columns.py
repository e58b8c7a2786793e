"""The ranking as a table: which rows it has, and which columns."""

from collections.abc import Callable

import pandas as pd

from exports.titles import dimension_titles, level_names
from metrics.results import Results
from metrics.trend import Trend
from pages.parts.rankings.trend import trend_columns
from pages.shared.band_columns import band_column
from pages.shared.tables import Column
from words import Words

# Stands for every kind together, in the control and in the address.
ALL = "all"


def of_view(regions: pd.DataFrame, kind: str, province: str | None) -> pd.DataFrame:
    """The regions of a kind and a province, in the order in which they come."""
    kept = regions
    if kind != ALL:
        kept = kept[kept["kind"] == kind]
    if province is not None:
        kept = kept[kept["province"] == province]
    return kept


def ranking_columns(
    scored: Results, rows: pd.DataFrame, kind: str, decimals: int, words: Words, moved: Trend | None
) -> list[Column]:
    """The columns of the table for rows of a kind, or of all kinds; what no row has a value for is left out."""

    def write_score(score: float) -> str:
        return words.number(score, decimals)

    first, further = _rank_columns(rows, kind, words)
    columns = [*first, Column("name", words.say("Region"), width=210)]
    if kind == ALL:
        columns.append(Column("kind", words.say("Kind"), str.capitalize, width=95))
    columns += [
        Column("score", words.say("Score"), write_score, number=True, width=70),
        *(_level_columns(scored, words) if first else []),
        *(trend_columns(words, moved) if moved else []),
        Column("province", words.say("Province"), width=190),
        *further,
        *_dimension_columns(scored, write_score, words),
        Column(
            "coverage",
            words.say("Coverage"),
            words.percent,
            number=True,
            help=words.say("The share of the framework's measurable indicators that have a figure for the region."),
            width=95,
        ),
    ]
    return [column for column in columns if rows[column.field].notna().any()]


def _rank_columns(rows: pd.DataFrame, kind: str, words: Words) -> tuple[list[Column], list[Column]]:
    """The rank that the table is about with its band, and one to stand further on; headings hold the number ranked."""
    if rows["rank"].isna().all():
        return [], []
    national = Column(
        "rank",
        words.say("Of {count} nationally", count=words.number(rows["ranked"].max())),
        words.number,
        number=True,
        help=words.say("Rank among all regions that can be assessed; 1 is best."),
        width=130,
    )
    if kind == ALL:
        return [national, band_column("rank_band", words)], []
    within = Column(
        "rank_in_kind",
        words.say("Of {count} {kind}", count=words.number(rows["ranked_in_kind"].max()), kind=kind),
        words.number,
        number=True,
        help=words.say("Rank among the regions of the same kind that can be assessed; 1 is best."),
    )
    return [within, band_column("rank_in_kind_band", words)], [national, band_column("rank_band", words)]


def _level_columns(scored: Results, words: Words) -> list[Column]:
    told = {str(number): name for number, name in enumerate(level_names(words, scored), start=1)}
    help = words.title(scored.framework.title)
    return [
        Column("maturity", words.say("Level"), lambda level: told.get(level, level), help=help, width=140),
        Column(
            "level_chance",
            words.say("Level holds"),
            words.percent,
            number=True,
            help=words.say("The share of the recalculations in which the region has this level."),
            width=105,
        ),
    ]


def _dimension_columns(scored: Results, write_score: Callable[[float], str], words: Words) -> list[Column]:
    """A column for every dimension that has figures."""
    return [
        Column(
            node,
            title,
            write_score,
            number=True,
            help=words.title(scored.measured(node).description) or None,
            width=130,
        )
        for node, title in dimension_titles(words, scored).items()
    ]
