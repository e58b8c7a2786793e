"""Every indicator of the next step in figures: today, the goal, points, paces and years."""

import pandas as pd

from metrics.gaps import Gap
from pages.parts.next import words as say
from pages.parts.next.pace_words import say_yearly
from pages.parts.next.view import View, number, title
from pages.shared.tables import Column, draw_plain


def draw_table(view: View) -> None:
    """The table, in the order of the bars."""
    words, found = view.words, view.gaps
    rows = [
        {
            "region": gap.node.id,
            "name": _with_unit(view, gap),
            "today": number(words, gap, gap.today),
            "goal": number(words, gap, gap.goal),
            "gain": None if gap.gain is None or gap.state != "behind" else words.signed(gap.gain, view.decimals),
            "own": say_yearly(words, gap, gap.own.yearly) if gap.own else None,
            "usual": say_yearly(words, gap, None if gap.usual is None else gap.node.sign * gap.usual),
            "fast": say_yearly(words, gap, None if gap.fast is None else gap.node.sign * gap.fast),
            "years": words.number(gap.years, 0) if gap.state == "behind" else None,
        }
        for gap in found.gaps
    ]
    columns = [
        Column("name", words.say("Indicator")),
        Column("today", view.name, number=True),
        Column("goal", words.say("Goal"), number=True),
        Column("gain", words.say("Points"), number=True),
        Column("own", words.say("Own change a year"), number=True),
        Column("usual", words.say("Peers' median a year"), number=True),
        Column("fast", words.say("Fast peers a year"), number=True),
        Column("years", words.say("Years at its own pace"), number=True),
    ]
    caption = words.say("Gaps of {name} to {aim}, {year}", name=view.name, aim=say.say_aim(view), year=view.here.year)
    draw_plain(pd.DataFrame(rows), columns, None, caption)


def _with_unit(view: View, gap: Gap) -> str:
    """An indicator with its unit, where it has one."""
    unit = view.words.title(gap.node.unit)
    return view.words.say("{name} ({details})", name=title(view, gap), details=unit) if unit else title(view, gap)
