"""`teladan practices`: what others have done that answers the gaps of a region."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click
import pandas as pd

from exports.match_reasons import say_match
from metrics.asked import asked_year, find_region
from metrics.commands.common import common
from metrics.commands.written import check_suffix, put_out
from metrics.gaps import Goal, gaps
from metrics.peer_choices import chosen_peers
from metrics.peers import COUNT
from metrics.practices.catalogue import catalogue
from metrics.practices.matching import Match, matches
from metrics.practices.places import Places
from metrics.results import open_results
from metrics.simulation import simulator
from words import Language, Words, speak

PRACTICES = 10  # how many, where nobody says otherwise


@click.command()
@click.argument("region")
@click.option("--count", type=click.IntRange(1), default=PRACTICES, show_default=True, help="How many, at most.")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--peers", type=click.IntRange(1), default=COUNT, show_default=True, help="How many set the goal.")
@click.option("--goal", type=click.Choice(get_args(Goal)), default="median", show_default=True,
              help="What of the peers a gap is measured to.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@common
def practices(
    data: Path, framework: Path, lang: Language, region: str, count: int, year: int | None, peers: int, goal: Goal,
    out: Path | None,
) -> None:  # fmt: skip
    """Practices of others for REGION (code or name), each with the reason, the ones to look at first first."""
    check_suffix(out)
    results = open_results(data, framework)
    asked, mine = asked_year(results, year), find_region(results, region)
    code = mine["region"]
    found = gaps(simulator(results, asked), code, chosen_peers(results, asked, code, count=peers), goal)
    words, places = speak(lang), Places(results)
    rows = []
    for match in matches(results, catalogue(results).practices, found)[:count]:
        place = places.of(match.practice)
        row = _row(words, match, place.name)
        rows.append(
            {"region": code, "year": asked, **row, "reason": say_match(words, match, found, place.name, mine["name"])}
        )
    put_out(pd.DataFrame(rows, columns=["region", "year", *COLUMNS, "reason"]), out)


COLUMNS = (
    "practice", "title", "place", "grade", "need", "indicator", "today", "goal", "size", "likeness", "readiness",
    "worth",
)  # fmt: skip


def _row(words: Words, match: Match, place: str) -> dict[str, object]:
    """What the order goes by; empty where it is not known."""
    practice, gap = match.practice, match.gap
    told = (
        practice.id,
        words.title(practice.title),
        place,
        practice.grade,
        match.need,
        None if gap is None else gap.node.id,
        None if gap is None else gap.today,
        None if gap is None else gap.goal,
        None if gap is None else round(match.size, 4),
        None if match.likeness is None else round(match.likeness, 4),
        round(match.readiness, 4),
        round(match.worth, 4),
    )
    return dict(zip(COLUMNS, told, strict=True))
