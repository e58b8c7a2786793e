"""How far each rank can be trusted: the scores and ranks of many draws, and the bands they leave.

Monte-Carlo uncertainty analysis as in the OECD/JRC Handbook (2008), step 8, and Saisana, Saltelli and
Tarantola (2005).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from metrics.bands import Bands, bands_of
from metrics.draws.assumptions import Assumptions, declared_range, default_assumptions, mapped, settled
from metrics.draws.cells import Cells, counted, read_cells
from metrics.draws.parameters import Parameters, draw_parameters
from metrics.draws.scored import Progress, score_draws
from metrics.draws.written import framework_text
from metrics.draws.written_data import write_dataset
from metrics.results import Results

Matrix = NDArray[np.float64]
Range = tuple[float, float]
DRAWS, SEED = 1000, 1


@dataclass(frozen=True)
class Robustness:
    """So many draws of one year. Draw 0 is the framework as it is.

    own     draws x regions: scores as `score` gives them for the draw's framework, NaN where a region has no
            score or cannot be assessed
    bands   what they say about each region, all on the range of the framework as it is
    """

    year: int
    cells: Cells
    parameters: Parameters
    own: Matrix
    bands: Bands

    @property
    def assumptions(self) -> Assumptions:
        """What was varied."""
        return self.parameters.assumptions


def robustness(
    results: Results,
    year: int,
    assumptions: Assumptions | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: Progress | None = None,
) -> Robustness:
    """Score a year so many times. The same seed gives the same draws, on any machine and number of threads.

    `progress` is told the share that is done, and cancels the run by raising. Raises InputProblems where an
    alternative does not go with the framework.
    """
    nodes = counted(results.nodes)
    parameters = draw_parameters(assumptions or default_assumptions(nodes), nodes, draws, seed)
    return scored(results, year, parameters, progress)


def scored(results: Results, year: int, parameters: Parameters, progress: Progress | None = None) -> Robustness:
    """Score a year under every draw of `parameters`, drawn or laid out in any other way, for the nodes that count.

    `progress` and what is raised are as in `robustness`.
    """
    nodes, varied = counted(results.nodes), parameters.assumptions
    variants = {
        tuple(places): settled(
            nodes, [varied.choices[name][place] for name, place in zip(varied.choices, places, strict=True)]
        )
        for places in np.ndindex(*(len(alternatives) for alternatives in varied.choices.values()))
    }
    cells = read_cells(results, year, list(variants.values()))
    own = score_draws(parameters, variants, cells, results.framework.maturity, progress)
    scores = _comparable(own, parameters, {key: declared_range(tree) for key, tree in variants.items()})
    return Robustness(year, cells, parameters, own, bands_of(cells.regions, cells.kinds, scores))


def drawn_framework(results: Results, found: Robustness, draw: int) -> str:
    """The framework file of a draw: `score` gives the draw's scores for it and the draw's figures.

    Raises IndexError for a draw that there is not.
    """
    nodes = counted(results.nodes)
    parameters = found.parameters
    chosen = [
        alternatives[place]
        for alternatives, place in zip(found.assumptions.choices.values(), parameters.choices[draw], strict=True)
    ]
    weights = dict(zip((node.id for node in nodes), parameters.weights[draw], strict=True))
    note = f"(draw {draw} of seed {parameters.seed})"
    return framework_text(results.framework, nodes, settled(nodes, chosen), weights, note)


def write_drawn_data(results: Results, found: Robustness, draw: int, folder: Path) -> None:
    """Write the dataset of a draw to a folder that is not there yet: figures at what their errors made of them.

    With the draw's framework, `score` gives the draw's scores of its year for it. Raises InputProblems where two
    indicators share a variable that the draw moves for one of them.
    """
    write_dataset(results, found.cells, found.parameters, draw, folder)


def _comparable(own: Matrix, parameters: Parameters, ranges: Mapping[tuple[int, ...], Range | None]) -> Matrix:
    """Scores of draws that lie on another range, on that of the framework as it is."""
    scores = own.copy()
    written = ranges[(0,) * parameters.choices.shape[1]]
    for key, found in ranges.items():
        if found != written:
            rows = (parameters.choices == key).all(axis=1)
            scores[rows] = np.nan if written is None or found is None else mapped(own[rows], found, written)
    return scores
