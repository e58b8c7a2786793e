"""Text from a dataset is text: nothing in it is read as Markdown, HTML, a formula or a command."""

import re
import string

import pytest

from charts.text import figure_text
from pages.shared.inert import inert
from tests.pages.hostile import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_is_escaped_and_nothing_else_changes(text):
    escaped = inert(text)
    assert re.sub(r"\\(.)", r"\1", escaped).replace("\u2060", "") == text
    assert not re.search(rf"(?<!\\)[{re.escape(string.punctuation.replace(chr(92), ''))}]", escaped)


def test_lines_and_tabs_become_blanks():
    assert inert("a\n\n- b\tc") == "a \\- b c"


def test_figure_shows_html_as_text():
    assert figure_text("<b>a</b> & $x$") == "&lt;b&gt;a&lt;/b&gt; &amp; &#36;x&#36;"
