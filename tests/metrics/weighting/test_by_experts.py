"""AHP and budget allocation: worked examples, and what they must hold to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.weighting.ahp import RANDOM_INDEX, ahp, reciprocal
from metrics.weighting.budget import budget

SCALE = [1 / 9, 1 / 5, 1 / 3, 1, 2, 3, 5, 7, 9]


def test_judgements_without_contradiction_give_their_proportions() -> None:
    found = ahp([reciprocal([2, 4, 2], 3)]).together
    np.testing.assert_allclose(found.weights, [4 / 7, 2 / 7, 1 / 7], atol=1e-12)
    assert found.ratio == pytest.approx(0, abs=1e-12) and found.consistent and found.at_odds is None


def test_ratio_is_that_of_the_characteristic_polynomial() -> None:
    # For three children the largest eigenvalue is 1 + t + 1/t with t the cube root of a13 / (a12 a23).
    upper = [3.0, 1 / 5, 4.0]
    t = (upper[1] / (upper[0] * upper[2])) ** (1 / 3)
    found = ahp([reciprocal(upper, 3)]).together
    assert found.ratio == pytest.approx((1 + t + 1 / t - 3) / 2 / 0.58, abs=1e-9)
    assert not found.consistent and found.at_odds is not None
    # and the weights are the geometric means of the rows.
    rows = np.prod(reciprocal(upper, 3), axis=1) ** (1 / 3)
    np.testing.assert_allclose(found.weights, rows / rows.sum(), atol=1e-9)


def test_judgement_that_is_most_at_odds_is_named() -> None:
    upper = [2.0, 4.0, 8.0, 2.0, 4.0, 1 / 9]  # everything else says that the third weighs twice the fourth
    assert ahp([reciprocal(upper, 4)]).together.at_odds == (2, 3)


def test_opposite_experts_agree_on_equal_weights() -> None:
    found = ahp([reciprocal([3, 9, 3], 3), reciprocal([1 / 3, 1 / 9, 1 / 3], 3)])
    np.testing.assert_allclose(found.together.weights, [1 / 3] * 3, atol=1e-12)
    assert [round(float(one.weights[0]), 4) for one in found.each] == [0.6923, 0.0769]


@given(st.lists(st.lists(st.sampled_from(SCALE), min_size=6, max_size=6), min_size=1, max_size=4))
def test_weights_sum_to_one_whatever_is_judged(experts: list[list[float]]) -> None:
    found = ahp([reciprocal(upper, 4) for upper in experts])
    for one in (found.together, *found.each):
        assert one.weights.sum() == pytest.approx(1) and (one.weights > 0).all() and one.ratio >= 0


def test_two_children_cannot_contradict() -> None:
    found = ahp([reciprocal([9], 2)]).together
    assert found.ratio == 0 and found.weights == pytest.approx([0.9, 0.1])


def test_matrix_that_is_no_judgement_is_refused() -> None:
    with pytest.raises(ValueError, match="reciprocal"):
        ahp([np.array([[1.0, 2.0], [2.0, 1.0]])])
    with pytest.raises(ValueError, match="pair"):
        reciprocal([1, 2], 3)


def test_random_index_is_the_published_table() -> None:
    assert RANDOM_INDEX[2:10] == (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)


def test_budget_is_the_mean_of_those_who_give_everything() -> None:
    found = budget(np.array([[50.0, 30.0, 20.0], [10.0, 30.0, 60.0], [50.0, 30.0, 10.0]]))
    assert found.weights is not None
    np.testing.assert_allclose(found.weights, [0.3, 0.3, 0.4])
    assert found.left.tolist() == [0, 0, 10]
    assert found.lowest.tolist() == [10, 30, 20] and found.highest.tolist() == [50, 30, 60]


def test_budget_that_nobody_has_given_weighs_nothing() -> None:
    assert budget(np.array([[50.0, 60.0]])).weights is None
    with pytest.raises(ValueError, match="0 or more"):
        budget(np.array([[150.0, -50.0]]))
