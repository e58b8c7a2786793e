"""What the colours and shapes of a picture mean, in a row that wraps where the screen is narrow."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Entry:
    """One thing in the key: what it is called, its fill, its outline and its shape (circle, diamond or square)."""

    text: str
    fill: str
    edge: str
    shape: str = "circle"


def draw_key(entries: Sequence[Entry]) -> None:
    """Draw the key."""
    items = "".join(
        f'<li><i class="{html.escape(entry.shape)}" style="background:{entry.fill};border-color:{entry.edge}"></i>'
        f"{html.escape(entry.text)}</li>"
        for entry in entries
    )
    st.html(f'<ul class="teladan-key">{items}</ul>')
