"""Text from a dataset or a framework, made safe to show: its characters and nothing else."""

import html
import re
import string

# Keeps words apart for the rules that work on finished text (addresses, e-mail, emoji codes), unseen by a reader.
_JOINER = "\u2060"
_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")


def inert(text: object) -> str:
    """Text for a place where Streamlit reads Markdown: labels, captions, messages.

    HTML, Markdown, formulas between $, colours as :red[…], emoji codes and addresses all stay plain characters.
    """
    line = " ".join(str(text).split())
    escaped = _PUNCTUATION.sub(lambda match: "\\" + match[0], line)
    apart = re.sub(r"\\[:@]", lambda match: match[0] + _JOINER, escaped)
    return re.sub(r"(?i)\b(www)(?=\\\.)", r"\1" + _JOINER, apart)


def as_html(text: object) -> str:
    """Text for a place where HTML is written."""
    return html.escape(str(text))
