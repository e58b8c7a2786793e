"""Forms filled in and broken in the ways that workbooks are."""

import datetime
import io
import zipfile

import xlsxwriter

from metrics.own.form import COLUMNS, FORM, GUIDE, REGION, SHEETS, VERSION

REGION_CODE = "01.10"
FIRST = 5  # the first row below the headings, as Excel counts


def blank(**keys):
    """What a workbook of a test holds: sheet -> (row, column) -> what is written there."""
    return {"guide": {"region": REGION_CODE, "version": VERSION, **keys}, "figures": [], "targets": [], "plan": []}


def workbook(content=None, *, language="id", names=None, headings=None, after=None, options=None):
    """A form with rows of values; `names` renames sheets, `headings` columns, `after` may change the book."""
    content = content or blank()
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, **(options or {})})
    if content["guide"] is not None:
        guide = book.add_worksheet(GUIDE[language])
        guide.write_row(3, 0, [REGION[language], content["guide"]["region"]])
        guide.write_row(4, 0, [FORM[language], content["guide"]["version"]])
    for table, columns in COLUMNS.items():
        name = (names or {}).get(table, SHEETS[table][language])
        if name is None:
            continue
        sheet = book.add_worksheet(name)
        written = [(headings or {}).get(key, titles[language]) for key, titles in columns.items()]
        sheet.write_row(FIRST - 2, 0, written)
        for at, row in enumerate(content[table], start=FIRST - 1):
            for column, value in enumerate(row):
                write(book, sheet, at, column, value)
    if after:
        after(book)
    book.close()
    return file.getvalue()


def write(book, sheet, row, column, value):
    """A value; text that begins with = is a formula, a pair a number under a format."""
    if isinstance(value, datetime.date):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "d mmm yyyy"}))
    elif isinstance(value, tuple):
        sheet.write_number(row, column, value[0], book.add_format({"num_format": value[1]}))
    elif isinstance(value, str) and value.startswith("="):
        sheet.write_formula(row, column, value, value="#DIV/0!" if value == "=1/0" else 12)
    elif value is not None:
        sheet.write(row, column, value)


def figures(*rows):
    """A form with these rows of figures: indicator, year, value, note."""
    return workbook({**blank(), "figures": rows})


def targets(*rows):
    """A form with these rows of targets: indicator, year, target, source."""
    return workbook({**blank(), "targets": rows})


def plan(*rows):
    """A form with these rows of the plan: title, kind, sub-dimension, start, end, note."""
    return workbook({**blank(), "plan": rows})


def merged(book):
    """Two cells of figures made one."""
    book.get_worksheet_by_name(SHEETS["figures"]["id"]).merge_range("C6:C7", 7)


def parts_of(content, change):
    """The workbook with its parts changed: `change` takes and gives a mapping of names to bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = change({name: package.read(name) for name in package.namelist()})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def with_part(name, part):
    """A form with a part more, or another in its place."""
    return parts_of(workbook(), lambda parts: {**parts, name: part})


def without_part(name):
    """A form that lacks a part."""
    return parts_of(workbook(), lambda parts: {key: part for key, part in parts.items() if key != name})


FAR_ROW = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def far_cell(name="xl/worksheets/sheet2.xml", under=None):
    """A form with a cell at the far corner of a sheet, where laying out all cells would fill the memory.

    `under` is another name for the part.
    """
    return parts_of(workbook(), lambda parts: {**parts, under or name: parts[name].replace(b"</sheetData>", FAR_ROW)})


def with_sheets(change):
    """A form with the list of its sheets changed, as bytes of XML."""
    name = "xl/workbook.xml"
    return parts_of(workbook(), lambda parts: {**parts, name: change(parts[name])})


def one_name(first=b"Angka", second=b"Target"):
    """A form with two sheets of one name, the first of them with a cell at the far corner."""
    content = far_cell()
    name = "xl/workbook.xml"
    return parts_of(content, lambda parts: {**parts, name: parts[name].replace(b'"%s"' % second, b'"%s"' % first)})


def one_part(count):
    """A form in which further sheets name one part."""
    more = b"".join(b'<sheet name="T%d" sheetId="%d" r:id="rId1"/>' % (at, 50 + at) for at in range(count))
    return with_sheets(lambda sheets: sheets.replace(b"</sheets>", more + b"</sheets>"))


def other_relation():
    """A form whose sheet has two attributes that could name its part; the reader takes the one of a far cell."""
    content = far_cell(under="xl/worksheets/sheet9.xml")
    sheets, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    more = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
        b' Target="worksheets/sheet9.xml"/></Relationships>'
    )
    return parts_of(
        content,
        lambda parts: {
            **parts,
            sheets: parts[sheets].replace(b'r:id="rId2"', b'xmlns:x="x" x:id="rId2" r:id="rId99"'),
            relations: parts[relations].replace(b"</Relationships>", more),
        },
    )


def locked_parts():
    """A package whose parts say that they are encrypted."""
    content = bytearray(workbook())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 1)
    return bytes(content)
