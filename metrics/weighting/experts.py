"""What experts say, as it is kept: in the address of a screen and in a file.

A judgement of AHP is a whole number from -8 to 8: 0 says that both children matter alike, 2 that the first matters
3 times more, -2 the second. In an address each is a letter from `a` (-8) to `q` (8), an expert is a row of them, and
a point stands between two experts. A budget is whole points from 0 to 100 with a hyphen between.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from typing import Any, Literal

import numpy as np

from metrics.problems import InputProblems, Problem
from metrics.weighting.ahp import STRONGEST, reciprocal
from metrics.weighting.matrix import Matrix

Kind = Literal["ahp", "budget"]
Answers = tuple[tuple[int, ...], ...]

_FIRST = ord("a")
_MOST = STRONGEST - 1
_POINTS = 100
EXPERTS = 20
FORM = "teladan-experts-1"


def pairs(children: int) -> list[tuple[int, int]]:
    """Every two children, in the order of their judgements."""
    return list(combinations(range(children), 2))


def nobody(kind: Kind, children: int) -> Answers:
    """One expert to whom all children matter alike; points that do not divide go to the first ones."""
    if kind == "ahp":
        return ((0,) * len(pairs(children)),)
    share, rest = divmod(_POINTS, children)
    return (tuple(share + (place < rest) for place in range(children)),)


def matrices(answers: Answers, children: int) -> list[Matrix]:
    """The judgements of each expert as AHP takes them."""
    return [
        reciprocal([judgement + 1.0 if judgement >= 0 else 1 / (1 - judgement) for judgement in expert], children)
        for expert in answers
    ]


def points(answers: Answers) -> Matrix:
    """The points of all experts: experts x children."""
    return np.array(answers, dtype=np.float64)


def write_code(kind: Kind, answers: Answers) -> str:
    """The answers as one parameter of an address."""
    if kind == "ahp":
        return ".".join("".join(chr(_FIRST + _MOST + judgement) for judgement in expert) for expert in answers)
    return ".".join("-".join(map(str, expert)) for expert in answers)


def read_code(kind: Kind, text: str, children: int) -> Answers | None:
    """The answers that a parameter of an address stands for; None where it stands for none of so many children."""
    if kind == "ahp":
        rows = [[ord(letter) - _FIRST - _MOST for letter in expert] for expert in text.split(".")]
    else:
        parts = [expert.split("-") for expert in text.split(".")]
        if not all(part.isascii() and part.isdecimal() and len(part) <= 3 for expert in parts for part in expert):
            return None
        rows = [[int(part) for part in expert] for expert in parts]
    return _accepted(kind, rows, children)


def write_file(kind: Kind, node: str, children: Sequence[str], answers: Answers) -> str:
    """The answers as a file that people may read and keep: JSON."""
    written = {"form": FORM, "method": kind, "node": node, "children": list(children), "experts": answers}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def read_file(content: bytes, kind: Kind, node: str, children: Sequence[str]) -> Answers:
    """The answers in such a file. Raises InputProblems where it is none, or is about something else."""
    try:
        written: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InputProblems([Problem("experts-not-json")]) from None
    if not isinstance(written, dict) or written.get("form") != FORM:
        raise InputProblems([Problem("experts-other-form", details={"form": FORM})])
    about = (written.get("method"), written.get("node"), written.get("children"))
    if about != (kind, node, list(children)):
        details = {"found": f"{about[0]}, {about[1]}", "expected": f"{kind}, {node}"}
        raise InputProblems([Problem("experts-of-another", details=details)])
    answers = _accepted(kind, written.get("experts"), len(children))
    if answers is None:
        raise InputProblems([Problem("experts-unreadable", details={"most": EXPERTS})])
    return answers


def _accepted(kind: Kind, rows: Any, children: int) -> Answers | None:
    """The rows as answers; None where one is not a whole number within the scale, or is missing."""
    wanted = len(pairs(children)) if kind == "ahp" else children
    low, high = (-_MOST, _MOST) if kind == "ahp" else (0, _POINTS)
    if not isinstance(rows, list) or not 1 <= len(rows) <= EXPERTS:
        return None
    for row in rows:
        if not isinstance(row, list) or len(row) != wanted:
            return None
        if not all(type(answer) is int and low <= answer <= high for answer in row):
            return None
    return tuple(tuple(row) for row in rows)
