"""The slides of the shipped storylines, told once before the hall asks: what all of them rest on is then ready."""

from __future__ import annotations

import logging
from contextlib import suppress

from exports.slides.told import told
from metrics.figures import Figures
from metrics.problems import InputProblems
from metrics.storylines.storylines import storylines
from server.hall.stories import results_of
from words import LANGUAGES, speak

_log = logging.getLogger(__name__)


def tell_all(figures: Figures) -> None:
    """Tell each in every language, for some region where one is needed. What can't be told is told of in the log."""
    for framework in figures.frameworks:  # from now on held, whatever becomes of the files that they are read from
        with suppress(InputProblems):
            figures.results(framework)
    try:
        results = figures.results(figures.default)
    except InputProblems:  # there is nothing to show, and screens say why
        return
    region = str(results.regions()["region"].iloc[0])
    for story in storylines(results):
        for language in LANGUAGES:
            for number in range(1, len(story.slides) + 1):
                try:
                    told(story, number, results_of(figures), speak(language), region if story.region else None)
                except InputProblems as error:
                    _log.warning("%s, slide %d, can't be told from these figures: %s", story.id, number, error)
