"""What a dataset says about itself in YAML: its sources, its groups, and where memberships were read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from metrics.framework import Bilingual
from metrics.problems import InputProblems, Problem, nearest
from metrics.validation import distinct_errors
from metrics.yaml_text import Located, line_of, read_yaml

M = TypeVar("M", bound=BaseModel)
Line = Annotated[str, Field(min_length=1, max_length=5000)]


def _several(value: Any) -> Any:
    """One caveat is a list of one."""
    return value if value is None or isinstance(value, list) else [value]


Caveats = Annotated[tuple[Bilingual, ...], BeforeValidator(_several)]


class _Described(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Described):
    """Who published figures, under which licence, and what to know before using them (source.yaml)."""

    publisher: Line
    title: Line
    licence: Line
    kind: Literal["statistics", "survey", "assessment", "administrative", "self-reported"]
    address: Line | None = None
    commit: Line | None = None
    published: Line | None = None
    accessed: Line | None = None
    caveats: Caveats | None = None
    note: Bilingual | None = None


class GroupSource(_Described):
    """Where a list of members was read (an entry of groups-sources.yaml)."""

    publisher: Line
    title: Line
    address: Line | None = None
    accessed: Line | None = None
    note: Bilingual | None = None


class Group(_Described):
    """A group in words (an entry of groups.yaml)."""

    title: Bilingual
    description: Bilingual | None = None


def read_source(path: Path) -> Source:
    """The source.yaml at `path`. Raises InputProblems with everything that is wrong in it."""
    return _validated(Source, read_yaml(path), path, "")


def read_entries(model: type[M], path: Path) -> dict[str, M]:
    """A file of named entries. Raises InputProblems with everything that is wrong in any of them."""
    written = read_yaml(path)
    found: dict[str, M] = {}
    problems: list[Problem] = []
    for name, entry in written.items():
        try:
            if not isinstance(entry, Located):
                details = {"key": name, "value": ""}
                raise InputProblems([Problem("not-mapping", str(path), written.lines[name], details=details)])
            found[name] = _validated(model, entry, path, name)
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(problems)
    return found


def _validated(model: type[M], written: Located, path: Path, entry: str) -> M:
    try:
        return model.model_validate(written)
    except ValidationError as error:
        raise InputProblems(
            _problem(model, written, path, entry, wrong) for wrong in distinct_errors(written, error)
        ) from None


def _problem(model: type[BaseModel], written: Located, path: Path, entry: str, error: ErrorDetails) -> Problem:
    kind, value, place = error["type"], str(error["input"])[:80], error["loc"]
    details: dict[str, object] = {"key": ".".join(map(str, (entry, *place) if entry else place)), "value": value}
    code = {"missing": "missing-key", "extra_forbidden": "unknown-key"}.get(kind, "bad-value")
    if kind == "string_type":
        code = "text-empty" if error["input"] is None else "not-text"
    if code == "unknown-key":
        details["near"] = nearest(str(place[-1]), model.model_fields if len(place) == 1 else ())
    if kind == "literal_error":
        choices = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        code = "unknown-choice"
        details |= {"choices": choices, "near": nearest(value, choices.split(", "))}
    return Problem(code, str(path), line_of(written, place), details=details)
