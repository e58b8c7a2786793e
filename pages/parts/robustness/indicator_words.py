"""What the screen on certainty says of single indicators."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.standing_words import say_rank
from metrics.sensitivity.correlations import WEAK
from words import Words

Row = Mapping[str, Any]


def say_left_out(words: Words, row: Row) -> str:
    """The title of the ranking without each indicator: the one that moves the ranks most."""
    return words.say(
        "Without “{indicator}” the ranks move most, by {mean} places on average",
        indicator=row["name"],
        mean=words.number(row["mean"], 0),
    )


def places(row: Row, mine: bool) -> tuple[float | None, ...]:
    """Where the marks of an indicator stand: the mean of all regions, and the reader's region where there is one."""
    if not mine:
        return (row["mean"],)
    return (row["mean"], None if pd.isna(row["places"]) else row["places"])


def say_new_rank(words: Words, row: Row, mine: bool) -> str:
    """At the end of the line: the rank of the reader's region without the indicator, or the mean."""
    if not mine:
        return words.number(row["mean"], 1)
    return words.say("→ {rank}", rank=words.number(row["rank"], 0))


def say_arrow(words: Words, region: Row) -> str:
    """What the arrows at the ends of the lines mean; `region` is the reader's line of the ranking."""
    return words.say(
        "After the arrow: the national rank of {name} without it; now {rank} of {ranked} regions.",
        name=region["name"],
        rank=say_rank(words, region, "rank"),
        ranked=words.number(region["ranked"]),
    )


def say_without(words: Words, row: Row, name: str | None) -> str:
    """One indicator left out, in a full sentence."""
    told = words.say(
        "Without {indicator} ranks move by {mean} places on average, and by {largest} at most ({region}).",
        indicator=row["name"],
        mean=words.number(row["mean"], 1),
        largest=words.number(row["largest"], 0),
        region=row["moved"],
    )
    if name is None or pd.isna(row["rank"]):
        return told
    rank, ranked = words.number(row["rank"], 0), words.number(row["ranked"], 0)
    return f"{told} " + words.say("{name} would be {rank} of {ranked} nationally.", name=name, rank=rank, ranked=ranked)


def say_influence(words: Words, row: Row) -> str:
    """The title of influence and weight: the indicator that decides most."""
    return words.say(
        "“{indicator}” decides most: {share} of the influence, at {weight} of the weight",
        indicator=row["name"],
        share=words.percent(row["share"]),
        weight=words.percent(row["weight"], 1),
    )


def say_departures(words: Words, rows: pd.DataFrame) -> list[str]:
    """What influence is, and which indicators decide far more or less than their weight says."""
    told = [
        words.say(
            "Influence: how closely the score follows an indicator (squared correlation), as a share of all indicators."
        )
    ]
    less, more = (rows[rows["departs"] == side]["name"].tolist() for side in (-1, 1))
    if less:
        told.append(words.say("Less than half of what the weight says: {indicators}.", indicators=words.listing(less)))
    if more:
        told.append(words.say("More than twice what the weight says: {indicators}.", indicators=words.listing(more)))
    if not less and not more:
        told.append(words.say("No indicator decides less than half or more than twice what its weight says."))
    return told


def say_beside_weight(words: Words, row: Row) -> str:
    """Influence and weight of one indicator in a full sentence."""
    return words.say(
        "{indicator}: {share} of the influence, {weight} of the weight; correlation with the score {correlation}.",
        indicator=row["name"],
        share=words.percent(row["share"], 1),
        weight=words.percent(row["weight"], 1),
        correlation=words.number(row["with_root"], 2),
    )


def say_remark(words: Words, row: Row) -> str:
    """What is worth a look about one indicator; nothing where nothing is."""
    told = []
    if row["departs"]:
        more, less = words.say("decides more than twice its weight"), words.say("decides less than half its weight")
        told.append(more if row["departs"] > 0 else less)
    if row["with_root"] < 0:
        told.append(words.say("goes against the score"))
    elif row["with_parent"] < WEAK:
        told.append(words.say("hardly follows its group"))
    return "; ".join(told)
