"""Bands of ranks as columns of a table."""

import pandas as pd

from exports.standing_words import say_band
from metrics.bands import HIGH, LOW
from metrics.robustness import DRAWS
from pages.shared.tables import Column
from words import Words

# Of the largest rank that is put in order.
_DIGITS = 6


def band_column(field: str, words: Words) -> Column:
    """Where a rank lies in most of the draws."""
    return Column(
        field,
        words.say("Band"),
        right=True,
        help=words.say(
            "Where the rank lies in {share} of {draws} recalculations. What differs between them stands above the "
            "table.",
            share=words.percent(HIGH - LOW),
            draws=words.number(DRAWS),
        ),
        width=85,
    )


def with_band_texts(rows: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The rows with the bands of both ranks as text, which a table sorts by the lower end."""
    told = {}
    for column in ("rank", "rank_in_kind"):
        ends = zip(rows[f"{column}_low"], rows[f"{column}_high"], strict=True)
        # Spaces in front, which nobody sees in a cell that ends at the right, put 9 before 10.
        told[f"{column}_band"] = [
            None if pd.isna(low) else " " * (_DIGITS - len(str(int(low)))) + say_band(words, low, high)
            for low, high in ends
        ]
    return rows.assign(**told)
