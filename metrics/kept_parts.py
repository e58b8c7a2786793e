"""The dimensions in the default run of a year: computed once, and kept beside the results as the bands are."""

from __future__ import annotations

from metrics.draws.one_region import draw_year
from metrics.draws.parts import part_scores
from metrics.kept import Arrays, kept_arrays
from metrics.results import Results
from metrics.robustness import DRAWS, SEED


def kept_parts(results: Results, year: int) -> Arrays:
    """The children of the root that count, by id: draws x regions in file order, NaN where there is no score.

    The draws are those of `metrics.kept_bands.kept_bands`. Raises InputProblems where the default assumptions do not
    go with the figures, ValueError for a year not scored.
    """
    parts = [node.id for node in results.children(results.root.id) if node.counts]

    def make() -> Arrays:
        drawn = draw_year(results, year, DRAWS, SEED)
        return {part: part_scores(drawn, part) for part in parts}

    return kept_arrays(results, f"{year}-parts", parts, make)
