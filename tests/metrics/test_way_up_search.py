"""The search and the programme on levers made up at random: both find what trying everything finds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.framework import Text
from metrics.tree import Node
from metrics.way_up_levers import Lever, Matrix
from metrics.way_up_linear import Choice, line, smallest_sum
from metrics.way_up_search import Found, Gauge, Steps, smallest_found

MEANS: dict[str, Callable[[Matrix, Matrix], Matrix]] = {
    "arithmetic": lambda x, w: (w * x).sum(axis=1),
    "geometric": lambda x, w: np.exp((w * np.log(x)).sum(axis=1)),
    "power": lambda x, w: np.sqrt((w * x**2).sum(axis=1)),
    "minimum": lambda x, w: x.min(axis=1),
    "nested": lambda x, w: np.sqrt(np.minimum(x[:, 0], x[:, -1]) * (w * x).sum(axis=1)),
}


def leaf(name: str) -> Node:
    return Node(name, "root", 1, None, Text(id=name, en=name), None, True, 1.0, "active")


def gauge_of(levers: list[Lever], mean: str, weights: Matrix) -> Gauge:
    table = np.zeros((len(levers), 1 + max(len(one.values) for one in levers)))
    for row, one in zip(table, levers, strict=True):
        row[0], row[1 : len(one.scores) + 1] = one.score, one.scores

    def gauge(choices: Steps) -> Matrix:
        return MEANS[mean](table[np.arange(len(levers)), choices], weights / weights.sum())

    return gauge


@st.composite
def problems(draw: st.DrawFn, mean: str, *, straight: bool) -> tuple[list[Lever], Gauge, float]:
    """Up to four levers of up to six values, and a target that the furthest of them may just miss or reach."""
    levers = []
    for number in range(draw(st.integers(1, 4))):
        count, start = draw(st.integers(1, 6)), draw(st.integers(1, 60))
        first, step = draw(st.integers(1, 9)), draw(st.integers(1, 9))
        steps = np.arange(count)
        scores = start + first + step * (steps if straight else np.sqrt(steps))
        if straight and count > 2 and draw(st.booleans()):
            scores[-1] -= step / 2  # the best goalpost lies before the last step
        shares = (draw(st.integers(1, 9)) + draw(st.integers(1, 9)) * steps) / 100
        values = start + 1.0 + steps
        levers.append(Lever(leaf(f"i{number}"), float(start), float(start), values, shares, scores, float(values[-1])))
    weights = np.array(draw(st.lists(st.integers(1, 5), min_size=len(levers), max_size=len(levers))), dtype=float)
    gauge = gauge_of(levers, mean, weights)
    now, most = gauge(np.array([[0] * len(levers), [len(one.values) for one in levers]]))
    return levers, gauge, float(now + (most - now) * draw(st.sampled_from([0.1, 0.35, 0.6, 0.9, 1.0, 1.01])))


def cost(levers: list[Lever], choice: Choice) -> tuple[int, float]:
    shares = [one.shares[at - 1] for one, at in zip(levers, choice, strict=True) if at]
    return len(shares), float(sum(shares))


def everything(levers: list[Lever], gauge: Gauge, target: float, banned: list[frozenset[int]]) -> tuple[int, float]:
    choices = list(product(*(range(len(one.values) + 1) for one in levers)))
    reached = gauge(np.array(choices)) >= target - 1e-9
    held = [choice for choice, good in zip(choices, reached, strict=True) if good and any(choice)]
    free = [one for one in held if not any(all(one[at] for at in ban) for ban in banned)]
    return min((cost(levers, choice) for choice in free), default=(0, 0.0))


def check(levers: list[Lever], gauge: Gauge, target: float, search: Callable[[list[frozenset[int]]], Found]) -> None:
    """The first, and one beside it."""
    banned: list[frozenset[int]] = []
    for _ in range(2):
        found, least = search(banned), everything(levers, gauge, target, banned)
        assert found.proven and (found.choice is None) == (least == (0, 0.0))
        if found.choice is None:
            return
        assert gauge(np.array([found.choice]))[0] >= target - 2e-6
        assert cost(levers, found.choice) == (least[0], pytest.approx(least[1], abs=1e-6))
        banned.append(frozenset(i for i, at in enumerate(found.choice) if at))


@pytest.mark.parametrize("mean", MEANS)
def test_the_search_finds_the_least_whatever_the_mean(mean: str) -> None:
    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(problems(mean, straight=False))
    def holds(problem: tuple[list[Lever], Gauge, float]) -> None:
        levers, gauge, target = problem
        check(levers, gauge, target, lambda banned: smallest_found(levers, gauge, target - 1e-9, banned))

    holds()


@settings(max_examples=20, deadline=None, derandomize=True)
@given(problems("arithmetic", straight=True))
def test_the_programme_finds_what_the_search_finds(problem: tuple[list[Lever], Gauge, float]) -> None:
    levers, gauge, target = problem
    start = gauge(np.zeros((1, len(levers)), dtype=np.int64))[0]
    tops = np.diag([len(one.values) for one in levers])
    lines = [line(one, float(most - start)) for one, most in zip(levers, gauge(tops), strict=True)]
    drawn = [one for one in lines if one is not None]
    assert len(drawn) == len(levers)
    check(levers, gauge, target, lambda banned: Found(smallest_sum(levers, drawn, target - start - 1e-7, banned), True))


def test_a_search_that_is_cut_short_says_so() -> None:
    levers = [
        Lever(leaf(name), 1.0, 1.0, np.arange(2.0, 500), np.arange(1, 499) / 499, np.sqrt(np.arange(2.0, 500)), 500.0)
        for name in "abcd"
    ]
    found = smallest_found(levers, gauge_of(levers, "geometric", np.ones(4)), 12.0, [], most=20)
    assert not found.proven
