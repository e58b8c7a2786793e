"""The Sobol indices of the default assumptions: computed once for a version, and kept beside the results."""

from __future__ import annotations

import numpy as np

from metrics.draws.scored import Progress
from metrics.kept import read_kept, write_kept
from metrics.results import Results
from metrics.sensitivity.drivers import Drivers, drivers
from metrics.sensitivity.sobol import Indices

_ARRAYS = ("first", "first_half_width", "total", "total_half_width")


def kept_drivers(results: Results, year: int, progress: Progress | None = None) -> Drivers:
    """The drivers of a year's ranks under the default assumptions, read where they are kept, else computed and kept.

    Raises ValueError where fewer than two sources vary, InputProblems where the default assumptions do not go with
    the figures.
    """
    name = f"{year}-drivers"
    kept = read_kept(results, name)
    if kept is not None:
        indices = Indices(tuple(kept["sources"].tolist()), *(kept[array] for array in _ARRAYS))
        regions = tuple(results.regions()["region"])
        return Drivers(regions, indices, float(kept["shift"]), int(kept["runs"]))
    found = drivers(results, year, progress=progress)
    arrays = {array: getattr(found.indices, array) for array in _ARRAYS}
    about = {"sources": np.array(found.indices.sources), "shift": np.array(found.shift), "runs": np.array(found.runs)}
    write_kept(results, name, arrays | about)
    return found
