"""A visitor's own weights in a real browser."""

import pytest

pytestmark = pytest.mark.browser


def seen(page):
    """What the screen says, and how every slider stands."""
    said = page.locator("h1, .teladan-lead, .teladan-moves, .st-key-part .teladan-table, .st-key-result .teladan-key")
    fills = "[...document.querySelectorAll('.st-key-map .point')].map(point => point.style.fill).join()"
    sliders = [slider.input_value() for slider in page.get_by_role("slider", include_hidden=True).all()]
    return said.all_inner_texts(), sliders, page.evaluate(fills)


def test_link_shows_whoever_opens_it_the_same(dashboard, visit):
    window = visit(dashboard).open("/weights?lang=en&region=53.71")
    page = window.page
    framework = seen(page)
    where = page.locator(".st-key-sliders").bounding_box()
    for key in ("End", "ArrowLeft"):
        page.get_by_role("slider", name="Smart governance").press(key)
        window.settle()
    assert page.locator(".st-key-sliders").bounding_box() == where
    assert "w=governance%3A99" in page.url
    mine = seen(page)
    assert all(one != other for one, other in zip(mine, framework, strict=True))
    other = visit(dashboard).open(page.url.removeprefix(dashboard))
    assert seen(other.page) == mine
    page.get_by_role("button", name="Back to the framework's weights").click()
    window.settle()
    assert seen(page) == framework and "governance" not in page.url
    assert window.errors == other.errors == []
