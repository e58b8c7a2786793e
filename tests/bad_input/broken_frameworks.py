"""Frameworks with a key or a value that contract 2 does not know."""

from __future__ import annotations

from tests.bad_input.small import (
    FRAMEWORK,
    TREE,
    Break,
    Case,
    Found,
    add,
    case,
    edit,
    write,
)

WATER = '        unit: "%"'  # the last line of the indicator water
METHOD = "  aggregate: arithmetic"


def leaf(*lines: str) -> Break:
    """Further keys for the indicator water."""
    return edit(FRAMEWORK, WATER, "\n".join([WATER, *("        " + line for line in lines)]))


def root(*lines: str) -> Break:
    return add(FRAMEWORK, "".join(line + "\n" for line in lines))


def method(*lines: str) -> Break:
    return edit(FRAMEWORK, METHOD, "\n".join([METHOD, *("  " + line for line in lines)]))


def normalise(using: str, *keys: str) -> Break:
    """Another normalisation for water alone."""
    return leaf(f"normalise: {{{', '.join([f'using: {using}', *keys])}}}")


def at(code: str, line: int | str) -> Found:
    return Found(code, FRAMEWORK, line)


OUT_OF_WEIGHT = at("not-above", "weight:")

KEY_CASES: list[Case] = [
    case("no id", edit(FRAMEWORK, "id: index\n", ""), at("missing-key", 1), "“id” is missing", "“id”"),
    case(
        "no children",
        write(FRAMEWORK, TREE[: TREE.index("children:")]),
        at("missing-key", 1),
        "“children”",
        "“children”",
    ),
    case("an unknown key at the root", root("yeers: [2020, 2021]"), at("unknown-key", "yeers"), "“years”", "“years”"),
    case("an unknown key of a node", leaf("wieght: 2"), at("unknown-key", "wieght"), "“weight”", "“weight”"),
    case(
        "an unknown key of the method",
        method("agregate: power"),
        at("unknown-key", "agregate"),
        "“aggregate”",
        "“aggregate”",
    ),
    case(
        "an unknown key of normalise",
        edit(FRAMEWORK, "over: all_years", "rnage: [0, 1]"),
        at("unknown-key", "rnage"),
        "“range”",
        "“range”",
    ),
    case(
        "an unknown key of treat",
        leaf("treat: {winsorize: 5}"),
        at("unknown-key", "winsorize"),
        "“winsorise”",
        "“winsorise”",
    ),
    case("an unknown key of impute", leaf("impute: {usng: mean}"), at("unknown-key", "usng"), "“using”", "“using”"),
    case(
        "an unknown key of a level",
        edit(FRAMEWORK, "{from: 50, title: High}", "{from: 50, title: High, colour: red}"),
        at("unknown-key", "colour"),
        "remove it",
        "hapus",
    ),
    case(
        "a level without a title",
        edit(FRAMEWORK, "{from: 50, title: High}", "{from: 50}"),
        at("missing-key", "{from: 50}"),
        "“levels.title”",
        "“levels.title”",
    ),
    case(
        "a title in one language",
        edit(FRAMEWORK, "{id: Air, en: Water}", "{id: Air}"),
        at("missing-key", "{id: Air}"),
        "“title.en”",
        "“title.en”",
    ),
    case(
        "a list for a title",
        edit(FRAMEWORK, "{id: Air, en: Water}", "[Air]"),
        at("not-mapping", "[Air]"),
        "“water.title”",
        "“water.title”",
    ),
    case("an unknown normaliser", normalise("min-max"), at("unknown-choice", "min-max"), "“minmax”", "“minmax”"),
    case(
        "an unknown aggregator",
        root("aggregate: geometrical"),
        at("unknown-choice", "geometrical"),
        "“geometric”",
        "“geometric”",
    ),
    case(
        "an unknown status",
        leaf("status: hidden"),
        at("unknown-choice", "hidden"),
        "active, shown, wanted",
        "active, shown, wanted",
    ),
    case(
        "an unknown direction",
        leaf("direction: up"),
        at("unknown-choice", "direction: up"),
        "higher, lower",
        "higher, lower",
    ),
    case("an unknown scale", leaf("scale: ln"), at("unknown-choice", "scale: ln"), "log", "log"),
    case(
        "an unknown way to impute",
        leaf("impute: {using: mode}"),
        at("unknown-choice", "mode"),
        "mean, median",
        "mean, median",
    ),
    case("text for impute", leaf("impute: mean"), at("not-mapping", "impute: mean"), "keys of its own", "kunci"),
    case(
        "an unknown `over`",
        edit(FRAMEWORK, "over: all_years", "over: years"),
        at("unknown-choice", "over: years"),
        "all_years",
        "all_years",
    ),
    case("weight zero", edit(FRAMEWORK, "weight: 2", "weight: 0"), OUT_OF_WEIGHT, "above 0", "0"),
    case("weight negative", edit(FRAMEWORK, "weight: 2", "weight: -1"), OUT_OF_WEIGHT, "above 0", "0"),
    case("weight NaN", edit(FRAMEWORK, "weight: 2", "weight: nan"), at("not-a-number", "weight:"), "digits", "angka"),
    case(
        "weight text",
        edit(FRAMEWORK, "weight: 2", "weight: heavy"),
        at("not-a-number", "weight:"),
        "decimal point",
        "titik desimal",
    ),
    case(
        "weight with a comma",
        edit(FRAMEWORK, "weight: 2", "weight: 0,5"),
        at("not-a-number", "weight:"),
        "decimal point",
        "titik desimal",
    ),
    case(
        "half a year to carry",
        leaf("carry_forward: 0.5"),
        at("not-a-whole-number", "carry_forward: 0.5"),
        "digits only",
        "angka",
    ),
    case(
        "a year of ten thousand digits",
        leaf(f"breaks: [{'9' * 10_000}]"),
        at("not-a-whole-number", "breaks"),
        "digits only",
        "angka",
    ),
    case("neither yes nor no", leaf("proxy: perhaps"), at("not-yes-or-no", "perhaps"), "true or false", "true"),
    case(
        "an empty title",
        edit(FRAMEWORK, "{id: Air, en: Water}", '""'),
        at("text-empty", 'title: ""'),
        "Write a text",
        "teks",
    ),
    case(
        "a long title",
        edit(FRAMEWORK, "{id: Air, en: Water}", "w" * 3000),
        at("text-too-long", "www"),
        "Shorten",
        "panjang",
    ),
    case("one text for breaks", leaf("breaks: 2021"), at("not-a-list", "breaks"), "[a, b]", "[a, b]"),
    case("an eighteenth goal", leaf("sdg: [18]"), at("out-of-range", "sdg"), "limit is 17", "17"),
    case("error without a number", leaf("error: {}"), at("error-one-of", "error"), "sd or relative", "sd"),
    case(
        "error of two kinds", leaf("error: {sd: 1, relative: 0.1}"), at("error-one-of", "error"), "sd or relative", "sd"
    ),
    case("coverage above 1", root("minimum_coverage: 1.2"), at("out-of-range", "1.2"), "limit is 1", "1"),
    case(
        "a range backwards",
        edit(FRAMEWORK, "range: [0, 100]", "range: [100, 0]"),
        at("range-backwards", "[100, 0]"),
        "smaller number first",
        "kecil",
    ),
    case(
        "bounds backwards",
        edit(FRAMEWORK, "bounds: [0, 30]", "bounds: [30, 0]"),
        at("range-backwards", "[30, 0]"),
        "smaller number first",
        "kecil",
    ),
    case(
        "years backwards",
        edit(FRAMEWORK, "years: [2020, 2022]", "years: [2022, 2020]"),
        at("years-backwards", "years:"),
        "earlier year first",
        "awal",
    ),
    case(
        "a year alone",
        edit(FRAMEWORK, "years: [2020, 2022]", "years: [2020]"),
        at("wrong-length", "years:"),
        "number of entries",
        "“years”",
    ),
]
