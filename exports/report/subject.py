"""What a report is about: one region in one year, and everything that its sections ask, each asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from exports.report.references import References
from exports.slides import national
from exports.slides.about import scale
from exports.standing_words import say_rank, say_score
from exports.titles import level_names
from metrics.banded import Certainty, certainty, cuts
from metrics.bands import Bands
from metrics.gaps import Gap, Gaps, gaps
from metrics.limits import Limit, limits
from metrics.peer_choices import chosen_peers
from metrics.practices.catalogue import catalogue
from metrics.practices.matching import Match, matches
from metrics.practices.places import Places
from metrics.problems import InputProblems
from metrics.profile import Profile, region_profile
from metrics.results import Results
from metrics.simulation import Rescored, Simulator, simulator
from metrics.tree import Node
from metrics.way_up import WaysUp, ways_up
from metrics.way_up_targets import PEERS, targets
from words import Words

YEARS = 5  # in which the way up is to be gone, as a medium-term plan of a region runs


class Subject:
    """A region in a year, with its results, its language and the references of the report.

    Raises KeyError for a region that is not there, ValueError for a year that is not scored.
    """

    def __init__(self, results: Results, words: Words, region: str, year: int) -> None:
        self.results, self.words, self.region, self.year = results, words, region, year
        if year not in results.years:
            raise ValueError(year)
        self.references = References(results, words)
        self.profile: Profile = region_profile(results, region, year)
        self.name, self.kind = self.profile.name, self.profile.kind

    @property
    def kin(self) -> str:
        """What the region is compared with by rank and percentile: its kind, or all regions."""
        return self.kind or self.words.say("regions")

    @property
    def simulator(self) -> Simulator:
        """What scores the region again with other figures."""
        return _simulated(self.results, self.year)

    @property
    def bands(self) -> Bands | None:
        """The default run of draws; None where the default assumptions do not go with the figures."""
        return national.bands(self.results, self.year)

    @property
    def ranking(self) -> pd.DataFrame:
        """The ranking with its bands; not to be changed."""
        return national.ranking(self.results, self.year)

    @cached_property
    def row(self) -> Mapping[str, Any]:
        """The region's own line of the ranking."""
        return self.row_of(self.region)

    def row_of(self, region: str) -> Mapping[str, Any]:
        """A region's line of the ranking."""
        return national.rows(self.results, self.year)[region]

    @property
    def assessed(self) -> bool:
        """Whether the region has a rank."""
        return bool(pd.notna(self.row["rank"]))

    @cached_property
    def certainty(self) -> Certainty | None:
        """How sure its rank and level are; None where it has no rank or there are no draws."""
        if self.bands is None:
            return None
        return certainty(self.bands, self.region, self.results.framework.maturity)

    @cached_property
    def peers(self) -> tuple[str, ...]:
        """The regions most like it in structure; none where the dataset has nothing to compare by."""
        with suppress(InputProblems):
            return chosen_peers(self.results, self.year, self.region)
        return ()

    @cached_property
    def gaps(self) -> Gaps:
        """Its gaps to the median of these peers."""
        return gaps(self.simulator, self.region, self.peers)

    @cached_property
    def limits(self) -> Mapping[str, Limit]:
        """How far each indicator can be asked to go."""
        return limits(self.results, self.year, self.region, self.peers)

    @cached_property
    def ways(self) -> tuple[tuple[str, WaysUp], ...]:
        """The ways to the next level and to the median of the peers by their keys, without those that are reached."""
        aims = targets(self.simulator, self.region, self.peers)
        wanted = [key for at, key in enumerate(aims) if at == 0 or key == PEERS]
        found = [(key, ways_up(self.simulator, self.region, aims[key], self.limits, YEARS)) for key in wanted]
        return tuple(pair for pair in found if not pair[1].reached)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Practices of others as they look from here; none where the catalogue names another framework's nodes."""
        found = catalogue(self.results)
        return matches(self.results, found.practices, self.gaps)

    @cached_property
    def places(self) -> Places:
        """Where practices are."""
        return Places(self.results)

    @property
    def now(self) -> Rescored:
        """The region as it is published."""
        return self.simulator.published(self.region)

    @property
    def scale(self) -> tuple[float, float]:
        """The ends of what scores run on."""
        return self._leaves[0].normalise.range

    @property
    def goals_differ(self) -> bool:
        """Whether a score of one indicator means something else than the same score of another."""
        return len({(leaf.normalise.using, leaf.goalposts) for leaf in self._leaves}) > 1

    @property
    def _leaves(self) -> list[Node]:
        return [node for node in self.results.nodes if node.is_leaf and node.status != "wanted"]

    def median_score(self, node: Node, column: str) -> float | None:
        """The median score of a dimension among the regions that share the region's `column` (kind, province)."""
        table, own = self.ranking, self.row[column]
        found = (table if pd.isna(own) else table[table[column] == own])[node.id].median()
        return None if pd.isna(found) else float(found)

    @property
    def level(self) -> int | None:
        """The number of its level; None where it has none."""
        told = str(self.row["maturity"])
        return int(told) if told.isdecimal() else None

    @property
    def level_starts(self) -> Sequence[float]:
        """The scores from which the levels up from the second start."""
        return cuts(self.results.framework.maturity)

    def level_title(self, number: int) -> str:
        """A level by number and title."""
        return level_names(self.words, self.results)[number - 1]

    def ranks(self, then: Rescored) -> dict[str, str] | None:
        """The rank within its kind now and with other figures, each with its band, and the number ranked.

        They fill a sentence of the report; None where either has no rank or no band, or where both are the same.
        """
        now = self.now
        if now.rank_in_kind is None or then.rank_in_kind in (None, now.rank_in_kind) or self.bands is None:
            return None
        if (band := self.simulator.band(self.region, then.values)) is None:
            return None
        low, high = band.rank_in_kind
        later = {"rank": then.rank_in_kind, "rank_low": low, "rank_high": high}
        return {
            "place": say_rank(self.words, self.row, "rank_in_kind" if self.kind else "rank"),
            "then": say_rank(self.words, later, "rank"),
            "ranked": self.words.number(then.ranked_in_kind),
            "kind": self.kin,
        }

    def region_name(self, region: str) -> str:
        """What a region is called; where two share a name, the code stands behind it."""
        return national.region_names(self.results)[region]

    def title(self, node: Node) -> str:
        """What a node is called: by what is measured of it; a proxy is marked."""
        measured = self.results.measured(node.id)
        return ("≈ " if measured.proxy else "") + self.words.title(measured.title)

    def number(self, node: Node, value: float | None) -> str:
        """A value of an indicator, without its unit."""
        return self.words.number(value, node.decimals)

    def natural(self, node: Node, value: float | None) -> str:
        """A value of an indicator with its unit."""
        return f"{self.number(node, value)} {self.words.title(node.unit)}".rstrip()

    def yearly(self, node: Node, value: float | None) -> str:
        """A change a year: one decimal finer than figures that have one, for those hardly move by it."""
        return self.words.signed(value, 2 if node.decimals == 1 else node.decimals)

    @cached_property
    def decimals(self) -> int:
        """With how many decimals scores of the whole are written, as on the screens."""
        return scale(self.results, self.year).decimals

    def score(self, value: float | None) -> str:
        """A score as the report writes all of them."""
        return self.words.number(value, self.decimals)

    def banded_score(self, region: str) -> str:
        """The score of a region with its band; a word where it has none."""
        row = self.row_of(region)
        if pd.isna(row["score"]):
            return self.words.say("cannot be assessed")
        band = None if pd.isna(row["score_low"]) else (row["score_low"], row["score_high"])
        return say_score(self.words, row["score"], band, self.decimals)

    def of_gap(self, gap: Gap) -> tuple[int, ...]:
        """The references of a gap: the region's own figure, and those of the peers behind the goal."""
        own = self.references.figure(gap.node, gap.figure_year, self.region)
        return tuple(dict.fromkeys((*own, *self.of_peers(gap.node))))

    def of_peers(self, node: Node) -> tuple[int, ...]:
        """The references of the peers' figures of an indicator, each of the year that it counts from."""
        years: dict[int, list[str]] = {}
        for peer in self.peers:
            if (year := self.simulator.figure_years(peer).get(node.id)) is not None:
                years.setdefault(year, []).append(peer)
        numbers = [number for year in sorted(years) for number in self.references.figures(node, year, years[year])]
        return tuple(dict.fromkeys(numbers))


@lru_cache(maxsize=4)
def _simulated(results: Results, year: int) -> Simulator:
    return simulator(results, year)
