"""Broken rows in a dataset's targets.csv."""

from __future__ import annotations

from tests.bad_input.small import Break, Case, Found, case, write

TARGETS = "data/targets.csv"
HEAD = "region,indicator,year,target,source\n"


def targets(row: str) -> Break:
    """A file of targets with one right row and this one."""
    return write(TARGETS, f"{HEAD}01.10,schooling,2026,9,Plan\n{row}\n")


TARGET_CASES: list[Case] = [
    case("a target of an unknown region", targets("09.90,schooling,2026,9,Plan"),
         Found("unknown-region", TARGETS, 3, "region"), "list of regions", "daftar daerah"),
    case("a target that is text", targets("01.20,schooling,2026,many,Plan"),
         Found("not-a-figure", TARGETS, 3, "target"), "not a number", "bukan bilangan"),
    case("a target without a number", targets("01.20,schooling,2026,,Plan"),
         Found("cell-empty", TARGETS, 3, "target"), "Fill it in", "Isi"),
    case("a target without an indicator", targets("01.20,,2026,9,Plan"),
         Found("cell-empty", TARGETS, 3, "indicator"), "Fill it in", "Isi"),
    case("a target twice", targets("01.10,schooling,2026,10,"),
         Found("duplicate-key", TARGETS, 3, "region"), "Keep one", "satu"),
    case("a target out of bounds", targets("01.20,schooling,2026,31,Plan"),
         Found("out-of-bounds", TARGETS, 3, "target"), "outside the bounds", "batas"),
    case("a target without its year", targets("01.20,schooling,soon,9,Plan"),
         Found("bad-year", TARGETS, 3, "year"), "whole number", "bilangan bulat"),
]  # fmt: skip
