"""Benefit of the doubt: small cases worked by hand, and what must hold of any."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from metrics.weighting.benefit_of_the_doubt import benefit_of_the_doubt
from metrics.weighting.matrix import Matrix, NoWeights


def test_without_bounds_the_best_in_one_child_leads() -> None:
    # Two ends reach 1 by their best child. The third is best with w1 = w2 = 1/5, where both ends have their sum 1
    # (4 w1 + w2 = 1, w1 + 4 w2 = 1): 2/5 + 2/5.
    found = benefit_of_the_doubt(np.array([[4.0, 1.0], [1.0, 4.0], [2.0, 2.0]]), spread=9)
    assert found.scores == pytest.approx([1, 1, 0.8])
    assert found.own[2] == pytest.approx([0.5, 0.5])
    assert (found.leaders, found.regions) == (2, 3)


def test_bounds_of_zero_are_equal_weights() -> None:
    rows = np.array([[4.0, 1.0], [1.0, 2.0], [0.0, 0.0]])
    found = benefit_of_the_doubt(rows, spread=0)
    assert found.scores == pytest.approx([1, 3 / 5, 0])
    assert found.own == pytest.approx(np.full((3, 2), 0.5)) and found.weights == pytest.approx([0.5, 0.5])


def test_a_bound_that_binds() -> None:
    # Weights from (1/4, 3/4) to (3/4, 1/4). The second region takes the first end: 1/4 + 3/4 * 3 = 5/2, where the
    # first has 1/4 * 8 + 3/4 = 11/4: 10/11.
    found = benefit_of_the_doubt(np.array([[8.0, 1.0], [1.0, 3.0], [0.0, 1.0]]), spread=0.5)
    assert found.scores == pytest.approx([1, 10 / 11, 3 / 11])
    assert found.own[1] == pytest.approx([0.25, 0.75])


def test_a_region_without_a_child_takes_no_part() -> None:
    found = benefit_of_the_doubt(np.array([[4.0, 1.0], [np.nan, 9.0], [1.0, 4.0], [2.0, 2.0]]))
    assert np.isnan(found.scores[1]) and np.isnan(found.own[1]).all()
    assert found.leaders == 2 and found.scores[3] == pytest.approx(0.8)


@given(
    arrays(float, (7, 3), elements=st.integers(0, 100).map(float)).filter(lambda rows: bool((rows > 0).any())),
    st.sampled_from([0, 0.25, 0.5, 1, 3]),
)
@settings(max_examples=40)
def test_no_region_falls_below_equal_weights_and_no_weight_leaves_its_bounds(rows: Matrix, spread: float) -> None:
    found = benefit_of_the_doubt(rows, spread)
    equal = rows.mean(axis=1)
    assert (found.scores >= equal / equal.max() - 1e-9).all() and (found.scores <= 1).all()
    assert (found.own <= (1 + spread) / 3 + 1e-7).all() and (found.own >= max(1 - spread, 0) / 3 - 1e-7).all()
    assert found.leaders >= 1 and found.weights.sum() == pytest.approx(1)


def test_scores_that_have_no_benefit_are_refused() -> None:
    for rows, code in ((np.zeros((3, 2)), "constant"), (np.full((3, 2), -1.0), "negative")):
        with pytest.raises(NoWeights) as refused:
            benefit_of_the_doubt(rows)
        assert refused.value.code == code
    with pytest.raises(ValueError, match="spread"):
        benefit_of_the_doubt(np.ones((3, 2)), -1)
