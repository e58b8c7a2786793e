"""Why did it change: the split of a region's score and rank between an earlier year and the chosen one."""

import streamlit as st

from charts.diverging import Bar, diverging_bars
from charts.palette import palette
from metrics.change import Apart, Change, change_of
from metrics.change_states import FACTORS, Pair, pair_of
from pages.parts.profile import change_basis as basis
from pages.parts.profile import change_words as say
from pages.parts.profile.change_table import draw_apart, draw_steps
from pages.parts.profile.view import profile, title
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from pages.shared.trends import trends


@kept(20)
def _pair(framework: str, base: int, year: int) -> Pair:
    return pair_of((results(framework), base), (results(framework), year))


@kept(500)
def _change(framework: str, base: int, year: int, region: str) -> Change | tuple[Apart, ...]:
    return change_of(_pair(framework, base, year), region)


def choose_base(here: Selection) -> int | None:
    """The earlier year, at first the one that the rankings compare with; None where there is none."""
    words, years = here.words, [year for year in here.results.years if year < here.year]
    st.subheader(words.say("Why did it change?"), anchor=False)
    if not years:
        prose.note(words.say("{year} is the first year with figures.", year=words.year(here.year)))
        return None
    if st.session_state.get("since") not in years:
        moved = trends(here.framework, here.year)
        st.session_state["since"] = years[-1] if moved is None else moved.base
    return st.selectbox(
        words.say("Compared with"), years, format_func=words.year, key="since", bind="query-params", width=160
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_change(here: Selection, base: int) -> None:
    """The finding, the bars of score and rank, and what they rest on."""
    assert here.region is not None
    words, found, kind = here.words, _change(here.framework, base, here.year, here.region), profile(here).kind
    if not isinstance(found, Change):
        prose.note(words.say("Nothing can be compared between {first} and {last}.", first=base, last=here.year))
        draw_apart(here, found, (base, here.year))
        return
    st.html(f'<p class="teladan-lead">{as_html(say.say_change(here, found, kind))}.</p>')
    left, right = st.columns(2, gap="large")
    with left:
        _draw_score(here, found)
    with right:
        _draw_rank(here, found, kind)
    prose.note(*basis.say_basis(here, found))
    with st.expander(words.say("Indicator by indicator")):
        draw_steps(here, found)
        draw_apart(here, found.apart, found.years)


def _draw_score(here: Selection, found: Change) -> None:
    """An indicator a bar, the most points first, and what else moved the score; none for what is told as 0."""
    words = here.words
    steps = sorted(found.steps, key=lambda step: step.points, reverse=True)
    bars = [
        Bar(
            title(here, step.node), words.signed(step.points, 1), step.points, say.say_step(here, step),
            "unclear" if say.say_remark(words, step) else "mine",
        )
        for step in steps
        if round(step.points, 1)
    ]  # fmt: skip
    for factor in FACTORS[1:]:
        if round(part := found.score.parts[factor], 1):
            bars.append(Bar(words.say(say.FACTORS[factor]), words.signed(part, 1), part, ""))
    heading = words.say(
        "Score {before} to {after}",
        before=words.number(found.score.before, 1),
        after=words.number(found.score.after, 1),
    )
    st.html(f"<h4>{as_html(heading)}</h4>{diverging_bars(bars, heading, palette(here.theme)) if bars else ''}")
    told = [words.say("Figures are rounded, so they may not add up exactly.")]
    if any(bar.role == "unclear" for bar in bars):
        told.insert(0, words.say("Hollow: not clearly different, within the error of the survey."))
    prose.note(*told)


def _draw_rank(here: Selection, found: Change, kind: str | None) -> None:
    """A factor a bar; places gained point to the right."""
    words, (rank, _) = here.words, say.rank_of(found, kind)
    told = [factor for factor in FACTORS if factor in ("own", "others") or rank.parts[factor]]
    bars = [
        Bar(
            words.say(say.FACTORS[factor]), say.say_places(words, rank.parts[factor]), -rank.parts[factor], "",
            "mine" if factor == "own" else "other",
        )
        for factor in told
    ]  # fmt: skip
    heading = words.say(
        "Rank {before} to {after}: what moved it", before=words.number(rank.before), after=words.number(rank.after)
    )
    st.html(f"<h4>{as_html(heading)}</h4>{diverging_bars(bars, heading, palette(here.theme))}")
    prose.note(*basis.say_same(words, found))
