"""The pictures of single indicators as tables."""

import pandas as pd

from pages.parts.robustness.view import my_name
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def draw_left_out_table(here: Selection, rows: pd.DataFrame) -> None:
    """The ranking without each indicator."""
    words, name = here.words, my_name(here)
    columns = [
        Column("name", words.say("Left out")),
        Column("mean", words.say("Mean shift"), lambda x: words.number(x, 1), number=True),
        Column("median", words.say("Median shift"), lambda x: words.number(x, 0), number=True),
        Column("largest", words.say("Largest shift"), lambda x: words.number(x, 0), number=True),
        Column("moved", words.say("Region that moves most")),
    ]
    if here.results.framework.maturity:
        columns.append(Column("levels", words.say("Regions that change level"), words.number, number=True))
    if name:
        head = words.say("National rank of {name}", name=name)
        columns.append(Column("rank", head, lambda x: words.number(x, 0), number=True))
    draw_plain(rows, columns, None, words.say("What leaving out an indicator does to the ranks, in places"))


def draw_influence_table(here: Selection, rows: pd.DataFrame) -> None:
    """Influence and weight of each indicator."""
    words = here.words
    columns = [
        Column("name", words.say("Indicator")),
        Column("weight", words.say("Weight"), lambda x: words.percent(x, 1), number=True),
        Column("share", words.say("Influence"), lambda x: words.percent(x, 1), number=True),
        Column("with_root", words.say("Correlation with the score"), lambda x: words.number(x, 2), number=True),
        Column("with_parent", words.say("Correlation with its group"), lambda x: words.number(x, 2), number=True),
        Column("above", words.say("Group")),
    ]
    if rows["remark"].any():
        columns.append(Column("remark", words.say("Remark")))
    draw_plain(rows, columns, None, words.say("Influence and weight of each indicator"))
