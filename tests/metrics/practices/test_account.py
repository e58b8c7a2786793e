"""By whose account results are known goes by the results, and by what others measured."""

from __future__ import annotations

from typing import Any

import pytest

from exports.match_reasons import say_account
from metrics.practices.account import CREDIT, Account, account, trust
from tests.metrics.practices.small import practice, text
from words import speak

OWN = {"text": text("x"), "by": text("Kota"), "self_reported": True, "source": 1}
OTHERS = OWN | {"self_reported": False, "value": 3, "unit": text("x")}


@pytest.mark.parametrize(
    ("keys", "expected", "said"),
    [
        ({"grade": "A", "results": [OTHERS]}, "measured", "results measured by others (grade A)"),
        ({"grade": "B"}, "documented", "documented by others (grade B)"),
        ({"results": [OTHERS, OWN]}, "own", "results as reported by itself (grade C)"),
        ({"results": [OTHERS]}, "single", "results by single reports or an award only (grade C)"),
        ({}, "nothing", "no results known (grade C)"),
        ({"grade": "D"}, "title", "only the title is known (grade D)"),
        ({"grade": "A", "results": [OTHERS], "disputed": True}, "disputed",
         "measured by others, who do not bear out what was reported (grade A)"),
    ],
)  # fmt: skip
def test_the_words_go_by_the_results(keys: dict[str, Any], expected: Account, said: str) -> None:
    one = practice("x", **keys)
    assert account(one) == expected
    assert say_account(speak("en"), one) == said


def test_what_others_do_not_bear_out_counts_nothing_and_stands_last() -> None:
    disputed = practice("disputed", grade="A", results=[OTHERS], disputed=True)
    assert CREDIT[account(disputed)] == 0
    assert trust(practice("own")) < trust(disputed) < trust(practice("title", grade="D"))
