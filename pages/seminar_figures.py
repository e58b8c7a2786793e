"""The figures of a speaker's region then and now: sentences, the figure, and the same as a table."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.then_and_now import Course, then_and_now_chart
from metrics.seminars.talks import Told
from metrics.seminars.then_and_now import Figure, ThenAndNow
from pages.links import link
from pages.results import kinds, region_names
from pages.selection import Selection
from pages.tables import Column, draw_plain
from words import Words


def figures_html(here: Selection, told: Told) -> str:
    """The figures of a talk; empty where it has none."""
    if not told.figures:
        return ""
    name = region_names(here.framework)[told.talk.region or ""]
    label = here.words.say("Figures of {name} then and now", name=name)
    courses = [_course(here, told, found) for found in told.figures]
    return then_and_now_chart(courses, label, told.talk.region == here.region, palette(here.theme))


def say_basis(words: Words, told: Told) -> list[str]:
    """Which indicators stand there, and which are missing."""
    said = []
    if told.basis.kind == "part":
        said.append(
            words.say(
                "No indicator that the practice should move has figures yet; those of its sub-dimension or dimension "
                "stand here."
            )
        )
    if told.basis.wanted:
        titles = words.listing([words.title(node.title) for node in told.basis.wanted])
        said.append(words.say("No figures yet: {titles}.", titles=titles))
    if told.talk.region is not None and told.basis.kind == "none" and not told.basis.wanted:
        said.append(words.say("This framework has no indicator that goes with it."))
    return said


def draw_figures_table(here: Selection, talks: tuple[Told, ...]) -> None:
    """All figures of the talks as a table."""
    words = here.words
    rows = pd.DataFrame([_row(here, told, found) for told in talks for found in told.figures])
    if rows.empty:
        return
    with st.expander(words.say("The same as a table")):
        columns = [
            Column("name", words.say("Region")),
            Column("indicator", words.say("Indicator")),
            Column("then", words.say("Then"), right=True),
            Column("now", words.say("Now"), right=True),
            Column("change", words.say("Change"), right=True),
            Column("usual", words.say("Median change of the kind"), right=True),
            Column("said", words.say("What can be said")),
        ]
        caption = words.say("Figures of the speakers' regions then and now")
        draw_plain(rows.drop_duplicates(["region", "indicator"]), columns, here.region, caption)


def _row(here: Selection, told: Told, found: ThenAndNow) -> dict[str, object]:
    words, node = here.words, found.node
    return {
        "region": told.talk.region,
        "name": region_names(here.framework)[told.talk.region or ""],
        "indicator": words.title(node.title),
        "then": _figure(words, found, found.then),
        "now": _figure(words, found, found.now),
        "change": words.signed(found.change, node.decimals) if found.change is not None else None,
        "usual": words.signed(found.usual, node.decimals) if found.usual is not None else None,
        "said": _say(here, told, found),
    }


def _course(here: Selection, told: Told, found: ThenAndNow) -> Course:
    words, node = here.words, found.node
    address = link(here, "indicator", variable=node.variable)
    said = _say(here, told, found)
    if found.then is None or found.now is None or found.reach is None:
        now = "" if found.now is None else _figure(words, found, found.now) or ""
        return Course(words.title(node.title), address, now, said)
    text = words.say(
        "{then} → {now} {unit}",
        then=_figure(words, found, found.then),
        now=_figure(words, found, found.now),
        unit=words.title(node.unit),
    )
    usual = None if found.usual is None else found.then.value + found.usual
    ends = tuple(words.number(end, node.decimals) for end in found.reach)
    places = (found.then.value, found.now.value, usual)
    return Course(words.title(node.title), address, text.strip(), said, places, found.reach, (ends[0], ends[1]))


def _figure(words: Words, found: ThenAndNow, figure: Figure | None) -> str | None:
    if figure is None:
        return None
    value = words.number(figure.value, found.node.decimals)
    return words.say("{value} ({year})", value=value, year=words.year(figure.year))


def _say(here: Selection, told: Told, found: ThenAndNow) -> str:
    """What can be said of the change, and why not more."""
    words = here.words
    if found.state == "both":
        return _say_change(here, told, found)
    if found.state == "broken" and found.apart is not None and found.broken is not None:
        return words.say(
            "{figure} cannot be compared: the method changed in {year}.",
            figure=_figure(words, found, found.apart),
            year=words.year(found.broken),
        )
    if found.state == "late" and found.oldest is not None:
        return words.say(
            "No figure from around the time of the seminar compares; the oldest that does is {figure}.",
            figure=_figure(words, found, found.oldest),
        )
    if found.state == "only":
        return words.say("No figure from around the time of the seminar.")
    return words.say("No figure of this region.")


def _say_change(here: Selection, told: Told, found: ThenAndNow) -> str:
    words, decimals = here.words, found.node.decimals
    change = found.change or 0.0
    holes = {"change": words.signed(change, decimals)}
    if not found.clear:
        said = words.say("{change}, within the error of the figures", **holes)
    elif found.node.sign * change > 0:
        said = words.say("{change}, for the better", **holes)
    elif change:
        said = words.say("{change}, for the worse", **holes)
    else:
        said = words.say("no change")
    if found.usual is None:
        return words.say("{said}.", said=said)
    kind = kinds(here.framework, here.year).get(told.talk.region or "", words.say("regions"))
    return words.say(
        "{said}; median of {count} other {kind}: {usual}.",
        said=said,
        count=words.number(found.others),
        kind=kind,
        usual=words.signed(found.usual, decimals),
    )
