"""The dimensions of the regions: dots with their bands, or shapes."""

import streamlit as st

from charts.dots import Dot, Panel, dot_panels
from charts.palette import palette
from charts.radar import Shape, radar_shapes
from metrics.side_by_side import Measure, Side, SideBySide
from pages.parts.compare import side_words as beside
from pages.parts.compare import words as say
from pages.parts.compare.controls import Picture
from pages.parts.compare.notes import say_clear, say_errors, say_tracks
from pages.parts.compare.ranks import role
from pages.parts.compare.view import Regions, decimals, name, profile_address, short_name, shown, title, view
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_title(here: Selection, regions: Regions) -> None:
    """What the dimensions say."""
    st.subheader(inert(say.say_dimensions(here, view(here, regions))), anchor=False)


@st.cache_data(show_spinner=False, max_entries=500)
def draw_dimensions(here: Selection, regions: Regions, picture: Picture) -> None:
    """One of the two pictures."""
    found = view(here, regions)
    if picture == "dots":
        _draw_dots(here, found)
    else:
        _draw_shapes(here, found)


def _draw_dots(here: Selection, found: SideBySide) -> None:
    st.html(dot_panels([_panel(here, found, measure) for measure in shown(found.dimensions)], palette(here.theme)))
    wanted = [
        here.words.title(node.title) for node in here.results.children(here.results.root.id) if node.status == "wanted"
    ]
    ranked = any(side.value is not None for side in found.headline.sides)
    prose.note(
        *([] if ranked else say_clear(here, found)),  # else it stands beside the ranks
        say_tracks(here),
        *([here.words.say("Not measured yet: {dimensions}.", dimensions=here.words.listing(wanted))] if wanted else []),
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_indicators(here: Selection, regions: Regions) -> None:
    """The indicators in natural units, under what they say."""
    st.subheader(inert(say.say_indicators(here, view(here, regions))), anchor=False)
    draw_own_units(here, regions)


def draw_own_units(here: Selection, regions: Regions) -> None:
    """The indicators in natural units, the distance to mine in words."""
    found = view(here, regions)
    prose.note(say_errors(here))
    panels = [_panel(here, found, measure) for measure in shown(found.indicators)]
    with st.container(key="own-units"):
        st.html(dot_panels(panels, palette(here.theme)))


def _panel(here: Selection, found: SideBySide, measure: Measure) -> Panel:
    low, high = measure.reach or (0.0, 1.0)
    return Panel(
        title(here, measure),
        beside.say_unit(here, measure),
        [_dot(here, found, measure, side) for side in measure.sides],
        (low, high),
        (here.words.number(low, decimals(here, measure)), here.words.number(high, decimals(here, measure))),
    )


def _dot(here: Selection, found: SideBySide, measure: Measure, side: Side) -> Dot:
    return Dot(
        short_name(here, side.region),
        name(here, side.region),
        profile_address(here, side.region),
        "○" if side.value is None else beside.say_value(here, measure, side),
        side.value,
        beside.say_side(here, found, measure, side),
        role(side),
        side.band,
        here.words.say("no figure") if side.value is None else beside.say_beside(here, measure, side),
    )


def _draw_shapes(here: Selection, found: SideBySide) -> None:
    """A shape for each region; what stands on which axis is said in words."""
    words, measures = here.words, shown(found.dimensions)
    if len(measures) < 3:
        prose.note(words.say("A shape needs at least three dimensions with figures; here are fewer."))
        return
    axes = [
        words.say("{number} {title}", number=number, title=title(here, measure))
        for number, measure in enumerate(measures, start=1)
    ]
    prose.note(
        words.say("Only to recognise a profile by its shape; read values off the dots. Axes from the top clockwise:"),
        words.say("{said}.", said=words.listing(axes)),
        words.say("The thin outline is {name}. A hollow dot has no figure.", name=name(here, found.regions[0])),
    )
    st.html(radar_shapes([_shape(here, found, measures, region) for region in found.regions], palette(here.theme)))


def _shape(here: Selection, found: SideBySide, measures: list[Measure], region: str) -> Shape:
    sides = [next(side for side in measure.sides if side.region == region) for measure in measures]
    pairs = zip(measures, sides, strict=True)
    return Shape(
        short_name(here, region),
        name(here, region),
        profile_address(here, region),
        [measure.place(side) for measure, side in zip(measures, sides, strict=True)],
        " ".join(beside.say_side(here, found, measure, side) for measure, side in pairs),
        region == found.regions[0],
    )
