"""YAML read strictly: plain values with the line of every key, and one clear problem when it can't be.

Every scalar stays the text that was written (`53.70` is not 53.7 and `no` is not False); the models
that receive it decide what a number is. Nothing here recurses, so no depth of nesting can hurt.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from metrics.problems import InputProblems, Problem

MAXIMUM_DEPTH = 60  # nested collections; a framework of 18 levels needs 40
MAXIMUM_SIZE = 100_000  # values after aliases are written out
MAXIMUM_BYTES = 5_000_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict[str, Any]):
    """A mapping that knows the line of each of its keys."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.size = 1


class LocatedList(list[Any]):
    """A sequence that knows the line of each of its items."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []
        self.size = 1


def line_of(value: Any, path: tuple[str | int, ...]) -> int | None:
    """The line where `path` is written below `value`, or the nearest line above it."""
    line = getattr(value, "line", None)
    for part in path:
        if isinstance(value, Located) and part in value:
            line, value = value.lines[str(part)], value[str(part)]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            line, value = value.lines[part], value[part]
        else:
            break
    return line


def as_written(value: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """`path` as far as it is written below `value`."""
    for end, part in enumerate(path):
        if isinstance(value, Located) and part in value:
            value = value[str(part)]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return path[:end]
    return path


def read_yaml(path: Path) -> Located:
    """The mapping that the YAML file at `path` holds.

    Raises InputProblems when the file is missing, is not UTF-8 text, or is not one plain mapping.
    """
    return parse_yaml(_read_text(path), str(path))


def parse_yaml(text: str, file: str) -> Located:
    """The mapping that a YAML text holds; problems name `file`. Raises InputProblems unless it is one plain mapping."""
    try:
        value = _Builder(file).build(text)
    except yaml.YAMLError as error:
        raise InputProblems([_syntax(file, text, error)]) from None
    if not isinstance(value, Located):
        code = "yaml-empty" if value is None else "yaml-not-mapping"
        raise InputProblems([Problem(code, file, 1)])
    return value


def _read_text(path: Path) -> str:
    if path.is_dir():
        raise InputProblems([Problem("directory-for-file", str(path))])
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputProblems([Problem("file-missing", str(path))]) from None
    except OSError as error:
        raise InputProblems([Problem("file-unreadable", str(path), details={"reason": error.strerror})]) from None
    if len(content) > MAXIMUM_BYTES:
        raise InputProblems([Problem("file-too-large", str(path), details={"most": MAXIMUM_BYTES})])
    return decode(content, path)


def decode(content: bytes, path: Path) -> str:
    """UTF-8 text, with or without a byte-order mark. Raises InputProblems naming the first wrong line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        binary = b"\0" in content[:4096]
        code = "file-binary" if binary else "encoding"
        details = {"byte": f"0x{content[error.start]:02X}"}
        line = None if binary else before.count(b"\n") + 1
        raise InputProblems([Problem(code, str(path), line, details=details)]) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputProblems([Problem("file-binary", str(path), line)])
    return text


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # a character YAML does not allow
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        return Problem("yaml-character", file, found and text.count("\n", 0, found.start()) + 1)
    lines = text.splitlines()
    written = lines[mark.line] if mark.line < len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    code = "yaml-tab" if "\t" in indent or written[mark.column : mark.column + 1] == "\t" else "yaml-syntax"
    return Problem(code, file, mark.line + 1, details={"place": mark.column + 1, "text": written.strip()[:80]})


class _Builder:
    """Builds values from the parser's events with a stack of its own."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.size = 0
        self.stack: list[Located | LocatedList] = []
        self.keys: list[str | None] = []  # the key waiting for its value, one a collection of the stack
        self.anchors: dict[str, Any] = {}
        self.open_anchors: list[str | None] = []

    def build(self, text: str) -> Any:
        documents = 0
        events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.fail("yaml-documents", line)
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event.anchor, line)
            elif isinstance(event, yaml.ScalarEvent):
                self.scalar(event, line)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self.open(event, line)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.close()
        return self.root

    def fail(self, code: str, line: int, **details: object) -> NoReturn:
        raise InputProblems([Problem(code, self.file, line, details=details)])

    def scalar(self, event: Any, line: int) -> None:
        if event.tag is not None:
            self.fail("yaml-tag", line, tag=event.tag)
        plain = event.implicit[0] and not event.style
        value = None if plain and event.value in ("", "~", "null", "Null", "NULL") else event.value
        if event.anchor:
            self.anchors[event.anchor] = value
        self.place(value, line)
        if self.stack:
            self.stack[-1].size += 1

    def open(self, event: Any, line: int) -> None:
        if event.tag is not None:
            self.fail("yaml-tag", line, tag=event.tag)
        if len(self.stack) >= MAXIMUM_DEPTH:
            self.fail("yaml-depth", line, most=MAXIMUM_DEPTH)
        value = Located(line) if isinstance(event, yaml.MappingStartEvent) else LocatedList(line)
        self.place(value, line)
        self.stack.append(value)
        self.keys.append(None)
        self.open_anchors.append(event.anchor)

    def close(self) -> None:
        value = self.stack.pop()
        self.keys.pop()
        if anchor := self.open_anchors.pop():
            self.anchors[anchor] = value
        if self.stack:
            self.stack[-1].size += value.size

    def alias(self, anchor: str | None, line: int) -> None:
        if anchor is None or anchor not in self.anchors:
            self.fail("yaml-alias-cycle" if anchor in self.open_anchors else "yaml-alias-unknown", line, name=anchor)
        value = self.anchors[anchor]
        size = getattr(value, "size", 1)
        if self.stack:
            self.stack[-1].size += size
        self.size += size
        self.place(value, line)

    def place(self, value: Any, line: int) -> None:
        self.size += 1
        if self.size > MAXIMUM_SIZE:
            self.fail("yaml-too-large", line, most=MAXIMUM_SIZE)
        if not self.stack:
            self.root = value
            return
        parent = self.stack[-1]
        if isinstance(parent, LocatedList):
            parent.append(value)
            parent.lines.append(line)
        elif (key := self.keys[-1]) is None:
            self.key(parent, value, line)
        else:
            parent[key] = value
            self.keys[-1] = None

    def key(self, parent: Located, value: Any, line: int) -> None:
        if not isinstance(value, str):
            self.fail("yaml-key", line)
        if value in parent.lines:
            self.fail("yaml-duplicate-key", line, key=value, first=parent.lines[value])
        parent.lines[value] = line
        self.keys[-1] = value
