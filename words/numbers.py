"""Numbers, dates and lists as a locale writes them, by the tables of CLDR that Babel carries."""

from __future__ import annotations

import datetime
import math
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

MISSING = "–"


def number(locale: Locale, value: float | None, decimals: int | None = None) -> str:
    """`value` with `decimals` digits after the sign, or as many as three significant digits need."""
    if value is None or not math.isfinite(value):
        return MISSING
    if decimals is None:
        decimals = _decimals(value)
    # Rounded first, so that what rounds to zero does not come out as "-0,0".
    return _written(locale, round(value, decimals) + 0.0, decimals)


def signed(locale: Locale, value: float | None, decimals: int | None = None) -> str:
    """`value` as `number` writes it, with a plus in front where more than zero is left of it."""
    written = number(locale, value, decimals)
    rises = value is not None and value > 0 and any(digit in written for digit in "123456789")
    return "+" + written if rises else written


def percent(locale: Locale, share: float | None, decimals: int = 0) -> str:
    """`share` of 1 as per cent."""
    if share is None or not math.isfinite(share):
        return MISSING
    return format_percent(round(share, decimals + 2) + 0.0, format=_pattern(decimals) + "%", locale=locale)


def date(locale: Locale, written: str) -> str:
    """A date as far as it is written: year, month and year, or day, month and year."""
    year, *smaller = (int(part) for part in written.split("-"))
    if not smaller:
        return str(year)
    day = datetime.date(year, *smaller, *([] if len(smaller) > 1 else [1]))
    return format_date(day, "d MMMM y" if len(smaller) > 1 else "MMMM y", locale=locale)


def listing(locale: Locale, things: list[str]) -> str:
    """Things in running text, with the locale's commas and its word for "and"."""
    return format_list(things, locale=locale)


@lru_cache(maxsize=20_000)
def _written(locale: Locale, value: float, decimals: int) -> str:
    """A screen writes the same ranks and scores hundreds of times."""
    return format_decimal(value, format=_pattern(decimals), locale=locale)


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _decimals(value: float) -> int:
    if value == int(value):
        return 0
    # Of the value as it will be rounded: 0.9999 becomes 1.00, not 1.000.
    return max(0, 2 - math.floor(math.log10(abs(float(f"{value:.2e}")))))
