"""The region profile in a real browser: found in a few clicks, and one page on paper."""

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("language", "screen", "node", "said"),
    [
        ("id", "Profil daerah", "Rata-rata lama sekolah", ("Tingkat 4 dari 5", "Terlemah: Kehidupan cerdas", "baris")),
        ("en", "Region profile", "Mean years of schooling", ("Level 4 of 5", "Weakest: Smart living", "line")),
    ],
)
def test_level_weakest_dimension_and_source_row_are_five_clicks_away(dashboard, visit, language, screen, node, said):
    window = visit(dashboard).open(f"/?lang={language}")
    page = window.page
    page.get_by_role("link", name=screen).first.click()
    window.settle()
    field = page.locator(".st-key-region input")
    field.click()
    field.press_sequentially("kupang")
    page.get_by_role("option", name="Kota Kupang").click()
    window.settle()
    level, weakest, line = said
    assert level in page.locator("h1").inner_text()
    assert weakest in page.locator("h1").inner_text()
    field = page.locator(".st-key-node input")
    field.click()
    field.press_sequentially(node)
    page.get_by_role("option", name=node).click()
    window.settle()
    reason = page.locator(".teladan-why").inner_text()
    assert re.search(rf"11[.,]62 .*2023[\s\S]*Badan Pusat Statistik[\s\S]*values\.csv, {line} \d+", reason)
    assert f"node={node.split()[0]}" in page.url
    assert window.errors == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("region", ["53.71", "31.71", "32.04"])
def test_profile_is_one_page_on_paper(dashboard, visit, language, region):
    page = visit(dashboard).open(f"/profile?lang={language}&region={region}").page
    page.locator(".st-key-lines .js-plotly-plot").last.wait_for()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1
    width, height = (float(part) for part in re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper).groups())
    assert (width, height) == pytest.approx((595, 842), abs=2)
