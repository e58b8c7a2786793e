"""Links to a place within a document lead to a heading that is there (tests/test_setup.py looks for the files)."""

import re
from pathlib import Path

from metrics import shipped

DOCUMENTS = sorted([*shipped.ROOT.glob("*.md"), *(shipped.ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)")


def anchors(document: Path) -> set[str]:
    """The names that a reader's Markdown gives the headings: lower case, blanks as hyphens, no signs."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_into_documents_lead_to_a_heading() -> None:
    broken = [
        f"{document.name}: {target}#{anchor}"
        for document in DOCUMENTS
        for target, anchor in LINK.findall(document.read_text("utf-8"))
        if anchor not in anchors(document.parent / target if target else document)
    ]
    assert broken == []


def test_every_document_is_in_the_list_of_documents() -> None:
    listed = (shipped.ROOT / "docs" / "README.md").read_text("utf-8")
    documents = {document.name for document in (shipped.ROOT / "docs").glob("*.md")} - {"README.md"}
    assert [name for name in sorted(documents) if f"({name})" not in listed] == []
