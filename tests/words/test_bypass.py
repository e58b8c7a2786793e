"""Nothing is said on a screen that does not come out of the catalogues or out of the data.

Every sentence is put between ⟦ and ⟧, piece by piece around its holes, and every title of a framework or a dataset
between ⟪ and ⟫. What letters are left outside of both on a drawn screen must be texts of the data.
"""

import csv
import html
import json
import re
import sys
from functools import cache
from html.parser import HTMLParser
from string import Formatter
from types import GenericAlias

import pytest
import streamlit as st
import yaml
from google.protobuf.descriptor import FieldDescriptor
from streamlit import dataframe_util
from streamlit.testing.v1 import AppTest

import words
from metrics import shipped
from metrics.framework_file import read_framework
from metrics.own import form
from pages.contents import SCREENS
from pages.shared.results import frameworks
from tests.pages.test_screens import draw

WORD = re.compile(r"[^\W\d_]{2,}")
DIGEST = re.compile(r"(?<![\w/])(?:[0-9a-f]{8}|[0-9a-f]{32})(?![\w/])")  # not a part of an address
ADDRESS = re.compile(r"(?<!\S)[\w:/.-]+\?\S+=\S*")  # of a view, as it stands in the text that reports a figure
SAID = re.compile(r"%\{[^{}]*\}|⟦[^⟦⟧]*⟧|⟪[^⟪⟫]*⟫")
# Fields of Streamlit's messages that no reader sees; those of a figure and a table are looked into by themselves.
UNSEEN = {
    "active_script_hash", "anchor",
    "id", "element_id", "form_id", "user_key", "key", "query_param_key", "page_script_hash", "page", "url", "icon",
    "type", "spec", "config", "columns", "arrow_data", "styler", "delta_path", "file_name", "theme", "kind", "style",
    "color", "background_color", "url_pathname", "app_id", "favicon", "image", "uuid", "symbol", "animation",
    "source", "language", "html_id", "dataframe_id", "fragment_id", "align", "gap_size", "width_config",
    "height_config", "event",
}  # fmt: skip
# Keys of a figure whose texts are shown.
SHOWN = {"text", "title", "name", "hovertext", "hovertemplate", "texttemplate", "ticktext", "x", "y", "ticksuffix"}
ADDRESSES = (
    {},
    {"lang": "en", "region": "53.71"},
    {"region": "31.71", "year": "2024"},
    {"year": "2019"},
    {"region": "53.71", "framework": "hdi", "plain": "true", "table": "true"},
    {"region": "53.71", "framework": "spbe", "kind": "all", "plain": "true"},
)
FURTHER = {
    "profile": [
        {"region": "95.08"},
        *({"region": "53.71", "node": node} for node in ("stunting", "governance", "waste_managed")),
    ],
    "indicator": [
        {"region": "53.71", "variable": name} for name in ("waste_managed_share", "grdp_pc_constant", "area_km2")
    ],
    "compare": [{"region": "53.71", "picture": "shapes", "line": "stunting"}],
    "method": [{"node": "stunting"}],
    "addpractice": [{"practice": "banyuwangi-smart-kampung"}],
    "weights": [{"region": "53.71", "w": "governance:60,stunting:0,x:1", "whole": "true"}],
    "laboratory": [
        *({"region": "53.71", "how": way} for way in ("pca", "ahp", "budget")),
        {"ask": "framework"},
    ],
}
VIEWS = [
    pytest.param(screen, address, id=f"{screen.key}-{'-'.join(address.values()) or 'bare'}")
    for screen in SCREENS
    for address in (*ADDRESSES, *FURTHER.get(screen.key, []))
]


class Marked:
    """A catalogue that marks all that is said, and leaves what fills the holes as it is."""

    def sentence(self, msgid):
        pieces = Formatter().parse(msgid)
        return "".join(
            f"⟦{piece}⟧" * bool(piece) + ("" if hole is None else f"{{{hole}}}") for piece, hole, *_ in pieces
        )

    def plural(self, one, many, count):
        return self.sentence(one if count == 1 else many)


@pytest.fixture(scope="module")
def marked():
    """Every language speaks in marks, and nothing made otherwise is kept; for all tests of this file at once."""
    title = words.Words.title
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "read_catalogue", lambda language: Marked())
        patch.setattr(words.Words, "title", lambda self, given: mark_title(title(self, given)))
        patch.setattr(words.Words, "listing", lambda self, things: "; ".join(things))
        patch.setattr(words.Words, "date", lambda self, written: written)  # months are those of the locale
        forget()
        yield
    forget()


def forget():
    """Drop all that the screens keep."""
    words.speak.cache_clear()
    st.cache_data.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith(("pages.", "charts.")) and name != "pages.shared.results":
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
                elif callable(kept) and not isinstance(kept, (type, GenericAlias)) and hasattr(kept, "clear"):
                    kept.clear()


def mark_title(title):
    """The mark of a title; nothing around nothing."""
    return f"⟪{title}⟫" if title else ""


class Text(HTMLParser):
    """What a reader sees of HTML, and what is read out of it."""

    def __init__(self, markup):
        super().__init__()
        self.found, self.hidden = [], 0
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "script")
        self.found += [value for name, value in attributes if name in ("aria-label", "title", "alt", "placeholder")]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data):
        self.found += [] if self.hidden else [data]


