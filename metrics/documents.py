"""Documents of a dataset: files that hold more than figures, such as its catalogue of practices.

Each kind has a model and rules, and is kept whole, as JSON, in the table `document` of a results file. To add one, add
its kind to `KINDS`; a dataset without the file holds no such document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from pydantic import ValidationError

from metrics import shipped
from metrics.faults import Fault, Register
from metrics.framework import Model
from metrics.framework_file import DRAFT, FrameworkFile
from metrics.practices import rules as practices
from metrics.practices.entry import Practices
from metrics.problems import InputProblems, Problem
from metrics.seminars import rules as seminars
from metrics.seminars.entry import Seminars
from metrics.tree import Node
from metrics.validation import distinct_errors, fault_of, known_keys
from metrics.yaml_text import Located, read_yaml


@dataclass(frozen=True)
class Kind:
    """One kind of document: `name`.yaml in the dataset folder.

    ids           the ids of its entries, which other documents may name
    faults        what is wrong with one, beside what else the dataset holds
    does_not_fit  what it names that a framework, given by its id and its nodes, does not have
    doubts        what may be wrong and is not refused, given the ids of the frameworks that are known
    """

    name: str
    model: type[Model]
    ids: Callable[[Any], frozenset[str]]
    faults: Callable[[Any, Register], Iterator[Fault]]
    does_not_fit: Callable[[Any, str, tuple[Node, ...]], Iterator[Fault]]
    doubts: Callable[[Any, Collection[str]], Iterator[Fault]] | None = None


KINDS: tuple[Kind, ...] = (
    Kind("practices", Practices, practices.ids, practices.faults, practices.does_not_fit, practices.doubts),
    Kind("seminars", Seminars, seminars.ids, seminars.faults, seminars.does_not_fit),
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A document that was read: where, what was written, and the model that read it."""

    kind: Kind
    path: Path
    written: Located
    content: Model

    @property
    def json(self) -> str:
        """What a results file keeps of it."""
        return self.content.model_dump_json(exclude_unset=True)


def read_documents(folder: Path, register: Register) -> tuple[list[Document], list[Problem]]:
    """The documents of a dataset folder that can be read, and everything that is wrong with any.

    `register` holds the regions of the dataset; the ids of documents are filled in here.
    """
    found: list[Document] = []
    problems: list[Problem] = []
    for kind in KINDS:
        path = folder / f"{kind.name}.yaml"
        if path.exists():
            try:
                found.append(read_document(kind, path))
            except InputProblems as error:
                problems += error.problems
    known = replace(register, documents={document.kind.name: document.kind.ids(document.content) for document in found})
    for document in found:
        faults = document.kind.faults(document.content, known)
        problems += [fault.problem(document.path, document.written) for fault in faults]
    return found, problems


def read_document(kind: Kind, path: Path) -> Document:
    """The document at `path`. Raises InputProblems with everything that is wrong with its form."""
    written = read_yaml(path)
    try:
        return Document(kind, path, written, kind.model.model_validate(written))
    except ValidationError as error:
        faults = [fault_of(one, known_keys(kind.model, one["loc"])) for one in distinct_errors(written, error)]
        raise InputProblems(fault.problem(path, written) for fault in faults) from None


def schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a kind of document, for editors that complete and check while typing."""
    return {"$schema": DRAFT} | kind.model.model_json_schema()


def misfits(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, data: Path) -> Iterator[Problem]:
    """What the documents of a loaded dataset name that the framework does not have."""
    for kind, content in _kept(connection):
        yield from _told(kind, data, list(kind.does_not_fit(content, file.framework.id, file.nodes)))


def doubts(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, data: Path) -> Iterator[Problem]:
    """What may be wrong in the documents of a loaded dataset, though nothing is refused for it."""
    frameworks = {file.framework.id, *_shipped_frameworks()}
    for kind, content in _kept(connection):
        if kind.doubts is not None:
            yield from _told(kind, data, list(kind.doubts(content, frameworks)))


def _kept(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Kind, Model]]:
    kept = dict(connection.execute("SELECT name, content FROM document").fetchall())
    return ((kind, kind.model.model_validate_json(kept[kind.name])) for kind in KINDS if kind.name in kept)


def _told(kind: Kind, data: Path, faults: list[Fault]) -> Iterator[Problem]:
    path = data / f"{kind.name}.yaml"
    written = read_yaml(path) if faults else Located(0)  # again, for only now it matters on which lines things stand
    return (fault.problem(path, written) for fault in faults)


@cache
def _shipped_frameworks() -> frozenset[str]:
    return frozenset(
        str(read_yaml(path)["id"]) for path in (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")))
    )
