"""The figures of a slide as a table: each kind of chart, with what is missing left empty."""

import csv
import io

import pytest

from charts.slides.kinds import (
    Axis,
    Chart,
    Cloud,
    Fact,
    Facts,
    Line,
    Lines,
    Part,
    Places,
    Point,
    Row,
    Rows,
    Shares,
    Spot,
)
from exports.receipt import Receipt
from exports.slides.slide import Slide
from exports.slides.table import slide_csv, table

AXIS = Axis("Stunting", "%", 0, 40, 1)
KINDS: dict[str, tuple[Chart, list[tuple[object, ...]]]] = {
    "rows": (
        Rows((Row("Kupang", 12.5, "12.5 (10-15)", low=10, high=15), Row("Nduga", None, "no figure")), AXIS),
        [
            ("Kupang", 12.5, 10, 15, None, False, "12.5 (10-15)", "%"),
            ("Nduga", None, None, None, None, False, "no figure", "%"),
        ],
    ),
    "shares": (
        Shares((("Kota", (Part("Level 3", 4, 2), Part("Not assessed", 0, None))),)),
        [("Kota", "Level 3", 4), ("Kota", "Not assessed", 0)],
    ),
    "lines": (
        Lines((2022, 2023), (Line("Kupang", (None, 3.0)),), AXIS),
        [("Kupang", 2022, None, "%"), ("Kupang", 2023, 3.0, "%")],
    ),
    "places": (
        Places(
            (Spot("Kupang", -10.2, 123.6, 450000, 1, "level 2"), Spot("Nduga", -4, 138, 0, None, "none")), ("1", "2")
        ),
        [("Kupang", -10.2, 123.6, 450000, "2", "level 2"), ("Nduga", -4, 138, None, None, "none")],
    ),
    "cloud": (Cloud((Point("Kupang", 1.0, 2.0, "told"),), AXIS, AXIS), [("Kupang", 1.0, 2.0, "told")]),
    "facts": (Facts((Fact("Answered", "84 %", "as reported"),)), [("Answered", "84 %", "as reported")]),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_a_row_for_each_mark(kind: str) -> None:
    chart, rows = KINDS[kind]
    assert list(table(chart).itertuples(index=False, name=None)) == rows


def test_a_file_says_in_every_row_where_it_comes_from() -> None:
    chart, _ = KINDS["rows"]
    slide = Slide("Headline", chart, "Stunting, %, 2023", "", "BPS, 2023", "", None)
    receipt = Receipt("Framework", "f" * 64, "d" * 64, 2023, "2026-11-21", "http://127.0.0.1/rankings?year=2023")
    rows = list(csv.DictReader(io.StringIO(slide_csv(slide, receipt).decode())))
    assert [row["value"] for row in rows] == ["12.5", ""]
    assert {row["link"] for row in rows} == {receipt.link}
    assert {row["data_version"] for row in rows} == {"d" * 64}
    assert slide_csv(slide, receipt) == slide_csv(slide, receipt)


def test_a_slide_without_a_chart_has_no_figures() -> None:
    with pytest.raises(ValueError, match="no figures"):
        slide_csv(Slide("", None, "", "", "", "", None), Receipt("", "", "", None, None, ""))
