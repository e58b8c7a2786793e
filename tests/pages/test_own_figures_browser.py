"""A region's own figures in a real browser: one visitor has them, another does not, and links keep them."""

import pytest

from exports.own_template import own_workbook
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.results import open_results
from tests.pages.test_browser import grave_violations
from words import speak

pytestmark = pytest.mark.browser

ADDRESS = "/own-figures?lang=en&region=53.71"
OWN = OwnData(
    "53.71",
    (OwnFigure("poverty", 2025, 7.77),),
    (OwnTarget("poverty", 2029, 5.0, "RPJMD"),),
    (Programme("Mal pelayanan", "programme", "public_service"),),
)


def test_two_visitors_never_see_each_others_figures_and_links_keep_them(dashboard, visit):
    from axe_playwright_python.base import AXE_SCRIPT

    mine, other = visit(dashboard).open(ADDRESS), visit(dashboard)
    form = {"name": "kupang.xlsx", "mimeType": "", "buffer": own_workbook(speak("en"), open_results(), "53.71", OWN)}
    page = mine.page
    page.set_input_files("[data-testid=stFileUploader] input[type=file]", [form])
    page.locator("h1", has_text="With its own figures").wait_for()
    mine.settle()
    assert "7.77" not in page.url and "7.8" not in page.url
    page.evaluate(AXE_SCRIPT)
    for width in (390, 1440):
        mine.resize(width)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
    assert not grave_violations(page)

    other.open(ADDRESS)
    assert "with the published figures" in other.page.locator("h1").inner_text()
    assert "7.8" not in other.page.locator("[data-testid=stMain]").inner_text()

    page.locator(".st-key-family a", has_text="Region profile").click()
    mine.settle()
    assert "◆ 7.8 (2025)" in page.locator(".teladan-scores").inner_text()
    page.locator(".st-key-certainty a").click()
    mine.settle()
    assert "/rankings?" in page.url and "region=Kota+Kupang" in page.url
    assert "1 own figure of this page is held." in page.locator(".st-key-own-banner").inner_text()
    page.reload()
    page.wait_for_selector(".teladan-answer")
    mine.settle()
    assert page.locator(".st-key-own-banner").count() == 0
    assert mine.errors == [] and mine.strangers == [] and other.errors == []
