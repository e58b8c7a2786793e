"""The plan beside the figures: programmes and quick wins under each sub-dimension, with how the region stands there."""

from itertools import groupby

import streamlit as st

from metrics.own.beside import Beside, plan_beside
from metrics.own.data import Programme
from metrics.profile import Place
from pages.parts.own import plan_words as say
from pages.parts.own.view import View
from pages.shared.inert import as_html, inert


def draw_plan(view: View) -> None:
    """What is planned where, and where nothing is; nothing without a plan."""
    words = view.words
    if not view.own.programmes:
        return
    found = plan_beside(view.here.results, view.profile, view.own.programmes)
    st.subheader(inert(say.say_plan(words, found)), anchor=False)
    st.html(_list(view, [one for one in found if one.programmes]))
    rest = [one for one in found if not one.programmes]
    if rest:
        with st.expander(words.say("Sub-dimensions without a programme")):
            st.html(_list(view, rest))


def _list(view: View, found: list[Beside]) -> str:
    parts = []
    for _, group in groupby(found, key=lambda one: one.dimension.id):
        rows = list(group)
        parts.append(f"<h3>{as_html(view.words.title(rows[0].dimension.title))}</h3>")
        parts += [_sub_dimension(view, one) for one in rows]
    return f'<div class="teladan-plan">{"".join(parts)}</div>'


def _sub_dimension(view: View, one: Beside) -> str:
    figures = "".join(f"<li>{as_html(_say_indicator(view, place))}</li>" for place in one.indicators)
    programmes = "".join(_programme(view, programme) for programme in one.programmes)
    head = f"<h4>{as_html(view.words.title(one.node.title))}</h4><p>{as_html(say.say_standing(view, one))}</p>"
    figures = f'<ul class="figures">{figures}</ul>' if figures else ""
    return f'<section><div>{head}{figures}</div><ul class="programmes">{programmes}</ul></section>'


def _say_indicator(view: View, place: Place) -> str:
    own = view.own.figures_of(place.node.id)
    return say.say_indicator(view, place, own[-1] if own else None)


def _programme(view: View, programme: Programme) -> str:
    words = view.words
    kind = words.say("Programme") if programme.kind == "programme" else words.say("Quick win")
    years = say.say_years(words, programme)
    note = f"<br><small>{as_html(programme.note)}</small>" if programme.note else ""
    return (
        f"<li><small>{as_html(', '.join(part for part in (kind, years) if part))}</small><br>"
        f"<b>{as_html(programme.title)}</b>{note}</li>"
    )
