"""The Sobol indices of the default assumptions: computed once for a version, and kept beside the results."""

from __future__ import annotations

import numpy as np

from metrics.draws.scored import Progress
from metrics.kept import Arrays, kept_arrays
from metrics.results import Results
from metrics.sensitivity.drivers import Drivers, drivers
from metrics.sensitivity.sobol import Indices

_OUTPUTS = ("ranks", "shift", "own")
_ARRAYS = ("first", "first_half_width", "total", "total_half_width")


def kept_drivers(results: Results, year: int, progress: Progress | None = None) -> Drivers:
    """The drivers of a year's ranks under the default assumptions, read where they are kept, else computed and kept.

    Raises ValueError where fewer than two sources vary or nothing is ranked, InputProblems where the default
    assumptions do not go with the figures.
    """

    def make() -> Arrays:
        found = drivers(results, year, progress=progress)
        arrays = {
            f"{output}-{array}": getattr(getattr(found, output), array) for output in _OUTPUTS for array in _ARRAYS
        }
        return arrays | {"sources": np.array(found.ranks.sources), "runs": np.array(found.runs)}

    kept = kept_arrays(results, f"{year}-drivers", ("sources", "runs"), make)
    ranks, shift, own = (_indices(kept, output) for output in _OUTPUTS)
    return Drivers(tuple(results.regions()["region"]), ranks, shift, own, int(kept["runs"]))


def _indices(kept: Arrays, output: str) -> Indices:
    return Indices(tuple(kept["sources"].tolist()), *(kept[f"{output}-{array}"] for array in _ARRAYS))