def strings(message):
    """All texts in a message of Streamlit that a reader may see."""
    for field, value in message.ListFields():
        if field.name in UNSEEN:
            continue
        several = value if field.is_repeated else [value]
        if field.type == FieldDescriptor.TYPE_STRING:
            yield from (" ".join(Text(text).found) for text in several)
        elif field.type == FieldDescriptor.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for one in several:
                yield from strings(one)


def of_figure(part):
    """All texts in the specification of a figure that a reader may see."""
    for key, value in part.items() if isinstance(part, dict) else ((None, one) for one in part):
        if isinstance(value, dict) or (isinstance(value, list) and key not in SHOWN):
            yield from of_figure(value)
        elif key in SHOWN:
            texts = value if isinstance(value, list) else [value]
            yield from (" ".join(Text(text).found) for text in texts if isinstance(text, str))


def of_table(message):
    """The headings of a grid, and its cells as they are written."""
    for heading in json.loads(message.columns).values():
        yield from (heading.get("label") or "", heading.get("help") or "")
    written = message.arrow_data.styler.display_values or message.arrow_data.data  # in a table to type into as they are
    cells = dataframe_util.convert_arrow_bytes_to_pandas_df(written)
    yield from (str(cell) for column in cells for cell in cells[column].dropna().unique())


def on_screen(app):
    """All that a reader sees of a screen, text by text."""
    todo = [app.main, app.sidebar]
    while todo:
        node = todo.pop()
        todo += list(getattr(node, "children", {}).values())
        proto = getattr(node, "proto", None)
        if proto is None:
            continue
        name = type(proto).__name__
        if name == "BidiComponent":  # a script that shows nothing: pages/shared/scheme.py
            continue
        yield from strings(proto)
        if name == "PlotlyChart":
            yield from of_figure(json.loads(proto.spec))
        elif hasattr(proto, "arrow_data"):
            yield from of_table(proto)


def bypassing(texts):
    """What is left of the texts without what is said and what the data say."""
    left = {" ".join(DIGEST.sub(" ", ADDRESS.sub(" ", SAID.sub(" ", text))).split()) for text in texts}
    left = {" ".join(data_texts().sub(" ", text).split()) for text in left if WORD.search(text)}
    return sorted(text for text in left if WORD.search(text))


@cache
def data_texts():
    """All that a dataset says in its own words, to be found wherever it stands."""
    known = set()
    for path in shipped.DATA.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            known |= {cell for row in csv.reader(file) for cell in row}
    for path in shipped.DATA.rglob("values.csv"):
        known.add(path.parent.name)
        with path.open(encoding="utf-8", newline="") as file:
            known |= {row["note"] for row in csv.DictReader(file) if row.get("note")}
    for path in shipped.DATA.rglob("*.yaml"):
        known |= set(leaves(yaml.safe_load(path.read_text("utf-8"))))
    known |= {text.capitalize() for text in ("kota", "kabupaten")}
    known |= {*frameworks(), "values.csv", "sources"}
    known |= {"Bahasa / Language", *words.LANGUAGES}  # in both languages at once
    # The form of own figures is read in either language, so its names are those of a file, not of a catalogue.
    named = [
        *form.SHEETS.values(),
        *form.KINDS.values(),
        *(one for heads in form.COLUMNS.values() for one in heads.values()),
    ]
    known |= {name for names in named for name in names.values()}
    for path in (shipped.FRAMEWORK, *shipped.FRAMEWORKS.glob("*.yaml")):
        known |= {
            label
            for language in words.LANGUAGES
            for label in form.labels(read_framework(path).nodes, language).values()
        }
    known = {" ".join(html.unescape(text).split()) for text in known if WORD.search(text)}
    found = "|".join(re.escape(text) for text in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)")


def leaves(part):
    """All texts of a YAML file."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from leaves(one)


@pytest.mark.parametrize(("screen", "address"), VIEWS)
def test_all_that_is_said_is_in_the_catalogues_or_in_the_data(marked, screen, address):
    app = draw(screen.file, **address)
    assert not app.exception
    left = bypassing(on_screen(app))
    assert not left


def test_a_bypass_is_seen_wherever_it_stands(marked):
    def script():
        import pandas as pd
        import plotly.graph_objects as go
        import streamlit as st

        from words import speak

        say = speak("en").say
        st.html(f'<p class="some" aria-label="Spoken">{say("said")} Written</p><style>.hidden {{}}</style>')
        st.selectbox(say("said"), [say("said"), "Chosen"], help="Explained", key="unseen")
        with st.expander(f"Opened {say('said')}"):
            st.caption("Nested")
        figure = go.Figure(go.Scatter(x=[1], y=["Axis"], hovertext=["Hovered"], hovertemplate="%{hovertext}"))
        figure.add_annotation(text="Annotated")
        st.plotly_chart(figure, alt="Described")
        frame = pd.DataFrame({"field": ["Cell"]})
        st.dataframe(frame.style.format(), column_config={"field": st.column_config.TextColumn("Heading")})

    app = AppTest.from_function(script).run()
    assert not app.exception
    words_left = set(WORD.findall(" ".join(bypassing(on_screen(app)))))
    assert words_left == {
        "Spoken", "Written", "Chosen", "Explained", "Opened", "Nested", "Axis", "Hovered", "Annotated", "Described",
        "Cell", "Heading",
    }  # fmt: skip


def test_a_bypass_is_seen_on_a_screen(marked, monkeypatch):
    from pages.parts.rankings import top as ranking_top

    monkeypatch.setattr(ranking_top, "say_included", lambda here: ("Ranks are rough.",))
    forget()
    assert bypassing(on_screen(draw("rankings.py"))) == ["Ranks are rough."]
    forget()
