"""A problem in words: where it is, what is wrong, and how to mend it, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from words import Words, mark
from words.document_problems import DOCUMENT_PROBLEMS
from words.own_problems import OWN_PROBLEMS


class Problem(Protocol):
    """What `say_problem` needs of a problem."""

    @property
    def code(self) -> str:
        """Which sentence."""

    @property
    def file(self) -> str:
        """The file it is in, or an empty string."""

    @property
    def line(self) -> int | None:
        """The line or row, where one is to blame."""

    @property
    def column(self) -> str | None:
        """The column, where one is to blame."""

    @property
    def details(self) -> Mapping[str, object]:
        """What fills the holes."""


def say_problem(words: Words, problem: Problem) -> str:
    """The problem as one line of text without control characters."""
    details = {name: _plain(_worded(words, value)) for name, value in problem.details.items()}
    said = words.say(SENTENCES[problem.code], **details)
    if details.get("near"):
        said += " " + words.say("Did you mean “{near}”?", near=details["near"])
    if details.get("sheet") or not problem.file:
        return _in_a_sheet(words, problem, details, said)
    holes = {
        "file": _plain(problem.file),
        "line": problem.line,
        "column": _plain(problem.column),
        "said": said,
    }
    if problem.line is None:
        return words.say("{file}: {said}", **holes)
    if problem.column is None:
        return words.say("{file}, line {line}: {said}", **holes)
    return words.say("{file}, line {line}, column {column}: {said}", **holes)


def _in_a_sheet(words: Words, problem: Problem, details: Mapping[str, str], said: str) -> str:
    """The problem with its place in a workbook, or in a table typed on a screen; without one, as it stands."""
    holes = {
        "file": _plain(problem.file),
        "sheet": details.get("sheet", ""),
        "cell": details.get("cell", ""),
        "line": problem.line,
        "column": _plain(problem.column),
        "said": said,
    }
    if holes["cell"]:
        return words.say("{file}, sheet {sheet}, cell {cell}: {said}", **holes)
    if holes["sheet"] and problem.line is not None:
        return words.say("{sheet}, row {line}, column {column}: {said}", **holes)
    if holes["sheet"]:
        return words.say("{file}, sheet {sheet}: {said}", **holes)
    return said


def _worded(words: Words, value: object) -> object:
    """A title that is given in both languages in this one; anything else as it is."""
    return words.title(value) if isinstance(value, Mapping) else value


def _plain(value: object) -> str:
    """Values as they stand in the file; what is not printable (a terminal would obey it) shows as `?`."""
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return "".join(letter if letter.isprintable() else "?" for letter in text)


SENTENCES: Mapping[str, str] = {
    # files
    "file-missing": mark("this file is missing. Put it there, or name another folder or file."),
    "file-unreadable": mark("this file cannot be read ({reason}). Check its permissions."),
    "file-too-large": mark(
        "this file is larger than {most} bytes. A framework or a description is text of a few pages."
    ),
    "file-empty": mark("this file is empty. Give it a header row and rows, or remove it."),
    "file-binary": mark("this is not a text file. Save it as text in UTF-8."),
    "file-for-directory": mark("this is a file, and a dataset is a folder. Name the folder that holds regions.csv."),
    "directory-for-file": mark("this is a folder, and a file is needed. Name the file, or move the folder away."),
    "dataset-missing": mark("this folder does not exist. Name the folder that holds regions.csv and sources/."),
    "encoding": mark("the byte {byte} is not UTF-8. Save the file with the encoding UTF-8."),
    "table-twice": mark("{other} stands beside it, and it is not clear which holds. Remove one of them."),
    "no-sources": mark("there is no source in it. Give each source a folder with values.csv and source.yaml."),
    "cache-unwritable": mark("results cannot be written here. Set TELADAN_CACHE to a folder that can be written to."),
    "out-unwritable": mark("this cannot be written ({reason}). Name another place with --out or --steps."),
    "data-changed": mark("the files changed while they were being read. Run the command again."),
    # tables
    "parquet-unreadable": mark("this is not a Parquet file that can be read. Write it again, or use CSV."),
    "column-missing": mark("the column “{column}” is missing. Add it to the header row."),
    "column-twice": mark("the column “{column}” stands twice in the header. Rename or remove one."),
    "not-commas": mark("cells are not separated by commas. Separate them by commas, with points as decimal signs."),
    "ragged-row": mark(
        "this row has {found} cells and the header {expected}. Complete the row; put a cell that holds a comma in quotes."
    ),
    "quote-unclosed": mark("a quotation mark that opens in this row is never closed. Close it."),
    "quote-misplaced": mark("text follows a closing quotation mark. Double the quotation marks inside a cell."),
    "cell-huge": mark("a cell has more than {most} characters. Look for a lost quotation mark, or shorten it."),
    "cell-empty": mark("the cell “{column}” is empty. Fill it in, or remove the row."),
    # figures
    "not-a-figure": mark("“{value}” is not a number. Write digits with a decimal point, or leave the cell empty."),
    "not-finite": mark("“{value}” is not a finite number. Leave the cell empty when the figure is missing."),
    "comma-decimal": mark("“{value}” has a comma. Write a decimal point and no thousands separators."),
    "figure-too-large": mark("“{value}” is too large for a figure. Check it, or use a larger unit."),
    "bad-year": mark("“{value}” is not a year. Write a whole number from 1900 to 2100."),
    "out-of-bounds": mark(
        "{value} lies outside the bounds {low} to {high} of {variable}. Correct the figure, or the bounds in the framework."
    ),
    "unknown-region": mark("the region “{value}” is not in the list of regions. Correct it, or add it there."),
    "unknown-source": mark("the source “{value}” is not in groups-sources.yaml. Correct it, or add it there."),
    "duplicate-key": mark("“{value}” already stands in {first_file}, line {first_line}. Keep one of the two rows."),
    "region-not-inert": mark(
        "the region code “{value}” is too long, begins like a formula or holds control characters. Use a plain code."
    ),
    "too-few-regions": mark("the list holds {found} regions, and a comparison needs at least two. Add regions."),
    "group-not-found": mark("no group “{value}” in groups.csv."),
    "no-structure": mark("regions have nothing by which peers can be found. Add a column such as kind or population."),
    "all-missing": mark("every figure is missing: all cells “value” are empty. Fill in at least one source."),
    # YAML
    "yaml-empty": mark("this file is empty. Write its keys and values."),
    "yaml-not-mapping": mark(
        "this file is not a list of “key: value” lines. Begin with keys, not with a list or text."
    ),
    "yaml-syntax": mark(
        "the YAML cannot be read at position {place}, “{text}”. Check indentation, colons, quotes and brackets."
    ),
    "yaml-tab": mark("this line is indented with a tab. Indent with spaces."),
    "yaml-character": mark("this file holds a character that YAML does not allow. Remove control characters."),
    "yaml-documents": mark("a second document begins here. Keep one document a file."),
    "yaml-tag": mark("the tag “{tag}” is not used here. Remove it and write the plain value."),
    "yaml-key": mark("a key must be plain text. Write “key: value”."),
    "yaml-duplicate-key": mark("the key “{key}” already stands in line {first}. Keep one of them."),
    "yaml-alias-cycle": mark("the alias “{name}” contains itself. Write the value out."),
    "yaml-alias-unknown": mark("the alias “{name}” was not defined before. Define it, or write the value out."),
    "yaml-depth": mark("more than {most} levels are nested here. Make the file flatter."),
    "yaml-too-large": mark(
        "written out, the aliases make more than {most} values. Write the values out without aliases."
    ),
    # keys and values of frameworks and descriptions
    "unknown-key": mark("the key “{key}” is not known. Correct or remove it."),
    "unknown-choice": mark("“{value}” is not a choice for “{key}”. Choose one of: {choices}."),
    "missing-key": mark("the key “{key}” is missing. Add it."),
    "bad-value": mark("“{value}” does not fit “{key}”. Write it as the guide shows."),
    "not-a-number": mark("“{value}” is not a number for “{key}”. Write digits with a decimal point."),
    "not-a-whole-number": mark("“{value}” is not a whole number for “{key}”. Write digits only."),
    "not-yes-or-no": mark("“{value}” is neither true nor false for “{key}”. Write true or false."),
    "not-text": mark("“{key}” takes one text. Write it on the line of the key."),
    "text-empty": mark("“{key}” is empty. Write a text."),
    "text-too-long": mark("the text of “{key}” is too long. Shorten it."),
    "not-mapping": mark("“{key}” takes keys of its own. Write them below it, indented."),
    "not-a-list": mark("“{key}” takes a list. Write it as [a, b]."),
    "too-many-entries": mark(
        "“{key}” has {actual_length} entries, and at most {max_length} are allowed. Take some out."
    ),
    "too-few-entries": mark(
        "“{key}” has {actual_length} entries, and at least {min_length} are needed. Add what is missing."
    ),
    "wrong-length": mark("“{key}” has the wrong number of entries. Write as many as the guide shows."),
    "out-of-range": mark("{value} is not allowed for “{key}”: the limit is {limit}. Write a value within it."),
    "not-above": mark("{value} is not allowed for “{key}”. Write a number above {limit}."),
    "range-backwards": mark("the range of “{key}” runs from {low} to {high}. Write the smaller number first."),
    "years-backwards": mark("“{key}” runs from {first} to {last}. Write the earlier year first."),
    "error-one-of": mark("“{key}” takes either sd or relative. Write one of them."),
    "key-of-indicator": mark("“{key}” belongs on an indicator, and this node has children. Move it to an indicator."),
    "key-of-composite": mark("“{key}” belongs on a node with children, and this is an indicator. Move it up."),
    "no-children": mark("“{key}” has no children. Give it some, or remove the key children."),
    # the tree
    "duplicate-node": mark("the node “{key}” already stands in line {first}. Give one of them another name."),
    "node-not-inert": mark(
        "the name “{key}” begins like a formula or holds control characters. Use letters, digits, - and _."
    ),
    "too-deep": mark("“{key}” lies more than {most} levels deep. Make the tree flatter."),
    "no-active-indicator": mark("“{key}” has no active indicator, so nothing can be scored. Make one active."),
    "power-without-p": mark("“{key}” uses the power mean without its exponent. Add p, other than 0."),
    "weights-too-uneven": mark(
        "the weights below “{key}” differ too much, or have too many digits, to be compared exactly. Round them."
    ),
    "goalposts-missing": mark("“{key}” is normalised by goalposts and has none. Add goalposts: [worst, best]."),
    "goalposts-equal": mark("both goalposts of “{key}” are {worst}. Write two different numbers, [worst, best]."),
    "goalposts-against-direction": mark(
        "the goalposts of “{key}” are worst {worst} and best {best}, against its direction. Turn them round or correct direction."
    ),
    "target-missing": mark("“{key}” is normalised by its distance to a target and has none. Add target."),
    "reference-missing": mark(
        "“{key}” is normalised by its distance to a reference and names none. Add reference to normalise."
    ),
    "fraction-of-max-lower": mark(
        "“{key}” is lower-is-better, and fraction_of_max needs higher-is-better. Choose another normaliser."
    ),
    "log-not-positive-setting": mark(
        "“{key}” is on a logarithmic scale, and its {setting} is {value}. Write a number above 0."
    ),
    "levels-not-ascending": mark("the cut-offs of “{key}” do not ascend. Sort them from low to high."),
    "level-outside-range": mark("a cut-off of “{key}” is {value}, outside the range {low} to {high}. Correct it."),
    "maturity-off-range": mark(
        "maturity levels need scores on the range, and “{key}” uses {value}. Remove maturity or choose another method."
    ),
    "maturity-two-ranges": mark(
        "maturity levels need one range, and the indicators of “{key}” have several. Give them the same range."
    ),
    # framework and dataset together
    "variable-without-figures": mark(
        "the variable “{value}” of “{key}” has no figure in the dataset. Add figures, or write status: wanted."
    ),
    "per-without-figures": mark(
        "“{key}” is divided by “{value}”, which has no figure in the dataset. Add figures, or write status: wanted."
    ),
    "unknown-attribute": mark("“{key}” is imputed by “{value}”, which is not a column of regions.csv. Correct it."),
    "unknown-reference": mark("the reference region “{value}” of “{key}” is not in regions.csv. Correct it."),
    "year-without-figures": mark(
        "there is no figure for {year}; figures run from {first} to {last}. Correct the key years."
    ),
    "setting-after-log": mark(
        "the treatment of “{key}” ended in the logarithm, where goalposts, target and reference have no meaning. "
        "Write otherwise: none for it."
    ),
    "log-not-positive": mark(
        "“{key}” is on a logarithmic scale, and region {region} has {value} in {year}. Remove scale: log or correct it."
    ),
    "max-not-positive": mark("the largest value of “{key}” is not above 0. Choose another normaliser."),
    "target-not-better": mark("the target of “{key}” is not better than its worst value. Correct the target."),
    "mean-not-positive": mark(
        "the {aggregate} mean of “{key}” cannot take {value} ({child}, region {region}, {year}). "
        "Choose a range that starts above 0, or another mean."
    ),
    # what was asked for
    "carry-longer": mark(
        "an alternative carries the figures of {key} further than the framework does. The most is {limit} years."
    ),
    "draw-shared-variable": mark(
        "a draw moves the figures “{variable}” for {key} by their errors, but {other} reads them too: "
        "no dataset can hold both. Draw with “--fix errors”."
    ),
    "year-not-scored": mark("the year {value} is not scored. Scored are {first} to {last}."),
    "change-untold": mark(
        "the change of {value} from {first} to {last} cannot be told: too little can be compared. Try other years."
    ),
    "region-not-found": mark("there is no region “{value}”. Use a code of regions.csv or a full name."),
    "region-needed": mark("no region is named. Add the code or the full name of a region."),
    "storyline-not-found": mark("there is no storyline “{value}”. There are: {known}."),
    "parameter-too-long": mark("{key} is longer than {most} characters. Shorten it."),
    "framework-not-found": mark("there is no framework “{value}”. Use the id of one that is shown."),
    "screen-without-slide": mark("the screen “{value}” cannot be shown as a slide. Use the address of another screen."),
    "variable-not-found": mark("there is no variable “{value}” with figures. Use the code of one in variables.csv."),
    "province-not-found": mark("there is no province “{value}”. Use a name of regions.csv."),
    "practice-not-found": mark("there is no practice “{value}” in the catalogue. Use an id that stands in it."),
    "seminar-not-found": mark("there is no seminar “{value}”. Use an id of seminars.yaml."),
    "talk-not-found": mark("there is no talk “{value}” at this seminar. Use an id that stands in its programme."),
    "node-not-found": mark("there is no node “{value}” in the framework. Use an id that stands in it."),
    "node-wanted": mark("the node “{value}” is wanted: no figure is published here yet, so it has no score."),
    # what if
    "setting-malformed": mark(
        "“{value}” sets nothing. Write the id of an indicator, =, and a number, such as {example}."
    ),
    "setting-of-composite": mark("“{key}” is made of other nodes and cannot be set. Set one of: {choices}."),
    "setting-not-finite": mark("{value} cannot be set for “{key}”. Write a finite number."),
    "setting-out-of-bounds": mark(
        "{value} cannot be set for “{key}”: figures of it lie between {low} and {high}. Write a value between them."
    ),
    "setting-twice": mark(
        "“{key}” and “{other}” read the same figures ({variable}) and cannot be set to values that contradict each other. "
        "Set one of them."
    ),
    "setting-repeated": mark("“{key}” is set more than once. Set it once."),
    **OWN_PROBLEMS,
    "framework-gone": mark(
        "the framework “{value}” that is shown is no longer there, as if a copy had stopped half-way. "
        "Put its file back; if it is meant, start the server anew."
    ),
    "not-prepared": mark(
        "newer figures could not be scored, for a reason that the log of the server tells. It is tried again in five minutes."
    ),
    "fewer-ranked": mark(
        "“{key}”: {after} regions would be ranked for {year} instead of {before}, as if a copy had stopped half-way. "
        "Complete the files; if it is meant, start the server anew."
    ),
    **DOCUMENT_PROBLEMS,
    "no-such-level": mark(
        "“{value}” is no level that can be a target. Write the number of one ({choices}), or “peers”."
    ),
    "no-levels": mark("this framework has no levels, so “{value}” is no target. Write “peers”."),
    "no-peer-score": mark("no peer of “{value}” has a score, so they set no target. Choose a level, or another year."),
    # answers of experts
    "experts-not-json": mark("this is not a file of experts' answers: it is no JSON. Load one that was kept here."),
    "experts-other-form": mark(
        "this is not a file of experts' answers: it does not say “{form}”. Load one that was kept here."
    ),
    "experts-of-another": mark(
        "this file is about something else ({found}) than what is chosen ({expected}). Choose that, or load another file."
    ),
    "experts-unreadable": mark(
        "the answers in this file cannot be used: whole numbers of the scale, one for each question, of 1 to {most} experts."
    ),
    # warnings
    "denominator-not-positive": mark(
        "{cells} cells of “{key}” have a denominator that is not above 0 and stay missing, the first in {year}."
    ),
    "no-information": mark("“{key}” is the same everywhere: it tells nothing and is left out of the means."),
    "no-information-year": mark(
        "“{key}” is the same everywhere in {year}: it tells nothing and is left out of the means of that year."
    ),
    "reference-without-information": mark(
        "the reference region of “{key}” has no value or the lowest one in {year}: distances to it say little or nothing."
    ),
    "shown-without-figures": mark("“{key}” is shown and has no figure. Write status: wanted, or add figures."),
    "rows-slipped": mark(
        "{variable}: the order of regions in {year} hardly agrees with {before} (rank correlation {value}). "
        "Rows may have slipped; compare with the publisher."
    ),
    "column-repeated": mark(
        "{variable}: {share} per cent of the figures of {year} equal those of {before}. It may be a copy of the year before."
    ),
    "values-at-bound": mark(
        "{variable}: {share} per cent of the figures of {year} are {value}. It hardly separates regions."
    ),
    "target-of-nothing": mark(
        "no indicator of the framework is called “{value}”, so this target is not shown. Correct it, or leave it for another framework."
    ),
    "source-without-address": mark("this source has no address. Add where its figures can be read."),
}
