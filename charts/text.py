"""Text from a dataset inside a figure."""

from __future__ import annotations

import html


def figure_text(text: object) -> str:
    """Text as Plotly shows it and nothing more: it reads a little HTML, and MathJax between $ where that is loaded."""
    return html.escape(str(text), quote=False).replace("$", "&#36;")
