"""What is wrong at a place of a document, before anyone has asked on which line of which file that place stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from metrics.problems import Problem
from metrics.tree import Node
from metrics.yaml_text import Located, line_of

Place = tuple[str | int, ...]  # keys and places in lists (from 0) on the way down from the top of a document


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `code` and `details` as in a Problem; a detail that is a place is told as its line."""

    place: Place
    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    def problem(self, path: Path, written: Located) -> Problem:
        """The same with file and line."""
        details = {
            name: line_of(written, value) if isinstance(value, tuple) else value for name, value in self.details.items()
        }
        return Problem(self.code, str(path), line_of(written, self.place), details=details)


@dataclass(frozen=True)
class Scheme:
    """What a framework has that a document may name: its id, its nodes, and the years that are scored under it."""

    framework: str
    nodes: tuple[Node, ...]
    years: Collection[int]


@dataclass(frozen=True)
class Register:
    """What the rest of a dataset holds that a document may name.

    regions    the name of every region by its code; empty where the list of regions could not be read, and then no
               region or province is looked up
    provinces  by name
    groups     by code; empty where there are none, and then none is looked up
    documents  the ids of entries by the name of their document; what is not there is not looked up
    """

    regions: Mapping[str, str] = field(default_factory=dict)
    provinces: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    documents: Mapping[str, frozenset[str]] = field(default_factory=dict)
