"""The members beside similar regions outside, as a table."""

from collections.abc import Mapping, Sequence

import pandas as pd

from metrics.network import Part
from pages.ranking_words import scale
from pages.selection import Selection
from pages.tables import Column, draw_plain


def draw_table(here: Selection, parts: Sequence[Part], titles: Mapping[str, str]) -> None:
    """A row a measure; `titles` are by node."""
    words, decimals = here.words, scale(here).decimals
    rows = [
        {
            "region": part.node.id,
            "name": titles[part.node.id],
            "pairs": part.beside.pairs,
            "members": (part.beside.medians or (None, None))[0],
            "partners": (part.beside.medians or (None, None))[1],
            "better": part.beside.better,
            "said": words.say("clear") if part.beside.clear else words.say("not clearly different"),
        }
        for part in parts
    ]

    def write(score: float) -> str:
        return words.number(score, decimals)

    columns = [
        Column("name", words.say("Measure")),
        Column("pairs", words.say("Pairs"), words.number, number=True),
        Column("members", words.say("Median of the members"), write, number=True),
        Column("partners", words.say("Median of the partners"), write, number=True),
        Column("better", words.say("Member ahead"), words.number, number=True),
        Column("said", words.say("Difference")),
    ]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("The members beside similar regions outside"))
