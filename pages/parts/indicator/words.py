"""What the indicator screen says of regions: sentences made of the figures."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from metrics.indicator import Spread
from pages.parts.indicator.view import View


def say_answer(view: View, everyone: Spread, mine: Mapping[str, Any] | None) -> str:
    """The first line: the median over the country and, where it has a figure, the reader's own region."""
    words = view.words
    holes = {
        "title": view.title,
        "year": words.year(view.year),
        "median": view.write(everyone.median),
        "unit": view.unit,
        "count": words.number(everyone.regions),
    }
    if mine is None or pd.isna(mine["value"]):
        return words.say("{title} {year}: median {median} {unit} over {count} regions", **holes)
    return words.say(
        "{title} {year}: median {median} {unit} over {count} regions; {name} {value}",
        **holes,
        name=mine["name"],
        value=view.write(mine["value"]),
    )


def say_my_region(view: View, mine: Mapping[str, Any], spreads: Sequence[Spread]) -> str:
    """One region beside its kind: its place among those compared, where one end is better, and the middle of them."""
    words = view.words
    if pd.isna(mine["value"]):
        return say_missing(view, mine)
    told = [say_region(view, mine)]
    for spread in spreads:
        if spread.kind is not None and spread.kind == mine["kind"]:
            told.append(
                words.say(
                    "The middle half of {count} {kind} lies between {first} and {third}.",
                    count=words.number(spread.regions),
                    kind=spread.kind,
                    first=view.write(spread.first_quartile),
                    third=view.write(spread.third_quartile),
                )
            )
    return " ".join(told)


def say_region(view: View, row: Mapping[str, Any]) -> str:
    """The figure of a region and its place; `row` is its line of the figures, with a value."""
    words = view.words
    holes = {"name": row["name"], "value": view.write(row["value"]), "unit": view.unit}
    if pd.isna(row["rank_in_kind"]) or pd.isna(row["kind"]):
        return words.say("{name}: {value} {unit}.", **holes)
    holes |= {
        "place": words.number(row["rank_in_kind"]),
        "ranked": words.number(row["ranked_in_kind"]),
        "kind": row["kind"],
    }
    if view.indicator.sign < 0:
        return words.say("{name}: {value} {unit}, rank {place} of {ranked} {kind} (lower is better).", **holes)
    return words.say("{name}: {value} {unit}, rank {place} of {ranked} {kind} (higher is better).", **holes)


def say_missing(view: View, row: Mapping[str, Any]) -> str:
    """Why a region has no value."""
    words, year = view.words, view.words.year(view.year)
    if pd.isna(row["newest"]):
        return words.say("{name} has no figure for {year}, and none of any other year.", name=row["name"], year=year)
    return words.say(
        "{name} has no figure for {year}; its newest is of {newest}.",
        name=row["name"],
        year=year,
        newest=words.year(row["newest"]),
    )
