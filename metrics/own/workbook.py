"""An XLSX file of a stranger, opened with care: what it unpacks to is bounded before anything reads its cells."""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass, field
from xml.etree import ElementTree

import python_calamine as calamine

from metrics.problems import InputProblems, Problem

LARGEST_FILE = 2_000_000  # bytes; the form with every row filled in has a tenth of it
LARGEST_UNPACKED = 30_000_000  # bytes of all parts together
MOST_PARTS = 500
MOST_SHEETS = 20  # several may name one part, which the reader would then lay out for each
LAST_ROW, LAST_COLUMN = 5_000, 100  # a cell beyond would make the reader lay out every cell before it

Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what XLS and encrypted workbooks begin with
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEETS = "xl/worksheets/"
_BESIDE_SHEETS = ("[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                  "xl/sharedstrings.xml", "xl/styles.xml")  # fmt: skip
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet from A1, rows of equal length, empty ones ""; and the addresses of odd ones.

    `formulas` hold a formula, `errors` an error such as #DIV/0!, `percents` a number that Excel shows as a
    per cent of 1; `merged` is the first cell of each merged range.
    """

    name: str
    rows: list[list[Cell]]
    formulas: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
    merged: tuple[str, ...] = ()


def address(row: int, column: int) -> str:
    """The address of a cell by row and column from 0: D7."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def open_workbook(content: bytes, name: str, wanted: Collection[str]) -> dict[str, Sheet]:
    """The sheets of a workbook by name; those not `wanted`, by names in small letters, are left without rows.

    Raises InputProblems with the one reason why it cannot be read.
    """

    def refuse(code: str, **details: object) -> InputProblems:
        return InputProblems([Problem(code, name, details=details)])

    if len(content) > LARGEST_FILE:
        raise refuse("own-file-large", most=LARGEST_FILE // 1_000_000)
    if not content:
        raise refuse("own-file-empty")
    if content.startswith(_COMPOUND):
        raise refuse("own-password" if _ENCRYPTED in content else "own-not-xlsx")
    try:
        parts = _parts(content)
    except OverflowError:
        raise refuse("own-file-bomb", most=LARGEST_UNPACKED // 1_000_000) from None
    except PermissionError:
        raise refuse("own-password") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise refuse("own-damaged" if content.startswith(b"PK") else "own-not-xlsx") from None
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise refuse("own-macros")
    if "xl/workbook.xml" not in parts:
        raise refuse("own-not-xlsx")
    parts = _readable(parts)
    try:
        sheets = _sheet_parts(parts)
        if len(sheets) > MOST_SHEETS:
            raise refuse("own-file-bomb", most=LARGEST_UNPACKED // 1_000_000)
        percents = _percent_styles(parts.get("xl/styles.xml", b""))
        looks = {part: _look(parts[part], percents) for part in parts}
        found = {sheet: looks[part] for sheet, part in sheets.items()}
    except (ElementTree.ParseError, LookupError, StopIteration, RuntimeError, ValueError):
        raise refuse("own-damaged") from None
    called = {part: sheet for sheet, part in sheets.items()}
    for part, look in looks.items():
        if look.beyond:
            raise refuse("own-sheet-large", sheet=called.get(part, part), cell=look.beyond, rows=LAST_ROW)
    try:
        with calamine.CalamineWorkbook.from_filelike(_packed(parts)) as book:
            return {
                sheet: _sheet(book, sheet, look) if sheet.strip().casefold() in wanted else Sheet(sheet, [])
                for sheet, look in found.items()
            }
    # A panic of the reader is no Exception of its own kind, and the file is to blame for any of them.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise refuse("own-damaged") from None


def _parts(content: bytes) -> dict[str, bytes]:
    """The parts of the package, unpacked within the bounds. Raises OverflowError beyond them."""
    parts: dict[str, bytes] = {}
    room = LARGEST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if len(package.infolist()) > MOST_PARTS:
            raise OverflowError
        for info in package.infolist():
            if info.flag_bits & 1:
                raise PermissionError
            with package.open(info) as part:
                unpacked = part.read(room + 1)
            room -= len(unpacked)
            if room < 0:
                raise OverflowError
            parts[info.filename] = unpacked
        # The reader finds parts whatever the size of their letters: which of two it takes is not to be guessed.
        if len({part.casefold() for part in parts}) < len(package.infolist()):
            raise zipfile.BadZipFile
    return parts


def _readable(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that hold cells, and those that say what they mean: no other can be taken for a sheet."""
    return {
        part: content
        for part, content in parts.items()
        if part.casefold() in _BESIDE_SHEETS or (part.casefold().startswith(_SHEETS) and part.lower().endswith(".xml"))
    }


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """The same parts in a package of our own: what is read is what was measured."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    file.seek(0)
    return file


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Each worksheet by name, and the part that holds it. Raises ValueError where two sheets have one name."""
    found: dict[str, str] = {}
    names: set[str] = set()
    relations = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target") or "" for relation in relations}
    for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if _tag(element) == "sheet":
            name = element.get("name") or ""
            if name.strip().casefold() in names:  # the reader would take the first of them
                raise ValueError(name)
            names.add(name.strip().casefold())
            # Excel's strict form has another namespace for the same attribute.
            relation = next(value for key, value in element.attrib.items() if key.endswith("}id"))
            part = posixpath.normpath(posixpath.join("/xl", targets[relation])).lstrip("/")
            if part.startswith(_SHEETS):
                found[name] = part
    return found


@dataclass
class _Look:
    """What the text of a sheet says that its cells do not."""

    formulas: set[str] = field(default_factory=set)
    errors: set[str] = field(default_factory=set)
    percents: set[str] = field(default_factory=set)
    beyond: str = ""


def _look(part: bytes, percents: set[str]) -> _Look:
    look, row, column = _Look(), 0, 0
    for event, element in ElementTree.iterparse(io.BytesIO(part), ("start", "end")):
        tag = _tag(element)
        if event == "start" and tag == "row":
            row, column = int(element.get("r") or row + 1), 0
        elif event == "start" and tag == "c":
            column += 1
            if reference := element.get("r"):
                if not (found := _REFERENCE.fullmatch(reference)):
                    raise ValueError(reference)
                column, row = _column(found[1]), int(found[2])
            where = address(row - 1, column - 1)
            if row > LAST_ROW or column > LAST_COLUMN:
                look.beyond = look.beyond or where
            if element.get("t") == "e":
                look.errors.add(where)
            if element.get("s") in percents:
                look.percents.add(where)
        elif event == "end" and tag == "f":
            look.formulas.add(address(row - 1, column - 1))
        elif event == "end" and tag in ("row", "si"):
            element.clear()
    return look


def _percent_styles(styles: bytes) -> set[str]:
    """The styles, by the number that cells name them by, under which a number shows as per cent."""
    if not styles:
        return set()
    root = ElementTree.fromstring(styles)
    formats = {"9", "10"} | {
        element.get("numFmtId") or ""
        for element in root.iter()
        if _tag(element) == "numFmt" and "%" in (element.get("formatCode") or "")
    }
    used = next((element for element in root.iter() if _tag(element) == "cellXfs"), None)
    return {str(place) for place, style in enumerate([] if used is None else used) if style.get("numFmtId") in formats}


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _sheet(book: calamine.CalamineWorkbook, name: str, look: _Look) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple(address(*first) for first, _ in sheet.merged_cell_ranges or ())
    return Sheet(name, rows, frozenset(look.formulas), frozenset(look.errors), frozenset(look.percents), merged)
