"""The regions by rank, each with its band, its score, its level and its coverage."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from charts.dots import Dot, Panel, Role, dot_panels
from charts.palette import palette
from exports.standing_words import reasons, say_rank, say_score
from exports.titles import level_names
from metrics.side_by_side import Side, SideBySide
from pages.parts.compare import side_words as say
from pages.parts.compare.notes import say_clear
from pages.parts.compare.view import Regions, name, profile_address, short_name, view
from pages.parts.rankings.words import scale
from pages.shared import prose
from pages.shared.selection import Selection


def role(side: Side) -> Role:
    """How a region is drawn."""
    if side.relation == "mine":
        return "mine"
    return "unclear" if side.relation in ("unclear", "same") else "other"


@st.cache_data(show_spinner=False, max_entries=500)
def draw_ranks(here: Selection, regions: Regions) -> None:
    """The picture; nothing in a year without ranks."""
    words, found = here.words, view(here, regions)
    rows = here.ranking.set_index("region", drop=False).loc[list(regions)]
    if rows["rank"].isna().all():
        return
    one_kind = rows["kind"].nunique() == 1 and rows["kind"].notna().all()
    rank, ranked = ("rank_in_kind", "ranked_in_kind") if one_kind else ("rank", "ranked")
    last = int(rows[ranked].max())
    missing = reasons(words, here.results, here.year)
    by_region = {str(row["region"]): {str(key): value for key, value in row.items()} for row in rows.to_dict("records")}
    dots = [_dot(here, found, side, by_region[side.region], rank, missing) for side in found.headline.sides]
    among = words.say("Rank among {count} {kind}", count=words.number(last), kind=rows["kind"].iloc[0])
    title = among if one_kind else words.say("Rank among all {count} ranked regions", count=words.number(last))
    panel = Panel(title, words.say("1 is best"), dots, (1.0, float(last)), (words.number(1), words.number(last)))
    with st.container(key="ranks"):
        st.html(dot_panels([panel], palette(here.theme)))
    prose.note(*say_clear(here, found))


def _dot(
    here: Selection, found: SideBySide, side: Side, row: Mapping[str, Any], rank: str, missing: Mapping[str, str]
) -> Dot:
    known = pd.notna(row[rank])
    band = known and pd.notna(row[f"{rank}_low"])
    told = _say_facts(here, row) if known else missing.get(side.region, here.words.say("its figures are not available"))
    return Dot(
        short_name(here, side.region),
        name(here, side.region),
        profile_address(here, side.region),
        say_rank(here.words, row, rank) if known else here.words.say("not assessed"),
        float(row[rank]) if known else None,
        say.say_side(here, found, found.headline, side),
        role(side),
        (float(row[f"{rank}_low"]), float(row[f"{rank}_high"])) if band else None,
        say.say_standing(here, side),
        told,
    )


def _say_facts(here: Selection, row: Mapping[str, Any]) -> str:
    """Score, level, national rank and coverage of a region that is ranked."""
    words = here.words
    band = None if pd.isna(row["score_low"]) else (row["score_low"], row["score_high"])
    holes = {
        "score": say_score(words, row["score"], band, scale(here).decimals),
        "rank": say_rank(words, row, "rank"),
        "ranked": words.number(row["ranked"]),
        "coverage": words.percent(row["coverage"]),
    }
    names = level_names(words, here.results)
    if not names or not str(row["maturity"]).isdecimal():
        return words.say("score {score}; nationally {rank} of {ranked}; coverage {coverage}", **holes)
    level = names[int(row["maturity"]) - 1]
    if pd.notna(row["level_chance"]):
        level = words.say("{name} ({details})", name=level, details=words.percent(row["level_chance"]))
    return words.say(
        "score {score}; level {level}; nationally {rank} of {ranked}; coverage {coverage}", level=level, **holes
    )
