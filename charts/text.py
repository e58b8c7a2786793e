"""Text from a dataset inside a figure."""

from __future__ import annotations

import html
from functools import lru_cache
from textwrap import wrap

_LINE = 52  # characters: what a tooltip on a phone has room for


def figure_text(text: object) -> str:
    """Text as Plotly shows it and nothing more: it reads a little HTML, and MathJax between $ where that is loaded."""
    return html.escape(str(text), quote=False).replace("$", "&#36;")


@lru_cache(maxsize=5_000)  # a map says the same five hundred to every listener in a hall
def tooltip_text(text: object) -> str:
    """The same in lines that fit beside a mark: Plotly does not break them itself."""
    return "<br>".join(map(figure_text, wrap(str(text), _LINE)))
