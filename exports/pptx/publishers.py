"""Who published the figures of a presentation: of the scores where a slide is of scores, else of what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from exports.slides import indicator, national, seminar
from exports.slides.views import View

_OF_PRACTICES = ("practice", "practices")


def publishers(read: Sequence[View]) -> tuple[str, ...]:
    """Their names, each once, in the order of the slides; of one slide who gave most of its figures first."""
    return tuple(dict.fromkeys(name for view in read for name in _of(view)))


def tells_of_practices(read: Sequence[View]) -> bool:
    """Whether a slide tells of practices or talks, whose sources its own line names."""
    return any(view.address in (*_OF_PRACTICES, "seminar") for view in read)


def _of(view: View) -> tuple[str, ...]:
    asked = view.asked
    if view.address == "indicator":
        return indicator.publishers(asked)
    if view.address == "seminar":
        return seminar.publishers(asked)
    if view.address in _OF_PRACTICES and asked.region is None:
        return ()
    return national.publishers(asked.results, asked.year)
