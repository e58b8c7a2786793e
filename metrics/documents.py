"""Documents of a dataset: files that hold more than figures, such as its catalogue of practices.

Each kind has a model and rules, and is kept whole, as JSON, in the table `document` of a results file: under the name
of the kind, or, where a dataset may hold several, each under the name of its kind and its own (`storylines/national`).
To add one, add its kind to `KINDS`; a dataset without the file holds no such document.
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
from metrics.faults import Fault, Register, Scheme
from metrics.framework import Model
from metrics.framework_file import DRAFT, FrameworkFile
from metrics.practices import rules as practices
from metrics.practices.entry import Practices
from metrics.problems import InputProblems, Problem
from metrics.seminars import rules as seminars
from metrics.seminars.entry import Seminars
from metrics.storylines import rules as storylines
from metrics.storylines.entry import Storyline
from metrics.validation import distinct_errors, fault_of, known_keys
from metrics.yaml_text import Located, read_yaml


@dataclass(frozen=True)
class Kind:
    """One kind of document: `name`.yaml in the dataset folder, or, of which there are several, each `name`/ID.yaml.

    ids           the ids of its entries, which other documents may name
    faults        what is wrong with one, beside what else the dataset holds
    does_not_fit  what it names that a framework does not have
    doubts        what may be wrong and is not refused, given the ids of the frameworks that are known
    """

    name: str
    model: type[Model]
    ids: Callable[[Any], frozenset[str]]
    faults: Callable[[Any, Register], Iterator[Fault]]
    does_not_fit: Callable[[Any, Scheme], Iterator[Fault]]
    doubts: Callable[[Any, Collection[str]], Iterator[Fault]] | None = None
    several: bool = False

    def files(self, folder: Path) -> list[Path]:
        """Those of a dataset folder, by name."""
        one = folder / f"{self.name}.yaml"
        return sorted((folder / self.name).glob("*.yaml")) if self.several else [one] if one.exists() else []


KINDS: tuple[Kind, ...] = (
    Kind("practices", Practices, practices.ids, practices.faults, practices.does_not_fit, practices.doubts),
    Kind("seminars", Seminars, seminars.ids, seminars.faults, seminars.does_not_fit),
    Kind("storylines", Storyline, storylines.ids, storylines.faults, storylines.does_not_fit, storylines.doubts, True),
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A document that was read: where, what was written, and the model that read it."""

    kind: Kind
    path: Path
    written: Located
    content: Model

    @property
    def name(self) -> str:
        """What a results file calls it."""
        return f"{self.kind.name}/{self.path.stem}" if self.kind.several else self.kind.name

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
        for path in kind.files(folder):
            try:
                found.append(read_document(kind, path))
            except InputProblems as error:
                problems += error.problems
    ids: dict[str, frozenset[str]] = {}
    for document in found:
        ids[document.kind.name] = ids.get(document.kind.name, frozenset()) | document.kind.ids(document.content)
    known = replace(register, documents=ids)
    for document in found:
        faults = [*_misnamed(document), *document.kind.faults(document.content, known)]
        problems += [fault.problem(document.path, document.written) for fault in faults]
    return found, problems


def read_document(kind: Kind, path: Path) -> Document:
    """The document at `path`. Raises InputProblems with everything that is wrong with its form."""
    return take_document(kind, path, read_yaml(path))


def take_document(kind: Kind, path: Path, written: Located) -> Document:
    """The document that was written. Raises InputProblems with everything that is wrong with its form."""
    try:
        return Document(kind, path, written, kind.model.model_validate(written))
    except ValidationError as error:
        faults = [fault_of(one, known_keys(kind.model, one["loc"])) for one in distinct_errors(written, error)]
        raise InputProblems(fault.problem(path, written) for fault in faults) from None


def schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a kind of document, for editors that complete and check while typing."""
    return {"$schema": DRAFT} | kind.model.model_json_schema()


def misfits(
    connection: duckdb.DuckDBPyConnection, file: FrameworkFile, data: Path, years: Collection[int]
) -> Iterator[Problem]:
    """What the documents of a loaded dataset name that the framework, or the years scored under it, do not have."""
    scheme = Scheme(file.framework.id, file.nodes, years)
    for kind, name, content in _kept(connection):
        yield from _told(name, data, list(kind.does_not_fit(content, scheme)))


def doubts(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, data: Path) -> Iterator[Problem]:
    """What may be wrong in the documents of a loaded dataset, though nothing is refused for it."""
    frameworks = {file.framework.id, *_shipped_frameworks()}
    for kind, name, content in _kept(connection):
        if kind.doubts is not None:
            yield from _told(name, data, list(kind.doubts(content, frameworks)))


def _misnamed(document: Document) -> Iterator[Fault]:
    """Where a dataset may hold several of a kind, each file is called as its document is."""
    if document.kind.several and document.path.stem not in (own := document.kind.ids(document.content)):
        yield Fault(("id",), "file-not-its-id", {"value": next(iter(own)), "name": document.path.name})


def _kept(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Kind, str, Model]]:
    kinds = {kind.name: kind for kind in KINDS}
    for name, content in connection.execute("SELECT name, content FROM document ORDER BY name").fetchall():
        kind = kinds[name.partition("/")[0]]
        yield kind, name, kind.model.model_validate_json(content)


def _told(name: str, data: Path, faults: list[Fault]) -> Iterator[Problem]:
    path = data / f"{name}.yaml"
    written = read_yaml(path) if faults else Located(0)  # again, for only now it matters on which lines things stand
    return (fault.problem(path, written) for fault in faults)


@cache
def _shipped_frameworks() -> frozenset[str]:
    return frozenset(
        str(read_yaml(path)["id"]) for path in (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")))
    )
