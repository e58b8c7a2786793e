"""No text that a reader sees stands in the code of the screens but as a sentence of the catalogue."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    ROOT / "dashboard.py",
    *(path for room in ("pages", "charts", "exports") for path in (ROOT / room).rglob("*.py")),
]
# The catalogue's own calls, and those whose texts no reader of a screen sees.
SAID = {"say", "say_plural", "mark"}
TECHNICAL = {
    "getLogger", "exception", "get", "setdefault", "merge", "groupby", "rename_axis", "query", "get_option", "TypeVar",
    "strftime", "cast", "replace", "removeprefix", "removesuffix", "partition", "split", "join", "compile", "sub",
    "encode", "decode", "isin", "sort_values", "set_index", "dropna", "switch_page", "rename", "drop", "astype",
}  # fmt: skip
# Where a literal is shown, however short it is.
SHOWN = {
    "label", "title", "body", "help", "placeholder", "caption", "captions", "alt", "text", "hovertext", "ticktext",
    "hovertemplate", "texttemplate", "page_title",
}  # fmt: skip
STREAMLIT = {
    "title", "header", "subheader", "markdown", "caption", "text", "write", "info", "warning", "error", "success",
    "toast", "html", "button", "download_button", "link_button", "page_link", "checkbox", "toggle", "radio",
    "selectbox", "multiselect", "slider", "select_slider", "text_input", "number_input", "text_area", "metric",
    "segmented_control", "pills", "expander", "popover", "tabs", "dialog", "spinner", "status", "TextColumn",
    "NumberColumn", "answer", "lead", "note", "points", "closing", "about_my_region", "Entry",
}  # fmt: skip
# What is meant to stand as it is: names (of typefaces too), the label that speaks both languages at once, a layout of
# python-pptx.
MEANT = {"Teladan", "Bahasa / Language", "Plus Jakarta Sans", "Arial", "Title Only"}
# A file beside the code is not its own text.
FILE = re.compile(r"[\w-]+\.(?:css|svg|py)")
# Texts for programs: the formulas' letters and the guides in docs/, which are written in English only.
ENGLISH_ONLY = {"exports/catalogue_guide.py", "exports/data_guide.py", "exports/framework_guide.py"}
WORD = re.compile(r"[^\W\d_]{2,}")
# Keys of what a session keeps, which hold a blank so that they are no names of choices.
KEPT = re.compile(r" (?:drawn in|drawn for)$")
# Two words in a row or a capitalised one: what a sentence or a label looks like.
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|(?<![\w.#/-])[A-Z][a-z]{2,}(?![\w.(/])")


def literals(tree):
    """Every text of a module that is neither a docstring nor said, with how it is used: (node, text, shown)."""
    todo = [(tree, False)]
    while todo:
        node, shown = todo.pop()
        if isinstance(node, ast.Constant | ast.JoinedStr):
            if (text := visible(node)) is not None:
                yield node, text, shown
            todo += [
                (part.value, shown) for part in getattr(node, "values", ()) if isinstance(part, ast.FormattedValue)
            ]
            continue
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            todo.append((node.func, False))
            if name in SAID | TECHNICAL:
                continue
            # The first argument is what is shown; the other ones are options or values.
            todo += [(part, name in STREAMLIT and place == 0) for place, part in enumerate(node.args)]
            todo += [(part.value, part.arg in SHOWN) for part in node.keywords]
        elif isinstance(node, ast.Dict):
            todo += [
                (value, isinstance(key, ast.Constant) and key.value in SHOWN)
                for key, value in zip(node.keys, node.values, strict=True)
            ]
        elif isinstance(node, ast.Raise | ast.Assert | ast.Subscript):
            todo += [(node.value, False)] if isinstance(node, ast.Subscript) else []
        elif isinstance(node, ast.AnnAssign):
            todo += [(node.value, False)] if node.value else []
        elif isinstance(node, ast.arguments):
            todo += [(part, False) for part in (*node.defaults, *node.kw_defaults) if part]
        else:
            below = [part for part in ast.iter_child_nodes(node) if not is_docstring(part)]
            glued = isinstance(node, ast.BinOp | ast.IfExp | ast.BoolOp | ast.List | ast.Tuple | ast.Starred)
            todo += [(part, shown and glued) for part in below]


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def visible(node):
    """What a reader would see of a literal: without markup, holes and icons; None for what is no text."""
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else None
    else:
        text = "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
    if text is None or text in MEANT or KEPT.search(text) or FILE.fullmatch(text):
        return None
    return re.sub(r"<[^>]*>?|^[^<]*>|[\w-]+=\"[^\"]*\"|&#?\w+;|%?\{[^{}]*\}|:material/\w+:", " ", text)


def bypassing(source):
    """Lines and texts of a module that are shown without being said."""
    return [
        (node.lineno, text)
        for node, text, shown in literals(ast.parse(source))
        if SENTENCE.search(text) or (shown and WORD.search(text))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_shown_is_said(path):
    if path.relative_to(ROOT).as_posix() not in ENGLISH_ONLY:
        assert not bypassing(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        'st.caption("note")',
        'st.button(label="go")',
        'st.markdown(f"**{name}** stands first")',
        'st.html(f"<p>{name} of {count}</p>")',
        'prose.note("Not " + words.say("said"))',
        'Screen("province", "Province", "province.py")',
        'Column("name", "Region")',
        'figure.add_annotation(text="median")',
        'go.Scatter(hovertemplate="score %{x}")',
        'layout = {"title": {"text": "scores"}}',
        'title = "All regions" if many else words.say("One region")',
    ],
)
def test_a_bypass_is_seen(line):
    assert bypassing(line)


@pytest.mark.parametrize(
    "line",
    [
        'st.caption(words.say("note"))',
        'st.html(f\'<p class="teladan-note" aria-label="{name}">{name}</p>\')',
        'Column("name", words.say("Region"), width=210)',
        'st.selectbox(words.say("Year"), years, key="year", bind="query-params")',
        'raise ValueError("Something is wrong here")',
        '"""A docstring of several words."""',
    ],
)
def test_what_is_said_passes(line):
    assert not bypassing(line)
