"""The rankings in a real browser, as an analyst of the ministry uses them."""

import csv
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from metrics.results import open_results

pytestmark = pytest.mark.browser


class Clicks:
    """Counts what a visitor clicks."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, target) -> None:
        target.click()
        self.count += 1


def test_first_ten_kota_of_2023_as_csv_are_five_clicks_away(dashboard, visit, tmp_path):
    window = visit(dashboard).open("/")
    page, click = window.page, Clicks()
    click(page.get_by_role("link", name="Peringkat").first)
    window.settle()
    click(page.locator(".st-key-year input"))
    click(page.get_by_role("option", name="2023"))
    window.settle()
    click(page.locator(".st-key-kind button", has_text="Kota"))
    window.settle()
    with page.expect_download() as download:
        click(page.locator(".st-key-downloads button").first)
    assert click.count <= 5
    assert download.value.suggested_filename == "teladan-masterplan-2023.csv"
    download.value.save_as(tmp_path / "ranking.csv")
    with (tmp_path / "ranking.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    ten = rows[:10]
    assert [row["rank_in_kind"] for row in ten] == [str(place) for place in range(1, 11)]
    assert {(row["kind"], row["year"]) for row in ten} == {("kota", "2023")}
    ranking = open_results().ranking(2023)
    best = ranking[ranking["kind"] == "kota"].nsmallest(10, "rank_in_kind", keep="all")
    assert {row["region"] for row in ten} == set(best["region"])
    assert window.errors == []
    assert window.strangers == []


def test_filters_go_into_the_address_and_out_of_it(dashboard, visit, tmp_path):
    window = visit(dashboard, width=390, height=844).open("/rankings?lang=en&kind=all&group=citynet-indonesia")
    page = window.page
    assert "group=Citynet+Indonesia" in page.url
    page.get_by_role("button", name="More filters").click()
    page.locator(".st-key-size button", has_text="Medium").click()
    window.settle()
    assert "size=Medium" in page.url
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.locator(".st-key-downloads button", has_text="Parquet").click()
    download.value.save_as(tmp_path / "ranking.parquet")
    rows = pd.read_parquet(tmp_path / "ranking.parquet")
    assert 0 < len(rows) < 10
    page.get_by_role("button", name="Clear filters").click()
    window.settle()
    assert parse_qs(urlsplit(page.url).query) == {"lang": ["en"], "kind": ["All"]}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert window.errors == []
