"""An empty presentation in Teladan's type and colours: what is added to it by hand later has them too."""

from __future__ import annotations

import re

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation
from pptx.util import Pt

from exports.pptx.drawn import COLOURS

WIDTH, HEIGHT = 960.0, 540.0  # points: 16 to 9
_FONT = "Plus Jakarta Sans"  # where it is not installed, a program takes one that it has
_LAYOUT = "Title Only"
_NAMED = {
    "dk1": COLOURS.ink, "lt1": COLOURS.paper, "dk2": COLOURS.muted, "lt2": COLOURS.panel,
    "accent1": COLOURS.second, "accent2": COLOURS.accent, "accent3": COLOURS.others,
    "accent4": COLOURS.levels[1], "accent5": COLOURS.levels[2], "accent6": COLOURS.levels[4],
    "hlink": COLOURS.second, "folHlink": COLOURS.second,
}  # fmt: skip


def blank() -> Presentation:
    """A presentation of 16 to 9 without slides, with one layout that has a title only."""
    deck = pptx.Presentation()
    old = deck.slide_width or 1
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(deck.slide_layouts):
        if layout.name != _LAYOUT:
            deck.slide_layouts.remove(layout)
    for part in (deck.slide_master, *deck.slide_layouts):
        for shape in part.placeholders:
            shape.left, shape.width = (round(size * deck.slide_width / old) for size in (shape.left, shape.width))
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _dressed(theme.blob.decode("utf-8")).encode("utf-8")
    return deck


def _dressed(theme: str) -> str:
    """The theme with our type for headings and text, and our colours."""
    for part in ("majorFont", "minorFont"):
        theme = re.sub(rf'(<a:{part}>\s*<a:latin typeface=")[^"]*', rf"\g<1>{_FONT}", theme)
    for name, tone in _NAMED.items():
        plain = f'<a:{name}><a:srgbClr val="{tone.lstrip("#")}"/></a:{name}>'
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>", plain, theme, flags=re.DOTALL)
    return theme
