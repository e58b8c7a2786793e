"""Frameworks whose keys are right and that do not hold together, alone or with the figures."""

from __future__ import annotations

from tests.bad_input.broken_frameworks import at, leaf, normalise, root
from tests.bad_input.small import (
    FRAMEWORK,
    SECOND,
    TREE,
    Break,
    Case,
    Found,
    case,
    edit,
    figure_rows,
    together,
    write,
)


def goalposts(pair: str) -> Break:
    """Goalposts for water alone."""
    return leaf(f"goalposts: {pair}", "normalise: {using: goalposts}")


def levels(*cuts: object) -> Break:
    old = "    - {from: 0, title: Low}\n    - {from: 50, title: High}\n"
    return edit(FRAMEWORK, old, "".join(f"    - {{from: {cut}, title: L}}\n" for cut in cuts))


def status(name: str) -> Break:
    """A status for both dimensions."""
    return together(*(edit(FRAMEWORK, f"  {d}:\n", f"  {d}:\n    status: {name}\n") for d in ("people", "services")))


WITHOUT_LEVELS = edit(FRAMEWORK, TREE[TREE.index("maturity:") : TREE.index("children:")], "")


def nested(levels_deep: int) -> str:
    text, indent = "id: index\ntitle: Index\n", ""
    for level in range(levels_deep):
        text += f"{indent}children:\n{indent}  n{level}:\n"
        indent += "    "
    return text + f"{indent}variable: water\n"


TREES = [
    case(
        "the same node twice",
        edit(FRAMEWORK, "      water:\n", "      poverty:\n"),
        at("duplicate-node", 29),
        "line 23",
        "baris 23",
    ),
    case(
        "a node named as the root",
        edit(FRAMEWORK, "  services:", "  index:"),
        at("duplicate-node", "  index:"),
        "another name",
        "lain",
    ),
    case(
        "a node named like a formula",
        edit(FRAMEWORK, "      water:\n", "      =1+1:\n"),
        at("node-not-inert", "=1+1:"),
        "letters",
        "huruf",
    ),
    case("too many levels", write(FRAMEWORK, nested(22)), at("too-deep", "n21:"), "flatter", "20"),
    case(
        "children empty",
        write(FRAMEWORK, TREE[: TREE.index("    children:\n      water:")] + "    children: {}\n"),
        at("no-children", "children: {}"),
        "Give it some",
        "children",
    ),
    case(
        "children without a value",
        write(FRAMEWORK, TREE[: TREE.index("      water:")]),
        at("no-children", 28),
        "Give it some",
        "children",
    ),
    case(
        "a child without a value",
        write(FRAMEWORK, TREE[: TREE.index("        title: {id: Air")]),
        at("not-mapping", "water:"),
        "indented",
        "indentasi",
    ),
    case(
        "a variable on a composite",
        edit(FRAMEWORK, "    weight: 2", "    variable: water"),
        at("key-of-indicator", "variable: water"),
        "Move it",
        "indikator",
    ),
    case(
        "an aggregator on an indicator",
        leaf("aggregate: minimum"),
        at("key-of-composite", "aggregate: minimum"),
        "Move it up",
        "“aggregate”",
    ),
    case("nothing active", status("wanted"), at("no-active-indicator", 1), "Make one active", "aktif"),
    case("nothing but shown", status("shown"), at("no-active-indicator", 1), "Make one active", "aktif"),
    case("the power mean without p", root("aggregate: power"), at("power-without-p", 1), "Add p", "p"),
    case("the power mean with p zero", root("aggregate: power", "p: 0"), at("power-without-p", 1), "other than 0", "0"),
    case(
        "imputing within a group by nothing",
        leaf("impute: {by: kind}"),
        at("missing-key", "water:"),
        "“water.impute.using”",
        "“water.impute.using”",
    ),
    case(
        "goalposts missing",
        normalise("goalposts"),
        at("goalposts-missing", "water:"),
        "[worst, best]",
        "[terburuk, terbaik]",
    ),
    case("goalposts equal", goalposts("[5, 5]"), at("goalposts-equal", "water:"), "two different numbers", "berbeda"),
    case(
        "goalposts against the direction",
        goalposts("[90, 10]"),
        at("goalposts-against-direction", "water:"),
        "Turn them round",
        "Balik",
    ),
    case(
        "three goalposts",
        goalposts("[1, 2, 3]"),
        at("too-many-entries", "goalposts: [1"),
        "at most 2",
        "paling banyak 2",
    ),
    case(
        "one goalpost", goalposts("[1]"), at("wrong-length", "goalposts: [1"), "number of entries", "“water.goalposts”"
    ),
    case("a goalpost of text", goalposts("[low, 5]"), at("not-a-number", "goalposts: [low"), "digits", "angka"),
    case("target missing", normalise("distance_to_target"), at("target-missing", "water:"), "Add target", "target"),
    case(
        "reference missing",
        normalise("distance_to_reference"),
        at("reference-missing", "water:"),
        "Add reference",
        "reference",
    ),
    case(
        "fraction of the largest, lower is better",
        together(normalise("fraction_of_max"), leaf("direction: lower")),
        at("fraction-of-max-lower", "water:"),
        "another normaliser",
        "lain",
    ),
    case(
        "goalposts on a logarithm of zero",
        leaf("scale: log", "normalise: {using: goalposts}", "goalposts: [0, 100]"),
        at("log-not-positive-setting", "water:"),
        "above 0",
        "0",
    ),
    case(
        "a target on a logarithm below zero",
        leaf("scale: log", "normalise: {using: distance_to_target}", "target: -1"),
        at("log-not-positive-setting", "water:"),
        "above 0",
        "0",
    ),
    case(
        "levels that do not ascend",
        levels(0, 60, 40),
        at("levels-not-ascending", "{from: 40"),
        "from low to high",
        "tinggi",
    ),
    case("levels that repeat", levels(0, 50, 50), at("levels-not-ascending", 14), "from low to high", "tinggi"),
    case("a level outside the range", levels(0, 120), at("level-outside-range", "{from: 120"), "0 to 100", "100"),
    case("a level of text", levels("low"), at("not-a-number", "{from: low"), "digits", "angka"),
    case(
        "levels with zscore",
        normalise("zscore"),
        at("maturity-off-range", "water:"),
        "Remove maturity",
        "maturity",
    ),
    case("levels with copeland", root("aggregate: copeland"), at("maturity-off-range", 1), "another method", "lain"),
    case(
        "levels with two ranges",
        normalise("minmax", "range: [0, 10]"),
        at("maturity-two-ranges", "maturity:"),
        "the same range",
        "sama",
    ),
]

