"""The parts of the rankings screen. What is the same for every reader of a selection is drawn once and replayed."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.ranking import Row, Scale, ranking_alt, ranking_figure
from exports.ranking_csv import Dialect, ranking_csv
from metrics.standings import standings
from pages import prose
from pages import ranking_words as say
from pages.inert import inert
from pages.ranking_table import ALL, has_bands, ranking_columns, rows_in_view, with_bands
from pages.selection import Selection, accept_code
from pages.tables import Column, draw_grid, draw_plain


@st.cache_data(show_spinner=False, max_entries=2_000)
def draw_answer(here: Selection) -> None:
    """The first line, and the line of the reader's own region."""
    words, scored, ranking = here.words, here.results, _ranking(here)
    decimals = _scale(here).decimals
    everyone, *_ = standings(ranking)
    framework = words.title(scored.framework.title)
    about = words.say("{framework}, {year}", framework=framework, year=words.year(here.year))
    prose.answer(about, say.say_answer(words, everyone, here.year, decimals))
    if everyone.median is None:
        prose.note(say.say_other_year(words, scored.opening_year))
        return
    if here.year in scored.provisional_years:
        prose.note(say.say_provisional(words, here.year))
    if here.region is None:
        prose.note(words.say("Choose your region above to see it in the chart and in the table."))
    else:
        row = ranking.set_index("region", drop=False).loc[here.region].to_dict()
        if pd.notna(row["score"]):
            prose.about_my_region(say.say_my_region(words, scored, row, decimals))
        else:
            reason = say.reasons(words, scored, here.year).get(
                here.region, words.say("its figures are not available")
            )
            prose.about_my_region(say.say_not_assessed(words, row["name"], here.year, reason))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_spread(here: Selection) -> None:
    """The main chart: how the scores are spread, by kind."""
    words, scale, ranking = here.words, _scale(here), _ranking(here)
    ranked = ranking[ranking["score"].notna()]
    if ranked.empty:
        return
    everyone, *kinds = standings(ranking)
    rows = [Row(str(k.kind), k.median, ranked[ranked["kind"] == k.kind]) for k in kinds]
    rows = rows or [Row(words.say("All regions"), everyone.median, ranked)]
    st.subheader(say.say_medians(words, rows, scale.decimals), anchor=False)
    prose.note(*say.say_measure(words, here.results))
    tooltips = say.tooltips(words, here.results, ranked, scale.decimals)
    st.plotly_chart(
        ranking_figure(rows, scale, tooltips, here.region, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=ranking_alt(rows, words, scale.decimals),
    )


def draw_caveat(here: Selection) -> None:
    """What every reader of a rank must know, right before the ranks."""
    words = here.words
    prose.note(
        words.say(
            "Small differences in score are not real differences: every figure has its error, and other weights "
            "would put close regions in another order."
        ),
        words.say("Behind each national rank stands the range in which it lies in 90 of 100 draws.")
        if has_bands(_ranking(here))
        else words.say("How far each rank may shift has not been computed yet: read it as a rough place."),
    )


def choose_kind(here: Selection) -> str:
    """Kota, kabupaten or all; at first, and whenever the reader chooses another region, the kind of that region."""
    words, ranking = here.words, _ranking(here)
    kinds = [str(standing.kind) for standing in standings(ranking)[1:]]
    if len(kinds) < 2:
        return ALL
    names = {kind: kind.capitalize() for kind in kinds} | {ALL: words.say("All")}
    mine = ranking.loc[ranking["region"] == here.region, "kind"].tolist()
    accept_code("kind", names)
    if "kind" in st.session_state and st.session_state["kind drawn for"] != (here.region, here.language):
        # Said again even when it stays, so that the address has it in the language that is now spoken.
        moved = mine and st.session_state["kind drawn for"][0] != here.region
        st.session_state["kind"] = mine[0] if moved else st.session_state["kind"]
    st.session_state["kind drawn for"] = (here.region, here.language)
    return st.segmented_control(
        words.say("Kind"),
        list(names),
        default=(mine or kinds)[0],
        required=True,
        format_func=lambda kind: inert(names.get(kind, kind)),
        key="kind",
        bind="query-params",
    )


def choose_province(here: Selection) -> str | None:
    """One province, or None for all of them."""
    words = here.words
    return st.selectbox(
        words.say("Province"),
        sorted(_ranking(here)["province"].dropna().unique()),
        index=None,
        placeholder=words.say("All provinces"),
        key="province",
        bind="query-params",
        width=260,
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection, kind: str, province: str | None, plain: bool) -> None:
    """The ranking as a table, with the caveat that belongs to every rank."""
    words, scored = here.words, here.results
    rows = rows_in_view(_ranking(here), kind, province)
    rows = rows[rows["score"].notna()]
    if rows.empty:
        st.info(
            words.say("No region of this selection can be assessed. Choose another kind, province or year.")
        )
        return
    columns = ranking_columns(scored, rows, kind, _scale(here).decimals, words)
    title = words.say(
        "Ranking of {year}: {count} regions", year=words.year(here.year), count=words.number(len(rows))
    )
    if plain:
        draw_plain(rows, columns, here.region, title)
    else:
        draw_grid(rows, columns, here.region, palette(here.theme), title)


def table_file(here: Selection, kind: str, province: str | None, dialect: Dialect) -> bytes:
    """The rows of the table as a file, those that cannot be assessed at its end."""
    stamp = {
        "year": here.year,
        "data_version": here.data_version,
        "framework_version": here.framework_version,
    }
    return ranking_csv(rows_in_view(_ranking(here), kind, province), stamp, dialect)


@st.cache_data(show_spinner=False, max_entries=500)
def draw_not_assessed(here: Selection) -> None:
    """The regions without a score, apart, each with the reason."""
    words, ranking = here.words, _ranking(here)
    left = ranking[ranking["score"].isna()].sort_values(["province", "name"])
    if left.empty or len(left) == len(ranking):
        return
    told = say.reasons(words, here.results, here.year)
    unknown = words.say("its figures are not available")
    left = left.assign(reason=[told.get(region, unknown) for region in left["region"]])
    title = words.say_plural(
        "{count} region cannot be assessed for {year} yet",
        "{count} regions cannot be assessed for {year} yet",
        len(left),
        year=words.year(here.year),
    )
    columns = [
        Column("name", words.say("Region")),
        Column("province", words.say("Province")),
        Column("reason", words.say("Why")),
    ]
    with st.expander(title):
        draw_plain(left, columns, here.region, title)


@st.cache_data(show_spinner=False, max_entries=100)
def draw_source(here: Selection) -> None:
    """Who published the figures, and which version they are."""
    prose.source(*say.say_source(here.words, here.results, here.year))


def _ranking(here: Selection) -> pd.DataFrame:
    return here.results.ranking(here.year)


def _scale(here: Selection) -> Scale:
    maturity = here.results.framework.maturity
    levels = [level.from_ for level in maturity.levels] if maturity else []
    return Scale.around(_ranking(here)["score"].dropna().tolist(), levels)
