"""What is wrong with an input: a code with parameters, put into words at the edge."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing wrong in the input, or worth a look (a warning).

    `code` says what; `file`, `line` (1-based line of a text file, row of a Parquet file), and
    `column` say where; `details` fills the sentence that `words` keeps for the code.
    """

    code: str
    file: str = ""
    line: int | None = None
    column: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)


class InputProblems(Exception):
    """The input cannot be used; `problems` holds every reason that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.code} {p.file}:{p.line or ''}" for p in self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """The entry of `known` that looks most like `word`, or an empty string when none comes close."""
    lowered = {entry.lower(): entry for entry in known}
    match = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[match[0]] if match else ""