WITH_FIGURES = [
    case(
        "an unknown variable",
        leaf("variable: watr"),
        at("variable-without-figures", "water:"),
        "“water”",
        "status: wanted",
    ),
    case(
        "an unknown denominator",
        leaf("per: population"),
        at("per-without-figures", "water:"),
        "status: wanted",
        "status: wanted",
    ),
    case(
        "an unknown group to impute by",
        leaf("impute: {using: mean, by: iland}"),
        at("unknown-attribute", "water:"),
        "“island”",
        "“island”",
    ),
    case(
        "an unknown reference",
        normalise("distance_to_reference", "reference: 01.30"),
        at("unknown-reference", "water:"),
        "“01.",
        "“01.",
    ),
    case(
        "a first year without figures",
        edit(FRAMEWORK, "years: [2020, 2022]", "years: [2010, 2022]"),
        at("year-without-figures", "years:"),
        "2020 to 2022",
        "2022",
    ),
    case(
        "years after the figures",
        edit(FRAMEWORK, "years: [2020, 2022]", "years: [2030, 2030]"),
        at("year-without-figures", "years:"),
        "2020 to 2022",
        "2022",
    ),
    case(
        "a year that is not scored",
        together(),
        Found("year-not-scored"),
        "2020 to 2022",
        "2022",
        "--year",
        "2019",
    ),
    case("the geometric mean of zero", root("aggregate: geometric"), at("mean-not-positive", 1), "starts above 0", "0"),
    case(
        "the harmonic mean of zero",
        edit(FRAMEWORK, "    weight: 2", "    aggregate: harmonic"),
        at("mean-not-positive", "people:"),
        "starts above 0",
        "0",
    ),
    case(
        "the power mean of a negative score",
        together(WITHOUT_LEVELS, normalise("zscore"), root("aggregate: power", "p: 2")),
        at("mean-not-positive", 1),
        "starts above 0",
        "0",
    ),
    case(
        "the power mean of zero with p below zero",
        root("aggregate: power", "p: -1"),
        at("mean-not-positive", 1),
        "starts above 0",
        "0",
    ),
    case(
        "the logarithm of zero",
        together(edit(SECOND, "01.10,water,2020,40.0", "01.10,water,2020,0"), leaf("scale: log")),
        at("log-not-positive", "water:"),
        "Remove scale: log",
        "scale: log",
    ),
    case(
        "a target not better than the worst",
        together(normalise("distance_to_target"), leaf("target: 40")),
        at("target-not-better", "water:"),
        "Correct the target",
        "Perbaiki",
    ),
    case(
        "the largest value below zero",
        together(
            write(
                SECOND,
                figure_rows("water").replace("2020,", "2020,-").replace("2021,", "2021,-").replace("2022,", "2022,-"),
            ),
            normalise("fraction_of_max"),
        ),
        at("max-not-positive", "water:"),
        "another normaliser",
        "lain",
    ),
    case(
        "goalposts after a treatment that took the logarithm",
        together(leaf("treat: {winsorise: 0, skew: 0.001, kurtosis: -9, otherwise: log}"), goalposts("[0, 100]")),
        at("setting-after-log", "water:"),
        "otherwise: none",
        "otherwise: none",
    ),
]

TREE_CASES: list[Case] = [*TREES, *WITH_FIGURES]
