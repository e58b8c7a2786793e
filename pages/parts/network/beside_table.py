"""The members beside similar regions outside, as a table."""

from collections.abc import Mapping, Sequence

import pandas as pd

from metrics.network import Part
from pages.parts.rankings.words import scale
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def draw_table(here: Selection, parts: Sequence[Part], titles: Mapping[str, str]) -> None:
    """A row a measure; `titles` are by node."""
    words = here.words
    rows = [
        {
            "region": part.node.id,
            "name": titles[part.node.id],
            "pairs": part.beside.pairs,
            "members": _median(here, part, 0),
            "partners": _median(here, part, 1),
            "better": part.beside.better,
            "said": words.say("clear") if part.beside.clear else words.say("not clearly different"),
        }
        for part in parts
    ]

    columns = [
        Column("name", words.say("Measure")),
        Column("pairs", words.say("Pairs"), words.number, number=True),
        Column("members", words.say("Median of the members"), right=True),
        Column("partners", words.say("Median of the partners"), right=True),
        Column("better", words.say("Member ahead"), words.number, number=True),
        Column("said", words.say("Difference")),
    ]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("The members beside similar regions outside"))


def _median(here: Selection, part: Part, side: int) -> str | None:
    """A median with as many decimals as the indicator has, or the scale of the scores; None where there is none."""
    if part.beside.medians is None:
        return None
    return here.words.number(
        part.beside.medians[side], part.node.decimals if part.node.is_leaf else scale(here).decimals
    )
