"""Who is in a network, by whose account, and beside which region outside of it."""

import pandas as pd
import streamlit as st

from exports.standing_words import say_place, say_score
from metrics.memberships import Listed
from pages.parts.network.groups import OWN, PROVINCE, described, listed, undated
from pages.parts.network.view import Chosen, view
from pages.parts.profile.foot import STATUSES
from pages.parts.rankings.words import scale
from pages.shared import prose
from pages.shared.downloads import Stamp, offer_files
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


def say_listed(here: Selection, chosen: Chosen, region: str, name: str) -> str:
    """Whether a region is in the network, and in which part."""
    words = here.words
    if region not in chosen.members:
        return words.say("{name} is not listed in {network}.", name=name, network=chosen.title)
    told = _say_lines(here, listed(here.framework, chosen.code).get(region, ()))
    if told:  # the lines say the year
        network, _ = described(here, undated(chosen.code))
        return words.say("{name} is listed in {network}: {details}.", name=name, network=network, details=told)
    return words.say("{name} is in {network}.", name=name, network=chosen.title)


@st.cache_data(show_spinner=False, max_entries=500)
def draw_members(here: Selection, chosen: Chosen) -> None:
    """Every member with its part, its score, its place, and the region outside that stands beside it."""
    words, own = here.words, chosen.code == OWN or chosen.code.startswith(PROVINCE)
    columns = [
        Column("name", words.say("Member")),
        *([] if own else [Column("part", words.say("Year and part")), Column("source", words.say("Read at"))]),
        Column("score", words.say("Score"), right=True),
        Column("place", words.say("Rank in its kind"), right=True),
        Column("partner", words.say("Beside it, outside")),
    ]
    title = words.say("The members of {network}", network=chosen.title)
    with st.expander(words.say("The members as a table, with the sources of the list")):
        draw_plain(pd.DataFrame(_rows(here, chosen)), columns, here.region, title)
        if not own:
            _draw_sources(here, chosen)


def offer_members(here: Selection, chosen: Chosen) -> None:
    """The same as files, every row with its versions."""

    def make() -> tuple[pd.DataFrame, Stamp]:
        stamp: Stamp = {
            "year": here.year,
            "framework": here.framework,
            "data_version": here.data_version,
            "framework_version": here.framework_version,
        }
        partners = {member: partner.region for member, partner in view(here, chosen.members).partners.items()}
        table = here.ranking[here.ranking["region"].isin(chosen.members)]
        return table.assign(partner=table["region"].map(partners)), stamp

    offer_files(here.words, f"teladan-network-{here.framework}-{here.year}", make)


def _rows(here: Selection, chosen: Chosen) -> list[dict[str, str]]:
    words, found, names = here.words, view(here, chosen.members), region_names(here.framework)
    lines, decimals = listed(here.framework, chosen.code), scale(here).decimals
    table = here.ranking[here.ranking["region"].isin(chosen.members)]
    rows = []
    for row in table.astype("object").to_dict("records"):
        code, scored = row["region"], pd.notna(row["score"])
        band = None if pd.isna(row["score_low"]) else (row["score_low"], row["score_high"])
        ranked = scored and pd.notna(row["rank_in_kind"])
        rows.append(
            {
                "region": code,
                "name": names[code],
                "part": _say_lines(here, lines.get(code, ())),
                "source": words.listing(list(dict.fromkeys(line.publisher or "–" for line in lines.get(code, ())))),
                "score": say_score(words, row["score"], band, decimals) if scored else words.say("not assessed"),
                "place": say_place(words, row, "rank_in_kind", "ranked_in_kind") if ranked else "–",
                "partner": names[found.partners[code].region] if code in found.partners else words.say("nobody left"),
            }
        )
    return rows


def _say_lines(here: Selection, lines: tuple[Listed, ...]) -> str:
    """Year and part of every line about a member."""
    words, told = here.words, []
    for line in lines:
        status = words.say(STATUSES[line.status]) if line.status in STATUSES else line.status
        told.append(", ".join(part for part in (words.year(line.year) if line.year else None, status) if part))
    return "; ".join(part for part in told if part)


def _draw_sources(here: Selection, chosen: Chosen) -> None:
    """Where the list was read."""
    found = dict.fromkeys(
        (line.publisher, line.title, line.address)
        for lines in listed(here.framework, chosen.code).values()
        for line in lines
        if line.publisher
    )
    prose.points([". ".join(part for part in source if part) for source in found])
