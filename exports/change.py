"""Why a score changed: the table of its parts, and in words what is not compared."""

from __future__ import annotations

import pandas as pd

from metrics.change import Apart, Change
from metrics.change_states import FACTORS
from words import Words


def change_table(found: Change) -> pd.DataFrame:
    """Rows from before to after: part, node, score, rank, rank_in_kind.

    `before` and `after` hold the measures themselves, all rows between them what they changed by; rows of `own`
    with a node are the indicators of the row without.
    """
    measures = {"score": found.score, "rank": found.rank, "rank_in_kind": found.rank_in_kind}
    rows: list[dict[str, object]] = [{"part": "before"} | {name: moved.before for name, moved in measures.items()}]
    for factor in FACTORS:
        rows.append({"part": factor} | {name: round(moved.parts[factor], 12) for name, moved in measures.items()})
        if factor == "own":
            rows += [{"part": factor, "node": step.node.id, "score": round(step.points, 12)} for step in found.steps]
    rows.append({"part": "after"} | {name: moved.after for name, moved in measures.items()})
    return pd.DataFrame(rows, columns=["part", "node", *measures])


def say_apart(words: Words, one: Apart, years: tuple[int, int]) -> str:
    """Why an indicator is not compared between two years, or two versions of one year."""
    title, before, after = words.title(one.node.title), words.year(years[0]), words.year(years[1])
    versions = years[0] == years[1]
    match one.reason:
        case "break":
            return words.say("{title}: its series began anew in {year}", title=title, year=words.year(one.year or 0))
        case "carried":
            return words.say("{title}: stands on the figure of {year}", title=title, year=words.year(one.year or 0))
        case "only_before" if versions:
            return words.say("{title}: only the first version has a figure of it", title=title)
        case "only_after" if versions:
            return words.say("{title}: only the second version has a figure of it", title=title)
        case "only_before":
            return words.say("{title}: no figure for {year}", title=title, year=after)
        case "only_after":
            return words.say("{title}: no figure for {year}", title=title, year=before)
        case "different":
            return words.say("{title}: measured otherwise in the second framework", title=title)
        case "reference":
            return words.say("{title}: measured against a region that moves itself", title=title)
        case _:
            return words.say("{title}: no figure on either side", title=title)
