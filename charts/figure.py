"""A figure that takes its notes and lines in all at once."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Figure(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """Plotly's figure, whose notes and shapes wait until the layout is asked for.

    With each that is added Plotly looks through and copies all that are there: a hundred one by one
    take longer than everything else on a screen.
    """

    def __init__(self, *given: Any, **keys: Any) -> None:
        self._waiting: dict[str, list[dict[str, Any]]] = {"annotations": [], "shapes": []}
        super().__init__(*given, **keys)

    def add_annotation(self, **note: Any) -> None:
        """Put a note on the figure."""
        self._waiting["annotations"].append(note)

    def add_shape(self, **shape: Any) -> None:
        """Put a line or a rectangle on the figure."""
        self._waiting["shapes"].append(shape)

    def __getitem__(self, part: Any) -> Any:
        """A part of the figure, of the layout with all that waits for it."""
        if part != "data":
            self._settle()
        return super().__getitem__(part)

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's front end takes it."""
        self._settle()
        whole: dict[str, Any] = super().to_dict()
        return whole

    def _settle(self) -> None:
        for kind, marks in self._waiting.items():
            if marks:
                self._waiting[kind] = []
                self._layout_obj[kind] = (*self._layout_obj[kind], *marks)
