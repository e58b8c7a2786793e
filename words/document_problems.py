"""What can be wrong with the documents of a dataset: its catalogue of practices, its seminars, its storylines."""

from __future__ import annotations

from collections.abc import Mapping

from words import mark

DOCUMENT_PROBLEMS: Mapping[str, str] = {
    "not-an-id": mark(
        "“{value}” does not fit “{key}”. Use small letters, digits and hyphens, at most 61, such as surabaya-e-budgeting."
    ),
    "bad-date": mark(
        "“{value}” is not a date for “{key}”. Write it as far as it is known: 2019, 2019-10 or 2019-10-16."
    ),
    "duplicate-entry": mark("the entry “{key}” already stands in line {first}. Give one of them another id."),
    "listed-twice": mark("“{value}” stands twice under “{key}”. Remove one of them."),
    "unknown-province": mark("the province “{value}” is not in the list of regions. Correct it, or add it there."),
    "unknown-seminar": mark("the seminar “{value}” is not in seminars.yaml. Correct it, or add it there."),
    "unknown-node": mark(
        "the framework has nothing called “{value}”. Write the id of a sub-dimension or an indicator that stands in it."
    ),
    "practice-framework-unknown": mark(
        "no framework called “{value}” is known, so what the entries name is not checked. Correct it if it is mistyped."
    ),
    "practice-known": mark(
        "the id “{value}” is already in the catalogue. Choose another, or correct the entry that is there."
    ),
    "practice-place": mark("it is not clear where this is. Write one of region, province and abroad, and no other."),
    "practice-not-an-indicator": mark("“{value}” holds indicators and is none itself. Write the id of an indicator."),
    "practice-not-a-sub-dimension": mark(
        "“{value}” is no sub-dimension. Write the id of the part of the framework that holds the indicators."
    ),
    "practice-ended-early": mark("it ended in {ended}, before it started in {started}. Correct one of the years."),
    "practice-in-use-early": mark(
        "it was in use in {in_use}, before it started in {started}. Correct one of the years."
    ),
    "practice-source": mark(
        "source {value} is named, and {most} are listed. Count the sources of this entry from 1, or add the one that is missing."
    ),
    "practice-unit-missing": mark("the number {value} has no unit. Write what is counted, in both languages."),
    "practice-value-missing": mark("a unit stands here without its number. Write the number, or remove the unit."),
    "practice-grade-a": mark(
        "grade A needs a number measured by others. Name one with self_reported: false, or choose another grade."
    ),
    "practice-disputed": mark(
        "a disputed result needs the number measured by others that speaks against it. Name it with self_reported: "
        "false, or leave disputed out."
    ),
    "practice-grade-d": mark(
        "grade D means that only a title is known, and results are listed. Choose another grade, or remove them."
    ),
    "bad-day": mark("“{value}” is not a day for “{key}”. Write it as 2019-10-16."),
    "seminar-ends-early": mark("it ends on {ends}, before it starts on {starts}. Correct one of the days."),
    "seminar-talk-place": mark(
        "it is not clear for where the speaker spoke. Write one of region, province and abroad, or none of them."
    ),
    "seminar-more-came": mark("{came} came of {of}, which is more than there were. Correct one of the numbers."),
    "seminar-unknown-report": mark(
        "the report “{value}” is not among the reports of this seminar. Correct it, or add it there."
    ),
    "seminar-unknown-talk": mark("no talk of this seminar has the id “{value}”. Correct it, or add the talk."),
    "seminar-unknown-group": mark("the group “{value}” is not in groups.csv. Correct it, or add its members there."),
    "seminar-unknown-practice": mark("the practice “{value}” is not in practices.yaml. Correct it, or add it there."),
    "file-not-its-id": mark("the file is called {name}, and its id is “{value}”. Give both the same name."),
    "storyline-not-whole": mark("the storyline that was kept is not whole. Load a file of it, or begin anew."),
    "storyline-unknown-screen": mark(
        "there is no screen with the address “{value}”. Write the last part of the address of a screen, such as overview."
    ),
    "storyline-without-slide": mark(
        "no slide can be made of the screen “{value}”; the guide to storylines says why. Choose another screen."
    ),
    "storyline-year": mark("there are no scores for the year {value}. Leave the year out, or choose one of: {years}."),
    "storyline-node": mark("the framework has nothing called “{value}”. Write the id of a node that stands in it."),
    "storyline-unknown-entry": mark("“{value}” is not in {name}. Correct it, or add it there."),
    "storyline-framework-unknown": mark(
        "no framework called “{value}” is known, so no slide can be made of this view. Correct it if it is mistyped."
    ),
    "storyline-text-too-long": mark(
        "the text of “{key}” has {length} letters, and a slide has room for {most}. Shorten it, or move some to the notes."
    ),
    "storyline-unknown-hole": mark(
        "nothing is known to put in the place of {{{value}}}. Write {{region}} or {{year}}, or leave the braces out."
    ),
    "storyline-brace": mark(
        "a brace in the text of “{key}” has no partner. Write {{region}} or {{year}}, or no brace."
    ),
    "storyline-no-region": mark(
        "{{region}} stands here, and no region is known. Set region: true, or name a region in the view."
    ),
}
