"""How many came of how many there were: a row an account, a solid bar within an outlined one, all on one scale."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import Palette


@dataclass(frozen=True)
class Came:
    """An account: the group it is of, what it says, who says so, and the numbers where it tells them.

    Only accounts that tell both numbers have a bar: numbers of other things would not share its scale, and an empty one
    would read as if nobody came.
    """

    group: str
    text: str
    by: str
    came: int | None = None
    of: int | None = None


def attendance(accounts: Sequence[Came], label: str, colours: Palette) -> str:
    """The figure, a row an account; `label` is what a reader hears of the whole."""
    most = max((account.of or 0 for account in accounts if account.came is not None), default=0)
    style = f"--fill:{colours.second};--edge:{colours.others_edge}"
    items = "".join(_row(account, most) for account in accounts)
    return f'<ul class="teladan-came" style="{style}" aria-label="{html.escape(label)}">{items}</ul>'


def _row(account: Came, most: int) -> str:
    bar = ""
    if account.of and account.came is not None:
        there, here = 100 * account.of / most, 100 * account.came / most
        bar = f'<i style="width:{there:.1f}%"></i>' + (f'<b style="width:{here:.1f}%"></b>' if here else "")
    return (
        f'<li><span class="name">{html.escape(account.group)}</span><span class="text">{html.escape(account.text)}'
        f' <small>{html.escape(account.by)}</small></span><span class="track" aria-hidden="true">{bar}</span></li>'
    )
