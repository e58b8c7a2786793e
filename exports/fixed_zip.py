"""The same bytes for the same content: documents that are zip archives, without the times and order of their making.

PPTX, DOCX and XLSX are zip archives. Each entry carries the time it was written, `docProps/core.xml` says when the
document was made, and a chart in a presentation holds a workbook that does so too.
"""

from __future__ import annotations

import io
import re
import zipfile

# What is said instead of the time: a date would make a file of its own of every download.
MADE = "2000-01-01T00:00:00Z"

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can say
_TIMES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(?=</dcterms:)")
_FIRST = ("[Content_Types].xml", "_rels/.rels")  # programs that know a document by its first entry look for these


def fixed(data: bytes) -> bytes:
    """The archive with the same entries, in a fixed order and without times; so are the workbooks within it.

    Raises zipfile.BadZipFile where `data` is no zip archive.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on every system, so that the bytes are the same on all
            entry.external_attr = 0o644 << 16
            new.writestr(entry, _timeless(name, old.read(name)))
    return written.getvalue()


def _timeless(name: str, content: bytes) -> bytes:
    if name.endswith((".xlsx", ".docx", ".pptx")):
        return fixed(content)
    if name == "docProps/core.xml":
        return _TIMES.sub(rb"\g<1>" + MADE.encode(), content)
    return content
