"""The overview in a real browser: the presenter's picture, and the map on the way to a profile."""

import pytest

pytestmark = pytest.mark.browser

PICTURE = ".st-key-picture .js-plotly-plot"
# What is written in the picture: its text, how large its letters are on the screen, and where it stands.
WRITTEN = """selector => {
    const picture = document.querySelector(selector);
    const grown = picture.getBoundingClientRect().width / picture.offsetWidth;
    return [...picture.querySelectorAll("text")].filter(text => text.textContent.trim()).map(text => {
        const {left, right, top, bottom} = text.getBoundingClientRect();
        const name = Boolean(text.closest(".textpoint"));
        return {text: text.textContent, pixels: grown * parseFloat(getComputedStyle(text).fontSize), name,
                left, right, top, bottom};
    });
}"""


def test_picture_of_east_java_is_three_clicks_away_and_can_be_read_in_a_hall(dashboard, visit):
    window = visit(dashboard, width=1920, height=1080).open("/")
    window.settle()  # a presenter looks before clicking
    page = window.page
    page.get_by_role("link", name="Ke gambar").click()
    page.locator(".st-key-province input").click()
    window.pick("Jawa Timur")
    page.locator("#contrast", has_text="Jawa Timur, 38 ").wait_for()
    window.settle()
    assert "province=Jawa+Timur" in page.url
    page.locator(f"{PICTURE} .textpoint").first.wait_for()
    written = page.evaluate(WRITTEN, PICTURE)
    names = [text for text in written if text["name"]]
    assert len(names) == 38
    assert {"Surabaya", "Batu", "Kota Malang", "Malang", "Pacitan"} <= {name["text"] for name in names}
    assert min(text["pixels"] for text in written) >= 16
    assert min(text["left"] for text in written) >= 0 and max(text["right"] for text in written) <= 1920
    assert apart(names)
    # The address alone opens the same picture, and nothing above it.
    page.get_by_text("Hanya gambar ini").click()
    page.wait_for_url("**alone=true**")
    window.settle()
    again = visit(dashboard, width=1920, height=1080).open(page.url.removeprefix(dashboard)).page
    assert again.locator("#contrast").inner_text().startswith("Jawa Timur, 38 ")
    assert again.locator(".st-key-map").count() == 0
    again.locator(f"{PICTURE} .textpoint").first.wait_for()
    assert max(text["bottom"] for text in again.evaluate(WRITTEN, PICTURE)) <= 1080
    assert window.errors == []


def test_names_stand_apart_on_a_laptop_and_are_left_to_the_table_on_a_phone(dashboard, visit):
    address = "/overview?province=Jawa+Timur&alone=true&region=35.78"
    page = visit(dashboard, width=1440).open(address).page
    page.locator(f"{PICTURE} .textpoint").first.wait_for()
    names = [text for text in page.evaluate(WRITTEN, PICTURE) if text["name"]]
    assert len(names) == 37  # the reader's own region has a name of its own
    assert apart(names)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(500)
    assert not page.locator(f"{PICTURE} .textpoint").first.is_visible()


def test_click_on_the_zoomed_map_keeps_the_zoom_and_leads_to_the_profile(dashboard, visit):
    window = visit(dashboard, height=1200).open("/?lang=en&year=2024&region=35.78")
    page, circles = window.page, ".st-key-map .js-plotly-plot"
    box = page.locator(circles).bounding_box()
    page.mouse.move(box["x"] + 0.55 * box["width"], box["y"] + 0.7 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 0.98 * box["height"], steps=5)
    page.mouse.up()
    page.wait_for_timeout(500)
    view = f"document.querySelector('{circles}').layout.xaxis.range"
    zoomed = page.evaluate(view)
    assert zoomed[1] - zoomed[0] < 20
    position = page.evaluate(f"document.querySelector('{circles}').data[1].customdata.indexOf('53.71')")
    place = page.locator(f"{circles} .trace").nth(1).locator(".points path").nth(position).bounding_box()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    window.settle()
    assert page.evaluate(view) == zoomed
    assert "region=Kota+Kupang" in page.url
    assert page.locator(".teladan-mine").inner_text().startswith("Kota Kupang")
    seen = page.locator(f"{circles} .textpoint text").evaluate_all(
        "texts => texts.filter(text => getComputedStyle(text).fillOpacity != 0).map(text => text.textContent)"
    )
    assert seen == ["Kota Kupang"]
    page.get_by_role("link", name="Open the profile of Kota Kupang").click()
    window.settle()
    page.locator("h1", has_text="Kota Kupang").wait_for()
    assert "/profile?" in page.url and "lang=en" in page.url and "year=2024" in page.url
    assert window.errors == []
    assert window.strangers == []


def apart(texts) -> bool:
    """Whether no two texts cover each other."""
    pairs = [(one, other) for at, one in enumerate(texts) for other in texts[at + 1 :]]
    return not any(
        min(one["right"], other["right"]) > max(one["left"], other["left"])
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 2
        for one, other in pairs
    )
