"""A what-if as a table: the score, its dimensions and what is set, published and what if."""

import pandas as pd

from metrics.tree import Node
from pages.parts.whatif.view import View
from pages.shared.tables import Column, draw_plain


def draw_table(view: View) -> None:
    """The table."""
    words, set_ = view.words, dict(view.values)
    nodes = [*shown(view), *(lever.node for lever in view.levers if lever.node.id in set_)]
    rows = pd.DataFrame(
        [
            {
                "region": node.id,
                "name": title_of(view, node) if node in shown(view) else words.title(node.title),
                "before": known(view.before.scores[node.id]),
                "after": known(view.after.scores[node.id]),
                "rank_before": view.before.ranks[node.id],
                "rank": view.after.ranks[node.id],
            }
            for node in nodes
        ]
    )

    def one(value: float) -> str:
        return words.number(value, 1)

    columns = [
        Column("name", words.say("Score, dimensions and what is set")),
        Column("before", words.say("Score as published"), one, number=True),
        Column("after", words.say("Score, what if"), one, number=True),
        Column("rank_before", words.say("Rank nationally, as published"), words.number, number=True),
        Column("rank", words.say("Rank nationally, what if"), words.number, number=True),
    ]
    draw_plain(rows, columns, None, words.say("What if, beside what is published"))


def shown(view: View) -> list[Node]:
    """The whole and its dimensions."""
    return [view.here.results.root, *view.parts]


def title_of(view: View, node: Node) -> str:
    """What a node is called here."""
    words = view.words
    if node.parent is None:
        return words.say("Score")
    title = words.title(view.here.results.measured(node.id).title)
    return words.say("{title} (outside the score)", title=title) if node.status == "shown" else title


def known(score: float) -> float | None:
    """A score without the last digits of its sums; None where there is none."""
    return None if pd.isna(score) else round(score, 9)
