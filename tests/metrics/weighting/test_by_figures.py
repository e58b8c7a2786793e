"""PCA, entropy, CRITIC and equal influence: against plain statements of them, recorded results and properties."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.results import open_results
from metrics.weighting.critic import critic
from metrics.weighting.entropy import entropy
from metrics.weighting.equal_influence import equal_influence
from metrics.weighting.matrix import Matrix, NoWeights
from metrics.weighting.pca import pca, varimax

# Ten regions, four children; the last two rows lack a child and take no part.
SCORES = np.array(
    [
        [12.0, 55.0, 31.0, 80.0],
        [25.0, 40.0, 36.0, 71.0],
        [31.0, 62.0, 58.0, 90.0],
        [48.0, 35.0, 44.0, 52.0],
        [52.0, 71.0, 69.0, 66.0],
        [66.0, 48.0, 75.0, 43.0],
        [79.0, 80.0, 83.0, 58.0],
        [93.0, 66.0, 97.0, 35.0],
        [np.nan, 66.0, 97.0, 35.0],
        [40.0, 66.0, np.nan, 35.0],
    ]
)
WHOLE = SCORES[:8]
ENTROPY_OF_PYMCDM = [0.502525880232874, 0.118792078493927, 0.234482857112821, 0.144199184160378]
CRITIC_OF_PYMCDM = [0.224575116920043, 0.173087860813782, 0.19753539961351, 0.404801622652664]


def drawn(seed: int, regions: int = 40, children: int = 4) -> Matrix:
    source = np.random.default_rng(seed)
    common = source.normal(size=(regions, 1))
    return 50 + 8 * (common + source.normal(size=(regions, children)) * source.uniform(0.5, 2, children))


def test_entropy_and_critic_are_those_of_pymcdm() -> None:
    """Recorded from pymcdm 1.4.0: weights.entropy_weights and weights.critic_weights of the complete rows."""
    np.testing.assert_allclose(entropy(SCORES).weights, ENTROPY_OF_PYMCDM, atol=1e-12)
    np.testing.assert_allclose(critic(SCORES).weights, CRITIC_OF_PYMCDM, atol=1e-12)
    assert entropy(SCORES).regions == critic(SCORES).regions == 8


def test_critic_is_spread_times_conflict() -> None:
    scaled = (WHOLE - WHOLE.min(axis=0)) / np.ptp(WHOLE, axis=0)
    weights = [
        scaled[:, j].std(ddof=1) * sum(1 - np.corrcoef(WHOLE[:, j], WHOLE[:, k])[0, 1] for k in range(4))
        for j in range(4)
    ]
    np.testing.assert_allclose(critic(SCORES).weights, np.array(weights) / sum(weights), atol=1e-12)


def test_entropy_of_a_zero_adds_nothing() -> None:
    found = entropy(np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0]]))
    assert found.entropy == pytest.approx([np.log(2) / np.log(3), 1])
    assert found.weights == pytest.approx([1, 0])


def test_first_component_is_that_of_numpy() -> None:
    rows = drawn(1)
    z = (rows - rows.mean(axis=0)) / rows.std(axis=0, ddof=1)
    _, singular, turned = np.linalg.svd(z, full_matrices=False)
    loadings = turned[0] * singular[0] / np.sqrt(len(rows) - 1)
    found = pca(rows)
    np.testing.assert_allclose(found.loadings, np.abs(loadings), atol=1e-9)
    np.testing.assert_allclose(found.explained, singular**2 / (singular**2).sum(), atol=1e-9)
    assert found.weights is not None
    np.testing.assert_allclose(found.weights, np.abs(loadings) / np.abs(loadings).sum(), atol=1e-9)
    # One component is kept, so the other way weighs by squared loadings.
    np.testing.assert_allclose(found.squared, loadings**2 / (loadings**2).sum(), atol=1e-9)


def test_a_child_that_runs_against_the_others_is_named_and_never_turned() -> None:
    found = pca(SCORES)
    assert found.negative == (3,) and found.loadings[3] < 0
    assert found.weights is None
    assert found.squared.sum() == pytest.approx(1) and (found.squared >= 0).all()


def test_two_unrelated_pairs_are_two_components_of_half_the_weight_each() -> None:
    source = np.random.default_rng(3)
    one, other = source.normal(size=(2, 500, 1))
    rows = np.hstack([one + 0.3 * source.normal(size=(500, 2)), other + 0.3 * source.normal(size=(500, 2))])
    found = pca(rows)
    assert found.rotated.shape == (4, 2)
    assert found.squared == pytest.approx([0.25] * 4, abs=0.02)


def test_varimax_leaves_no_better_turn() -> None:
    loadings = np.random.default_rng(5).normal(size=(6, 2))

    def criterion(turned: Matrix) -> float:
        return float(((turned**2).var(axis=0)).sum())

    best = max(
        criterion(loadings @ np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]))
        for a in np.linspace(0, np.pi, 20_001)
    )
    assert criterion(varimax(loadings)) == pytest.approx(best, rel=1e-6)
    np.testing.assert_allclose((varimax(loadings) ** 2).sum(axis=1), (loadings**2).sum(axis=1))


@given(st.integers(0, 10_000), st.integers(2, 6))
def test_equal_influence_is_equal_or_says_which_children_have_more(seed: int, children: int) -> None:
    rows = drawn(seed, 30, children)
    found = equal_influence(rows)
    assert found.weights.sum() == pytest.approx(1) and (found.weights >= 0).all()
    parent = rows @ found.weights
    reached = np.array([np.corrcoef(child, parent)[0, 1] for child in rows.T])
    np.testing.assert_allclose(found.correlations, reached, atol=1e-12)
    weighed = found.weights > 0
    assert np.ptp(reached[weighed]) < 1e-6
    assert found.equal == (not found.excess)
    assert set(found.excess) <= set(np.flatnonzero(~weighed)) and (reached >= reached.min() - 1e-6).all()


def test_equal_influence_of_two_children_is_that_of_their_spreads() -> None:
    rows = drawn(7, 30, 2)
    sd = rows.std(axis=0)
    np.testing.assert_allclose(equal_influence(rows).weights, sd[::-1] / sd.sum(), atol=1e-9)


def test_a_copy_of_a_child_changes_no_influence() -> None:
    rows = drawn(8, 30, 3)
    found = equal_influence(np.column_stack([rows, rows[:, 0]]))
    alone = equal_influence(rows).weights
    np.testing.assert_allclose(found.weights, [alone[0] / 2, *alone[1:], alone[0] / 2], atol=1e-6)


def test_children_that_only_contradict_have_no_equal_influence() -> None:
    rows = drawn(9, 30, 1)
    with pytest.raises(NoWeights) as refused:
        equal_influence(np.column_stack([rows, -rows]))
    assert refused.value.code == "opposed"


def test_the_sub_indexes_of_asem_weigh_what_the_reference_says(acceptance: Path) -> None:
    results = open_results(acceptance / "asem" / "data", acceptance / "asem" / "framework.yaml")
    parts = [node.id for node in results.children(results.root.id)]
    found = equal_influence(results.ranking(results.years[-1])[parts].to_numpy(dtype=float))
    assert dict(zip(parts, found.weights, strict=True)) == pytest.approx({"Conn": 0.3853, "Sust": 0.6147}, abs=1e-4)
    assert found.equal and found.regions == 51


@pytest.mark.parametrize("method", [pca, entropy, critic, equal_influence])
def test_order_and_number_of_regions_without_a_child_change_nothing(method) -> None:
    rows = drawn(11)
    holes = np.vstack([np.full((3, 4), np.nan), rows[::-1]])
    np.testing.assert_allclose(method(holes).weights, method(rows).weights, atol=1e-9)


@pytest.mark.parametrize(
    ("method", "rows", "code", "children"),
    [
        (pca, SCORES[:2], "too-few", ()),
        (critic, np.full((5, 3), np.nan), "too-few", ()),
        (pca, np.column_stack([WHOLE, np.ones(8)]), "constant", (4,)),
        (critic, np.column_stack([WHOLE, np.zeros(8)]), "constant", (4,)),
        (equal_influence, np.column_stack([np.ones(8), WHOLE]), "constant", (0,)),
        (entropy, WHOLE - 30, "negative", (0,)),
        (entropy, np.ones((4, 2)), "constant", (0, 1)),
        (critic, np.column_stack([WHOLE[:, 0], WHOLE[:, 0]]), "alike", ()),
        (critic, WHOLE[:4], "too-few", ()),
    ],
)
def test_what_gives_no_weights_says_why(method, rows: Matrix, code: str, children: tuple[int, ...]) -> None:
    with pytest.raises(NoWeights) as refused:
        method(rows)
    assert (refused.value.code, refused.value.children) == (code, children)
