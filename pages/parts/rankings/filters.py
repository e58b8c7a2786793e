"""Which regions the rankings screen shows: what is chosen, and the rows that it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.groups import Group
from metrics.groups import groups as listed_groups
from metrics.population import Size
from metrics.population import sizes as population_sizes
from pages.parts.rankings.columns import of_view
from pages.shared.inert import inert
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from pages.shared.trends import trends
from words import Words


@dataclass(frozen=True)
class Filters:
    """A kind, or all of them, and what else the regions shown have in common; None where that is left open."""

    kind: str
    province: str | None = None
    island: str | None = None
    group: str | None = None
    size: Size | None = None

    @property
    def narrow(self) -> bool:
        """Whether fewer regions are shown than those of the kind."""
        return any((self.province, self.island, self.group, self.size))


def rows_in_view(here: Selection, filters: Filters) -> pd.DataFrame:
    """The regions that fit, best first, with their trend; those that cannot be assessed come last."""
    kept = of_view(here.ranking, filters.kind, filters.province)
    if filters.island is not None:
        kept = kept[kept["island"] == filters.island]
    if filters.group is not None:
        kept = kept[kept["region"].isin(groups(here.framework)[filters.group].regions)]
    if filters.size is not None:
        kept = kept[kept["region"].map(sizes(here.framework)) == filters.size]
    moved = trends(here.framework, here.year)
    if moved is not None:
        kept = kept.merge(moved.regions, on="region", how="left")
    return kept.sort_values(["rank", "name"], na_position="last", kind="stable")


@kept(20)
def groups(framework: str) -> Mapping[str, Group]:
    """The groups that the dataset lists, by code."""
    return {group.code: group for group in listed_groups(results(framework))}


@kept(20)
def sizes(framework: str) -> Mapping[str, Size]:
    """The class by population of every region that has one, by its code."""
    return population_sizes(results(framework))


@kept(20)
def islands(framework: str) -> tuple[str, ...]:
    """The islands by name."""
    return tuple(sorted(results(framework).regions()["island"].dropna().unique()))


def say_shown(words: Words, filters: list[str], rows: pd.DataFrame, found: int, kind: str | None) -> str:
    """How many of the regions that fit the filters are in the table, and that their ranks do not follow the filters."""
    holes = {"filters": words.listing(filters), "shown": words.number(len(rows)), "found": words.number(found)}
    if kind is None:
        return words.say(
            "{filters}: {shown} of {found} regions can be assessed. Their ranks are among all {ranked} ranked regions.",
            ranked=words.number(rows["ranked"].max()),
            **holes,
        )
    return words.say(
        "{filters}: {shown} of {found} regions can be assessed. Their ranks are among all {ranked} ranked {kind}.",
        ranked=words.number(rows["ranked_in_kind"].max()),
        kind=kind,
        **holes,
    )


def say_nothing_fits(words: Words, chosen: list[str]) -> str:
    """What to do where the filters leave no region."""
    return words.say(
        "No region fits all of these: {filters}. Choose another kind, or press “{clear}”.",
        filters=inert(words.listing(chosen)),
        clear=words.say("Clear filters"),
    )
