"""Workbooks changed in a cell, and computed anew by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import python_calamine

Sheets = dict[str, list[list[object]]]

# By itself LibreOffice shows the results that a file holds.
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def office() -> str | None:
    """The program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def recalculated(workbooks: Mapping[str, bytes], folder: Path) -> dict[str, Sheets]:
    """Every sheet of every workbook with the results that LibreOffice finds, by name and in rows from A1."""
    program = office()
    assert program is not None
    profile, found = folder / "profile", folder / "found"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    for name, content in workbooks.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    files = [str(folder / f"{name}.xlsx") for name in workbooks]
    subprocess.run(
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir",
         str(found), *files],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: sheets((found / f"{name}.xlsx").read_bytes()) for name in workbooks}


def sheets(content: bytes) -> Sheets:
    """What the cells of a workbook hold, a formula its result."""
    book = python_calamine.load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def formula(content: bytes, sheet: str, cell: str) -> str | None:
    """The formula of a cell, None where it has none."""
    found = re.search(rf'<c r="{cell}"[^>]*><f>(.*?)</f>', _part(content, sheet)[1])
    return None if found is None else found[1].replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", '"')


def changed(content: bytes, sheet: str, cell: str, value: float | None) -> bytes:
    """The workbook with another number, or none, in a cell that holds a number or nothing."""
    part, text = _part(content, sheet)
    after = "/>" if value is None else f"><v>{value}</v></c>"
    text, count = re.subn(rf'<c r="{cell}"( s="\d+")?(/>|><v>[^<]*</v></c>)', rf'<c r="{cell}"\1{after}', text)
    assert count == 1
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return written.getvalue()


def _part(content: bytes, sheet: str) -> tuple[str, str]:
    """The part of the package that holds a sheet, and its text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = re.findall(r'<sheet name="([^"]*)"', package.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        return part, package.read(part).decode()
