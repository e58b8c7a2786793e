"""Broken files of a dataset's storylines."""

from __future__ import annotations

from pathlib import Path

from tests.bad_input.small import Break, Case, Found, case, write

STORYLINE = "data/storylines/water.yaml"
VALID = """\
id: water
title: {id: Air, en: Water}
slides:
  - view: overview?framework=index&year=2022
    headline: {id: "Tahun {year}", en: "The year {year}"}
  - view: profile?framework=index&region=01.10&node=water
    takeaway: Region one
    notes: {id: "Di {region}", en: "In {region}"}
"""


def storyline(old: str, new: str) -> Break:
    """A right file with one change."""

    def broken(folder: Path) -> None:
        assert VALID.count(old) == 1, old
        write(STORYLINE, VALID.replace(old, new))(folder)

    return broken


STORYLINE_CASES: list[Case] = [
    case("a storyline in a file of another name", storyline("id: water\n", "id: waters\n"),
         Found("file-not-its-id", STORYLINE, 1), "water.yaml", "water.yaml"),
    case("a storyline without slides", write(STORYLINE, VALID.partition("slides:")[0] + "slides: []\n"),
         Found("too-few-entries", STORYLINE, 3), "has 0 entries, and at least 1", "0 butir, padahal paling sedikit 1"),
    case("a view of a screen that there is not", storyline("overview?", "overveiw?"),
         Found("storyline-unknown-screen", STORYLINE, 4), "“overview”", "“overview”"),
    case("a view of what a visitor typed", storyline("overview?", "own-figures?"),
         Found("storyline-without-slide", STORYLINE, 4), "another screen", "layar lain"),
    case("a view of a year without scores", storyline("year=2022", "year=2025"),
         Found("storyline-year", STORYLINE, 4), "2020, 2021, 2022", "2020, 2021, 2022"),
    case("a view of an unknown region", storyline("01.10", "01.11"),
         Found("unknown-region", STORYLINE, 6), "01.10 (Region one)", "01.10 (Region one)"),
    case("a view of a node that is not there", storyline("node=water", "node=watter"),
         Found("storyline-node", STORYLINE, 6), "“water”", "“water”"),
    case("a headline with a hole that nothing fills", storyline('en: "The year {year}"', 'en: "The year {yaer}"'),
         Found("storyline-unknown-hole", STORYLINE, 5), "“year”", "“year”"),
    case("a headline with half a brace", storyline('en: "The year {year}"', 'en: "The year {year"'),
         Found("storyline-brace", STORYLINE, 5), "no partner", "tidak berpasangan"),
    case("a region in a text where none is known", storyline('"The year {year}"', '"{region}"'),
         Found("storyline-no-region", STORYLINE, 5), "region: true", "region: true"),
    case("a headline too long for a slide", storyline("The year {year}", "A year " * 30),
         Found("storyline-text-too-long", STORYLINE, 5), "room for 140", "memuat 140"),
    case("a slide with a key that nobody knows", storyline("    takeaway:", "    takeway:"),
         Found("unknown-key", STORYLINE, 7), "“takeaway”", "“takeaway”"),
]  # fmt: skip
