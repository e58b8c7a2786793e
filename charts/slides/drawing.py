"""A figure as plain data, as Plotly's front end takes it.

A slide is drawn for each listener with a region of their own. Plotly's own figure looks through every value that it is
given, which takes fifty times as long as all the rest; a test has it look through each kind of chart once.
"""

from __future__ import annotations

from typing import Any

Parts = dict[str, Any]


class Drawing:
    """What is drawn, and how it is laid out. Methods go by the names that they have on Plotly's figure."""

    def __init__(self) -> None:
        self.data: list[Parts] = []
        self.layout: Parts = {}

    def add_scatter(self, **trace: Any) -> None:
        """Points or lines."""
        self.data.append({"type": "scatter", **trace})

    def add_bar(self, **trace: Any) -> None:
        """Bars."""
        self.data.append({"type": "bar", **trace})

    def add_annotation(self, **note: Any) -> None:
        """A note, without an arrow."""
        self.layout.setdefault("annotations", []).append({"showarrow": False, **note})

    def add_shape(self, **shape: Any) -> None:
        """A line or a rectangle."""
        self.layout.setdefault("shapes", []).append(shape)

    def update_layout(self, **parts: Any) -> None:
        """Lay out more; what is inside a part that is there already is kept unless it is named again."""
        _merge(self.layout, parts)

    def whole(self) -> Parts:
        """The figure: `{"data": […], "layout": {…}}`."""
        return {"data": self.data, "layout": self.layout}


def _merge(into: Parts, parts: Parts) -> None:
    for name, value in parts.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = dict(value) if isinstance(value, dict) else value
