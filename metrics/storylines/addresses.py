"""The addresses of the screens, as the views of storylines name them."""

from __future__ import annotations

# A test holds them equal to the table of screens, which this room cannot look at.
ADDRESSES = (
    "overview",
    "rankings",
    "profile",
    "compare",
    "next-step",
    "what-if",
    "own-figures",
    "province",
    "indicator",
    "practices",
    "practice",
    "seminar",
    "add-practice",
    "network",
    "learning-pair",
    "learning-agenda",
    "robustness",
    "weights",
    "laboratory",
    "presentation",
    "method",
)

# No slide is made of these: what one visitor types, trials that are scored anew for longer than a hall waits, and
# storylines themselves.
WITHOUT_SLIDE = frozenset({"own-figures", "add-practice", "presentation", "laboratory"})
