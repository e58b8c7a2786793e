"""What experts say, written and read again: in an address and in a file."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.problems import InputProblems
from metrics.weighting.ahp import ahp
from metrics.weighting.experts import (
    Answers,
    matrices,
    nobody,
    pairs,
    points,
    read_code,
    read_file,
    write_code,
    write_file,
)

IDS = ("a", "b", "c")


def answers(low: int, high: int, each: int) -> st.SearchStrategy[Answers]:
    one = st.lists(st.integers(low, high), min_size=each, max_size=each).map(tuple)
    return st.lists(one, min_size=1, max_size=5).map(tuple)


@given(answers(-8, 8, 3), answers(0, 100, 3))
def test_what_is_written_is_read_again(judgements: Answers, given_points: Answers) -> None:
    for kind, said in (("ahp", judgements), ("budget", given_points)):
        assert read_code(kind, write_code(kind, said), 3) == said
        assert read_file(write_file(kind, "node", IDS, said).encode(), kind, "node", IDS) == said


def test_a_judgement_says_how_many_times_more() -> None:
    (matrix,) = matrices(((2, -8, 0),), 3)
    np.testing.assert_allclose(matrix, [[1, 3, 1 / 9], [1 / 3, 1, 1], [9, 1, 1]])
    assert pairs(3) == [(0, 1), (0, 2), (1, 2)]


def test_nobody_finds_anything_more_important() -> None:
    assert ahp(matrices(nobody("ahp", 4), 4)).together.weights == pytest.approx([0.25] * 4)
    assert nobody("budget", 3) == ((34, 33, 33),) and points(nobody("budget", 3)).sum() == 100


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ahp", ""), ("ahp", "iii.ii"), ("ahp", "iir"), ("ahp", "ii§"), ("ahp", ".".join(["iii"] * 21)),
        ("budget", "50-50"), ("budget", "50-50-"), ("budget", "-5-50-55"), ("budget", "101-0-0"), ("budget", "5²-0-0"),
    ],
)  # fmt: skip
def test_nonsense_in_an_address_is_nothing(kind, text: str) -> None:
    assert read_code(kind, text, 3) is None


FILE = json.loads(write_file("budget", "node", IDS, ((50, 30, 20),)))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe", "experts-not-json"),
        (b"points: 3", "experts-not-json"),
        (b"[" * 100_000, "experts-not-json"),
        (b"[1]", "experts-other-form"),
        (json.dumps(FILE | {"form": "other"}).encode(), "experts-other-form"),
        (json.dumps(FILE | {"node": "other"}).encode(), "experts-of-another"),
        (json.dumps(FILE | {"children": ["a", "c", "b"]}).encode(), "experts-of-another"),
        (json.dumps(FILE | {"experts": [[50, 30]]}).encode(), "experts-unreadable"),
        (json.dumps(FILE | {"experts": [[50, 30, True]]}).encode(), "experts-unreadable"),
        (json.dumps(FILE | {"experts": [[50, 30, 2e1]]}).encode(), "experts-unreadable"),
        (json.dumps(FILE | {"experts": [[50, 30, 1e999]]}).encode(), "experts-unreadable"),
        (json.dumps(FILE | {"experts": []}).encode(), "experts-unreadable"),
        (json.dumps(FILE | {"experts": None}).encode(), "experts-unreadable"),
    ],
)
def test_a_bad_file_has_one_reason(content: bytes, code: str) -> None:
    with pytest.raises(InputProblems) as refused:
        read_file(content, "budget", "node", IDS)
    assert [problem.code for problem in refused.value.problems] == [code]
