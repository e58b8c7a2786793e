"""What can be wrong with a region's own figures, targets and programmes, and with the file that brings them."""

from __future__ import annotations

from collections.abc import Mapping

from words import mark

OWN_PROBLEMS: Mapping[str, str] = {
    "own-file-large": mark(
        "this file is larger than {most} MB. The form is far smaller: remove pictures and other sheets."
    ),
    "own-file-empty": mark("this file is empty. Save it again and choose it once more."),
    "own-file-bomb": mark("this file unpacks to more than {most} MB. Copy your figures into a form downloaded anew."),
    "own-password": mark("this file is locked with a password. Remove the password in Excel and save it again."),
    "own-not-xlsx": mark("this is not an Excel workbook (.xlsx). In Excel choose “Save as” and the type .xlsx."),
    "own-macros": mark("this workbook holds macros, which are not opened here. Save it as .xlsx without macros."),
    "own-damaged": mark("this workbook is damaged and cannot be read. Copy your figures into a form downloaded anew."),
    "own-sheet-large": mark(
        "this cell lies outside the form, which ends before row {rows}. Delete everything below and right of the tables."
    ),
    "own-not-the-form": mark(
        "this workbook is not the form: the region code and form version of its guide are missing. Download the form and copy your figures into it."
    ),
    "own-other-version": mark(
        "this form has version {found}, and {expected} is read here. Download the form anew and copy your figures into it."
    ),
    "own-other-region": mark("this file is of {found}, and {expected} is chosen. Choose that region, or another file."),
    "own-sheet-missing": mark(
        "the sheet {value} is missing; there are: {found}. Give the sheet its old name, or download the form anew."
    ),
    "own-column-missing": mark(
        "the column “{column}” is missing. Give the heading its old name, or download the form anew."
    ),
    "own-merged": mark("cells are merged here. Unmerge them: one row holds one figure."),
    "own-formula": mark("a formula stands here. Replace it by its value (copy, then “Paste special: values”)."),
    "own-error-cell": mark("an error such as #DIV/0! stands here. Type the number, or leave the cell empty."),
    "own-percent": mark(
        "the cell is formatted as per cent, so Excel keeps 12% as 0.12. Format it as a number and type it in the unit of its row."
    ),
    "own-date": mark("a date stands here ({value}). Format the cell as a number and type it again."),
    "own-text-number": mark(
        "“{value}” is text and not a number. Type it as a number, without thousands separators, per cent sign or unit."
    ),
    "own-not-a-number": mark("“{value}” is not a number. Type a number, or leave the cell empty."),
    "own-out-of-bounds": mark(
        "{value} cannot be a figure of “{title}”, which lies from {low} to {high}. Check the number and its unit."
    ),
    "own-year-ahead": mark("no figure of {value} can exist yet. Correct the year, or enter it as a target."),
    "own-cell-empty": mark("this cell is empty, though the row holds something. Fill it in, or empty the row."),
    "own-indicator-unknown": mark("there is no indicator “{value}”. Choose one from the list of the form."),
    "own-indicator-wanted": mark(
        "“{value}” has no published figures here yet, so nothing can be set beside it. Leave this row out."
    ),
    "own-repeated": mark("“{title}” {year} already stands at {first}. Keep one of the two rows."),
    "own-kind-unknown": mark("“{value}” is not a kind. Choose one of: {choices}."),
    "own-node-unknown": mark("there is no sub-dimension “{value}”. Choose one from the list of the form."),
    "own-years-backwards": mark("the end, {last}, comes before the start, {first}. Turn them round."),
    "own-text-long": mark("this text has more than {most} characters. Shorten it."),
    "own-two-tables": mark("there is a column “value” and a column “target”. Save figures and targets as a file each."),
    "own-rows-many": mark("from here on there are more than {most} rows. Remove those that are not needed."),
}
