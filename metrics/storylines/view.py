"""A view as text: the address of a screen with what is chosen there, as a browser holds it behind the last slash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode


@dataclass(frozen=True)
class View:
    """The address of a screen, and the parameters of the view by name."""

    screen: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The same as text."""
        return f"{self.screen}?{urlencode(self.parameters)}" if self.parameters else self.screen

    def asking(self, **more: str | None) -> View:
        """The same view with other parameters; one that is None is left as it is."""
        told = {name: value for name, value in more.items() if value is not None}
        return View(self.screen, {**self.parameters, **told})


def view_of(text: str) -> View:
    """What a text names, whether there is such a screen or not; of a parameter that stands twice the last counts."""
    screen, _, query = text.strip().partition("?")
    return View(screen.strip("/"), dict(parse_qsl(query)))
