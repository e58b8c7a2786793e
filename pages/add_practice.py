"""How does a practice get into the catalogue?"""

import streamlit as st

from metrics.practices.draft import check, fields_of, place_of, proposed_id, register_of
from pages.parts.add_practice.choices import choices
from pages.parts.add_practice.fields import Fields
from pages.parts.add_practice.form import draw_form
from pages.parts.add_practice.outcome import draw_outcome
from pages.parts.add_practice.state import begun, keep, kept
from pages.parts.add_practice.top import draw_head
from pages.parts.practices.view import home, read
from pages.shared import prose
from pages.shared.selection import chosen

here = chosen()
words, held, named, offered = here.words, read(here), home(here.framework), choices(here.framework, here.language)
asked = st.query_params.get("practice", "")
instead = next((practice for practice in held.practices if practice.id == asked), None)
visit = "" if instead is None else instead.id

draft, place = None, ""
if (typed := kept(visit)) is not None:
    place = place_of(typed, offered.regions)
    title = typed.get("title", {}).get("en", "")
    name = visit or proposed_id(place, title, frozenset(practice.id for practice in held.practices))
    draft = check(typed | {"id": name}, held, register_of(here.results), named.nodes, visit)

draw_head(here, held.practices, instead)
entry = {"region": here.region} if instead is None else fields_of(instead)
fields = Fields(words, begun(visit, f"practice:{visit}:place", entry), visit, draft.faults if draft else ())
if draw_form(fields, offered):
    keep(visit, fields.written)
    st.rerun()  # so that what is wrong stands under its field
if draft is not None:
    draw_outcome(here, draft, place, instead is not None)
prose.closing(
    words.say("Sub-dimensions and indicators are those of “{title}”.", title=words.title(named.framework.title))
)
