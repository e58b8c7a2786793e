"""What must hold in every draw whatever the figures are: on arrays, without a dataset."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from metrics.draws.assumptions import AS_WRITTEN, Alternative, Assumptions, settled
from metrics.draws.cells import Cells, Column
from metrics.draws.parameters import draw_parameters
from metrics.draws.places import ranks
from metrics.draws.scored import score_draws
from metrics.framework import Method, Normalise, Text
from metrics.tree import Node, Normalisation

Matrix = NDArray[np.float64]
SMALL = settings(max_examples=12)
DRAWS, REGIONS = 24, 7
RANGE = (1.0, 100.0)
OBSERVED = ("minmax", "zscore", "percentile", "rank", "distance_to_max")
MEANS = ("arithmetic", "geometric", "harmonic", "minimum", "copeland")
LEAVES = {"a": 1, "b": -1, "c": 1}  # with their directions


def tree(using: str = "minmax", aggregate: str = "arithmetic") -> tuple[Node, ...]:
    """A root over `a` and a composite of `b` and `c`."""

    def node(name: str, parent: str | None, **keys: Any) -> Node:
        text = Text(id=name, en=name)
        return Node(
            id=name, parent=parent, depth=0, line=None, title=text, description=None, status="active", counts=True,
            **({"weight": 1.0, "is_leaf": name in LEAVES} | keys),
        )  # fmt: skip

    rule = Normalisation(using=using, range=RANGE, over="year")
    return (
        node("index", None, aggregate=aggregate),
        node("a", "index", sign=LEAVES["a"], normalise=rule, weight=2.0),
        node("pair", "index", aggregate=aggregate),
        node("b", "pair", sign=LEAVES["b"], normalise=rule),
        node("c", "pair", sign=LEAVES["c"], normalise=rule),
    )


def drawn(nodes: tuple[Node, ...], figures: Matrix, varied: Assumptions, order: list[int] | None = None) -> Matrix:
    """Scores, draws x regions: `figures` are indicators x regions, in another order of the regions if one is given."""
    places = list(range(figures.shape[1])) if order is None else order
    nothing = np.zeros((1, figures.shape[1]), dtype=np.int64)
    columns = {
        name: Column(values[None, places], nothing, nothing, nothing)
        for name, values in zip(LEAVES, figures, strict=True)
    }
    codes = tuple(f"{place:02}" for place in places)
    cells = Cells(codes, ("",) * len(codes), (2020,), 0, columns, {})
    variants = {at: settled(nodes, chosen) for at, chosen in varied.combinations()}
    return score_draws(draw_parameters(varied, nodes, DRAWS, 3), variants, cells, None)


figures_strategy = st.lists(st.integers(1, 400), min_size=3 * REGIONS, max_size=3 * REGIONS, unique=True).map(
    lambda quarters: np.array(quarters, dtype=np.float64).reshape(3, REGIONS) / 4
)
GEOMETRIC = Alternative(Method(aggregate="geometric", normalise=Normalise(using="minmax", range=RANGE)), True)
PERCENTILE = Alternative(Method(normalise=Normalise(using="percentile", range=RANGE)))
EVERYTHING = Assumptions(weights=0.25, choices={"aggregate": (AS_WRITTEN, GEOMETRIC)}, leave_out=True)
RANGES = Assumptions(weights=0.25, choices={"normalise": (AS_WRITTEN, PERCENTILE)}, leave_out=True)


@given(figures=figures_strategy, using=st.sampled_from(OBSERVED), factor=st.sampled_from([0.5, 3.0, 1e5]))
@SMALL
def test_rescaling_an_indicator_changes_no_draw(figures: Matrix, using: str, factor: float) -> None:
    rescaled = figures.copy()
    rescaled[1] = rescaled[1] * factor + 7
    nodes = tree(using)
    one, other = (drawn(nodes, values, RANGES) for values in (figures, rescaled))
    np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-9)


@given(figures=figures_strategy, order=st.permutations(range(REGIONS)), aggregate=st.sampled_from(MEANS))
@SMALL
def test_names_and_order_of_regions_change_no_draw(figures: Matrix, order: list[int], aggregate: str) -> None:
    nodes = tree("minmax", aggregate)
    straight = drawn(nodes, figures, replace(EVERYTHING, choices={}))
    turned = drawn(nodes, figures, replace(EVERYTHING, choices={}), order)
    np.testing.assert_allclose(straight[:, order], turned, rtol=1e-9, atol=1e-9)


@given(
    figures=figures_strategy,
    leaf=st.integers(0, 2),
    better=st.floats(0.25, 150),
    using=st.sampled_from(OBSERVED),
    aggregate=st.sampled_from(MEANS),
)
@SMALL
def test_doing_better_lowers_no_draw(figures: Matrix, leaf: int, better: float, using: str, aggregate: str) -> None:
    if aggregate in ("geometric", "harmonic") and using in ("zscore", "rank"):
        using = "minmax"  # these means need a range above 0
    raised = figures.copy()
    raised[leaf, 0] += better * list(LEAVES.values())[leaf]
    nodes = tree(using, aggregate)
    varied = Assumptions(weights=0.25, leave_out=True)
    before, after = (drawn(nodes, values, varied) for values in (figures, raised))
    assert (after[:, 0] >= before[:, 0] - 1e-9).all()
    assert (ranks(after)[:, 0] <= ranks(before)[:, 0]).all()


@pytest.mark.parametrize("varied", [EVERYTHING, RANGES], ids=["means", "ranges"])
@given(figures=figures_strategy)
@SMALL
def test_the_nominal_rank_lies_within_the_draws(figures: Matrix, varied: Assumptions) -> None:
    found = ranks(drawn(tree(), figures, varied))
    nominal = ranks(drawn(tree(), figures, Assumptions()))[0]
    assert (found[0] == nominal).all()
    assert (found.min(axis=0) <= nominal).all() and (nominal <= found.max(axis=0)).all()
