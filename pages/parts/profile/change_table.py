"""A region's change indicator by indicator, and what is not compared."""

import pandas as pd

from exports.change import say_apart
from metrics.change import Apart, Change
from pages.parts.profile import change_words as say
from pages.parts.profile.view import title
from pages.shared import prose
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def draw_steps(here: Selection, found: Change) -> None:
    """The figures of both years, and what each indicator did to the score."""
    words = here.words
    rows = [
        {
            "region": step.node.id,
            "name": title(here, step.node),
            "before": words.number(step.before, step.node.decimals),
            "after": words.number(step.after, step.node.decimals),
            "unit": words.title(step.node.unit),
            "points": words.signed(step.points, 1),
            "remark": say.say_remark(words, step),
        }
        for step in found.steps
    ]
    first, last = map(words.year, found.years)
    columns = [
        Column("name", words.say("Indicator")),
        Column("before", first, number=True),
        Column("after", last, number=True),
        Column("unit", words.say("Unit")),
        Column("points", words.say("Points"), number=True),
        Column("remark", words.say("Remark")),
    ]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("What each indicator did to the score"))


def draw_apart(here: Selection, apart: tuple[Apart, ...], years: tuple[int, int]) -> None:
    """Every indicator that is not compared, with the reason."""
    told = [here.words.say("Not compared: {said}.", said=say_apart(here.words, one, years)) for one in apart]
    if told:
        prose.points(told)
