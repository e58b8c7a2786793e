"""Broken YAML: text that is no plain mapping, and descriptions (source.yaml, groups.yaml) that say too little."""

from __future__ import annotations

from tests.bad_input.small import (
    FIRST_YAML,
    FRAMEWORK,
    GROUP_SOURCES,
    SECOND_YAML,
    SOURCE,
    TREE,
    Case,
    Found,
    add,
    case,
    edit,
    encode,
    make_folder,
    remove,
    write,
)

DEPTH = 2_000
GROUPS_YAML = "data/groups.yaml"
SCHOOLING = "        title: {id: Sekolah, en: Schooling}\n"


def nested_blocks() -> str:
    return TREE + "".join(" " * level + f"k{level}:\n" for level in range(DEPTH))


def exploding_aliases() -> str:
    """Ten aliases of ten aliases of …: ten thousand million values in eleven lines."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    return "\n".join(lines) + "\n"


TEXTS = [
    case(
        "no framework file", remove(FRAMEWORK), Found("file-missing", FRAMEWORK), "another folder or file", "Letakkan"
    ),
    case(
        "a folder for the framework",
        make_folder(FRAMEWORK),
        Found("directory-for-file", FRAMEWORK),
        "Name the file",
        "berkas",
    ),
    case("an empty framework", write(FRAMEWORK, ""), Found("yaml-empty", FRAMEWORK, 1), "keys", "kunci"),
    case(
        "comments alone",
        write(FRAMEWORK, "# nothing yet\n---\n"),
        Found("yaml-empty", FRAMEWORK, 1),
        "keys",
        "kunci",
    ),
    case(
        "a list at the root",
        write(FRAMEWORK, "- id: index\n- title: Index\n"),
        Found("yaml-not-mapping", FRAMEWORK, 1),
        "Begin with keys",
        "kunci",
    ),
    case(
        "text at the root",
        write(FRAMEWORK, "an index of three figures\n"),
        Found("yaml-not-mapping", FRAMEWORK, 1),
        "Begin with keys",
        "kunci",
    ),
    case(
        "a tab for indentation",
        edit(FRAMEWORK, "    weight: 2", "\tweight: 2"),
        Found("yaml-tab", FRAMEWORK, "\tweight: 2"),
        "Indent with spaces",
        "spasi",
    ),
    case(
        "wrong indentation",
        edit(FRAMEWORK, "    weight: 2", "   weight: 2"),
        Found("yaml-syntax", FRAMEWORK, "   weight: 2"),
        "indentation",
        "indentasi",
    ),
    case(
        "an unclosed bracket",
        edit(FRAMEWORK, "bounds: [0, 30]", "bounds: [0, 30"),
        Found("yaml-syntax", FRAMEWORK, "poverty:"),
        "brackets",
        "kurung",
    ),
    case(
        "an unclosed quotation in YAML",
        edit(FRAMEWORK, 'unit: "%"', 'unit: "%'),
        Found("yaml-syntax", FRAMEWORK, 32),
        "quotes",
        "kutip",
    ),
    case(
        "a tag",
        edit(FRAMEWORK, "weight: 2", "weight: !!python/object/apply:os.system [id]"),
        Found("yaml-tag", FRAMEWORK, "weight:"),
        "Remove it",
        "Hapus",
    ),
    case(
        "a duplicate key",
        add(FRAMEWORK, "id: again\n"),
        Found("yaml-duplicate-key", FRAMEWORK, 32),
        "line 1",
        "baris 1",
    ),
    case(
        "an undefined alias",
        edit(FRAMEWORK, "weight: 2", "weight: *two"),
        Found("yaml-alias-unknown", FRAMEWORK, "*two"),
        "write the value out",
        "tulis",
    ),
    case(
        "an alias of itself",
        write(FRAMEWORK, "id: index\nchildren: &all\n  again: *all\n"),
        Found("yaml-alias-cycle", FRAMEWORK, 3),
        "Write the value out",
        "Tulis",
    ),
    case(
        "aliases that explode",
        write(FRAMEWORK, exploding_aliases()),
        Found("yaml-too-large", FRAMEWORK, 5),
        "without aliases",
        "alias",
    ),
    case(
        "one alias of a long list, a thousand times",
        write(
            FRAMEWORK,
            "id: index\nlong: &long [" + "1, " * 1000 + "1]\n" + "".join(f"a{i}: *long\n" for i in range(999)),
        ),
        Found("yaml-too-large", FRAMEWORK, 101),
        "without aliases",
        "alias",
    ),
    case(
        "a merge key",
        edit(FRAMEWORK, "weight: 2", "<<: {weight: 2}"),
        Found("unknown-key", FRAMEWORK, "<<"),
        "remove it",
        "hapus",
    ),
    case(
        "a list for a key",
        edit(FRAMEWORK, "weight: 2", "? [weight]\n    : 2"),
        Found("yaml-key", FRAMEWORK, "? [weight]"),
        "plain text",
        "teks",
    ),
    case(
        "two thousand nested blocks",
        write(FRAMEWORK, nested_blocks()),
        Found("yaml-depth", FRAMEWORK, len(TREE.splitlines()) + 61),
        "flatter",
        "60",
    ),
    case(
        "two thousand nested lists",
        add(FRAMEWORK, "level_names: " + "[" * DEPTH + "]" * DEPTH + "\n"),
        Found("yaml-depth", FRAMEWORK, "level_names"),
        "flatter",
        "60",
    ),
    case(
        "two documents",
        add(FRAMEWORK, "---\nid: other\n"),
        Found("yaml-documents", FRAMEWORK, 32),
        "one document",
        "satu",
    ),
    case(
        "a control character",
        edit(FRAMEWORK, "weight: 2", "weight: 2 # \x07"),
        Found("yaml-character", FRAMEWORK, "\x07"),
        "Remove control characters",
        "Hapus",
    ),
    case(
        "Latin-1 in YAML",
        encode(FRAMEWORK, "Warga", "Wärga", "latin-1"),
        Found("encoding", FRAMEWORK, 16),
        "UTF-8",
        "UTF-8",
    ),
    case(
        "a framework that is binary",
        write(FRAMEWORK, b"\x89PNG\x00\x1a"),
        Found("file-binary", FRAMEWORK),
        "UTF-8",
        "UTF-8",
    ),
    case(
        "a framework as large as a database",
        write(FRAMEWORK, "# " + "x" * 6_000_000),
        Found("file-too-large", FRAMEWORK),
        "a few pages",
        "5000000",
    ),
]

DESCRIPTIONS = [
    case("an empty source.yaml", write(FIRST_YAML, ""), Found("yaml-empty", FIRST_YAML, 1), "keys", "kunci"),
    case(
        "a source without a licence",
        edit(FIRST_YAML, "licence: CC0-1.0\n", ""),
        Found("missing-key", FIRST_YAML, 1),
        "“licence” is missing",
        "“licence”",
    ),
    case(
        "an unknown key of a source",
        edit(FIRST_YAML, "licence:", "licence: CC0-1.0\nlicense:"),
        Found("unknown-key", FIRST_YAML, 4),
        "Did you mean “licence”",
        "“licence”",
    ),
    case(
        "an unknown kind of source",
        edit(FIRST_YAML, "kind: statistics", "kind: statistic"),
        Found("unknown-choice", FIRST_YAML, 4),
        "Did you mean “statistics”",
        "“statistics”",
    ),
    case(
        "an empty publisher",
        edit(FIRST_YAML, "publisher: This test", 'publisher: ""'),
        Found("bad-value", FIRST_YAML, 1),
        "“publisher”",
        "“publisher”",
    ),
    case(
        "a caveat in one language only",
        add(FIRST_YAML, "caveats:\n- {id: Hanya satu bahasa.}\n"),
        Found("missing-key", FIRST_YAML, 7),
        "“caveats.0.en” is missing",
        "“caveats.0.en”",
    ),
    case(
        "a caveat in another language",
        add(FIRST_YAML, "caveats: {id: Perhatian, en: Caution, su: Awas}\n"),
        Found("unknown-key", FIRST_YAML, 6),
        "“caveats",
        "“caveats",
    ),
    case(
        "source.yaml with a list",
        write(SECOND_YAML, "".join(f"- {line}\n" for line in SOURCE.splitlines())),
        Found("yaml-not-mapping", SECOND_YAML, 1),
        "Begin with keys",
        "kunci",
    ),
    case(
        "a tab in source.yaml",
        write(SECOND_YAML, SOURCE.replace("kind:", "\tkind:")),
        Found("yaml-tab", SECOND_YAML, 4),
        "Indent with spaces",
        "spasi",
    ),
    case(
        "a group without a title",
        write(GROUPS_YAML, "coast:\n  description: By the sea\n"),
        Found("missing-key", GROUPS_YAML, 2),
        "“coast.title”",
        "“coast.title”",
    ),
    case(
        "a group that is text",
        write(GROUPS_YAML, "coast: By the sea\n"),
        Found("not-mapping", GROUPS_YAML, 1),
        "indented",
        "“coast”",
    ),
    case(
        "a title in a third language",
        write(GROUPS_YAML, "coast:\n  title: {id: Pesisir, en: Coast, fr: Côte}\n"),
        Found("unknown-key", GROUPS_YAML, 2),
        "“coast.title.fr”",
        "“coast.title.fr”",
    ),
    case(
        "a source of groups without a publisher",
        edit(GROUP_SOURCES, "  publisher: This test\n", ""),
        Found("missing-key", GROUP_SOURCES, 2),
        "“list.publisher”",
        "“list.publisher”",
    ),
]

YAML_CASES: list[Case] = [*TEXTS, *DESCRIPTIONS]
