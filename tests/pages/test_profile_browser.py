"""The region profile in a real browser: found in a few clicks, and one page on paper."""

import re

import pytest

pytestmark = pytest.mark.browser


def test_level_weakest_dimension_and_source_row_are_five_clicks_away(dashboard, visit):
    window = visit(dashboard).open("/")
    page = window.page
    page.get_by_role("link", name="Daerah saya").first.click()
    window.settle()
    field = page.locator(".st-key-region input")
    field.click()
    field.press_sequentially("kupang")
    page.get_by_role("option", name="Kota Kupang").click()
    window.settle()
    assert "Tingkat 4 dari 5" in page.locator("h1").inner_text()
    assert "Terlemah: Kehidupan cerdas" in page.locator("h1").inner_text()
    field = page.locator(".st-key-node input")
    field.click()
    field.press_sequentially("Rata-rata lama sekolah")
    page.get_by_role("option", name="Rata-rata lama sekolah").click()
    window.settle()
    reason = page.locator(".teladan-why").inner_text()
    assert re.search(r"11[.,]62 .*2023[\s\S]*Badan Pusat Statistik[\s\S]*values\.csv, baris \d+", reason)
    assert "node=Rata-rata" in page.url
    assert window.errors == []


@pytest.mark.parametrize(("region", "language"), [("53.71", "id"), ("53.71", "en"), ("31.71", "en"), ("32.04", "id")])
def test_profile_is_one_page_on_paper(dashboard, visit, language, region):
    page = visit(dashboard).open(f"/profile?lang={language}&region={region}").page
    page.locator(".st-key-lines .js-plotly-plot").last.wait_for()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1
    width, height = (float(part) for part in re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper).groups())
    assert (width, height) == pytest.approx((595, 842), abs=2)
